use trefonds_findings::Level;
use trefonds_model::{ComponentIx, Minutes};

use trefonds_settle::survival::World;

/// What is asked of one world.
pub(super) struct Asked<'a> {
    pub world: World,
    pub services: &'a [ComponentIx],
    pub by: Minutes,
    pub level: Level,
}
