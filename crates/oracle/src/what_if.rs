//! Several withdrawals at once, and the unknown facts that could be one of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::lookup::Reading;
use crate::standing::{Minutes, NEVER};
use crate::survival::{Failure, Times};
use crate::unknown::{Hand, ids};
use crate::withdrawal::{Level, Off, Withdrawal};
use crate::world::*;

/// One of several that withdraw together.
#[derive(Clone, Debug)]
pub enum Part {
    /// A component, an entity, a controller, a country.
    Withdrawal(Level, Id),
    /// A site closes.
    Site(Id),
    /// A law is applied; one on access stops nothing.
    Law(Id),
}

impl World {
    /// When each service has stopped, or is degraded, once all of some parts withdraw: careful and settled.
    #[must_use]
    pub fn what_if(&self, parts: &[Part], failure: Failure) -> BTreeMap<Id, (Minutes, Minutes)> {
        let offs = self.offs_of(parts);
        let [settled, careful] = self.both(&offs, failure);
        let times = |id: &Id| (careful[id], settled[id]);
        self.services().into_iter().map(|id| (id.clone(), times(&id))).collect()
    }

    /// What all of some parts switch off, in the settled and in the careful reading.
    pub(crate) fn offs_of(&self, parts: &[Part]) -> [Off; 2] {
        Reading::BOTH.map(|reading| {
            let off = parts.iter().map(|part| self.off_of(part, &[], reading));
            off.fold(Off::default(), Off::and)
        })
    }

    /// What one part switches off; some unknown facts are taken to be it.
    fn off_of(&self, part: &Part, hands: &[crate::unknown::Unknown], reading: Reading) -> Off {
        match part {
            Part::Site(id) => {
                Off { sites: BTreeSet::from([id.clone()]), hands: hands.to_vec(), ..Off::default() }
            }
            Part::Law(id) => {
                let denial = self.laws.iter().filter(|law| law.id == *id && !law.access);
                let laws = denial.map(|law| self.played(law)).collect();
                Off { laws, hands: hands.to_vec(), ..Off::default() }
            }
            Part::Withdrawal(level, named) => {
                let named = Some(named.clone());
                self.off(&Withdrawal { level: *level, named, hands: hands.to_vec() }, reading)
            }
        }
    }

    /// Of each service that stands when one withdraws, the smallest sets of unknown facts with which it would
    /// stop if all of them were that one; none of more than so many.
    #[must_use]
    pub fn hidden(&self, part: &Part, most: usize) -> BTreeSet<(Id, BTreeSet<String>)> {
        let Part::Withdrawal(level, named) = part else { return BTreeSet::new() };
        let of = Withdrawal { level: *level, named: Some(named.clone()), hands: Vec::new() };
        let hands: Vec<Hand> =
            self.hands().into_iter().filter(|hand| self.could_be(hand, &of)).collect();
        let alone = self.careful_times(part, &[]);
        let mut standing = self.services();
        standing.retain(|service| alone[service] == NEVER);
        let mut found = BTreeSet::new();
        for size in 1..=most {
            let mut stopped = Vec::new();
            for set in sets(&hands, size) {
                let facts: Hand = set.into_iter().flatten().cloned().collect();
                let times = self.careful_times(part, &facts);
                for service in standing.iter().filter(|service| times[*service] < NEVER) {
                    found.insert((service.clone(), ids(&facts)));
                    stopped.push(service.clone());
                }
            }
            standing.retain(|service| !stopped.contains(service));
        }
        found
    }

    fn careful_times(&self, part: &Part, hands: &[crate::unknown::Unknown]) -> Times {
        let off = self.off_of(part, hands, Reading::Careful);
        self.told_of(&off, Reading::Careful, Failure::Stops)
    }
}

/// All sets of so many of some things.
fn sets<T>(of: &[T], size: usize) -> Vec<Vec<&T>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let mut found = Vec::new();
    for (at, first) in of.iter().enumerate() {
        for mut rest in sets(&of[at + 1..], size - 1) {
            rest.push(first);
            found.push(rest);
        }
    }
    found
}
