//! The numbers that the page, the cover and the workbook begin with.

use std::collections::BTreeSet;

use trefonds_findings::Certainty;

use crate::Report;

/// How many services are down, stoppable or exposed.
pub(crate) struct Figures {
    /// All services.
    pub(crate) services: usize,
    /// Down already, or soon, from what has ended.
    pub(crate) ended: usize,
    /// Stoppable by somebody foreign for certain.
    pub(crate) stoppable: usize,
    /// Only possibly.
    pub(crate) maybe_stoppable: usize,
    /// Only if somebody and an unknown fact, or two, are one hand.
    pub(crate) one_hand: usize,
    /// Their data can be reached from abroad for certain.
    pub(crate) exposed: usize,
    /// Only possibly.
    pub(crate) maybe_exposed: usize,
}

impl Figures {
    /// The numbers of a report. Time O(n log n) in its findings.
    pub(crate) fn of(report: &Report) -> Self {
        let lines = &report.jurisdictions.services;
        let maybe = lines.iter().filter(|line| line.certain == 0);
        let (possible, nobody): (Vec<_>, Vec<_>) =
            maybe.partition(|line| line.possible + line.unknown > 0);
        let exposed = exposed(report, Certainty::Certain);
        Self {
            services: report.overview.services.len(),
            ended: report.jurisdictions.ended.len(),
            stoppable: lines.len() - possible.len() - nobody.len(),
            maybe_stoppable: possible.len(),
            one_hand: nobody.iter().filter(|line| line.one_hand > 0).count(),
            maybe_exposed: self::exposed(report, Certainty::Possible).difference(&exposed).count(),
            exposed: exposed.len(),
        }
    }
}

fn exposed(report: &Report, certainty: Certainty) -> BTreeSet<&str> {
    let findings = report.exposure.findings.iter();
    let findings = findings.filter(|of| of.foreign && of.certainty == certainty);
    findings.map(|of| of.service.id.as_str()).collect()
}
