//! Survival times under many events at once, in short: which events have made a component fail by when.
//!
//! Most components fail at few different times, whatever the number of events. So the times of a
//! component are steps: a time, and the set of the events that have made it fail at that time and not
//! before. All-of merges the steps of its members by their earliest, any-of by their latest, k-of-n by
//! counting; what is borne moves the times. One sweep over the circles, dependencies first, serves
//! `WIDTH` events; it is given up where the steps outgrow the plain times of `survival.rs`, or a
//! circle does not come to rest soon.
//!
//! O((V + E) x steps) time, V x steps x 24 bytes of space; steps are 1 to 3 on most inventories.

use rustc_hash::FxHashMap;
use trefonds_model::Reading;
use trefonds_model::{ComponentIx, Minutes};

use crate::Settled;
use crate::circuit::Failure;
use crate::circuit::{Gate, Node};
use crate::events::Scope;
use crate::masks::{Events, Masks};
use crate::standing::borne_until;
use crate::survival::{LANES, World};

/// Events of one sweep.
pub(crate) const WIDTH: usize = 128;

/// How many of so many events share a sweep: wide sweeps, and work for every thread. Results are the
/// same whatever the width.
pub fn width(events: usize) -> usize {
    events.div_ceil(rayon::current_num_threads()).clamp(LANES, WIDTH)
}

/// Sweeps over a circle before the short form is given up.
const SWEEPS: usize = 12;

/// Steps that a component may have on average before the short form is given up.
const STEPS: usize = 12;

/// From this minute on, these events have made something fail, and none of them before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    time: u32,
    /// As two halves, so that a step takes 24 bytes.
    low: u64,
    high: u64,
}

impl Step {
    fn new(time: u32, events: Events) -> Self {
        Self { time, low: events as u64, high: (events >> 64) as u64 }
    }

    fn events(self) -> Events {
        Events::from(self.high) << 64 | Events::from(self.low)
    }
}

/// The steps of every component.
pub struct Spread {
    steps: Vec<Step>,
    /// Where those of each component stand; several may share theirs.
    ranges: Vec<(u32, u32)>,
}

impl Spread {
    /// When the events of the sweep have made a component fail; those that do not are left out.
    pub fn times(&self, component: ComponentIx) -> impl Iterator<Item = (usize, Minutes)> + '_ {
        self.of(component).iter().flat_map(|step| {
            let mut events = step.events();
            std::iter::from_fn(move || {
                let at = events.trailing_zeros() as usize;
                (events != 0).then(|| {
                    events &= events - 1;
                    (at, Minutes(step.time))
                })
            })
        })
    }

    /// How many components each event of the sweep makes fail, and when the last of them has.
    ///
    /// Counted in columns of bits, 255 components at a time, so that a component costs a few
    /// operations and not one for each event.
    pub fn counts(&self) -> Vec<(u32, Minutes)> {
        let mut columns = Columns::default();
        let mut by_time: FxHashMap<u32, Events> = FxHashMap::default();
        for (start, end) in &self.ranges {
            let mut failed: Events = 0;
            for step in &self.steps[*start as usize..*end as usize] {
                failed |= step.events();
                *by_time.entry(step.time).or_default() |= step.events();
            }
            columns.add(failed);
        }
        let mut counts: Vec<(u32, Minutes)> =
            columns.counted().into_iter().map(|count| (count, Minutes::ZERO)).collect();
        let mut times: Vec<(u32, Events)> = by_time.into_iter().collect();
        times.sort_unstable();
        for (time, events) in times {
            for (event, (_, last)) in counts.iter_mut().enumerate() {
                if events >> event & 1 == 1 {
                    *last = Minutes(time);
                }
            }
        }
        counts
    }

    fn of(&self, component: ComponentIx) -> &[Step] {
        let (start, end) = self.ranges[component.at()];
        &self.steps[start as usize..end as usize]
    }
}

/// Counts how often each event stands in sets: planes of bits, added to with carries.
struct Columns {
    planes: [Events; 8],
    added: u32,
    counts: Vec<u32>,
}

impl Default for Columns {
    fn default() -> Self {
        Self { planes: [0; 8], added: 0, counts: vec![0; WIDTH] }
    }
}

