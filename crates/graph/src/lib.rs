//! From a valid model to findings: the two questions of the semantics, in both readings.
//!
//! *Continuity* ("can they stop it?") propagates failures up the hard requirements, redundancy
//! considered ([`Analysis::single_points`]). *Exposure* ("can they reach it?") collects, over all
//! that a service rests on, the data that a law reaches ([`Analysis::exposure`]). Nothing here reads
//! a file, and nothing can fail on a valid model.
//!
//! [`Analysis::new`] settles what depends on the day; every question is a method, one file each.

mod blast;
mod build;
mod channels;
mod circuit;
mod coincidence;
mod control;
mod coverage;
mod cut_sets;
mod describe;
mod ended;
mod equations;
mod events;
mod exposure;
mod hands;
#[cfg(test)]
mod laws;
mod lookup;
mod map;
mod masks;
mod memo;
mod names;
mod order;
mod overview;
mod questions;
mod rank;
mod reach;
mod resolution;
mod search;
mod single_points;
mod spread;
mod stakes;
mod standing;
mod stop_formula;
mod stops;
mod survival;
mod unknowns;
mod upward;
mod what_if;
mod witness;

pub use blast::Blast;
pub use build::Options;
pub use cut_sets::CutHead;
pub use lookup::UnknownHandle;
pub use map::{Collapse, MapOptions};
pub use names::{NamedKind, NamedThing};
pub use rank::RankOptions;
pub use single_points::{Detail, SinglePointOptions};
pub use stop_formula::{StopFormula, StopGate, StopInput, StopOptions};
pub use stops::{Reliance, Stop};
pub use trefonds_declare::{facts, requirement_line};
pub use what_if::{NameFault, Scenario, Withdrawal};

use std::sync::Arc;

use trefonds_findings::DayFrom;
use trefonds_model::{ComponentIx, Date, Inventory, Jurisdiction, Layer};

/// An inventory on one day, ready for every question.
pub struct Analysis<'m> {
    model: &'m Inventory,
    day: Option<Date>,
    day_from: Option<DayFrom>,
    home: Vec<Jurisdiction>,
    unknowns: unknowns::Unknowns,
    entities: Vec<build::EntityFacts>,
    stakes: stakes::Stakes,
    settled: Arc<control::Control>,
    careful: Arc<control::Control>,
    sites: Vec<channels::SiteFacts>,
    standing: standing::Standing,
    /// Whether the arguable rules of a law on denial reach, by law.
    contested: Vec<unknowns::UnknownIx>,
    ended: ended::EndedTimes,
    circuit: circuit::Circuit<'m>,
    order: order::Order,
    tallies: Vec<build::Tally>,
    channels: channels::Channels,
    inverted: build::Inverted,
    /// What laws reach, worked out when asked for.
    reaches: reach::Reaches,
}

impl Analysis<'_> {
    /// The business services that are there on the day, in file order.
    fn services(&self) -> Vec<ComponentIx> {
        self.present_components()
            .filter(|component| self.model.component(*component).layer == Layer::Service)
            .collect()
    }

    fn present_components(&self) -> impl Iterator<Item = ComponentIx> + '_ {
        let all = (0..self.model.components.len() as u32).map(ComponentIx);
        all.filter(|component| self.standing.is_present(*component))
    }

    /// The components that are there on the day, and those that are needed though they are not.
    fn standing_components(&self) -> impl Iterator<Item = ComponentIx> + '_ {
        let all = (0..self.model.components.len() as u32).map(ComponentIx);
        all.filter(|component| self.standing.counts(*component))
    }

    fn control(&self, reading: trefonds_findings::Reading) -> &control::Control {
        match reading {
            trefonds_findings::Reading::Settled => &self.settled,
            trefonds_findings::Reading::Careful => &self.careful,
        }
    }

    /// Whether a country is outside home.
    fn is_foreign_country(&self, country: trefonds_model::Country) -> bool {
        !self.home.iter().any(|home| home.covers(country, self.day))
    }
}
