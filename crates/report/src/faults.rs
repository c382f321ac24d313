//! Who can break what: a question of its own, beside withdrawals and never among them.

use trefonds_export::lists::{Document, HALF, Listed};
use trefonds_findings::{EventKind, SinglePoints};
use trefonds_lang::Lang;

/// Whose faults break services, and how much is known of that.
#[derive(Clone, Debug)]
pub struct Faults {
    /// Legal entities, each alone.
    pub entities: SinglePoints,
    /// Ultimate controllers, with all that they control.
    pub controllers: SinglePoints,
}

impl Faults {
    /// Both levels, those with less above them first.
    pub(crate) const fn levels(&self) -> [&SinglePoints; 2] {
        [&self.controllers, &self.entities]
    }

    /// Whether so much of what tells is declared that a list is worth anything.
    pub(crate) const fn are_known(&self) -> bool {
        self.entities.coverage.percent >= HALF
    }

    /// How much is known of who can break a service.
    pub(crate) fn coverage(&self, lang: Lang) -> String {
        let coverage = self.entities.coverage;
        lang.report_breaks_coverage(coverage.percent, coverage.declared, coverage.called_for)
    }

    /// That it is not known, with how many are certain all the same.
    pub(crate) fn not_known(&self, lang: Lang) -> String {
        let certain = |level: &SinglePoints| {
            let named = level.events.iter().filter(|it| it.kind != EventKind::Ended);
            named.filter(|it| !it.certain_services.is_empty()).count()
        };
        let [controllers, entities] = self.levels().map(certain);
        lang.report_breaks_not_known(controllers, entities)
    }

    /// The lists where enough is known; else that it is not.
    pub(crate) fn documents(&self, lang: Lang) -> Vec<Document> {
        if self.are_known() {
            return self.levels().map(|level| level.document(lang)).to_vec();
        }
        let facts = vec![lang.fault_question(), self.coverage(lang), self.not_known(lang)];
        vec![Document { lang, title: lang.report_breaks(), facts, sections: Vec::new() }]
    }
}
