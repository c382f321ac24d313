//! A policy file to a policy, or what is wrong with it: file, line, column, what to write instead.

use std::path::Path;

use trefonds_findings::SourceAt;
use trefonds_inventory::small::{self, Refused};
use trefonds_inventory::{Code, Style};
use trefonds_lang::Lang;
use trefonds_policy::{FaultKind, Policy, PolicyFile};

use crate::commands::small_file::{self, text_of};
use crate::failure::Failure;

/// Reads a policy.
pub(super) fn read(path: &Path, style: Style) -> Result<Policy, Failure> {
    let lang = style.lang;
    let text = text_of(path, lang)?;
    let file = path.display().to_string().replace('\\', "/");
    let refused =
        |wrong: Refused| small_file::refused(&[wrong], style, |errors| lang.policy_refused(errors));
    let (parsed, read) =
        small::read::<PolicyFile>(&file, &text, lang).map_err(|wrong| refused(*wrong))?;
    let place = |path: &str| {
        let (line, column) = read.place(path);
        SourceAt { file: file.clone(), line, column }
    };
    Policy::new(parsed, &place).map_err(|faults| {
        let told =
            faults.iter().map(|fault| ((fault.at.line, fault.at.column), wrong(lang, &fault.kind)));
        let told = told.collect();
        refused(read.refused(Code::InvalidPolicy, told))
    })
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
    }
}
