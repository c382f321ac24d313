use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::Layer;

use crate::{Certainty, Coverage, Head, Named, Provenance, UnknownFact};

/// What a line of a resolution is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ResolvedKind {
    /// A component of this layer.
    Component(Layer),
    /// A site.
    Site,
    /// A legal entity that is a party of a channel.
    Entity,
    /// An entity above one of them.
    Controller,
    /// A country.
    Jurisdiction,
}

/// One thing that the subject rests on, or that rests on the subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ResolvedItem {
    /// What it is.
    pub kind: ResolvedKind,
    /// Which.
    pub thing: Named,
    /// The country: of incorporation, or where it stands.
    pub country: Option<String>,
    /// Whether it is outside home, where that means something.
    pub foreign: Option<bool>,
    /// Certain, or possible once unknowns are taken against us.
    pub certainty: Certainty,
    /// Fewest steps away.
    pub steps: u32,
    /// Where a shortest way to it ends in `ways`: the place, from 0, of what stands just before it.
    /// `null` when nothing does.
    pub after: Option<u32>,
    /// Whether only soft requirements lead to it.
    pub soft_only: bool,
    /// Where it is declared; `null` for a country.
    pub provenance: Option<Provenance>,
}

/// A thing on a way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WayStep {
    /// Its id.
    pub id: String,
    /// The place in `ways` of what stands just before it; always smaller than its own. `null` at the
    /// start of a way.
    pub after: Option<u32>,
}

/// All that a component rests on, layer by layer; or, reversed, all that rests on a thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Resolution {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// The subject; `null` for the whole inventory.
    pub subject: Option<Named>,
    /// Whether it lists what rests on the subject.
    pub reverse: bool,
    /// Facts known over what is listed.
    pub coverage: Coverage,
    /// What was found, by layer, then by distance, then in file order.
    pub items: Vec<ResolvedItem>,
    /// The ways to the items from the subject, as one tree that they share: follow `after` from an item
    /// to the start of its way.
    pub ways: Vec<WayStep>,
    /// The blind spots among it.
    pub blind_spots: Vec<UnknownFact>,
}
