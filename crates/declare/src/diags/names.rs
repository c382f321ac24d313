use trefonds_lang::{Code, Lang};
use trefonds_source::{Diagnostic, Span};

use super::{error, shown};
use crate::forms::Edition;
use crate::{SubjectKind, meant};

/// What is looked for under an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A component.
    Component,
    /// A legal entity.
    Entity,
    /// A site.
    Site,
    /// A site or a country.
    Place,
    /// An alternative of a component.
    Alternative,
    /// An entity, a site, a component, a country or a union.
    Anybody,
}

impl Kind {
    /// What it is among what may be referred to; nothing of an alternative.
    pub(crate) const fn subject(self) -> Option<SubjectKind> {
        match self {
            Self::Component => Some(SubjectKind::Component),
            Self::Entity | Self::Anybody => Some(SubjectKind::Entity),
            Self::Site | Self::Place => Some(SubjectKind::Site),
            Self::Alternative => None,
        }
    }

    fn unknown(self, lang: Lang, id: &str) -> String {
        match self {
            Self::Component => lang.no_such_component(id),
            Self::Entity => lang.no_such_entity(id),
            Self::Site => lang.no_such_site(id),
            Self::Place => lang.no_such_place(id),
            Self::Alternative => lang.no_such_alternative(id),
            Self::Anybody => lang.no_such_anybody(id),
        }
    }

    fn advice(self, lang: Lang) -> String {
        match self {
            Self::Component => lang.no_such_component_help(),
            Self::Entity => lang.no_such_entity_help(),
            Self::Site | Self::Place => lang.no_such_site_help(),
            Self::Alternative => lang.no_such_alternative_help(),
            Self::Anybody => lang.no_such_anybody_help(),
        }
    }

    fn words(self, lang: Lang) -> String {
        match self {
            Self::Component => lang.kind_component(),
            Self::Entity => lang.kind_entity(),
            Self::Site => lang.kind_site(),
            Self::Place => lang.kind_country(),
            Self::Alternative => lang.kind_alternative(),
            Self::Anybody => lang.kind_entity(),
        }
    }
}

/// An id that is declared nowhere as what is looked for; perhaps a close one is, or it is of another
/// kind, or a slip of the pen has made it (`slip` says which), or a catalogue that is not used has it.
pub(crate) fn unknown_reference(
    lang: Lang,
    at: Span,
    id: &str,
    kind: Kind,
    (close, other): (Option<&str>, Option<Kind>),
    (slip, unused): (Option<String>, Option<Edition>),
) -> Diagnostic {
    let diagnostic = error(Code::UnknownReference, at, kind.unknown(lang, &shown(id)));
    if let Some(edition) = unused {
        return diagnostic.help(lang.in_unused_catalogue(&edition.to_string()));
    }
    let word = meant(id, &["none", "undisclosed"]);
    let word = word.filter(|_| !matches!(kind, Kind::Alternative));
    if let (None, Some(word)) = (other, word) {
        return diagnostic.help(lang.did_you_mean(word));
    }
    if let Some(slip) = slip {
        return diagnostic.help(slip);
    }
    let advice = match (close, other) {
        (_, Some(other)) => format!(
            "{}; {}",
            lang.is_another_kind(&shown(id), &other.words(lang)),
            kind.advice(lang)
        ),
        (Some(close), None) => lang.did_you_mean(close),
        (None, None) => kind.advice(lang),
    };
    diagnostic.help(advice)
}

/// An id that is declared twice.
pub(crate) fn duplicate_id(lang: Lang, at: Span, first: Span, id: &str) -> Diagnostic {
    let diagnostic = error(Code::DuplicateId, at, lang.duplicate_id(&shown(id)));
    diagnostic.and_at(first, lang.first_here()).help(lang.duplicate_id_help())
}

/// An LEI that stands on another entity.
pub(crate) fn duplicate_lei(
    lang: Lang,
    at: Span,
    first: Span,
    lei: &str,
    (other, own): (&str, &str),
) -> Diagnostic {
    let message = lang.duplicate_lei(lei, &shown(other), &shown(own));
    let diagnostic = error(Code::DuplicateLei, at, message).and_at(first, lang.first_here());
    diagnostic.help(lang.duplicate_lei_help(&shown(other), &shown(own)))
}

