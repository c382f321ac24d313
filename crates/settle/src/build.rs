//! From a model to an [`Settled`]: everything that depends on the day is settled here, once.

use rustc_hash::FxHashMap;
use trefonds_model::{
    ComponentIx, Country, Date, Effect, Entity, EntityIx, Grade, Holder, Holding, Inventory,
    Jurisdiction, LawIx, NoteIx, Question, Rest, Share, SiteIx,
};
use trefonds_model::{DayFrom, FactKind, Reading, Why};
use trefonds_source::Span;

use crate::Settled;
use crate::channels::{Builder, Channels, EntryIx, Known, Target};
use crate::circuit::Circuit;
use crate::control::Control;
use crate::denial::Meanings;
use crate::ended::EndedTimes;
use crate::find::Index;
pub use crate::gaps::Tally;
use crate::gaps::fill;
use crate::reach::Reaches;
use crate::repairs::Repairs;
use crate::sites::site_facts;
use crate::stakes::{Stake, Stakes};
use crate::standing::Standing;
use crate::unknowns::{Calendar, Subject, Unknown, UnknownIx, Unknowns};

/// All votes, in millionths.
const ALL: u64 = Share::WHOLE as u64;

/// What the results speak of; `None` leaves it to the inventory.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day.
    pub as_of: Option<Date>,
    /// The trusted jurisdictions.
    pub home: Option<Vec<Jurisdiction>>,
    /// What is asked of events.
    pub question: Question,
}

/// What is known of a legal entity on the day.
#[derive(Debug)]
pub struct EntityFacts {
    /// Where it is incorporated: each country counts.
    pub countries: Vec<Known<Country>>,
    /// Set when it may be incorporated in a country that is not named.
    pub unknown_country: Option<UnknownIx>,
    /// Set when somebody who is not named may be above it.
    pub unknown_parent: Option<UnknownIx>,
    /// Whether its parents count as declared.
    pub parents_known: bool,
    /// Votes that nobody who is named holds, in millionths, when they could decide who controls it.
    pub unnamed: Option<(UnknownIx, u64)>,
}

/// The codes of some countries, each once; `None` without any.
pub fn codes_of(countries: &[Known<Country>]) -> Option<String> {
    let mut codes: Vec<&str> = Vec::with_capacity(countries.len());
    for known in countries {
        if !codes.contains(&known.value.code()) {
            codes.push(known.value.code());
        }
    }
    (!codes.is_empty()).then(|| codes.join(", "))
}

impl EntityFacts {
    /// The countries that count in a reading.
    pub fn countries(&self, reading: Reading) -> impl Iterator<Item = Country> + '_ {
        let counting = self.countries.iter().filter(move |known| known.counts(reading));
        counting.map(|known| known.value)
    }

    /// Whether somebody has said, for certain and in full, where it is incorporated.
    pub fn country_known(&self) -> bool {
        self.unknown_country.is_none() && self.countries(Reading::Settled).next().is_some()
    }

    /// The codes of its countries in the careful reading, `None` without any.
    pub fn country_codes(&self) -> Option<String> {
        codes_of(&self.countries)
    }

    /// Whether it is incorporated in a state, or a territory of it, in a reading.
    pub fn is_in(&self, state: Country, reading: Reading) -> bool {
        self.within(state, reading).is_some()
    }

    /// The country of a state, itself or a territory, where it is incorporated in a reading.
    pub(crate) fn within(&self, state: Country, reading: Reading) -> Option<Country> {
        self.countries(reading).find(|own| own.state() == state)
    }
}

/// The channels by what stands at their far end.
#[derive(Default)]
pub struct Inverted {
    /// By the legal entity.
    pub by_party: FxHashMap<EntityIx, Vec<EntryIx>>,
    pub(crate) by_country: FxHashMap<Country, Vec<EntryIx>>,
    pub(crate) by_unknown: FxHashMap<UnknownIx, Vec<EntryIx>>,
    pub(crate) by_site: FxHashMap<SiteIx, Vec<EntryIx>>,
}