impl Columns {
    fn add(&mut self, events: Events) {
        let mut carry = events;
        for plane in &mut self.planes {
            if carry == 0 {
                break;
            }
            (*plane, carry) = (*plane ^ carry, *plane & carry);
        }
        self.added += 1;
        if self.added == 255 {
            self.flush();
        }
    }

    fn flush(&mut self) {
        for (weight, plane) in self.planes.iter_mut().enumerate() {
            for (event, count) in self.counts.iter_mut().enumerate() {
                *count += ((*plane >> event & 1) as u32) << weight;
            }
            *plane = 0;
        }
        self.added = 0;
    }

    fn counted(mut self) -> Vec<u32> {
        self.flush();
        self.counts
    }
}

impl Settled<'_> {
    /// The steps of every component under at most `WIDTH` events; `None` where plain times are
    /// shorter.
    pub fn spread(
        &self,
        scopes: &[Scope],
        reading: Reading,
        failure: Failure,
        world: World,
    ) -> Option<Spread> {
        debug_assert!(scopes.len() <= WIDTH);
        let masks = Masks::new(scopes, self.model.entities.len());
        let components = self.model.components.len();
        let mut sweep = Sweep {
            analysis: self,
            masks,
            reading,
            failure,
            world,
            all: Events::MAX.checked_shr(128 - scopes.len() as u32).unwrap_or(0),
            spread: Spread { steps: Vec::new(), ranges: vec![(0, 0); components] },
            gathered: Vec::new(),
            most: components.saturating_mul(STEPS).max(1 << 16).min(u32::MAX as usize),
        };
        for circle in self.order().circles() {
            match circle {
                [single] => sweep.settle(*single)?,
                many => sweep.settle_circle(many)?,
            };
        }
        let origin = self.origin(world);
        if origin > 0 {
            sweep
                .spread
                .steps
                .iter_mut()
                .for_each(|step| step.time = step.time.saturating_sub(origin));
        }
        Some(sweep.spread)
    }
}

struct Sweep<'a> {
    analysis: &'a Settled<'a>,
    masks: Masks,
    reading: Reading,
    failure: Failure,
    world: World,
    /// Every event of the sweep.
    all: Events,
    spread: Spread,
    /// Scratch space: the steps of what a component looks at, in no order.
    gathered: Vec<Step>,
    most: usize,
}

