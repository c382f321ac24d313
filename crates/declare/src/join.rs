//! Join on demand: of a large further set of declarations, only what the inventory refers to enters.
//!
//! What enters means what it would mean if all of the further set were declared: a name leads to the
//! thing of its own origin first. Across origins a thing of one id is one thing, and so are entities of
//! one LEI, whatever their ids: their facts are merged field by field, and what the inventory itself says
//! stands. Two entities of one id that have different LEIs, and two sources of one id with different
//! titles, are two: where both are referred to, both are handed on, and the door reports the id.
//!
//! A component that *is* an offer (`offers`) is completed from the component of that id in a further set; where
//! just one of the inventory is an offer, what rests on the offer rests on it.
//!
//! Root keys and amendments of a further set do not enter, laws only where the inventory asks for them by
//! jurisdiction, nor do its days of checking make the day of the inventory.

mod laws;
mod merge;
mod newer;
mod offers;
mod origin;
mod thing;

use std::borrow::Cow;
use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_lang::Lang;
use trefonds_model::{HiddenIx, Jurisdiction};
use trefonds_source::{Diagnostic, Span};

use crate::forms::{Component, Declarations, Edition, Entity, Hidden, Name, Site, Source};
use crate::places::Places;
use crate::suggest::Suggester;
use crate::walk::{self, Part};
use crate::{Field, HiddenFact, SubjectKind};

pub use origin::Origin;
use thing::Thing;

/// What the inventory and the further sets declare together.
pub struct Joined<'f> {
    /// The files of the inventory, completed, and one more of what entered, if anything did: in the order
    /// of the ids.
    pub files: Vec<Declarations<'f>>,
    /// Every field of a thing that several origins say something of, in the order of the ids.
    pub met: Vec<Met>,
    /// Every problem that was met.
    pub diagnostics: Vec<Diagnostic>,
}

/// How further sets are looked at.
#[derive(Clone, Copy, Default)]
pub struct Shelved<'k> {
    /// The language of the messages.
    pub lang: Lang,
    /// The ids of all offers, those that did not come into any set included: one may be meant.
    pub offers: &'k [&'k str],
    /// The edition that the inventory would have to name for a catalogue to be used.
    pub edition_to_write: Option<Edition>,
    /// Whether all of the further sets enters: somebody looks at these themselves.
    pub everything: bool,
}

/// A field that a further set says of something that is declared before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Met {
    /// What kind of thing.
    pub subject: SubjectKind,
    /// Its id.
    pub id: String,
    /// Which field; [`Field::Exists`] is the note of the whole.
    pub field: Field,
    /// Where it is said that stands; `None` where the further set completes it.
    pub own: Option<Span>,
    /// Where the further set says it.
    pub further: Span,
}

