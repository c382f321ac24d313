//! How legal entities, countries and unknowns reach components: one flat list of entries.

mod places;

use rustc_hash::FxHashMap;
use trefonds_model::{
    Channel, Component, ComponentIx, Country, EntityIx, Inventory, Minutes, NoteIx, OnWithdrawal,
    SiteIx, Supply,
};
use trefonds_model::{FactKind, Question, Reading, Why};
use trefonds_source::Span;

pub use crate::sites::{Known, SiteFacts};
use crate::unknowns::{Calendar, Subject, Unknown, UnknownIx, Unknowns};

/// What stands at the far end of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A legal entity.
    Party(EntityIx),
    /// A place in a country.
    Country(Country),
    /// A site that may fail: where it is asked what breaks.
    Site(SiteIx),
    /// Nobody knows: in the careful reading a foreign controller of its own.
    Unknown(UnknownIx),
}

impl Target {
    /// The same, with the state of a territory in its place: looked up once, not in each sweep.
    pub(crate) fn of_state(self) -> Self {
        match self {
            Self::Country(country) => Self::Country(country.state()),
            other => other,
        }
    }
}

/// The site through which a channel passes.
#[derive(Clone, Copy, Debug)]
pub struct Through {
    /// The site.
    pub site: SiteIx,
    /// Where it is said.
    pub at: Span,
    /// Its dates and source.
    pub note: NoteIx,
    /// Which of the places of its component the site is, when it stands in several; as [`Entry::place`],
    /// but for what is known of the site.
    pub place: Option<u32>,
    /// Set when nobody has confirmed that the component stands there.
    pub candidate: Option<UnknownIx>,
}

/// One channel of one component.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The component.
    pub owner: ComponentIx,
    /// `None` for requirements that nobody has declared.
    pub channel: Option<Channel>,
    /// What stands at the far end.
    pub target: Target,
    settled: Minutes,
    careful: Minutes,
    /// The unknown that the careful delay takes against us.
    pub unknown: Option<UnknownIx>,
    /// Where it is said.
    pub at: Span,
    /// Its dates and source.
    pub note: NoteIx,
    /// The site, where it passes through one.
    pub through: Option<Through>,
    /// Which of the places of its component, when it stands in several and the channel is one of
    /// these; the careful delay then takes against us that all of them may be needed.
    pub place: Option<u32>,
}

impl Entry {
    /// Whether it says who runs its component itself, and not its site.
    pub(crate) fn says_who_runs(&self) -> bool {
        self.channel == Some(Channel::Operation) && self.through.is_none()
    }

    /// The time from the withdrawal to the stop.
    pub const fn delay(&self, reading: Reading) -> Minutes {
        match reading {
            Reading::Settled => self.settled,
            Reading::Careful => self.careful,
        }
    }
}

/// A place of [`Channels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryIx(pub(crate) u32);

/// What sweeps over all components look at: a quarter of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Switch {
    /// A country is a state.
    pub(crate) target: Target,
    settled: Minutes,
    careful: Minutes,
}

impl Switch {
    /// The time from the withdrawal to the stop.
    pub(crate) const fn delay(&self, reading: Reading) -> Minutes {
        match reading {
            Reading::Settled => self.settled,
            Reading::Careful => self.careful,
        }
    }
}

/// All channels, by component, in file order.
#[derive(Default)]
pub struct Channels {
    entries: Vec<Entry>,
    /// The same in short, in the same order.
    switches: Vec<Switch>,
    starts: Vec<u32>,
    /// The places of each component that stands in several.
    spread: FxHashMap<ComponentIx, Places>,
}

impl Channels {
    /// One of them.
    pub fn get(&self, entry: EntryIx) -> &Entry {
        &self.entries[entry.0 as usize]
    }

    /// All of them, by component in file order.
    pub fn iter(&self) -> impl Iterator<Item = (EntryIx, &Entry)> {
        self.entries.iter().enumerate().map(|(at, entry)| (EntryIx(at as u32), entry))
    }

    /// The channels of one component.
    pub fn of(&self, component: ComponentIx) -> &[Entry] {
        let (start, end) = self.range(component);
        &self.entries[start as usize..end as usize]
    }

    /// The same, with their places.
    pub fn indexed(&self, component: ComponentIx) -> impl Iterator<Item = (EntryIx, &Entry)> {
        let (start, end) = self.range(component);
        (start..end).map(|at| (EntryIx(at), &self.entries[at as usize]))
    }

    /// The channels of one component in short.
    pub(crate) fn switches(&self, component: ComponentIx) -> &[Switch] {
        let (start, end) = self.range(component);
        &self.switches[start as usize..end as usize]
    }

    /// In how many places a component stands, when it is in several: one is enough in the settled
    /// reading, as nobody has said how many it needs.
    pub fn places(&self, component: ComponentIx) -> Option<Places> {
        if self.spread.is_empty() { None } else { self.spread.get(&component).copied() }
    }

