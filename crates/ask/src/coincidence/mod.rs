//! Coincidences of degree 1: an event and one unknown hand, or two unknown hands, that stop a service
//! together and not alone, and that could be one hand.
//!
//! What stops together and not alone meets at a group of which each makes some members fail and not
//! enough, or at a component of which each takes some places and not enough; so only pairs that share such a
//! one, and make enough fail between them, are tried, and pairs
//! whose votes add up to control of somebody whom neither controls alone ([`couples`]). What a pair does is
//! then worked out from what each does alone ([`together`]).
//!
//! O(E x F log F) time for E events and hands that make F requirements fail; then what each pair that is
//! tried makes fail besides. There is a bound on the pairs, and the result says so where it was met
//! ([`trial`]).

mod alone;
mod asked;
mod couples;
mod places;
mod story;
mod together;
mod trial;

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;
use trefonds_findings::{FactKind, Level, Reading};
use trefonds_model::{ComponentIx, Country, EntityIx, Minutes};

use crate::Analysis;
use crate::single_points::SinglePointOptions;
use asked::Asked;
use trefonds_settle::circuit::NodeIx;
use trefonds_settle::events::Event;
use trefonds_settle::search::Search;
use trefonds_settle::survival::World;
use trefonds_settle::unknowns::UnknownIx;

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
    pub time: Minutes,
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
        type Key = (Option<Event>, ComponentIx, World, Option<NodeIx>, Option<Couple>);
        let mut lines: BTreeMap<Key, Vec<&Coincidence>> = BTreeMap::new();
        for one in &self.found {
            let apart = one.group.is_none().then_some(one.couple);
            let key = (one.couple.event, one.service, one.world, one.group, apart);
            lines.entry(key).or_default().push(one);
        }
        lines.into_values().collect()
    }
}

