//! From names that a user wrote, on the command line or in a scenario file, to withdrawals: everything
//! that is wrong is told, with its place.

use std::path::Path;

use trefonds_ask::{Analysis, Detail, NameFault, Withdrawal};
use trefonds_findings::SourceAt;
use trefonds_inventory::small::{self, Position, Refused};
use trefonds_inventory::{Code, Style};
use trefonds_judge::scenario::{Asked as Kind, FaultKind, Scenario, ScenarioFile};
use trefonds_lang::Lang;
use trefonds_model::{Minutes, Question};

use super::names::{self, Wanted};
use super::small_file::{self, text_of};
use crate::failure::Failure;

/// Something that is wrong with a scenario file, and where.
type Wrong = (Position, String);

/// What a scenario file asks; `None` without a file.
pub(crate) fn question_of(
    file: Option<&(String, String)>,
    style: Style,
) -> Result<Option<Question>, Failure> {
    let Some((name, text)) = file else { return Ok(None) };
    let read = small::read::<ScenarioFile>(name, text, style.lang);
    let (parsed, _) = read.map_err(|wrong| {
        small_file::refused(&[*wrong], style, |errors| style.lang.scen_refused(errors))
    })?;
    let place = |_: &str| SourceAt::text(name, 1, 1);
    Ok(Some(Scenario::new(parsed, &place).0.question))
}

/// A scenario whose names are resolved.
pub(crate) struct Ready {
    pub file: String,
    pub written: Scenario,
    pub played: trefonds_ask::Scenario,
}

/// The name and the text of a scenario file, as messages show the name.
pub(crate) fn read(path: &Path, lang: Lang) -> Result<(String, String), Failure> {
    let name = path.display().to_string().replace('\\', "/");
    Ok((name, text_of(path, lang)?))
}

/// Makes scenarios ready, or tells everything that is wrong with any of them. `analysis` is that of a
/// question.
pub(crate) fn ready<'a>(
    files: &[(String, String)],
    analysis: &dyn Fn(Question) -> &'a Analysis<'a>,
    style: Style,
) -> Result<Vec<Ready>, Failure> {
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    for (file, text) in files {
        match one(file, text, analysis, style.lang) {
            Ok(ready) => all.push(ready),
            Err(more) => wrong.push(*more),
        }
    }
    if wrong.is_empty() {
        return Ok(all);
    }
    Err(small_file::refused(&wrong, style, |errors| style.lang.scen_refused(errors)))
}

fn one<'a>(
    file: &str,
    text: &str,
    analysis: &dyn Fn(Question) -> &'a Analysis<'a>,
    lang: Lang,
) -> Result<Ready, Box<Refused>> {
    let (parsed, read) = small::read::<ScenarioFile>(file, text, lang)?;
    let place = |path: &str| {
        let (line, column) = read.place(path);
        SourceAt::text(file, line, column)
    };
    let (written, faults) = Scenario::new(parsed, &place);
    let analysis = analysis(written.question);
    let mut wrong: Vec<Wrong> =
        faults.into_iter().map(|fault| (position(&fault.at), told(lang, &fault.kind))).collect();
    let mut withdrawals = Vec::new();
    for name in &written.names {
        match resolve(analysis, name.asked, &name.name, lang) {
            Ok(withdrawal) if !analysis.meets(withdrawal) => {
                let known = all_of(&analysis.country_names(), lang);
                wrong.push((
                    (name.at.line, name.at.column),
                    lang.scen_fault_no_country(&name.name, &known),
                ));
            }
            Ok(withdrawal) => withdrawals.push((name.name.clone(), withdrawal)),
            Err(what) => wrong.push((position(&name.at), what)),
        }
    }
    wrong.extend(unknown_services(&written, analysis, lang));
    if !wrong.is_empty() {
        return Err(Box::new(read.refused(Code::InvalidScenario, wrong)));
    }
    let played = trefonds_ask::Scenario {
        title: written.title.clone(),
        withdrawals,
        by: written.by_minutes.map(Minutes),
        lasts: written.lasts_minutes.map(Minutes),
        statically: false,
        detail: Detail::Full,
    };
    Ok(Ready { file: file.to_owned(), written, played })
}

fn position(at: &SourceAt) -> Position {
    (at.line, at.column)
}

