use super::session;
use crate::args::{ListFormat, Listing};
use crate::failure::Failure;
use crate::{ERROR, World, output};

/// Diagnostics on standard error (in JSON: on standard output when the inventory has errors), then
/// the overview.
pub(super) fn run(args: &Listing, world: &mut World<'_>) -> Result<u8, Failure> {
    if matches!(args.format, ListFormat::Json) {
        let options = trefonds_inventory::LoadOptions {
            lang: args.common.lang.into(),
            ..trefonds_inventory::LoadOptions::default()
        };
        let loaded = trefonds_inventory::load(&args.common.inventory, &options);
        if loaded.inventory.is_none() {
            let json = trefonds_inventory::diagnostics_json(&loaded.diagnostics, loaded.sources());
            serde_json::to_writer_pretty(&mut *world.out, &json).map_err(std::io::Error::from)?;
            world.out.write_all(b"\n")?;
            return Ok(ERROR);
        }
    }
    let inventory = session::load(&args.common, world)?;
    let progress = session::analysing(&args.common, world);
    let overview = session::analyse(&inventory, &args.common).overview();
    drop(progress);
    output::list(&overview, args, world)
}
