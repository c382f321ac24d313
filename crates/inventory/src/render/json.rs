use serde_json::{Value, json};
use trefonds_lang::plain_spaces;
use trefonds_source::{Diagnostic, Label, Located, Severity, SourceMap};

/// All problems for programs: a JSON array of objects with `code`, `severity`, `message`, `file`,
/// `line`, `column`, `help` and the other places under `related`. What is not there is null. A place in a
/// source that is no text of lines has a `spot` instead of line and column.
#[must_use]
pub fn diagnostics_json(diagnostics: &[Diagnostic], sources: &SourceMap) -> Value {
    diagnostics.iter().map(|diagnostic| one(diagnostic, sources)).collect()
}

fn one(diagnostic: &Diagnostic, sources: &SourceMap) -> Value {
    let located = diagnostic.labels.first().map(|label| sources.locate(label.span));
    let related = diagnostic.labels.iter().skip(1).map(|label| other_place(label, sources));
    let mut value = json!({
        "code": diagnostic.code,
        "severity": match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "message": plain_spaces(&diagnostic.message),
        "file": located.as_ref().map(|at| at.file).or(diagnostic.path.as_deref()),
        "line": located.as_ref().and_then(line),
        "column": located.as_ref().and_then(column),
        "help": diagnostic.help.as_deref().map(plain_spaces),
        "related": related.collect::<Vec<_>>(),
    });
    put_spot(&mut value, located.as_ref());
    value
}

fn other_place(label: &Label, sources: &SourceMap) -> Value {
    let at = sources.locate(label.span);
    let (line, column) = (line(&at), column(&at));
    let message = plain_spaces(&label.text);
    let mut value = json!({ "message": message, "file": at.file, "line": line, "column": column });
    put_spot(&mut value, Some(&at));
    value
}

fn line(at: &Located<'_>) -> Option<u32> {
    at.spot.is_none().then_some(at.line)
}

fn column(at: &Located<'_>) -> Option<u32> {
    at.spot.is_none().then_some(at.column)
}

/// Where something is in a source that is no text.
fn put_spot(value: &mut Value, at: Option<&Located<'_>>) {
    if let (Some(spot), Some(fields)) = (at.and_then(|at| at.spot), value.as_object_mut()) {
        fields.insert("spot".to_owned(), json!(spot));
    }
}
