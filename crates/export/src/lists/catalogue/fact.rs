//! A fact of the catalogue in words, and as a record.

use trefonds_findings::{
    CatalogueFact, CatalogueFactKind as Fact, CatalogueGround, CatalogueReach, CatalogueValue,
    CatalogueWithdrawal, Link, Named, Provenance,
};
use trefonds_lang::Lang;

use crate::lists::{keys, phrases, proof_of};

/// A name with its id, where they differ.
pub(super) fn named(it: &Named) -> String {
    if it.id == it.name { it.id.clone() } else { format!("{} ({})", it.name, it.id) }
}

/// What a fact is about.
fn label(lang: Lang, fact: Fact) -> String {
    match fact {
        Fact::Operator => lang.said_operator(),
        Fact::Supplier => lang.said_supplier(),
        Fact::ChangedBy => lang.said_changed_by(),
        Fact::Place => lang.fact_place(),
        Fact::RestsOn => lang.fact_rests_on(),
        Fact::Country => lang.said_country(),
        Fact::Owner => lang.fact_owner(),
        Fact::Controller => lang.fact_controller(),
        Fact::Within => lang.fact_within(),
        Fact::Reaches => lang.fact_reaches(),
        Fact::Targets => lang.fact_targets(),
        Fact::Spares => lang.fact_spares(),
    }
}

fn value(lang: Lang, value: &CatalogueValue) -> String {
    match value {
        CatalogueValue::Thing(thing) => named(thing),
        CatalogueValue::Country(code) => lang.country(code),
        CatalogueValue::Dispersed => lang.value_is_dispersed(),
        CatalogueValue::None => lang.value_is_none(),
        CatalogueValue::Undisclosed => lang.value_is_undisclosed(),
        CatalogueValue::Organisation => lang.value_is_organisation(),
        CatalogueValue::Nothing => String::new(),
    }
}

fn withdrawal(lang: Lang, it: CatalogueWithdrawal) -> String {
    match it {
        CatalogueWithdrawal::NotSaid => lang.value_effect_not_said(),
        CatalogueWithdrawal::StopsAfter(0) => lang.value_stops(),
        CatalogueWithdrawal::StopsAfter(minutes) => {
            lang.value_stops_after(&lang.duration(Some(minutes)))
        }
        CatalogueWithdrawal::Survives => lang.value_survives(),
    }
}

fn link(lang: Lang, link: Link) -> String {
    match link {
        Link::Direct => lang.link_direct(),
        Link::ViaControl => lang.link_via_control(),
        Link::ViaGroup => lang.link_via_group(),
        Link::Technology => lang.link_technology(),
    }
}

fn reach(lang: Lang, it: &CatalogueReach) -> String {
    let channel = phrases::channel(lang, Some(it.channel), None);
    let mut words = vec![channel, link(lang, it.link), phrases::grade(lang, it.grade)];
    if it.after_minutes > 0 {
        words.push(lang.value_after(&lang.duration(Some(it.after_minutes))));
    }
    words.join(", ")
}

/// All that a fact says besides, apart from dates.
fn details(lang: Lang, fact: &CatalogueFact) -> Vec<String> {
    let mut more = Vec::new();
    if let Some((at_least, at_most)) = fact.votes {
        more.push(lang.votes_of(&phrases::share(lang, at_least, at_most)));
    }
    more.extend(fact.by.clone());
    more.extend(fact.on_withdrawal.map(|it| withdrawal(lang, it)));
    if fact.how.is_some() {
        more.push(phrases::way(lang, fact.how).trim_matches([' ', '(', ')']).to_owned());
    }
    if fact.soft {
        more.push(lang.fact_soft());
    }
    if fact.in_a_group {
        more.push(lang.fact_in_a_group());
    }
    more.extend(fact.reach.as_ref().map(|it| reach(lang, it)));
    more
}

/// The dates of a fact.
fn dates(lang: Lang, ground: &CatalogueGround) -> Vec<String> {
    let from = ground.from.as_ref().map(|day| lang.fact_from(&lang.day(day)));
    let until = ground.until.as_ref().map(|day| lang.fact_until(&lang.day(day)));
    from.into_iter().chain(until).collect()
}

/// What a fact says besides what it names.
fn besides(lang: Lang, fact: &CatalogueFact) -> Vec<String> {
    let mut words = details(lang, fact);
    words.extend(dates(lang, &fact.ground));
    words
}

/// A fact in one line: who or what, and what is said besides.
pub(super) fn sentence(lang: Lang, fact: &CatalogueFact) -> String {
    let mut words = vec![value(lang, &fact.value)];
    words.extend(besides(lang, fact));
    words.retain(|word| !word.is_empty());
    format!("{}{}{}", label(lang, fact.fact), phrases::colon(lang), words.join(", "))
}

/// The same from the other end: whose fact it is, and what is said besides.
pub(super) fn turned(lang: Lang, of: &Named, fact: &CatalogueFact) -> String {
    let mut words = vec![label(lang, fact.fact)];
    words.extend(besides(lang, fact));
    format!("{}{}{}", named(of), phrases::colon(lang), words.join(", "))
}

/// Where a fact stands, its source, and whether anybody verified it.
pub(super) fn ground(lang: Lang, ground: &CatalogueGround) -> String {
    // That nobody verified it is told once.
    let unverified = ground.provenance.unverified && !ground.candidate;
    let mut text = proof_of(lang, &Provenance { unverified, ..ground.provenance.clone() });
    if ground.candidate {
        text.push_str(&format!("  [{}]", lang.fact_candidate()));
    }
    text
}

/// What a fact names, for programs.
pub(super) fn value_key(fact: &CatalogueFact) -> String {
    match &fact.value {
        CatalogueValue::Thing(thing) => thing.id.clone(),
        CatalogueValue::Country(code) => code.clone(),
        CatalogueValue::Nothing => String::new(),
        other => keys::tag(other),
    }
}

/// What a fact says besides, for programs.
pub(super) fn details_key(fact: &CatalogueFact) -> String {
    details(Lang::default(), fact).join("; ")
}