impl<'m> Settled<'m> {
    /// Prepares every analysis of `model`. It cannot fail: a model is valid.
    ///
    /// O(components + requirements + channels) time and space, and one control fixpoint per entity.
    #[must_use]
    pub fn new(model: &'m Inventory, options: &Options) -> Self {
        let day = options.as_of.or_else(|| model.day());
        let home = options.home.clone().unwrap_or_else(|| model.home.clone());
        let calendar = Calendar { notes: &model.notes, day };
        let mut unknowns = Unknowns::default();
        let (entities, stakes) = entity_facts(model, calendar, &mut unknowns);
        let (settled, careful) = Control::both(model.entities.len(), &stakes);
        let sites = site_facts(model, calendar, &mut unknowns);
        let standing = Standing::new(model, calendar);
        let doubts = doubtful_laws(model, calendar);
        let doubtful_laws = doubts.into_iter().map(|it| unknowns.add(it)).collect();
        let circuit = Circuit::new(model, calendar, &standing, &mut unknowns);
        let sited = sites_below(model, calendar, &circuit);
        let mut builder = Builder::new(model, calendar, &sites, &mut unknowns);
        builder.question = options.question;
        builder.orders_changes = orders_changes(model, calendar);
        let tallies = fill(&mut builder, &standing, &sited);
        let channels = builder.finish();
        let inverted = invert(&channels);
        let mut analysis = Self {
            model,
            question: options.question,
            day,
            day_from: day_from(model, options),
            home,
            unknowns,
            entities,
            stakes,
            settled,
            careful,
            sites,
            standing,
            doubtful_laws,
            ended: EndedTimes::default(),
            circuit,
            order: std::sync::OnceLock::new(),
            hard_order: std::sync::OnceLock::new(),
            repairs: Repairs::new(model, calendar),
            tallies,
            channels,
            inverted,
            reaches: Reaches::default(),
            meanings: Meanings::default(),
            index: Index::default(),
        };
        if analysis.question == Question::Withdrawal {
            for unknown in lawless(&analysis) {
                analysis.unknowns.add(unknown);
            }
        }
        analysis.ended = analysis.ended_times();
        analysis
    }
}

fn day_from(model: &Inventory, options: &Options) -> Option<DayFrom> {
    let asked = options.as_of.map(|_| DayFrom::Asked);
    let said = model.as_of.map(|_| DayFrom::Inventory);
    asked.or(said).or(model.newest_verified.map(|_| DayFrom::Verified))
}

fn invert(channels: &Channels) -> Inverted {
    let mut inverted = Inverted::default();
    for (at, entry) in channels.iter() {
        match entry.target {
            Target::Party(entity) => inverted.by_party.entry(entity).or_default().push(at),
            Target::Country(country) => {
                inverted.by_country.entry(country.state()).or_default().push(at)
            }
            Target::Unknown(unknown) => inverted.by_unknown.entry(unknown).or_default().push(at),
            Target::Site(site) => inverted.by_site.entry(site).or_default().push(at),
        }
    }
    inverted
}

fn entity_facts(
    model: &Inventory,
    calendar: Calendar<'_>,
    unknowns: &mut Unknowns,
) -> (Vec<EntityFacts>, Stakes) {
    let mut facts = Vec::with_capacity(model.entities.len());
    let (mut stakes, mut dispersed) = (Vec::new(), Vec::new());
    for (at, entity) in model.entities.iter().enumerate() {
        let held = EntityIx(at as u32);
        let mut reader = EntityReader { held, entity, calendar, unknowns, model };
        let countries = reader.countries();
        let unknown_country = reader.unknown_country();
        let (unknown_parent, unnamed, parents_known) = reader.parents();
        reader.stakes(&mut stakes);
        dispersed.push(reader.dispersed());
        facts.push(EntityFacts {
            countries,
            unknown_country,
            unknown_parent,
            parents_known,
            unnamed,
        });
    }
    (facts, Stakes::new(dispersed, stakes))
}

