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

/// What is asked of an event: the three questions are never mixed, and exposure has no events.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// Can they stop it? Somebody withdraws all that it controls.
    #[default]
    Withdrawal,
    /// Can they break it? Somebody fails, or a change of theirs goes wrong or is hostile.
    Fault,
}

/// The levels of events.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A component fails.
    Component,
    /// A legal entity withdraws.
    Entity,
    /// A site fails: of faults only.
    Site,
    /// An ultimate controller withdraws all that it controls.
    Controller,
    /// A country withdraws all that it reaches.
    Jurisdiction,
}

impl Level {
    /// The levels of withdrawals.
    pub const ALL: [Self; 4] =
        [Self::Component, Self::Entity, Self::Controller, Self::Jurisdiction];

    /// The levels of faults: a country does not break.
    pub const OF_FAULTS: [Self; 4] = [Self::Component, Self::Entity, Self::Site, Self::Controller];

    /// The levels of a question.
    #[must_use]
    pub const fn of(question: Question) -> [Self; 4] {
        match question {
            Question::Withdrawal => Self::ALL,
            Question::Fault => Self::OF_FAULTS,
        }
    }

    /// Whether its events are neither home nor foreign: things, not parties.
    #[must_use]
    pub const fn is_of_things(self) -> bool {
        matches!(self, Self::Component | Self::Site)
    }
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
    /// A site.
    Site,
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

    /// Whether it is a thing, neither home nor foreign.
    #[must_use]
    pub const fn is_thing(self) -> bool {
        matches!(self, Self::Component | Self::Site)
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
