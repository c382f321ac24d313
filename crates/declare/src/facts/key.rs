use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whose fact it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectKind {
    /// The inventory itself.
    Inventory,
    /// A component.
    Component,
    /// A legal entity.
    Entity,
    /// A site.
    Site,
    /// A law.
    Law,
    /// A source that facts refer to.
    Source,
}

/// Which field of a subject.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// That it exists, with the dates, source and verification of the whole.
    Exists,
    /// Title of the inventory, or of a source.
    Title,
    /// A trusted jurisdiction.
    Home,
    /// The day that the inventory speaks of.
    AsOf,
    /// The currency of costs.
    Currency,
    /// The edition of the catalogue.
    Catalogue,
    /// Whom to ask for facts of a kind.
    Ask,
    /// An entity that the inventory speaks for.
    Organisation,
    /// Name for people.
    Name,
    /// Which offer a component is.
    Is,
    /// Layer of a component.
    Layer,
    /// Criticality of a component.
    Criticality,
    /// Owner of a component.
    Owner,
    /// That a component is only planned.
    Planned,
    /// A tag of a component.
    Tag,
    /// What others call a component, an entity or a site.
    SameAs,
    /// A requirement of a component.
    Requirement,
    /// An operator of a component or a site.
    Operator,
    /// A supplier of a component.
    Supplier,
    /// Somebody who can change a component from afar.
    ChangedBy,
    /// A place of a component.
    Site,
    /// How many of its places a component needs.
    NeedsPlaces,
    /// Data of a component.
    Data,
    /// How long a component takes to be up again.
    RestartsIn,
    /// What the repair of a component needs.
    RecoversWith,
    /// An option for changing a component.
    Alternative,
    /// Country of an entity or a site.
    Country,
    /// The site around a site.
    Within,
    /// Legal Entity Identifier.
    Lei,
    /// A holding of votes in an entity.
    OwnedBy,
    /// Control of an entity by other means.
    ControlledBy,
    /// Jurisdiction of a law.
    Jurisdiction,
    /// Effect of a law.
    Effect,
    /// A rule of reach of a law.
    Reaches,
    /// Whose components a law on denial denies.
    Targets,
    /// Whose components a law on denial spares.
    Spares,
    /// Who published a source.
    Publisher,
    /// When a source was published.
    Published,
    /// Where a source is found.
    Link,
}

/// Names a fact, whatever its value.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct FactKey {
    /// Whose.
    pub subject: SubjectKind,
    /// The id of the subject; empty for the inventory.
    pub id: String,
    /// Which field.
    pub field: Field,
    /// Which item of the field, such as the id of a supplier; empty for a field of one value, for
    /// what is said of the rest of a list, and for the organisation of a law on denial.
    pub item: String,
}
