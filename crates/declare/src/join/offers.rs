//! Components that are something that a catalogue knows: what they do not say themselves, and what they
//! rest on, is what their offer says.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_model::{Rest, Stated};

use super::merge::Merge;
use super::{Dates, Joiner, Met};
use crate::forms::{Component, Declarations, Name, Need, Note, Requirement};
use crate::{Field, SubjectKind, diags};

/// Own components by the offers that they are; `None` where several are the same.
pub(super) type Owners<'f> = FxHashMap<Cow<'f, str>, Option<Cow<'f, str>>>;

impl<'f> Joiner<'_, 'f> {
    /// Takes what amendments say that components are into these, so that what they rest on enters too.
    pub(super) fn amend_offers(&mut self, files: &mut [Declarations<'f>]) {
        let mut said: FxHashMap<Cow<'f, str>, (Option<Name<'f>>, Vec<Name<'f>>)> =
            FxHashMap::default();
        for amendment in files.iter().flat_map(|file| &file.amendments.components) {
            let it = &amendment.thing;
            if it.is.is_some() || !it.without.is_empty() {
                let (is, without) = said.entry(it.id.text.clone()).or_default();
                *is = is.take().or_else(|| it.is.clone());
                without.extend(it.without.iter().cloned());
            }
        }
        if said.is_empty() {
            return;
        }
        for component in files.iter_mut().flat_map(|file| &mut file.components) {
            if let Some((is, without)) = said.remove(&component.id.text) {
                component.is = is.or_else(|| component.is.take());
                component.without.extend(without);
            }
        }
        let amended = files.iter_mut().flat_map(|file| &mut file.amendments.components);
        amended.for_each(|it| it.thing.without.clear());
    }

    /// Notes which own component is which offer, directly or because its offer is another one.
    pub(super) fn own_offers(&mut self, files: &[Declarations<'f>]) {
        for component in files.iter().flat_map(|file| &file.components) {
            let mut is = component.is.as_ref().map(|offer| offer.text.clone());
            let mut met: FxHashSet<Cow<'f, str>> = FxHashSet::default();
            while let Some(offer) = is.filter(|offer| met.insert(offer.clone())) {
                let own = &component.id.text;
                let owner = self.owners.entry(offer.clone()).or_insert_with(|| Some(own.clone()));
                owner.take_if(|known| known != own);
                let found = self.offer(None, &offer).and_then(|(number, at)| {
                    self.further.get(number)?.declared.components.get(at)?.is.as_ref()
                });
                is = found.map(|next| next.text.clone());
            }
        }
    }

    /// The own component that is an offer, where just one is.
    pub(super) fn owner_of_offer(&self, kind: SubjectKind, id: &str) -> Option<Cow<'f, str>> {
        let owner = self.owners.get(id).filter(|_| kind == SubjectKind::Component)?;
        owner.clone().filter(|_| !self.own.has(kind, id))
    }

    /// The further set that has an offer, that of whoever names it first, and its position there.
    fn offer(&self, from: Option<usize>, id: &str) -> Option<(usize, usize)> {
        let of = |number: usize| {
            Some((number, self.further.get(number)?.first(SubjectKind::Component, id)?))
        };
        from.and_then(of).or_else(|| (0..self.further.len()).find_map(of))
    }

    /// Whether what a further set has is what can be said to be.
    pub(super) fn is_of_offers(&self, number: usize) -> bool {
        self.further.get(number).is_some_and(|origin| origin.offers)
    }

    /// Fills what a component does not say itself, offer after offer.
    pub(super) fn fill(
        &mut self,
        own: &mut Component<'f>,
        from: Option<usize>,
        beside: &mut Dates<'_, 'f>,
    ) {
        let Some(first) = own.is.clone() else {
            if let Some(name) = own.without.first() {
                self.diagnostics.push(diags::without_no_offer(self.lang, name.at));
            }
            return;
        };
        let (mut wanted, mut from) = (Some(first.clone()), from);
        let mut met: FxHashSet<Cow<'f, str>> = FxHashSet::default();
        let mut beneath =
            Beneath { without: std::mem::take(&mut own.without), offered: Vec::new() };
        while let Some(name) = wanted {
            if !met.insert(name.text.clone()) {
                self.diagnostics.push(diags::circle_of_offers(self.lang, &name));
                break;
            }
            let Some((number, at)) = self.offer(from, &name.text) else {
                self.unknown_offer(&name);
                return;
            };
            let found = self.further.get(number).and_then(|it| it.declared.components.get(at));
            let Some(mut offer) = found.cloned() else { return };
            wanted = offer.is.take().filter(|next| next.text != name.text);
            from = Some(number);
            beneath.without.extend(std::mem::take(&mut offer.without));
            self.fill_from(own, offer, number, &mut beneath, beside);
        }
        let Beneath { without, mut offered } = beneath;
        offered.sort_unstable();
        offered.dedup();
        for name in
            without.iter().filter(|name| offered.binary_search(&name.text.to_string()).is_err())
        {
            let listed = diags::nothing_without(self.lang, name, &first.text, &offered);
            self.diagnostics.push(listed);
        }
    }

    fn fill_from(
        &mut self,
        own: &mut Component<'f>,
        mut offer: Component<'f>,
        number: usize,
        beneath: &mut Beneath<'f>,
        beside: &mut Dates<'_, 'f>,
    ) {
        // The note of an offer speaks of the offer: only its days are those of what it is.
        offer.note = offer.note.take().and_then(|note| {
            let Note { from, until, until_at, .. } = *note;
            let dated = from.is_some() || until.is_some();
            dated.then(|| Box::new(Note { from, until, until_at, ..Note::default() }))
        });
        beneath.note_offered(&offer.requirements);
        let mut requirements =
            std::mem::replace(&mut offer.requirements, Stated::not_said(offer.id.at));
        for (field, own_at, further) in own.set_aside(&mut offer) {
            let (subject, id) = (SubjectKind::Component, own.id.text.to_string());
            self.met.push(Met { subject, id, field, own: own_at, further });
        }
        let items = std::mem::take(&mut requirements.items).into_vec();
        requirements.items = items.into_iter().filter(|it| !beneath.is_out(it)).collect();
        offer.requirements = requirements;
        self.take(&mut offer, number, beside);
        let requirements =
            std::mem::replace(&mut offer.requirements, Stated::not_said(offer.id.at));
        if requirements.is_said() {
            let (id, field) = (own.id.text.to_string(), Field::Requirement);
            let was = own.requirements.is_said().then_some(own.requirements.at);
            let (subject, further) = (SubjectKind::Component, requirements.at);
            self.met.push(Met { subject, id, field, own: was, further });
        }
        own.complete(offer);
        rest_on(&mut own.requirements, requirements, &own.id.text);
    }

    fn unknown_offer(&mut self, name: &Name<'f>) {
        let close = self.suggester.closest(&name.text, self.known.iter().map(|id| &**id));
        let help = match self.edition_to_write {
            Some(edition) => self.lang.no_catalogue_help(&edition.to_string()),
            None => self.lang.no_such_offer_help(),
        };
        let close = close.filter(|_| self.edition_to_write.is_none());
        self.diagnostics.push(diags::unknown_offer(self.lang, name, close, help));
    }
}

