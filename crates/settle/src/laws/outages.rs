//! When things are down and back, against a simulation minute by minute, written from the method alone.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rustc_hash::FxHashSet;
use trefonds_model::{
    Component, ComponentIx, Inventory, Minutes, Need, NoteIx, Reading, Recovery, Requirement,
};
use trefonds_source::Span;

use super::random::sketch;
use crate::search::{Cause, Outage, Search, Seed, Seeds};
use crate::{Options, Settled};

/// Minutes that are simulated; every timer of these worlds has run out long before.
const END: usize = 160;

/// An event of a test: what is down by itself, from when, until when.
type Own = (usize, u32, Option<u32>);

/// Says random things of starts, restarts and repairs.
fn dress(model: &mut Inventory, dice: &[u8]) {
    let mut dice = dice.iter().copied().cycle();
    let mut roll = move |sides: u8| dice.next().map_or(0, |die| die % sides);
    let count = model.components.len();
    for at in 0..count {
        let component = &mut model.components[at];
        component.requirements.items.iter_mut().for_each(|it| dress_members(it, &mut roll));
        if roll(3) == 0 {
            component.restarts_in = Minutes(u32::from(roll(6)));
        }
        if roll(3) == 0 {
            let repair = (0..=roll(2)).map(|_| usize::from(roll(16)) % count);
            let repair = repair.filter(|it| *it != at).map(|it| Recovery {
                component: ComponentIx(it as u32),
                because: None,
                note: NoteIx::default(),
                at: Span::default(),
            });
            component.recovers_with = repair.collect();
        }
    }
}

fn dress_members(requirement: &mut Requirement, roll: &mut dyn FnMut(u8) -> u8) {
    if let Need::AllOf(of) | Need::AnyOf(of) | Need::AtLeast { of, .. } = &mut requirement.need {
        for member in of.iter_mut() {
            member.starts_in = Minutes(if roll(3) == 0 { u32::from(roll(7)) } else { 0 });
            dress_members(member, roll);
        }
    }
}

/// A simulation: what was lost, minute by minute.
struct World<'m> {
    components: &'m [Component],
    own: &'m [Own],
    /// Who is up, by minute.
    up: Vec<BTreeSet<usize>>,
    /// Who could run and whose repair could go on, by minute.
    good: Vec<BTreeSet<usize>>,
    /// By requirement, whether what it looks at was down, by minute.
    lost: BTreeMap<*const Requirement, Vec<bool>>,
    /// By cold member, whether it could take over, by minute.
    ready: BTreeMap<*const Requirement, Vec<bool>>,
    circles: Vec<BTreeSet<usize>>,
}

fn needed(requirement: &Requirement) -> usize {
    match &requirement.need {
        Need::Component(_) | Need::AnyOf(_) => 1,
        Need::AllOf(of) => of.len(),
        Need::AtLeast { k, .. } => *k as usize,
    }
}

fn is_cold(member: &Requirement) -> bool {
    member.starts_in > Minutes::ZERO
}

impl<'m> World<'m> {
    fn new(components: &'m [Component], own: &'m [Own]) -> Self {
        let reach = |from: usize| {
            let mut seen = BTreeSet::new();
            let mut open = vec![from];
            while let Some(at) = open.pop() {
                let hard = components[at].requirements.items.iter().filter(|it| !it.soft);
                for next in hard.flat_map(Requirement::components) {
                    if seen.insert(next.at()) {
                        open.push(next.at());
                    }
                }
            }
            seen
        };
        let reached: Vec<BTreeSet<usize>> = (0..components.len()).map(reach).collect();
        let circle = |at: usize| {
            let mates = reached[at].iter().copied().filter(|it| reached[*it].contains(&at));
            mates.chain([at]).collect()
        };
        let circles = (0..components.len()).map(circle).collect();
        let (up, good) = (Vec::new(), Vec::new());
        let (lost, ready) = (BTreeMap::new(), BTreeMap::new());
        Self { components, own, up, good, lost, ready, circles }
    }

    fn hot(of: &[Requirement]) -> usize {
        of.iter().filter(|it| !is_cold(it)).count()
    }

