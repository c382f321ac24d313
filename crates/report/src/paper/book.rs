//! What stands on the pages, what matters first.

use std::collections::BTreeMap;

use trefonds_export::lists::{
    Cell, Document, Item, Rows, Table, ended, phrases, proof_of, sentence, stop_times, verdict,
};
use trefonds_export::map::Font;
use trefonds_findings::{Certainty, ServiceVerdict, SinglePoint, Step};
use trefonds_lang::Lang;

use super::press::{Ink, Press};
use super::{PaperError, Plate, fonts, tree};
use crate::Report;
use crate::figures::Figures;
use crate::markdown::documents;
use crate::parts::{assumptions, method_texts, sources};
use crate::words::code;

/// The pages as PDF.
pub(super) fn book(report: &Report, plates: &[Plate]) -> Result<Vec<u8>, PaperError> {
    let (lang, overview) = (report.lang, &report.overview);
    let mut press = Press::new();
    cover(&mut press, report);
    proofs(&mut press, report);
    maps(&mut press, report, plates)?;
    for document in documents(report) {
        list(&mut press, &document);
    }
    method(&mut press, report);
    let title = overview.head.title.clone().unwrap_or_else(|| lang.map_untitled());
    let day = phrases::day_and_home(
        lang,
        (overview.head.as_of.as_deref(), overview.head.day_from),
        &overview.head.home,
    );
    let coverage = lang.coverage_short(overview.coverage.percent);
    let foot = format!("{title} · {day} · {coverage}");
    press.print(&title, code(lang), overview.head.as_of.as_deref(), &foot)
}

fn cover(press: &mut Press, report: &Report) {
    let (lang, overview) = (report.lang, &report.overview);
    let title = overview.head.title.clone().unwrap_or_else(|| lang.map_untitled());
    press.chapter(&title);
    let day = phrases::day_and_home(
        lang,
        (overview.head.as_of.as_deref(), overview.head.day_from),
        &overview.head.home,
    );
    press.text(&day, Font::regular(10.0), Ink::Quiet, 0.0);
    press.numbers(&numbers(report));
    press.section(&lang.report_services());
    press.table(&services(report), lang);
}

fn numbers(report: &Report) -> Vec<(String, String, bool)> {
    let (lang, coverage) = (report.lang, report.overview.coverage);
    let figures = Figures::of(report);
    let of_all = |n: usize, label: String| {
        (lang.report_of(&n.to_string(), &figures.services.to_string()), label, n > 0)
    };
    let mut numbers = Vec::new();
    if figures.ended > 0 {
        numbers.push(of_all(figures.ended, lang.report_tile_ended()));
    }
    numbers.extend([
        of_all(figures.stoppable, lang.report_tile_stoppable()),
        of_all(figures.exposed, lang.report_tile_exposed()),
        (
            lang.percent(&coverage.percent.to_string()),
            format!(
                "{} ({})",
                lang.report_tile_coverage(),
                lang.report_facts_known(
                    &coverage.declared.to_string(),
                    &coverage.called_for.to_string()
                )
            ),
            false,
        ),
        (report.overview.blind_spots.len().to_string(), lang.blind_spots().to_lowercase(), false),
    ]);
    numbers
}

fn services(report: &Report) -> Table {
    let lang = report.lang;
    Rows::of(&report.jurisdictions.services)
        .column(lang.column_service(), |line| &line.service.name)
        .column(lang.column_criticality(), |line| line.criticality)
        .column(lang.report_column_stop(), |line| who_stops(report, line))
        .column(lang.report_column_data(), |line| who_reaches(report, line))
        .column(lang.column_coverage(), |line| Cell::Percent(line.coverage.percent))
        .table()
}

fn who_stops(report: &Report, line: &ServiceVerdict) -> String {
    let (lang, points) = (report.lang, &report.jurisdictions);
    let ended = points.ended.iter().filter(|of| of.service.id == line.service.id);
    let stops = points.findings.iter().filter(|of| of.service == line.service.id);
    let mut who: Vec<String> = ended.map(|of| ended::verdict(lang, of)).collect();
    who.extend(
        stops
            .filter(|of| of.event_kind.is_named())
            .map(|of| format!("{} {}", of.event_name, stop_times(lang, of))),
    );
    if line.unknown > 0 {
        who.push(format!("? {}", lang.report_unknown_controllers(line.unknown as usize)));
    }
    if who.is_empty() {
        // Without proofs, as for large inventories, the counts still stand there.
        who.push(verdict(lang, points, line));
    } else if line.one_hand > 0 {
        who.push(lang.report_in_one_hand(line.one_hand as usize));
    }
    who.join(", ")
}

