use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{Criticality, Layer};

use crate::{Coverage, Field, Head, Named, SourceAt, SubjectKind, UnknownFact, Unmendable};

/// How many components a layer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LayerCount {
    /// The layer.
    pub layer: Layer,
    /// How many.
    pub components: u32,
}

/// Coverage of one service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceOverview {
    /// The service.
    pub service: Named,
    /// How much it matters.
    pub criticality: Criticality,
    /// How many components it rests on.
    pub components: u32,
    /// Facts known over its cone.
    pub coverage: Coverage,
}

/// What an inventory holds and how much of it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Overview {
    /// Of what and of which day it speaks.
    #[serde(flatten)]
    pub head: Head,
    /// Components by layer, top down.
    pub layers: Vec<LayerCount>,
    /// How many legal entities.
    pub entities: u32,
    /// How many sites.
    pub sites: u32,
    /// How many laws.
    pub laws: u32,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// One line a service.
    pub services: Vec<ServiceOverview>,
    /// Every blind spot.
    pub blind_spots: Vec<UnknownFact>,
    /// Components on which no service rests.
    pub unreached: Vec<Named>,
    /// The components whose repair rests on themselves.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub unmendable: Vec<Unmendable>,
    /// How many facts are marked as not verified.
    pub unverified: u32,
    /// What came from the catalogue, where the inventory uses it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub catalogue: Option<FromCatalogue>,
    /// Files of scenarios in the inventory's folder: no part of it, played by `trefonds test`.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub scenarios: Vec<String>,
    /// Other files in the inventory's folder that say that they are no part of it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub passed_over: Vec<PassedOver>,
    /// What amendments say otherwise than it was declared, or for the first time.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub amended: Vec<AmendedFact>,
}

/// What an inventory takes from the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FromCatalogue {
    /// The edition that the inventory is written against.
    pub edition: String,
    /// How many facts of the inventory are the catalogue's.
    pub facts: u32,
    /// How many of these are candidates: nobody verified them.
    pub candidates: u32,
    /// How many components came from it, because something rests on them.
    pub components: u32,
    /// How many components of the inventory are one of its offers.
    pub offers: u32,
}

/// A field of something declared that an amendment says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AmendedFact {
    /// What kind of thing.
    pub subject: SubjectKind,
    /// Which.
    pub of: Named,
    /// Which field; `exists` is the dates and the source of the whole.
    pub field: Field,
    /// Where it was declared; `null` where it was not.
    pub was: Option<SourceAt>,
    /// Where the amendment is.
    pub now: SourceAt,
}

/// What a file that is no part of the inventory says that it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum PassedOverKind {
    /// A policy.
    Policy,
    /// A JSON Schema.
    Schema,
    /// A mapping.
    Mapping,
    /// A snapshot.
    Snapshot,
    /// A baseline of a policy.
    Baseline,
    /// Names that lead to offers of a catalogue.
    Patterns,
    /// Rules of a catalogue for what usually lies beneath.
    Suggestions,
    /// Licences of the sources of a catalogue.
    Licences,
}

/// A file that was passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PassedOver {
    /// The path of the file.
    pub file: String,
    /// What it says that it is.
    pub kind: PassedOverKind,
}
