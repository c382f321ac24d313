//! Coincidences of degree 1: an event and one unknown hand, or two unknown hands, that stop a service
//! together and not alone, and that could be one hand.
//!
//! What stops together and not alone meets at a group of which each makes some members fail and not
//! enough; so only pairs that share such a group are tried, and pairs whose votes add up to control
//! of somebody whom neither controls alone.
//!
//! O(E x F log F) time for E events and hands that make F requirements fail, and once more for each pair
//! that is tried; pairs beyond [`BUDGET`] are not tried, and the result says so.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_findings::{FactKind, Level, OneHand, Reading, Witness};
use trefonds_model::{ComponentIx, Country, EntityIx, Hours};

use crate::Analysis;
use crate::channels::Target;
use crate::circuit::NodeIx;
use crate::events::{Event, Scope};
use crate::search::Search;
use crate::single_points::SinglePointOptions;
use crate::survival::World;
use crate::unknowns::{Subject, UnknownIx};
use crate::witness::{Edge, Telling};

/// How many failures of components all the pairs that are tried may come to.
const BUDGET: u64 = 20_000_000;

/// Two that may be one: an event and a hand, or two hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Couple {
    /// `None`: nobody who is named.
    pub event: Option<Event>,
    pub hand: UnknownIx,
    /// The other hand, when no event is named.
    pub other: Option<UnknownIx>,
}

impl Couple {
    fn hands(self) -> Vec<UnknownIx> {
        [Some(self.hand), self.other].into_iter().flatten().collect()
    }
}

/// A couple that stops a service.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Coincidence {
    pub couple: Couple,
    pub service: ComponentIx,
    pub time: Hours,
    /// Where the two meet: pairs that meet at one group are told as one.
    pub group: Option<NodeIx>,
    pub world: World,
}

/// All that were found, and whether all were looked for.
#[derive(Default)]
pub(crate) struct Coincidences {
    pub found: Vec<Coincidence>,
    pub complete: bool,
}

impl Coincidences {
    /// Those that meet at one group of one service are one finding; none of them is empty.
    pub(crate) fn lines(&self) -> Vec<Vec<&Coincidence>> {
        type Key = (Option<Event>, ComponentIx, Option<NodeIx>, Option<Couple>);
        let mut lines: BTreeMap<Key, Vec<&Coincidence>> = BTreeMap::new();
        for one in &self.found {
            let apart = one.group.is_none().then_some(one.couple);
            lines.entry((one.couple.event, one.service, one.group, apart)).or_default().push(one);
        }
        lines.into_values().collect()
    }
}

/// What one event or hand does alone.
struct Alone {
    event: Event,
    stopped: BTreeSet<ComponentIx>,
    /// Groups of which some members have failed, and not enough.
    partial: Vec<NodeIx>,
    failed: u64,
}

impl Alone {
    /// Whether each of so many services stops with one or the other.
    fn leaves_nothing(&self, other: &Self, services: usize) -> bool {
        let most = self.stopped.len() + other.stopped.len();
        most >= services && self.stopped.union(&other.stopped).count() == services
    }
}

