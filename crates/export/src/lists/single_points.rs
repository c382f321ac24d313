use trefonds_findings::{
    Certainty, Degradation, EventKind, EventSummary, Level, Named, ServiceVerdict, SinglePoint,
    SinglePoints,
};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section, Table};
use super::{Listed, ended, one_hand, phrases};

impl Listed for SinglePoints {
    fn document(&self, lang: Lang) -> Document {
        let title = match self.level {
            Level::Component => lang.spof_component(),
            Level::Entity => lang.spof_entity(),
            Level::Controller => lang.spof_controller(),
            Level::Jurisdiction => lang.spof_jurisdiction(),
        };
        let (title_of, day) =
            (self.title.as_deref(), phrases::day(lang, self.as_of.as_deref(), self.day_from));
        let mut facts = phrases::facts(lang, title_of, day, &self.home, self.coverage);
        facts.extend(self.by_hours.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
        facts.push(lang.spof_question());
        if !self.left_out.is_empty() {
            facts.push(lang.left_out(&names(lang, &self.left_out)));
        }
        if !self.one_hand_complete {
            facts.push(lang.one_hand_incomplete());
        }
        if self.findings.is_empty() && !self.events.is_empty() {
            facts.push(lang.summary_only());
        }
        let mut sections = vec![self.section_services(lang)];
        sections.extend(ended::section(lang, &self.ended));
        sections.push(self.section(lang, lang.section_certain(), Kind::Certain));
        if self.level != Level::Component {
            sections.push(self.section(lang, lang.section_possible(), Kind::Possible));
            sections.push(one_hand::section(lang, &self.one_hand));
            sections.push(self.section_unknown(lang));
            sections.push(self.section_degraded(lang));
        }
        Document { title, facts, sections, records: self.records(), nothing: lang.nothing() }
    }
}

/// The three sections of findings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Certain,
    Possible,
    Unknown,
}

impl Kind {
    fn of(certainty: Certainty, event: EventKind) -> Self {
        match (event, certainty) {
            (EventKind::Unknown, _) => Self::Unknown,
            (_, Certainty::Certain) => Self::Certain,
            (_, Certainty::Possible) => Self::Possible,
        }
    }
}

/// What is said of one service. The clean words stand only where nothing is left that could be a single
/// point, alone or in one hand.
#[must_use]
pub fn verdict(lang: Lang, points: &SinglePoints, line: &ServiceVerdict) -> String {
    let ended = points.ended.iter().find(|it| it.service.id == line.service.id);
    ended.map_or_else(|| alone(lang, points, line), |it| ended::verdict(lang, it))
}

/// The same, whatever has ended.
#[must_use]
pub fn alone(lang: Lang, points: &SinglePoints, line: &ServiceVerdict) -> String {
    match (line.certain, line.possible + line.unknown) {
        (0, 0) if points.level == Level::Component => lang.nothing(),
        (0, 0) if line.one_hand > 0 => lang.verdict_one_hand(line.one_hand as usize),
        (0, 0) if !points.one_hand_complete => lang.verdict_not_looked_for(),
        (0, 0) if line.ended > 0 => lang.report_none_known(),
        (0, 0) => lang.no_foreign_single_point(),
        (0, _) => lang.verdict_possible(),
        (n, _) => lang.verdict_stoppable(n),
    }
}

trait Describe {
    fn section_services(&self, lang: Lang) -> Section;
    fn section(&self, lang: Lang, heading: String, kind: Kind) -> Section;
    fn section_unknown(&self, lang: Lang) -> Section;
    fn section_degraded(&self, lang: Lang) -> Section;
    fn records(&self) -> Table;
}

impl Describe for SinglePoints {
    fn section_services(&self, lang: Lang) -> Section {
        let mut table = Table::new([
            lang.column_service(),
            lang.column_id(),
            lang.column_criticality(),
            lang.column_verdict(),
            lang.column_certain(),
            lang.column_possible(),
            lang.column_one_hand(),
            lang.column_unknown(),
            lang.column_coverage(),
        ]);
        for line in &self.services {
            let verdict = verdict(lang, self, line);
            table.rows.push(vec![
                line.service.name.clone(),
                line.service.id.clone(),
                phrases::criticality(lang, line.criticality),
                verdict,
                line.certain.to_string(),
                line.possible.to_string(),
                line.one_hand.to_string(),
                line.unknown.to_string(),
                lang.percent(&line.coverage.percent.to_string()),
            ]);
        }
        Section { heading: lang.section_services(), items: vec![Item::Table(table)] }
    }

