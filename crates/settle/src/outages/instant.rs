//! One instant: which members of a circle are up, and which timers that sets.

use trefonds_model::{ComponentIx, Minutes};

use super::state::OPEN;
use super::{Hit, Outages};
use crate::Settled;
use crate::cause::Cause;
use crate::circuit::{Failure, Gate, NodeIx};

/// How the members of the circle in hand are taken; all others are as they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    /// Up when they could run, were all timers of restarts over.
    Could,
    /// Up when they may be.
    Up,
    /// As they are.
    Now,
}

/// What one look at a circle has in common.
#[derive(Clone, Copy)]
struct Look<'a, 'm> {
    analysis: &'a Settled<'m>,
    time: u32,
    place: u32,
    view: View,
}

impl Look<'_, '_> {
    fn has(&self, component: ComponentIx) -> bool {
        self.analysis.hard_order().place(component) == self.place
    }

    const fn with(self, view: View) -> Self {
        Self { view, ..self }
    }
}

impl Outages {
    /// Settles the circle at a place, and makes due what looks at whoever changed.
    pub(super) fn settle(
        &mut self,
        analysis: &Settled<'_>,
        place: u32,
        time: u32,
        has: &dyn Fn(ComponentIx) -> bool,
    ) {
        let order = analysis.hard_order();
        let members = order.circle(place);
        for member in members {
            self.touch(*member);
        }
        let look = Look { analysis, time, place, view: View::Now };
        self.narrow(look.with(View::Could), members);
        for member in members {
            let up = self.parts[member.at()].could && self.has_restarted(analysis, *member, time);
            self.parts[member.at()].up = up;
        }
        self.narrow(look.with(View::Up), members);
        for member in members {
            if self.apply(*member, time) {
                for leaf in analysis.circuit.watchers(*member) {
                    let owner = analysis.circuit.owner(*leaf);
                    if order.place(owner) != place && has(owner) {
                        self.make_due(order.place(owner));
                    }
                }
                let served = analysis.repairs.serves(*member).iter();
                let served: Vec<ComponentIx> = served.copied().filter(|it| has(*it)).collect();
                self.looked_at.extend(served);
            }
        }
        self.looked_at.extend_from_slice(members);
        for member in members {
            for top in analysis.circuit.tops(*member) {
                self.note(look, top);
            }
        }
    }

    fn touch(&mut self, component: ComponentIx) {
        let part = &mut self.parts[component.at()];
        if !part.touched {
            part.touched = true;
            self.touched_parts.push(component);
        }
    }

    /// The largest set of members that may be up together: whoever cannot is taken out until nobody is.
    fn narrow(&mut self, look: Look<'_, '_>, members: &[ComponentIx]) {
        self.pending.clear();
        self.pending.extend(members);
        if look.view == View::Could {
            members.iter().for_each(|member| self.parts[member.at()].could = true);
        }
        while let Some(member) = self.pending.pop_front() {
            let part = &self.parts[member.at()];
            let out = if look.view == View::Could { !part.could } else { !part.up };
            if out {
                continue;
            }
            let Some(cause) = self.cause_now(look, member) else { continue };
            let part = &mut self.parts[member.at()];
            if look.view == View::Could {
                part.could = false;
            } else {
                part.up = false;
            }
            if part.down_since == OPEN && part.turn == 0 {
                self.turn += 1;
                (part.turn, part.cause) = (self.turn, cause);
            }
            if members.len() > 1 {
                for leaf in look.analysis.circuit.watchers(member) {
                    let owner = look.analysis.circuit.owner(*leaf);
                    if look.has(owner) {
                        self.pending.push_back(owner);
                    }
                }
            }
        }
    }

    /// Why a component is down now, if it is: a cause of its own, else the first requirement that fails.
    fn cause_now(&self, look: Look<'_, '_>, component: ComponentIx) -> Option<Cause> {
        if let Some(hit) = self.own(component, look.time) {
            return Some(hit.cause);
        }
        let circuit = &look.analysis.circuit;
        let mut tops = circuit.tops(component);
        let failed = tops.find(|top| self.counts(look, *top) && self.fails(look, *top));
        failed.map(Cause::Requirement)
    }

