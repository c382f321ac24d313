//! Who and what matters most.
//!
//! An event weighs by the services that it stops alone: certain before possible, the most critical
//! first; then by the pairs that it is in, which come from outside as findings. How concentrated the
//! layers are is in [`concentration`].

mod concentration;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use trefonds_findings::{
    ByCriticality, Certainty, Cuts, EventKind, Level, Pairs, Rank, Ranked, RankedLevel,
};
use trefonds_model::{ComponentIx, Minutes};

use crate::Analysis;
use crate::single_points::{Detail, Hit, SinglePointOptions};
use trefonds_settle::events::Event;

/// What to rank.
#[derive(Clone, Debug)]
pub struct RankOptions<'a> {
    /// The levels, with the cut sets of each service at that level, of order 2 at least; `None` when
    /// these were not worked out.
    pub levels: Vec<(Level, Option<&'a [Cuts]>)>,
    /// What stops later does not count.
    pub by: Option<Minutes>,
    /// Events at home too, not the foreign ones only.
    pub home_too: bool,
}

impl Analysis<'_> {
    /// Ranks the events of some levels, and tells how concentrated control of the layers is.
    ///
    /// The time of the single points of these levels without proofs, and O(channels) for the shares.
    #[must_use]
    pub fn rank(&self, options: &RankOptions<'_>) -> Rank {
        let services = self.services();
        let mut all = ByCriticality::default();
        services.iter().for_each(|service| all.add(self.criticality(*service)));
        let levels = options.levels.iter();
        Rank {
            head: self.head(),
            coverage: self.coverage(&services).all,
            by_minutes: options.by.map(|by| by.0),
            foreign_only: !options.home_too,
            services: all,
            levels: levels
                .map(|(level, cuts)| self.rank_level(*level, *cuts, options, &services))
                .collect(),
            concentration: self.concentration(),
        }
    }

    fn rank_level(
        &self,
        level: Level,
        cuts: Option<&[Cuts]>,
        options: &RankOptions<'_>,
        services: &[ComponentIx],
    ) -> RankedLevel {
        let single = SinglePointOptions {
            level,
            by: options.by,
            lasting: None,
            home_too: options.home_too,
            detail: Detail::Summary,
        };
        let hits = self.hits(&single, services);
        let pairs = cuts.map(PairsOf::new);
        let groups = hits.chunk_by(|a, b| a.event == b.event);
        let mut by_event: FxHashMap<Event, &[Hit]> = FxHashMap::default();
        by_event.extend(groups.map(|group| (group[0].event, group)));
        let mut in_one: FxHashMap<Event, BTreeSet<ComponentIx>> = FxHashMap::default();
        for one in self.coincidences(&single, services).found {
            let hands = [Some(one.couple.hand), one.couple.other].into_iter().flatten();
            let all = one.couple.event.into_iter().chain(hands.map(Event::Unknown));
            all.for_each(|event| {
                in_one.entry(event).or_default().insert(one.service);
            });
        }
        let none = BTreeSet::new();
        let mut ranked: Vec<Ranked> = Vec::new();
        let mut others = 0;
        for event in self.events(level) {
            let foreign = self.foreign(event).careful;
            if !level.is_of_things() && !options.home_too && !foreign {
                continue;
            }
            let hits = by_event.get(&event).copied().unwrap_or_default();
            let hand = in_one.get(&event).unwrap_or(&none);
            let one = self.ranked(event, hits, hand, pairs.as_ref());
            let in_pairs = one.pairs.is_some_and(|pairs| pairs.certain + pairs.possible > 0);
            if hits.is_empty() && hand.is_empty() && !in_pairs {
                others += 1;
            } else {
                ranked.push(one);
            }
        }
        ranked.sort_by_key(weight);
        let (unknown, events) =
            ranked.into_iter().partition(|ranked| ranked.kind == EventKind::Unknown);
        let ended = by_event.iter().filter(|(event, _)| matches!(event, Event::Ended(_)));
        let mut ended: Vec<Ranked> =
            ended.map(|(event, hits)| self.ranked(*event, hits, &none, None)).collect();
        ended.sort_by_key(|one| (weight(one), one.event.clone()));
        RankedLevel { level, pairs: pairs.map(|pairs| pairs.all), ended, events, unknown, others }
    }

    fn ranked(
        &self,
        event: Event,
        hits: &[Hit],
        in_one: &BTreeSet<ComponentIx>,
        pairs: Option<&PairsOf<'_>>,
    ) -> Ranked {
        let (mut certain, mut possible) = (ByCriticality::default(), ByCriticality::default());
        for hit in hits {
            let count = if hit.certain { &mut certain } else { &mut possible };
            count.add(self.criticality(hit.service));
        }
        let mut interrupted = ByCriticality::default();
        for hit in hits.iter().filter(|hit| hit.interrupts) {
            interrupted.add(self.criticality(hit.service));
        }
        let stopped: BTreeSet<ComponentIx> = hits.iter().map(|hit| hit.service).collect();
        let mut one_hand = ByCriticality::default();
        for service in in_one.difference(&stopped) {
            one_hand.add(self.criticality(*service));
        }
        let named = self.event_named(event);
        let kind = event.kind();
        Ranked {
            pairs: pairs.map(|pairs| pairs.of(&named.id)),
            event: named,
            kind,
            country: self.event_country(event),
            foreign: (!kind.is_thing()).then(|| self.foreign(event).careful),
            unknown: match event {
                Event::Unknown(unknown) => Some(self.unknown_fact(unknown)),
                _ => None,
            },
            certain,
            possible,
            one_hand,
            interrupted,
        }
    }
}

/// What comes first: more of the most critical, certain before possible before possible in one hand,
/// then more pairs.
fn weight(ranked: &Ranked) -> (Reverse<[u32; 12]>, Reverse<(u64, u64)>) {
    let (certain, possible, one_hand) = (ranked.certain, ranked.possible, ranked.one_hand);
    let counts = [
        certain.vital,
        certain.important,
        certain.standard,
        certain.minor,
        possible.vital,
        possible.important,
        possible.standard,
        possible.minor,
        one_hand.vital,
        one_hand.important,
        one_hand.standard,
        one_hand.minor,
    ];
    let pairs = ranked.pairs.map_or((0, 0), |pairs| (pairs.certain, pairs.possible));
    (Reverse(counts), Reverse(pairs))
}

/// The pairs of all services, by the events in them.
struct PairsOf<'a> {
    all: Pairs,
    by_event: FxHashMap<&'a str, Pairs>,
}

impl<'a> PairsOf<'a> {
    fn new(cuts: &'a [Cuts]) -> Self {
        let mut pairs = Self { all: Pairs::default(), by_event: FxHashMap::default() };
        for set in cuts.iter().flat_map(|cuts| &cuts.sets).filter(|set| set.events.len() == 2) {
            count(&mut pairs.all, set.certainty);
            for event in &set.events {
                count(pairs.by_event.entry(event).or_default(), set.certainty);
            }
        }
        pairs
    }

    fn of(&self, event: &str) -> Pairs {
        self.by_event.get(event).copied().unwrap_or_default()
    }
}

const fn count(pairs: &mut Pairs, certainty: Certainty) {
    match certainty {
        Certainty::Certain => pairs.certain += 1,
        Certainty::Possible => pairs.possible += 1,
    }
}
