//! Declarations in a few words.

use trefonds_findings::{
    AlternativeFact, ChangeWay, Effect, Fact, FactKey, FactNote, FactValue, Field, FormFact,
    HiddenFact, ItemFact, ListFact, NeedFact, PlacesFact, RequirementFact, RestFact, SubjectKind,
    WithdrawalFact,
};
use trefonds_lang::Lang;

use super::phrases;

/// "component Messagerie: operator microsoft-ireland".
pub(super) fn declaration(lang: Lang, key: &FactKey, name: &str, whole: bool) -> String {
    let subject = match key.subject {
        SubjectKind::Component => lang.subject_component(name),
        SubjectKind::Entity => lang.subject_entity(name),
        SubjectKind::Site => lang.subject_site(name),
        SubjectKind::Law => lang.subject_law(name),
        SubjectKind::Source => lang.subject_source(name),
        SubjectKind::Inventory => lang.subject_inventory(),
    };
    if whole {
        return subject;
    }
    let field = field(lang, key.field);
    let field = match key.item.is_empty() {
        true => field,
        false => lang.said_item(&field, &key.item),
    };
    lang.said_of(&field, &subject)
}

fn field(lang: Lang, field: Field) -> String {
    match field {
        Field::Exists => lang.said_exists(),
        Field::Title => lang.said_title(),
        Field::Home => lang.said_home(),
        Field::AsOf => lang.said_as_of(),
        Field::Currency => lang.said_currency(),
        Field::Catalogue => lang.said_catalogue(),
        Field::Ask => lang.said_ask(),
        Field::Organisation => lang.said_organisation(),
        Field::Planned => lang.said_planned(),
        Field::Alternative => lang.said_alternative(),
        Field::Name => lang.said_name(),
        Field::Is => lang.said_is(),
        Field::Layer => lang.said_layer(),
        Field::Criticality => lang.said_criticality(),
        Field::Owner => lang.said_owner(),
        Field::Tag => lang.said_tag(),
        Field::SameAs => lang.said_same_as(),
        Field::Requirement => lang.said_requirement(),
        Field::Operator => lang.said_operator(),
        Field::Supplier => lang.said_supplier(),
        Field::ChangedBy => lang.said_changed_by(),
        Field::Site => lang.said_site(),
        Field::NeedsPlaces => lang.said_needs_places(),
        Field::Data => lang.said_data(),
        Field::RestartsIn => lang.said_restarts_in(),
        Field::RecoversWith => lang.said_recovers_with(),
        Field::Country => lang.said_country(),
        Field::Within => lang.said_within(),
        Field::Lei => lang.said_lei(),
        Field::OwnedBy => lang.said_owned_by(),
        Field::ControlledBy => lang.said_controlled_by(),
        Field::Jurisdiction => lang.said_jurisdiction(),
        Field::Effect => lang.said_effect(),
        Field::Reaches => lang.said_reaches(),
        Field::Targets => lang.said_targets(),
        Field::Spares => lang.said_spares(),
        Field::Publisher => lang.said_publisher(),
        Field::Published => lang.said_published(),
        Field::Link => lang.said_link(),
    }
}

/// The value of a declaration with its dates; empty for none.
pub(super) fn value(lang: Lang, fact: Option<&Fact>) -> String {
    let Some(fact) = fact else { return String::new() };
    let mut words = vec![of_value(lang, &fact.value)];
    words.extend(note(lang, &fact.note));
    words.retain(|word| !word.is_empty());
    words.join(", ")
}

fn note(lang: Lang, note: &FactNote) -> Vec<String> {
    let dates = [
        note.from.as_ref().map(|day| lang.value_from(&lang.day(day))),
        note.until.as_ref().map(|day| lang.value_until(&lang.day(day))),
        note.source.as_ref().map(|source| lang.source_of(source)),
    ];
    let mut words: Vec<String> = dates.into_iter().flatten().collect();
    if note.candidate {
        words.push(lang.candidate());
    }
    match note.verified.as_deref() {
        Some("false") => words.push(lang.unverified()),
        Some("true") | None => {}
        Some(day) => words.push(lang.verified_on(&lang.day(day))),
    }
    words
}

