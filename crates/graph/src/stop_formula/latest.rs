//! By which hour a component has failed, if it fails at all.
//!
//! Nothing fails without a cause, and of the causes of a failure, one behind the other, none stands twice:
//! whoever fails because of himself had failed before. So all failures of a component come within the
//! longest delay below it and what is borne on the way there, each component of a circle counted once. A
//! horizon beyond that is "ever": a circle need not be gone round until the horizon is used up.

use trefonds_model::{ComponentIx, Hours};

use crate::Analysis;
use crate::circuit::{NodeIx, Parent};

impl Analysis<'_> {
    /// For each component, an hour by which it has failed if it ever does, whatever the events; `own` says
    /// by when its own channels have made it fail. O(V + E) time and space.
    pub(super) fn latest(&self, own: impl Fn(ComponentIx) -> Hours) -> Vec<Hours> {
        let mut latest = vec![Hours::ZERO; self.model.components.len()];
        for circle in self.order.circles() {
            let mut entry = Hours::ZERO;
            let mut inside = Hours::ZERO;
            for member in circle {
                let ended = self
                    .ended
                    .get(member.at())
                    .copied()
                    .flatten()
                    .and_then(|time| u32::try_from(time).ok());
                entry = entry.max(own(*member)).max(Hours(ended.unwrap_or(0)));
                let mut within = Hours::ZERO;
                for (leaf, needed) in self.circuit.leaves(*member) {
                    let Some(borne) = self.borne_above(leaf).finite() else { continue };
                    // Circles are sorted.
                    if circle.binary_search(&needed).is_ok() {
                        within = within.max(Hours(borne));
                    } else {
                        entry = entry.max(latest[needed.at()].plus(Hours(borne)));
                    }
                }
                inside = inside.plus(within);
            }
            circle.iter().for_each(|member| latest[member.at()] = entry.plus(inside));
        }
        latest
    }

    /// What is borne of a failure from a leaf up to its component.
    fn borne_above(&self, leaf: NodeIx) -> Hours {
        let (mut at, mut borne) = (leaf, Hours::ZERO);
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
