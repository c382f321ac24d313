//! What came of scenarios, as a document.

use trefonds_findings::{Certainty, Outcome};
use trefonds_judge::scenario::{Check, Difference, Found, ScenarioResult, TestReport};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section};
use super::phrases::certainty;
use super::table::{Rows, Table};
use super::what_if::what;
use super::{Listed, ended, keys, outages, phrases};

impl Listed for TestReport {
    fn document(&self, lang: Lang) -> Document {
        let mut facts: Vec<String> = self.title.clone().into_iter().collect();
        facts.push(phrases::day_and_home(lang, (self.as_of.as_deref(), self.day_from), &self.home));
        facts.push(lang.scen_question());
        let passed = self.scenarios.iter().filter(|scenario| scenario.passed).count();
        let checks = self.scenarios.iter().map(|scenario| scenario.checks.len()).sum();
        facts.push(lang.scen_sum(passed, self.scenarios.len(), checks));
        let sections = self.scenarios.iter().map(|scenario| section(scenario, lang)).collect();
        Document { lang, title: lang.scen_title(), facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        let scenarios = self.scenarios.iter();
        let checks = scenarios.flat_map(|of| of.checks.iter().map(move |check| (of, check)));
        Rows::of(checks)
            .column("file", |(of, _)| &of.file)
            .column("scenario", |(of, _)| of.title.as_ref())
            .column("service", |(_, it)| &it.service.id)
            .column("passed", |(_, it)| it.differences.is_empty())
            .column("expected", |(_, it)| keys::word(&it.expected.outcome))
            .column("expected_certainty", |(_, it)| it.expected.certainty)
            .column("at_least_minutes", |(_, it)| it.expected.at_least_minutes)
            .column("at_most_minutes", |(_, it)| it.expected.at_most_minutes)
            .column("back_minutes", |(_, it)| it.expected.back_minutes)
            .column("for_good", |(_, it)| it.expected.for_good)
            .column("found", |(_, it)| keys::word(&it.found.outcome))
            .column("found_certainty", |(_, it)| it.found.certainty)
            .column("careful_minutes", |(_, it)| it.found.minutes.careful)
            .column("settled_minutes", |(_, it)| it.found.minutes.settled)
            .column("outages", |(_, it)| outages::key(&it.found.outages))
            .column("line", |(_, it)| it.at.line)
            .column("column", |(_, it)| it.at.column)
            .table()
    }
}

/// The title of a scenario, else its file.
pub(crate) fn called(scenario: &ScenarioResult) -> String {
    scenario.title.clone().unwrap_or_else(|| scenario.file.clone())
}

fn section(scenario: &ScenarioResult, lang: Lang) -> Section {
    let name = called(scenario);
    let heading = match (scenario.checks.is_empty(), scenario.passed) {
        (true, _) => lang.scen_nothing_expected(&name),
        (false, true) => lang.scen_passed(&name),
        (false, false) => lang.scen_failed(&name),
    };
    let mut played = format!("{}  ", scenario.file);
    played.push_str(&lang.scen_withdrawn(&what(&scenario.withdrawn, lang)));
    if let Some(by) = scenario.by_minutes {
        played.push_str(phrases::semicolon(lang));
        played.push_str(&lang.scen_by(&lang.duration(Some(by))));
    }
    let mut items = vec![Item::Line(played)];
    if !scenario.checks.is_empty() {
        items.push(Item::Table(table(scenario, lang)));
    }
    items.extend(unspoken(scenario, lang).map(Item::Line));
    Section { heading, items }
}

/// What differs stands first.
fn table(scenario: &ScenarioResult, lang: Lang) -> Table {
    let mut checks: Vec<&Check> = scenario.checks.iter().collect();
    checks.sort_by_key(|check| check.differences.is_empty());
    let differences = |check: &Check| {
        let each = check.differences.iter().map(|kind| difference(kind, lang));
        let each: Vec<String> = each.collect();
        if each.is_empty() { lang.scen_none() } else { each.join(", ") }
    };
    Rows::of(checks)
        .column(lang.column_service(), |check| &check.service.name)
        .column(lang.scen_column_expected(), |check| expected(check, lang))
        .column(lang.scen_column_found(), |check| found(&check.found, lang))
        .column(lang.scen_column_difference(), differences)
        .column(lang.column_where(), |check| &check.at)
        .table()
}

/// Services of which nothing is expected, and which stop or are degraded.
pub(crate) fn unspoken(scenario: &ScenarioResult, lang: Lang) -> Option<String> {
    let each = scenario.unspoken.iter();
    let each = each.map(|it| format!("{} ({})", it.service.name, found(&it.found, lang)));
    let each = each.collect::<Vec<_>>().join(", ");
    (!each.is_empty()).then(|| lang.scen_unspoken(&each))
}

fn outcome(lang: Lang, outcome: Outcome) -> String {
    match outcome {
        Outcome::Stops => lang.scen_stops(),
        Outcome::Degrades => lang.scen_degrades(),
        Outcome::Holds => lang.scen_holds(),
    }
}

/// "stops, certain, between 4 h and 30 d".
pub(crate) fn expected(check: &Check, lang: Lang) -> String {
    let it = &check.expected;
    let mut words = vec![outcome(lang, it.outcome)];
    if it.outcome != Outcome::Holds {
        words.push(certainty(lang, it.certainty));
    }
    words.extend(expected_time(lang, it.at_least_minutes, it.at_most_minutes));
    words.extend(it.back_minutes.map(|back| lang.scen_back(&lang.duration(Some(back)))));
    words.extend(it.for_good.then(|| lang.scen_for_good()));
    words.join(", ")
}

/// When it is expected, in words that go together; nothing where any time will do.
fn expected_time(lang: Lang, least: Option<u32>, most: Option<u32>) -> Option<String> {
    let time = |minutes: u32| lang.duration(Some(minutes));
    match (least.filter(|minutes| *minutes > 0), most) {
        (None, None) => None,
        (None, Some(0)) => Some(lang.at_once()),
        (None, Some(most)) => Some(lang.scen_at_most(&time(most))),
        (Some(least), None) => Some(lang.scen_at_least(&time(least))),
        (Some(least), Some(most)) if least == most => Some(lang.scen_exactly(&time(most))),
        (Some(least), Some(most)) => Some(lang.scen_between(&time(least), &time(most))),
    }
}

/// "stops, certain: 30 d, possibly 8 h"; of what is possible only, that time alone.
pub(crate) fn found(found: &Found, lang: Lang) -> String {
    if found.outcome == Outcome::Holds {
        return match found.minutes.careful {
            None => lang.scen_holds(),
            Some(_) => lang.scen_holds_until(&phrases::times(lang, found.minutes)),
        };
    }
    let what = lang.scen_outcome(&outcome(lang, found.outcome), &certainty(lang, found.certainty));
    let when = match found.certainty {
        _ if !found.outages.is_empty() => outages::down(lang, found.minutes, &found.outages),
        Certainty::Certain => phrases::times(lang, found.minutes),
        Certainty::Possible => lang.duration(found.minutes.careful),
    };
    format!("{what}{}{when}", phrases::colon(lang))
}

pub(crate) fn difference(kind: &Difference, lang: Lang) -> String {
    let time = |minutes: u32| lang.duration(Some(minutes));
    match kind {
        Difference::Outcome => lang.scen_other(),
        Difference::TooEarly { at_least_minutes } => lang.scen_too_early(&time(*at_least_minutes)),
        Difference::TooLate { at_most_minutes: 0 } => lang.scen_not_at_once(),
        Difference::TooLate { at_most_minutes } => lang.scen_too_late(&time(*at_most_minutes)),
        Difference::NotBack { back_minutes } => lang.scen_not_back(&time(*back_minutes)),
        Difference::NotForGood => lang.scen_not_for_good(),
        Difference::Down { minutes, since } => ended::down(lang, *minutes, since.as_deref()),
    }
}
