//! The same search where outages may end: members that take over, events that are over, repairs.

use trefonds_model::{ComponentIx, Minutes};

use super::{Cause, OPEN, Search, Seed};
use crate::Settled;
use crate::circuit::{Failure, Gate, NodeIx, Parent};
use crate::outages::{Hit, Outages};
use crate::standing::ORIGIN;

/// One time during which something is down, in minutes after the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outage {
    /// The first minute; 0 where it began before the event.
    pub from: u32,
    /// The first minute at which it is up again; `None` is for good.
    pub until: Option<u32>,
}

impl Outage {
    /// Whether it lasts so long.
    #[must_use]
    pub fn lasts(&self, lasting: Minutes) -> bool {
        self.until.is_none_or(|until| until.saturating_sub(self.from) >= lasting.0)
    }
}

/// A component that stays down, though what took it down is over or could be put right: its repair needs
/// what is down because of it, or what never comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmendable {
    /// The component.
    pub component: ComponentIx,
    /// What its repair needs.
    pub needs: ComponentIx,
    /// From what the repair needs down to the component, which is left out: each needs the next, to run or to
    /// be mended. Empty where that is down for another reason.
    pub circle: Vec<ComponentIx>,
}

impl Search {
    /// Whether a run must look at when things are up again: nothing is degraded in that way.
    pub(super) fn is_in_time(&self, analysis: &Settled<'_>, seeds: &[Seed]) -> bool {
        let ends = seeds.iter().any(|seed| seed.until != OPEN);
        let asked = self.failure == Failure::Stops && !self.statically;
        asked && (analysis.circuit.any_cold() || ends)
    }

    pub(super) fn run_in_time(&mut self, analysis: &Settled<'_>, seeds: &[Seed]) {
        let later = |time: u32| time.saturating_add(ORIGIN);
        let hits = seeds.iter().map(|seed| Hit {
            component: seed.component,
            from: later(seed.time),
            to: later(seed.until),
            cause: seed.cause,
        });
        let mut hits: Vec<Hit> = hits.collect();
        if self.origin > 0 {
            let down = analysis.standing.all_down();
            hits.extend(down.map(|(component, from)| Hit {
                component,
                from,
                to: OPEN,
                cause: Cause::Ended,
            }));
        }
        self.let_time_go(analysis, hits);
    }

    pub(super) fn let_time_go(&mut self, analysis: &Settled<'_>, hits: Vec<Hit>) {
        self.origin = ORIGIN;
        let mut outages = self.in_time.take().unwrap_or_else(|| Box::new(Outages::new(analysis)));
        let until = self.until.saturating_add(ORIGIN);
        let cone = &self.cone;
        outages.run(analysis, hits, self.reading, &self.answered, until, &|it| cone.has(it));
        for component in outages.fallen() {
            // What is over before the events is no failure of theirs.
            let mut left = outages.of(component).filter(|(_, to)| *to > ORIGIN);
            let Some((from, _)) = left.next() else { continue };
            self.time[component.at()] = from;
            self.best[component.at()] = (from, 0);
            self.cause[component.at()] = outages.cause(component);
            self.failed.push(component);
            self.touched_components.push(component);
        }
        for (node, lost, borne) in outages.failed_links() {
            self.touched_nodes.push(node);
            self.group_turn[node.at()] = lost;
            if borne != OPEN {
                self.node_turn[node.at()] = borne;
            }
        }
        let time = &self.time;
        self.failed.sort_by_key(|it| (time[it.at()], outages.turn(*it)));
        self.in_time = Some(outages);
        self.was_in_time = true;
    }

    /// When a component is down, in minutes after the event, in order.
    pub fn outages(&self, component: ComponentIx) -> Vec<Outage> {
        let (Some(outages), true) = (&self.in_time, self.was_in_time) else {
            return self
                .time(component)
                .map(|from| Outage { from, until: None })
                .into_iter()
                .collect();
        };
        let since = |(from, to): (u32, u32)| {
            let until = Minutes(to).finite().map(|to| to.saturating_sub(self.origin));
            Outage { from: from.saturating_sub(self.origin), until }
        };
        let all = outages.of(component).map(since);
        // What was over before the event is no outage of it.
        all.filter(|outage| outage.until != Some(0)).collect()
    }

    /// Whether a member of a group had failed when the group did.
    pub(crate) fn had_failed(&self, analysis: &Settled<'_>, member: NodeIx, group: NodeIx) -> bool {
        let (borne, lost) = (self.node_turn[member.at()], self.group_turn[group.at()]);
        let before = || match (&self.in_time, analysis.circuit.node(member).gate) {
            (Some(outages), Gate::Component(needed)) => {
                let owner = analysis.circuit.owner(group);
                outages.turn(needed) < outages.turn(owner) || outages.turn(owner) == 0
            }
            _ => true,
        };
        borne != OPEN && borne <= lost && before()
    }

