//! Rules that can match nothing in an inventory: they would pass for ever, and nobody would notice.

use std::collections::BTreeSet;

use trefonds_findings::{
    Criticality, FactValue, Field, Jurisdiction, Layer, SubjectKind as Declared,
};

use crate::policy::{Check, Evidence, Fault, FaultKind, Policy, PolicyReport, Rule};

/// Every rule that can match nothing, with what there is: a jurisdiction that is none, a class of data
/// that no component holds, a criticality that no service has, a layer or a field without a fact.
///
/// A country that the inventory does not name yet is none of these: the rule guards against what may
/// come.
#[must_use]
pub fn blind(policy: &Policy, evidence: &Evidence<'_>, report: &PolicyReport) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (rule, outcome) in policy.rules.iter().zip(&report.rules) {
        if let Check::Exposure(exposure) = &rule.check {
            let jurisdiction = exposure.jurisdiction.as_deref();
            faults.extend(
                jurisdiction
                    .and_then(|written| no_jurisdiction(written, evidence))
                    .map(|kind| fault(rule, "jurisdiction", kind)),
            );
            let class = exposure.data.as_deref().and_then(|written| no_class(written, evidence));
            faults.extend(class.map(|kind| fault(rule, "data", kind)));
        }
        if outcome.checked.is_empty() {
            faults.extend(speaks_of_nothing(rule, evidence));
        }
    }
    faults
}

fn fault(rule: &Rule, key: &str, kind: FaultKind) -> Fault {
    let at = rule.places.get(key).unwrap_or(&rule.at).clone();
    Fault { at, kind }
}

fn no_jurisdiction(written: &str, evidence: &Evidence<'_>) -> Option<FaultKind> {
    let known = jurisdictions(evidence);
    if known.contains(written) {
        return None;
    }
    let state = match Jurisdiction::parse(written) {
        Some(Jurisdiction::Country(country)) => country.territory_of().map(|(state, _)| state),
        Some(Jurisdiction::Union(_)) => return None,
        None => {
            let (written, known) = (written.to_owned(), known.into_iter().collect());
            return Some(FaultKind::NoSuchJurisdiction { written, known });
        }
    };
    let state = state?.code().to_owned();
    Some(FaultKind::TerritoryOf { written: written.to_owned(), state })
}

/// The codes that findings on exposure may have: of laws, and of the states of countries.
fn jurisdictions(evidence: &Evidence<'_>) -> BTreeSet<String> {
    let codes = evidence.facts.facts.iter().filter_map(|fact| match &fact.value {
        FactValue::Country(code) => match Jurisdiction::parse(code)? {
            Jurisdiction::Country(country) => Some(country.state().code().to_owned()),
            Jurisdiction::Union(_) => None,
        },
        FactValue::Text(code) if fact.key.field == Field::Jurisdiction => Some(code.clone()),
        _ => None,
    });
    codes.collect()
}

fn no_class(written: &str, evidence: &Evidence<'_>) -> Option<FaultKind> {
    let classes = evidence.facts.facts.iter().filter_map(|fact| match &fact.value {
        FactValue::Data { class, .. } => class.clone(),
        _ => None,
    });
    let known: BTreeSet<String> = classes.collect();
    (!known.contains(written)).then(|| FaultKind::NoSuchClass {
        written: written.to_owned(),
        known: known.into_iter().collect(),
    })
}

/// What a rule that looked at nothing asks for; `None` when it asks for everything.
fn speaks_of_nothing(rule: &Rule, evidence: &Evidence<'_>) -> Option<Fault> {
    match &rule.check {
        Check::Owners(owners) if owners.layers.is_some() => {
            let known = layers(evidence);
            Some(fault(rule, "layers", FaultKind::NoSuchLayer { known }))
        }
        Check::VerifiedWithin(wanted) if wanted.fields.is_some() && evidence.day().is_some() => {
            Some(fault(rule, "fields", FaultKind::NoSuchField))
        }
        check if check.criticality().is_some_and(|least| least != Criticality::Minor) => {
            let services = evidence.overview.services.iter();
            let known: BTreeSet<Criticality> = services.map(|it| it.criticality).collect();
            let known = known.into_iter().collect();
            Some(fault(rule, "criticality", FaultKind::NothingSoCritical { known }))
        }
        _ => None,
    }
}

fn layers(evidence: &Evidence<'_>) -> Vec<Layer> {
    let facts = evidence.facts.facts.iter();
    let components = facts.filter(|fact| fact.key.subject == Declared::Component);
    let layers: BTreeSet<Layer> = components
        .filter_map(|fact| match fact.value {
            FactValue::Layer(layer) => Some(layer),
            _ => None,
        })
        .collect();
    layers.into_iter().collect()
}
