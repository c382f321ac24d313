use std::path::PathBuf;

use clap::Args;
use trefonds_model::Minutes;

use super::Listing;
use super::spof::duration;

/// Withdraw several things at once: what stops, what is degraded, when, and why the rest holds.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds whatif inventories/hospital --withdraw us --by 30d
  trefonds whatif inventories/hospital --withdraw entity:sectigo-ltd --close-site room-a
  trefonds whatif inventories/hospital --fault ge-healthcare --for 3d
  trefonds whatif inventories/hospital --law us-sanctions --format json -o sanctions.json
  trefonds whatif inventories/hospital --withdraw us -o us.svg
  trefonds whatif inventories/hospital --scenario inventories/hospital/scenarios/us-withdraws.yaml

A bare name is a component, a legal entity with all that it controls, a country, EU or EEA (their
countries in the inventory), or an unknown fact as `spof` names it. entity:NAME is the legal entity
alone; controller:NAME, component:NAME and country:CODE tell apart what is called alike.")]
pub(crate) struct Whatif {
    #[command(flatten)]
    pub listing: Listing,
    /// Who or what withdraws; may be repeated
    #[arg(long, value_name = "NAME")]
    pub withdraw: Vec<String>,
    /// Whose fault: it fails, or a change of its goes wrong; may be repeated, and goes with no withdrawal
    #[arg(long, value_name = "NAME", conflicts_with_all = ["withdraw", "law"])]
    pub fault: Vec<String>,
    /// A site that closes; may be repeated
    #[arg(long, value_name = "SITE")]
    pub close_site: Vec<String>,
    /// A law that is applied to all that it reaches; may be repeated
    #[arg(long, value_name = "LAW")]
    pub law: Vec<String>,
    /// What stops later holds: 15min, 12h, 30d, 2w, 6mo, 1y
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub by: Option<Minutes>,
    /// How long all of it lasts: then what can be up again is; without it, for good
    #[arg(long = "for", value_name = "DURATION", value_parser = duration)]
    pub lasts: Option<Minutes>,
    /// Take the withdrawals and the horizon of this scenario; options add to them
    #[arg(long, value_name = "FILE")]
    pub scenario: Option<PathBuf>,
    /// Print every proof, step by step
    #[arg(long)]
    pub proofs: bool,
}