/// Reads one entity on the day.
struct EntityReader<'a, 'u> {
    held: EntityIx,
    entity: &'a Entity,
    calendar: Calendar<'a>,
    unknowns: &'u mut Unknowns,
    model: &'a Inventory,
}

impl EntityReader<'_, '_> {
    fn unknown(&self, fact: FactKind, why: Why, at: Span) -> Unknown {
        let unknown = Unknown::new(fact, Subject::Entity(self.held), why, at);
        Unknown { called_for: true, ..unknown }
    }

    /// The unknown of a fact that is a candidate, if it is one.
    fn candidate(
        &mut self,
        fact: FactKind,
        about: Option<EntityIx>,
        note: NoteIx,
        at: Span,
    ) -> Option<UnknownIx> {
        let whole = self.calendar.candidate(self.entity.note);
        (whole || self.calendar.candidate(note)).then(|| {
            let unknown = self.unknown(fact, Why::Candidate, at);
            self.unknowns.add(Unknown { about: about.map(Subject::Entity), ..unknown })
        })
    }

    fn countries(&mut self) -> Vec<Known<Country>> {
        let calendar = self.calendar;
        let facts = self.entity.country.items.iter().filter(|fact| calendar.holds(fact.note));
        facts
            .map(|fact| Known {
                value: fact.country,
                candidate: self.candidate(FactKind::Country, None, fact.note, fact.at),
                at: fact.at,
                note: fact.note,
            })
            .collect()
    }

    fn unknown_country(&mut self) -> Option<UnknownIx> {
        let stated = &self.entity.country;
        let why = self.calendar.gap_of_parties(stated, |fact| fact.note)?;
        if why == Why::Candidate {
            return None;
        }
        let unknown = self.unknown(FactKind::Country, why, stated.at);
        let unknown = Unknown { hidden: stated.hidden, ..unknown };
        Some(self.unknowns.add_named(unknown, self.model.hidden_name(stated.hidden)))
    }

    /// Who may be above it without being named: the unknown when that is control by itself, the votes
    /// that could make it so together with others, and whether its parents count as declared.
    fn parents(&mut self) -> (Option<UnknownIx>, Option<(UnknownIx, u64)>, bool) {
        let gap = self.parents_gap();
        let only_candidates = self.only_candidates();
        let unnamed = self.unnamed();
        let hidden = self.entity.owned_by.hidden.or(self.entity.controlled_by.hidden);
        if let Some((why, at)) = gap {
            let unknown = Unknown { hidden, ..self.unknown(FactKind::Parents, why, at) };
            let unknown = self.unknowns.add_named(unknown, self.model.hidden_name(hidden));
            // Whoever controls by other means, or of whom nothing is said, has all that it takes.
            let votes = if unnamed > u64::from(Share::HALF) { unnamed } else { ALL };
            return (Some(unknown), Some((unknown, votes)), false);
        }
        let firm = self.holdings().any(|holding| holding.votes.at_least > Share::HALF);
        let could_decide = ALL.saturating_sub(self.dispersed()) > u64::from(Share::HALF);
        let matters =
            unnamed > 0 && !firm && could_decide && !self.entity.owned_by.items.is_empty();
        let rest = matters.then(|| {
            let why = if self.entity.owned_by.rest == Rest::Undisclosed {
                Why::Undisclosed
            } else {
                Why::NotSaid
            };
            let unknown = self.unknown(FactKind::Parents, why, self.entity.owned_by.at);
            let unknown = Unknown { hidden, called_for: false, ..unknown };
            let name = self.model.hidden_name(hidden);
            (self.unknowns.add_named(unknown, name), unnamed)
        });
        (None, rest, !only_candidates)
    }

    /// Votes that are dispersed at least.
    fn dispersed(&self) -> u64 {
        let dispersed = self.holdings().filter(|it| matches!(it.holder, Holder::Dispersed));
        dispersed.map(least).sum()
    }

