use trefonds_ask::Options;
use trefonds_declare::model;
use trefonds_diff::{read_snapshot, take};
use trefonds_export::json;
use trefonds_lang::Lang;

use super::session;
use crate::args::Snapshot;
use crate::failure::Failure;
use crate::output::{not_on_a_terminal, write_bytes};
use crate::{FINE, World};

/// Takes a snapshot, and keeps it only if it can be read back.
pub(super) fn run(args: &Snapshot, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.common;
    let lang = Lang::from(common.lang);
    not_on_a_terminal(args.output.as_deref(), "-o snapshot.json", lang, world)?;
    let inventory = session::load(common, world)?;
    let progress = session::analysing(common, world);
    let options = Options { as_of: common.as_of, home: common.home.clone(), ..Options::default() };
    let snapshot = take(&inventory, &options, env!("CARGO_PKG_VERSION"));
    let mut bytes = Vec::new();
    json::write(&snapshot, &mut bytes)?;
    read_snapshot(&bytes, |facts| model(facts, "", lang))
        .map_err(|error| Failure::Unknown(lang.snapshot_not_taken(&error.to_string())))?;
    drop(progress);
    write_bytes(args.output.as_deref(), &bytes, lang, world)?;
    Ok(FINE)
}
