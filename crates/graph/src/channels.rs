//! How legal entities, countries and unknowns reach components: one flat list of entries.

use trefonds_findings::{FactKind, Reading, Why};
use trefonds_model::{
    Channel, Component, ComponentIx, Country, EntityIx, Hours, Inventory, Location, NoteIx,
    OnWithdrawal, Place, SiteIx, Supply,
};
use trefonds_source::Span;

use crate::unknowns::{Calendar, Subject, Unknown, UnknownIx, Unknowns};

/// What stands at the far end of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Target {
    Party(EntityIx),
    Country(Country),
    /// Nobody knows: in the careful reading a foreign controller of its own.
    Unknown(UnknownIx),
}

/// The site through which a channel passes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Through {
    pub site: SiteIx,
    pub at: Span,
    pub note: NoteIx,
}

/// One channel of one component.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub owner: ComponentIx,
    /// `None` for requirements that nobody has declared.
    pub channel: Option<Channel>,
    pub target: Target,
    settled: Hours,
    careful: Hours,
    /// The unknown that the careful delay takes against us.
    pub unknown: Option<UnknownIx>,
    pub at: Span,
    pub note: NoteIx,
    pub through: Option<Through>,
}

impl Entry {
    /// The time from the withdrawal to the stop.
    pub(crate) const fn delay(&self, reading: Reading) -> Hours {
        match reading {
            Reading::Settled => self.settled,
            Reading::Careful => self.careful,
        }
    }
}

/// A place of [`Channels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EntryIx(pub u32);

/// What sweeps over all components look at: a quarter of an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Switch {
    pub target: Target,
    settled: Hours,
    careful: Hours,
}

impl Switch {
    /// The time from the withdrawal to the stop.
    pub(crate) const fn delay(&self, reading: Reading) -> Hours {
        match reading {
            Reading::Settled => self.settled,
            Reading::Careful => self.careful,
        }
    }
}

/// All channels, by component, in file order.
#[derive(Default)]
pub(crate) struct Channels {
    entries: Vec<Entry>,
    /// The same in short, in the same order.
    switches: Vec<Switch>,
    starts: Vec<u32>,
}

