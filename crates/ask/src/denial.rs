//! Laws by which a withdrawal could be ordered.

use trefonds_findings::{Certainty, LawReach, Named};
use trefonds_model::{Effect, LawIx};
use trefonds_settle::events::Event;
use trefonds_settle::proof::{Edge, Proof};
use trefonds_settle::reach::Reached;

use crate::Analysis;

impl Analysis<'_> {
    /// Laws of denial that deny the channels of a proof, targets and spares regarded: those of the country when the event is
    /// one, else those of any jurisdiction. The firmest first.
    pub(crate) fn denial_laws(&self, proof: &Proof) -> Vec<LawReach> {
        let calendar = self.calendar();
        let mut found: Vec<LawReach> = Vec::new();
        for (at, law) in (0..).map(LawIx).zip(&self.model().laws) {
            if law.effect != Effect::Denial {
                continue;
            }
            let of_the_event = match proof.event {
                Event::Country(country) => law.jurisdiction.covers(country, self.day()),
                _ => true,
            };
            if !of_the_event || !calendar.holds(law.note) {
                continue;
            }
            let ways = proof.edges.iter().filter_map(|edge| match edge {
                Edge::Channel(entry) => self.denies(at, *entry)?.best(),
                _ => None,
            });
            found.extend(ways.min_by_key(Reached::key).map(|reached| LawReach {
                law: Named { id: self.text(law.id), name: self.text(law.name.unwrap_or(law.id)) },
                jurisdiction: law.jurisdiction.code().to_owned(),
                grade: reached.grade,
                certainty: if reached.certain { Certainty::Certain } else { Certainty::Possible },
            }));
        }
        found.sort_by(|a, b| (a.certainty, a.grade, &a.law).cmp(&(b.certainty, b.grade, &b.law)));
        found
    }
}