impl Analysis<'_> {
    /// The coincidences of degree 1 of a level: with the events that count, or of unknown hands alone.
    pub(crate) fn coincidences(
        &self,
        options: &SinglePointOptions,
        services: &[ComponentIx],
    ) -> Coincidences {
        let (down, up): (Vec<ComponentIx>, Vec<ComponentIx>) =
            services.iter().partition(|service| self.ended_at(**service).is_some());
        let mut all = self.coincidences_in(World::Now, options, &up);
        if !down.is_empty() {
            let back = self.coincidences_in(World::Back, options, &down);
            all.complete &= back.complete;
            all.found.extend(back.found);
        }
        all.found.sort_by_key(|it| (it.couple, it.service));
        all
    }

    /// The unknown hands that act at a level, each once.
    pub(crate) fn hands(&self, level: Level) -> Vec<UnknownIx> {
        let all = self.unknowns.iter().map(|(at, _)| at);
        let first = all.filter(|at| self.unknowns.first_of(*at) == *at);
        let above = match level {
            Level::Jurisdiction => self.above_unnamed_votes(),
            Level::Component | Level::Entity | Level::Controller => BTreeSet::new(),
        };
        let hands = first.filter(|at| {
            let hidden = self.unknowns.hidden_with(*at);
            if level == Level::Component {
                let needs = |it: &UnknownIx| self.unknowns.get(*it).fact == FactKind::Requirements;
                return hidden.iter().any(needs) && self.hand_acts(*at, level);
            }
            let has_votes = level != Level::Entity && !self.votes_of(&hidden).is_empty();
            let completes = || self.of_country(&hidden).any(|it| above.contains(&it));
            hidden.iter().any(|it| self.is_hand(*it))
                && (has_votes || self.hand_acts(*at, level) || completes())
        });
        hands.filter(|at| self.may_be_foreign(*at)).collect()
    }

    fn coincidences_in(
        &self,
        world: World,
        options: &SinglePointOptions,
        services: &[ComponentIx],
    ) -> Coincidences {
        let hands = self.hands(options.level);
        if hands.is_empty() || services.is_empty() {
            return Coincidences { found: Vec::new(), complete: true };
        }
        let by = options.by.unwrap_or(Hours(u32::MAX - 1));
        let named = self.counting(options).filter(|it| !matches!(it, Event::Unknown(_)));
        let completed = self.completed_by_unnamed_votes(options);
        let named: BTreeSet<Event> = named.chain(completed).collect();
        let hands = hands.iter().map(|hand| Event::Unknown(*hand));
        let events: Vec<Event> = named.into_iter().chain(hands).collect();
        let alone: Vec<Alone> = events
            .par_iter()
            .map_init(
                || Search::new(self),
                |search, event| self.alone(search, *event, world, services, by),
            )
            .collect();
        let (couples, complete) = self.couples(&alone, services.len(), options.level);
        let found = couples
            .par_iter()
            .map_init(
                || Search::new(self),
                |search, (a, b)| {
                    let pair = (&alone[*a], &alone[*b]);
                    self.together(search, pair, world, services, by)
                },
            )
            .flatten_iter()
            .collect();
        Coincidences { found, complete }
    }

    /// Whoever counts at a level, and could control somebody with votes of which nobody says who has
    /// them. He need not switch off anything by what is declared.
    fn completed_by_unnamed_votes(&self, options: &SinglePointOptions) -> BTreeSet<Event> {
        let above = self.above_unnamed_votes();
        let tops = above.iter().flat_map(|it| &self.careful.ultimate[it.at()]).copied();
        let tops: BTreeSet<EntityIx> = tops.collect();
        let events: Vec<Event> = match options.level {
            Level::Component | Level::Entity => Vec::new(),
            Level::Controller => {
                let others = tops.into_iter().filter(|it| !self.is_organisation(*it));
                others.map(Event::Controller).collect()
            }
            Level::Jurisdiction => {
                let people = above.iter().chain(&tops);
                let countries = people.flat_map(|it| {
                    self.entities[it.at()].countries(Reading::Careful).map(Country::state)
                });
                countries.map(Event::Country).collect()
            }
        };
        let counts = |event: &Event| options.home_too || self.foreign(*event).careful;
        events.into_iter().filter(counts).collect()
    }

    /// The entities with votes of which nobody says who has them, and all who hold votes there, at any
    /// distance.
    ///
    /// O(d x S) time for S stakes and chains of d holders.
    fn above_unnamed_votes(&self) -> BTreeSet<EntityIx> {
        let all = (0..self.model.entities.len() as u32).map(EntityIx);
        let mut above: BTreeSet<EntityIx> =
            all.filter(|it| self.entities[it.at()].unnamed.is_some()).collect();
        let mut before = usize::MAX;
        while above.len() != before {
            before = above.len();
            for stake in self.stakes.iter() {
                if above.contains(&stake.held) {
                    above.insert(stake.holder);
                }
            }
        }
        above
    }

    fn alone(
        &self,
        search: &mut Search,
        event: Event,
        world: World,
        services: &[ComponentIx],
        by: Hours,
    ) -> Alone {
        let none = FxHashSet::default();
        search.enter(world);
        search.run(self, &self.scope(event, Reading::Careful, &none), Reading::Careful, &none);
        Alone {
            event,
            stopped: stopped_in(search, services, by),
            partial: search.partial(self),
            failed: search.failed().len() as u64 + 1,
        }
    }

    /// The couples to be tried, by position, an event before a hand; and whether these are all.
    fn couples(
        &self,
        alone: &[Alone],
        services: usize,
        level: Level,
    ) -> (Vec<(usize, usize)>, bool) {
        let mut by_group: BTreeMap<NodeIx, Vec<usize>> = BTreeMap::new();
        for (at, one) in alone.iter().enumerate() {
            for group in &one.partial {
                by_group.entry(*group).or_default().push(at);
            }
        }
        let mut wanted: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut complete = true;
        let mut spent: u64 = 0;
        let by_votes = self.couples_by_votes(alone);
        let meeting = by_group.values().flat_map(|all| {
            let pairs = all.iter().enumerate();
            pairs.flat_map(|(at, a)| all[at + 1..].iter().map(move |b| (*a, *b)))
        });
        for (a, b) in by_votes.into_iter().chain(meeting) {
            let (first, second) = (&alone[a.min(b)], &alone[a.max(b)]);
            let Event::Unknown(hand) = second.event else { continue };
            let possible = match first.event {
                Event::Unknown(other) => self.could_be_one(other, hand, level),
                event => self.could_be(hand, event),
            };
            // Where the two stop every service alone, together they stop no other.
            let seen = || wanted.contains(&(a.min(b), a.max(b)));
            if !possible || seen() || first.leaves_nothing(second, services) {
                continue;
            }
            spent += first.failed + second.failed;
            if spent > BUDGET {
                complete = false;
                break;
            }
            wanted.insert((a.min(b), a.max(b)));
        }
        (wanted.into_iter().collect(), complete)
    }

    /// Couples whose votes may add up: both hold, or control somebody who holds, votes of one entity.
    fn couples_by_votes(&self, alone: &[Alone]) -> Vec<(usize, usize)> {
        let mut by_held: BTreeMap<EntityIx, Vec<usize>> = BTreeMap::new();
        let mut hidden: Vec<usize> = Vec::new();
        for (at, one) in alone.iter().enumerate() {
            let holds = match one.event {
                Event::Unknown(hand) => {
                    let hides = self.unknowns.hidden_with(hand);
                    let held = self.votes_of(&hides);
                    if !held.is_empty() {
                        hidden.push(at);
                    }
                    let held = held.into_iter().map(|(held, _)| held);
                    held.chain(self.of_country(&hides)).collect()
                }
                Event::Controller(top) => vec![top],
                Event::Country(country) => {
                    let people = (0..self.model.entities.len() as u32).map(EntityIx);
                    let here =
                        |it: &EntityIx| self.entities[it.at()].is_in(country, Reading::Careful);
                    people.filter(here).collect()
                }
                Event::Component(_) | Event::Entity(_) | Event::Ended(_) => Vec::new(),
            };
            for held in self.holdings_below(&holds) {
                by_held.entry(held).or_default().push(at);
            }
        }
        let mut found = BTreeSet::new();
        for all in by_held.values() {
            for a in all.iter().filter(|at| hidden.binary_search(at).is_ok()) {
                found.extend(all.iter().filter(|b| *b != a).map(|b| (*a.min(b), *a.max(b))));
            }
        }
        found.into_iter().collect()
    }

    /// Some entities, and all in which they hold votes, at any distance, however few.
    fn holdings_below(&self, tops: &[EntityIx]) -> BTreeSet<EntityIx> {
        let mut found: BTreeSet<EntityIx> = tops.iter().copied().collect();
        let mut open: Vec<EntityIx> = tops.to_vec();
        while let Some(holder) = open.pop() {
            for held in self.stakes.held_by(holder) {
                if found.insert(held) {
                    open.push(held);
                }
            }
        }
        found
    }

    /// The services that two stop together and not alone.
    fn together(
        &self,
        search: &mut Search,
        (a, b): (&Alone, &Alone),
        world: World,
        services: &[ComponentIx],
        by: Hours,
    ) -> Vec<Coincidence> {
        let Event::Unknown(hand) = b.event else { return Vec::new() };
        let couple = match a.event {
            Event::Unknown(other) => Couple { event: None, hand: other, other: Some(hand) },
            event => Couple { event: Some(event), hand, other: None },
        };
        search.enter(world);
        self.run_couple(search, couple);
        let new = stopped_in(search, services, by);
        let new = new.into_iter().filter(|it| !a.stopped.contains(it) && !b.stopped.contains(it));
        let group = a
            .partial
            .iter()
            .find(|group| b.partial.binary_search(group).is_ok() && search.has_failed(**group));
        let found = new.map(|service| Coincidence {
            couple,
            service,
            time: search.time(service).map_or(Hours::NEVER, Hours),
            group: group.copied(),
            world,
        });
        found.collect()
    }

    fn couple_scope(&self, couple: Couple) -> Scope {
        self.joint_scope(couple.event, &couple.hands())
    }

    fn run_couple(&self, search: &mut Search, couple: Couple) {
        let none = FxHashSet::default();
        search.run(self, &self.couple_scope(couple), Reading::Careful, &none);
    }

    /// Coincidences as findings: those that meet at one group of one service are one, with a count.
    pub(crate) fn one_hands(&self, all: &Coincidences) -> Vec<OneHand> {
        let mut found: Vec<OneHand> = (all.lines().par_iter())
            .map_init(|| Search::new(self), |search, line| self.one_hand(search, line))
            .flatten_iter()
            .collect();
        found.sort_by_key(|it| (it.event.is_none(), it.criticality, it.hours));
        found
    }

    fn one_hand(&self, search: &mut Search, line: &[&Coincidence]) -> Option<OneHand> {
        let best = line.iter().min_by_key(|one| (one.time, one.couple))?;
        let couple = best.couple;
        let mut facts: BTreeSet<UnknownIx> = BTreeSet::new();
        facts.extend(line.iter().flat_map(|one| one.couple.hands()));
        facts.remove(&couple.hand);
        if let Some(other) = couple.other {
            facts.remove(&other);
        }
        let also: Vec<UnknownIx> = facts.into_iter().collect();
        let event = couple.event;
        Some(OneHand {
            service: self.component_named(best.service),
            criticality: self.criticality(best.service),
            event: event.map(|event| self.event_named(event)),
            event_kind: event.map(Event::kind),
            country: event.and_then(|event| self.event_country(event)),
            foreign: event
                .filter(|event| !matches!(event, Event::Component(_)))
                .map(|event| self.foreign(event).careful),
            unknown: self.unknown_fact(couple.hand),
            other: couple.other.map(|other| self.unknown_fact(other)),
            hours: best.time.0,
            count: line.len() as u32,
            also: self.unknown_facts(&also),
            witness: self.couple_witness(search, best)?,
        })
    }

    /// What a coincidence rests on below whoever it is.
    pub(crate) fn couple_edges(&self, search: &mut Search, one: &Coincidence) -> Vec<Edge> {
        search.enter(one.world);
        self.run_couple(search, one.couple);
        self.walk(search, one.service)
    }

    fn couple_witness(&self, search: &mut Search, one: &Coincidence) -> Option<Witness> {
        let edges = self.couple_edges(search, one);
        let event = one.couple.event.unwrap_or(Event::Unknown(one.couple.hand));
        self.couple_story(search, one, event, edges)
    }
}