    fn holdings(&self) -> impl Iterator<Item = &Holding> {
        let calendar = self.calendar;
        self.entity.owned_by.items.iter().filter(move |holding| calendar.holds(holding.note))
    }

    fn only_candidates(&self) -> bool {
        let by_votes = self.calendar.gap(&self.entity.owned_by, |holding| holding.note);
        let by_other = self.calendar.gap(&self.entity.controlled_by, |link| link.note);
        let whole = self.calendar.candidate(self.entity.note);
        whole || by_votes == Some(Why::Candidate) || by_other == Some(Why::Candidate)
    }

    /// Votes that nobody who is named need hold: what is named is measured with the least. Where the rest is
    /// dispersed, that is so but for what somebody held whose holding has ended: he may have sold it to one.
    fn unnamed(&self) -> u64 {
        let left = ALL.saturating_sub(self.holdings().map(least).sum());
        let dispersed = self
            .holdings()
            .any(|holding| matches!(holding.holder, Holder::Dispersed) && !holding.votes_said);
        if dispersed { left.min(self.ended_votes()) } else { left }
    }

    /// Votes of holdings that have ended without a successor, measured with the most.
    fn ended_votes(&self) -> u64 {
        let all = || self.entity.owned_by.items.iter();
        let ended = all().filter(|holding| {
            let named = matches!(holding.holder, Holder::Entity(_)) || holding.votes_said;
            named && self.calendar.has_ended(holding.note, all().map(|it| it.note))
        });
        ended.map(|holding| u64::from(holding.votes.at_most)).sum()
    }

    /// Why somebody unnamed may be above an entity, and where that is said; `None` when nobody can be
    /// by himself.
    fn parents_gap(&self) -> Option<(Why, Span)> {
        let entity = self.entity;
        let known = |gap: Option<Why>| gap.filter(|why| *why != Why::Candidate);
        let by_votes = known(self.calendar.gap(&entity.owned_by, |holding| holding.note));
        let by_other = known(self.calendar.gap_of_parties(&entity.controlled_by, |link| link.note));
        let unnamed = self.unnamed() > u64::from(Share::HALF);
        let ended = self.calendar.any_has_ended(&entity.owned_by, |holding| holding.note);
        let owned_at = entity.owned_by.at;
        match (by_votes, by_other) {
            (Some(Why::NotSaid), Some(Why::NotSaid)) => Some((Why::NotSaid, entity.at)),
            (Some(Why::NotSaid), other) => other.map(|why| (why, entity.controlled_by.at)),
            // Who holds the undisclosed rest cannot control when the rest is half or less.
            (Some(why), _) if unnamed => Some((why, owned_at)),
            (_, Some(why)) if why != Why::NotSaid => Some((why, entity.controlled_by.at)),
            (None, _) if !entity.owned_by.items.is_empty() && unnamed => {
                Some((if ended { Why::Lapsed } else { Why::NotSaid }, owned_at))
            }
            _ => None,
        }
    }

    fn stakes(&mut self, stakes: &mut Vec<Stake>) {
        let (held, calendar, entity) = (self.held, self.calendar, self.entity);
        for holding in entity.owned_by.items.iter().filter(|holding| calendar.holds(holding.note)) {
            let Holder::Entity(holder) = holding.holder else {
                continue;
            };
            let (votes, at, note) = (holding.votes, holding.at, holding.note);
            let candidate = self.candidate(FactKind::Votes, Some(holder), note, at);
            let range = (candidate.is_none() && votes.at_least != votes.at_most).then(|| {
                let why = if holding.votes_said { Why::Range } else { Why::NotSaid };
                let unknown = self.unknown(FactKind::Votes, why, at);
                self.unknowns.add(Unknown {
                    about: Some(Subject::Entity(holder)),
                    called_for: false,
                    ..unknown
                })
            });
            let (candidate, unknown) = (candidate.is_some(), candidate.or(range));
            stakes.push(Stake { holder, held, votes: Some(votes), unknown, candidate, at, note });
        }
        for link in entity.controlled_by.items.iter().filter(|link| calendar.holds(link.note)) {
            let (holder, at, note) = (link.entity, link.at, link.note);
            let unknown = self.candidate(FactKind::Votes, Some(holder), note, at);
            let candidate = unknown.is_some();
            stakes.push(Stake { holder, held, votes: None, unknown, candidate, at, note });
        }
    }
}