    fn section(&self, lang: Lang, heading: String, kind: Kind) -> Section {
        let mut items = Vec::new();
        for event in self.events.iter().filter(|event| event.kind != EventKind::Ended) {
            let findings: Vec<&SinglePoint> = (self.findings.iter())
                .filter(|finding| finding.event == event.event.id)
                .filter(|finding| Kind::of(finding.certainty, finding.event_kind) == kind)
                .collect();
            let services = match kind {
                Kind::Certain => event.certain_services.len(),
                Kind::Possible | Kind::Unknown => event.possible_services.len(),
            };
            let here = Kind::of(event.certainty, event.kind) == kind
                || (kind == Kind::Possible && event.kind != EventKind::Unknown);
            if services == 0 || !here {
                continue;
            }
            items.push(Item::Heading(event_heading(lang, event, services, &findings)));
            items.extend(finding_table(lang, &findings));
            let unknowns = shared_unknowns(lang, &findings);
            if !unknowns.is_empty() {
                items.push(Item::Line(format!("  {}", lang.hangs_on(&unknowns))));
            }
        }
        Section { heading, items }
    }

    fn section_unknown(&self, lang: Lang) -> Section {
        let mut table =
            Table::new([lang.column_fact(), lang.column_services(), lang.column_where()]);
        for event in self.events.iter().filter(|event| event.kind == EventKind::Unknown) {
            let Some(fact) = &event.unknown else { continue };
            let findings = self.findings.iter().filter(|f| f.event == event.event.id);
            let times = findings
                .map(|f| (f.service_name.as_str(), lang.duration(f.survival_hours.careful)));
            let what =
                format!("{} ({})", phrases::unknown(lang, fact), phrases::why(lang, fact.why));
            let services = match event.possible_services.len() {
                n if self.findings.is_empty() => lang.services(n),
                _ => stopped(times),
            };
            table.rows.push(vec![what, services, fact.at.to_string()]);
        }
        let items = if table.rows.is_empty() { Vec::new() } else { vec![Item::Table(table)] };
        Section { heading: lang.section_unknown(), items }
    }

    fn section_degraded(&self, lang: Lang) -> Section {
        let mut table =
            Table::new([lang.column_event(), lang.column_certainty(), lang.column_services()]);
        let mut list: Vec<&Degradation> = self.degradations.iter().collect();
        list.sort_by_key(|item| (item.certainty, &item.event.id));
        for group in list.chunk_by(|a, b| (a.certainty, &a.event.id) == (b.certainty, &b.event.id))
        {
            let Some(first) = group.first() else { continue };
            let times = group.iter().map(|item| {
                (item.service.name.as_str(), phrases::times(lang, item.degraded_hours))
            });
            table.rows.push(vec![
                phrases::named(lang, &first.event),
                certainty(lang, first.certainty),
                stopped(times),
            ]);
        }
        let items = if table.rows.is_empty() { Vec::new() } else { vec![Item::Table(table)] };
        Section { heading: lang.section_degraded(), items }
    }

