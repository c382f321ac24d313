use trefonds_findings::Level;
use trefonds_model::{ComponentIx, Minutes};

use trefonds_settle::survival::World;

/// What is asked of one world.
pub(super) struct Asked<'a> {
    pub world: World,
    /// The services, sorted.
    pub services: &'a [ComponentIx],
    /// For each, the last minute that counts.
    pub until: &'a [Minutes],
    /// The last of these.
    pub by: Minutes,
    pub level: Level,
}

impl Asked<'_> {
    /// Whether a component is a service that is asked for, and has stopped in time.
    pub(super) fn counts(&self, component: ComponentIx, time: u32) -> bool {
        let at = self.services.binary_search(&component);
        at.is_ok_and(|at| time <= self.until[at].0)
    }
}
