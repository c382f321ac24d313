//! What a policy says: violations by severity and rule, then what is accepted, known, and well.

mod sentences;

use trefonds_judge::Truth;
use trefonds_judge::policy::{PolicyReport, PolicyResult, RuleOutcome, Severity};
use trefonds_lang::Lang;

pub(crate) use sentences::{sentence, subject};

use super::document::{Document, Item, Section};
use super::table::{Rows, Table};
use super::{Listed, keys, phrases};

impl Listed for PolicyReport {
    fn document(&self, lang: Lang) -> Document {
        let day = (self.as_of.as_deref(), self.day_from);
        let mut facts = phrases::facts(lang, self.title.as_deref(), day, &self.home, self.coverage);
        facts.push(verdict(self, lang));
        let gone = self.baseline.as_ref().map_or(0, |baseline| baseline.gone.len());
        if gone > 0 {
            facts.push(lang.policy_gone(gone));
        }
        let title = self.policy.as_deref();
        let title = title.map_or_else(|| lang.policy_untitled(), |title| lang.policy_title(title));
        Document { lang, title, facts, sections: sections(self, lang) }
    }

    fn records(&self, lang: Lang) -> Table {
        Rows::of(&self.results)
            .column("rule", |it| &it.rule)
            .column("severity", |it| keys::word(&it.severity))
            .column("state", state)
            .column("certainty", |it| it.certainty)
            .column("subject_kind", |it| keys::word(&it.subject.kind))
            .column("subject", |it| &it.subject.id)
            .column("about", |it| it.about.join(" "))
            .column("violation", |it| sentence(lang, it))
            .column("file", |it| it.at.as_ref().map(keys::file))
            .column("line", |it| it.at.as_ref().and_then(keys::line))
            .column("column", |it| it.at.as_ref().and_then(keys::column))
            .column("fingerprint", |it| &it.fingerprint)
            .table()
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
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text);
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() {
        return passed;
    }
    format!("{passed}{}{}", phrases::colon(lang), counts.join(", "))
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
    for (heading, items) in [
        (lang.section_excepted(), excepted),
        (lang.section_known(), known),
        open(report, lang),
        holding(report, lang),
    ] {
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
        let table = Rows::of(results.iter().copied())
            .column(lang.column_subject(), |it| subject(lang, &it.subject))
            .column(lang.column_violation(), |it| sentence(lang, it))
            .column(lang.column_certainty(), |it| it.certainty)
            .column(lang.column_where(), |it| it.at.as_ref());
        items.extend(table.items());
    }
    items
}

fn exceptions(report: &PolicyReport, lang: Lang) -> Vec<Item> {
    let excepted = report.results.iter();
    let excepted = excepted.filter_map(|it| it.excepted.as_ref().map(|excepted| (it, excepted)));
    Rows::of(excepted)
        .column(lang.column_rule(), |(it, _)| &it.rule)
        .column(lang.column_subject(), |(it, _)| subject(lang, &it.subject))
        .column(lang.column_violation(), |(it, _)| sentence(lang, it))
        .column(lang.column_exception(), |(_, excepted)| {
            lang.exception_cell(&excepted.owner, &excepted.until.to_string(), &excepted.reason)
        })
        .items()
}

/// The rules that nothing breaks, whatever is not known.
fn holding(report: &PolicyReport, lang: Lang) -> (String, Vec<Item>) {
    let holding = report.rules.iter().filter(|rule| rule.answer == Truth::Holds);
    let lines =
        holding.map(|rule| Item::Line(lang.rule_kept(&rule.id, &rule.text, rule.checked.len())));
    (lang.section_kept(), lines.collect())
}

/// The rules that nothing breaks for certain, and of which what is only possible is not told above.
fn open(report: &PolicyReport, lang: Lang) -> (String, Vec<Item>) {
    let told = |rule: &RuleOutcome| report.results.iter().any(|result| result.rule == rule.id);
    let open = report.rules.iter().filter(|rule| rule.answer == Truth::NotKnown && !told(rule));
    let lines = open.map(|rule| {
        Item::Line(lang.rule_open(&rule.id, &rule.text, rule.possible_besides as usize))
    });
    (lang.section_open(), lines.collect())
}

/// `new`, `known` or `excepted`.
fn state(result: &PolicyResult) -> &'static str {
    match (&result.excepted, result.known) {
        (Some(_), _) => "excepted",
        (None, true) => "known",
        (None, false) => "new",
    }
}
