//! A policy file to a policy, or what is wrong with it: file, line, column, what to write instead.

use std::path::Path;

use trefonds_export::lists::phrases::{criticality_key, layer_key};
use trefonds_findings::{Jurisdiction, SourceAt};
use trefonds_inventory::small;
use trefonds_lang::Lang;
use trefonds_policy::{Fault, FaultKind, Policy, PolicyFile};

use crate::commands::scenario::{all_of, nearest};
use crate::commands::small_file::{text_of, trouble};
use crate::failure::Failure;

/// Reads a policy.
pub(super) fn read(path: &Path, lang: Lang) -> Result<Policy, Failure> {
    let text = text_of(path, lang)?;
    let file = path.display().to_string().replace('\\', "/");
    let at = |(line, column)| SourceAt { file: file.clone(), line, column };
    let (parsed, places) = small::read::<PolicyFile>(&text)
        .map_err(|error| refused(lang, &[(at(error.position), trouble(lang, &error.trouble))]))?;
    Policy::new(parsed, &|path| at(places.of(path))).map_err(|faults| faulty(&faults, lang))
}

/// Every fault of a policy, told.
pub(super) fn faulty(faults: &[Fault], lang: Lang) -> Failure {
    let told: Vec<_> =
        faults.iter().map(|fault| (fault.at.clone(), wrong(lang, &fault.kind))).collect();
    refused(lang, &told)
}

fn refused(lang: Lang, faults: &[(SourceAt, String)]) -> Failure {
    let mut lines: Vec<String> =
        faults.iter().map(|(at, what)| lang.fault_at(&at.to_string(), what)).collect();
    lines.push(lang.policy_refused(&lang.errors_found(faults.len())));
    Failure::Inventory(lines.join("\n"))
}

fn wrong(lang: Lang, kind: &FaultKind) -> String {
    match kind {
        FaultKind::Version(version) => lang.fault_version(*version),
        FaultKind::NoRule => lang.fault_no_rule(),
        FaultKind::BadId(id) => lang.fault_bad_id(id),
        FaultKind::DuplicateId(id) => lang.fault_duplicate_id(id),
        FaultKind::Empty(key) => lang.fault_empty(key),
        FaultKind::NoKind(known) => lang.fault_no_kind(known),
        FaultKind::SeveralKinds(id) => lang.fault_several_kinds(id),
        FaultKind::Percent(percent) => lang.fault_percent(*percent),
        FaultKind::OrderSaysNothing(order) => lang.fault_order_says_nothing(*order),
        FaultKind::ComponentLevel => lang.fault_component_level(),
        FaultKind::NoSuchRule { rule, known } => lang.fault_no_such_rule(rule, known),
        FaultKind::ExceptsEverything(rule) => lang.fault_excepts_everything(rule),
        FaultKind::NoSuchJurisdiction { written, known } => {
            let meant = Jurisdiction::near(written);
            let meant = meant.as_ref().map(Jurisdiction::code);
            match meant.or_else(|| nearest(written, known)) {
                Some(near) => lang.fault_no_jurisdiction_near(written, near),
                None => lang.fault_no_jurisdiction(written, &all_of(known, lang)),
            }
        }
        FaultKind::TerritoryOf { written, state } => lang.fault_territory(written, state),
        FaultKind::NoSuchClass { written, known } => match nearest(written, known) {
            Some(near) => lang.fault_no_class_near(written, near),
            None => lang.fault_no_class(written, &all_of(known, lang)),
        },
        FaultKind::NothingSoCritical { known } => {
            let known: Vec<String> = known.iter().map(|own| criticality_key(*own)).collect();
            lang.fault_nothing_so_critical(&all_of(&known, lang))
        }
        FaultKind::NoSuchLayer { known } => {
            let known: Vec<String> = known.iter().map(|own| layer_key(*own)).collect();
            lang.fault_no_layer(&all_of(&known, lang))
        }
        FaultKind::NoSuchField => lang.fault_no_field(),
    }
}