    fn range(&self, component: ComponentIx) -> (u32, u32) {
        (self.starts[component.at()], self.starts[component.at() + 1])
    }
}

/// The places of a component that stands in several.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// How many.
    pub count: u32,
    /// How many of them it needs.
    pub needed: Needed,
}

/// How many of its places a component needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Nobody has said: one in the settled reading, all in the careful one.
    NotSaid(UnknownIx),
    /// So many, at least 1 and no more than there are.
    Said(u32),
}

impl Places {
    /// How many places must be lost together for the component to stop, in either reading; where nobody
    /// has said how many it needs, the loss of any one is enough in the careful one.
    pub const fn must_fail(self) -> u32 {
        match self.needed {
            Needed::NotSaid(_) => self.count,
            Needed::Said(needed) => self.count - needed + 1,
        }
    }

    /// The fact that nobody has said.
    pub const fn unknown(self) -> Option<UnknownIx> {
        match self.needed {
            Needed::NotSaid(unknown) => Some(unknown),
            Needed::Said(_) => None,
        }
    }

    /// Whether the loss of one place is the loss of the component, whoever takes it.
    const fn any_stops(self) -> bool {
        self.must_fail() == 1
    }

    /// Whether a channel takes a place in a reading: what is supposed or not known does in the careful one.
    pub fn takes(self, entry: &Entry, reading: Reading) -> bool {
        let known = !matches!(entry.target, Target::Unknown(_));
        let firm = known && (entry.unknown.is_none() || entry.unknown == self.unknown());
        firm || (reading == Reading::Careful && matches!(self.needed, Needed::Said(_)))
    }
}

