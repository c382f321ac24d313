use clap::{Args, ValueEnum};
use trefonds_findings::{Certainty, Criticality, Level};
use trefonds_model::Minutes;

use super::Listing;
use super::spof::duration;

/// The level of withdrawal events.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PlanLevel {
    /// A legal entity withdraws
    Entity,
    /// An ultimate controller withdraws all that it controls
    Controller,
    /// A country withdraws all that it reaches
    Jurisdiction,
}

impl From<PlanLevel> for Level {
    fn from(level: PlanLevel) -> Self {
        match level {
            PlanLevel::Entity => Self::Entity,
            PlanLevel::Controller => Self::Controller,
            PlanLevel::Jurisdiction => Self::Jurisdiction,
        }
    }
}

/// Which single points count.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ReadingName {
    /// Certain ones, and possible ones that are not there today
    Certain,
    /// All of them, unknown facts included
    Possible,
}

impl From<ReadingName> for Certainty {
    fn from(reading: ReadingName) -> Self {
        match reading {
            ReadingName::Certain => Self::Certain,
            ReadingName::Possible => Self::Possible,
        }
    }
}

/// How much a service matters.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CriticalityName {
    /// Vital services
    Vital,
    /// Important and vital ones
    Important,
    /// Standard ones and above
    Standard,
    /// All
    Minor,
}

impl From<CriticalityName> for Criticality {
    fn from(criticality: CriticalityName) -> Self {
        match criticality {
            CriticalityName::Vital => Self::Vital,
            CriticalityName::Important => Self::Important,
            CriticalityName::Standard => Self::Standard,
            CriticalityName::Minor => Self::Minor,
        }
    }
}

/// Choose the cheapest options for change after which no foreign single point is left.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds plan inventories/hospital
  trefonds plan inventories/hospital --criticality vital --by 1y
  trefonds plan inventories/hospital --budget 500000 --format markdown -o plan.md

Options are declared under `alternatives` of a component, each with its cost and its lead time.
The plan is proven to be the cheapest, or says by how much it could be better at most.")]
pub(crate) struct Plan {
    #[command(flatten)]
    pub listing: Listing,
    /// Leave the fewest single points that this amount can, in the inventory's currency
    #[arg(long, value_name = "AMOUNT")]
    pub budget: Option<u64>,
    /// Services at least as critical
    #[arg(long, value_enum, default_value = "minor")]
    pub criticality: CriticalityName,
    /// The level of the events
    #[arg(long, value_enum, default_value = "controller")]
    pub level: PlanLevel,
    /// Leave out what stops later: 15min, 12h, 30d, 2w, 6mo, 1y
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub by: Option<Minutes>,
    /// Leave out what is over sooner: only outages that last so long without a break count
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub lasting: Option<Minutes>,
    /// Which single points count
    #[arg(long, value_enum, default_value = "certain")]
    pub reading: ReadingName,
    /// How many nodes the solver may visit before the plan is given with its gap
    #[arg(long, value_name = "NODES", default_value = "50000")]
    pub effort: u64,
}
