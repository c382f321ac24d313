//! What each law on denial could stop, alone: the what-if of that law, put together.

use rayon::prelude::*;
use trefonds_findings::{Denials, DeniedTo, Force, LawDays, LawDenial, Named};
use trefonds_model::{Date, Denied, Effect, LawIx, Minutes, Validity};

use crate::single_points::Detail;
use crate::{Analysis, Scenario, Withdrawal};

impl Analysis<'_> {
    /// The laws on denial: those in force on the day, then the others, each in the order of the files.
    #[must_use]
    pub fn denial_laws_of_all(&self) -> Vec<LawIx> {
        let laws = (0..).map(LawIx).zip(&self.model().laws);
        let denial = laws.filter(|(_, law)| law.effect == Effect::Denial);
        let (now, other): (Vec<_>, Vec<_>) = denial.partition(|(_, law)| self.is_in_force(law));
        now.into_iter().chain(other).map(|(at, _)| at).collect()
    }

    /// What laws on denial could stop by the horizon, each alone; a law on access is passed over.
    ///
    /// A what-if each.
    #[must_use]
    pub fn denials(&self, laws: &[LawIx], by: Option<Minutes>) -> Denials {
        let all = self.denial_laws_of_all().into_iter().filter(|law| laws.contains(law));
        let all: Vec<LawIx> = all.collect();
        Denials {
            head: self.head(),
            coverage: self.coverage(&self.services()).all,
            by_minutes: by.map(|by| by.0),
            ended: self.ended_services(by),
            laws: all.par_iter().map(|law| self.law_denial(*law, by)).collect(),
        }
    }

    fn law_denial(&self, of: LawIx, by: Option<Minutes>) -> LawDenial {
        let law = self.model().law(of);
        let id = self.text(law.id);
        let withdrawals = vec![(id.clone(), Withdrawal::Law(of))];
        let detail = Detail::Summary;
        let result = self.what_if(&Scenario { withdrawals, by, detail, ..Scenario::default() });
        let touched = result.withdrawn.first();
        LawDenial {
            law: Named { id, name: self.text(law.name.unwrap_or(law.id)) },
            jurisdiction: law.jurisdiction.code().to_owned(),
            foreign: self.is_foreign_jurisdiction(law.jurisdiction),
            days: self.law_days(of),
            targets: law.targets.iter().map(|(denied, _)| self.denied_to(*denied)).collect(),
            spares: law.spares.iter().map(|(denied, _)| self.denied_to(*denied)).collect(),
            provenance: self.provenance(law.at, law.note),
            components: touched.map_or(0, |it| it.components),
            possible_components: touched.map_or(0, |it| it.possible_components),
            degraded: result.degraded.len() as u32,
            held: result.held.into_iter().map(|held| held.service).collect(),
            untouched: result.untouched.len() as u32,
            stopped: result.stopped,
        }
    }

    fn denied_to(&self, denied: Denied) -> DeniedTo {
        match denied {
            Denied::Organisation => DeniedTo::Organisation,
            Denied::Entity(entity) => DeniedTo::Entity { entity: self.entity_named(entity) },
        }
    }

    /// Whether a law is in force on the day, and its days: where it holds and none of its rules does, those of
    /// its rules.
    pub(crate) fn law_days(&self, of: LawIx) -> LawDays {
        let law = self.model().law(of);
        let validity = |note| self.model().notes.get(note).validity;
        let Validity { from, until } = validity(law.note);
        let told = |force, from: Option<Date>, until: Option<Date>| LawDays {
            force,
            from: from.map(|day| day.to_string()),
            until: until.map(|day| day.to_string()),
        };
        let Some(day) = self.day().filter(|_| !self.is_in_force(law)) else {
            return told(Force::InForce, from, until);
        };
        if from.is_some_and(|from| day < from) {
            return told(Force::NotYet, from, until);
        }
        if until.is_some_and(|until| until < day) {
            return told(Force::NoMore, from, until);
        }
        let rules = || law.reaches.iter().map(|rule| validity(rule.note));
        let first = rules().map(|rule| rule.from.filter(|from| day < *from)).min().flatten();
        let last = rules().map(|rule| rule.until.filter(|until| *until < day)).min().flatten();
        let (all_later, all_over) = (first.is_some(), last.is_some());
        match (all_later, all_over) {
            (true, _) => told(Force::NotYet, first, until),
            (_, true) => told(Force::NoMore, from, rules().filter_map(|rule| rule.until).max()),
            _ => told(Force::NoRule, from, until),
        }
    }
}