/// The declarations of an inventory with what they refer to in further sets, of which an earlier one goes
/// before a later one. Places of all are of one map of sources.
///
/// O(D + R log F) for D declarations, R things that enter and F of the further sets, which are not copied.
///
/// ```
/// use trefonds_declare::{Origin, Shelved, forms::{Component, Declarations, Entity, Name, Noted}, join};
/// use trefonds_model::Stated;
/// use trefonds_source::Span;
///
/// let at = Span::default();
/// let name = |text: &'static str| Name { text: text.into(), at };
/// let run_by = Noted { value: name("acme"), note: None, at };
/// let mail = Component { operators: Stated::complete(vec![run_by], at), ..Component::unsaid(name("mail")) };
/// let own = Declarations { components: vec![mail], ..Declarations::default() };
/// let companies = ["acme", "others"].map(|id| Entity::unsaid(name(id))).into();
/// let further = Declarations { entities: companies, ..Declarations::default() };
/// let joined = join(vec![own], &[Origin::of(&further)], Shelved::default());
/// let entered: Vec<&str> = joined.files[1].entities.iter().map(|it| &*it.id.text).collect();
/// assert_eq!(entered, ["acme"]);
/// ```
#[must_use]
pub fn join<'f>(
    mut files: Vec<Declarations<'f>>,
    further: &[Origin<'f>],
    shelved: Shelved<'_>,
) -> Joined<'f> {
    let mut joiner = Joiner {
        further,
        own: Places::of(&files),
        identities: FxHashMap::default(),
        own_leis: FxHashMap::default(),
        own_options: FxHashSet::default(),
        asked: FxHashSet::default(),
        queue: Vec::new(),
        doubles: BTreeSet::new(),
        entered: Declarations::default(),
        met: Vec::new(),
        owners: FxHashMap::default(),
        lang: shelved.lang,
        known: shelved.offers,
        edition_to_write: shelved.edition_to_write,
        suggester: Suggester::default(),
        diagnostics: Vec::new(),
    };
    joiner.amend_offers(&mut files);
    joiner.own_offers(&files);
    joiner.identify(&files);
    joiner.enter_laws(&files);
    for file in &mut files {
        walk::file(file, &mut |part| joiner.see(None, part));
        joiner.complete_file(file);
    }
    if shelved.everything {
        joiner.refer_to_everything();
    }
    while let Some((kind, id)) = joiner.queue.pop() {
        joiner.enter(kind, &id);
    }
    joiner.enter_doubles();
    let Joiner { mut entered, mut met, diagnostics, .. } = joiner;
    if !entered.is_empty() {
        entered.components.sort_by(|one, other| one.id.text.cmp(&other.id.text));
        entered.entities.sort_by(|one, other| one.id.text.cmp(&other.id.text));
        entered.sites.sort_by(|one, other| one.id.text.cmp(&other.id.text));
        entered.laws.sort_by(|one, other| one.id.text.cmp(&other.id.text));
        entered.cited.sort_by(|one, other| one.id.text.cmp(&other.id.text));
        files.push(entered);
    }
    met.sort();
    Joined { files, met, diagnostics }
}

/// The kinds of things that a bound of something hidden may name.
const NAMED: [SubjectKind; 3] = [SubjectKind::Entity, SubjectKind::Site, SubjectKind::Component];

/// Lets in what is referred to.
struct Joiner<'o, 'f> {
    further: &'o [Origin<'f>],
    /// What the inventory itself declares.
    own: Places<'f>,
    /// LEIs and titles of what it declares.
    identities: FxHashMap<SubjectKind, FxHashMap<Cow<'f, str>, Cow<'f, str>>>,
    /// Its entities by LEI.
    own_leis: FxHashMap<Cow<'f, str>, Cow<'f, str>>,
    /// Its options for change.
    own_options: FxHashSet<Cow<'f, str>>,
    /// What was referred to before.
    asked: FxHashSet<(SubjectKind, Cow<'f, str>)>,
    queue: Vec<(SubjectKind, Cow<'f, str>)>,
    /// Things of further sets whose id means something else: further set, kind, position.
    doubles: BTreeSet<(usize, SubjectKind, usize)>,
    entered: Declarations<'f>,
    met: Vec<Met>,
    /// Own components that are offers.
    owners: offers::Owners<'f>,
    lang: Lang,
    known: &'o [&'o str],
    edition_to_write: Option<Edition>,
    suggester: Suggester,
    diagnostics: Vec<Diagnostic>,
}

