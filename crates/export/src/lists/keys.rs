//! What programs read in records: ids, keys, plain numbers.

use trefonds_findings::{Named, SourceAt, Step, UnknownFact};

/// Ids, for records.
pub(super) fn ids<'a>(list: impl IntoIterator<Item = &'a Named>) -> String {
    list.into_iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// Every step of a proof with its place, for records.
pub(super) fn steps(steps: &[Step]) -> String {
    let each = steps.iter();
    let each = each.map(|it| format!("{} > {} ({})", it.from.id, it.to.id, it.provenance.at));
    each.collect::<Vec<_>>().join("; ")
}

/// The file of a place, for records; a source that is no text has where it is in it behind its name.
pub(super) fn file(at: &SourceAt) -> String {
    if at.spot.is_some() { at.to_string() } else { at.file.clone() }
}

/// The line of a place in a text, for records.
pub(super) fn line(at: &SourceAt) -> Option<u32> {
    at.spot.is_none().then_some(at.line)
}

/// The column of a place in a text, for records.
pub(super) fn column(at: &SourceAt) -> Option<u32> {
    at.spot.is_none().then_some(at.column)
}

/// Ids of unknown facts, for records.
pub(super) fn unknown_ids(facts: &[UnknownFact]) -> String {
    facts.iter().map(|fact| fact.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// Minutes for records; empty is never.
pub(super) fn minutes(minutes: Option<u32>) -> String {
    minutes.map(|minutes| minutes.to_string()).unwrap_or_default()
}

/// The word that JSON uses, for records.
pub(super) fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// The word by which JSON tells one kind of a thing from the others, for records.
pub(super) fn tag<T: serde::Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.get("kind").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned()
}
