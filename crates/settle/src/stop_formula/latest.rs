//! By which minute a component has failed, if it fails at all.
//!
//! Nothing fails without a cause, and of the causes of a failure, one behind the other, none stands twice:
//! whoever fails because of himself had failed before. So all failures of a component come within the
//! longest delay below it and what is borne on the way there, each component of a circle counted once. A
//! horizon beyond that is "ever": a circle need not be gone round until the horizon is used up.

use trefonds_model::Reading;
use trefonds_model::{ComponentIx, Minutes};

use crate::Settled;
use crate::circuit::{NodeIx, Parent};

impl Settled<'_> {
    /// For each component, a minute by which it has failed if it ever does, whatever the events; `own` says
    /// by when its own channels have made it fail. O(V + E) time and space.
    pub(super) fn latest(
        &self,
        own: impl Fn(ComponentIx) -> Minutes,
        reading: Reading,
    ) -> Vec<Minutes> {
        let mut latest = vec![Minutes::ZERO; self.model.components.len()];
        for circle in self.order().circles() {
            let mut entry = Minutes::ZERO;
            let mut inside = Minutes::ZERO;
            for member in circle {
                let ended = self.ended_in(*member, reading);
                let ended = ended.and_then(|time| u32::try_from(time).ok());
                entry = entry.max(own(*member)).max(Minutes(ended.unwrap_or(0)));
                let mut within = Minutes::ZERO;
                for (leaf, needed) in self.circuit.leaves(*member) {
                    let Some(borne) = self.borne_above(leaf).finite() else { continue };
                    // Circles are sorted.
                    if circle.binary_search(&needed).is_ok() {
                        within = within.max(Minutes(borne));
                    } else {
                        entry = entry.max(latest[needed.at()].plus(Minutes(borne)));
                    }
                }
                inside = inside.plus(within);
            }
            circle.iter().for_each(|member| latest[member.at()] = entry.plus(inside));
        }
        latest
    }

    /// What is borne of a failure from a leaf up to its component.
    fn borne_above(&self, leaf: NodeIx) -> Minutes {
        let (mut at, mut borne) = (leaf, Minutes::ZERO);
        loop {
            let node = self.circuit.node(at);
            borne = borne.plus(node.tolerates);
            match node.parent {
                Parent::Component(_) => return borne,
                Parent::Group(group) => at = group,
            }
        }
    }
}