    /// Whether something was so for the last minutes before now; `before` is how it was before all events.
    fn was(history: Option<&Vec<bool>>, minutes: u32, now: usize, before: bool) -> bool {
        let from = now as i64 - i64::from(minutes);
        let past = history.map_or(&[][..], Vec::as_slice);
        (from..now as i64).all(|at| match usize::try_from(at) {
            Ok(at) => past[at],
            Err(_) => before,
        })
    }

    fn is_lost(&self, owner: usize, it: &Requirement, set: &BTreeSet<usize>) -> bool {
        if let Need::Component(component) = it.need {
            return !set.contains(&component.at());
        }
        let of = it.members();
        let runs = of.iter().filter(|member| self.runs(owner, it, member, set)).count();
        runs < needed(it)
    }

    fn fails(&self, owner: usize, it: &Requirement, set: &BTreeSet<usize>) -> bool {
        let history = self.lost.get(&std::ptr::from_ref(it));
        self.is_lost(owner, it, set) && Self::was(history, it.tolerates.0, self.up.len(), false)
    }

    fn runs(
        &self,
        owner: usize,
        group: &Requirement,
        member: &Requirement,
        set: &BTreeSet<usize>,
    ) -> bool {
        if self.fails(owner, member, set) {
            return false;
        }
        if !is_cold(member) {
            return true;
        }
        let always = Self::hot(group.members()) < needed(group);
        if !always && member.components().iter().any(|it| self.circles[owner].contains(&it.at())) {
            return false;
        }
        let history = self.ready.get(&std::ptr::from_ref(member));
        Self::was(history, member.starts_in.0, self.up.len(), always)
    }

    fn hit(&self, at: usize) -> bool {
        let now = self.up.len() as u32;
        let hits = |(it, from, to): &Own| *it == at && *from <= now && to.is_none_or(|to| now < to);
        self.own.iter().any(hits)
    }

    /// Whether its own cause is over, and what it needs is there.
    fn can_run(&self, at: usize, set: &BTreeSet<usize>) -> bool {
        let hard = self.components[at].requirements.items.iter();
        let mut hard = hard.filter(|it| !it.soft);
        !self.hit(at) && !hard.any(|it| self.fails(at, it, set))
    }

    fn takes(&self, at: usize) -> u32 {
        let least = u32::from(!self.components[at].recovers_with.is_empty());
        self.components[at].restarts_in.0.max(least)
    }

    fn has_restarted(&self, at: usize) -> bool {
        let was_up = self.up.last().is_none_or(|up| up.contains(&at));
        let history: Vec<bool> = self.good.iter().map(|good| good.contains(&at)).collect();
        was_up || Self::was(Some(&history), self.takes(at), self.up.len(), true)
    }

    fn minute(&mut self) {
        let all: BTreeSet<usize> = (0..self.components.len()).collect();
        let mut up: BTreeSet<usize> =
            all.iter().copied().filter(|it| self.has_restarted(*it)).collect();
        while let Some(out) = up.iter().copied().find(|it| !self.can_run(*it, &up)) {
            up.remove(&out);
        }
        let mut good = BTreeSet::new();
        for at in &all {
            let circle = &self.circles[*at];
            let mut could: BTreeSet<usize> = up.union(circle).copied().collect();
            while let Some(out) =
                could.iter().copied().find(|it| circle.contains(it) && !self.can_run(*it, &could))
            {
                could.remove(&out);
            }
            let repair = self.components[*at].recovers_with.iter();
            let mut repair = repair.map(|it| it.component.at());
            if could.contains(at) && repair.all(|it| up.contains(&it)) {
                good.insert(*at);
            }
        }
        let components = self.components;
        for (at, component) in components.iter().enumerate() {
            component.requirements.items.iter().for_each(|it| self.remember(at, it, &up));
        }
        self.up.push(up);
        self.good.push(good);
    }

