//! What holds for the data, whoever adds to it.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a catalogue that is refused fails the test with its report"
)]

use std::collections::{BTreeMap, BTreeSet};

use trefonds_catalogue::{Kinds, Patterns, Rules, files, licences};
use trefonds_inventory::{LoadOptions, Style, load_texts, render};
use trefonds_model::{
    Component, Holder, Inventory, NoteIx, OnWithdrawal, Rest, Stated, Verification,
};

/// The whole catalogue as an inventory, through the door of all inventories.
fn whole() -> Inventory {
    let root = "trefonds: 1\nhome: [EU]\nas_of: 2026-11-30\n".to_owned();
    let in_format = |text: &str| !text.starts_with("trefonds-");
    let mut all = vec![("root.yaml".to_owned(), root.into_bytes())];
    for (path, text) in files().filter(|(_, text)| in_format(text)) {
        let text = match text.strip_prefix("offers:") {
            Some(rest) => format!("components:{rest}"),
            None => text.replace("\noffers:", "\ncomponents:"),
        };
        all.push((path.to_owned(), text.into_bytes()));
    }
    let loaded = load_texts(all, &LoadOptions::default());
    let problems = render(&loaded.diagnostics, loaded.sources(), Style::default());
    assert!(loaded.diagnostics.is_empty(), "{problems}");
    loaded.inventory.unwrap()
}

/// Every fact that has a note, and which it is.
fn facts(model: &Inventory) -> Vec<(String, NoteIx)> {
    let mut all = Vec::new();
    for it in &model.components {
        let id = model.text(it.id);
        let mut add = |field: &str, notes: Vec<NoteIx>| {
            all.extend(notes.into_iter().map(|note| (format!("{id} {field}"), note)));
        };
        add("depends_on", it.requirements.items.iter().map(|it| it.note).collect());
        add("operator", it.operators.items.iter().map(|it| it.note).collect());
        add("suppliers", it.suppliers.items.iter().map(|it| it.note).collect());
        add("changed_by", it.changes.items.iter().map(|it| it.note).collect());
    }
    for it in &model.entities {
        let id = model.text(it.id);
        let mut add = |field: &str, notes: Vec<NoteIx>| {
            all.extend(notes.into_iter().map(|note| (format!("{id} {field}"), note)));
        };
        add("country", it.country.items.iter().map(|it| it.note).collect());
        add("owned_by", it.owned_by.items.iter().map(|it| it.note).collect());
        add("controlled_by", it.controlled_by.items.iter().map(|it| it.note).collect());
    }
    for it in &model.sites {
        let id = model.text(it.id);
        all.extend(it.country.items.iter().map(|fact| (format!("{id} country"), fact.note)));
        all.extend(it.operators.items.iter().map(|fact| (format!("{id} operator"), fact.note)));
    }
    all
}

fn is_read(model: &Inventory, note: NoteIx) -> bool {
    matches!(
        model.notes.get(note).verification,
        Verification::Verified | Verification::VerifiedOn(_)
    )
}

#[test]
fn every_fact_is_sourced_and_dated_or_marked() {
    let model = whole();
    let cited: BTreeSet<&str> = model.cited.iter().map(|it| model.text(it.id)).collect();
    let mut wrong = Vec::new();
    for (fact, note) in facts(&model) {
        let said = model.notes.get(note);
        let source = said.source.map(|source| model.source_id(source));
        let known = source.is_some_and(|source| cited.contains(source));
        match said.verification {
            Verification::VerifiedOn(_) if known => {}
            Verification::Unverified => {}
            _ => wrong.push(fact),
        }
    }
    assert!(wrong.is_empty(), "{} of them: {wrong:#?}", wrong.len());
}

#[test]
fn ids_stand_where_the_index_finds_them() {
    let model = whole();
    let declared: BTreeSet<&str> = model.components.iter().map(|it| model.text(it.id)).collect();
    let kinds = Kinds::embedded();
    let found: BTreeSet<&str> = kinds.all().iter().flat_map(|kind| kinds.offers(kind)).collect();
    assert_eq!(found, declared);
    use trefonds_declare::{Shelf, SubjectKind};
    let of = |kind| trefonds_catalogue::Embedded.ids(kind).into_iter().collect::<BTreeSet<&str>>();
    assert_eq!(
        of(SubjectKind::Entity),
        model.entities.iter().map(|it| model.text(it.id)).collect()
    );
    assert_eq!(of(SubjectKind::Site), model.sites.iter().map(|it| model.text(it.id)).collect());
    assert_eq!(of(SubjectKind::Law), model.laws.iter().map(|it| model.text(it.id)).collect());
}

#[test]
fn no_chain_is_without_an_end() {
    let model = whole();
    let open =
        model.entities.iter().filter(|it| !it.owned_by.is_said() && !it.controlled_by.is_said());
    let open: Vec<&str> = open.map(|it| model.text(it.id)).collect();
    assert!(open.is_empty(), "{} of them: {open:#?}", open.len());
}

