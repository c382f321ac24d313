//! An inventory that uses the catalogue says what it would say if the facts that it uses were written in it. The
//! judge here works on facts by name alone, the slow and obvious way.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a catalogue that is refused fails the test with its report"
)]

use std::collections::{BTreeMap, BTreeSet};

use trefonds_ask::facts;
use trefonds_catalogue::{Embedded, files};
use trefonds_declare::forms::Edition;
use trefonds_declare::{Fact, FactValue, Field, NeedFact, Shelf, SubjectKind, Wanted};
use trefonds_inventory::{LoadOptions, Style, load_texts, render};
use trefonds_model::Inventory;

const ROOT: &str = "trefonds: 1\nhome: [FR, EU]\nas_of: 2026-11-30\n";

fn load(texts: Vec<(String, String)>, shelf: Option<&dyn Shelf>) -> Inventory {
    let texts = texts.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    let loaded = load_texts(texts, &LoadOptions { shelf, ..LoadOptions::default() });
    let problems = render(&loaded.diagnostics, loaded.sources(), Style::default());
    loaded.inventory.unwrap_or_else(|| panic!("{problems}"))
}

/// Facts by name, without their places.
type Known = BTreeMap<(SubjectKind, String), Vec<Fact>>;

fn by_subject(model: &Inventory) -> Known {
    let mut known = Known::new();
    for fact in facts(model).facts {
        known.entry((fact.key.subject, fact.key.id.clone())).or_default().push(fact);
    }
    known
}

/// All of the catalogue, as if somebody had typed it: what nobody verified is a candidate.
fn typed() -> Known {
    let mut texts = vec![("root.yaml".to_owned(), ROOT.to_owned())];
    for (path, text) in files().filter(|(_, text)| !text.starts_with("trefonds-")) {
        let text = format!("\n{text}").replace("\noffers:", "\ncomponents:");
        texts.push((path.to_owned(), text));
    }
    let mut known = by_subject(&load(texts, None));
    let can_be_doubted = [
        Field::Requirement,
        Field::Operator,
        Field::Supplier,
        Field::ChangedBy,
        Field::Site,
        Field::Data,
        Field::Country,
        Field::OwnedBy,
        Field::ControlledBy,
    ];
    for fact in known.values_mut().flatten() {
        let verified = fact.note.verified.as_deref().is_some_and(|day| day != "false");
        let item = !matches!(fact.value, FactValue::Rest(_));
        let subject = !matches!(fact.key.subject, SubjectKind::Law | SubjectKind::Source);
        if subject && item && can_be_doubted.contains(&fact.key.field) && !verified {
            fact.note.candidate = true;
        }
        doubt_members(&mut fact.value);
    }
    known
}

fn doubt_members(value: &mut FactValue) {
    let FactValue::Requirement(requirement) = value else { return };
    let mut queue = vec![requirement];
    while let Some(it) = queue.pop() {
        if let NeedFact::AllOf(of) | NeedFact::AnyOf(of) | NeedFact::AtLeast { of, .. } =
            &mut it.need
        {
            for member in of {
                member.note.candidate |= member.note.verified.as_deref() == Some("false");
                queue.push(member);
            }
        }
    }
}

