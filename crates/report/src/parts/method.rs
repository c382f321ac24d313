//! How to read the report, what it takes for granted, and where its facts come from.

use std::collections::BTreeMap;

use maud::{Markup, html};
use trefonds_export::lists::phrases;
use trefonds_findings::{Provenance, SourceAt};
use trefonds_lang::Lang;

use super::{FIRST, folded, id};
use crate::Report;

/// Method, assumptions, sources.
pub(crate) fn method(report: &Report, lang: Lang) -> Markup {
    let method = method_texts(lang);
    let (sources, without) = sources(report);
    html! {
        section id=(id(lang, "method")) {
            h2 { (lang.report_method()) }
            @for text in method { p.prose { (text) } }
            h3 { (lang.report_assumptions()) }
            ul.prose { @for text in assumptions(report, lang) { li { (text) } } }
            h3 { (lang.report_sources()) }
            @if without > 0 { p { (lang.report_sourceless(without)) } }
            (folded(lang, &sources, FIRST, |list| html! {
                ul.sources {
                    @for (source, uses) in list {
                        li { (source) " " small { (lang.report_source_uses(*uses)) } }
                    }
                }
            }))
            p.quiet { (lang.report_made_by(&report.version)) }
        }
    }
}

/// How to read the findings.
pub(crate) fn method_texts(lang: Lang) -> [String; 5] {
    [
        lang.report_method_facts(),
        lang.report_method_questions(),
        lang.report_method_readings(),
        lang.report_method_coverage(),
        lang.report_method_times(),
    ]
}

/// What the findings take for granted.
pub(crate) fn assumptions(report: &Report, lang: Lang) -> Vec<String> {
    let overview = &report.overview;
    let day = phrases::day(lang, (overview.head.as_of.as_deref(), overview.head.day_from));
    let mut all = vec![match day {
        Some(day) => lang.report_assume_day(&day),
        None => lang.report_assume_no_day(),
    }];
    all.push(lang.report_assume_home(&lang.countries(&overview.head.home)));
    if overview.unverified > 0 {
        all.push(lang.report_assume_unverified(overview.unverified as usize));
    }
    if !overview.unreached.is_empty() {
        all.push(lang.report_assume_unreached(overview.unreached.len()));
    }
    all
}

/// Every source of a fact that the findings or the equations use, with how many facts, the most
/// used first; and how many facts have none. A fact counts once.
pub(crate) fn sources(report: &Report) -> (Vec<(&str, usize)>, usize) {
    let mut facts: BTreeMap<&SourceAt, Option<&str>> = BTreeMap::new();
    for of in provenances(report) {
        let at = &of.at;
        let known = facts.entry(at).or_default();
        *known = known.or(of.source.as_deref());
    }
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for source in facts.values().flatten() {
        *uses.entry(source).or_default() += 1;
    }
    let without = facts.values().filter(|source| source.is_none()).count();
    let mut uses: Vec<(&str, usize)> = uses.into_iter().collect();
    uses.sort_by_key(|(source, uses)| (std::cmp::Reverse(*uses), *source));
    (uses, without)
}

fn provenances(report: &Report) -> impl Iterator<Item = &Provenance> {
    let channels = report.equations.components.iter().flat_map(|of| &of.channels);
    let lists = [&report.jurisdictions, &report.controllers, &report.entities];
    let stops = lists.into_iter().flat_map(|list| &list.findings);
    let stops = stops.flat_map(|of| &of.witness.steps);
    let reaches = report.exposure.findings.iter().flat_map(|of| &of.path);
    // Requirements and tests of layers carry no source by their nature: only facts about parties,
    // places and owners are counted.
    let steps = stops.chain(reaches).filter(|step| {
        !matches!(
            step.kind,
            trefonds_findings::StepKind::Requires { .. }
                | trefonds_findings::StepKind::Unknown
                | trefonds_findings::StepKind::RestsOn
                | trefonds_findings::StepKind::Itself
                | trefonds_findings::StepKind::Starts { .. }
        )
    });
    channels.map(|of| &of.provenance).chain(steps.map(|step| &step.provenance))
}