#[test]
fn a_pattern_leads_to_one_offer_unless_it_says_that_it_is_shared() {
    let patterns = Patterns::read(files()).unwrap();
    let model = whole();
    let offers: BTreeSet<&str> = model.components.iter().map(|it| model.text(it.id)).collect();
    let mut met: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for pattern in patterns.all() {
        assert!(offers.contains(pattern.offer.as_str()), "{}: {}", pattern.file, pattern.offer);
        let dated = (pattern.from.is_some() || pattern.until.is_some()).then_some(&pattern.offer);
        met.entry((pattern.kind, pattern.value.to_lowercase(), dated)).or_default().push(pattern);
    }
    let twice = met.values().filter(|all| all.len() > 1 && !all.iter().all(|it| it.shared));
    let twice: Vec<String> = twice
        .map(|all| {
            format!(
                "{}:{} of {:?}",
                all[0].kind,
                all[0].value,
                all.iter().map(|it| &it.offer).collect::<Vec<_>>()
            )
        })
        .collect();
    assert!(twice.is_empty(), "{twice:#?}");
    let sources: BTreeSet<&str> = model.cited.iter().map(|it| model.text(it.id)).collect();
    let read = patterns.all().iter().filter(|it| it.verified.is_some());
    let loose: Vec<&str> = read
        .filter(|it| !it.source.as_deref().is_some_and(|source| sources.contains(source)))
        .map(|it| it.value.as_str())
        .collect();
    assert!(loose.is_empty(), "read, and at no source: {loose:#?}");
}

#[test]
fn no_source_is_of_a_licence_that_cannot_be_passed_on() {
    let model = whole();
    let sources: BTreeSet<&str> = model.cited.iter().map(|it| model.text(it.id)).collect();
    let licences = licences(files()).unwrap();
    assert!(licences.len() > 10);
    for licence in licences {
        assert!(sources.contains(licence.source.as_str()), "{} is no source", licence.source);
        let text = licence.licence.to_uppercase();
        let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        for forbidden in ["NC", "GPL", "AGPL", "POLYFORM"] {
            assert!(!parts.contains(&forbidden), "{}: {}", licence.source, licence.licence);
        }
        let bare = ["GPL", "AGPL"].iter().any(|it| parts.iter().any(|part| part.starts_with(it)));
        assert!(!bare, "{}: {}", licence.source, licence.licence);
    }
}

#[test]
fn a_region_is_verified_by_two_sources() {
    let model = whole();
    let alone: Vec<&str> = (model.sites.iter())
        .filter(|site| {
            site.country.items.iter().any(|fact| {
                let source = model.notes.get(fact.note).source.map(|it| model.source_id(it));
                is_read(&model, fact.note) && !source.is_some_and(|it| it.contains("-and-"))
            })
        })
        .map(|site| model.text(site.id))
        .collect();
    assert!(alone.is_empty(), "{alone:#?}");
}

#[test]
fn rules_speak_of_what_there_is_in_both_languages() {
    let rules = Rules::read(files()).unwrap();
    let kinds = Kinds::embedded();
    let all: BTreeSet<&str> = kinds.all().into_iter().collect();
    assert!(rules.all().len() >= 30, "{}", rules.all().len());
    for rule in rules.all() {
        assert!(!rule.suggest.is_empty(), "{}", rule.id);
        for it in &rule.suggest {
            let known = match (&it.offer, &it.kind) {
                (Some(offer), _) => kinds.of(offer).is_some(),
                (None, Some(kind)) => all.contains(kind.as_str()),
                (None, None) => false,
            };
            assert!(known, "{}: {it:?}", rule.id);
        }
    }
}

/// Whether nothing of a list is left open.
fn is_complete<T>(list: &Stated<T>) -> bool {
    list.rest == Rest::Nothing
}

/// Operator, suppliers with what their withdrawal does, something read that it rests on, a dated source.
fn is_whole(model: &Inventory, offer: &Component) -> bool {
    let read = |note| is_read(model, note);
    let operator = offer.layer == trefonds_model::Layer::Software
        || offer.operators.items.iter().any(|it| read(it.note));
    let suppliers = is_complete(&offer.suppliers)
        && offer.suppliers.items.iter().all(|it| it.on_withdrawal != OnWithdrawal::NotSaid);
    let rests = offer.requirements.items.iter().any(|it| read(it.note))
        || (offer.requirements.items.is_empty() && is_complete(&offer.requirements));
    operator && suppliers && rests && read(offer.note)
}

#[test]
fn it_is_as_large_as_it_is_said_to_be() {
    let model = whole();
    let kinds = Kinds::embedded();
    assert!(model.components.len() >= 300, "{} offers", model.components.len());
    assert!(kinds.all().len() >= 50, "{} kinds", kinds.all().len());
    let regions = model.sites.iter().filter(|site| site.within.is_none()).count();
    assert!(regions >= 400, "{regions} regions");
    let offers: Vec<&Component> =
        model.components.iter().filter(|it| is_whole(&model, it)).collect();
    assert!(offers.len() >= 150, "{} whole offers", offers.len());
}

/// Entities of which every link up to a top was read.
fn read_to_the_top(model: &Inventory) -> usize {
    let read = |entity: usize| {
        let (mut queue, mut met) = (vec![entity], BTreeSet::new());
        while let Some(at) = queue.pop() {
            if !met.insert(at) {
                continue;
            }
            let it = &model.entities[at];
            let said = it.owned_by.is_said() || it.controlled_by.is_said();
            let open = it.owned_by.rest == Rest::Undisclosed;
            let holdings = it.owned_by.items.iter().all(|it| is_read(model, it.note));
            let links = it.controlled_by.items.iter().all(|it| is_read(model, it.note));
            if !said || open || !holdings || !links {
                return false;
            }
            queue.extend(it.owned_by.items.iter().filter_map(|it| match it.holder {
                Holder::Entity(holder) => Some(holder.at()),
                Holder::Dispersed => None,
            }));
            queue.extend(it.controlled_by.items.iter().map(|it| it.entity.at()));
        }
        true
    };
    (0..model.entities.len()).filter(|entity| read(*entity)).count()
}

#[test]
fn so_many_chains_are_read_to_the_top() {
    let model = whole();
    let read = read_to_the_top(&model);
    assert!(read >= 150, "{read} of {}", model.entities.len());
}