    fn records(&self) -> Table {
        let mut table = Table::of_fields(&[
            "service",
            "service_name",
            "criticality",
            "level",
            "event",
            "event_name",
            "event_kind",
            "foreign",
            "certainty",
            "stop_certainty",
            "foreign_certainty",
            "if_back",
            "careful_hours",
            "settled_hours",
            "channel",
            "through",
            "hangs_on",
            "unverified",
            "path",
        ]);
        for finding in &self.findings {
            let path: Vec<String> = (finding.witness.steps.iter())
                .map(|step| format!("{} > {} ({})", step.from.id, step.to.id, step.provenance.at))
                .collect();
            table.rows.push(vec![
                finding.service.clone(),
                finding.service_name.clone(),
                phrases::word(&finding.criticality),
                phrases::word(&self.level),
                finding.event.clone(),
                finding.event_name.clone(),
                phrases::word(&finding.event_kind),
                finding.foreign.map(|foreign| foreign.to_string()).unwrap_or_default(),
                phrases::word(&finding.certainty),
                phrases::word(&finding.stop_certainty),
                finding.foreign_certainty.map(|it| phrases::word(&it)).unwrap_or_default(),
                finding.if_back.to_string(),
                phrases::hours(finding.survival_hours.careful),
                phrases::hours(finding.survival_hours.settled),
                finding.channel.map(|channel| phrases::word(&channel)).unwrap_or_default(),
                finding.through.map(|channel| phrases::word(&channel)).unwrap_or_default(),
                phrases::unknown_ids(&finding.hangs_on),
                phrases::any_unverified(&finding.witness.steps).to_string(),
                path.join("; "),
            ]);
        }
        table.rows.extend(self.one_hand.iter().map(|it| one_hand::record(it, self.level)));
        table
    }
}

/// "Urgences (4 h), Imagerie (30 d)".
fn stopped<'a>(times: impl Iterator<Item = (&'a str, String)>) -> String {
    times.map(|(name, time)| format!("{name} ({time})")).collect::<Vec<_>>().join(", ")
}

pub(super) fn certainty(lang: Lang, certainty: Certainty) -> String {
    match certainty {
        Certainty::Certain => lang.certain(),
        Certainty::Possible => lang.possible(),
    }
}

fn names(lang: Lang, list: &[Named]) -> String {
    list.iter().map(|named| phrases::named(lang, named)).collect::<Vec<_>>().join(", ")
}

/// The criticality is that of what stands under the heading, since an event may stop a vital service
/// only possibly and a lesser one for certain.
fn event_heading(
    lang: Lang,
    event: &EventSummary,
    services: usize,
    findings: &[&SinglePoint],
) -> String {
    let mut heading = match &event.unknown {
        Some(unknown) => phrases::unknown_at(lang, unknown),
        None => phrases::of_country(lang, &event.event, event.country.as_deref()),
    };
    let worst = findings.iter().map(|finding| finding.criticality).min();
    let criticality = phrases::criticality(lang, worst.unwrap_or(event.criticality));
    heading.push_str(phrases::colon(lang));
    heading.push_str(&lang.stops_n(&lang.services(services), &criticality));
    if !event.foreign_through.is_empty() {
        heading.push_str(phrases::semicolon(lang));
        heading.push_str(&lang.foreign_through(&names(lang, &event.foreign_through)));
    }
    if !event.controlled_by.is_empty() {
        heading.push_str(phrases::semicolon(lang));
        heading.push_str(&lang.controlled_by(&names(lang, &event.controlled_by)));
    }
    heading
}

fn finding_table(lang: Lang, findings: &[&SinglePoint]) -> Option<Item> {
    let mut table = Table::new([
        lang.column_service(),
        lang.column_criticality(),
        lang.column_stops(),
        lang.column_channel(),
        lang.column_path(),
    ]);
    for finding in findings {
        table.rows.push(vec![
            finding.service_name.clone(),
            phrases::criticality(lang, finding.criticality),
            told_times(lang, finding),
            phrases::channel(lang, finding.channel, finding.through),
            phrases::path(lang, &finding.witness.steps, &finding.service),
        ]);
    }
    (!table.rows.is_empty()).then_some(Item::Table(table))
}

/// When the service stops; of one that is down already, if what has ended were back.
#[must_use]
pub fn told_times(lang: Lang, finding: &SinglePoint) -> String {
    let times = phrases::times(lang, finding.survival_hours);
    ended::told(lang, times, finding.if_back)
}

/// The unknown facts of all findings of an event, each once.
fn shared_unknowns(lang: Lang, findings: &[&SinglePoint]) -> String {
    let mut seen: Vec<&trefonds_findings::UnknownFact> = Vec::new();
    for fact in findings.iter().flat_map(|finding| &finding.hangs_on) {
        if !seen.contains(&fact) {
            seen.push(fact);
        }
    }
    seen.iter()
        .map(|fact| phrases::unknown_at(lang, fact))
        .collect::<Vec<_>>()
        .join(phrases::semicolon(lang))
}
