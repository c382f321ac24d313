use trefonds_source::Span;

use crate::{
    Change, ComponentIx, Data, EntityIx, Location, Minutes, NeedsPlaces, NoteIx, OnWithdrawal,
    Party, Recovery, Requirement, Stated, Supply, Text,
};

/// An alternative of [`Inventory::alternatives`](crate::Inventory::alternatives).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AlternativeIx(pub u32);

impl AlternativeIx {
    /// The position in its table.
    #[must_use]
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// New terms with a supplier that stays: a stock, a licence in hand, a longer notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// With whom; a supplier of the component.
    pub entity: EntityIx,
    /// What its withdrawal does from then on.
    pub on_withdrawal: OnWithdrawal,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said.
    pub at: Span,
}

/// A component that does as well wherever another is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// Which.
    pub component: ComponentIx,
    /// How long it needs to take over.
    pub starts_in: Minutes,
    /// Where it is said.
    pub at: Span,
}

/// What an alternative does to the facts of its component. What is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Instead of its requirements.
    pub requirements: Option<Stated<Requirement>>,
    /// Instead of its operators.
    pub operators: Option<Stated<Party>>,
    /// Instead of its suppliers.
    pub suppliers: Option<Stated<Supply>>,
    /// Instead of its places.
    pub locations: Option<Stated<Location>>,
    /// Instead of its data.
    pub data: Option<Stated<Data>>,
    /// With suppliers that stay.
    pub terms: Box<[Terms]>,
    /// Instead of who can change it.
    pub changed_by: Option<Stated<Change>>,
    /// Instead of how many of its places it needs.
    pub needs_places: Option<NeedsPlaces>,
    /// Instead of how long it takes to be up again.
    pub restarts_in: Option<Minutes>,
    /// Instead of what its repair needs.
    pub recovers_with: Option<Box<[Recovery]>>,
    /// A component that does as well wherever this one is needed.
    pub stand_in: Option<StandIn>,
}

/// A change that is open to whoever plans: other facts of one component, at a cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The id, unique in the inventory.
    pub id: Text,
    /// The name for people; the id serves when there is none.
    pub name: Option<Text>,
    /// The component that it changes.
    pub component: ComponentIx,
    /// The cost in whole units of the inventory's currency, at most [`Alternative::MOST`].
    pub cost: u64,
    /// How long it takes, if said.
    pub lead_time: Option<Minutes>,
    /// What it changes.
    pub changes: Changes,
    /// Alternatives that cannot be taken as well.
    pub excludes: Box<[AlternativeIx]>,
    /// Alternatives without which it cannot be taken.
    pub requires: Box<[AlternativeIx]>,
    /// Dates and source.
    pub note: NoteIx,
    /// Where its id is.
    pub at: Span,
}

impl Alternative {
    /// The greatest cost: sums of costs stay exact.
    pub const MOST: u64 = 1_000_000_000_000;

    /// Whether two alternatives cannot both be taken: one names the other under `excludes`, or both
    /// put something else in the place of one fact. Stand-ins, and terms with different suppliers, go
    /// together.
    #[must_use]
    pub fn is_at_odds(&self, own: AlternativeIx, other: &Self, others: AlternativeIx) -> bool {
        let named = self.excludes.contains(&others) || other.excludes.contains(&own);
        named || (self.component == other.component && self.changes.collide(&other.changes))
    }
}

impl Changes {
    fn collide(&self, other: &Self) -> bool {
        let supply = |changes: &Self| changes.suppliers.is_some();
        let terms = |changes: &Self| !changes.terms.is_empty();
        let same_terms =
            self.terms.iter().any(|own| other.terms.iter().any(|other| other.entity == own.entity));
        (self.requirements.is_some() && other.requirements.is_some())
            || (self.operators.is_some() && other.operators.is_some())
            || (self.locations.is_some() && other.locations.is_some())
            || (self.data.is_some() && other.data.is_some())
            || (self.changed_by.is_some() && other.changed_by.is_some())
            || (self.needs_places.is_some() && other.needs_places.is_some())
            || (self.restarts_in.is_some() && other.restarts_in.is_some())
            || (self.recovers_with.is_some() && other.recovers_with.is_some())
            || (supply(self) && (supply(other) || terms(other)))
            || (supply(other) && terms(self))
            || same_terms
    }
}
