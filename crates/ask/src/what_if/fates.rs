//! What happens to every component, for the map.

use trefonds_findings::{Certainty, Fate, Outcome};
use trefonds_model::ComponentIx;

use super::carriers::Aftermath;
use super::{Runs, Scenario};
use crate::Analysis;

impl Analysis<'_> {
    /// The fate of every component, by index; `None` where nothing is hit.
    pub(crate) fn fates(&self, scenario: &Scenario) -> Vec<Option<Fate>> {
        let all = (0..self.model().components.len() as u32).map(ComponentIx);
        let mut fates = vec![None; self.model().components.len()];
        // What the scenario does not stop earlier than what has ended does is told as if that were back.
        for (runs, components) in self.runs_told(scenario, all) {
            let after = Aftermath::new(self, &runs.careful, &runs.stops.careful, runs.by);
            for component in components {
                fates[component.at()] = runs.fate(component, &after);
            }
        }
        fates
    }
}

impl Runs {
    /// The worst that is certain, else the worst that is possible.
    fn fate(&self, component: ComponentIx, after: &Aftermath<'_>) -> Option<Fate> {
        let (stops, degrades) = (self.stops.times(component), self.degrades.times(component));
        let fate = |outcome, certainty, minutes| Some(Fate { outcome, certainty, minutes });
        match () {
            () if self.is_by(stops.settled) => fate(Outcome::Stops, Certainty::Certain, stops),
            () if self.is_by(stops.careful) => fate(Outcome::Stops, Certainty::Possible, stops),
            () if self.is_by(degrades.settled) => {
                fate(Outcome::Degrades, Certainty::Certain, degrades)
            }
            () if self.is_by(degrades.careful) => {
                fate(Outcome::Degrades, Certainty::Possible, degrades)
            }
            () if after.is_hit(component) => fate(Outcome::Holds, Certainty::Certain, stops),
            () => None,
        }
    }
}
