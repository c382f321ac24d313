use trefonds_source::Span;

use crate::{ComponentIx, Minutes, NoteIx, Text};

/// What a component needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// One component.
    Component(ComponentIx),
    /// Every member. Never empty.
    AllOf(Box<[Requirement]>),
    /// At least one member. Never empty.
    AnyOf(Box<[Requirement]>),
    /// At least `k` members, `1 <= k <= of.len()`.
    AtLeast {
        /// How many must hold.
        k: u32,
        /// The members.
        of: Box<[Requirement]>,
    },
}

/// A requirement: what is needed, and what its loss does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// What is needed.
    pub need: Need,
    /// A soft requirement degrades its owner and never stops it.
    pub soft: bool,
    /// How long the owner bears the loss: the maximum tolerable period of disruption.
    pub tolerates: Minutes,
    /// How long a member of a group needs to take over: zero for a hot one, which runs all the time; a
    /// cold one does not, until the hot members no longer suffice.
    pub starts_in: Minutes,
    /// The reason given.
    pub because: Option<Text>,
    /// Dates and source.
    pub note: NoteIx,
    /// Where it is said: the reference, or the key of the group.
    pub at: Span,
}

impl Requirement {
    /// Every component that it names, groups looked into, in file order.
    #[must_use]
    pub fn components(&self) -> Vec<ComponentIx> {
        let mut found = Vec::new();
        let mut stack = vec![self];
        while let Some(requirement) = stack.pop() {
            match requirement.need {
                Need::Component(component) => found.push(component),
                _ => stack.extend(requirement.members().iter().rev()),
            }
        }
        found
    }

    /// The members of a group; none for a single component.
    #[must_use]
    pub fn members(&self) -> &[Self] {
        match &self.need {
            Need::Component(_) => &[],
            Need::AllOf(of) | Need::AnyOf(of) | Need::AtLeast { of, .. } => of,
        }
    }
}
