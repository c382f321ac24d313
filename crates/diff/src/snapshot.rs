//! Snapshots: taken of a model, and read back as declarations.

mod older;

use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;
use trefonds_ask::{Analysis, Detail, Options, SinglePointOptions, facts};
use trefonds_declare::Refused;
use trefonds_findings::{Asked, Facts, Level, SNAPSHOT_VERSION, Snapshot, SnapshotResults};
use trefonds_model::{Inventory, Jurisdiction};

use crate::{KeptResults, Side};

/// The key that stands first in a snapshot.
const FIRST_KEY: &str = "\"trefonds_snapshot\"";

/// A snapshot that cannot be compared.
#[derive(Debug, Error)]
pub enum SnapshotError {
    /// Not the JSON of a snapshot.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// Written by a later program.
    #[error("version {0}")]
    Newer(u32),
    /// Its declarations make no inventory.
    #[error("{0}")]
    Facts(#[from] Box<Refused>),
    /// The day or the home that it was asked for is none.
    #[error("{0}")]
    Asked(String),
}

/// The snapshot of an inventory: its declarations, and its results with these options. `program` is
/// the version of the program.
#[must_use]
pub fn take(model: &Inventory, options: &Options, program: &str) -> Snapshot {
    let analysis = Analysis::new(model, options);
    // That a component which fails stops what rests on it needs no proof; on a chain of components all
    // of them would be as long as the chain.
    let detail = |level| if level == Level::Component { Detail::Summary } else { Detail::Full };
    let single_points = Level::ALL
        .map(|level| SinglePointOptions { detail: detail(level), ..SinglePointOptions::at(level) });
    let single_points = single_points.iter().map(|options| analysis.single_points(options));
    let results = SnapshotResults {
        overview: analysis.overview(),
        single_points: single_points.collect(),
        exposure: analysis.exposure(false),
    };
    Snapshot {
        trefonds_snapshot: SNAPSHOT_VERSION,
        program: program.to_owned(),
        asked: Asked {
            as_of: options.as_of.map(|day| day.to_string()),
            home: options.home.as_ref().map(|home| codes(home)),
        },
        facts: facts(model),
        results,
    }
}

fn codes(home: &[Jurisdiction]) -> Vec<String> {
    home.iter().map(|jurisdiction| jurisdiction.code().to_owned()).collect()
}

/// The question that a snapshot answered: what was asked for or, where that was not kept yet, the day
/// and home of its results.
fn question(asked: Option<Asked>, kept: &KeptResults) -> Result<Options, SnapshotError> {
    let of_results = || match kept {
        KeptResults::Results { results, .. } => {
            let overview = &results.overview;
            Asked { as_of: overview.head.as_of.clone(), home: Some(overview.head.home.clone()) }
        }
        KeptResults::Nothing | KeptResults::Unreadable { .. } => Asked::default(),
    };
    let Asked { as_of, home } = asked.unwrap_or_else(of_results);
    let day = |text: String| text.parse().map_err(|_| SnapshotError::Asked(text));
    let code =
        |code: &String| Jurisdiction::parse(code).ok_or_else(|| SnapshotError::Asked(code.clone()));
    let home = home.map(|home| home.iter().map(code).collect::<Result<Vec<_>, _>>());
    let (as_of, home) = (as_of.map(day).transpose()?, home.transpose()?);
    Ok(Options { as_of, home, ..Options::default() })
}

/// Whether a text, of which the first bytes are enough, is a snapshot: JSON whose first key says so.
///
/// ```
/// use trefonds_diff::is_snapshot;
/// assert!(is_snapshot(b"{\n  \"trefonds_snapshot\": 1,"));
/// assert!(!is_snapshot(b"{\"trefonds\": 1}"));
/// ```
#[must_use]
pub fn is_snapshot(start: &[u8]) -> bool {
    let inside = start.trim_ascii_start().strip_prefix(b"{");
    inside.is_some_and(|inside| inside.trim_ascii_start().starts_with(FIRST_KEY.as_bytes()))
}

/// What is read first, of a snapshot of any version.
#[derive(Deserialize)]
struct Head {
    trefonds_snapshot: u32,
}

/// What is read of a snapshot of a version that is known. Its results are those of the program that
/// wrote it, and may be of a form that this one does not know.
#[derive(Deserialize)]
struct Declared {
    facts: Facts,
    #[serde(default)]
    program: String,
    asked: Option<Asked>,
    results: Option<Value>,
}

/// The declarations and the results of a snapshot. `door` lets the declarations in, as
/// [`trefonds_declare::model`] does.
///
/// # Errors
/// When the text is no snapshot, of a later version, or of declarations that make no inventory.
pub fn read_snapshot(
    text: &[u8],
    door: impl FnOnce(&Facts) -> Result<Inventory, Refused>,
) -> Result<Side, SnapshotError> {
    let head: Head = serde_json::from_slice(text)?;
    if head.trefonds_snapshot > SNAPSHOT_VERSION {
        return Err(SnapshotError::Newer(head.trefonds_snapshot));
    }
    let Declared { facts: said, program, asked, results } = serde_json::from_slice(text)?;
    // As an inventory says them, whoever has edited the file.
    let facts = facts(&door(&said).map_err(Box::new)?);
    let says_one_hand = results.as_ref().is_some_and(says_one_hand);
    let today = |results| older::in_words_of_today(results, head.trefonds_snapshot);
    let kept =
        match results.map(|results| serde_json::from_value::<SnapshotResults>(today(results))) {
            Some(Ok(results)) => {
                KeptResults::Results { program, results: Box::new(results), says_one_hand }
            }
            Some(Err(_)) | None => KeptResults::Unreadable { program },
        };
    let asked = question(asked, &kept)?;
    Ok(Side { facts, kept, asked })
}

/// Whether results were written by a program that knew what is possible in one hand: it says so, be it
/// that there is nothing.
fn says_one_hand(results: &Value) -> bool {
    let levels = results.get("single_points").and_then(Value::as_array);
    levels.is_some_and(|levels| levels.iter().all(|level| level.get("one_hand").is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use trefonds_declare::model_again;

    const SMALL: &str = r#"{"trefonds_snapshot": 1, "facts": {"version": 1, "facts": [
        {"subject": "inventory", "id": "", "field": "home", "item": "FR", "value": {"text": "FR"},
         "at": {"file": "a.yaml", "line": 1, "column": 1}},
        {"subject": "component", "id": "mail", "field": "exists", "item": "", "value": "exists",
         "at": {"file": "a.yaml", "line": 1, "column": 1}},
        {"subject": "component", "id": "mail", "field": "layer", "item": "",
         "value": {"layer": "service"}, "at": {"file": "a.yaml", "line": 1, "column": 1}}]}}"#;

