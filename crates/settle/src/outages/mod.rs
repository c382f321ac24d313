//! One event, forward in time: when each component is down, and when it is up again.
//!
//! Time is moved from one change to the next; at each, the largest set of components that may be up
//! together is up, circle by circle, what is needed first (`instant`). Between changes nothing happens:
//! what is borne, what starts and what restarts are timers that were set before. So the sets of times are
//! exact, whatever the number of minutes. (Semantics: docs/method.md, "Down and back".)
//!
//! Time begins at 0, "for ever before"; events happen at `ORIGIN`. O(changes x requirements of whoever
//! changes) time, times the size of a circle for its members.

mod instant;
mod state;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use rustc_hash::FxHashSet;
use trefonds_model::{ComponentIx, Minutes, Reading};

use crate::Settled;
use crate::cause::Cause;
use crate::circuit::NodeIx;
use crate::unknowns::UnknownIx;
use state::{Link, OPEN, Part};

/// When something is down, in minutes of its world: from, and until when; `u32::MAX` is never.
pub(crate) type Outage = (u32, u32);

/// A cause of its own: from when, until when, which.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub component: ComponentIx,
    pub from: u32,
    pub to: u32,
    pub cause: Cause,
}

/// The state of every component and requirement while time goes on; what was, once it has ended. Reused
/// from event to event: only what was touched is cleared.
pub(crate) struct Outages {
    parts: Vec<Part>,
    links: Vec<Link>,
    touched_parts: Vec<ComponentIx>,
    touched_links: Vec<NodeIx>,
    /// Own causes, by component, then in order of time.
    hits: Vec<Hit>,
    /// What is to be looked at, and when: the place of a circle in the order.
    timers: BinaryHeap<Reverse<(u32, u32)>>,
    /// What is to be looked at in this instant.
    due: BinaryHeap<Reverse<u32>>,
    /// The instant in which each circle was last made due, and one.
    due_at: Vec<u64>,
    instant: u64,
    /// Whoever was looked at in this instant, or whose repair needs what changed.
    looked_at: Vec<ComponentIx>,
    /// Members of the circle in hand that are to be looked at.
    pending: VecDeque<ComponentIx>,
    /// How many components have gone down so far.
    turn: u32,
    reading: Reading,
    answered: FxHashSet<UnknownIx>,
}

impl Outages {
    pub(crate) fn new(analysis: &Settled<'_>) -> Self {
        Self {
            parts: vec![Part::default(); analysis.model.components.len()],
            links: vec![Link::default(); analysis.circuit.nodes.len()],
            touched_parts: Vec::new(),
            touched_links: Vec::new(),
            hits: Vec::new(),
            timers: BinaryHeap::new(),
            due: BinaryHeap::new(),
            due_at: vec![0; analysis.model.components.len()],
            instant: 0,
            looked_at: Vec::new(),
            pending: VecDeque::new(),
            turn: 0,
            reading: Reading::Settled,
            answered: FxHashSet::default(),
        }
    }

    fn clear(&mut self) {
        for component in self.touched_parts.drain(..) {
            self.parts[component.at()].clear();
        }
        for node in self.touched_links.drain(..) {
            self.links[node.at()] = Link::default();
        }
        self.hits.clear();
        self.timers.clear();
        self.turn = 0;
    }

    /// Lets time go on from before the events until nothing changes any more, or until `until`. Only what
    /// `has` is looked at.
    pub(crate) fn run(
        &mut self,
        analysis: &Settled<'_>,
        hits: Vec<Hit>,
        reading: Reading,
        answered: &FxHashSet<UnknownIx>,
        until: u32,
        has: &dyn Fn(ComponentIx) -> bool,
    ) {
        self.clear();
        self.reading = reading;
        self.answered.clone_from(answered);
        self.hits = hits;
        self.hits.retain(|hit| hit.from < hit.to && has(hit.component));
        self.hits.sort_by_key(|hit| (hit.component, hit.from, hit.to, hit.cause.rank()));
        let order = analysis.hard_order();
        for hit in &self.hits {
            let place = order.place(hit.component);
            self.timers.push(Reverse((hit.from, place)));
            if hit.to != OPEN {
                self.timers.push(Reverse((hit.to, place)));
            }
        }
        while let Some(Reverse((time, _))) = self.timers.peek().copied() {
            if time > until {
                break;
            }
            self.instant += 1;
            while let Some(Reverse((_, place))) =
                self.timers.peek().filter(|Reverse((at, _))| *at == time).copied()
            {
                self.timers.pop();
                self.make_due(place);
            }
            while let Some(Reverse(place)) = self.due.pop() {
                self.settle(analysis, place, time, has);
            }
            self.set_repairs(analysis, time);
        }
    }

    fn make_due(&mut self, place: u32) {
        let at = &mut self.due_at[place as usize];
        if *at != self.instant {
            *at = self.instant;
            self.due.push(Reverse(place));
        }
    }

    fn set_timer(&mut self, time: u32, borne: u32, place: u32) {
        if let Some(at) = Minutes(time).plus(Minutes(borne)).finite() {
            self.timers.push(Reverse((at, place)));
        }
    }

    /// Components that have been down, in the order in which they went down first.
    pub(crate) fn fallen(&self) -> Vec<ComponentIx> {
        let fallen = self.touched_parts.iter().filter(|it| self.parts[it.at()].turn > 0);
        let mut fallen: Vec<ComponentIx> = fallen.copied().collect();
        fallen.sort_by_key(|it| self.parts[it.at()].turn);
        fallen
    }

    /// When a component is down.
    pub(crate) fn of(&self, component: ComponentIx) -> impl Iterator<Item = Outage> + '_ {
        let part = &self.parts[component.at()];
        let open = Some((part.down_since, OPEN)).filter(|(since, _)| *since != OPEN);
        part.past.iter().copied().chain(open)
    }

    /// Why a component went down first.
    pub(crate) fn cause(&self, component: ComponentIx) -> Cause {
        self.parts[component.at()].cause
    }

    /// The place of a component among those that went down, 0 where it never did.
    pub(crate) fn turn(&self, component: ComponentIx) -> u32 {
        self.parts[component.at()].turn
    }

    /// The requirements that have failed at any time: when what they look at first did, and when that was
    /// no longer borne.
    pub(crate) fn failed_links(&self) -> impl Iterator<Item = (NodeIx, u32, u32)> + '_ {
        let failed = self.touched_links.iter().map(|node| (node, &self.links[node.at()]));
        let failed = failed.filter(|(_, link)| link.first_raw != OPEN);
        failed.map(|(node, link)| (*node, link.first_raw, link.first_borne))
    }

    /// Whether a requirement has failed for good once nothing changes any more.
    pub(crate) fn fails_for_good(&self, analysis: &Settled<'_>, node: NodeIx) -> bool {
        let borne = analysis.circuit.node(node).tolerates;
        self.links[node.at()].raw_since != OPEN && borne.finite().is_some()
    }

    /// Whether a component stays down though the cause of that is over.
    pub(crate) fn waits_for_ever(&self, component: ComponentIx) -> bool {
        let part = &self.parts[component.at()];
        part.down_since != OPEN && part.could && part.good_since == OPEN
    }
}