fn who_reaches(report: &Report, line: &ServiceVerdict) -> String {
    let reached = report.exposure.findings.iter();
    let reached = reached.filter(|of| of.foreign && of.service.id == line.service.id);
    let mut best: BTreeMap<&str, Certainty> = BTreeMap::new();
    for of in reached {
        let known = best.entry(of.jurisdiction.as_deref().unwrap_or("?")).or_insert(of.certainty);
        *known = (*known).min(of.certainty);
    }
    if best.is_empty() {
        return report.lang.report_no_exposure();
    }
    let who = best.into_iter().map(|(who, certainty)| {
        let doubt = if certainty == Certainty::Possible && who != "?" { "\u{a0}?" } else { "" };
        format!("{who}{doubt}")
    });
    who.collect::<Vec<_>>().join(", ")
}

/// The proofs of what has ended, and of what countries stop, for certain and possibly.
fn proofs(press: &mut Press, report: &Report) {
    let lang = report.lang;
    let findings = &report.jurisdictions.findings;
    let named: Vec<&SinglePoint> = findings.iter().filter(|of| of.event_kind.is_named()).collect();
    let ended = &report.jurisdictions.ended;
    if named.is_empty() && ended.is_empty() {
        return;
    }
    press.chapter(&lang.report_proofs());
    press.prose(&lang.proof_note());
    for of in ended {
        let (what, since) = (ended::things(lang, of), ended::verdict(lang, of));
        press.section(&format!("{} · {what} · {since}", of.service.name));
        steps(press, lang, &of.witness.steps);
    }
    for of in named {
        let certainty = phrases::certainty(lang, of.certainty);
        let when = stop_times(lang, of);
        press.section(&format!("{} · {} · {when} · {certainty}", of.service_name, of.event_name));
        steps(press, lang, &of.witness.steps);
        if !of.hangs_on.is_empty() {
            let facts = lang.hangs_on(&phrases::unknowns(lang, &of.hangs_on));
            press.text(&facts, Font::regular(8.0), Ink::Quiet, 6.0);
        }
    }
}

fn steps(press: &mut Press, lang: Lang, steps: &[Step]) {
    for (at, step) in steps.iter().enumerate() {
        let text = format!("{}. {}", at + 1, sentence(lang, step));
        press.text(&text, Font::regular(8.5), Ink::Text, 6.0);
        press.text(&proof_of(lang, &step.provenance), Font::regular(7.0), Ink::Quiet, 20.0);
    }
}

fn maps(press: &mut Press, report: &Report, plates: &[Plate]) -> Result<(), PaperError> {
    let (lang, fonts) = (report.lang, fonts());
    for (at, plate) in plates.iter().enumerate() {
        let title = if at == 0 { lang.report_nav_map() } else { plate.title.clone() };
        press.plate(&title, tree(&plate.svg, &fonts)?, usize::from(at > 0));
    }
    let left_out = (report.overview.services.len() + 1).saturating_sub(plates.len());
    if left_out > 0 && !plates.is_empty() {
        press.new_page();
        press.prose(&lang.report_maps_left_out(left_out));
    }
    Ok(())
}

fn list(press: &mut Press, of: &Document) {
    press.chapter(&of.title);
    for fact in &of.facts {
        press.text(fact, Font::regular(8.0), Ink::Quiet, 0.0);
    }
    for section in &of.sections {
        press.section(&section.heading);
        if section.items.is_empty() {
            press.prose(&of.lang.nothing());
        }
        for item in &section.items {
            match item {
                Item::Heading(text) => press.heading(text),
                Item::Line(text) => press.prose(text.trim()),
                Item::Table(table) => press.table(table, of.lang),
            }
        }
    }
}

fn method(press: &mut Press, report: &Report) {
    let lang = report.lang;
    press.chapter(&lang.report_method());
    for text in method_texts(lang) {
        press.prose(&text);
    }
    press.section(&lang.report_assumptions());
    for text in assumptions(report, lang) {
        press.prose(&text);
    }
    press.section(&lang.report_sources());
    let (sources, without) = sources(report);
    if without > 0 {
        press.prose(&lang.report_sourceless(without));
    }
    for (source, uses) in sources {
        let text = format!("{source} ({})", lang.report_source_uses(uses));
        press.text(&text, Font::regular(7.5), Ink::Text, 6.0);
    }
    press.skip(6.0);
    press.text(&lang.report_made_by(&report.version), Font::regular(8.0), Ink::Quiet, 0.0);
}
