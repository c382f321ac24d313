use std::borrow::Cow;

use trefonds_model::ChangeWay;

use super::Name;

/// Somebody who can change a component from afar.
#[derive(Clone)]
pub struct Change<'a> {
    /// Who.
    pub entity: Name<'a>,
    /// How, if said.
    pub how: Option<ChangeWay>,
    /// More of it, in words.
    pub because: Option<Cow<'a, str>>,
}

/// What the repair of a component needs.
#[derive(Clone)]
pub struct Recovery<'a> {
    /// What.
    pub component: Name<'a>,
    /// The reason given.
    pub because: Option<Cow<'a, str>>,
}
