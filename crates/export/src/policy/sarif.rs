//! SARIF 2.1.0 (OASIS): each violation on its line of YAML.

use std::io;

use serde::Serialize;
use serde_json::{Value, json};
use trefonds_findings::SourceAt;
use trefonds_judge::policy::{PolicyReport, PolicyResult, RuleOutcome, Severity};
use trefonds_lang::Lang;

use crate::lists::policy::{sentence, subject};

/// Where the schema of the standard is published.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes a report as SARIF. `version` is the program's.
///
/// # Errors
/// Whatever `out` returns.
pub fn sarif(
    report: &PolicyReport,
    lang: Lang,
    version: &str,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let results: Vec<Value> =
        report.results.iter().map(|result| one(report, result, lang)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "trefonds",
                "version": version,
                "language": if lang == Lang::Fr { "fr" } else { "en" },
                "rules": rules(report, lang),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    crate::json::write_shown(&log, out)
}

fn rules(report: &PolicyReport, lang: Lang) -> Vec<Value> {
    let own = report.rules.iter().map(|rule| described(rule, lang));
    let about_exceptions = [
        ("exception-expired", lang.about_expired()),
        ("exception-useless", lang.about_useless()),
        ("exception-undated", lang.about_undated()),
    ];
    let used = about_exceptions
        .into_iter()
        .filter(|(id, _)| report.results.iter().any(|result| result.rule == *id))
        .map(|(id, text)| json!({"id": id, "shortDescription": {"text": text}, "help": {"text": text}}));
    own.chain(used).collect()
}

fn described(rule: &RuleOutcome, lang: Lang) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": {"text": rule.text},
        "help": {"text": lang.policy_help(&rule.id)},
        "defaultConfiguration": {"level": level(rule.severity)},
        "properties": {"kind": rule.kind, "certainty": rule.certainty},
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// What SARIF needs of a result; what has no value is left out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'r> {
    rule_id: &'r str,
    level: &'static str,
    message: Value,
    locations: Vec<Value>,
    partial_fingerprints: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_state: Option<&'static str>,
    suppressions: Vec<Value>,
    properties: Value,
}

fn one(report: &PolicyReport, result: &PolicyResult, lang: Lang) -> Value {
    let text = lang.rule_heading(&subject(lang, &result.subject), &sentence(lang, result));
    let state = if result.known { "unchanged" } else { "new" };
    let suppressions = result.excepted.iter().map(|excepted| {
        let until = excepted.until.to_string();
        json!({
            "kind": "external",
            "status": "accepted",
            "justification": lang.exception_cell(&excepted.owner, &until, &excepted.reason),
            "location": location(&excepted.at, lang),
        })
    });
    let filled = SarifResult {
        rule_id: &result.rule,
        level: level(result.severity),
        message: json!({"text": text}),
        locations: result.at.iter().map(|at| location(at, lang)).collect(),
        partial_fingerprints: json!({"trefonds/v1": result.fingerprint}),
        baseline_state: report.baseline.is_some().then_some(state),
        suppressions: suppressions.collect(),
        properties: json!({"certainty": result.certainty, "subject": result.subject.id}),
    };
    serde_json::to_value(filled).unwrap_or(Value::Null)
}

/// A place: in a source that is no text of lines, in words.
fn location(at: &SourceAt, lang: Lang) -> Value {
    if at.spot.is_some() {
        return json!({
            "physicalLocation": {"artifactLocation": {"uri": uri(&at.file)}},
            "message": {"text": at.told(lang)},
        });
    }
    json!({
        "physicalLocation": {
            "artifactLocation": {"uri": uri(&at.file)},
            "region": {"startLine": at.line.max(1), "startColumn": at.column.max(1)},
        },
    })
}

/// A path as a URI reference: `/` between folders, everything unusual percent-encoded.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if path.as_bytes().get(1) == Some(&b':') {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("inventories/hospital/a.yaml"), "inventories/hospital/a.yaml");
        assert_eq!(uri("./a b/é.yaml"), "a%20b/%C3%A9.yaml");
        assert_eq!(uri("dossier\\a#1.yaml"), "dossier/a%231.yaml");
        assert_eq!(uri("/srv/si/a.yaml"), "file:///srv/si/a.yaml");
        assert_eq!(uri("C:\\si\\a.yaml"), "file:///C%3A/si/a.yaml");
    }
}
