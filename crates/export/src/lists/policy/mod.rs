//! What a policy says: violations by severity and rule, then what is accepted, known, and well.

mod sentences;

use trefonds_lang::Lang;
use trefonds_policy::{PolicyReport, PolicyResult, RuleOutcome, Severity};

pub(crate) use sentences::{sentence, subject};

use super::document::{Document, Item, Section, Table};
use super::single_points::certainty;
use super::{Listed, phrases};

impl Listed for PolicyReport {
    fn document(&self, lang: Lang) -> Document {
        let (title_of, day) =
            (self.title.as_deref(), phrases::day(lang, self.as_of.as_deref(), self.day_from));
        let mut facts = phrases::facts(lang, title_of, day, &self.home, self.coverage);
        facts.push(verdict(self, lang));
        let gone = self.baseline.as_ref().map_or(0, |baseline| baseline.gone.len());
        if gone > 0 {
            facts.push(lang.policy_gone(gone));
        }
        let title = self.policy.as_deref();
        Document {
            title: title.map_or_else(|| lang.policy_untitled(), |title| lang.policy_title(title)),
            facts,
            sections: sections(self, lang),
            records: records(self, lang),
            nothing: lang.nothing(),
        }
    }
}

/// "Fails: 2 errors, 1 warning, 3 accepted by exceptions".
pub(crate) fn verdict(report: &PolicyReport, lang: Lang) -> String {
    let verdict = report.verdict;
    let counts = [
        (verdict.errors, lang.policy_errors(verdict.errors as usize)),
        (verdict.warnings, lang.policy_warnings(verdict.warnings as usize)),
        (verdict.notes, lang.policy_notes(verdict.notes as usize)),
        (verdict.excepted, lang.policy_excepted(verdict.excepted as usize)),
        (verdict.known, lang.policy_known(verdict.known as usize)),
    ];
    let passed = if verdict.fails() { lang.policy_fails() } else { lang.policy_passes() };
    let told = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text);
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return passed;
    }
    format!("{passed}{}{}", phrases::colon(lang), told.join(", "))
}

fn sections(report: &PolicyReport, lang: Lang) -> Vec<Section> {
    let mut sections = Vec::new();
    let severities = [
        (Severity::Error, lang.section_errors()),
        (Severity::Warning, lang.section_warnings()),
        (Severity::Note, lang.section_notes()),
    ];
    for (severity, heading) in severities {
        let open = |result: &PolicyResult| result.is_new() && result.severity == severity;
        let items = violations(report, lang, &open);
        if severity == Severity::Error || !items.is_empty() {
            sections.push(Section { heading, items });
        }
    }
    let excepted = exceptions(report, lang);
    let known = violations(report, lang, &|result| result.known);
    for (heading, items) in
        [(lang.section_excepted(), excepted), (lang.section_known(), known), kept(report, lang)]
    {
        if !items.is_empty() {
            sections.push(Section { heading, items });
        }
    }
    sections
}

/// Some of the violations, a heading and a table a rule.
fn violations(
    report: &PolicyReport,
    lang: Lang,
    wanted: &dyn Fn(&PolicyResult) -> bool,
) -> Vec<Item> {
    let mut items = Vec::new();
    let results: Vec<&PolicyResult> =
        report.results.iter().filter(|result| wanted(result)).collect();
    let rule_of = |of: &PolicyResult| report.rules.iter().find(|rule| rule.id == of.rule);
    let same = |a: &&PolicyResult, b: &&PolicyResult| match (rule_of(a), rule_of(b)) {
        (Some(a), Some(b)) => a.id == b.id,
        (a, b) => a.is_none() && b.is_none(),
    };
    for results in results.chunk_by(same) {
        let Some(first) = results.first() else { continue };
        let rule = rule_of(first);
        items.push(Item::Heading(match rule {
            Some(rule) => lang.rule_heading(&rule.id, &rule.text),
            None => lang.exceptions_heading(),
        }));
        let mut table = Table::new([
            lang.column_subject(),
            lang.column_violation(),
            lang.column_certainty(),
            lang.column_where(),
        ]);
        table.rows.extend(results.iter().map(|result| {
            vec![
                subject(lang, &result.subject),
                sentence(lang, result),
                certainty(lang, result.certainty),
                place(result),
            ]
        }));
        items.push(Item::Table(table));
    }
    items
}

fn exceptions(report: &PolicyReport, lang: Lang) -> Vec<Item> {
    let mut table = Table::new([
        lang.column_rule(),
        lang.column_subject(),
        lang.column_violation(),
        lang.column_exception(),
    ]);
    for result in &report.results {
        let Some(excepted) = &result.excepted else { continue };
        let until = excepted.until.to_string();
        table.rows.push(vec![
            result.rule.clone(),
            subject(lang, &result.subject),
            sentence(lang, result),
            lang.exception_cell(&excepted.owner, &until, &excepted.reason),
        ]);
    }
    if table.rows.is_empty() { Vec::new() } else { vec![Item::Table(table)] }
}

fn kept(report: &PolicyReport, lang: Lang) -> (String, Vec<Item>) {
    let broken = |rule: &RuleOutcome| report.results.iter().any(|result| result.rule == rule.id);
    let kept = report.rules.iter().filter(|rule| !broken(rule));
    let lines =
        kept.map(|rule| Item::Line(lang.rule_kept(&rule.id, &rule.text, rule.checked.len())));
    (lang.section_kept(), lines.collect())
}

fn place(result: &PolicyResult) -> String {
    result.at.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// `new`, `known` or `excepted`.
fn state(result: &PolicyResult) -> &'static str {
    match (&result.excepted, result.known) {
        (Some(_), _) => "excepted",
        (None, true) => "known",
        (None, false) => "new",
    }
}

fn records(report: &PolicyReport, lang: Lang) -> Table {
    let mut table = Table::of_fields(&[
        "rule",
        "severity",
        "state",
        "certainty",
        "subject_kind",
        "subject",
        "about",
        "violation",
        "file",
        "line",
        "column",
        "fingerprint",
    ]);
    for result in &report.results {
        let at = result.at.as_ref();
        table.rows.push(vec![
            result.rule.clone(),
            phrases::word(&result.severity),
            state(result).to_owned(),
            phrases::word(&result.certainty),
            phrases::word(&result.subject.kind),
            result.subject.id.clone(),
            result.about.join(" "),
            sentence(lang, result),
            at.map(|at| at.file.clone()).unwrap_or_default(),
            at.map(|at| at.line.to_string()).unwrap_or_default(),
            at.map(|at| at.column.to_string()).unwrap_or_default(),
            result.fingerprint.clone(),
        ]);
    }
    table
}
