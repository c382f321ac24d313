//! Twenty cases that people know, each with where its chain of control ends, or that it has no single end.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a catalogue that is refused fails the test with its report"
)]

use std::collections::BTreeSet;

use trefonds_ask::{SinglePointOptions, facts};
use trefonds_catalogue::Embedded;
use trefonds_declare::{Fact, FactValue, Field, SubjectKind};
use trefonds_findings::Certainty;
use trefonds_inventory::{LoadOptions, Style, load_texts, render};
use trefonds_model::{Level, Question};

/// An entity, the parents that must stand directly above it (and their sources are read or not), its country.
struct Case {
    entity: &'static str,
    country: &'static str,
    above: &'static [(&'static str, bool)],
}

const CASES: [Case; 24] = [
    case("hornetsecurity-sas-formerly-vade", "FR", &[("hornetsecurity", true)]),
    case("hornetsecurity", "DE", &[("proofpoint", true)]),
    case("proofpoint", "US", &[("thoma-bravo", true)]),
    case("gandi", "FR", &[("youronline", true)]),
    case("bleu", "FR", &[("orange", true), ("capgemini", true)]),
    case("thales-cloud-securise-sas-s3ns", "FR", &[("thales", true)]),
    case("elastic", "NL", &[]),
    case("akenes", "CH", &[("a1-digital-international", false)]),
    case("a1-telekom-austria", "AT", &[("america-movil-sab-de-cv", true)]),
    case("ovh", "FR", &[("ovh-groupe", true)]),
    case("comodo-ca", "GB", &[("sectigo", true)]),
    case("imperva", "US", &[("thales", true)]),
    case("vimeocom", "US", &[("bending-spoons", true)]),
    case("github", "US", &[("microsoft", true)]),
    case("linkedin", "US", &[("microsoft", true)]),
    case("vmware", "US", &[("broadcom", true)]),
    case("red-hat-inc", "US", &[("international-business-machines", true)]),
    case("globalsign", "BE", &[("gmo-globalsign-holdings", false)]),
    case("auth0", "US", &[("okta", true)]),
    case("mandiant", "US", &[("google", true)]),
    case("google", "US", &[("alphabet", true)]),
    case(
        "cloud-software-group",
        "US",
        &[("vista-equity-partners", true), ("elliott-investment-management", true)],
    ),
    case("suse", "LU", &[("marcel-lux-iii", true)]),
    case("npm", "US", &[("github", false)]),
];

const fn case(
    entity: &'static str,
    country: &'static str,
    above: &'static [(&'static str, bool)],
) -> Case {
    Case { entity, country, above }
}

/// What the catalogue says of the cases, joined as any inventory joins it.
fn known() -> Vec<Fact> {
    let mut text =
        "trefonds: 1\nhome: [EU]\nas_of: 2026-11-30\ncatalogue: 2026.11\ncomponents:\n".to_owned();
    for (at, case) in CASES.iter().enumerate() {
        text.push_str(&format!("  c{at}: {{layer: application, operator: {}}}\n", case.entity));
    }
    let options = LoadOptions { shelf: Some(&Embedded), ..LoadOptions::default() };
    let loaded = load_texts(vec![("cases.yaml".to_owned(), text.into_bytes())], &options);
    let problems = render(&loaded.diagnostics, loaded.sources(), Style::default());
    facts(&loaded.inventory.unwrap_or_else(|| panic!("{problems}"))).facts
}

#[test]
fn known_cases_are_as_their_sources_say() {
    let facts = known();
    for Case { entity, country, above } in CASES {
        let own: Vec<&Fact> = facts
            .iter()
            .filter(|it| it.key.subject == SubjectKind::Entity && it.key.id == entity)
            .collect();
        let countries = own.iter().filter(|it| it.key.field == Field::Country);
        let countries: Vec<&str> =
            countries.map(|it| it.key.item.as_str()).filter(|it| !it.is_empty()).collect();
        assert_eq!(countries, [country], "{entity}");
        let parents =
            own.iter().filter(|it| matches!(it.key.field, Field::OwnedBy | Field::ControlledBy));
        let parents: BTreeSet<(String, bool)> = parents
            .filter(|it| !matches!(it.value, FactValue::Rest(_)) && it.key.item != "dispersed")
            .filter(|it| it.note.until.is_none())
            .map(|it| {
                assert!(it.note.candidate || it.note.source.is_some(), "{entity}: {it:?}");
                (it.key.item.clone(), !it.note.candidate)
            })
            .collect();
        for (parent, read) in above {
            assert!(parents.contains(&((*parent).to_owned(), *read)), "{entity}: {parents:?}");
        }
        if above.is_empty() {
            assert!(parents.is_empty(), "{entity}: {parents:?}");
        }
    }
}

/// A joint venture has no single controller, and the analysis finds none.
#[test]
fn bleu_has_no_single_controller() {
    let text = "trefonds: 1\nhome: [EU]\nas_of: 2026-11-30\ncatalogue: 2026.11\ncomponents:\n  top: {layer: service, depends_on: cloud}\n  cloud: {is: bleu/cloud}\n";
    let options = LoadOptions { shelf: Some(&Embedded), ..LoadOptions::default() };
    let loaded = load_texts(vec![("bleu.yaml".to_owned(), text.into())], &options);
    let model = loaded.inventory.unwrap();
    let asked = trefonds_ask::Options { as_of: None, home: None, question: Question::Withdrawal };
    let analysis = trefonds_ask::Analysis::new(&model, &asked);
    let points = analysis.single_points(&SinglePointOptions {
        home_too: true,
        ..SinglePointOptions::at(Level::Controller)
    });
    let certain = points.findings.iter().filter(|it| it.certainty == Certainty::Certain);
    let certain: Vec<&str> = certain.map(|it| it.event.as_str()).collect();
    assert!(!certain.contains(&"orange") && !certain.contains(&"capgemini"), "{certain:?}");
}