fn of_value(lang: Lang, value: &FactValue) -> String {
    match value {
        FactValue::Exists => lang.value_there(),
        FactValue::Text(text) => text.clone(),
        FactValue::Identifier { scheme, value } => format!("{scheme} {value}"),
        FactValue::Layer(layer) => phrases::layer(lang, *layer),
        FactValue::Criticality(criticality) => phrases::criticality(lang, *criticality),
        FactValue::Rest(rest) => {
            not_disclosed(lang, rest).unwrap_or_else(|| lang.value_nothing_else())
        }
        FactValue::Requirement(requirement) => of_requirement(lang, requirement),
        FactValue::Party(id) | FactValue::Site(id) | FactValue::Country(id) => id.clone(),
        FactValue::Supply { on_withdrawal, .. } => match on_withdrawal {
            WithdrawalFact::NotSaid => lang.value_effect_not_said(),
            WithdrawalFact::Stops => lang.value_stops(),
            WithdrawalFact::StopsAfter(minutes) => {
                lang.value_stops_after(&lang.duration(Some(*minutes)))
            }
            WithdrawalFact::Survives => lang.value_survives(),
        },
        FactValue::Change { how, because, .. } => {
            let words: Vec<String> =
                how.map(|way| change_way(lang, way)).into_iter().chain(because.clone()).collect();
            if words.is_empty() { lang.value_there() } else { words.join(", ") }
        }
        FactValue::Recovery { because, .. } => because.clone().unwrap_or(lang.value_there()),
        FactValue::Places(needed) => places(lang, *needed),
        FactValue::Duration(minutes) => lang.duration(Some(*minutes)),
        FactValue::Organisation => lang.value_organisation(),
        FactValue::Data { class, form } => {
            let class = class.iter().cloned();
            class.chain([of_form(lang, form)]).collect::<Vec<_>>().join(", ")
        }
        FactValue::Holding { at_least, at_most, .. } => phrases::share(lang, *at_least, *at_most),
        FactValue::Control { entity, by } => {
            by.as_ref().map_or_else(|| entity.clone(), |by| format!("{entity}, {by}"))
        }
        FactValue::Alternative(alternative) => of_alternative(lang, alternative),
        FactValue::Effect(Effect::Access) => lang.value_access(),
        FactValue::Effect(Effect::Denial) => lang.value_denial(),
        FactValue::Rule { grade, after: 0, .. } => phrases::grade(lang, *grade),
        FactValue::Rule { grade, after, .. } => {
            let after = lang.value_after(&lang.duration(Some(*after)));
            format!("{}, {after}", phrases::grade(lang, *grade))
        }
    }
}

fn change_way(lang: Lang, way: ChangeWay) -> String {
    match way {
        ChangeWay::AutomaticUpdates => lang.automatic_updates(),
        ChangeWay::RemoteMaintenance => lang.remote_maintenance(),
        ChangeWay::ControlPlane => lang.control_plane(),
        ChangeWay::Configuration => lang.change_of_configuration(),
    }
}

fn places(lang: Lang, needed: PlacesFact) -> String {
    match needed {
        PlacesFact::All => lang.all_places(),
        PlacesFact::AtLeast(places) => places.to_string(),
    }
}

/// "cost 120000, lead time 180 d, other suppliers (acme), stand-in mail-2".
fn of_alternative(lang: Lang, option: &AlternativeFact) -> String {
    let mut words = vec![lang.value_cost(option.cost)];
    words.extend(
        option.lead_time.map(|minutes| lang.value_lead_time(&lang.duration(Some(minutes)))),
    );
    words.push(of_changes(lang, option, &|_, id| id.to_owned()));
    words.join(", ")
}

/// What the things are called that an option names; ids where nobody says.
pub(super) type Names<'n> = &'n dyn Fn(SubjectKind, &str) -> String;

/// "supplier: acme (survives), mail-2 stands in".
pub(super) fn of_changes(lang: Lang, option: &AlternativeFact, names: Names<'_>) -> String {
    let mut words = Vec::new();
    for (field, list) in [
        (Field::Requirement, &option.requirements),
        (Field::Operator, &option.operators),
        (Field::Supplier, &option.suppliers),
        (Field::Site, &option.locations),
        (Field::Data, &option.data),
        (Field::ChangedBy, &option.changed_by),
    ] {
        let Some(list) = list else { continue };
        words.push(said(lang, field, &stated(lang, list, names)));
    }
    if let Some(needed) = option.needs_places {
        words.push(said(lang, Field::NeedsPlaces, &places(lang, needed)));
    }
    if let Some(minutes) = option.restarts_in {
        words.push(said(lang, Field::RestartsIn, &lang.duration(Some(minutes))));
    }
    if let Some(items) = &option.recovers_with {
        words.push(said(lang, Field::RecoversWith, &listed(lang, items, names)));
    }
    if !option.terms.is_empty() {
        words.push(lang.value_terms(&listed(lang, &option.terms, names)));
    }
    if let Some(id) = &option.stand_in {
        let stand_in = lang.value_stand_in(&names(SubjectKind::Component, id));
        words.push(match option.starts_in {
            0 => stand_in,
            minutes => {
                format!("{stand_in}, {}", lang.value_starts_in(&lang.duration(Some(minutes))))
            }
        });
    }
    words.join(phrases::semicolon(lang))
}

/// "operator: acme".
fn said(lang: Lang, field: Field, value: &str) -> String {
    format!("{}{}{value}", self::field(lang, field), phrases::colon(lang))
}

/// The items, and what is said of the rest where it is not known.
fn stated(lang: Lang, list: &ListFact, names: Names<'_>) -> String {
    match list.rest.as_ref().and_then(|rest| not_disclosed(lang, rest)) {
        None => listed(lang, &list.items, names),
        Some(rest) if list.items.is_empty() => rest,
        Some(rest) => format!("{}, {rest}", listed(lang, &list.items, names)),
    }
}

