use std::net::SocketAddr;

use clap::Args;

use super::Common;

/// Show the report in a browser of this machine, made anew as the files change.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds serve inventories/hospital
  trefonds serve inventories/hospital --listen 127.0.0.1:9000

Only programs of this machine are answered. While the inventory has errors the page shows them,
never an older result.")]
pub(crate) struct Serve {
    #[command(flatten)]
    pub common: Common,
    /// Where to listen; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7878")]
    pub listen: SocketAddr,
    /// Answer other machines too: whoever reaches the address reads the whole inventory
    #[arg(long)]
    pub allow_network: bool,
}
