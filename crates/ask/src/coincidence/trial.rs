//! Each event alone, then the pairs, within bounds.

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_findings::Reading;
use trefonds_model::{EntityIx, Minutes};

use super::alone::{Alone, keep_within_bounds};
use super::asked::Asked;
use super::couples::{Pair, Pairs};
use super::places::Places;
use super::together::{Together, meeting};
use super::{Coincidence, Coincidences, Couple, stopped_in};
use crate::Analysis;
use trefonds_settle::events::{Event, Scope};
use trefonds_settle::memo::Memo;
use trefonds_settle::search::Search;
use trefonds_settle::unknowns::UnknownIx;

/// How many requirements all the pairs that are tried may look at.
const BUDGET: u64 = 20_000_000;

/// So many events are run, or pairs tried, before their work is counted.
const BLOCK: usize = 4_096;

/// What all pairs have in common.
struct Trial<'a> {
    analysis: &'a Analysis<'a>,
    asked: &'a Asked<'a>,
    alone: &'a [Alone],
    pairs: &'a Pairs,
    places: Places,
    /// Whether anything can lose a place and go on: whom two control by the votes of both may take more.
    places_count: bool,
    /// Who holds votes where those of a hand count, and of two.
    near: Memo<(UnknownIx, Option<UnknownIx>), Vec<EntityIx>>,
}

impl Analysis<'_> {
    /// Runs each event, then tries the pairs as long as the budget lasts.
    pub(super) fn try_all(&self, events: &[Event], asked: &Asked<'_>) -> Coincidences {
        let alone = self.each_alone(events, asked);
        let pairs = self.couples(&alone, asked.services.len(), asked.level);
        let near = Memo::default();
        let places = match pairs.all.is_empty() {
            true => Places::default(),
            false => Places::new(self, &alone),
        };
        let places_count = alone.iter().any(|one| !one.places.is_empty());
        let (analysis, alone, pairs) = (self, &alone[..], &pairs);
        let trial = Trial { analysis, asked, alone, pairs, places, places_count, near };
        let mut all = Coincidences { found: Vec::new(), complete: pairs.complete };
        let mut spent = 0;
        for block in pairs.all.chunks(BLOCK) {
            if spent > BUDGET {
                all.complete = false;
                break;
            }
            for (found, work) in trial.of(block) {
                spent += work;
                all.found.extend(found);
            }
        }
        all
    }

    /// What each event does alone, up to the horizon.
    fn each_alone(&self, events: &[Event], asked: &Asked<'_>) -> Vec<Alone> {
        let none = FxHashSet::default();
        // Whose votes may add up to those of somebody else is asked for though it meets nobody.
        let votes = |event| !matches!(event, Event::Entity(_) | Event::Component(_));
        let meets = |one: &Alone| !one.groups.is_empty() || votes(one.event);
        let (mut all, mut kept) = (Vec::with_capacity(events.len()), 0);
        for block in events.chunks(BLOCK) {
            let run = block.par_iter().map_init(
                || asked.search(self),
                |search, event| {
                    let scope = self.scope(*event, Reading::Careful, &none);
                    search.run(self, &scope, Reading::Careful, &none);
                    Alone::of(self, search, (*event, scope), asked)
                },
            );
            let mut run: Vec<Alone> = run.collect();
            keep_within_bounds(&mut run, &mut kept, meets);
            all.extend(run);
        }
        all
    }
}

impl Asked<'_> {
    /// A search up to the horizon.
    fn search(&self, analysis: &Analysis<'_>) -> Search {
        let mut search = Search::new(analysis);
        search.enter(self.world);
        search.end_at(self.by);
        search
    }
}

impl<'a> Trial<'a> {
    /// What some pairs stop, and how much was looked at for each.
    fn of(&self, pairs: &[Pair]) -> Vec<(Vec<Coincidence>, u64)> {
        let origin = self.analysis.origin(self.asked.world);
        let until = self.asked.by.plus(Minutes(origin)).0;
        let scratch = || {
            let together = Together::new(self.analysis, until, origin);
            (together, self.asked.search(self.analysis))
        };
        let tried = pairs.par_iter().map_init(scratch, |(together, search), pair| {
            let (a, b) = (&self.alone[pair.0 as usize], &self.alone[pair.1 as usize]);
            let Some(couple) = couple_of(a, b) else { return (Vec::new(), 0) };
            let places = self.pairs.by_places.contains(pair)
                || (self.places_count && self.pairs.by_votes.contains(pair));
            if places || !(a.is_kept() && b.is_kept()) {
                return (self.run(search, a, b, couple), a.failed + b.failed);
            }
            let before = together.work;
            let more = self.more(*pair, couple);
            together.run(a, b, &more);
            (self.found(together, couple, origin), together.work - before)
        });
        tried.collect()
    }

    /// The services that two stop together and not alone.
    fn found(&self, together: &Together<'_>, couple: Couple, origin: u32) -> Vec<Coincidence> {
        let world = self.asked.world;
        let stopped = together.stopped(self.asked);
        if stopped.is_empty() {
            return Vec::new();
        }
        let group = together.meeting(&self.places);
        let found = stopped.into_iter().map(|(service, time)| {
            let time = Minutes(time.saturating_sub(origin));
            Coincidence { couple, service, time, group, world }
        });
        found.collect()
    }

    /// The same by a run of both, where what each does alone is not kept.
    fn run(&self, search: &mut Search, a: &Alone, b: &Alone, couple: Couple) -> Vec<Coincidence> {
        let world = self.asked.world;
        self.analysis.run_couple(search, couple);
        let new = stopped_in(search, self.asked);
        let new = new.into_iter().filter(|it| !a.stopped.contains(it) && !b.stopped.contains(it));
        let failed = meeting(a, b).filter(|group| search.has_failed(*group));
        let group = self.places.first(failed);
        let found = new.map(|service| {
            let time = search.time(service).map_or(Minutes::NEVER, Minutes);
            Coincidence { couple, service, time, group, world }
        });
        found.collect()
    }

    /// What a couple switches off besides what each does alone: whom it controls by the votes of both.
    fn more(&self, pair: Pair, couple: Couple) -> Scope {
        if !self.pairs.by_votes.contains(&pair) {
            return Scope::default();
        }
        let analysis = self.analysis;
        let hands = couple.hands();
        let hidden: Vec<UnknownIx> =
            hands.iter().flat_map(|hand| analysis.unknowns().hidden_with(*hand)).collect();
        let near = || {
            let near = || analysis.holders_near(&hidden);
            self.near.get((couple.hand, couple.other), near).to_vec()
        };
        let mut parties = analysis.with_joint_votes(couple.event, &hidden, near);
        let [a, b] = [pair.0, pair.1].map(|at| &self.alone[at as usize].scope.parties);
        parties.retain(|it| a.binary_search(it).is_err() && b.binary_search(it).is_err());
        parties.sort_unstable();
        parties.dedup();
        Scope { parties, ..Scope::default() }
    }
}

/// Two by name, an event before a hand.
fn couple_of(a: &Alone, b: &Alone) -> Option<Couple> {
    let Event::Unknown(hand) = b.event else { return None };
    Some(match a.event {
        Event::Unknown(other) => Couple { event: None, hand: other, other: Some(hand) },
        event => Couple { event: Some(event), hand, other: None },
    })
}
