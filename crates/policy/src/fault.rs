use trefonds_findings::SourceAt;

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
}

/// A fault of a policy and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub at: SourceAt,
    /// What.
    pub kind: FaultKind,
}