/// The votes that a holding has at least.
fn least(holding: &Holding) -> u64 {
    u64::from(holding.votes.at_least)
}

/// For each component, whether it or something that it needs, not softly, has a site. O(V + E) time.
fn sites_below(model: &Inventory, calendar: Calendar<'_>, circuit: &Circuit<'_>) -> Vec<bool> {
    let own = |component: &ComponentIx| {
        let locations = &model.component(*component).locations;
        locations.items.iter().any(|location| calendar.holds(location.note))
    };
    let all = (0..model.components.len() as u32).map(ComponentIx);
    let mut open: Vec<ComponentIx> = all.filter(own).collect();
    let mut sited = vec![false; model.components.len()];
    open.iter().for_each(|component| sited[component.at()] = true);
    while let Some(component) = open.pop() {
        let hard = circuit.watchers(component).iter().filter(|leaf| !circuit.is_soft(**leaf));
        for owner in hard.map(|leaf| circuit.owner(*leaf)) {
            if !std::mem::replace(&mut sited[owner.at()], true) {
                open.push(owner);
            }
        }
    }
    sited
}

/// Whether a law on access can order changes: then whoever can make them is looked at, and stops nothing.
fn orders_changes(model: &Inventory, calendar: Calendar<'_>) -> bool {
    let laws = model.laws.iter().filter(|law| calendar.holds(law.note));
    let mut rules = laws.flat_map(|law| &law.reaches);
    rules.any(|rule| rule.channel == trefonds_model::Channel::Change)
}

/// Countries outside home that reach something and of which no law on access is declared.
fn lawless(analysis: &Settled<'_>) -> Vec<Unknown> {
    let calendar = analysis.calendar();
    let spoken_for = |country: Country| {
        let laws = analysis.model.laws.iter();
        laws.filter(|law| law.effect == Effect::Access && calendar.holds(law.note))
            .any(|law| law.jurisdiction.law_runs_in(country, analysis.day))
    };
    let place = analysis.model.laws.first().map_or_else(Span::default, |law| law.at);
    let countries = analysis.countries().into_iter();
    let silent = countries.filter(|c| analysis.is_foreign_country(*c) && !spoken_for(*c));
    silent
        .map(|country| Unknown::new(FactKind::Law, Subject::Country(country), Why::NotSaid, place))
        .collect()
}

/// What is not settled of laws: whether the contested rules of those on denial reach, and whether those are
/// so that nobody has confirmed.
fn doubtful_laws(model: &Inventory, calendar: Calendar<'_>) -> Vec<Unknown> {
    let laws = model.laws.iter().enumerate();
    let doubts = laws.flat_map(|(at, law)| {
        let subject = Subject::Law(LawIx(at as u32));
        let denies = law.effect == Effect::Denial;
        let contested = law.reaches.iter().find(|rule| denies && rule.grade == Grade::Arguable);
        let supposed = match calendar.candidate(law.note) {
            true => Some(law.at),
            false => {
                let rule = law.reaches.iter().find(|rule| calendar.candidate(rule.note));
                rule.map(|rule| rule.at)
            }
        };
        let contested = contested.map(|rule| (Why::Arguable, rule.at));
        let both = contested.into_iter().chain(supposed.map(|at| (Why::Candidate, at)));
        both.map(move |(why, at)| Unknown::new(FactKind::Rule, subject, why, at))
    });
    doubts.collect()
}
