//! One sentence a violation.

use trefonds_findings::{Certainty, Field, SurvivalTimes};
use trefonds_judge::policy::{Message, PolicyResult, Subject, SubjectKind};
use trefonds_lang::Lang;

use super::{keys, phrases};
use crate::lists::ends;

/// The name of a subject.
pub(crate) fn subject(lang: Lang, subject: &Subject) -> String {
    match subject.kind {
        SubjectKind::Inventory => lang.the_inventory(),
        _ if subject.id == subject.name => lang.country(&subject.name),
        _ => subject.name.clone(),
    }
}

/// What is wrong, in one sentence; what is only possible says so.
pub(crate) fn sentence(lang: Lang, result: &PolicyResult) -> String {
    let sentence = plain(lang, result);
    match (&result.message, result.certainty) {
        // These say by themselves that something is not known.
        (
            Message::UnknownControllers { .. }
            | Message::NeverDated { .. }
            | Message::OneHand { .. }
            | Message::OneHandNotLookedFor,
            _,
        )
        | (_, Certainty::Certain) => sentence,
        (_, Certainty::Possible) => lang.possibly_so(&sentence),
    }
}

fn plain(lang: Lang, result: &PolicyResult) -> String {
    let subject = &result.subject;
    match &result.message {
        Message::SinglePoint { .. }
        | Message::CutSet { .. }
        | Message::TooEarly { .. }
        | Message::UnknownControllers { .. }
        | Message::Ended { .. }
        | Message::Ends { .. }
        | Message::OneHand { .. }
        | Message::OneHandNotLookedFor
        | Message::Concentrated { .. } => on_control(lang, result),
        Message::Exposed { .. } => exposed(lang, &result.message),
        Message::Uncovered { coverage, at_least } => {
            let (declared, called_for) = (coverage.declared, coverage.called_for);
            lang.policy_uncovered(coverage.percent, declared, called_for, *at_least)
        }
        Message::MoreCutSets { listed, total } => {
            lang.policy_more_cut_sets(*listed, &total.to_string())
        }
        Message::CutSetsNotKnown { up_to } => lang.policy_cut_sets_not_known(*up_to),
        Message::NoOwner { .. } => lang.policy_no_owner(),
        Message::Stale { field: of, item, verified, age_days, at_most_days } => {
            let fact = format!("{} {item}", field(lang, *of));
            lang.policy_stale(
                fact.trim_end(),
                &lang.day(&verified.to_string()),
                *age_days,
                *at_most_days,
            )
        }
        Message::NeverDated { field: of, facts, .. } => {
            lang.policy_never_dated(&field(lang, *of), *facts)
        }
        Message::NotJudged => lang.policy_not_judged(),
        Message::ExceptionExpired { until, owner, .. } => {
            lang.exception_expired(&subject.id, &lang.day(&until.to_string()), owner)
        }
        Message::ExceptionUseless { owner, .. } => lang.exception_useless(&subject.id, owner),
        Message::ExceptionUndated { until, .. } => {
            lang.exception_undated(&subject.id, &lang.day(&until.to_string()))
        }
    }
}

