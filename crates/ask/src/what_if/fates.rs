//! What happens to every component, for the map.

use trefonds_findings::{Certainty, Fate, Outcome};
use trefonds_model::ComponentIx;

use super::carriers::Aftermath;
use super::joint::EVERY;
use super::{Runs, Scenario};
use crate::Analysis;
use trefonds_settle::survival::World;

impl Analysis<'_> {
    /// The fate of every component, by index; `None` where nothing is hit.
    pub(crate) fn fates(&self, scenario: &Scenario) -> Vec<Option<Fate>> {
        let runs = Runs::new(self, scenario, EVERY, World::Now);
        let after = Aftermath::new(self, &runs.careful, &runs.stops.careful, runs.by);
        let all = (0..self.model().components.len() as u32).map(ComponentIx);
        if !self.standing().any_down() {
            return all.map(|component| runs.fate(component, &after)).collect();
        }
        // What the scenario does not stop earlier than what has ended does is told as if that were back.
        let back = Runs::new(self, scenario, EVERY, World::Back);
        let after_back = Aftermath::new(self, &back.careful, &back.stops.careful, back.by);
        all.map(|component| {
            let times = runs.stops.times(component);
            match self.told_in(component, times.settled.or(times.careful)) {
                World::Back => back.fate(component, &after_back),
                World::Now => runs.fate(component, &after),
            }
        })
        .collect()
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