impl Sweep<'_> {
    /// Works a component out and says whether its steps changed.
    fn settle(&mut self, component: ComponentIx) -> Option<bool> {
        self.gathered.clear();
        self.own(component);
        let analysis = self.analysis;
        let mut only = None;
        let mut count = 0;
        for node in analysis.circuit.top_nodes(component) {
            if !node.counts(self.reading, self.failure) {
                continue;
            }
            count += 1;
            match node.gate {
                Gate::Component(needed) if node.tolerates == Minutes::ZERO => only = Some(needed),
                _ => only = None,
            }
            let steps = self.failing(node);
            self.gathered.extend(steps);
            if let Gate::Component(needed) = node.gate {
                self.gather(needed, node.tolerates);
            }
        }
        let own = self.gathered.len();
        let range = match only {
            // What fails as the one thing that it needs does shares its steps.
            Some(needed) if count == 1 && own == self.spread.of(needed).len() => {
                self.spread.ranges[needed.at()]
            }
            _ => {
                earliest(&mut self.gathered);
                if self.gathered == self.spread.of(component) {
                    return Some(false);
                }
                let start = self.spread.steps.len();
                self.spread.steps.extend_from_slice(&self.gathered);
                let end = self.spread.steps.len();
                if end > self.most {
                    return None;
                }
                (start as u32, end as u32)
            }
        };
        let changed = self.spread.ranges[component.at()] != range;
        self.spread.ranges[component.at()] = range;
        Some(changed)
    }

    /// Members start from "never" and are swept until nothing changes: the greatest times.
    fn settle_circle(&mut self, circle: &[ComponentIx]) -> Option<bool> {
        for _ in 0..SWEEPS {
            let mut changed = false;
            for member in circle {
                changed |= self.settle(*member)?;
            }
            if !changed {
                return Some(true);
            }
        }
        None
    }

    /// The channels that events switch off.
    fn own(&mut self, component: ComponentIx) {
        for switch in self.analysis.channels.switches(component) {
            let events = self.masks.of(switch.target);
            let origin = Minutes(self.analysis.origin(self.world));
            let delay = switch.delay(self.reading).plus(origin).finite();
            if let (true, Some(delay)) = (events != 0, delay) {
                self.gathered.push(Step::new(delay, events));
            }
        }
        let origin = self.analysis.origin(self.world);
        let mut events = self.masks.itself(component);
        events |= self.analysis.lost_places(component, &self.masks, self.reading);
        if events != 0 {
            self.gathered.push(Step::new(origin, events));
        }
        if let Some(since) = self.analysis.standing.down_since(component).filter(|_| origin > 0) {
            self.gathered.push(Step::new(since, self.all));
        }
    }

    /// The steps of a component, with what is borne of its loss.
    fn gather(&mut self, component: ComponentIx, tolerates: Minutes) {
        let origin = self.analysis.origin(self.world);
        let (start, end) = self.spread.ranges[component.at()];
        for step in &self.spread.steps[start as usize..end as usize] {
            if let Some(time) = borne_until(step.time, tolerates, origin).finite() {
                self.gathered.push(Step { time, ..*step });
            }
        }
    }

    /// The steps of a group; nothing for a single component, which [`Self::gather`] takes.
    fn failing(&self, node: &Node) -> Vec<Step> {
        let Gate::Group { must_fail, start, end } = node.gate else {
            return Vec::new();
        };
        let members = &self.analysis.circuit.nodes[start as usize..end as usize];
        let members: Vec<Vec<Step>> = members.iter().map(|member| self.member(member)).collect();
        let mut steps = if must_fail == 1 {
            let mut all: Vec<Step> = members.into_iter().flatten().collect();
            earliest(&mut all);
            all
        } else {
            counted(must_fail as usize, &members)
        };
        later(&mut steps, node.tolerates, self.analysis.origin(self.world));
        steps
    }

    fn member(&self, node: &Node) -> Vec<Step> {
        let Gate::Component(component) = node.gate else {
            return self.failing(node);
        };
        let mut steps = self.spread.of(component).to_vec();
        later(&mut steps, node.tolerates, self.analysis.origin(self.world));
        steps
    }
}

/// Moves steps by what is borne.
fn later(steps: &mut Vec<Step>, tolerates: Minutes, origin: u32) {
    if tolerates == Minutes::ZERO {
        return;
    }
    steps.retain_mut(|step| match borne_until(step.time, tolerates, origin).finite() {
        Some(time) => {
            step.time = time;
            true
        }
        None => false,
    });
}

/// Steps in the order of time, each event at its earliest, each time once.
fn earliest(steps: &mut Vec<Step>) {
    if steps.len() < 2 {
        return;
    }
    steps.sort_unstable_by_key(|step| step.time);
    let mut seen: Events = 0;
    let mut kept = 0;
    for at in 0..steps.len() {
        let new = steps[at].events() & !seen;
        if new == 0 {
            continue;
        }
        seen |= new;
        let time = steps[at].time;
        if kept > 0 && steps[kept - 1].time == time {
            steps[kept - 1] = Step::new(time, steps[kept - 1].events() | new);
        } else {
            steps[kept] = Step::new(time, new);
            kept += 1;
        }
    }
    steps.truncate(kept);
}

/// When so many members have failed, event by event.
fn counted(must_fail: usize, members: &[Vec<Step>]) -> Vec<Step> {
    let mut times: Vec<u32> = members.iter().flatten().map(|step| step.time).collect();
    times.sort_unstable();
    times.dedup();
    // at_least[j]: the events under which more than j members have failed so far.
    let mut at_least: Vec<Events> = vec![0; must_fail];
    let mut next = vec![0; members.len()];
    let (mut steps, mut seen): (Vec<Step>, Events) = (Vec::new(), 0);
    for time in times {
        for (member, next) in members.iter().zip(&mut next) {
            while let Some(step) = member.get(*next).filter(|step| step.time == time) {
                *next += 1;
                // Each event of a member comes once, and moves up by one.
                let mut rising = step.events();
                for count in &mut at_least {
                    let already = *count & rising;
                    *count |= rising;
                    rising = already;
                }
            }
        }
        let new = at_least.last().copied().unwrap_or(0) & !seen;
        if new != 0 {
            seen |= new;
            steps.push(Step::new(time, new));
        }
    }
    steps
}