fn stopped_in(search: &Search, services: &[ComponentIx], by: Hours) -> BTreeSet<ComponentIx> {
    let failed = search.failed().iter().copied();
    let services = failed.filter(|component| services.binary_search(component).is_ok());
    services.filter(|service| search.time(*service).is_some_and(|time| time <= by.0)).collect()
}

impl Analysis<'_> {
    /// The proof of a couple: what each of the two switches off, and the links from there up to it.
    fn couple_story(
        &self,
        search: &Search,
        one: &Coincidence,
        event: Event,
        edges: Vec<Edge>,
    ) -> Option<Witness> {
        let none = FxHashSet::default();
        let reading = Reading::Careful;
        let mut all = edges.clone();
        let own = self.scope(event, reading, &none);
        for edge in &edges {
            let Edge::Channel(at) = edge else { continue };
            let Target::Party(party) = self.channels.get(*at).target else { continue };
            let by_event = own.parties.binary_search(&party).is_ok();
            let way = if by_event {
                self.way_up(event, party, reading, &none)
            } else {
                self.way_to_hands(one.couple, party)
            };
            for edge in way {
                if !all.contains(&edge) {
                    all.push(edge);
                }
            }
        }
        let telling = Telling { reading, event: self.event_named(event), search: Some(search) };
        let steps = all.iter().flat_map(|edge| self.steps(*edge, &telling)).collect();
        Some(Witness { reading, fails_at: search.time(one.service)?, steps })
    }

    /// The links from a party up to one of the unknown facts of a couple.
    fn way_to_hands(&self, couple: Couple, party: EntityIx) -> Vec<Edge> {
        let none = FxHashSet::default();
        let hidden = couple.hands().into_iter().flat_map(|hand| self.unknowns.hidden_with(hand));
        let ways = hidden.filter_map(|unknown| {
            let Subject::Entity(entity) = self.unknowns.get(unknown).subject else { return None };
            let below = self.with_below(entity, Reading::Careful, &none);
            below.binary_search(&party).ok()?;
            let mut edges = self.control_edges(entity, party, Reading::Careful, &none);
            edges.push(Edge::Assumed(unknown));
            Some(edges)
        });
        ways.min_by_key(Vec::len).unwrap_or_default()
    }
}