impl Channels {
    pub(crate) fn get(&self, entry: EntryIx) -> &Entry {
        &self.entries[entry.0 as usize]
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (EntryIx, &Entry)> {
        self.entries.iter().enumerate().map(|(at, entry)| (EntryIx(at as u32), entry))
    }

    /// The channels of one component.
    pub(crate) fn of(&self, component: ComponentIx) -> &[Entry] {
        let (start, end) = self.range(component);
        &self.entries[start as usize..end as usize]
    }

    /// The same, with their places.
    pub(crate) fn indexed(
        &self,
        component: ComponentIx,
    ) -> impl Iterator<Item = (EntryIx, &Entry)> {
        let (start, end) = self.range(component);
        (start..end).map(|at| (EntryIx(at), &self.entries[at as usize]))
    }

    /// The channels of one component in short.
    pub(crate) fn switches(&self, component: ComponentIx) -> &[Switch] {
        let (start, end) = self.range(component);
        &self.switches[start as usize..end as usize]
    }

    fn range(&self, component: ComponentIx) -> (u32, u32) {
        (self.starts[component.at()], self.starts[component.at() + 1])
    }
}

/// What is known of each site on the day.
pub(crate) struct SiteFacts {
    pub country: Result<Country, UnknownIx>,
    pub operators: Vec<(EntityIx, NoteIx, Span)>,
    pub unknown_operator: Option<UnknownIx>,
}

/// Builds the channels component by component.
pub(crate) struct Builder<'a> {
    pub model: &'a Inventory,
    pub calendar: Calendar<'a>,
    pub sites: &'a [SiteFacts],
    pub unknowns: &'a mut Unknowns,
    channels: Channels,
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
        let channels = Channels { entries: Vec::new(), switches: Vec::new(), starts };
        Self { model, calendar, sites, unknowns, channels }
    }

    pub(crate) fn finish(mut self) -> Channels {
        let short = |entry: &Entry| {
            let (target, settled, careful) = (entry.target, entry.settled, entry.careful);
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
        for party in component.operators.items.iter().filter(|p| calendar.holds(p.note)) {
            let target = Target::Party(party.entity);
            self.push(owner, Channel::Operation, target, party.at, party.note, None);
        }
        for supply in component.suppliers.items.iter().filter(|s| calendar.holds(s.note)) {
            self.supply(owner, supply);
        }
        for location in component.locations.items.iter().filter(|l| calendar.holds(l.note)) {
            self.location(owner, location);
        }
    }

    /// Adds a fact of one component that nobody has declared.
    pub(crate) fn missing(
        &mut self,
        owner: ComponentIx,
        fact: FactKind,
        why: Why,
        at: Span,
        called_for: bool,
    ) {
        let channel = match fact {
            FactKind::Operator => Some(Channel::Operation),
            FactKind::Suppliers => Some(Channel::Supply),
            FactKind::Site => Some(Channel::Location),
            _ => None,
        };
        let subject = Subject::Component(owner);
        let unknown = Unknown { fact, subject, about: None, why, at, called_for };
        let unknown = self.unknowns.add(unknown);
        if !matches!(fact, FactKind::Data | FactKind::DataForm | FactKind::Keys) {
            self.unknown_entry(owner, channel, unknown, at, None);
        }
    }

    fn push(
        &mut self,
        owner: ComponentIx,
        channel: Channel,
        target: Target,
        at: Span,
        note: NoteIx,
        through: Option<Through>,
    ) {
        self.channels.entries.push(Entry {
            owner,
            channel: Some(channel),
            target,
            settled: Hours::ZERO,
            careful: Hours::ZERO,
            unknown: None,
            at,
            note,
            through,
        });
    }

    fn unknown_entry(
        &mut self,
        owner: ComponentIx,
        channel: Option<Channel>,
        unknown: UnknownIx,
        at: Span,
        through: Option<Through>,
    ) {
        self.channels.entries.push(Entry {
            owner,
            channel,
            target: Target::Unknown(unknown),
            settled: Hours::NEVER,
            careful: Hours::ZERO,
            unknown: Some(unknown),
            at,
            note: NoteIx::default(),
            through,
        });
    }

    fn supply(&mut self, owner: ComponentIx, supply: &Supply) {
        let (settled, careful) = match supply.on_withdrawal {
            OnWithdrawal::Stops => (Hours::ZERO, Hours::ZERO),
            OnWithdrawal::StopsAfter(delay) => (delay, delay),
            OnWithdrawal::Survives => (Hours::NEVER, Hours::NEVER),
            OnWithdrawal::NotSaid => (Hours::NEVER, Hours::ZERO),
        };
        let unknown = (supply.on_withdrawal == OnWithdrawal::NotSaid).then(|| {
            self.unknowns.add(Unknown {
                fact: FactKind::OnWithdrawal,
                subject: Subject::Component(owner),
                about: Some(supply.entity),
                why: Why::NotSaid,
                at: supply.at,
                called_for: false,
            })
        });
        self.channels.entries.push(Entry {
            owner,
            channel: Some(Channel::Supply),
            target: Target::Party(supply.entity),
            settled,
            careful,
            unknown,
            at: supply.at,
            note: supply.note,
            through: None,
        });
    }

    fn location(&mut self, owner: ComponentIx, location: &Location) {
        let (at, note) = (location.at, location.note);
        let site = match location.place {
            Place::Country(country) => {
                return self.push(
                    owner,
                    Channel::Location,
                    Target::Country(country),
                    at,
                    note,
                    None,
                );
            }
            Place::Site(site) => site,
        };
        let through = Some(Through { site, at, note });
        let facts = &self.sites[site.at()];
        match facts.country {
            Ok(country) => {
                self.push(owner, Channel::Location, Target::Country(country), at, note, through);
            }
            Err(unknown) => {
                self.unknown_entry(owner, Some(Channel::Location), unknown, at, through);
            }
        }
        for (entity, note, at) in &facts.operators {
            self.push(owner, Channel::Operation, Target::Party(*entity), *at, *note, through);
        }
        if let Some(unknown) = facts.unknown_operator {
            self.unknown_entry(owner, Some(Channel::Operation), unknown, at, through);
        }
    }
}

/// The unknowns and facts of every site on the day.
pub(crate) fn site_facts(
    model: &Inventory,
    calendar: Calendar<'_>,
    unknowns: &mut Unknowns,
) -> Vec<SiteFacts> {
    let mut facts = Vec::with_capacity(model.sites.len());
    for (at, site) in model.sites.iter().enumerate() {
        let subject = Subject::Site(SiteIx(at as u32));
        let mut unknown = |fact, why, at| {
            unknowns.add(Unknown { fact, subject, about: None, why, at, called_for: false })
        };
        let country = site.country.items.iter().find(|fact| calendar.holds(fact.note));
        let country = country.map(|fact| fact.country).ok_or_else(|| {
            let why = calendar.gap(&site.country, |fact| fact.note).unwrap_or(Why::NotSaid);
            unknown(FactKind::SiteCountry, why, site.country.at)
        });
        let unknown_operator = calendar
            .gap(&site.operators, |party| party.note)
            .filter(|why| *why != Why::NotSaid)
            .map(|why| unknown(FactKind::SiteOperator, why, site.operators.at));
        let operators = site.operators.items.iter().filter(|party| calendar.holds(party.note));
        let operators = operators.map(|party| (party.entity, party.note, party.at)).collect();
        facts.push(SiteFacts { country, operators, unknown_operator });
    }
    facts
}