/// Builds the channels component by component.
pub struct Builder<'a> {
    pub(crate) model: &'a Inventory,
    pub(crate) calendar: Calendar<'a>,
    pub(crate) sites: &'a [SiteFacts],
    pub(crate) unknowns: &'a mut Unknowns,
    /// What is asked of events.
    pub(crate) question: Question,
    /// Whether whoever can make changes is looked at, though that stops nothing.
    pub(crate) orders_changes: bool,
    channels: Channels,
    /// The unknown of the current component, when all of it is a candidate.
    whole: Option<UnknownIx>,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(
        model: &'a Inventory,
        calendar: Calendar<'a>,
        sites: &'a [SiteFacts],
        unknowns: &'a mut Unknowns,
    ) -> Self {
        let mut starts = Vec::with_capacity(model.components.len() + 1);
        starts.push(0);
        let channels = Channels { starts, ..Channels::default() };
        let (question, orders_changes) = (Question::Withdrawal, false);
        Self { model, calendar, sites, unknowns, question, orders_changes, channels, whole: None }
    }

    pub(crate) fn finish(mut self) -> Channels {
        let short = |entry: &Entry| {
            let (target, settled, careful) =
                (entry.target.of_state(), entry.settled, entry.careful);
            Switch { target, settled, careful }
        };
        self.channels.switches = self.channels.entries.iter().map(short).collect();
        self.channels
    }

    /// Ends the list of the current component.
    pub(crate) fn close(&mut self) {
        self.channels.starts.push(self.channels.entries.len() as u32);
    }

    /// Adds what is declared of one component.
    pub(crate) fn declared(&mut self, owner: ComponentIx, component: &Component) {
        let calendar = self.calendar;
        let subject = Subject::Component(owner);
        self.whole = calendar.candidate(component.note).then(|| {
            let at = component.at;
            self.unknowns.add(Unknown::new(FactKind::Presence, subject, Why::Candidate, at))
        });
        let layer = component.layer;
        for party in component.operators.items.iter().filter(|p| calendar.holds(p.note)) {
            let draft = Draft::new(owner, Channel::Operation, party.at, party.note);
            let called_for = layer.calls_for_operator();
            let unknown =
                self.candidate(FactKind::Operator, owner, party.entity, called_for, &draft);
            self.push(draft, Target::Party(party.entity), Minutes::ZERO, unknown);
        }
        if self.question == Question::Withdrawal {
            for supply in component.suppliers.items.iter().filter(|s| calendar.holds(s.note)) {
                self.supply(owner, supply, layer.calls_for_suppliers());
            }
        }
        self.changes(owner, component);
        self.locations(owner, component);
    }

    /// Who can change it from afar: that breaks it at once, and stops nothing when they withdraw.
    fn changes(&mut self, owner: ComponentIx, component: &Component) {
        let delay = match self.question {
            Question::Fault => Minutes::ZERO,
            Question::Withdrawal if self.orders_changes => Minutes::NEVER,
            Question::Withdrawal => return,
        };
        let calendar = self.calendar;
        for change in component.changes.items.iter().filter(|it| calendar.holds(it.note)) {
            let draft = Draft::new(owner, Channel::Change, change.at, change.note);
            let called_for = component.layer.calls_for_changes();
            let kind = FactKind::ChangedBy;
            let unknown = self.candidate(kind, owner, change.entity, called_for, &draft);
            self.push(draft, Target::Party(change.entity), delay, unknown);
        }
    }

    /// The unknown of a party that is a candidate, if it is one.
    fn candidate(
        &mut self,
        fact: FactKind,
        owner: ComponentIx,
        about: EntityIx,
        called_for: bool,
        draft: &Draft,
    ) -> Option<UnknownIx> {
        if !self.calendar.candidate(draft.note) {
            return self.whole;
        }
        let subject = Subject::Component(owner);
        let about = Some(Subject::Entity(about));
        let unknown = Unknown::new(fact, subject, Why::Candidate, draft.at);
        Some(self.unknowns.add(Unknown { about, called_for, ..unknown }))
    }

    /// Adds a fact of one component that nobody has declared; the withdrawal of whoever it hides
    /// takes effect after `delay`.
    pub(crate) fn missing(&mut self, unknown: Unknown, delay: Minutes) {
        let Subject::Component(owner) = unknown.subject else { return };
        let (fact, at) = (unknown.fact, unknown.at);
        let channel = match fact {
            FactKind::Operator => Some(Channel::Operation),
            FactKind::Suppliers => Some(Channel::Supply),
            FactKind::Site => Some(Channel::Location),
            FactKind::ChangedBy => Some(Channel::Change),
            _ => None,
        };
        let name = self.model.hidden_name(unknown.hidden);
        let unknown = self.unknowns.add_named(unknown, name);
        if matches!(fact, FactKind::Data | FactKind::DataForm | FactKind::Keys) {
            return;
        }
        // That nobody has said who can change it is counted and asked, and makes no finding.
        let silent = matches!(self.unknowns.get(unknown).why, Why::NotSaid | Why::Lapsed);
        if fact == FactKind::ChangedBy && silent {
            return;
        }
        let (place, delay) = match (fact, self.channels.spread.get(&owner)) {
            // The place that is not known comes after those that are.
            (FactKind::Site, Some(places)) => {
                let alone = places.unknown().is_some() || places.any_stops();
                (Some(places.count - 1), if alone { delay } else { Minutes::NEVER })
            }
            _ => (None, delay),
        };
        let draft = Draft { owner, channel, at, note: NoteIx::default(), through: None, place };
        self.unknown_entry(draft, unknown, delay);
    }

    /// A channel whose party or place is known. An unknown counts in the careful reading only.
    fn push(&mut self, draft: Draft, target: Target, delay: Minutes, unknown: Option<UnknownIx>) {
        let settled = if unknown.is_some() { Minutes::NEVER } else { delay };
        self.channels.entries.push(draft.entry(target, settled, delay, unknown));
    }

    fn unknown_entry(&mut self, draft: Draft, unknown: UnknownIx, delay: Minutes) {
        let target = Target::Unknown(unknown);
        let entry = draft.entry(target, Minutes::NEVER, delay, Some(unknown));
        self.channels.entries.push(entry);
    }

    fn supply(&mut self, owner: ComponentIx, supply: &Supply, called_for: bool) {
        let draft = Draft::new(owner, Channel::Supply, supply.at, supply.note);
        let candidate =
            self.candidate(FactKind::Suppliers, owner, supply.entity, called_for, &draft);
        let target = Target::Party(supply.entity);
        if supply.on_withdrawal != OnWithdrawal::NotSaid || candidate.is_some() {
            return self.push(draft, target, careful_delay(supply.on_withdrawal), candidate);
        }
        let subject = Subject::Component(owner);
        let unknown = Unknown::new(FactKind::OnWithdrawal, subject, Why::NotSaid, supply.at);
        let unknown =
            self.unknowns.add(Unknown { about: Some(Subject::Entity(supply.entity)), ..unknown });
        self.push(draft, target, Minutes::ZERO, Some(unknown));
    }
}

/// When the withdrawal of a supplier takes effect, taken against us where it is not said.
pub(crate) const fn careful_delay(on_withdrawal: OnWithdrawal) -> Minutes {
    match on_withdrawal {
        OnWithdrawal::Stops | OnWithdrawal::NotSaid => Minutes::ZERO,
        OnWithdrawal::StopsAfter(delay) => delay,
        OnWithdrawal::Survives => Minutes::NEVER,
    }
}

/// A channel of which only the far end and the delays are still to be said.
#[derive(Clone, Copy)]
struct Draft {
    owner: ComponentIx,
    channel: Option<Channel>,
    at: Span,
    note: NoteIx,
    through: Option<Through>,
    place: Option<u32>,
}

impl Draft {
    const fn new(owner: ComponentIx, channel: Channel, at: Span, note: NoteIx) -> Self {
        Self { owner, channel: Some(channel), at, note, through: None, place: None }
    }

    const fn entry(
        self,
        target: Target,
        settled: Minutes,
        careful: Minutes,
        unknown: Option<UnknownIx>,
    ) -> Entry {
        let Self { owner, channel, at, note, through, place } = self;
        Entry { owner, channel, target, settled, careful, unknown, at, note, through, place }
    }
}
