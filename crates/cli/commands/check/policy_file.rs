//! A policy file to a policy, or what is wrong with it: file, line, column, what to write instead.

use std::path::Path;

use trefonds_export::lists::phrases::{criticality_key, layer_key};
use trefonds_findings::{Jurisdiction, SourceAt};
use trefonds_inventory::small::{self, Refused, SmallFile};
use trefonds_inventory::{Code, Style};
use trefonds_judge::policy::{Fault, FaultKind, Policy, PolicyFile};
use trefonds_lang::Lang;

use crate::commands::scenario::{all_of, nearest};
use crate::commands::small_file::{self, text_of};
use crate::failure::Failure;

/// Reads a policy, and keeps the file for what is found wrong with it later.
pub(super) fn read(path: &Path, style: Style) -> Result<(Policy, SmallFile), Failure> {
    let lang = style.lang;
    let text = text_of(path, lang)?;
    let file = path.display().to_string().replace('\\', "/");
    let (parsed, read) =
        small::read::<PolicyFile>(&file, &text, lang).map_err(|wrong| refused(*wrong, style))?;
    let place = |path: &str| {
        let (line, column) = read.place(path);
        SourceAt::text(file.clone(), line, column)
    };
    match Policy::new(parsed, &place) {
        Ok(policy) => Ok((policy, read)),
        Err(faults) => Err(faulty(read, &faults, style)),
    }
}

/// Every fault of a policy, told.
pub(super) fn faulty(read: SmallFile, faults: &[Fault], style: Style) -> Failure {
    let told = faults
        .iter()
        .map(|fault| ((fault.at.line, fault.at.column), wrong(style.lang, &fault.kind)));
    refused(read.refused(Code::InvalidPolicy, told.collect()), style)
}

fn refused(wrong: Refused, style: Style) -> Failure {
    small_file::refused(&[wrong], style, |errors| style.lang.policy_refused(errors))
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
