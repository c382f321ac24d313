//! In which order the groups where pairs meet are looked at: one that does not hang on the order of files.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::alone::Alone;
use crate::Analysis;
use trefonds_settle::circuit::{Gate, NodeIx};

/// The groups where pairs may meet, each with its place: by who needs it, then by what it needs.
#[derive(Debug, Default)]
pub(super) struct Places(FxHashMap<NodeIx, u32>);

impl Places {
    /// Of all groups that bear what one event does. O(G log G) time for G requirements in these.
    pub(super) fn new(analysis: &Analysis<'_>, alone: &[Alone]) -> Self {
        let groups = alone.iter().flat_map(|one| &one.groups).filter(|touched| touched.holds);
        let groups: BTreeSet<NodeIx> = groups.map(|touched| touched.group).collect();
        let said = |group: NodeIx| {
            let owner = analysis.model().component(analysis.circuit().owner(group)).id;
            (analysis.text(owner), analysis.said_of(group), group)
        };
        let mut groups: Vec<_> = groups.into_iter().map(said).collect();
        groups.sort_unstable();
        let places = groups.into_iter().zip(0..).map(|((.., group), place)| (group, place));
        Self(places.collect())
    }

    /// The first of some groups.
    pub(super) fn first(&self, groups: impl Iterator<Item = NodeIx>) -> Option<NodeIx> {
        groups.min_by_key(|group| (self.0.get(group).copied().unwrap_or(u32::MAX), *group))
    }
}

impl Analysis<'_> {
    /// What a requirement says, its members in the order of what they say.
    fn said_of(&self, node: NodeIx) -> String {
        let facts = self.circuit().node(node);
        let what = match facts.gate {
            Gate::Component(needed) => self.text(self.model().component(needed).id),
            Gate::Group { must_fail, start, end } => {
                let mut members: Vec<String> =
                    (start..end).map(|member| self.said_of(NodeIx(member))).collect();
                members.sort_unstable();
                format!("{must_fail}({})", members.join(" "))
            }
        };
        format!("{what}+{}", facts.tolerates.0)
    }
}
