use trefonds_findings::{Criticality, Layer, SourceAt};

/// What makes a policy no policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Another version of the format.
    Version(u32),
    /// No rule at all.
    NoRule,
    /// An id that is not made of small letters, digits and `-`, or is kept for the program.
    BadId(String),
    /// Two rules of one id.
    DuplicateId(String),
    /// A text, a reason or an owner that says nothing.
    Empty(&'static str),
    /// A rule without a kind; the kinds that there are.
    NoKind(String),
    /// A rule of several kinds.
    SeveralKinds(String),
    /// A percentage over 100.
    Percent(u32),
    /// Cut sets of order 0 or 1: every service has as much.
    OrderSaysNothing(u32),
    /// A level that has no foreign events.
    ComponentLevel,
    /// An exception to a rule that is not there, with the nearest.
    NoSuchRule {
        /// The id that was written.
        rule: String,
        /// All ids that there are.
        known: String,
    },
    /// An exception that would silence a whole rule.
    ExceptsEverything(String),
    /// A jurisdiction that is neither a country nor a union.
    NoSuchJurisdiction {
        /// What was written.
        written: String,
        /// Those of the inventory.
        known: Vec<String>,
    },
    /// A territory: what reaches is told of its state.
    TerritoryOf {
        /// What was written.
        written: String,
        /// The state.
        state: String,
    },
    /// A class of data that no component holds.
    NoSuchClass {
        /// What was written.
        written: String,
        /// Those of the inventory.
        known: Vec<String>,
    },
    /// A criticality that no service has, nor a greater one.
    NothingSoCritical {
        /// Those of the inventory.
        known: Vec<Criticality>,
    },
    /// Layers without a component.
    NoSuchLayer {
        /// Those of the inventory.
        known: Vec<Layer>,
    },
    /// Fields without a fact that could bear the day of a check.
    NoSuchField,
}

/// A fault of a policy and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub at: SourceAt,
    /// What.
    pub kind: FaultKind,
}
