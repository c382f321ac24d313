//! Who can break what: faults, never among the withdrawals.

use maud::{Markup, html};
use trefonds_lang::Lang;

use super::controllers::level;
use super::id;
use crate::Report;

/// The question and how much is known of it, always; the lists where that is enough.
pub(crate) fn breaks(report: &Report, lang: Lang) -> Markup {
    let faults = &report.faults;
    let names = [lang.report_level_controllers(), lang.report_level_entities()];
    html! {
        section id=(id(lang, "breaks")) {
            h2 { (lang.report_breaks()) }
            p.quiet { (lang.fault_question()) }
            p { (faults.coverage(lang)) }
            @if faults.are_known() {
                @for (name, points) in names.iter().zip(faults.levels()) { (level(lang, name, points)) }
            } @else {
                p { (faults.not_known(lang)) }
            }
        }
    }
}
