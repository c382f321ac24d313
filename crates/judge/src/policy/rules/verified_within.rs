use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use trefonds_findings::{Certainty, Fact, FactValue, Field, SubjectKind as Declared};

use crate::policy::evaluate::{Case, Violation};
use crate::policy::{Day, Message, Subject, SubjectKind};

/// No fact was verified longer ago than so many days, as of the day of the results. A fact without
/// a day of its check has an age that is not known: a possible violation.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifiedWithin {
    /// How many days.
    pub days: u32,
    /// The fields; all those that bear the day of a check when left out.
    pub fields: Option<Vec<Field>>,
}

/// The fields whose facts bear the day of a check.
const DATED: [Field; 11] = [
    Field::Requirement,
    Field::Operator,
    Field::Supplier,
    Field::ChangedBy,
    Field::Site,
    Field::Data,
    Field::RecoversWith,
    Field::Country,
    Field::OwnedBy,
    Field::ControlledBy,
    Field::Reaches,
];

impl VerifiedWithin {
    pub(crate) fn judge(&self, case: &mut Case<'_>) {
        let Some(day) = case.evidence.day() else {
            case.not_judged();
            return;
        };
        let facts: Vec<&Fact> =
            case.evidence.holding().filter(|fact| self.speaks_of(fact)).collect();
        // Facts come in the order of their keys: those of a subject stand together.
        for facts in facts.chunk_by(|a, b| (a.key.subject, &a.key.id) == (b.key.subject, &b.key.id))
        {
            self.judge_subject(case, facts, day);
        }
    }

    fn speaks_of(&self, fact: &Fact) -> bool {
        let wanted = self.fields.as_ref().is_none_or(|fields| fields.contains(&fact.key.field));
        let dated = fact.key.field == Field::Exists && fact.note.verified.is_some();
        wanted
            && (dated || DATED.contains(&fact.key.field))
            && !matches!(fact.value, FactValue::Rest(_))
    }

    fn judge_subject(&self, case: &mut Case<'_>, facts: &[&Fact], day: Day) {
        let Some(first) = facts.first() else { return };
        let (whose, id) = (first.key.subject, first.key.id.as_str());
        let name = case.evidence.name(whose, id);
        let subject = Subject { kind: kind(whose), id: id.to_owned(), name };
        case.checked(subject.clone());
        let mut undated: BTreeMap<Field, (u32, &Fact)> = BTreeMap::new();
        for fact in facts {
            match fact.note.verified.as_deref().and_then(Day::parse) {
                None => undated.entry(fact.key.field).or_insert((0, fact)).0 += 1,
                Some(verified) => self.judge_age(case, &subject, fact, day, verified),
            }
        }
        for (field, (facts, first)) in undated {
            case.violated(Violation {
                subject: subject.clone(),
                about: vec![word(field).to_owned()],
                certainty: Certainty::Possible,
                message: Message::NeverDated { field, facts, at_most_days: self.days },
                at: Some(first.at.clone()),
            });
        }
    }

    fn judge_age(
        &self,
        case: &mut Case<'_>,
        subject: &Subject,
        fact: &Fact,
        day: Day,
        verified: Day,
    ) {
        let age = day.days_since(verified);
        if age <= i64::from(self.days) {
            return;
        }
        let (field, item) = (fact.key.field, fact.key.item.clone());
        case.violated(Violation {
            subject: subject.clone(),
            about: vec![word(field).to_owned(), item.clone()],
            certainty: Certainty::Certain,
            message: Message::Stale {
                field,
                item,
                verified,
                age_days: u32::try_from(age).unwrap_or(u32::MAX),
                at_most_days: self.days,
            },
            at: Some(fact.at.clone()),
        });
    }
}

const fn kind(subject: Declared) -> SubjectKind {
    match subject {
        // Sources bear no check of their own.
        Declared::Inventory | Declared::Source => SubjectKind::Inventory,
        Declared::Component => SubjectKind::Component,
        Declared::Entity => SubjectKind::Entity,
        Declared::Site => SubjectKind::Site,
        Declared::Law => SubjectKind::Law,
    }
}

/// The word that a policy file uses for a field.
const fn word(field: Field) -> &'static str {
    match field {
        Field::Exists => "exists",
        Field::Title => "title",
        Field::Home => "home",
        Field::AsOf => "as-of",
        Field::Currency => "currency",
        Field::Catalogue => "catalogue",
        Field::Ask => "ask",
        Field::Organisation => "organisation",
        Field::Planned => "planned",
        Field::Alternative => "alternative",
        Field::Name => "name",
        Field::Is => "is",
        Field::Layer => "layer",
        Field::Criticality => "criticality",
        Field::Owner => "owner",
        Field::Tag => "tag",
        Field::SameAs => "same-as",
        Field::Requirement => "requirement",
        Field::Operator => "operator",
        Field::Supplier => "supplier",
        Field::ChangedBy => "changed-by",
        Field::Site => "site",
        Field::NeedsPlaces => "needs-places",
        Field::Data => "data",
        Field::RestartsIn => "restarts-in",
        Field::RecoversWith => "recovers-with",
        Field::Country => "country",
        Field::Within => "within",
        Field::Lei => "lei",
        Field::OwnedBy => "owned-by",
        Field::ControlledBy => "controlled-by",
        Field::Jurisdiction => "jurisdiction",
        Field::Effect => "effect",
        Field::Reaches => "reaches",
        Field::Targets => "targets",
        Field::Spares => "spares",
        Field::Publisher => "publisher",
        Field::Published => "published",
        Field::Link => "link",
    }
}
