//! Which requirements count on the day, and which members of groups.

use trefonds_model::{Inventory, Need, Requirement};

use crate::circles::Circles;
use crate::unknowns::Calendar;

/// Which members of a group count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Members {
    /// Those that are confirmed.
    Settled,
    /// The others too, where too few are confirmed.
    Careful,
    /// All that are there, for what does nothing and is only told.
    All,
}

/// Which requirements are kept on the day.
#[derive(Clone, Copy)]
pub(super) struct Keep<'a> {
    pub calendar: Calendar<'a>,
    pub model: &'a Inventory,
    pub circles: &'a Circles,
    /// Whether anything at all is a candidate: most inventories have none, and ask for every requirement.
    any: bool,
}

impl<'a> Keep<'a> {
    pub fn new(calendar: Calendar<'a>, model: &'a Inventory, circles: &'a Circles) -> Self {
        let any = model.notes.iter().any(|note| note.candidate);
        Self { calendar, model, circles, any }
    }

    pub fn holds(&self, requirement: &Requirement) -> bool {
        self.calendar.holds(requirement.note)
    }

    /// Whether anybody has confirmed that it is needed, and that what it needs exists.
    pub fn is_candidate(&self, requirement: &Requirement) -> bool {
        let stub = match &requirement.need {
            Need::Component(_) if !self.any => return false,
            Need::Component(needed) => self.calendar.candidate(self.model.component(*needed).note),
            _ => {
                let mut members = requirement.members().iter().filter(|it| self.holds(it));
                members.all(|member| self.is_candidate(member)) && self.stands(requirement)
            }
        };
        stub || self.calendar.candidate(requirement.note)
    }

    /// How the members of a top-level requirement are taken.
    pub fn reading_of(&self, requirement: &Requirement) -> Members {
        if self.is_candidate(requirement) { Members::Careful } else { Members::Settled }
    }

    /// The members of a group that count, and how many of them must fail to fail it. Nobody counts on a
    /// candidate: with enough others it carries nothing. Without, the careful reading takes it for one
    /// that is needed, and then, as wherever fewer are left than must hold, the loss of any one is the
    /// loss of the group.
    pub fn members<'r>(&self, group: &'r Requirement, how: Members) -> (Vec<&'r Requirement>, u32) {
        let there = self.there(group);
        let firm: Vec<&Requirement> =
            there.iter().copied().filter(|member| !self.is_candidate(member)).collect();
        let least = match &group.need {
            Need::Component(_) | Need::AnyOf(_) => 1,
            Need::AllOf(_) => there.len() as u32,
            Need::AtLeast { k, .. } => *k,
        };
        let count = firm.len() as u32;
        match (how, count.checked_sub(least)) {
            (Members::All, _) | (Members::Careful, None) => (there, 1),
            (_, Some(spare)) => (firm, spare + 1),
            (Members::Settled, None) => (firm, 1.min(count)),
        }
    }

    /// The members of a group that are needed on the day, candidates too.
    pub fn there<'r>(&self, group: &'r Requirement) -> Vec<&'r Requirement> {
        let members = group.members().iter();
        members.filter(|member| self.holds(member) && !member.soft && self.stands(member)).collect()
    }

    /// Whether a requirement that is none itself needs candidates, in a group at any depth.
    pub fn has_twin(&self, requirement: &Requirement) -> bool {
        if matches!(requirement.need, Need::Component(_)) || self.is_candidate(requirement) {
            return false;
        }
        let (firm, _) = self.members(requirement, Members::Settled);
        let (all, _) = self.members(requirement, Members::Careful);
        all.len() > firm.len() || firm.iter().any(|member| self.has_twin(member))
    }

    /// The members of groups, at any depth, that do not count.
    pub fn left_out<'r>(&self, requirement: &'r Requirement, how: Members) -> Vec<&'r Requirement> {
        let mut found = Vec::new();
        let mut open = vec![requirement];
        while let Some(group) = open.pop() {
            let (counted, _) = self.members(group, how);
            let there = self.there(group);
            if counted.len() < there.len() {
                found.extend(there.into_iter().filter(|member| self.is_candidate(member)));
            }
            open.extend(counted.iter().rev());
        }
        found
    }

    /// Whether anything that it names is needed on the day.
    pub fn stands(&self, requirement: &Requirement) -> bool {
        match &requirement.need {
            Need::Component(_) => true,
            _ => requirement
                .members()
                .iter()
                .any(|member| self.holds(member) && !member.soft && self.stands(member)),
        }
    }
}
