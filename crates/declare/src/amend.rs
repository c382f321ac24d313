//! Amendments: what completes or replaces facts of something that is declared elsewhere, such as in a
//! file that an import writes anew.
//!
//! Precedence is by field: what an amendment says of a field stands, what it does not say is as it
//! was declared. Both places are kept. Files may come in any order.

mod put;

use put::{identify, note, put, take};

use std::collections::BTreeMap;

use trefonds_lang::Lang;
use trefonds_source::{Diagnostic, Span};

use crate::diags::{self, Kind};
use crate::forms::{Amendment, Component, Declarations, Entity, Hidden, Name, Requirement, Site};
use crate::hidden::{move_keys, move_of_option};
use crate::places::{Place, Places};
use crate::{Field, SubjectKind};

/// A field of something declared that an amendment says otherwise, or for the first time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amended {
    /// What kind of thing.
    pub subject: SubjectKind,
    /// Its id.
    pub id: String,
    /// Its name for people: the name that it has, else its id.
    pub name: String,
    /// Which field; [`Field::Exists`] is the note of the whole.
    pub field: Field,
    /// Where it was declared; `None` where it was not.
    pub was: Option<Span>,
    /// Where the amendment is.
    pub now: Span,
}

/// What amendments of all files did.
#[derive(Default)]
pub(crate) struct Outcome<'a> {
    /// Every field that was amended, in the order of the ids.
    pub amended: Vec<Amended>,
    /// Amendments of what is not declared.
    pub unknown: Vec<(Name<'a>, Kind)>,
    /// What is wrong with the others.
    pub diagnostics: Vec<Diagnostic>,
}

/// Takes the amendments out of the files and makes their changes in what is declared.
/// O(F + A log A) for F things and A amendments.
pub(crate) fn amend<'a>(files: &mut [Declarations<'a>], lang: Lang) -> Outcome<'a> {
    let mut outcome = Outcome::default();
    if files.iter().all(|file| file.amendments.is_empty()) {
        return outcome;
    }
    let places = Places::of(files);
    let (added, removed, first) = (Vec::new(), Vec::new(), BTreeMap::new());
    let mut amender = Amender { lang, places, outcome: &mut outcome, first, added, removed };
    for at in 0..files.len() {
        let amendments = std::mem::take(&mut files[at].amendments);
        if amendments.is_empty() {
            continue;
        }
        let hidden = files[at].hidden.clone();
        for amendment in amendments.components {
            amender.of_component(files, amendment, &hidden);
        }
        for amendment in amendments.entities {
            amender.of_entity(files, amendment, &hidden);
        }
        for amendment in amendments.sites {
            amender.of_site(files, amendment, &hidden);
        }
    }
    amender.requirements(files);
    amender.name(files);
    outcome.amended.sort();
    outcome
}

impl Amended {
    fn of(subject: SubjectKind, id: String, field: Field, was: Option<Span>, now: Span) -> Self {
        Self { subject, name: id.clone(), id, field, was, now }
    }
}

