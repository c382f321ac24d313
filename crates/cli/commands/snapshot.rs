use trefonds_diff::{read_snapshot, take};
use trefonds_graph::Options;
use trefonds_lang::Lang;

use super::session;
use crate::args::Snapshot;
use crate::failure::Failure;
use crate::output::write_bytes;
use crate::{FINE, World};

/// Takes a snapshot, and keeps it only if it can be read back.
pub(super) fn run(args: &Snapshot, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.common;
    let inventory = session::load(common, world)?;
    let progress = session::analysing(common, world);
    let options = Options { as_of: common.as_of, home: common.home.clone() };
    let snapshot = take(&inventory, &options, env!("CARGO_PKG_VERSION"));
    let mut bytes = serde_json::to_vec_pretty(&snapshot).map_err(std::io::Error::from)?;
    bytes.push(b'\n');
    let lang = Lang::from(common.lang);
    read_snapshot(&bytes)
        .map_err(|error| Failure::Unknown(lang.snapshot_not_taken(&error.to_string())))?;
    drop(progress);
    write_bytes(args.output.as_deref(), &bytes, world)?;
    Ok(FINE)
}
