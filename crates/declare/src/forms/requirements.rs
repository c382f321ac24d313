use std::borrow::Cow;

use trefonds_model::Minutes;
use trefonds_source::Span;

use super::{Name, NoteBox};

/// What a component needs.
#[derive(Clone)]
pub struct Requirement<'a> {
    /// What is needed.
    pub need: Need<'a>,
    /// Degrades only.
    pub soft: bool,
    /// How long the loss is borne.
    pub tolerates: Minutes,
    /// How long a member of a group needs to take over, and where that is said.
    pub starts_in: Option<(Minutes, Span)>,
    /// The reason given.
    pub because: Option<Cow<'a, str>>,
    /// Its dates and source.
    pub note: NoteBox<'a>,
    /// Where.
    pub at: Span,
}

impl Requirement<'_> {
    /// Whether it runs all the time, as a member of a group.
    #[must_use]
    pub fn is_hot(&self) -> bool {
        self.starts_in.is_none_or(|(time, _)| time == Minutes::ZERO)
    }

    /// What is needed in one line, the same whatever the order of the members.
    #[must_use]
    pub fn line(&self) -> String {
        let list = |of: &[Self]| {
            let mut lines: Vec<String> = of.iter().map(Self::line).collect();
            lines.sort_unstable();
            lines.join(", ")
        };
        match &self.need {
            Need::Component(name) => name.text.to_string(),
            Need::AllOf(of) => format!("all of [{}]", list(of)),
            Need::AnyOf(of) => format!("any of [{}]", list(of)),
            Need::AtLeast { k, of, .. } => format!("{k} of [{}]", list(of)),
        }
    }
}

/// What is needed.
#[derive(Clone)]
pub enum Need<'a> {
    /// One component.
    Component(Name<'a>),
    /// Every member.
    AllOf(Vec<Requirement<'a>>),
    /// At least one member.
    AnyOf(Vec<Requirement<'a>>),
    /// At least `k` members.
    AtLeast {
        /// How many.
        k: u64,
        /// Where that is said.
        k_at: Span,
        /// The members.
        of: Vec<Requirement<'a>>,
    },
}

impl<'a> Need<'a> {
    /// The members of a group; none for a single component.
    #[must_use]
    pub fn members(&self) -> &[Requirement<'a>] {
        match self {
            Self::Component(_) => &[],
            Self::AllOf(of) | Self::AnyOf(of) | Self::AtLeast { of, .. } => of,
        }
    }

    /// How many of the members are needed.
    #[must_use]
    pub fn needed(&self) -> u64 {
        match self {
            Self::Component(_) | Self::AnyOf(_) => 1,
            Self::AllOf(of) => of.len() as u64,
            Self::AtLeast { k, .. } => *k,
        }
    }
}