fn told(lang: Lang, kind: &FaultKind) -> String {
    match kind {
        FaultKind::Version(version) => lang.scen_fault_version(*version),
        FaultKind::NothingWithdrawn => lang.scen_fault_nothing(),
        FaultKind::Mixed => lang.scen_mixed(),
        FaultKind::NotOneOutcome => lang.scen_fault_outcome(),
        FaultKind::NoTimeBetween => lang.scen_fault_times(),
    }
}

fn unknown_services(written: &Scenario, analysis: &Analysis<'_>, lang: Lang) -> Vec<Wrong> {
    let services = analysis.service_names();
    let unknown = written.expect.iter().filter(|expected| !services.contains(&expected.service));
    unknown
        .map(|expected| {
            let id = expected.service.as_str();
            let what = match nearest(id, &services) {
                Some(near) => lang.scen_fault_service_near(id, near),
                None => lang.scen_fault_service(id, &services.join(", ")),
            };
            (position(&expected.at), what)
        })
        .collect()
}

/// What a name means, or what is wrong with it and what to write instead.
pub(crate) fn resolve(
    analysis: &Analysis<'_>,
    kind: Kind,
    name: &str,
    lang: Lang,
) -> Result<Withdrawal, String> {
    let wanted = match kind {
        Kind::Withdrawn => Wanted::Anything,
        Kind::Site => Wanted::Site,
        Kind::Law => Wanted::Law,
    };
    let name = &*names::id_of(analysis, name, wanted, lang)?;
    let found = match kind {
        Kind::Withdrawn => analysis.withdrawal(name),
        Kind::Site => analysis.closed_site(name),
        Kind::Law => analysis.applied_law(name),
    };
    found.map_err(|fault| what_is_wrong(analysis, kind, name, fault, lang))
}

/// Why a name means nothing there, and what to write instead.
pub(crate) fn what_is_wrong(
    analysis: &Analysis<'_>,
    kind: Kind,
    name: &str,
    fault: NameFault,
    lang: Lang,
) -> String {
    match fault {
        NameFault::Nothing => nothing(analysis, kind, name, lang),
        NameFault::Ambiguous(readings) => lang.whatif_ambiguous(name, &readings.join(", ")),
        NameFault::NotOnTheDay => lang.not_there_on_the_day(name),
        NameFault::ASite => lang.whatif_a_site_closes(name),
        NameFault::DoesNotBreak => lang.does_not_break(name),
        NameFault::LapsedLaw => lang.whatif_lapsed_law(name),
        NameFault::NobodyBehind => lang.whatif_nobody_behind(name),
    }
}

fn nothing(analysis: &Analysis<'_>, kind: Kind, name: &str, lang: Lang) -> String {
    match kind {
        Kind::Site => {
            let names = analysis.site_names();
            match nearest(name, &names) {
                Some(near) => lang.whatif_names_nothing_but(name, near),
                None => lang.whatif_no_site(name, &all_of(&names, lang)),
            }
        }
        Kind::Law => {
            let names = analysis.law_names();
            match nearest(name, &names) {
                Some(near) => lang.whatif_names_nothing_but(name, near),
                None => lang.whatif_no_law(name, &all_of(&names, lang)),
            }
        }
        Kind::Withdrawn => {
            let (prefix, id) = match name.split_once(':') {
                Some((
                    prefix @ ("component" | "entity" | "controller" | "country" | "jurisdiction"),
                    id,
                )) => (format!("{prefix}:"), id),
                _ => (String::new(), name),
            };
            match nearest(id, &analysis.withdrawal_names()) {
                Some(near) => lang.whatif_names_nothing_but(name, &format!("{prefix}{near}")),
                None => lang.whatif_names_nothing(name),
            }
        }
    }
}

pub(crate) fn all_of(names: &[String], lang: Lang) -> String {
    if names.is_empty() { lang.nothing() } else { names.join(", ") }
}

/// The nearest name, when it is near enough to be meant.
pub(crate) fn nearest<'n>(name: &str, names: &'n [String]) -> Option<&'n str> {
    let scored = names.iter().map(|known| (strsim::jaro_winkler(name, known), known.as_str()));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score > 0.8);
    best.map(|(_, near)| near)
}
