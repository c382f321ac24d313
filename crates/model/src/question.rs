//! The words in which an inventory is asked: readings, levels, kinds of events.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Channel;

/// The two readings of an inventory.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// Only what is declared counts.
    Settled,
    /// Every unknown is taken against us.
    Careful,
}

/// The four levels of withdrawal events.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A component fails.
    Component,
    /// A legal entity withdraws.
    Entity,
    /// An ultimate controller withdraws all that it controls.
    Controller,
    /// A country withdraws all that it reaches.
    Jurisdiction,
}

impl Level {
    /// All levels.
    pub const ALL: [Self; 4] =
        [Self::Component, Self::Entity, Self::Controller, Self::Jurisdiction];
}

/// What an event is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// A component.
    Component,
    /// A legal entity.
    Entity,
    /// An ultimate controller.
    Controller,
    /// A country.
    Jurisdiction,
    /// A fact that is not known, taken as a foreign controller of its own.
    Unknown,
    /// Something that has ended, and is still needed; neither home nor foreign.
    Ended,
}

impl EventKind {
    /// Whether somebody or something is named that withdraws: neither an unknown fact nor what has ended.
    #[must_use]
    pub const fn is_named(self) -> bool {
        !matches!(self, Self::Unknown | Self::Ended)
    }
}

/// Where the day of a result comes from; never the clock.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum DayFrom {
    /// It was asked for.
    Asked,
    /// The inventory says it: `as_of`.
    Inventory,
    /// It is the newest day on which a fact was verified.
    Verified,
}

/// How an event reaches a service.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Reach {
    /// The channel: `ownership` when a link of control stands between the party and the event.
    pub channel: Channel,
    /// The channel at the component, whatever stands above its party.
    pub through: Channel,
}

/// Whether something stops a service earlier than what has ended does, `ended` minutes after the day of the
/// result: then it is told as it is, else as if what has ended were back. `None` is never.
#[must_use]
pub fn is_earlier(time: Option<u32>, ended: i64) -> bool {
    time.is_some_and(|time| i64::from(time) < ended)
}
