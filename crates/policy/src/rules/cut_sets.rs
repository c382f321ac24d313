use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{Criticality, Level};

use super::points::{self, Scope, Whose};
use super::single_points::single_point;
use super::{controllers, every_service};
use crate::evaluate::Case;

/// It takes at least so many withdrawals together to stop a service that matters at least so much.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CutSets {
    /// How many; 2 is "no single point", and more cannot be judged yet.
    #[schemars(range(min = 2, max = 2))]
    pub order: u32,
    /// Whose withdrawal: `controller`, `entity` or `jurisdiction`.
    #[serde(default = "controllers")]
    pub level: Level,
    /// The services that matter so much or more.
    #[serde(default = "every_service")]
    pub criticality: Criticality,
    /// Whether withdrawals at home count.
    #[serde(default)]
    pub whose: Whose,
}

impl CutSets {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let (level, criticality, whose) = (self.level, self.criticality, self.whose);
        let scope = Scope { level, criticality, whose };
        points::judge(case, scope, None, |point| single_point(point, None));
    }
}
