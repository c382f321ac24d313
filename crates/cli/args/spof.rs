use clap::{Args, ValueEnum};
use trefonds_findings::Level;
use trefonds_model::Minutes;

use super::{ArgumentFault, Listing};

/// The level of withdrawal events.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LevelName {
    /// A component fails
    Component,
    /// A legal entity withdraws
    Entity,
    /// A site fails; with --fault
    Site,
    /// An ultimate controller withdraws all that it controls
    Controller,
    /// A country withdraws all that it reaches
    Jurisdiction,
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        match name {
            LevelName::Component => Self::Component,
            LevelName::Entity => Self::Entity,
            LevelName::Site => Self::Site,
            LevelName::Controller => Self::Controller,
            LevelName::Jurisdiction => Self::Jurisdiction,
        }
    }
}

/// List the single points of foreign control: who, by withdrawing alone, stops which service.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds spof inventories/hospital
  trefonds spof inventories/hospital --level jurisdiction --by 30d
  trefonds spof inventories/hospital --fault --level entity
  trefonds spof inventories/hospital --format json -o spof.json

Certain: from what is declared. Possible: once the unknowns are taken against us; each possible
finding names the unknown facts that it hangs on.")]
pub(crate) struct Spof {
    #[command(flatten)]
    pub listing: Listing,
    /// Ask whose fault breaks what: failures, and changes that go wrong or are hostile; not who withdraws
    #[arg(long)]
    pub fault: bool,
    /// The level of the events
    #[arg(long, value_enum, default_value = "controller")]
    pub level: LevelName,
    /// Leave out what stops later: 15min, 12h, 30d, 2w, 6mo, 1y
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub by: Option<Minutes>,
    /// Leave out what is over sooner: only outages that last so long without a break count
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub lasting: Option<Minutes>,
    /// Controllers at home too, not the foreign ones only
    #[arg(long)]
    pub all: bool,
}

pub(super) fn duration(text: &str) -> Result<Minutes, ArgumentFault> {
    Minutes::parse(text).ok_or(ArgumentFault::Duration)
}
