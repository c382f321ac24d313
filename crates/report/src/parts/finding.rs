//! One finding with its proof.

use maud::{Markup, html};
use trefonds_export::lists::{phrases, proof_of, sentence, stop_times};
use trefonds_findings::{Certainty, SinglePoint, Step, UnknownFact};
use trefonds_lang::Lang;

/// A single point under a heading that names the other half of it: `what` is the half to name.
pub(super) fn finding(lang: Lang, of: &SinglePoint, what: &str) -> Markup {
    html! {
        details.finding {
            summary {
                span.what { (what) }
                span.when { (stop_times(lang, of)) }
                span.how { (phrases::channel(lang, of.channel, of.through)) }
                span class=(word_class(of.certainty)) { (phrases::certainty(lang, of.certainty)) }
                @if phrases::any_unverified(&of.witness.steps) {
                    span.mark { (lang.unverified()) }
                }
            }
            (proof(lang, &of.witness.steps))
            (hangs_on(lang, &of.hangs_on))
        }
    }
}

pub(super) const fn word_class(of: Certainty) -> &'static str {
    match of {
        Certainty::Certain => "word certain",
        Certainty::Possible => "word possible",
    }
}

/// The steps of a proof.
pub(super) fn proof(lang: Lang, steps: &[Step]) -> Markup {
    html! {
        ol.proof aria-label=(lang.report_proof()) {
            @for step in steps {
                li {
                    (sentence(lang, step))
                    span.place { (proof_of(lang, &step.provenance)) }
                }
            }
        }
        p.quiet.note { (lang.proof_note()) }
    }
}

/// The unknown facts that it hangs on.
pub(super) fn hangs_on(lang: Lang, facts: &[UnknownFact]) -> Markup {
    html! {
        @if !facts.is_empty() {
            p.hangs { (lang.hangs_on(&phrases::unknowns(lang, facts))) }
        }
    }
}