/// What is said of a rest that is not disclosed; nothing where there is none.
fn not_disclosed(lang: Lang, rest: &RestFact) -> Option<String> {
    match rest {
        RestFact::Undisclosed => Some(lang.value_undisclosed()),
        RestFact::Hidden(hidden) => Some(of_hidden(lang, hidden)),
        RestFact::Nothing => None,
    }
}

fn listed(lang: Lang, items: &[ItemFact], names: Names<'_>) -> String {
    let item = |item: &ItemFact| match &item.value {
        FactValue::Supply { entity, .. } => {
            let entity = names(SubjectKind::Entity, entity);
            format!("{entity} ({})", of_value(lang, &item.value))
        }
        FactValue::Change { entity, how, because } => {
            let entity = names(SubjectKind::Entity, entity);
            match how.is_some() || because.is_some() {
                true => format!("{entity} ({})", of_value(lang, &item.value)),
                false => entity,
            }
        }
        FactValue::Recovery { component, .. } => names(SubjectKind::Component, component),
        FactValue::Requirement(requirement) => needed(lang, requirement, names),
        FactValue::Party(entity) => names(SubjectKind::Entity, entity),
        FactValue::Site(site) => names(SubjectKind::Site, site),
        value => of_value(lang, value),
    };
    match items {
        [] => lang.nothing(),
        items => items.iter().map(item).collect::<Vec<_>>().join(", "),
    }
}

/// "a or b", "2 of (a, b, c)".
fn needed(lang: Lang, requirement: &RequirementFact, names: Names<'_>) -> String {
    let all = |of: &[RequirementFact]| -> Vec<String> {
        of.iter().map(|member| needed(lang, member, names)).collect()
    };
    let need = match &requirement.need {
        NeedFact::Component(id) => names(SubjectKind::Component, id),
        NeedFact::AllOf(of) => format!("({})", all(of).join(", ")),
        NeedFact::AnyOf(of) => all(of).join(&format!(" {} ", lang.value_or())),
        NeedFact::AtLeast { k, of } => lang.value_at_least(*k, &all(of).join(", ")),
    };
    if requirement.soft { lang.value_softly(&need) } else { need }
}

fn of_form(lang: Lang, form: &FormFact) -> String {
    match form {
        FormFact::NotSaid => lang.data_not_said(),
        FormFact::Clear => lang.value_clear(),
        FormFact::Encrypted { keys, rest } => {
            let mut keys = keys.clone();
            match rest {
                None => keys.push(lang.data_not_said()),
                Some(rest) => keys.extend(not_disclosed(lang, rest)),
            }
            if keys.is_empty() {
                keys.push(lang.nothing());
            }
            lang.value_encrypted(&keys.join(", "))
        }
    }
}

/// "undisclosed (hoster-x; not g, US)".
fn of_hidden(lang: Lang, hidden: &HiddenFact) -> String {
    let list = |names: &[String]| {
        let bare =
            names.iter().map(|name| name.split_once(':').map_or(name.as_str(), |(_, id)| id));
        bare.collect::<Vec<_>>().join(", ")
    };
    let mut words: Vec<String> = hidden.name.iter().cloned().collect();
    if !hidden.not.is_empty() {
        words.push(lang.value_hidden_not(&list(&hidden.not)));
    }
    words.extend(hidden.among.as_deref().map(|among| lang.value_hidden_among(&list(among))));
    lang.value_undisclosed_of(&words.join("; "))
}

/// How the loss of what is needed is borne and why it is needed, then the same of each member that
/// says more than who it is: "tolerates 4 h, b (tolerates 1 h, until 30 June 2027)".
fn of_requirement(lang: Lang, requirement: &RequirementFact) -> String {
    let mut words = borne(lang, requirement);
    of_members(lang, &requirement.need, &mut words);
    if words.is_empty() {
        words.push(lang.value_there());
    }
    words.join(", ")
}

fn borne(lang: Lang, requirement: &RequirementFact) -> Vec<String> {
    let mut words = Vec::new();
    if requirement.soft {
        words.push(lang.soft());
    }
    if requirement.tolerates > 0 {
        words.push(lang.value_tolerates(&lang.duration(Some(requirement.tolerates))));
    }
    if requirement.starts_in > 0 {
        words.push(lang.value_starts_in(&lang.duration(Some(requirement.starts_in))));
    }
    words.extend(requirement.because.clone());
    words.extend(note(lang, &requirement.note));
    words
}

fn of_members(lang: Lang, need: &NeedFact, words: &mut Vec<String>) {
    let (NeedFact::AllOf(of) | NeedFact::AnyOf(of) | NeedFact::AtLeast { of, .. }) = need else {
        return;
    };
    for member in of {
        let own = borne(lang, member);
        if !own.is_empty() {
            let name = needed(lang, member, &|_, id| id.to_owned());
            words.push(format!("{name} ({})", own.join(", ")));
        }
        of_members(lang, &member.need, words);
    }
}
