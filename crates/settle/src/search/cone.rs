//! What some components rest on, themselves included. Reused from one to the next.

use trefonds_model::ComponentIx;

use crate::Settled;

/// All that some components rest on, alternatives and soft requirements included; everything at first.
#[derive(Debug, Default)]
pub(super) struct Cone {
    /// Sorted; nothing where all components are asked for.
    members: Option<Vec<ComponentIx>>,
    /// The turn in which each component was a member.
    turns: Vec<u32>,
    turn: u32,
}

impl Cone {
    /// O(what is needed) time, and O(V) space once.
    pub(super) fn narrow(&mut self, analysis: &Settled<'_>, tops: &[ComponentIx]) {
        self.turns.resize(analysis.model.components.len(), 0);
        self.turn += 1;
        let mut members = self.members.take().unwrap_or_default();
        members.clear();
        tops.iter().for_each(|top| self.add(*top, &mut members));
        let mut next = 0;
        while let Some(component) = members.get(next).copied() {
            next += 1;
            let needs = analysis.circuit.leaves(component);
            needs.for_each(|(_, needed)| self.add(needed, &mut members));
        }
        members.sort_unstable();
        self.members = Some(members);
    }

    fn add(&mut self, component: ComponentIx, members: &mut Vec<ComponentIx>) {
        let turn = &mut self.turns[component.at()];
        if *turn != self.turn {
            *turn = self.turn;
            members.push(component);
        }
    }

    pub(super) fn widen(&mut self) {
        self.members = None;
    }

    pub(super) fn has(&self, component: ComponentIx) -> bool {
        self.members.is_none() || self.turns[component.at()] == self.turn
    }

    pub(super) fn members(&self) -> Option<&[ComponentIx]> {
        self.members.as_deref()
    }
}
