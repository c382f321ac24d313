//! The cheapest set of options for change after which no foreign single point is left.
//!
//! Logic-based Benders decomposition (Hooker and Ottosson, *Logic-based Benders decomposition*,
//! Mathematical Programming 96, 2003). A master problem chooses options under the conditions that are
//! known so far (`master`); the inventory with these taken is analysed like any other (`trial`);
//! each single point that is left has a proof, and the declarations that the proof rests on give a
//! condition (`touch`): the point stands unless one of the options that touch them is taken, or one
//! that brought them is dropped. That holds whatever options do: a new supplier may well be a new
//! foreign controller. The conditions join the master until what it chooses leaves nothing that it
//! did not foresee; it is then optimal, as the master was a relaxation (`search`).
//!
//! Nothing here reads a clock: a search ends after so many nodes, with the best plan known and the
//! bounds on what could be better.

mod master;
mod report;
mod road_map;
mod search;
#[cfg(test)]
mod tests;
mod touch;
mod trial;

use trefonds_ask::Options;
use trefonds_findings::{Certainty, Criticality, Level, Plan, PlanWeights};
use trefonds_model::{Inventory, Minutes};

/// What to plan for.
#[derive(Clone, Debug)]
pub struct PlanOptions {
    /// The day and home of the results, instead of the inventory's own.
    pub analysis: Options,
    /// The level of the events; components are neither home nor foreign, and make no plan.
    pub level: Level,
    /// Later stops do not count.
    pub by: Option<Minutes>,
    /// What is over sooner does not count.
    pub lasting: Option<Minutes>,
    /// Which single points count: the certain ones and possible ones that were not there before, or
    /// all.
    pub counted: Certainty,
    /// Services at least as critical.
    pub criticality: Criticality,
    /// What may be spent.
    pub budget: Option<u64>,
    /// How many nodes the solver may visit in all.
    pub effort: u64,
}

impl Default for PlanOptions {
    fn default() -> Self {
        Self {
            analysis: Options::default(),
            level: Level::Controller,
            by: None,
            lasting: None,
            counted: Certainty::Certain,
            criticality: Criticality::Minor,
            budget: None,
            effort: 50_000,
        }
    }
}

/// What a single point weighs.
const WEIGHTS: PlanWeights = PlanWeights::DOUBLING;

/// Plans.
///
/// One analysis of the inventory for each set of options that is tried; how many that are depends on
/// how options hang together. The effort bounds it.
#[must_use]
pub fn plan(model: &Inventory, options: &PlanOptions) -> Plan {
    let mut search = search::Search::new(model, options);
    let found = search.run();
    report::report(&mut search, &found)
}
