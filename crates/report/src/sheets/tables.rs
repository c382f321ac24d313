//! What stands in the sheets.

use trefonds_export::lists::{self, ended, one_hand, phrases, proof_of, told_times, verdict};
use trefonds_findings::{
    Certainty, EquationComponent, EventKind, ExposureFinding, OneHand, SinglePoint, SinglePoints,
    Step, Target, UnknownFact,
};
use trefonds_lang::Lang;

use crate::Report;
use crate::parts::method_texts;

/// A cell.
pub(super) enum Cell {
    Empty,
    Text(String),
    Number(u32),
    Percent(u32),
    /// `YYYY-MM-DD`.
    Day(String),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Option<u32>> for Cell {
    fn from(number: Option<u32>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

/// A column: its heading and its width in characters.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) width: f64,
}

/// A sheet.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    /// So many columns stay in sight.
    pub(super) frozen: u16,
    pub(super) rows: Vec<Vec<Cell>>,
}

fn sheet<const N: usize>(name: String, columns: [(String, u32); N], rows: Vec<[Cell; N]>) -> Sheet {
    let columns = columns.into_iter();
    let columns = columns.map(|(name, width)| Column { name, width: f64::from(width) });
    Sheet {
        name,
        columns: columns.collect(),
        frozen: 1,
        rows: rows.into_iter().map(Vec::from).collect(),
    }
}

/// All sheets, what matters first.
pub(super) fn sheets(report: &Report) -> Vec<Sheet> {
    let lang = report.lang;
    let mut sheets = vec![summary(report, lang), services(report, lang)];
    sheets.extend(ended_services(report, lang));
    sheets.extend([
        points(&report.jurisdictions, lang, lang.report_level_jurisdictions()),
        points(&report.controllers, lang, lang.report_level_controllers()),
        points(&report.entities, lang, lang.report_level_entities()),
        exposure(report, lang),
        questions(report, lang),
        blind_spots(report, lang),
        components(report, lang),
        channels(report, lang),
    ]);
    sheets
}

fn summary(report: &Report, lang: Lang) -> Sheet {
    let overview = &report.overview;
    let coverage = overview.coverage;
    let mut rows: Vec<[Cell; 2]> = vec![
        [lang.sheet_title().into(), overview.title.clone().unwrap_or_default().into()],
        [lang.sheet_day().into(), overview.as_of.clone().map_or(Cell::Empty, Cell::Day)],
        [lang.sheet_home().into(), lang.countries(&overview.home).into()],
        [lang.column_coverage().into(), Cell::Percent(coverage.percent)],
        [
            lang.sheet_facts_known().into(),
            lang.report_facts_known(
                &coverage.declared.to_string(),
                &coverage.called_for.to_string(),
            )
            .into(),
        ],
        [lang.report_tile_ended().into(), count(report.jurisdictions.ended.len())],
        [
            lang.report_tile_stoppable().into(),
            count(report.jurisdictions.services.iter().filter(|line| line.certain > 0).count()),
        ],
        [lang.sheet_services().into(), count(overview.services.len())],
        [lang.blind_spots().into(), count(overview.blind_spots.len())],
        [lang.sheet_unverified().into(), Cell::Number(overview.unverified)],
    ];
    rows.extend(method_texts(lang).map(|text| [lang.report_nav_method().into(), text.into()]));
    rows.push([lang.report_nav_method().into(), lang.report_made_by(&report.version).into()]);
    let columns = [(lang.sheet_what(), 44), (lang.sheet_value(), 110)];
    sheet(lang.sheet_summary(), columns, rows)
}

fn count(number: usize) -> Cell {
    Cell::Number(u32::try_from(number).unwrap_or(u32::MAX))
}

fn services(report: &Report, lang: Lang) -> Sheet {
    let rows = report.jurisdictions.services.iter().map(|line| {
        let exposed = |certainty| {
            let findings = report.exposure.findings.iter();
            let findings = findings.filter(|of| {
                of.foreign && of.service.id == line.service.id && of.certainty == certainty
            });
            let mut who: Vec<&str> =
                findings.map(|of| of.jurisdiction.as_deref().unwrap_or("?")).collect();
            who.sort_unstable();
            who.dedup();
            Cell::from(who.join(", "))
        };
        [
            line.service.name.as_str().into(),
            line.service.id.as_str().into(),
            phrases::criticality(lang, line.criticality).into(),
            verdict(lang, &report.jurisdictions, line).into(),
            Cell::Number(line.certain),
            Cell::Number(line.possible),
            Cell::Number(line.one_hand),
            Cell::Number(line.unknown),
            exposed(Certainty::Certain),
            exposed(Certainty::Possible),
            Cell::Percent(line.coverage.percent),
        ]
    });
    let columns = [
        (lang.column_service(), 40),
        (lang.sheet_id(), 24),
        (lang.column_criticality(), 12),
        (lang.column_verdict(), 36),
        (lang.sheet_stop_certain(), 14),
        (lang.sheet_stop_possible(), 14),
        (lang.sheet_one_hand(), 14),
        (lang.sheet_stop_unknown(), 14),
        (lang.sheet_data_certain(), 20),
        (lang.sheet_data_possible(), 20),
        (lang.column_coverage(), 12),
    ];
    sheet(lang.report_nav_services(), columns, rows.collect())
}

/// What is down from what has ended; nothing when nothing has.
fn ended_services(report: &Report, lang: Lang) -> Option<Sheet> {
    let all = &report.jurisdictions.ended;
    let rows = all.iter().map(|of| {
        [
            of.service.name.as_str().into(),
            of.service.id.as_str().into(),
            phrases::criticality(lang, of.criticality).into(),
            ended::verdict(lang, of).into(),
            of.since.clone().map_or(Cell::Empty, Cell::Day),
            ended::things(lang, of).into(),
            path(lang, (&of.service.id, &of.service.name), &of.witness.steps).into(),
            unverified(lang, &of.witness.steps),
            places(&of.witness.steps).into(),
        ]
    });
    let columns = [
        (lang.column_service(), 36),
        (lang.sheet_id(), 22),
        (lang.column_criticality(), 12),
        (lang.column_verdict(), 36),
        (lang.column_down(), 14),
        (lang.column_ended(), 40),
        (lang.column_path(), 70),
        (lang.sheet_unverified(), 13),
        (lang.column_where(), 60),
    ];
    (!all.is_empty()).then(|| sheet(lang.sheet_ended(), columns, rows.collect()))
}

/// Single points, then what is possible in one hand; what has ended has a sheet of its own.
fn points(points: &SinglePoints, lang: Lang, name: String) -> Sheet {
    let one_hand = points.one_hand.iter().map(|of| one_hand(lang, of));
    let findings = points.findings.iter().filter(|of| of.event_kind != EventKind::Ended);
    let rows = findings.map(|of| {
        [
            of.service_name.as_str().into(),
            phrases::criticality(lang, of.criticality).into(),
            event(lang, of).into(),
            of.event.as_str().into(),
            certainty(lang, of.certainty).into(),
            told_times(lang, of).into(),
            of.survival_hours.settled.into(),
            of.survival_hours.careful.into(),
            phrases::channel(lang, of.channel, of.through).into(),
            path(lang, (&of.service, &of.service_name), &of.witness.steps).into(),
            unverified(lang, &of.witness.steps),
            phrases::unknowns(lang, &of.hangs_on).into(),
            places(&of.witness.steps).into(),
        ]
    });
    let columns = [
        (lang.column_service(), 36),
        (lang.column_criticality(), 12),
        (lang.column_event(), 34),
        (lang.sheet_id(), 22),
        (lang.column_certainty(), 11),
        (lang.column_stops(), 22),
        (lang.sheet_hours_settled(), 14),
        (lang.sheet_hours_careful(), 14),
        (lang.column_channel(), 24),
        (lang.column_path(), 70),
        (lang.sheet_unverified(), 13),
        (lang.sheet_hangs_on(), 50),
        (lang.column_where(), 60),
    ];
    sheet(name, columns, rows.chain(one_hand).collect())
}

/// One row, in the columns of single points.
fn one_hand(lang: Lang, of: &OneHand) -> [Cell; 13] {
    [
        of.service.name.as_str().into(),
        phrases::criticality(lang, of.criticality).into(),
        one_hand::hand(lang, of).into(),
        of.event.as_ref().map_or(Cell::Empty, |event| event.id.as_str().into()),
        lang.report_one_hand_word().into(),
        lang.duration(Some(of.hours)).into(),
        Cell::Empty,
        Cell::Number(of.hours),
        Cell::Empty,
        path(lang, (&of.service.id, &of.service.name), &of.witness.steps).into(),
        unverified(lang, &of.witness.steps),
        phrases::unknowns(lang, &of.facts()).into(),
        places(&of.witness.steps).into(),
    ]
}

/// Who; an unknown fact is told in words.
fn event(lang: Lang, of: &SinglePoint) -> String {
    let unknown = of.hangs_on.iter().find(|fact| fact.id == of.event);
    unknown.map_or_else(|| of.event_name.clone(), |fact| phrases::unknown(lang, fact))
}

fn certainty(lang: Lang, of: Certainty) -> String {
    match of {
        Certainty::Certain => lang.certain(),
        Certainty::Possible => lang.possible(),
    }
}

/// The path of a proof from a service on, by names.
fn path(lang: Lang, (id, name): (&str, &str), steps: &[Step]) -> String {
    format!("{name} > {}", lists::path(steps, id).by_names(lang))
}

fn unverified(lang: Lang, steps: &[Step]) -> Cell {
    if phrases::any_unverified(steps) { lang.unverified().into() } else { Cell::Empty }
}

/// Where the steps are written.
fn places(steps: &[Step]) -> String {
    steps.iter().map(|step| step.provenance.at.to_string()).collect::<Vec<_>>().join("\n")
}

fn exposure(report: &Report, lang: Lang) -> Sheet {
    let rows = report.exposure.findings.iter().map(|of| exposed(lang, of));
    let columns = [
        (lang.column_service(), 36),
        (lang.column_criticality(), 12),
        (lang.column_jurisdiction(), 12),
        (lang.column_law(), 30),
        (lang.column_certainty(), 11),
        (lang.column_grade(), 16),
        (lang.column_channel(), 16),
        (lang.column_component(), 36),
        (lang.column_data(), 20),
        (lang.column_path(), 70),
        (lang.sheet_unverified(), 13),
        (lang.sheet_hangs_on(), 50),
        (lang.sheet_others(), 50),
        (lang.column_where(), 60),
    ];
    sheet(lang.sheet_exposure(), columns, rows.collect())
}

fn exposed(lang: Lang, of: &ExposureFinding) -> [Cell; 14] {
    let others: Vec<&str> = of.others.iter().map(|other| other.component.name.as_str()).collect();
    [
        of.service.name.as_str().into(),
        phrases::criticality(lang, of.criticality).into(),
        of.jurisdiction.as_deref().unwrap_or("?").into(),
        of.law.as_ref().map_or_else(|| lang.no_law(), |law| law.name.clone()).into(),
        certainty(lang, of.certainty).into(),
        phrases::grade(lang, of.grade).into(),
        of.channel.map_or_else(|| "?".to_owned(), |c| phrases::channel(lang, Some(c), None)).into(),
        of.component.name.as_str().into(),
        if of.data.is_empty() { lang.data_not_said() } else { of.data.join(", ") }.into(),
        path(lang, (&of.service.id, &of.service.name), &of.path).into(),
        unverified(lang, &of.path),
        phrases::unknowns(lang, &of.hangs_on).into(),
        others.join(", ").into(),
        places(&of.path).into(),
    ]
}

fn questions(report: &Report, lang: Lang) -> Sheet {
    let rows = report.questions.questions.iter().map(|of| {
        let services: Vec<&str> = of.services.iter().map(|it| it.name.as_str()).collect();
        [
            phrases::unknown(lang, &of.fact).into(),
            phrases::why(lang, of.fact.why).into(),
            Cell::Number(of.single_points),
            Cell::Number(of.exposures),
            phrases::whom(lang, of).into(),
            services.join(", ").into(),
            of.fact.at.to_string().into(),
        ]
    });
    let columns = [
        (lang.column_question(), 60),
        (lang.column_why(), 16),
        (lang.column_single_points(), 10),
        (lang.column_exposures(), 12),
        (lang.column_ask(), 40),
        (lang.column_services(), 60),
        (lang.column_write(), 48),
    ];
    sheet(lang.report_nav_questions(), columns, rows.collect())
}

fn blind_spots(report: &Report, lang: Lang) -> Sheet {
    let row = |fact: &UnknownFact| {
        let what = phrases::unknown(lang, fact).into();
        [what, phrases::why(lang, fact.why).into(), fact.at.to_string().into()]
    };
    let columns = [(lang.column_fact(), 60), (lang.column_why(), 16), (lang.column_where(), 48)];
    sheet(lang.blind_spots(), columns, report.overview.blind_spots.iter().map(row).collect())
}

fn components(report: &Report, lang: Lang) -> Sheet {
    let all = &report.equations.components;
    let rows = all.iter().map(|of| {
        [
            of.component.name.as_str().into(),
            of.component.id.as_str().into(),
            phrases::layer(lang, of.layer).into(),
            of.criticality.map_or(Cell::Empty, |it| phrases::criticality(lang, it).into()),
            of.owner.clone().unwrap_or_default().into(),
            of.tags.join(", ").into(),
            of.data.join(", ").into(),
            count(of.blind_spots.len()),
            of.provenance.source.clone().unwrap_or_default().into(),
            of.provenance.verified_on.clone().map_or(Cell::Empty, Cell::Day),
            of.provenance.at.to_string().into(),
        ]
    });
    let columns = [
        (lang.column_component(), 40),
        (lang.sheet_id(), 26),
        (lang.column_layer(), 16),
        (lang.column_criticality(), 12),
        (lang.sheet_owner(), 30),
        (lang.sheet_tags(), 20),
        (lang.column_data(), 20),
        (lang.blind_spots(), 12),
        (lang.sheet_source(), 50),
        (lang.sheet_verified(), 12),
        (lang.column_where(), 48),
    ];
    sheet(lang.column_components(), columns, rows.collect())
}

fn channels(report: &Report, lang: Lang) -> Sheet {
    let all = report.equations.components.iter();
    let rows = all.flat_map(|of| of.channels.iter().map(move |channel| (of, channel)));
    let rows = rows.map(|(of, channel): (&EquationComponent, _)| {
        let target = usize::try_from(channel.target).ok();
        let target = target.and_then(|at| report.equations.targets.get(at));
        let (who, country) = match target {
            Some(Target::Party { entity, country, .. }) => {
                (entity.name.clone(), country.clone().unwrap_or_default())
            }
            Some(Target::Country(code)) => (code.clone(), code.clone()),
            Some(Target::Unknown(fact)) => (phrases::unknown(lang, fact), "?".to_owned()),
            None => (String::new(), String::new()),
        };
        let stops = match channel.stops.careful {
            None => lang.never(),
            Some(_) => phrases::times(lang, channel.stops),
        };
        [
            of.component.name.as_str().into(),
            phrases::channel(lang, channel.channel, None).into(),
            who.into(),
            country.into(),
            channel.site.as_ref().map(|site| site.name.clone()).unwrap_or_default().into(),
            stops.into(),
            channel.stops.settled.into(),
            channel.stops.careful.into(),
            channel.provenance.source.clone().unwrap_or_default().into(),
            channel.provenance.verified_on.clone().map_or(Cell::Empty, Cell::Day),
            proof_of(lang, &channel.provenance).into(),
        ]
    });
    let columns = [
        (lang.column_component(), 40),
        (lang.column_channel(), 14),
        (lang.sheet_who(), 40),
        (lang.column_country(), 10),
        (lang.sheet_site(), 24),
        (lang.column_stops(), 20),
        (lang.sheet_hours_settled(), 14),
        (lang.sheet_hours_careful(), 14),
        (lang.sheet_source(), 50),
        (lang.sheet_verified(), 12),
        (lang.column_where(), 60),
    ];
    sheet(lang.sheet_channels(), columns, rows.collect())
}