    #[test]
    fn declarations_are_read_where_results_cannot_be() {
        let side = read_snapshot(SMALL.as_bytes(), model_again).unwrap();
        assert_eq!(side.facts.facts.len(), 3);
        assert!(matches!(side.kept, KeptResults::Unreadable { .. }));
    }

    #[test]
    fn an_older_version_is_read_and_a_newer_one_refused_whatever_else_it_holds() {
        let older = SMALL.replace("\"trefonds_snapshot\": 1", "\"trefonds_snapshot\": 0");
        assert!(read_snapshot(older.as_bytes(), model_again).is_ok());
        let newer = br#"{"trefonds_snapshot": 9, "facts": "in a way of the future"}"#;
        assert!(matches!(read_snapshot(newer, model_again), Err(SnapshotError::Newer(9))));
    }

    #[test]
    fn declarations_that_make_no_inventory_are_refused() {
        let without = SMALL.replace("\"field\": \"layer\"", "\"field\": \"name\"");
        assert!(matches!(
            read_snapshot(without.as_bytes(), model_again),
            Err(SnapshotError::Facts(_))
        ));
        assert!(matches!(read_snapshot(b"{", model_again), Err(SnapshotError::Json(_))));
    }

    #[test]
    fn the_first_key_tells_a_snapshot_from_an_inventory() {
        assert!(is_snapshot(b" {\"trefonds_snapshot\":1}"));
        assert!(!is_snapshot(b"{\"components\": {\"trefonds_snapshot\": {}}}"));
        assert!(!is_snapshot(b"trefonds: 1"));
    }
}
