//! What an information system is made of, as typed facts: components in layers, requirements,
//! legal entities, sites, laws. No input or output, no text for users.
//!
//! An [`Inventory`] is valid by construction of its reader: every index points at something that
//! exists. What is *not said*, *declared none* and *undisclosed* stay three different things in
//! every [`Stated`]. Names live in one table ([`Texts`]); every fact that a result may cite carries
//! its [`Span`](trefonds_source::Span).

mod alternative;
mod apply;
mod component;
mod duration;
mod entity;
mod fact_kind;
mod hidden;
mod identifier;
mod inventory;
mod jurisdiction;
mod law;
mod note;
mod question;
mod requirement;
mod source;
mod stated;
mod text;

pub use alternative::{Alternative, AlternativeIx, Changes, StandIn, Terms};
pub use component::{
    Change, ChangeWay, Component, Criticality, Data, DataForm, Layer, Location, NeedsPlaces,
    OnWithdrawal, Party, Place, Recovery, Supply,
};
pub use duration::Minutes;
pub use entity::{ControlLink, CountryFact, Entity, Holder, Holding, Share, Site};
pub use fact_kind::{Desk, FactKind, Why};
pub use hidden::{Hidden, Who};
pub use identifier::Identifier;
pub use inventory::{ComponentIx, EntityIx, Inventory, LawIx, RootPlaces, SiteIx};
pub use jurisdiction::{Country, Jurisdiction, Union};
pub use law::{Channel, Denied, Effect, Grade, Law, Link, ReachRule};
pub use note::{Note, NoteIx, Notes, Validity, Verification};
pub use question::{DayFrom, EventKind, Level, Question, Reach, Reading, is_earlier};
pub use requirement::{Need, Requirement};
pub use source::{Source, SourceRef};
pub use stated::{HiddenIx, Rest, Stated};
pub use text::{Text, Texts};

/// A calendar day.
pub type Date = jiff::civil::Date;
