//! `cuts --open-psa`: fault trees in the Open-PSA model exchange format.

use trefonds_cuts::open_psa::{Fault, FaultKind, Model, Negations, read};
use trefonds_cuts::{EventIx, GateIx, bounded_cut_sets};
use trefonds_declare::told;
use trefonds_findings::{FaultTreeCuts, VERSION};
use trefonds_lang::Lang;
use trefonds_source::SourceMap;

use crate::args::Cuts;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::{World, output};

pub(super) fn run(args: &Cuts, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang = Lang::from(args.lang);
    let sources = sources(args, lang)?;
    let negations = if args.allow_not { Negations::Allowed } else { Negations::Refused };
    let model = read(&sources, negations).map_err(|faults| refused(&faults, &sources, lang))?;
    let (top, gate) = top(&model, args.top.as_deref(), lang)?;
    let progress = Progress::start(lang.progress_analysing(), world);
    let found = bounded_cut_sets(&model.formula, gate, super::bounds(args));
    drop(progress);
    let found = found.map_err(|error| super::failure(error, lang))?;
    let name = |event: &EventIx| model.events[event.at()].clone();
    let listed = found.sets.list(super::limit(args));
    let cuts = FaultTreeCuts {
        version: VERSION,
        files: args.open_psa.iter().map(|path| path.display().to_string()).collect(),
        top,
        gates: model.gates.len() as u64,
        basic_events: model.events.len() as u64,
        order: args.order.map(u32::from),
        peak_nodes: found.sets.peak_nodes() as u64,
        by_order: found.counts.by_order,
        total: found.counts.total,
        complete: found.counts.complete,
        counted_only: args.count,
        undefined: model.undefined.iter().map(name).collect(),
        passed_over: model.passed_over.iter().cloned().collect(),
        sets: listed.iter().map(|set| set.iter().map(name).collect()).collect(),
    };
    output::write(&cuts, &super::listed(args), world)?;
    super::ended(cuts.complete, args, world)
}

/// Every file, or every file that cannot be read.
fn sources(args: &Cuts, lang: Lang) -> Result<SourceMap, Failure> {
    let mut sources = SourceMap::default();
    let mut unreadable = Vec::new();
    for path in &args.open_psa {
        let name = path.display().to_string();
        match std::fs::read_to_string(path) {
            Ok(text) => {
                sources.add(name, text);
            }
            Err(error) => unreadable.push(lang.psa_unreadable(&name, &lang.system_error(&error))),
        }
    }
    if unreadable.is_empty() { Ok(sources) } else { Err(Failure::Inventory(unreadable.join("\n"))) }
}

fn refused(faults: &[Fault], sources: &SourceMap, lang: Lang) -> Failure {
    let mut lines: Vec<String> = (faults.iter())
        .map(|fault| {
            let at = sources.locate(fault.at);
            let place = told(&at, lang);
            lang.error_line(&lang.fault_place(&place, &sentence(&fault.kind, sources, lang)))
        })
        .collect();
    if faults.iter().any(|fault| matches!(fault.kind, FaultKind::Negation(_))) {
        lines.push(lang.advice_line(&lang.psa_allow_not()));
    }
    lines.push(lang.psa_refused(&lang.errors_found(faults.len())));
    Failure::Inventory(lines.join("\n"))
}

fn sentence(kind: &FaultKind, sources: &SourceMap, lang: Lang) -> String {
    match kind {
        FaultKind::Syntax(reason) => lang.psa_syntax(reason),
        FaultKind::NotOpenPsa(element) => lang.psa_not_open_psa(element),
        FaultKind::Unexpected(element) => lang.psa_unexpected(element),
        FaultKind::MissingAttribute(element, name) => lang.psa_missing_attribute(element, name),
        FaultKind::BadValue(name, value) => lang.psa_bad_value(name, value),
        FaultKind::Empty(gate) if gate.is_empty() => lang.psa_empty_operator(),
        FaultKind::Empty(gate) => lang.psa_empty_gate(gate),
        FaultKind::SecondFormula(gate) => lang.psa_second_formula(gate),
        FaultKind::NotMonotone(operator) => lang.psa_not_monotone(operator),
        FaultKind::Negation(gate) => lang.psa_negation(gate),
        FaultKind::Twice(name, first) => {
            let at = sources.locate(*first);
            lang.psa_twice(name, &told(&at, lang))
        }
        FaultKind::Undefined(name) => lang.psa_undefined(name),
        FaultKind::Circle(gates) => lang.psa_circle(&gates.join(", ")),
        FaultKind::NoGate => lang.psa_no_gate(),
    }
}

/// The gate that was asked for, else the only one that no other looks at.
fn top(model: &Model, wanted: Option<&str>, lang: Lang) -> Result<(String, GateIx), Failure> {
    if let Some(wanted) = wanted {
        let found = model.gates.iter().find(|(name, _)| name == wanted).cloned();
        return found.ok_or_else(|| Failure::Unknown(no_such_gate(model, wanted, lang)));
    }
    match &model.tops[..] {
        [only] => Ok(only.clone()),
        several => {
            let names: Vec<&str> = several.iter().map(|(name, _)| name.as_str()).collect();
            Err(Failure::Unknown(lang.psa_choose_top(&names.join(", "))))
        }
    }
}

fn no_such_gate(model: &Model, wanted: &str, lang: Lang) -> String {
    let names = model.gates.iter().map(|(name, _)| name.as_str());
    let scored = names.map(|name| (strsim::jaro_winkler(wanted, name), name));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score > 0.8);
    match best {
        Some((_, near)) => lang.psa_no_such_gate_but(wanted, near),
        None => lang.psa_no_such_gate(wanted),
    }
}
