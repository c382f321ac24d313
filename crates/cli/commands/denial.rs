use trefonds_ask::{Analysis, Withdrawal};
use trefonds_judge::scenario::Asked;
use trefonds_lang::Lang;
use trefonds_model::{Effect, LawIx};

use super::scenario::resolve;
use super::session;
use crate::args::Denial;
use crate::failure::Failure;
use crate::{World, output};

pub(super) fn run(args: &Denial, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.listing.common;
    let lang: Lang = common.lang.into();
    let inventory = session::load(common, world)?;
    let progress = session::analysing(common, world);
    let analysis = session::analyse(&inventory, common);
    let laws = if args.law.is_empty() {
        analysis.denial_laws_of_all()
    } else {
        named(&args.law, &analysis, lang)?
    };
    let denials = analysis.denials(&laws, args.by);
    drop(progress);
    output::list(&denials, &args.listing, world)
}

/// The laws that are named, or every name that is wrong.
fn named(names: &[String], analysis: &Analysis<'_>, lang: Lang) -> Result<Vec<LawIx>, Failure> {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for name in names {
        match resolve(analysis, Asked::Law, name, lang) {
            Ok(Withdrawal::Law(law)) if analysis.model().law(law).effect == Effect::Denial => {
                found.push(law);
            }
            Ok(_) => wrong.push(lang.whatif_argument("--law", &lang.denial_of_access(name))),
            Err(what) => wrong.push(lang.whatif_argument("--law", &what)),
        }
    }
    if wrong.is_empty() {
        return Ok(found);
    }
    wrong.push(lang.whatif_refused(&lang.errors_found(wrong.len())));
    Err(Failure::Inventory(wrong.join("\n")))
}
