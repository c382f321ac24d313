use trefonds_findings::{
    Certainty, Degradation, EventKind, EventSummary, Level, Named, QuestionKind, SinglePoint,
    SinglePoints, UnknownFact,
};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section};
use super::table::{Column, Rows, Sheet, Table};
use super::{Listed, ended, keys, one_hand, outages, phrases, services};

impl Listed for SinglePoints {
    fn document(&self, lang: Lang) -> Document {
        let fault = self.head.question == QuestionKind::Fault;
        let title = match self.level {
            Level::Component => lang.spof_component(),
            Level::Site => lang.spof_site(),
            Level::Entity if fault => lang.fault_entity(),
            Level::Controller if fault => lang.fault_controller(),
            Level::Entity => lang.spof_entity(),
            Level::Controller => lang.spof_controller(),
            Level::Jurisdiction => lang.spof_jurisdiction(),
        };
        let day = (self.head.as_of.as_deref(), self.head.day_from);
        let mut facts =
            phrases::facts(lang, self.head.title.as_deref(), day, &self.head.home, self.coverage);
        facts.extend(self.by_minutes.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
        facts.extend(self.lasting_minutes.map(|it| lang.lasting_line(&lang.duration(Some(it)))));
        facts.push(if fault { lang.fault_question() } else { lang.spof_question() });
        if !self.left_out.is_empty() {
            facts.push(lang.left_out(&names(lang, &self.left_out)));
        }
        if !self.one_hand_complete {
            facts.push(lang.one_hand_incomplete());
        }
        if self.findings.is_empty() && !self.events.is_empty() {
            facts.push(lang.summary_only());
        }
        let mut sections = vec![services::section(self, lang)];
        sections.extend(ended::section(lang, &self.ended));
        sections.extend(outages::section(lang, &self.unmendable));
        sections.push(section(self, lang, lang.section_certain(), Part::Certain));
        if !self.level.is_of_things() || fault {
            sections.push(section(self, lang, lang.section_possible(), Part::Possible));
            sections.push(one_hand::section(lang, &self.one_hand));
            sections.push(section_unknown(self, lang));
            sections.push(section_degraded(self, lang));
        }
        Document { lang, title, facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        let mut table = Rows::of(&self.findings)
            .column("service", |it| &it.service)
            .column("service_name", |it| &it.service_name)
            .column("criticality", |it| it.criticality)
            .column("level", |_| keys::word(&self.level))
            .column("event", |it| &it.event)
            .column("event_name", |it| &it.event_name)
            .column("event_kind", |it| keys::word(&it.event_kind))
            .column("foreign", |it| it.foreign)
            .column("certainty", |it| it.certainty)
            .column("stop_certainty", |it| it.stop_certainty)
            .column("foreign_certainty", |it| it.foreign_certainty)
            .column("if_back", |it| it.if_back)
            .column("careful_minutes", |it| it.survival_minutes.careful)
            .column("settled_minutes", |it| it.survival_minutes.settled)
            .column("channel", |it| it.channel)
            .column("through", |it| it.through)
            .column("hangs_on", |it| keys::unknown_ids(&it.hangs_on))
            .column("unverified", |it| phrases::any_unverified(&it.witness.steps))
            .column("path", |it| keys::steps(&it.witness.steps))
            .column("outages", |it| outages::key(&it.outages))
            .table();
        table.rows.extend(self.one_hand.iter().map(|it| one_hand::record(it, self.level)));
        table
    }
}

type Of = Column<SinglePoint>;

const SERVICE: Of = Of::new(Lang::column_service, 36, |it, _| (&it.service_name).into());
const CRITICALITY: Of = Of::new(Lang::column_criticality, 12, |it, _| it.criticality.into());
const EVENT: Of = Of::new(Lang::column_event, 34, |it, lang| event_name(lang, it).into());
const EVENT_ID: Of = Of::new(Lang::sheet_id, 22, |it, _| (&it.event).into());
const CERTAINTY: Of = Of::new(Lang::column_certainty, 11, |it, _| it.certainty.into());
const STOPS: Of = Of::new(Lang::column_stops, 22, |it, lang| stop_times(lang, it).into());
const SETTLED: Of =
    Of::new(Lang::sheet_minutes_settled, 14, |it, _| it.survival_minutes.settled.into());
const CAREFUL: Of =
    Of::new(Lang::sheet_minutes_careful, 14, |it, _| it.survival_minutes.careful.into());
const CHANNEL: Of = Of::new(Lang::column_channel, 24, |it, lang| {
    phrases::channel(lang, it.channel, it.through).into()
});
const PATH: Of = Of::new(Lang::column_path, 0, |it, lang| {
    phrases::path(lang, &it.witness.steps, &it.service).into()
});
const WHOLE_PATH: Of = Of::new(Lang::column_path, 70, |it, lang| {
    let service = Named { id: it.service.clone(), name: it.service_name.clone() };
    phrases::path_by_names(lang, &service, &it.witness.steps).into()
});
const UNVERIFIED: Of = Of::new(Lang::sheet_unverified, 13, |it, lang| {
    phrases::any_unverified(&it.witness.steps).then(|| lang.unverified()).into()
});
const HANGS_ON: Of =
    Of::new(Lang::sheet_hangs_on, 50, |it, lang| phrases::unknowns(lang, &it.hangs_on).into());
const PLACES: Of =
    Of::new(Lang::column_where, 60, |it, lang| phrases::places(lang, &it.witness.steps).into());

/// Single points, then what is possible in one hand, as a sheet of a workbook; what has ended has a
/// sheet of its own.
#[must_use]
pub fn sheet(points: &SinglePoints, lang: Lang) -> Sheet {
    let what = [SERVICE, CRITICALITY, EVENT, EVENT_ID, CERTAINTY, STOPS, SETTLED, CAREFUL, CHANNEL];
    let why = [WHOLE_PATH, UNVERIFIED, HANGS_ON, PLACES];
    let findings = points.findings.iter().filter(|of| !is_ended(of.event_kind, of.certainty));
    let fault = points.head.question == QuestionKind::Fault;
    let mut sheet =
        Rows::of(findings).columns(lang, what.iter().chain(&why)).sheet(match points.level {
            Level::Entity if fault => lang.sheet_break_entities(),
            Level::Controller if fault => lang.sheet_break_controllers(),
            Level::Component => lang.column_components(),
            Level::Site => lang.column_sites(),
            Level::Entity => lang.report_level_entities(),
            Level::Controller => lang.report_level_controllers(),
            Level::Jurisdiction => lang.report_level_jurisdictions(),
        });
    sheet.table.rows.extend(points.one_hand.iter().map(|of| one_hand::row(lang, of)));
    sheet
}

/// The three sections of findings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Certain,
    Possible,
    Unknown,
}

impl Part {
    fn of(certainty: Certainty, event: EventKind) -> Self {
        match (event, certainty) {
            (EventKind::Unknown, _) => Self::Unknown,
            (_, Certainty::Certain) => Self::Certain,
            (_, Certainty::Possible) => Self::Possible,
        }
    }
}

/// Whether something stands among what has ended for certain: what may be needed is told as possible.
fn is_ended(event: EventKind, certainty: Certainty) -> bool {
    event == EventKind::Ended && certainty == Certainty::Certain
}

fn section(points: &SinglePoints, lang: Lang, heading: String, part: Part) -> Section {
    let mut items = Vec::new();
    let told = points.events.iter().filter(|event| !is_ended(event.kind, event.certainty));
    for event in told {
        let findings: Vec<&SinglePoint> = (points.findings.iter())
            .filter(|finding| finding.event == event.event.id)
            .filter(|finding| Part::of(finding.certainty, finding.event_kind) == part)
            .collect();
        let services = match part {
            Part::Certain => event.certain_services.len(),
            Part::Possible | Part::Unknown => event.possible_services.len(),
        };
        let here = Part::of(event.certainty, event.kind) == part
            || (part == Part::Possible && event.kind != EventKind::Unknown);
        if services == 0 || !here {
            continue;
        }
        items.push(Item::Heading(event_heading(lang, event, services, &findings)));
        let columns = [SERVICE, CRITICALITY, STOPS, CHANNEL, PATH];
        items.extend(Rows::of(findings.iter().copied()).columns(lang, &columns).items());
        let unknowns = shared_unknowns(lang, &findings);
        if !unknowns.is_empty() {
            items.push(Item::Line(format!("  {}", lang.hangs_on(&unknowns))));
        }
    }
    Section { heading, items }
}

fn section_unknown(points: &SinglePoints, lang: Lang) -> Section {
    let events = points.events.iter().filter(|event| event.kind == EventKind::Unknown);
    let events = events.filter_map(|event| event.unknown.as_ref().map(|fact| (event, fact)));
    let services = |(event, _): (&EventSummary, &UnknownFact)| {
        let findings = points.findings.iter().filter(|f| f.event == event.event.id);
        let times =
            findings.map(|f| (f.service_name.as_str(), lang.duration(f.survival_minutes.careful)));
        match event.possible_services.len() {
            n if points.findings.is_empty() => lang.services(n),
            _ => stopped(times),
        }
    };
    Rows::of(events)
        .column(lang.column_fact(), |(_, fact)| {
            format!("{} ({})", phrases::unknown(lang, fact), phrases::why(lang, fact.why))
        })
        .column(lang.column_services(), services)
        .column(lang.column_where(), |(_, fact)| fact.at.as_ref())
        .section(lang.section_unknown())
}

fn section_degraded(points: &SinglePoints, lang: Lang) -> Section {
    let mut list: Vec<&Degradation> = points.degradations.iter().collect();
    list.sort_by_key(|item| (item.certainty, &item.event.id));
    let groups = list.chunk_by(|a, b| (a.certainty, &a.event.id) == (b.certainty, &b.event.id));
    let groups = groups.filter_map(|group| group.first().map(|first| (*first, group)));
    let services =
        |(_, group): (&Degradation, &[&Degradation])| {
            stopped(group.iter().map(|item| {
                (item.service.name.as_str(), phrases::times(lang, item.degraded_minutes))
            }))
        };
    Rows::of(groups)
        .column(lang.column_event(), |(first, _)| phrases::named(lang, &first.event))
        .column(lang.column_certainty(), |(first, _)| first.certainty)
        .column(lang.column_services(), services)
        .section(lang.section_degraded())
}

/// "Urgences (4 h), Imagerie (30 d)".
fn stopped<'a>(times: impl Iterator<Item = (&'a str, String)>) -> String {
    times.map(|(name, time)| format!("{name} ({time})")).collect::<Vec<_>>().join(", ")
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

/// The name of who stops a service; an unknown fact is told in words.
#[must_use]
pub fn event_name(lang: Lang, finding: &SinglePoint) -> String {
    let own = finding.hangs_on.iter().find(|fact| fact.id == finding.event);
    own.map_or_else(|| finding.event_name.clone(), |fact| phrases::unknown(lang, fact))
}

/// When the service stops; of one that is down already, if what has ended were back.
#[must_use]
pub fn stop_times(lang: Lang, finding: &SinglePoint) -> String {
    let times = outages::down(lang, finding.survival_minutes, &finding.outages);
    ended::if_back(lang, times, finding.if_back)
}

/// The unknown facts of all findings of an event, each once.
fn shared_unknowns(lang: Lang, findings: &[&SinglePoint]) -> String {
    let mut seen: Vec<&UnknownFact> = Vec::new();
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