/// Makes the changes of amendments, one after the other.
struct Amender<'o, 'a> {
    lang: Lang,
    places: Places<'a>,
    outcome: &'o mut Outcome<'a>,
    /// Where each field was amended first.
    first: BTreeMap<(SubjectKind, String, Field), Span>,
    /// Requirements that come, and those that go, with the places of whose they are.
    added: Vec<(Place, Requirement<'a>)>,
    removed: Vec<(Place, Requirement<'a>)>,
}

impl<'a> Amender<'_, 'a> {
    fn of_component(
        &mut self,
        files: &mut [Declarations<'a>],
        amendment: Amendment<'a, Component<'a>>,
        hidden: &[Hidden<'a>],
    ) {
        let id = amendment.thing.id.clone();
        let Some(place) = self.places.get(SubjectKind::Component, &id.text) else {
            return self.outcome.unknown.push((id, Kind::Component));
        };
        let (file, at) = (&mut files[place.0], place.1);
        let Amendment { thing: mut new, said, candidate_said, added, removed } = amendment;
        for (field, now) in said {
            let own = &mut file.components[at];
            let whole = Some(own.id.at);
            let said = |there: bool| whole.filter(|_| there);
            let moved = &mut file.hidden;
            let was = match field {
                Field::Name => said(take(&mut own.name, &mut new.name)),
                Field::Is => {
                    own.without.append(&mut new.without);
                    said(take(&mut own.is, &mut new.is))
                }
                Field::Layer => said(take(&mut own.layer, &mut new.layer)),
                Field::Criticality => said(take(&mut own.criticality, &mut new.criticality)),
                Field::Owner => said(take(&mut own.owner, &mut new.owner)),
                Field::Tag => {
                    let before = std::mem::replace(&mut own.tags, std::mem::take(&mut new.tags));
                    said(!before.is_empty())
                }
                Field::SameAs => identify(&mut own.same_as, &mut new.same_as),
                Field::Planned => said(std::mem::replace(&mut own.planned, new.planned)),
                Field::Requirement => {
                    put(&mut own.requirements, &mut new.requirements, hidden, moved)
                }
                Field::Operator => put(&mut own.operators, &mut new.operators, hidden, moved),
                Field::Supplier => put(&mut own.suppliers, &mut new.suppliers, hidden, moved),
                Field::ChangedBy => put(&mut own.changed_by, &mut new.changed_by, hidden, moved),
                Field::NeedsPlaces => {
                    let before = std::mem::replace(&mut own.needs_places, new.needs_places.take());
                    before.map(|(_, at)| at)
                }
                Field::RestartsIn => said(take(&mut own.restarts_in, &mut new.restarts_in)),
                Field::RecoversWith => {
                    put(&mut own.recovers_with, &mut new.recovers_with, hidden, moved)
                }
                Field::Site => put(&mut own.locations, &mut new.locations, hidden, moved),
                Field::Data => {
                    move_keys(&mut new.data, hidden, moved);
                    put(&mut own.data, &mut new.data, hidden, moved)
                }
                Field::Alternative => {
                    let there = !own.alternatives.is_empty();
                    for mut option in std::mem::take(&mut new.alternatives) {
                        move_of_option(&mut option, hidden, moved);
                        own.alternatives.push(option);
                    }
                    said(there)
                }
                Field::Exists => {
                    note(&mut own.note, &mut new.note, candidate_said).then_some(own.id.at)
                }
                _ => continue,
            };
            self.keep(SubjectKind::Component, &id, field, was, now);
        }
        self.removed.extend(removed.into_iter().map(|it| (place, it)));
        self.added.extend(added.into_iter().map(|it| (place, it)));
    }

    /// Requirements that come and go one by one, whoever else adds and removes some: what goes was
    /// declared, so that the order of files means nothing.
    fn requirements(&mut self, files: &mut [Declarations<'a>]) {
        for ((file, at), wanted) in std::mem::take(&mut self.removed) {
            self.remove(&mut files[file].components[at], &wanted);
        }
        for ((file, at), requirement) in std::mem::take(&mut self.added) {
            let own = &mut files[file].components[at];
            let (subject, field, now) =
                (SubjectKind::Component, Field::Requirement, requirement.at);
            let id = own.id.text.to_string();
            self.outcome.amended.push(Amended::of(subject, id, field, None, now));
            let mut items = std::mem::take(&mut own.requirements.items).into_vec();
            items.push(requirement);
            own.requirements.items = items.into();
        }
    }

    fn remove(&mut self, own: &mut Component<'a>, wanted: &Requirement<'a>) {
        let id = own.id.text.to_string();
        let mut items = std::mem::take(&mut own.requirements.items).into_vec();
        let line = wanted.line();
        match items.iter().position(|it| it.line() == line) {
            Some(at) => {
                let (was, now) = (Some(items.remove(at).at), wanted.at);
                let (subject, field) = (SubjectKind::Component, Field::Requirement);
                self.outcome.amended.push(Amended::of(subject, id, field, was, now));
            }
            None => {
                let problem = diags::nothing_to_remove(self.lang, wanted.at, &id, &line);
                self.outcome.diagnostics.push(problem);
            }
        }
        own.requirements.items = items.into();
    }

    fn of_entity(
        &mut self,
        files: &mut [Declarations<'a>],
        amendment: Amendment<'a, Entity<'a>>,
        hidden: &[Hidden<'a>],
    ) {
        let id = amendment.thing.id.clone();
        let Some((file, at)) = self.places.get(SubjectKind::Entity, &id.text) else {
            return self.outcome.unknown.push((id, Kind::Entity));
        };
        let file = &mut files[file];
        let Amendment { thing: mut new, said, candidate_said, .. } = amendment;
        for (field, now) in said {
            let own = &mut file.entities[at];
            let whole = Some(own.id.at);
            let moved = &mut file.hidden;
            let was = match field {
                Field::Name => whole.filter(|_| take(&mut own.name, &mut new.name)),
                Field::Lei => {
                    let before = std::mem::replace(&mut own.lei, new.lei.take());
                    before.map(|lei| lei.at)
                }
                Field::SameAs => identify(&mut own.same_as, &mut new.same_as),
                Field::Country => put(&mut own.country, &mut new.country, hidden, moved),
                Field::OwnedBy => put(&mut own.owned_by, &mut new.owned_by, hidden, moved),
                Field::ControlledBy => {
                    put(&mut own.controlled_by, &mut new.controlled_by, hidden, moved)
                }
                Field::Exists => {
                    note(&mut own.note, &mut new.note, candidate_said).then_some(own.id.at)
                }
                _ => continue,
            };
            self.keep(SubjectKind::Entity, &id, field, was, now);
        }
    }

    fn of_site(
        &mut self,
        files: &mut [Declarations<'a>],
        amendment: Amendment<'a, Site<'a>>,
        hidden: &[Hidden<'a>],
    ) {
        let id = amendment.thing.id.clone();
        let Some((file, at)) = self.places.get(SubjectKind::Site, &id.text) else {
            return self.outcome.unknown.push((id, Kind::Site));
        };
        let file = &mut files[file];
        let Amendment { thing: mut new, said, candidate_said, .. } = amendment;
        for (field, now) in said {
            let own = &mut file.sites[at];
            let whole = Some(own.id.at);
            let moved = &mut file.hidden;
            let was = match field {
                Field::Name => whole.filter(|_| take(&mut own.name, &mut new.name)),
                Field::SameAs => identify(&mut own.same_as, &mut new.same_as),
                Field::Country => put(&mut own.country, &mut new.country, hidden, moved),
                Field::Operator => put(&mut own.operators, &mut new.operators, hidden, moved),
                Field::Within => {
                    let before = std::mem::replace(&mut own.within, new.within.take());
                    before.map(|around| around.at)
                }
                Field::Exists => {
                    note(&mut own.note, &mut new.note, candidate_said).then_some(own.id.at)
                }
                _ => continue,
            };
            self.keep(SubjectKind::Site, &id, field, was, now);
        }
    }

    /// The names of what was amended.
    fn name(&mut self, files: &[Declarations<'a>]) {
        for amended in &mut self.outcome.amended {
            let place = self.places.get(amended.subject, &amended.id);
            let Some((file, at)) = place.and_then(|(file, at)| Some((files.get(file)?, at))) else {
                continue;
            };
            let name = match amended.subject {
                SubjectKind::Component => file.components.get(at).and_then(|it| it.name.as_ref()),
                SubjectKind::Entity => file.entities.get(at).and_then(|it| it.name.as_ref()),
                _ => file.sites.get(at).and_then(|it| it.name.as_ref()),
            };
            if let Some(name) = name {
                amended.name = name.to_string();
            }
        }
    }

    /// Keeps both places. A field that another amendment says as well is reported; options and
    /// identifiers are added, whoever else adds some.
    fn keep(
        &mut self,
        subject: SubjectKind,
        id: &Name<'a>,
        field: Field,
        was: Option<Span>,
        now: Span,
    ) {
        let key = (subject, id.text.to_string(), field);
        let first = *self.first.entry(key).or_insert(now);
        if first != now && !matches!(field, Field::Alternative | Field::SameAs) {
            let problem = diags::amended_twice(self.lang, now, first, &id.text);
            self.outcome.diagnostics.push(problem);
            return;
        }
        let id = id.text.to_string();
        self.outcome.amended.push(Amended::of(subject, id, field, was, now));
    }
}
