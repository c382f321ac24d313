//! What is said of each service.

use trefonds_findings::{Certainty, Exposure, Level, QuestionKind, ServiceVerdict, SinglePoints};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::{Item, Section};
use super::ended;
use super::table::{Rows, Sheet};

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
    let left =
        Left { one_hand: line.one_hand, complete: points.one_hand_complete, ended: line.ended > 0 };
    let fault = points.head.question == QuestionKind::Fault;
    match (line.certain, line.possible + line.unknown) {
        (n, _) if fault && n > 0 => lang.verdict_breakable(n),
        _ if fault && line.coverage.percent < HALF => lang.verdict_not_known(line.coverage.percent),
        (0, 0) if fault && left.is_clean() => lang.verdict_no_fault(),
        (0, n) if fault && n > 0 => lang.verdict_perhaps_breakable(),
        (0, 0) if points.level == Level::Component => lang.nothing(),
        (0, 0) => left.verdict(lang),
        (0, _) => lang.verdict_possible(),
        (n, _) => lang.verdict_stoppable(n),
    }
}

/// Below so many percent of what tells who can break a service, no verdict is given.
pub const HALF: u32 = 50;

/// What is left of a service that nobody stops alone, as far as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    /// How many findings are possible in one hand.
    pub(crate) one_hand: u32,
    /// Whether all of these were looked for.
    pub(crate) complete: bool,
    /// Whether something has ended that stops it.
    pub(crate) ended: bool,
}

impl Left {
    /// The clean words stand only where nothing is left.
    pub(crate) fn verdict(self, lang: Lang) -> String {
        match self.one_hand {
            0 if !self.complete => lang.verdict_not_looked_for(),
            0 if self.ended => lang.report_none_known(),
            0 => lang.no_foreign_single_point(),
            n => lang.verdict_one_hand(n as usize),
        }
    }

    /// Whether nothing is left.
    pub(crate) const fn is_clean(self) -> bool {
        self.one_hand == 0 && self.complete && !self.ended
    }

    /// Whether nothing is left but what has ended, which is said already.
    pub(crate) const fn is_only_ended(self) -> bool {
        self.one_hand == 0 && self.complete && self.ended
    }
}

pub(super) fn section(points: &SinglePoints, lang: Lang) -> Section {
    let table = Rows::of(&points.services)
        .column(lang.column_service(), |line| &line.service.name)
        .column(lang.column_id(), |line| &line.service.id)
        .column(lang.column_criticality(), |line| line.criticality)
        .column(lang.column_verdict(), |line| verdict(lang, points, line))
        .column(lang.column_certain(), |line| line.certain)
        .column(lang.column_possible(), |line| line.possible)
        .column(lang.column_one_hand(), |line| line.one_hand)
        .column(lang.column_unknown(), |line| line.unknown)
        .column(lang.column_coverage(), |line| Cell::Percent(line.coverage.percent))
        .table();
    Section { heading: lang.section_services(), items: vec![Item::Table(table)] }
}

/// Who can stop each service and reach its data, in numbers, as a sheet of a workbook.
#[must_use]
pub fn sheet(points: &SinglePoints, exposure: &Exposure, lang: Lang) -> Sheet {
    let reached = |line: &ServiceVerdict, certainty| {
        let findings = exposure.findings.iter().filter(|of| of.foreign);
        let findings =
            findings.filter(|of| of.service.id == line.service.id && of.certainty == certainty);
        let mut who: Vec<&str> =
            findings.map(|of| of.jurisdiction.as_deref().unwrap_or("?")).collect();
        who.sort_unstable();
        who.dedup();
        who.join(", ")
    };
    Rows::of(&points.services)
        .column(lang.column_service(), |line| &line.service.name)
        .wide(40)
        .column(lang.sheet_id(), |line| &line.service.id)
        .wide(24)
        .column(lang.column_criticality(), |line| line.criticality)
        .wide(12)
        .column(lang.column_verdict(), |line| verdict(lang, points, line))
        .wide(36)
        .column(lang.sheet_stop_certain(), |line| line.certain)
        .wide(14)
        .column(lang.sheet_stop_possible(), |line| line.possible)
        .wide(14)
        .column(lang.sheet_one_hand(), |line| line.one_hand)
        .wide(14)
        .column(lang.sheet_stop_unknown(), |line| line.unknown)
        .wide(14)
        .column(lang.sheet_data_certain(), |line| reached(line, Certainty::Certain))
        .wide(20)
        .column(lang.sheet_data_possible(), |line| reached(line, Certainty::Possible))
        .wide(20)
        .column(lang.column_coverage(), |line| Cell::Percent(line.coverage.percent))
        .wide(12)
        .sheet(lang.report_nav_services())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clean_words_stand_only_where_nothing_is_left() {
        for one_hand in [0, 1, 3] {
            for (complete, ended) in [(true, true), (true, false), (false, true), (false, false)] {
                let clean = one_hand == 0 && complete && !ended;
                for lang in [Lang::En, Lang::Fr] {
                    let words = Left { one_hand, complete, ended }.verdict(lang);
                    assert_eq!(words == lang.no_foreign_single_point(), clean, "{words}");
                }
            }
        }
    }
}