/// What offers rest on, and what a component does without.
struct Beneath<'f> {
    without: Vec<Name<'f>>,
    /// All that they rest on.
    offered: Vec<String>,
}

impl<'f> Beneath<'f> {
    fn note_offered(&mut self, requirements: &Stated<Requirement<'f>>) {
        for requirement in &requirements.items {
            named(requirement, &mut |name| self.offered.push(name.text.to_string()));
        }
    }

    /// Whether all that a requirement names is done without.
    fn is_out(&self, requirement: &Requirement<'f>) -> bool {
        let mut all = true;
        named(requirement, &mut |name| {
            all &= self.without.iter().any(|out| out.text == name.text);
        });
        all
    }
}

/// Shows every component that a requirement names.
fn named<'f>(requirement: &Requirement<'f>, see: &mut dyn FnMut(&Name<'f>)) {
    match &requirement.need {
        Need::Component(name) => see(name),
        Need::AllOf(of) | Need::AnyOf(of) | Need::AtLeast { of, .. } => {
            of.iter().for_each(|member| named(member, see));
        }
    }
}

/// What a component needs, and what its offer rests on besides: what it says of something itself stands.
fn rest_on<'f>(own: &mut Stated<Requirement<'f>>, further: Stated<Requirement<'f>>, id: &str) {
    if !further.is_said() {
        return;
    }
    if !own.is_said() {
        own.at = further.at;
        (own.rest, own.hidden) = (further.rest, further.hidden);
    } else if own.rest == Rest::Nothing && further.rest == Rest::Undisclosed {
        (own.rest, own.hidden) = (further.rest, further.hidden);
    }
    let mut said: FxHashSet<Cow<'f, str>> = FxHashSet::default();
    said.insert(Cow::Owned(id.to_owned()));
    for requirement in &own.items {
        if let Need::Component(name) = &requirement.need {
            said.insert(name.text.clone());
        }
    }
    let mut items = std::mem::take(&mut own.items).into_vec();
    for requirement in further.items {
        let again = match &requirement.need {
            Need::Component(name) => !said.insert(name.text.clone()),
            _ => false,
        };
        if !again {
            items.push(requirement);
        }
    }
    own.items = items.into_boxed_slice();
}