    fn counts(&self, look: Look<'_, '_>, top: NodeIx) -> bool {
        let node = look.analysis.circuit.node(top);
        let spared = node.candidate.is_some_and(|it| self.answered.contains(&it));
        !spared && node.counts(self.reading, Failure::Stops)
    }

    /// The first of the own causes of a component at a time.
    fn own(&self, component: ComponentIx, time: u32) -> Option<&Hit> {
        let start = self.hits.partition_point(|hit| hit.component < component);
        let mut own = self.hits[start..].iter().take_while(|hit| hit.component == component);
        own.find(|hit| hit.from <= time && time < hit.to)
    }

    /// Whether a component that could run is up again: at once where it was not down.
    fn has_restarted(&self, analysis: &Settled<'_>, component: ComponentIx, time: u32) -> bool {
        let part = &self.parts[component.at()];
        let takes = analysis.repairs.takes(component, self.reading);
        part.down_since == OPEN || takes == 0 || lasted(part.good_since, time, takes)
    }

    /// Takes over what was settled of a component, and says whether it went down or came up.
    fn apply(&mut self, component: ComponentIx, time: u32) -> bool {
        let part = &mut self.parts[component.at()];
        match (part.down_since, part.up) {
            (OPEN, false) => part.down_since = time,
            (OPEN, true) => return false,
            (_, false) => return false,
            (since, true) => {
                part.past.push((since, time));
                part.down_since = OPEN;
            }
        }
        true
    }

    fn is_down(&self, look: Look<'_, '_>, component: ComponentIx) -> bool {
        let part = &self.parts[component.at()];
        match look.view {
            View::Could if look.has(component) => !part.could,
            View::Up if look.has(component) => !part.up,
            _ => part.down_since != OPEN,
        }
    }

    /// Whether a requirement has failed, what is borne considered.
    fn fails(&self, look: Look<'_, '_>, node: NodeIx) -> bool {
        self.is_lost(look, node) && self.is_past_bearing(look, node)
    }

    /// Whether the loss of what a requirement looks at, lost now, has lasted for longer than is borne.
    fn is_past_bearing(&self, look: Look<'_, '_>, node: NodeIx) -> bool {
        match look.analysis.circuit.node(node).tolerates {
            Minutes::ZERO => true,
            Minutes::NEVER => false,
            borne => look.time == 0 || lasted(self.links[node.at()].raw_since, look.time, borne.0),
        }
    }

    /// Whether what a requirement looks at is down.
    fn is_lost(&self, look: Look<'_, '_>, node: NodeIx) -> bool {
        let circuit = &look.analysis.circuit;
        match circuit.node(node).gate {
            Gate::Component(component) => self.is_down(look, component),
            Gate::Group { must_fail, start, end } => match circuit.cold(node) {
                None => {
                    let failed = (start..end).filter(|at| self.fails(look, NodeIx(*at))).count();
                    failed as u32 >= must_fail
                }
                Some(cold) => {
                    let members = circuit.members(node);
                    let running = members.filter(|member| self.runs(look, *member)).count();
                    (running as u32) < cold.needed
                }
            },
        }
    }

    /// Whether a member of a group with cold members does its part.
    fn runs(&self, look: Look<'_, '_>, member: NodeIx) -> bool {
        let node = look.analysis.circuit.node(member);
        let started = node.starts_in == Minutes::ZERO
            || (!node.frozen && self.has_started(look, member, node.starts_in));
        started && !self.fails(look, member)
    }

    fn has_started(&self, look: Look<'_, '_>, member: NodeIx, starts_in: Minutes) -> bool {
        // Before all events what is so has been so for ever: whoever is up while the hot ones do not suffice
        // has taken over.
        if look.time == 0 {
            return true;
        }
        let ready = self.ready_since(look.analysis, member);
        starts_in != Minutes::NEVER && lasted(ready, look.time, starts_in.0)
    }

    /// Since when a cold member could take over; of one that nothing was noted of yet, as it was before
    /// all events.
    fn ready_since(&self, analysis: &Settled<'_>, member: NodeIx) -> u32 {
        let link = &self.links[member.at()];
        if link.touched {
            return link.ready_since;
        }
        let group = analysis.circuit.group_of(member);
        let always =
            group.and_then(|group| analysis.circuit.cold(group)).is_some_and(|it| it.always);
        if always { 0 } else { OPEN }
    }

