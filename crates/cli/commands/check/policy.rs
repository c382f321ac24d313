//! `check --policy`: the analyses that the policy needs, its verdict, the exit code.

use std::path::Path;

use trefonds_ask::{Analysis, SinglePointOptions};
use trefonds_cuts::{Bounds, CutOptions, service_cuts};
use trefonds_export::policy::{junit, sarif};
use trefonds_findings::Cuts;
use trefonds_judge::policy::{
    BASELINE_VERSION, Baseline, Evidence, Fault, Policy, PolicyReport, blind, evaluate,
};
use trefonds_lang::Lang;
use trefonds_model::{Inventory, Minutes};

use super::policy_file;
use crate::args::{Check, CheckFormat};
use crate::commands::{session, small_file};
use crate::failure::Failure;
use crate::output::{self, Listed, write_bytes};
use crate::{FINDINGS, FINE, World};

pub(super) fn run(args: &Check, file: &Path, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.common.lang.into();
    let style = small_file::style(lang, args.common.color, world);
    let (policy, written) = policy_file::read(file, style)?;
    let known = args.baseline.as_deref().map(|path| read_baseline(path, lang)).transpose()?;
    let inventory = session::load_path(&args.common.inventory, super::telling(args), world)?;
    let progress = session::analysing(&args.common, world);
    let report = judge(&policy, &inventory, args, lang);
    drop(progress);
    let mut report = match report? {
        Judged::Report(report) => *report,
        Judged::Blind(faults) => return Err(policy_file::faulty(written, &faults, style)),
    };
    let now = args.write_baseline.as_ref().map(|path| (path, Baseline::of(&report)));
    if let Some(known) = known.as_ref().or(now.as_ref().map(|(_, baseline)| baseline)) {
        known.apply(&mut report);
    }
    if let Some((path, baseline)) = &now {
        write_bytes(Some(path), &json(baseline)?, lang, world)?;
    }
    print(&report, args, lang, world)?;
    Ok(if report.verdict.fails() { FINDINGS } else { FINE })
}

/// What a policy comes to.
enum Judged {
    Report(Box<PolicyReport>),
    /// Rules that can match nothing.
    Blind(Vec<Fault>),
}

fn judge(
    policy: &Policy,
    inventory: &Inventory,
    args: &Check,
    lang: Lang,
) -> Result<Judged, Failure> {
    let analysis: Analysis<'_> = session::analyse(inventory, &args.common);
    let at = |level| SinglePointOptions { home_too: true, ..SinglePointOptions::at(level) };
    let levels = policy.levels();
    let single_points: Vec<_> =
        levels.into_iter().map(|level| analysis.single_points(&at(level))).collect();
    let cut_sets = cut_sets(policy, &analysis, lang)?;
    let ends = policy.ends_within().map(|by| analysis.ends(Minutes(by)));
    let evidence = Evidence {
        overview: &analysis.overview(),
        single_points: &single_points,
        cut_sets: &cut_sets,
        exposure: &analysis.exposure(true),
        ends: ends.as_ref(),
        facts: &trefonds_ask::facts(inventory),
    };
    let report = evaluate(policy, &evidence);
    let faults = blind(policy, &evidence, &report);
    Ok(if faults.is_empty() { Judged::Report(Box::new(report)) } else { Judged::Blind(faults) })
}

/// Sets of each reading that a report lists of one service: a rule that is broken a hundred times is
/// broken, and the report says how many there are.
const LISTED: usize = 100;

/// The cut sets of every service that a rule speaks of, each rule's once.
fn cut_sets(policy: &Policy, analysis: &Analysis<'_>, lang: Lang) -> Result<Vec<Cuts>, Failure> {
    let mut wanted = policy.cut_sets();
    wanted.dedup();
    let mut found = Vec::new();
    for wanted in wanted {
        let order = Some(u16::try_from(wanted.order).unwrap_or(u16::MAX));
        let options = CutOptions {
            level: wanted.level,
            by: None,
            foreign_only: wanted.foreign_only,
            bounds: Bounds { order, ..Bounds::default() },
            limit: LISTED,
            proofs: true,
        };
        let services = analysis.business_services().into_iter();
        for service in services.filter(|it| analysis.matters(*it) <= wanted.criticality) {
            let cuts = service_cuts(analysis, service, &options);
            found.push(cuts.map_err(|error| crate::commands::cuts::failure(error, lang))?);
        }
    }
    Ok(found)
}

fn print(
    report: &PolicyReport,
    args: &Check,
    lang: Lang,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    let output = args.output.as_deref();
    if let Some(format) = args.format.of_list() {
        let wanted = Listed { format, lang, color: args.common.color, output };
        return output::write(report, &wanted, world);
    }
    let mut bytes = Vec::new();
    if args.format == CheckFormat::Sarif {
        sarif(report, lang, env!("CARGO_PKG_VERSION"), &mut bytes)?;
    } else {
        junit(report, lang, &mut bytes)?;
    }
    write_bytes(output, &bytes, lang, world)
}

fn json(baseline: &Baseline) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    trefonds_export::json::write(baseline, &mut bytes)?;
    Ok(bytes)
}

fn read_baseline(path: &Path, lang: Lang) -> Result<Baseline, Failure> {
    let name = path.display().to_string();
    let text = small_file::text_of(path, lang)?;
    let baseline: Baseline = serde_json::from_str(&text)
        .map_err(|error| Failure::Inventory(lang.not_a_baseline(&name, &error.to_string())))?;
    if baseline.version != BASELINE_VERSION {
        return Err(Failure::Inventory(lang.baseline_version(&name, baseline.version)));
    }
    Ok(baseline)
}