    /// Notes what was so in this minute, whose set is not among the past ones yet.
    fn remember(&mut self, owner: usize, it: &'m Requirement, up: &BTreeSet<usize>) {
        let of = it.members();
        let hot = of.iter().filter(|member| !is_cold(member));
        let too_few = hot.filter(|member| !self.fails(owner, member, up)).count() < needed(it);
        let ready: Vec<bool> =
            of.iter().map(|member| too_few && !self.fails(owner, member, up)).collect();
        let lost = self.is_lost(owner, it, up);
        of.iter().for_each(|member| self.remember(owner, member, up));
        self.lost.entry(std::ptr::from_ref(it)).or_default().push(lost);
        for (member, ready) in of.iter().zip(ready).filter(|(member, _)| is_cold(member)) {
            self.ready.entry(std::ptr::from_ref(member)).or_default().push(ready);
        }
    }

    fn outages(&self, at: usize) -> Vec<Outage> {
        let mut found: Vec<Outage> = Vec::new();
        for (minute, up) in self.up.iter().enumerate() {
            let minute = minute as u32;
            match (up.contains(&at), found.last_mut()) {
                (true, Some(last)) if last.until.is_none() => last.until = Some(minute),
                (false, Some(last)) if last.until.is_none() => {}
                (false, _) => found.push(Outage { from: minute, until: None }),
                (true, _) => {}
            }
        }
        found
    }
}

fn owns() -> impl Strategy<Value = Vec<Own>> {
    let long = prop_oneof![1 => Just(None), 3 => (1_u32..25).prop_map(Some)];
    let one = (0_usize..8, 0_u32..12, long)
        .prop_map(|(at, from, long)| (at, from, long.map(|long| from + long)));
    prop::collection::vec(one, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_simulation_minute_by_minute_says_the_same(
        sketch in sketch(),
        own in owns(),
        dice in prop::collection::vec(0_u8..=255, 40..90),
    ) {
        let mut model = sketch.inventory();
        dress(&mut model, &dice);
        let count = model.components.len();
        let own: Vec<Own> = own.into_iter().map(|(at, from, to)| (at % count, from, to)).collect();
        let analysis = Settled::new(&model, &Options::default());
        let all = own.iter().map(|(at, from, to)| Seed {
            component: ComponentIx(*at as u32),
            time: *from,
            cause: Cause::Itself,
            until: to.unwrap_or(u32::MAX),
        });
        let seeds = Seeds { all: all.collect(), ..Seeds::default() };
        let mut search = Search::new(&analysis);
        search.run_from(&analysis, seeds, Reading::Settled, &FxHashSet::default());
        let mut world = World::new(&model.components, &own);
        (0..END).for_each(|_| world.minute());
        for at in 0..count {
            let told = search.outages(ComponentIx(at as u32));
            prop_assert_eq!(told, world.outages(at), "c{}", at);
        }
    }

    /// Where nothing is cold, what an event for good does begins when survival times say.
    #[test]
    fn first_moments_are_survival_times(
        sketch in sketch(),
        own in owns(),
        dice in prop::collection::vec(0_u8..=255, 40..90),
    ) {
        let mut model = sketch.inventory();
        let plain = model.clone();
        dress(&mut model, &dice);
        for (component, plain) in model.components.iter_mut().zip(&plain.components) {
            component.requirements = plain.requirements.clone();
        }
        let analysis = Settled::new(&model, &Options::default());
        let seeds = |until: u32| Seeds {
            all: own.iter().map(|(at, time, _)| Seed {
                component: ComponentIx((at % model.components.len()) as u32),
                time: *time,
                cause: Cause::Itself,
                until,
            }).collect(),
            ..Seeds::default()
        };
        let none = FxHashSet::default();
        let (mut fast, mut in_time) = (Search::new(&analysis), Search::new(&analysis));
        for reading in [Reading::Settled, Reading::Careful] {
            fast.run_from(&analysis, seeds(u32::MAX), reading, &none);
            in_time.run_from(&analysis, seeds(1_000_000), reading, &none);
            prop_assert!(in_time.was_in_time() && !fast.was_in_time());
            for at in (0..model.components.len() as u32).map(ComponentIx) {
                prop_assert_eq!(fast.time(at), in_time.time(at), "{:?} {:?}", at, reading);
            }
        }
    }
}
