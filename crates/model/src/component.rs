use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_source::Span;

use crate::{
    ComponentIx, Country, EntityIx, Identifier, Minutes, NoteIx, Requirement, SiteIx, Stated, Text,
};

/// The layer of a component, from what people see down to where it stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// Business service.
    Service,
    /// Application.
    Application,
    /// Data.
    Data,
    /// Software: a product, a library, an operating system.
    Software,
    /// Middleware: database engine, broker, identity, DNS...
    Middleware,
    /// Infrastructure: servers, network, storage, hypervisor.
    Infrastructure,
    /// Hosting: data centre, cloud region.
    Hosting,
}

impl Layer {
    /// All layers, top down.
    pub const ALL: [Self; 7] = [
        Self::Service,
        Self::Application,
        Self::Data,
        Self::Software,
        Self::Middleware,
        Self::Infrastructure,
        Self::Hosting,
    ];

    /// Whether the layer calls for requirements to be declared.
    #[must_use]
    pub const fn calls_for_requirements(self) -> bool {
        matches!(self, Self::Service)
    }

    /// Whether the layer calls for an operator.
    #[must_use]
    pub const fn calls_for_operator(self) -> bool {
        !matches!(self, Self::Service | Self::Software)
    }

    /// Whether the layer calls for suppliers.
    #[must_use]
    pub const fn calls_for_suppliers(self) -> bool {
        !matches!(self, Self::Service)
    }

    /// Whether the layer calls for a site; for all but infrastructure and hosting, that of what it
    /// rests on will do.
    #[must_use]
    pub const fn calls_for_site(self) -> bool {
        !matches!(self, Self::Service | Self::Software)
    }

    /// Whether the site of what it rests on answers for its own.
    #[must_use]
    pub const fn site_may_be_inherited(self) -> bool {
        matches!(self, Self::Application | Self::Data | Self::Middleware)
    }

    /// Whether the layer calls for who can change it from afar; asked where it is asked what breaks.
    #[must_use]
    pub const fn calls_for_changes(self) -> bool {
        !matches!(self, Self::Service | Self::Data)
    }

    /// Whether the layer calls for what data it holds.
    #[must_use]
    pub const fn calls_for_data(self) -> bool {
        !matches!(self, Self::Service | Self::Software)
    }
}

/// How much a service matters. The greatest first.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Criticality {
    /// Lives or the existence of the organisation depend on it.
    Vital,
    /// The organisation is badly hurt without it.
    Important,
    /// The rule, and what is assumed when nothing is said.
    #[default]
    Standard,
    /// Could wait.
    Minor,
}

/// A legal entity in a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Who.
    pub entity: EntityIx,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// What a supplier's withdrawal does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum OnWithdrawal {
    /// Nobody has said: an unknown.
    #[default]
    NotSaid,
    /// Stops at once.
    Stops,
    /// Stops after a delay.
    StopsAfter(Minutes),
    /// Goes on working.
    Survives,
}

/// A supplier: who makes, licenses, supports or updates the component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supply {
    /// Who.
    pub entity: EntityIx,
    /// What its withdrawal does.
    pub on_withdrawal: OnWithdrawal,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// A site, or a country where a site is not worth a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A named site.
    Site(SiteIx),
    /// Somewhere in this country.
    Country(Country),
}

/// Where a component stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The place.
    pub place: Place,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// In what form data is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DataForm {
    /// Nobody has said: an unknown.
    NotSaid,
    /// Readable by whoever holds it.
    Clear,
    /// Encrypted; who holds the keys.
    Encrypted {
        /// The holders of the keys.
        keys: Stated<EntityIx>,
    },
}

/// Data that a component holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    /// The class, in the inventory's own words.
    pub class: Option<Text>,
    /// Clear or encrypted.
    pub form: DataForm,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// How somebody changes a component from afar.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeWay {
    /// Its updates are taken as they come.
    AutomaticUpdates,
    /// It logs in, or its agent does.
    RemoteMaintenance,
    /// It runs the plane from which the component is steered.
    ControlPlane,
    /// It supplies rules, lists or settings that are taken as they come.
    Configuration,
}

impl ChangeWay {
    /// All of them with their words in inventories, in order.
    pub const ALL: [(&'static str, Self); 4] = [
        ("automatic updates", Self::AutomaticUpdates),
        ("remote maintenance", Self::RemoteMaintenance),
        ("control plane", Self::ControlPlane),
        ("configuration", Self::Configuration),
    ];

    /// The word of the format.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, way)| *way == self).map_or("", |(word, _)| word)
    }

    /// The way of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, way)| *way)
    }
}

/// Who can change a component from afar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Who.
    pub entity: EntityIx,
    /// How, if said.
    pub how: Option<ChangeWay>,
    /// More of it, in the inventory's words.
    pub because: Option<Text>,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// What the repair of a component needs, as opposed to its running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// What.
    pub component: ComponentIx,
    /// The reason given.
    pub because: Option<Text>,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// How many of its places a component needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedsPlaces {
    /// Every one of them.
    All,
    /// So many, at least 1.
    AtLeast(u32),
}

/// A node of the information system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// The id, unique in the inventory.
    pub id: Text,
    /// The name for people; the id serves when there is none.
    pub name: Option<Text>,
    /// The offer that it is, if said; its own id where it came from a catalogue.
    pub is: Option<Text>,
    /// The layer.
    pub layer: Layer,
    /// How much it matters, if said.
    pub criticality: Option<Criticality>,
    /// Who answers for it inside the organisation.
    pub owner: Option<Text>,
    /// Free marks.
    pub tags: Box<[Text]>,
    /// What others call it.
    pub same_as: Box<[Identifier]>,
    /// Not there yet: it is once an alternative that names it is taken.
    pub planned: bool,
    /// What it needs; together all-of.
    pub requirements: Stated<Requirement>,
    /// Who runs it.
    pub operators: Stated<Party>,
    /// Who makes, licenses, supports or updates it.
    pub suppliers: Stated<Supply>,
    /// Who can change it from afar.
    pub changes: Stated<Change>,
    /// Where it stands.
    pub locations: Stated<Location>,
    /// How many of its places it needs, if said.
    pub needs_places: Option<NeedsPlaces>,
    /// What data it holds.
    pub data: Stated<Data>,
    /// How long it takes to be up again once the cause of an outage is over.
    pub restarts_in: Minutes,
    /// What its repair needs.
    pub recovers_with: Box<[Recovery]>,
    /// Dates and source of the component itself.
    pub note: NoteIx,
    /// Where its id is.
    pub at: Span,
}
