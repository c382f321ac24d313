use trefonds_ask::{Analysis, Detail, MapOptions, Scenario, Withdrawal};
use trefonds_export::lists::WithProofs;
use trefonds_export::map::{SvgOptions, Theme, svg};
use trefonds_lang::Lang;
use trefonds_layout::Bands;
use trefonds_model::{Effect, Inventory, Question};

use trefonds_judge::scenario::Asked;

use super::scenario::{self, resolve};
use super::{session, small_file};
use crate::args::Whatif;
use crate::failure::Failure;
use crate::{FINE, World, output};

/// Above this many components, what each unknown fact would stop as well is left out, and said so.
const LARGE: usize = 20_000;

pub(super) fn run(args: &Whatif, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.listing.common;
    let lang: Lang = common.lang.into();
    let options = [&args.withdraw, &args.fault, &args.close_site, &args.law];
    if args.scenario.is_none() && options.iter().all(|names| names.is_empty()) {
        return Err(Failure::Inventory(lang.whatif_asks_nothing()));
    }
    let file = args.scenario.as_ref().map(|path| scenario::read(path, lang)).transpose()?;
    let inventory = session::load(common, world)?;
    let progress = session::analysing(common, world);
    let style = small_file::style(lang, common.color, world);
    let asked = scenario::question_of(file.as_ref(), style)?;
    let question = match (asked, args.fault.is_empty()) {
        (Some(Question::Withdrawal), false) => {
            return Err(Failure::Inventory(lang.scen_mixed()));
        }
        (asked, true) => asked.unwrap_or_default(),
        (_, false) => Question::Fault,
    };
    let analysis = session::analyse_for(&inventory, common, question);
    let large = inventory.components.len() > LARGE;
    let files: Vec<_> = file.into_iter().collect();
    let of = |_| &analysis;
    let mut scenario = match scenario::ready(&files, &of, style)?.pop() {
        Some(ready) => ready.played,
        None => Scenario::default(),
    };
    let more = withdrawals(args, &analysis, lang)?;
    // A title that speaks of less than what is withdrawn would mislead.
    scenario.title = scenario.title.filter(|_| more.is_empty());
    scenario.withdrawals.extend(more);
    scenario.by = args.by.or(scenario.by);
    scenario.lasts = args.lasts.or(scenario.lasts);
    scenario.detail = if large { Detail::Summary } else { Detail::Full };
    if let Some(path) = args.listing.output.as_deref().filter(|path| output::ends_in(path, "svg")) {
        if only_access(&scenario, &inventory) {
            return Err(Failure::Inventory(lang.whatif_no_map()));
        }
        let map = analysis.what_if_map(&scenario, &MapOptions::default());
        let mut bytes = Vec::new();
        let options = SvgOptions { lang, engine: &Bands::default(), theme: Theme::Light };
        svg(&map, &options, &mut bytes)?;
        drop(progress);
        output::write_bytes(Some(path), &bytes, lang, world)?;
        return Ok(FINE);
    }
    let result = analysis.what_if(&scenario);
    drop(progress);
    if args.proofs {
        return output::list(&WithProofs(&result), &args.listing, world);
    }
    output::list(&result, &args.listing, world)
}

/// Whether nothing withdraws at all: a map would show that everything stands, which nobody asked.
fn only_access(scenario: &Scenario, inventory: &Inventory) -> bool {
    scenario.withdrawals.iter().all(|(_, withdrawal)| {
        matches!(withdrawal, Withdrawal::Law(law) if inventory.law(*law).effect == Effect::Access)
    })
}

/// Everything that the options withdraw, or every name that is wrong.
fn withdrawals(
    args: &Whatif,
    analysis: &Analysis<'_>,
    lang: Lang,
) -> Result<Vec<(String, Withdrawal)>, Failure> {
    let names = |list: &'_ [String], kind, option| {
        list.iter().map(move |name| (name.clone(), kind, option)).collect::<Vec<_>>()
    };
    let mut all = names(&args.withdraw, Asked::Withdrawn, "--withdraw");
    all.extend(names(&args.fault, Asked::Withdrawn, "--fault"));
    all.extend(names(&args.close_site, Asked::Site, "--close-site"));
    all.extend(names(&args.law, Asked::Law, "--law"));
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for (name, kind, option) in all {
        match resolve(analysis, kind, &name, lang) {
            Ok(withdrawal) => found.push((name, withdrawal)),
            Err(what) => wrong.push(lang.whatif_argument(option, &what)),
        }
    }
    if wrong.is_empty() {
        return Ok(found);
    }
    wrong.push(lang.whatif_refused(&lang.errors_found(wrong.len())));
    Err(Failure::Inventory(wrong.join("\n")))
}
