use trefonds_export::calendar::calendar;
use trefonds_lang::Lang;

use super::session;
use crate::args::Ends;
use crate::failure::Failure;
use crate::output::{self, Listed};
use crate::{FINE, World};

pub(super) fn run(args: &Ends, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.common;
    let inventory = session::load(common, world)?;
    let progress = session::analysing(common, world);
    let ends = session::analyse(&inventory, common).ends(args.by);
    drop(progress);
    let (lang, output): (Lang, _) = (common.lang.into(), args.output.as_deref());
    match args.format.of_list() {
        Some(format) => {
            let wanted = Listed { format, lang, color: common.color, output };
            output::write(&ends, &wanted, world)?;
        }
        None => {
            let mut bytes = Vec::new();
            calendar(&ends, lang, env!("CARGO_PKG_VERSION"), &mut bytes)?;
            output::write_bytes(output, &bytes, lang, world)?;
        }
    }
    Ok(FINE)
}