impl Analysis<'_> {
    /// The coincidences of degree 1 of a level: with the events that count, or of unknown hands alone.
    pub(crate) fn coincidences(
        &self,
        options: &SinglePointOptions,
        services: &[ComponentIx],
    ) -> Coincidences {
        let by = options.by.unwrap_or(Minutes(u32::MAX - 1));
        // What has ended hides no pair that stops a service earlier, nor one that would if it were back.
        let ended = |service: ComponentIx| self.ended_in(service, Reading::Careful);
        let now = services.iter().filter_map(|service| match ended(*service) {
            None => Some((*service, by)),
            Some(ended) => {
                let before = u32::try_from(ended.checked_sub(1)?).ok()?;
                Some((*service, by.min(Minutes(before))))
            }
        });
        let mut all = self.coincidences_in(World::Now, options, now.unzip());
        let down = services.iter().filter(|service| ended(**service).is_some());
        let back = self.coincidences_in(World::Back, options, down.map(|it| (*it, by)).unzip());
        all.complete &= back.complete;
        let told: BTreeSet<(Couple, ComponentIx)> =
            all.found.iter().map(|it| (it.couple, it.service)).collect();
        let back = back.found.into_iter().filter(|it| !told.contains(&(it.couple, it.service)));
        all.found.extend(back);
        if let Some(lasting) = options.lasting.filter(|_| self.circuit().any_cold()) {
            let mut search = Search::new(self);
            all.found.retain(|one| self.is_lasting(&mut search, one, lasting));
        }
        all.found.sort_by_key(|it| (it.couple, it.service));
        all
    }

    /// Whether what two stop together is down so long without a break.
    fn is_lasting(&self, search: &mut Search, one: &Coincidence, lasting: Minutes) -> bool {
        search.enter(one.world);
        self.run_couple(search, one.couple);
        search.outages(one.service).iter().any(|outage| outage.lasts(lasting))
    }

    /// The unknown hands that act at a level, each once.
    pub(crate) fn hands(&self, level: Level) -> Vec<UnknownIx> {
        let all = self.unknowns().iter().map(|(at, _)| at);
        let first = all.filter(|at| self.unknowns().first_of(*at) == *at);
        let near = match level {
            Level::Jurisdiction => self.near_unnamed_votes(),
            Level::Component | Level::Entity | Level::Site | Level::Controller => BTreeSet::new(),
        };
        let hands = first.filter(|at| {
            let hidden = self.unknowns().hidden_with(*at);
            if level == Level::Component {
                let needs =
                    |it: &UnknownIx| self.unknowns().get(*it).fact == FactKind::Requirements;
                return hidden.iter().any(needs) && self.hand_acts(*at, level);
            }
            let has_votes =
                !matches!(level, Level::Entity | Level::Site) && !self.votes_of(&hidden).is_empty();
            let completes = || self.of_country(&hidden).any(|it| near.contains(&it));
            hidden.iter().any(|it| self.is_hand(*it))
                && (has_votes || self.hand_acts(*at, level) || completes())
        });
        hands.filter(|at| self.may_be_foreign(*at)).collect()
    }

    fn coincidences_in(
        &self,
        world: World,
        options: &SinglePointOptions,
        (services, until): (Vec<ComponentIx>, Vec<Minutes>),
    ) -> Coincidences {
        let Some(by) = until.iter().max().copied() else {
            return Coincidences { found: Vec::new(), complete: true };
        };
        let hands = self.hands(options.level);
        if hands.is_empty() {
            return Coincidences { found: Vec::new(), complete: true };
        }
        let named = self.counting(options).filter(|it| !matches!(it, Event::Unknown(_)));
        let completed = self.completed_by_unnamed_votes(options);
        let named: BTreeSet<Event> = named.chain(completed).collect();
        let hands = hands.iter().map(|hand| Event::Unknown(*hand));
        let events: Vec<Event> = named.into_iter().chain(hands).collect();
        let (services, until, level) = (&services, &until, options.level);
        let asked = Asked { world, services, until, by, level };
        self.try_all(&events, &asked)
    }

    /// Whoever counts at a level, and could control somebody with votes of which nobody says who has
    /// them. He need not switch off anything by what is declared.
    fn completed_by_unnamed_votes(&self, options: &SinglePointOptions) -> BTreeSet<Event> {
        let near = self.near_unnamed_votes();
        // In either reading: who may be controlled is an event all the same.
        let tops = |it: &EntityIx| {
            let (settled, careful) = (
                &self.control(Reading::Settled).ultimate,
                &self.control(Reading::Careful).ultimate,
            );
            settled[it.at()].iter().chain(&careful[it.at()]).copied().collect::<Vec<EntityIx>>()
        };
        let tops: BTreeSet<EntityIx> = near.iter().flat_map(tops).collect();
        let events: Vec<Event> = match options.level {
            Level::Component | Level::Entity | Level::Site => Vec::new(),
            Level::Controller => {
                let others = tops.into_iter().filter(|it| !self.is_organisation(*it));
                others.map(Event::Controller).collect()
            }
            Level::Jurisdiction => {
                let people = near.iter().chain(&tops);
                let countries = people.flat_map(|it| {
                    self.entities()[it.at()].countries(Reading::Careful).map(Country::state)
                });
                countries.map(Event::Country).collect()
            }
        };
        let counts = |event: &Event| options.home_too || self.foreign(*event).careful;
        events.into_iter().filter(counts).collect()
    }

    /// All whose votes count somewhere together with votes of which nobody says who has them: whoever holds
    /// votes, at any distance, where those count, at any distance.
    ///
    /// O(S) time for S stakes.
    fn near_unnamed_votes(&self) -> BTreeSet<EntityIx> {
        let all = (0..self.model().entities.len() as u32).map(EntityIx);
        let unnamed = all.filter(|it| self.entities()[it.at()].unnamed.is_some());
        let counted = self.holdings_below(&unnamed.collect::<Vec<_>>());
        self.holders_above(&counted).into_iter().collect()
    }

    fn run_couple(&self, search: &mut Search, couple: Couple) {
        let none = FxHashSet::default();
        let scope = self.joint_scope(couple.event, &couple.hands());
        search.run(self, &scope, Reading::Careful, &none);
    }
}

/// The services that are asked for and that a run has stopped in time.
fn stopped_in(search: &Search, asked: &Asked<'_>) -> BTreeSet<ComponentIx> {
    let failed = search.failed().iter().copied();
    let in_time = |it: &ComponentIx| search.time(*it).is_some_and(|time| asked.counts(*it, time));
    failed.filter(in_time).collect()
}
