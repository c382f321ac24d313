use std::borrow::Cow;

use trefonds_model::{Minutes, NeedsPlaces, OnWithdrawal, Stated};
use trefonds_source::Span;

use super::{Change, Data, Name, NoteBox, Noted, Place, Recovery, Requirement};

/// An option for changing a component.
#[derive(Clone)]
pub struct Alternative<'a> {
    /// Its id.
    pub id: Name<'a>,
    /// Its name for people.
    pub name: Option<Cow<'a, str>>,
    /// What it costs, without which it cannot be.
    pub cost: Option<u64>,
    /// How long it takes.
    pub lead_time: Option<Minutes>,
    /// Instead of the requirements.
    pub requirements: Option<Stated<Requirement<'a>>>,
    /// Instead of the operators.
    pub operators: Option<Stated<Noted<'a, Name<'a>>>>,
    /// Instead of the suppliers.
    pub suppliers: Option<Stated<Noted<'a, (Name<'a>, OnWithdrawal)>>>,
    /// New terms with suppliers that stay.
    pub terms: Vec<Noted<'a, (Name<'a>, OnWithdrawal)>>,
    /// Instead of the places.
    pub locations: Option<Stated<Noted<'a, Place<'a>>>>,
    /// Instead of the data.
    pub data: Option<Stated<Noted<'a, Data<'a>>>>,
    /// Instead of who can change it.
    pub changed_by: Option<Stated<Noted<'a, Change<'a>>>>,
    /// Instead of how many of its places it needs.
    pub needs_places: Option<(NeedsPlaces, Span)>,
    /// Instead of how long it takes to be up again.
    pub restarts_in: Option<Minutes>,
    /// Instead of what its repair needs: a list without a rest.
    pub recovers_with: Option<Stated<Noted<'a, Recovery<'a>>>>,
    /// The component that stands in.
    pub stand_in: Option<StandIn<'a>>,
    /// Options that cannot be taken as well.
    pub excludes: Vec<Name<'a>>,
    /// Options without which it cannot be taken.
    pub requires: Vec<Name<'a>>,
    /// Its dates and source.
    pub note: NoteBox<'a>,
}

impl<'a> Alternative<'a> {
    /// One of which nothing is said yet.
    #[must_use]
    pub fn unsaid(id: Name<'a>) -> Self {
        Self {
            id,
            name: None,
            cost: None,
            lead_time: None,
            requirements: None,
            operators: None,
            suppliers: None,
            terms: Vec::new(),
            locations: None,
            data: None,
            changed_by: None,
            needs_places: None,
            restarts_in: None,
            recovers_with: None,
            stand_in: None,
            excludes: Vec::new(),
            requires: Vec::new(),
            note: None,
        }
    }
}

/// A component that does as well wherever another is needed.
#[derive(Clone)]
pub struct StandIn<'a> {
    /// Which.
    pub component: Name<'a>,
    /// How long it needs to take over.
    pub starts_in: Minutes,
}