    /// Whether the last run looked at when things are up again.
    pub const fn was_in_time(&self) -> bool {
        self.was_in_time
    }

    /// What cannot be mended once the last event has done all that it does, in file order.
    pub fn unmendable(&self, analysis: &Settled<'_>) -> Vec<Unmendable> {
        let repaired = analysis.repairs.repaired().into_iter();
        repaired.filter_map(|component| self.cannot_mend(analysis, component)).collect()
    }

    /// The same of one component.
    pub fn cannot_mend(
        &self,
        analysis: &Settled<'_>,
        component: ComponentIx,
    ) -> Option<Unmendable> {
        if !self.is_down_at_last(component) {
            return None;
        }
        let waits = self.waits_for_ever(component);
        analysis.repairs.needs(component, self.reading).find_map(|needs| {
            if analysis.standing.is_present(needs) && !self.is_down_at_last(needs) {
                return None;
            }
            let circle = self.failed_path(analysis, needs, component);
            let circle = if waits { Some(circle.unwrap_or_default()) } else { circle };
            circle.map(|circle| Unmendable { component, needs, circle })
        })
    }

    /// What the repair of a component needs and is down once the last event has done all that it does.
    pub fn lacks_for_repair(
        &self,
        analysis: &Settled<'_>,
        component: ComponentIx,
    ) -> Option<Unmendable> {
        let mut all = analysis.repairs.needs(component, self.reading);
        let needs = all.find(|it| self.is_down_at_last(*it))?;
        Some(Unmendable { component, needs, circle: Vec::new() })
    }

    fn is_down_at_last(&self, component: ComponentIx) -> bool {
        match (&self.in_time, self.was_in_time) {
            (Some(outages), true) => outages.of(component).last().is_some_and(|(_, to)| to == OPEN),
            _ => self.time[component.at()] != OPEN,
        }
    }

    fn waits_for_ever(&self, component: ComponentIx) -> bool {
        let outages = self.in_time.as_ref().filter(|_| self.was_in_time);
        outages.is_some_and(|outages| outages.waits_for_ever(component))
    }

    fn fails_at_last(&self, analysis: &Settled<'_>, node: NodeIx) -> bool {
        match (&self.in_time, self.was_in_time) {
            (Some(outages), true) => outages.fails_for_good(analysis, node),
            _ => self.is_gone_at_last(analysis, node),
        }
    }

    /// The same from what is down: a search ends with what takes a component down first, and does not look at
    /// what else would.
    fn is_gone_at_last(&self, analysis: &Settled<'_>, node: NodeIx) -> bool {
        let facts = analysis.circuit.node(node);
        let counts =
            facts.counts(self.reading, Failure::Stops) && facts.tolerates.finite().is_some();
        counts
            && match facts.gate {
                Gate::Component(needed) => self.is_down_at_last(needed),
                Gate::Group { must_fail, start, end } => {
                    let members = (start..end).map(NodeIx);
                    let gone = members.filter(|it| self.is_gone_at_last(analysis, *it)).count();
                    gone as u32 >= must_fail
                }
            }
    }

    /// The components from one that is down to another, the last left out, the shortest way: each lacks the
    /// next for good, or could run and waits for it to be mended. `None` where there is none.
    fn failed_path(
        &self,
        analysis: &Settled<'_>,
        from: ComponentIx,
        to: ComponentIx,
    ) -> Option<Vec<ComponentIx>> {
        let mut came: Vec<(ComponentIx, Option<usize>)> = vec![(from, None)];
        let mut seen = rustc_hash::FxHashSet::from_iter([from]);
        let mut at = 0;
        while let Some((component, _)) = came.get(at).copied() {
            if component == to {
                let mut path = Vec::new();
                let mut step = came[at].1;
                while let Some(before) = step {
                    path.push(came[before].0);
                    step = came[before].1;
                }
                path.reverse();
                return Some(path);
            }
            for (leaf, needed) in analysis.circuit.leaves(component) {
                if self.is_down_at_last(needed)
                    && self.is_part_of_failure(analysis, leaf)
                    && seen.insert(needed)
                {
                    came.push((needed, Some(at)));
                }
            }
            if self.waits_for_ever(component) {
                for needed in analysis.repairs.needs(component, self.reading) {
                    if self.is_down_at_last(needed) && seen.insert(needed) {
                        came.push((needed, Some(at)));
                    }
                }
            }
            at += 1;
        }
        None
    }

    /// Whether a leaf and every group above it have failed, as hard requirements.
    fn is_part_of_failure(&self, analysis: &Settled<'_>, leaf: NodeIx) -> bool {
        let mut at = leaf;
        loop {
            if !self.fails_at_last(analysis, at) {
                return false;
            }
            match analysis.circuit.node(at).parent {
                Parent::Component(_) => {
                    return analysis.circuit.node(at).counts(self.reading, Failure::Stops);
                }
                Parent::Group(group) => at = group,
            }
        }
    }
}