    /// Notes since when a requirement is lost, and sets the timers of what is borne and what starts.
    fn note(&mut self, look: Look<'_, '_>, node: NodeIx) {
        let circuit = &look.analysis.circuit;
        let facts = circuit.node(node);
        if let Gate::Group { .. } = facts.gate {
            for member in circuit.members(node) {
                self.note(look, member);
            }
            if let Some(cold) = circuit.cold(node) {
                self.note_cold(look, node, cold.needed, cold.always);
            }
        }
        let lost = self.is_lost(look, node);
        if !lost && !self.links[node.at()].touched {
            return;
        }
        self.touch_link(look.analysis, node);
        let since = self.links[node.at()].raw_since;
        match (lost, since) {
            (true, OPEN) => {
                let link = &mut self.links[node.at()];
                link.raw_since = look.time;
                link.first_raw = link.first_raw.min(look.time);
                if facts.tolerates != Minutes::ZERO && look.time > 0 {
                    self.set_timer(look.time, facts.tolerates.0, look.place);
                }
            }
            (false, _) => self.links[node.at()].raw_since = OPEN,
            (true, _) => {}
        }
        if lost && self.is_past_bearing(look, node) {
            let link = &mut self.links[node.at()];
            link.first_borne = link.first_borne.min(look.time);
        }
    }

    fn touch_link(&mut self, analysis: &Settled<'_>, node: NodeIx) {
        if !self.links[node.at()].touched {
            let ready_since = self.ready_since(analysis, node);
            let link = &mut self.links[node.at()];
            (link.touched, link.ready_since) = (true, ready_since);
            self.touched_links.push(node);
        }
    }

    /// Notes since when the cold members of a group could take over.
    fn note_cold(&mut self, look: Look<'_, '_>, group: NodeIx, needed: u32, always: bool) {
        let circuit = &look.analysis.circuit;
        let members: Vec<NodeIx> = circuit.members(group).collect();
        let is_cold = |member: &NodeIx| circuit.node(*member).starts_in > Minutes::ZERO;
        let hot = members.iter().filter(|it| !is_cold(it) && !self.fails(look, **it)).count();
        let too_few = (hot as u32) < needed;
        for member in members.iter().filter(|it| is_cold(it)) {
            let facts = circuit.node(*member);
            let ready = too_few && !facts.frozen && !self.fails(look, *member);
            let before = self.ready_since(look.analysis, *member);
            if ready == (before != OPEN) {
                continue;
            }
            self.touch_link(look.analysis, *member);
            self.links[member.at()].ready_since = if ready { look.time } else { OPEN };
            if ready && look.time > 0 {
                self.set_timer(look.time, facts.starts_in.0, look.place);
            }
            // One that runs all the time may be in the circle of its owner: from the next minute on it no longer
            // does its part, and who could run is another question.
            if !ready && always && look.time > 0 {
                self.set_timer(look.time, 1, look.place);
            }
        }
    }

    /// Sets the timers of repairs, once all that changes in an instant has.
    pub(super) fn set_repairs(&mut self, analysis: &Settled<'_>, time: u32) {
        let mut looked_at = std::mem::take(&mut self.looked_at);
        for component in looked_at.drain(..) {
            let takes = analysis.repairs.takes(component, self.reading);
            if takes == 0 {
                continue;
            }
            self.touch(component);
            let mut repair = analysis.repairs.needs(component, self.reading);
            let good = self.parts[component.at()].could
                && repair.all(|needed| {
                    analysis.standing.is_present(needed)
                        && self.parts[needed.at()].down_since == OPEN
                });
            let part = &mut self.parts[component.at()];
            match (good, part.good_since) {
                (true, OPEN) => part.good_since = time,
                (false, _) => part.good_since = OPEN,
                _ => {}
            }
            let (since, is_down) = (part.good_since, part.down_since != OPEN);
            if good && is_down && since > 0 && since.saturating_add(takes) > time {
                let place = analysis.hard_order().place(component);
                self.set_timer(since, takes, place);
            }
        }
        self.looked_at = looked_at;
    }
}

/// Whether what has been so since a time, `OPEN` when it is not, has been so for so long.
const fn lasted(since: u32, time: u32, minutes: u32) -> bool {
    since != OPEN && (since == 0 || time - since >= minutes)
}