impl<'f> Joiner<'_, 'f> {
    /// Notes what tells own entities and sources from others of the same id. An entity that says no LEI
    /// has that of the first further set that knows it by its id.
    fn identify(&mut self, files: &[Declarations<'f>]) {
        for file in files {
            let amended = file.amendments.components.iter().map(|it| &it.thing);
            let options = file.components.iter().chain(amended).flat_map(|it| &it.alternatives);
            self.own_options.extend(options.map(|option| option.id.text.clone()));
            for entity in &file.entities {
                let own = entity.lei.as_ref().map(|lei| lei.text.clone());
                let found = || {
                    self.further.iter().find_map(|origin| {
                        let at = origin.first(SubjectKind::Entity, &entity.id.text)?;
                        origin.identity(SubjectKind::Entity, at).map(Cow::Borrowed)
                    })
                };
                let id = &entity.id.text;
                if let Some(lei) = own.or_else(found) {
                    self.own_leis.entry(lei.clone()).or_insert_with(|| id.clone());
                    let known = self.identities.entry(SubjectKind::Entity).or_default();
                    known.entry(id.clone()).or_insert(lei);
                }
            }
            for source in &file.cited {
                if let Some(title) = &source.title {
                    let known = self.identities.entry(SubjectKind::Source).or_default();
                    known.entry(source.id.text.clone()).or_insert_with(|| title.clone());
                }
            }
        }
    }

    /// Lets everything in as if something spoke of it.
    fn refer_to_everything(&mut self) {
        let further = self.further;
        for (number, Declarations { components, entities, sites, cited, .. }) in
            further.iter().map(|origin| origin.declared).enumerate()
        {
            let mut refer = |kind, id: &Cow<'f, str>| drop(self.called(Some(number), kind, id));
            components.iter().for_each(|it| refer(SubjectKind::Component, &it.id.text));
            entities.iter().for_each(|it| refer(SubjectKind::Entity, &it.id.text));
            sites.iter().for_each(|it| refer(SubjectKind::Site, &it.id.text));
            cited.iter().for_each(|it| refer(SubjectKind::Source, &it.id.text));
        }
    }

    fn complete_file(&mut self, file: &mut Declarations<'f>) {
        let Declarations { components, entities, sites, cited, hidden, dated, .. } = file;
        let mut dates = Dates { hidden, dated };
        for component in components {
            self.complete(component, 0, &mut dates);
            self.fill(component, None, &mut dates);
        }
        entities.iter_mut().for_each(|it| self.complete(it, 0, &mut dates));
        sites.iter_mut().for_each(|it| self.complete(it, 0, &mut dates));
        cited.iter_mut().for_each(|it| self.complete(it, 0, &mut dates));
    }

    /// Completes a thing with what further sets, from one on, say of it.
    fn complete<T: Thing<'f>>(&mut self, own: &mut T, from: usize, beside: &mut Dates<'_, 'f>) {
        let further = self.further;
        for (number, origin) in further.iter().enumerate().skip(from) {
            let Some(second) = self.same(own, origin) else { continue };
            let Some(mut second) = T::all(origin.declared).get(second).cloned() else { continue };
            let id = own.id().text.to_string();
            self.tell_newer(own, &second);
            let met = own.set_aside(&mut second).into_iter();
            self.met.extend(met.map(|(field, own, further)| Met {
                subject: T::KIND,
                id: id.clone(),
                field,
                own,
                further,
            }));
            self.take(&mut second, number, beside);
            own.complete(second);
        }
    }

    /// The position of what a further set says of a thing: by its LEI, else by its id.
    fn same<T: Thing<'f>>(&self, own: &T, origin: &Origin<'f>) -> Option<usize> {
        let id = &own.id().text;
        let known = self.own_identity(T::KIND, id);
        let identity = own.identity().or(known);
        let by_lei = identity.filter(|_| T::KIND == SubjectKind::Entity);
        let found = by_lei.and_then(|lei| origin.by_lei(lei));
        found.or_else(|| {
            let at = origin.first(T::KIND, id)?;
            is_one(identity, origin.identity(T::KIND, at)).then_some(at)
        })
    }

    /// Makes a thing of a further set ready to stand among other declarations: what it refers to is let in,
    /// what it says of something hidden goes with it.
    fn take<T: Thing<'f>>(&mut self, thing: &mut T, number: usize, beside: &mut Dates<'_, 'f>) {
        let further = self.further;
        thing.walk(&mut |part| match part {
            Part::Dated(at) => drop(beside.dated.get_or_insert(at)),
            Part::Hidden(hidden) => {
                let said = further.get(number).and_then(|it| it.declared.hidden.get(hidden.at()));
                let Some(mut said) = said.cloned() else { return };
                walk::hidden(&mut said, &mut |part| self.see(Some(number), part));
                beside.hidden.push(said);
                if let Some(moved) = HiddenIx::new(beside.hidden.len() - 1) {
                    *hidden = moved;
                }
            }
            part => self.see(Some(number), part),
        });
    }

    /// Lets in what is named, and names it as it is called among all.
    fn see(&mut self, from: Option<usize>, part: Part<'_, 'f>) {
        match part {
            Part::Name(kind, name) => {
                if let Some(id) = self.called(from, kind, &name.text) {
                    name.text = id;
                }
            }
            Part::Option(name) => self.see_option(from, &name.text),
            Part::Anybody(name) => self.see_anybody(from, name),
            Part::Dated(_) | Part::Hidden(_) => {}
        }
    }

    /// Lets the component in whose option is named: that of its own origin, else of the inventory, else of
    /// the first that has it.
    fn see_option(&mut self, from: Option<usize>, option: &str) {
        let owner = |number: usize| self.further.get(number)?.owner_of(option);
        let nearest = from.and_then(|number| Some((number, owner(number)?)));
        if nearest.is_none() && self.own_options.contains(option) {
            return;
        }
        let any = || (0..self.further.len()).find_map(|number| Some((number, owner(number)?)));
        if let Some((number, owner)) = nearest.or_else(any) {
            self.called(Some(number), SubjectKind::Component, &Cow::Borrowed(owner));
        }
    }

    /// A bound means all that is called so: in its own origin, else in the inventory, else anywhere.
    fn see_anybody(&mut self, from: Option<usize>, name: &mut Name<'f>) {
        if let Some((kind, id)) = HiddenFact::named(&name.text) {
            let id = Cow::Owned(id.to_owned());
            if let Some(called) = self.called(from, kind, &id).filter(|called| *called != id) {
                name.text = Cow::Owned(HiddenFact::bound(kind, &called));
            }
            return;
        }
        if Jurisdiction::parse(&name.text).is_some() {
            return;
        }
        let id = name.text.clone();
        let declares = |kind: &SubjectKind| {
            let origin = from.and_then(|number| self.further.get(number));
            origin.is_some_and(|origin| origin.first(*kind, &id).is_some())
        };
        let mut kinds: Vec<SubjectKind> = NAMED.into_iter().filter(declares).collect();
        if kinds.is_empty() {
            if NAMED.iter().any(|kind| self.own.has(*kind, &id)) {
                return;
            }
            kinds = NAMED.into();
        }
        for kind in kinds {
            if let Some(called) = self.called(from, kind, &id).filter(|called| *called != id) {
                name.text = Cow::Owned(HiddenFact::bound(kind, &called));
            }
        }
    }

    /// What is called `id` where it is named, by its id among all; it is let in. `None` where it is nowhere.
    fn called(
        &mut self,
        from: Option<usize>,
        kind: SubjectKind,
        id: &Cow<'f, str>,
    ) -> Option<Cow<'f, str>> {
        if let Some(owner) = self.owner_of_offer(kind, id) {
            return Some(owner);
        }
        let declares = |number: &usize| {
            self.further.get(*number).is_some_and(|origin| origin.first(kind, id).is_some())
        };
        let number = match from.filter(declares) {
            Some(number) => number,
            None if self.own.has(kind, id) => return Some(id.clone()),
            None => (0..self.further.len()).find(declares)?,
        };
        let origin = self.further.get(number)?;
        let at = origin.first(kind, id)?;
        let identity = origin.identity(kind, at);
        let known = identity.or_else(|| self.standing(kind, id));
        let called = self.one_name(kind, known).unwrap_or_else(|| id.clone());
        if !is_one(self.standing(kind, &called), identity) {
            self.doubles.insert((number, kind, at));
        }
        let key = (kind, called.clone());
        if !self.own.has(kind, &called) && self.asked.insert(key.clone()) {
            self.queue.push(key);
        }
        Some(called)
    }

    /// The id of the entity of a LEI: the inventory's own, else that of the first further set that has it.
    fn one_name(&self, kind: SubjectKind, lei: Option<&str>) -> Option<Cow<'f, str>> {
        let lei = lei.filter(|_| kind == SubjectKind::Entity)?;
        if let Some(own) = self.own_leis.get(lei) {
            return Some(own.clone());
        }
        let found = |origin: &Origin<'f>| origin.declared.entities.get(origin.by_lei(lei)?);
        self.further.iter().find_map(found).map(|entity| entity.id.text.clone())
    }

    fn own_identity(&self, kind: SubjectKind, id: &str) -> Option<&str> {
        self.identities.get(&kind)?.get(id).map(|it| &**it)
    }

    /// What tells the thing of an id, among all, from others.
    fn standing(&self, kind: SubjectKind, id: &str) -> Option<&str> {
        if self.own.has(kind, id) {
            return self.own_identity(kind, id);
        }
        let found = |origin: &Origin<'f>| Some(origin.identity(kind, origin.first(kind, id)?));
        self.further.iter().find_map(found).flatten()
    }

    /// Lets the thing of an id in: that of the first further set, completed from the others. Those that
    /// one set declares twice are all let in.
    fn enter(&mut self, kind: SubjectKind, id: &str) {
        match kind {
            SubjectKind::Component => self.enter_as::<Component<'f>>(id),
            SubjectKind::Entity => self.enter_as::<Entity<'f>>(id),
            SubjectKind::Site => self.enter_as::<Site<'f>>(id),
            SubjectKind::Source => self.enter_as::<Source<'f>>(id),
            SubjectKind::Inventory | SubjectKind::Law => {}
        }
    }

    fn enter_as<T: Thing<'f>>(&mut self, id: &str) {
        let further = self.further;
        let first = further.iter().enumerate().find(|(_, it)| it.first(T::KIND, id).is_some());
        let Some((number, origin)) = first else { return };
        for (nth, at) in origin.find(T::KIND, id).iter().enumerate() {
            let completed = (nth == 0).then_some(number + 1);
            self.let_in::<T>(number, *at as usize, completed);
        }
    }

    /// Lets one thing in, completed from the further sets from one on.
    fn let_in<T: Thing<'f>>(&mut self, number: usize, at: usize, completed: Option<usize>) {
        let origin = self.further.get(number);
        let found = origin.and_then(|origin| T::all(origin.declared).get(at));
        let Some(mut thing) = found.cloned() else { return };
        let mut hidden = std::mem::take(&mut self.entered.hidden);
        let mut dated = self.entered.dated.take();
        let mut beside = Dates { hidden: &mut hidden, dated: &mut dated };
        self.take(&mut thing, number, &mut beside);
        if let Some(from) = completed {
            self.complete(&mut thing, from, &mut beside);
        }
        thing.fill(self, number, &mut beside);
        (self.entered.hidden, self.entered.dated) = (hidden, dated);
        T::all_mut(&mut self.entered).push(thing);
    }

    /// Hands on what is called like something else, and what that refers to, for the door to report.
    fn enter_doubles(&mut self) {
        let mut done = BTreeSet::new();
        while let Some(double) = self.doubles.pop_first() {
            let (number, kind, at) = double;
            if !done.insert(double) {
                continue;
            }
            match kind {
                SubjectKind::Entity => self.let_in::<Entity<'f>>(number, at, None),
                SubjectKind::Source => self.let_in::<Source<'f>>(number, at, None),
                _ => {}
            }
            while let Some((kind, id)) = self.queue.pop() {
                self.enter(kind, &id);
            }
        }
    }
}

/// Whether two things of one id are one: nothing tells them apart.
fn is_one(own: Option<&str>, other: Option<&str>) -> bool {
    own.is_none() || other.is_none() || own == other
}

/// What stands in a file beside its things.
struct Dates<'b, 'f> {
    hidden: &'b mut Vec<Hidden<'f>>,
    dated: &'b mut Option<Span>,
}