/// Every id in a fact, whatever it is of.
fn words(fact: &Fact) -> Vec<String> {
    let text = serde_json::to_string(&(&fact.key.item, &fact.value, &fact.note.source)).unwrap();
    let ends = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'));
    text.split(ends).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The facts of an inventory of components that are offers, each of which says so and nothing else.
fn expected(own: &BTreeMap<String, String>, catalogue: &Known) -> BTreeSet<String> {
    let mut all = Vec::new();
    let mut queue: Vec<Fact> = Vec::new();
    for (id, offer) in own {
        let key = (SubjectKind::Component, offer.clone());
        for fact in &catalogue[&key] {
            let mut fact = fact.clone();
            fact.key.id.clone_from(id);
            if fact.key.field == Field::Exists {
                fact.note = Default::default();
            }
            queue.push(fact);
        }
        let mut is = catalogue[&key][0].clone();
        (is.key.id, is.key.field, is.value) =
            (id.clone(), Field::Is, FactValue::Text(offer.clone()));
        is.note = Default::default();
        queue.push(is);
    }
    let mut met: BTreeSet<(SubjectKind, String)> = BTreeSet::new();
    let kinds =
        [SubjectKind::Component, SubjectKind::Entity, SubjectKind::Site, SubjectKind::Source];
    while let Some(fact) = queue.pop() {
        for word in words(&fact) {
            for kind in kinds.into_iter().filter(|kind| means(&fact, *kind, &word)) {
                let key = (kind, word.clone());
                let Some(found) = catalogue.get(&key).filter(|_| met.insert(key.clone())) else {
                    continue;
                };
                queue.extend(found.iter().cloned());
                if kind == SubjectKind::Component {
                    let mut is = found[0].clone();
                    (is.key.field, is.value) = (Field::Is, FactValue::Text(word.clone()));
                    is.note = Default::default();
                    queue.push(is);
                }
            }
        }
        all.push(fact);
    }
    all.iter().map(line).collect()
}

/// Whether a word of a fact names something of a kind.
fn means(fact: &Fact, kind: SubjectKind, word: &str) -> bool {
    let source = fact.note.source.as_deref() == Some(word);
    let text = matches!(fact.value, FactValue::Text(_) | FactValue::Exists | FactValue::Layer(_));
    match kind {
        SubjectKind::Source => source,
        _ if text => false,
        SubjectKind::Component => fact.key.field == Field::Requirement,
        SubjectKind::Entity => !matches!(fact.key.field, Field::Requirement | Field::Within),
        SubjectKind::Site => matches!(fact.key.field, Field::Site | Field::Within),
        _ => false,
    }
}

/// A fact in one line, without its place.
fn line(fact: &Fact) -> String {
    serde_json::to_string(&(&fact.key, &fact.value, &fact.note)).unwrap()
}

fn told(model: &Inventory) -> BTreeSet<String> {
    let facts = facts(model).facts.into_iter();
    facts.filter(|fact| fact.key.subject != SubjectKind::Inventory).map(|it| line(&it)).collect()
}

/// Numbers that look drawn by chance, the same at each run.
fn draw(state: &mut u64, below: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    ((*state >> 33) as usize) % below
}

/// An inventory of some offers, of which none rests on another one.
fn drawn(state: &mut u64, offers: &[&str], catalogue: &Known) -> BTreeMap<String, String> {
    let mut own = BTreeMap::new();
    for at in 0..=draw(state, 6) {
        let offer = offers[draw(state, offers.len())].to_owned();
        if !own.values().any(|known| *known == offer) {
            own.insert(format!("own-{at}"), offer);
        }
    }
    let beneath = expected(&own, catalogue);
    own.retain(|_, offer| {
        let entered = format!("\"component\",\"id\":\"{offer}\"");
        !beneath.iter().any(|line| line.contains(&entered))
    });
    own
}

fn text_of(own: &BTreeMap<String, String>) -> String {
    let mut text = format!(
        "{ROOT}catalogue: 2026.11\ncomponents:\n  top: {{layer: service, depends_on: undisclosed}}\n"
    );
    for (id, offer) in own {
        text.push_str(&format!("  {id}: {{is: {offer}}}\n"));
    }
    text
}

/// What is expected of the component that is no offer.
fn without_top(lines: BTreeSet<String>) -> BTreeSet<String> {
    lines.into_iter().filter(|line| !line.contains("\"id\":\"top\"")).collect()
}

#[test]
fn the_facts_are_those_that_somebody_would_have_typed() {
    let catalogue = typed();
    let offers = Embedded.offers();
    let mut state = 7;
    for world in 0..150 {
        let own = drawn(&mut state, &offers, &catalogue);
        let model = load(vec![("own.yaml".to_owned(), text_of(&own))], Some(&Embedded));
        let (told, expected) = (without_top(told(&model)), expected(&own, &catalogue));
        let (more, less): (Vec<_>, Vec<_>) =
            (told.difference(&expected).collect(), expected.difference(&told).collect());
        assert!(
            more.is_empty() && less.is_empty(),
            "world {world}, {own:?}\nmore: {more:#?}\nless: {less:#?}"
        );
    }
}

/// The same catalogue, its files in another order.
#[derive(Debug)]
struct Shuffled;

impl Shelf for Shuffled {
    fn edition(&self) -> Edition {
        Embedded.edition()
    }
    fn offers(&self) -> Vec<&str> {
        Vec::new()
    }
    fn ids(&self, _: SubjectKind) -> Vec<&str> {
        Vec::new()
    }
    fn texts(&self, wanted: &Wanted) -> Vec<(String, String)> {
        let mut texts = Embedded.texts(wanted);
        texts.reverse();
        texts
    }
}

#[test]
fn the_order_of_the_files_of_the_catalogue_does_not_matter() {
    let catalogue = typed();
    let offers = Embedded.offers();
    let mut state = 11;
    for _ in 0..30 {
        let text = text_of(&drawn(&mut state, &offers, &catalogue));
        let of = |shelf: &dyn Shelf| {
            told(&load(vec![("own.yaml".to_owned(), text.clone())], Some(shelf)))
        };
        assert_eq!(of(&Embedded), of(&Shuffled));
    }
}

#[test]
fn what_an_inventory_says_itself_stands_fact_by_fact() {
    let text = format!(
        "{ROOT}catalogue: 2026.11\ncomponents:\n  mail: {{is: microsoft-365/exchange-online, operator: us, depends_on: none}}\n\
         entities:\n  us: {{country: FR, owned_by: none}}\n  microsoft: {{name: MS}}\n"
    );
    let model = load(vec![("own.yaml".to_owned(), text)], Some(&Embedded));
    let told = told(&model);
    let has = |parts: &[&str]| told.iter().any(|line| parts.iter().all(|part| line.contains(part)));
    assert!(has(&["\"mail\"", "\"operator\"", "\"us\""]));
    assert!(!has(&["\"mail\"", "\"operator\"", "microsoft-ireland"]));
    assert!(has(&["\"mail\"", "\"requirement\"", "microsoft-entra/entra-id"]));
    assert!(has(&["\"microsoft\"", "\"name\"", "MS"]));
    assert!(has(&["\"microsoft\"", "\"country\"", "US"]));
}

#[test]
fn without_a_word_of_it_nothing_is_taken() {
    let text = |line: &str| {
        format!(
            "{ROOT}{line}components:\n  a: {{layer: service, depends_on: none}}\nentities:\n  microsoft: {{name: MS}}\n"
        )
    };
    let of = |line: &str| told(&load(vec![("own.yaml".to_owned(), text(line))], Some(&Embedded)));
    assert_eq!(of(""), of("catalogue: none\n"));
    assert!(of("").len() < of("catalogue: 2026.11\n").len());
}
