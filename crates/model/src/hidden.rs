use trefonds_source::Span;

use crate::{ComponentIx, EntityIx, Jurisdiction, SiteIx, Text};

/// Who or what an undisclosed fact could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A legal entity.
    Entity(EntityIx),
    /// A site.
    Site(SiteIx),
    /// A component.
    Component(ComponentIx),
    /// Anybody, or any place, of a country or a union.
    Jurisdiction(Jurisdiction),
}

/// What is said of something undisclosed: a name by which facts are known to hide the same, and whom
/// it can or cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// Undisclosed facts of one name hide one and the same.
    pub name: Option<Text>,
    /// Whom it is not.
    pub not: Box<[Who]>,
    /// Whom it is one of; `None` is anybody.
    pub among: Option<Box<[Who]>>,
    /// Where it is said.
    pub at: Span,
}
