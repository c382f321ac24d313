use trefonds_findings::Level;
use trefonds_model::{ComponentIx, Hours};

use crate::survival::World;

/// What is asked of one world.
pub(super) struct Asked<'a> {
    pub world: World,
    pub services: &'a [ComponentIx],
    pub by: Hours,
    pub level: Level,
}