/// An identifier that stands on another thing of its kind.
pub(crate) fn duplicate_identifier(
    lang: Lang,
    at: Span,
    first: Span,
    (scheme, value): (&str, &str),
    (other, own): (&str, &str),
) -> Diagnostic {
    let (other, own) = (shown(other), shown(own));
    let identifier = shown(&format!("{scheme} {value}"));
    let message = lang.duplicate_identifier(&identifier, &other, &own);
    let diagnostic = error(Code::DuplicateIdentifier, at, message);
    diagnostic.and_at(first, lang.first_here()).help(lang.duplicate_identifier_help(&other, &own))
}

/// An identifier without a value.
pub(crate) fn empty_identifier(lang: Lang, at: Span, scheme: &str) -> Diagnostic {
    error(Code::NullValue, at, lang.empty_identifier(&shown(scheme)))
        .help(lang.empty_identifier_help())
}

/// Two entities of one name and country.
pub(crate) fn same_name(
    lang: Lang,
    at: Span,
    first: Span,
    name: &str,
    (other, own): (&str, &str),
) -> Diagnostic {
    let message = lang.same_name(&shown(name), &shown(other), &shown(own));
    let diagnostic = error(Code::SameName, at, message).warning();
    diagnostic.and_at(first, lang.first_here()).help(lang.same_name_help(&shown(other)))
}

/// A text beside a fact that is nearly the id of a listed source.
pub(crate) fn like_a_source(lang: Lang, at: Span, text: &str, near: &str) -> Diagnostic {
    let message = lang.like_a_source(&shown(text));
    error(Code::LikeASource, at, message).warning().help(lang.did_you_mean(near))
}

/// A component that needs itself.
pub(crate) fn self_requirement(lang: Lang, at: Span, id: &str) -> Diagnostic {
    let diagnostic = error(Code::SelfRequirement, at, lang.self_requirement(&shown(id)));
    diagnostic.help(lang.self_requirement_help())
}

/// A group that names a component twice.
pub(crate) fn repeated_member(lang: Lang, at: Span, first: Span, id: &str) -> Diagnostic {
    let diagnostic = error(Code::RepeatedMember, at, lang.repeated_member(&shown(id)));
    diagnostic.and_at(first, lang.first_here()).help(lang.repeated_member_help())
}

/// A requirement written twice.
pub(crate) fn repeated_requirement(lang: Lang, at: Span, first: Span, id: &str) -> Diagnostic {
    let diagnostic =
        error(Code::RepeatedRequirement, at, lang.repeated_requirement(&shown(id))).warning();
    diagnostic.and_at(first, lang.first_here()).help(lang.repeated_requirement_help())
}

/// Holdings of more than all votes, from a day on when they are dated.
pub(crate) fn votes_over_whole(
    lang: Lang,
    at: Span,
    id: &str,
    percent: &str,
    day: Option<&str>,
) -> Diagnostic {
    let message = match day {
        Some(day) => lang.votes_over_whole_on(id, percent, &lang.day(day)),
        None => lang.votes_over_whole(id, percent),
    };
    error(Code::VotesOverWhole, at, message).help(lang.votes_over_whole_help())
}

/// New terms with somebody who supplies nothing to the component.
pub(crate) fn not_a_supplier(lang: Lang, at: Span, entity: &str, component: &str) -> Diagnostic {
    let message = lang.not_a_supplier(&shown(entity), &shown(component));
    error(Code::NotASupplier, at, message).help(lang.not_a_supplier_help())
}

/// A component that stands in for itself.
pub(crate) fn own_stand_in(lang: Lang, at: Span, component: &str) -> Diagnostic {
    let diagnostic = error(Code::NoChange, at, lang.own_stand_in(&shown(component)));
    diagnostic.help(lang.own_stand_in_help())
}
