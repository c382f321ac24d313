//! When services are down and back, in words and for machines; what cannot be mended.

use trefonds_findings::{Certainty, Outage, SurvivalTimes, Unmendable};
use trefonds_lang::Lang;

use super::document::Section;
use super::phrases;
use super::table::{Column, Rows, Sheet};

/// "4 h, for good", "interrupted from 4 h to 24 h; possibly 30 d, for good". Where nothing comes back,
/// the times alone: "30 d, possibly at once".
#[must_use]
pub fn down(lang: Lang, times: SurvivalTimes, outages: &[Outage]) -> String {
    if outages.is_empty() {
        return phrases::times(lang, times);
    }
    if outages == Outage::for_good(times) {
        return lang.outage_for_good(&phrases::times(lang, times));
    }
    let each: Vec<String> = outages.iter().map(|it| one(lang, it)).collect();
    each.join(phrases::semicolon(lang))
}

fn one(lang: Lang, it: &Outage) -> String {
    let from = lang.duration(Some(it.from_minutes));
    let text = match (it.until_minutes, it.from_minutes) {
        (None, _) => lang.outage_for_good(&from),
        (Some(until), 0) => lang.outage_until(&lang.duration(Some(until))),
        (Some(until), _) => lang.outage_between(&from, &lang.duration(Some(until))),
    };
    match it.certainty {
        Certainty::Certain => text,
        Certainty::Possible => lang.possibly(&text),
    }
}

/// The same for machines: `240-1440 43200-`, in minutes; what is possible with a `?`.
#[must_use]
pub fn key(outages: &[Outage]) -> String {
    let each = outages.iter().map(|it| {
        let until = it.until_minutes.map(|until| until.to_string()).unwrap_or_default();
        let doubt = if it.certainty == Certainty::Possible { "?" } else { "" };
        format!("{}-{until}{doubt}", it.from_minutes)
    });
    each.collect::<Vec<_>>().join(" ")
}

const COMPONENT: Column<Unmendable> =
    Column::new(Lang::column_component, 36, |it, _| (&it.component.name).into());
const CERTAINTY: Column<Unmendable> =
    Column::new(Lang::column_certainty, 11, |it, _| it.certainty.into());
const NEEDS: Column<Unmendable> =
    Column::new(Lang::column_repair_needs, 36, |it, _| (&it.needs.name).into());
const CIRCLE: Column<Unmendable> =
    Column::new(Lang::column_circle, 60, |it, lang| circle(lang, it).into());
const PLACE: Column<Unmendable> =
    Column::new(Lang::column_where, 40, |it, _| (&it.provenance.at).into());

const COLUMNS: [Column<Unmendable>; 5] = [COMPONENT, CERTAINTY, NEEDS, CIRCLE, PLACE];

/// "portal → directory": from what a repair needs down to what is to be mended.
#[must_use]
pub fn circle(lang: Lang, it: &Unmendable) -> String {
    let names: Vec<&str> = it.circle.iter().map(|it| it.name.as_str()).collect();
    if names.is_empty() { lang.repair_never_back() } else { names.join(" → ") }
}

/// What cannot be mended, as a sheet of a workbook; none where everything can.
#[must_use]
pub fn sheet(lang: Lang, unmendable: &[Unmendable]) -> Option<Sheet> {
    let sheet = Rows::of(unmendable).columns(lang, &COLUMNS).sheet(lang.sheet_unmendable());
    (!unmendable.is_empty()).then_some(sheet)
}

/// What cannot be mended; nothing where there is none.
#[must_use]
pub fn section(lang: Lang, unmendable: &[Unmendable]) -> Option<Section> {
    let section = Rows::of(unmendable).columns(lang, &COLUMNS).section(lang.section_unmendable());
    (!unmendable.is_empty()).then_some(section)
}
