//! When each component has failed: from "never" down, until nothing changes any more.

use std::collections::BTreeMap;

use crate::lookup::Reading;
use crate::standing::{EVER, Minutes, NEVER};
use crate::withdrawal::Off;
use crate::world::*;

/// What failing means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It has stopped: soft requirements do not count.
    Stops,
    /// It works worse, or has stopped: they count too.
    Degrades,
}

/// Whether what has ended is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It is.
    Down,
    /// It is taken to be back.
    Back,
}

/// When each component has failed.
pub type Times = BTreeMap<Id, Minutes>;

impl World {
    /// When each component has failed, once a withdrawal has switched something off.
    #[must_use]
    pub fn times(&self, off: &Off, reading: Reading, failure: Failure, ended: Ended) -> Times {
        let standing = self.standing();
        let down = if ended == Ended::Down { self.down() } else { Times::new() };
        let mut times: Times = standing.iter().map(|id| (id.clone(), NEVER)).collect();
        loop {
            let next: Times = (self.components.iter())
                .filter(|it| standing.contains(&it.id))
                .map(|it| {
                    let own = self.own(it, off, reading);
                    let gone = down.get(&it.id).copied().unwrap_or(NEVER);
                    let needs = self.top_needs(it, reading, failure, &times);
                    (it.id.clone(), own.min(gone).min(needs))
                })
                .collect();
            if next == times {
                return times;
            }
            times = next;
        }
    }

    fn top_needs(
        &self,
        component: &Component,
        reading: Reading,
        failure: Failure,
        times: &Times,
    ) -> Minutes {
        let needs = component.needs.items.iter().filter(|need| self.counts(need, reading));
        let needs = needs.filter(|need| !need.what.soft || failure == Failure::Degrades);
        needs.map(|need| self.fails(&need.what, reading, times)).min().unwrap_or(NEVER)
    }

    /// When the owner of a requirement no longer bears its loss.
    fn fails(&self, need: &Need, reading: Reading, times: &Times) -> Minutes {
        let lost = match &need.gate {
            Gate::One(id) => times.get(id).copied().unwrap_or(NEVER),
            Gate::All(of) => self.group_fails(of, usize::MAX, reading, times),
            Gate::Any(of) => self.group_fails(of, 1, reading, times),
            Gate::Least(least, of) => self.group_fails(of, *least, reading, times),
        };
        if lost == NEVER || lost == EVER { lost } else { lost + need.tolerates }
    }

    /// Whether nobody has confirmed a requirement, or any member of a group.
    fn is_a_guess(&self, need: &Fact<Need>) -> bool {
        let members = match &need.what.gate {
            Gate::One(_) => return need.candidate,
            Gate::All(of) | Gate::Any(of) | Gate::Least(_, of) => of,
        };
        let mut there = members.iter().filter(|it| self.holds(it));
        need.candidate || there.all(|it| self.is_a_guess(it))
    }

    /// When fewer than `least` members are left. Nobody counts on a candidate: with enough others it carries
    /// nothing; without, the careful reading takes it for one that is needed.
    fn group_fails(
        &self,
        of: &[Fact<Need>],
        least: usize,
        reading: Reading,
        times: &Times,
    ) -> Minutes {
        let members = |firm: bool| {
            let holding = of.iter().filter(move |it| self.holds(it) && self.is_a_guess(it) != firm);
            let all = holding.map(|it| self.fails(&it.what, reading, times));
            all.collect::<Vec<Minutes>>()
        };
        let mut firm = members(true);
        if firm.len() < least {
            if reading == Reading::Careful {
                firm.extend(members(false));
            }
            return firm.into_iter().min().unwrap_or(NEVER);
        }
        firm.sort_unstable();
        firm[firm.len() - least]
    }
}
