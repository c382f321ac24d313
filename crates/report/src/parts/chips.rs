//! Chips: who, and when, as on the maps.

use maud::{Markup, html};
use trefonds_export::lists::ended::{things, verdict};
use trefonds_findings::{Certainty, EndedService, ExposureFinding, SinglePoint, SurvivalTimes};
use trefonds_lang::Lang;

/// How a chip looks: full at once, outlined later, dashed possibly.
const fn look(certainty: Certainty, times: SurvivalTimes) -> &'static str {
    match (certainty, times.settled) {
        (Certainty::Certain, Some(0)) => "chip now",
        (Certainty::Certain, _) => "chip later",
        (Certainty::Possible, _) => "chip maybe",
    }
}

/// Who stops a service, and when.
pub(super) fn stops(lang: Lang, finding: &SinglePoint) -> Markup {
    let times = finding.survival_minutes;
    let text = match finding.certainty {
        Certainty::Certain => {
            format!("{} {}", finding.event_name, lang.duration(times.settled))
        }
        Certainty::Possible => {
            format!("{} ? {}", finding.event_name, lang.duration(times.careful))
        }
    };
    html! { span class=(look(finding.certainty, times)) { (text) } " " }
}

/// That a service is down, or will be, from what has ended.
pub(super) fn ended(lang: Lang, of: &EndedService) -> Markup {
    let look = if of.minutes <= 0 { "chip now" } else { "chip later" };
    html! { span class=(look) title=(things(lang, of)) { (verdict(lang, of)) } " " }
}

/// So many unknown facts would stop it.
pub(super) fn unknown(lang: Lang, count: usize) -> Markup {
    html! {
        @if count > 0 {
            span.chip.maybe { "? " (lang.report_unknown_controllers(count)) } " "
        }
    }
}

/// The countries that reach the data of a service, each once, the most certain of its findings.
pub(super) fn reaches(findings: &[&ExposureFinding]) -> Markup {
    let mut seen: Vec<(&str, Certainty)> = Vec::new();
    for finding in findings {
        let who = finding.jurisdiction.as_deref().unwrap_or("?");
        match seen.iter_mut().find(|(known, _)| *known == who) {
            Some((_, certainty)) => *certainty = (*certainty).min(finding.certainty),
            None => seen.push((who, finding.certainty)),
        }
    }
    html! {
        @for (who, certainty) in seen {
            @match certainty {
                Certainty::Certain => { span.chip.reach { (who) } " " }
                Certainty::Possible if who == "?" => { span.chip.reach.maybe { "?" } " " }
                Certainty::Possible => { span.chip.reach.maybe { (who) "\u{a0}?" } " " }
            }
        }
    }
}
