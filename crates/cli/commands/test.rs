use std::sync::OnceLock;

use rayon::prelude::*;
use trefonds_ask::Analysis;
use trefonds_export::scenario::junit;
use trefonds_findings::VERSION;
use trefonds_judge::scenario::{ScenarioResult, TestReport, judge};
use trefonds_lang::Lang;
use trefonds_model::Question;

use super::scenario::{self, Ready};
use super::{session, small_file};
use crate::args::Test;
use crate::failure::Failure;
use crate::output::{self, Listed, write_bytes};
use crate::{FINDINGS, FINE, World};

/// 0 when every scenario does what it expects, 1 when one does not.
pub(super) fn run(args: &Test, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.common.lang.into();
    let named = args.scenario.iter().map(|path| scenario::read(path, lang));
    let named: Vec<(String, String)> = named.collect::<Result<_, _>>()?;
    let (inventory, beside) =
        session::load_with_others(&args.common, session::Telling::of(&args.common), world)?;
    let files = if named.is_empty() { beside.scenarios } else { named };
    if files.is_empty() {
        let folder = args.common.inventory.display().to_string();
        return Err(Failure::Inventory(lang.scen_no_scenario(&folder)));
    }
    let style = small_file::style(lang, args.common.color, world);
    let progress = session::analysing(&args.common, world);
    let analysis = session::analyse(&inventory, &args.common);
    let faults = OnceLock::new();
    let of = |question| match question {
        Question::Withdrawal => &analysis,
        Question::Fault => {
            faults.get_or_init(|| session::analyse_for(&inventory, &args.common, question))
        }
    };
    let scenarios = play(&scenario::ready(&files, &of, style)?, &of);
    let overview = analysis.overview();
    drop(progress);
    let report = TestReport {
        version: VERSION,
        title: overview.head.title,
        as_of: overview.head.as_of,
        day_from: overview.head.day_from,
        home: overview.head.home,
        passed: scenarios.iter().all(|scenario| scenario.passed),
        scenarios,
    };
    print(&report, args, lang, world)?;
    Ok(if report.passed { FINE } else { FINDINGS })
}

fn play<'a>(
    ready: &[Ready],
    analysis: &(dyn Fn(Question) -> &'a Analysis<'a> + Sync),
) -> Vec<ScenarioResult> {
    let results = ready.par_iter().map(|ready| {
        let played = trefonds_ask::Scenario {
            // What could be hidden is not expected of anything.
            detail: trefonds_ask::Detail::Summary,
            ..ready.played.clone()
        };
        judge(&ready.file, &ready.written, &analysis(ready.written.question).what_if(&played))
    });
    results.collect()
}

fn print(
    report: &TestReport,
    args: &Test,
    lang: Lang,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    let output = args.output.as_deref();
    if let Some(format) = args.format.of_list() {
        let wanted = Listed { format, lang, color: args.common.color, output };
        return output::write(report, &wanted, world);
    }
    let mut bytes = Vec::new();
    junit(report, lang, &mut bytes)?;
    write_bytes(output, &bytes, lang, world)
}
