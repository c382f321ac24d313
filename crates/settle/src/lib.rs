//! What is settled of an inventory on one day: the numbers that every question is asked of.
//!
//! From a valid model: control of legal entities, the channels by which a component can be stopped, the
//! circuit of requirements, what has ended, what is not known and whom it could be, the events, and the
//! solvers of times over all of these. No text, no places in words: whoever asks tells.

pub mod build;
mod cause;
pub mod channels;
mod circles;
pub mod circuit;
pub mod control;
pub mod denial;
pub mod ended;
pub mod events;
mod find;
mod gaps;
pub mod hands;
#[cfg(test)]
mod laws;
pub mod masks;
pub mod memo;
pub mod order;
mod outages;
pub mod proof;
pub mod reach;
pub mod repairs;
pub mod search;
pub mod sites;
pub mod spread;
pub mod stakes;
pub mod standing;
pub mod stop_formula;
pub mod survival;
pub mod unknowns;
pub mod upward;
pub mod withdrawal;

pub use build::Options;
pub use stop_formula::{StopFormula, StopGate, StopInput, StopOptions};
pub use withdrawal::{UnknownHandle, Withdrawal};

use std::sync::Arc;

use trefonds_model::{ComponentIx, Date, DayFrom, Inventory, Jurisdiction, Layer};

/// An inventory on one day, ready for every question. Valid by construction: its parts are read, never set.
pub struct Settled<'m> {
    model: &'m Inventory,
    question: trefonds_model::Question,
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
    /// Whether rules reach that are contested or not confirmed, by law.
    doubtful_laws: Vec<unknowns::UnknownIx>,
    ended: ended::EndedTimes,
    circuit: circuit::Circuit<'m>,
    /// The order in which components settle, worked out when asked for.
    order: std::sync::OnceLock<order::Order>,
    /// The order of time, worked out when asked for.
    hard_order: std::sync::OnceLock<order::HardOrder>,
    repairs: repairs::Repairs,
    tallies: Vec<build::Tally>,
    channels: channels::Channels,
    inverted: build::Inverted,
    /// What laws reach, worked out when asked for.
    reaches: reach::Reaches,
    /// Which components laws on denial mean, worked out when asked for.
    meanings: denial::Meanings,
    index: find::Index,
}

impl<'m> Settled<'m> {
    /// The inventory.
    #[must_use]
    pub const fn model(&self) -> &'m Inventory {
        self.model
    }
    /// What is asked of events.
    #[must_use]
    pub const fn question(&self) -> trefonds_model::Question {
        self.question
    }
    /// The day of the results.
    #[must_use]
    pub const fn day(&self) -> Option<Date> {
        self.day
    }
    /// Where that day comes from.
    #[must_use]
    pub const fn day_from(&self) -> Option<DayFrom> {
        self.day_from
    }
    /// The trusted jurisdictions.
    #[must_use]
    pub fn home(&self) -> &[Jurisdiction] {
        &self.home
    }
    /// Every fact that is not known.
    #[must_use]
    pub const fn unknowns(&self) -> &unknowns::Unknowns {
        &self.unknowns
    }
    /// What is known of each legal entity.
    #[must_use]
    pub fn entities(&self) -> &[build::EntityFacts] {
        &self.entities
    }
    /// Who holds what of whom.
    #[must_use]
    pub const fn stakes(&self) -> &stakes::Stakes {
        &self.stakes
    }
    /// What is known of each site.
    #[must_use]
    pub fn sites(&self) -> &[channels::SiteFacts] {
        &self.sites
    }
    /// Which components are there, and which are needed and down.
    #[must_use]
    pub const fn standing(&self) -> &standing::Standing {
        &self.standing
    }
    /// The requirements.
    #[must_use]
    pub const fn circuit(&self) -> &circuit::Circuit<'m> {
        &self.circuit
    }
    /// The order in which components settle.
    #[must_use]
    pub fn order(&self) -> &order::Order {
        let components = self.model.components.len();
        self.order.get_or_init(|| order::Order::new(&self.circuit, components))
    }
    /// What brings components back.
    #[must_use]
    pub const fn repairs(&self) -> &repairs::Repairs {
        &self.repairs
    }
    /// How many facts each component calls for, and how many are known.
    #[must_use]
    pub fn tallies(&self) -> &[build::Tally] {
        &self.tallies
    }
    /// Every channel.
    #[must_use]
    pub const fn channels(&self) -> &channels::Channels {
        &self.channels
    }
    /// The channels by what stands at their far end.
    #[must_use]
    pub const fn inverted(&self) -> &build::Inverted {
        &self.inverted
    }
}

impl Settled<'_> {
    /// The business services that are there on the day, in file order.
    pub fn services(&self) -> Vec<ComponentIx> {
        self.present_components()
            .filter(|component| self.model().component(*component).layer == Layer::Service)
            .collect()
    }

    /// The components that are there on the day, in file order.
    pub fn present_components(&self) -> impl Iterator<Item = ComponentIx> + '_ {
        let all = (0..self.model().components.len() as u32).map(ComponentIx);
        all.filter(|component| self.standing().is_present(*component))
    }

    /// The components that are there on the day, and those that are needed though they are not.
    pub fn standing_components(&self) -> impl Iterator<Item = ComponentIx> + '_ {
        let all = (0..self.model().components.len() as u32).map(ComponentIx);
        all.filter(|component| self.standing().counts(*component))
    }

    /// The order of time: circles of hard requirements.
    pub(crate) fn hard_order(&self) -> &order::HardOrder {
        let components = self.model.components.len();
        self.hard_order.get_or_init(|| order::HardOrder::new(&self.circuit, components))
    }

    /// Who controls whom in a reading.
    pub fn control(&self, reading: trefonds_model::Reading) -> &control::Control {
        match reading {
            trefonds_model::Reading::Settled => &self.settled,
            trefonds_model::Reading::Careful => &self.careful,
        }
    }

    /// Which facts hold on the day.
    pub fn calendar(&self) -> unknowns::Calendar<'_> {
        unknowns::Calendar { notes: &self.model.notes, day: self.day }
    }

    /// Whether a jurisdiction is outside home.
    pub fn is_foreign_jurisdiction(&self, jurisdiction: Jurisdiction) -> bool {
        !jurisdiction.is_within(&self.home, self.day)
    }

    /// Whether a country is outside home.
    pub fn is_foreign_country(&self, country: trefonds_model::Country) -> bool {
        !self.home().iter().any(|home| home.covers(country, self.day()))
    }
}
