//! Results that an earlier program kept, in the words of today.

use serde_json::{Map, Value};

/// The last version of snapshots whose times were hours.
const HOURS: u32 = 1;

/// Numbers of hours, or pairs of them, whose names did not say so.
const TIMES: [&str; 3] = ["after", "fails_at", "tolerates"];

/// Results of a snapshot of some version, as this program would have written them.
pub(super) fn in_words_of_today(mut results: Value, version: u32) -> Value {
    add_stop_certainty(&mut results);
    if version <= HOURS { in_minutes(results) } else { results }
}

/// What an earlier program said of a single point as a whole, it said of the stop too.
fn add_stop_certainty(results: &mut Value) {
    let levels = results.get_mut("single_points").and_then(Value::as_array_mut);
    for level in levels.into_iter().flatten() {
        let findings = level.get_mut("findings").and_then(Value::as_array_mut);
        for finding in findings.into_iter().flatten().filter_map(Value::as_object_mut) {
            if let Some(whole) = finding.get("certainty").cloned() {
                finding.entry("stop_certainty").or_insert(whole);
            }
        }
    }
}

/// Every time in minutes that was in hours, under its name of today.
fn in_minutes(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(in_minutes).collect(),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(field_in_minutes).collect::<Map<_, _>>())
        }
        other => other,
    }
}

fn field_in_minutes((name, value): (String, Value)) -> (String, Value) {
    let unit =
        name.strip_suffix("hours").filter(|before| before.is_empty() || before.ends_with('_'));
    match unit {
        Some(before) => (format!("{before}minutes"), of_hours(value)),
        None if TIMES.contains(&name.as_str()) => (name, of_hours(value)),
        None => (name, in_minutes(value)),
    }
}

/// The minutes of so many hours, or of each of a pair of readings; no hour is none.
fn of_hours(value: Value) -> Value {
    match value {
        Value::Number(hours) => match hours.as_i64().and_then(|hours| hours.checked_mul(60)) {
            Some(minutes) => minutes.into(),
            None => Value::Number(hours),
        },
        Value::Object(pair) => Value::Object(
            pair.into_iter().map(|(reading, time)| (reading, of_hours(time))).collect(),
        ),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn hours_of_version_1_are_minutes_under_their_name_of_today() {
        let kept = json!({
            "by_hours": null,
            "ended": [{"hours": -240, "since": null}],
            "findings": [{
                "survival_hours": {"settled": null, "careful": 4},
                "witness": {"fails_at": 4, "steps": [{"kind": "requires", "tolerates": 4, "group": [1, 2]}]},
            }],
        });
        let today = json!({
            "by_minutes": null,
            "ended": [{"minutes": -14400, "since": null}],
            "findings": [{
                "survival_minutes": {"settled": null, "careful": 240},
                "witness": {"fails_at": 240, "steps": [{"kind": "requires", "tolerates": 240, "group": [1, 2]}]},
            }],
        });
        assert_eq!(in_words_of_today(kept.clone(), 1), today);
        assert_eq!(in_words_of_today(kept.clone(), 2), kept);
    }
}
