use serde_json::{Value, json};
use trefonds_lang::plain_spaces;
use trefonds_source::{Diagnostic, Label, Severity, SourceMap};

/// All problems for programs: a JSON array of objects with `code`, `severity`, `message`, `file`,
/// `line`, `column`, `help` and the other places under `related`. What is not there is null.
#[must_use]
pub fn diagnostics_json(diagnostics: &[Diagnostic], sources: &SourceMap) -> Value {
    diagnostics.iter().map(|diagnostic| one(diagnostic, sources)).collect()
}

fn one(diagnostic: &Diagnostic, sources: &SourceMap) -> Value {
    let located = diagnostic.labels.first().map(|label| sources.locate(label.span));
    let related = diagnostic.labels.iter().skip(1).map(|label| other_place(label, sources));
    json!({
        "code": diagnostic.code,
        "severity": match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "message": plain_spaces(&diagnostic.message),
        "file": located.as_ref().map(|at| at.file).or(diagnostic.path.as_deref()),
        "line": located.as_ref().map(|at| at.line),
        "column": located.as_ref().map(|at| at.column),
        "help": diagnostic.help.as_deref().map(plain_spaces),
        "related": related.collect::<Vec<_>>(),
    })
}

fn other_place(label: &Label, sources: &SourceMap) -> Value {
    let at = sources.locate(label.span);
    json!({ "message": plain_spaces(&label.text), "file": at.file, "line": at.line, "column": at.column })
}