fn on_control(lang: Lang, result: &PolicyResult) -> String {
    // A sentence that begins with "possibly" speaks of the careful time alone.
    let when = |stops: &SurvivalTimes| match result.certainty {
        Certainty::Certain => phrases::times(lang, *stops),
        Certainty::Possible => lang.duration(stops.careful),
    };
    match &result.message {
        Message::SinglePoint { event, stops, channel, through, by_minutes, .. } => {
            let (channel, when) = (phrases::channel(lang, *channel, *through), when(stops));
            match by_minutes {
                None => lang.policy_single_point(&phrases::named(lang, event), &channel, &when),
                by => {
                    let by = lang.duration(*by);
                    lang.policy_single_point_by(&phrases::named(lang, event), &channel, &when, &by)
                }
            }
        }
        Message::CutSet { events, stops, at_least } => {
            let names: Vec<String> =
                events.iter().map(|event| phrases::named(lang, event)).collect();
            lang.policy_cut_set(&names.join(" + "), events.len(), &when(stops), *at_least)
        }
        Message::TooEarly { event, stops, at_least_minutes, .. } => {
            let least = lang.duration(Some(*at_least_minutes));
            lang.policy_too_early(&phrases::named(lang, event), &when(stops), &least)
        }
        Message::UnknownControllers { facts, .. } => lang.policy_unknown(facts.len()),
        Message::Ended { things, since, minutes } => {
            let names: Vec<&str> = things.iter().map(|it| it.name.as_str()).collect();
            let when = match since {
                None => lang.down_for_ever(),
                Some(day) if *minutes <= 0 => lang.down_since(day),
                Some(day) => lang.down_from(day),
            };
            lang.policy_ended(&when, &names.join(", "))
        }
        Message::Ends { what, of, about, until, days, minutes, within_minutes } => {
            let what = ends::what_of(lang, *what, of, about.as_ref());
            let (day, left) = (lang.day(until), lang.ends_in_days(*days as usize));
            let when = ends::after(lang, *minutes);
            lang.policy_ends(&what, &day, &left, &when, &lang.duration(Some(*within_minutes)))
        }
        Message::OneHand { event: Some(event), facts, minutes } => {
            lang.policy_one_hand(&event.name, &asked(lang, facts), &lang.duration(Some(*minutes)))
        }
        Message::OneHand { event: None, facts, minutes } => {
            lang.policy_hands(&asked(lang, facts), &lang.duration(Some(*minutes)))
        }
        Message::OneHandNotLookedFor => lang.policy_one_hand_not_looked_for(),
        Message::Concentrated { certain, possible, of, at_most, by_minutes, .. } => {
            let by = by_minutes.map_or_else(String::new, |by| {
                format!(" {}", lang.within_time(&lang.duration(Some(by))))
            });
            match possible {
                0 => lang.policy_concentrated(*certain, *of, *at_most, &by),
                more => lang.policy_concentrated_possibly(*certain, *more, *of, *at_most, &by),
            }
        }
        _ => String::new(),
    }
}

fn exposed(lang: Lang, message: &Message) -> String {
    let Message::Exposed { jurisdiction, law, component, data, grade, .. } = message else {
        return String::new();
    };
    let jurisdiction = jurisdiction
        .as_ref()
        .map_or_else(|| lang.unknown_jurisdiction(), |code| lang.country(code));
    let law = law.as_ref().map_or_else(|| lang.no_declared_law(), |law| law.name.clone());
    let data = if data.is_empty() { lang.data_not_said() } else { data.join(", ") };
    let grade = phrases::grade(lang, *grade);
    lang.policy_exposed(&jurisdiction, &law, &grade, &data, &component.name)
}

/// The name of a field that a rule on the age of facts speaks of.
fn field(lang: Lang, field: Field) -> String {
    match field {
        Field::Exists => lang.field_exists(),
        Field::Requirement => lang.field_requirement(),
        Field::Operator => lang.field_operator(),
        Field::Supplier => lang.field_supplier(),
        Field::ChangedBy => lang.field_changed_by(),
        Field::Site => lang.field_site(),
        Field::Data => lang.field_data(),
        Field::RecoversWith => lang.field_recovers_with(),
        Field::Country => lang.field_country(),
        Field::OwnedBy => lang.field_owned_by(),
        Field::ControlledBy => lang.field_controlled_by(),
        Field::Reaches => lang.field_reaches(),
        other => keys::word(&other),
    }
}

/// The questions that some unknown facts leave open.
fn asked(lang: Lang, facts: &[trefonds_findings::UnknownFact]) -> String {
    facts.iter().map(|fact| phrases::unknown(lang, fact)).collect::<Vec<_>>().join(", ")
}
