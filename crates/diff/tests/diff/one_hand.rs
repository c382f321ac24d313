//! What is possible in one hand and what has ended, between two inventories.

use super::inventories::{declared, inventory};
use trefonds_ask::Options;
use trefonds_declare::model_again;
use trefonds_diff::{DiffOptions, diff, diff_sides, read_snapshot, take};
use trefonds_findings::{
    Causes, ChangeKind, Consequence, Diff, Facts, Field, Level, Matter, OneHandSaid,
};

/// A service on one of two: an American group runs one, a French company the other.
const TWO_CLOUDS: &str = "
trefonds: 1
home: [FR, EU]
as_of: 2026-11-01
components:
  care: {layer: service, depends_on: [{any_of: [a, b]}]}
  a: {layer: application, operator: group, suppliers: [], site: FR, data: none, depends_on: []}
  b: {layer: application, operator: french, suppliers: [], site: FR, data: none, depends_on: []}
entities:
  group: {country: US, owned_by: dispersed}
  french: {country: FR, owned_by: OWNER}
";

fn owned_by(owner: &str) -> String {
    TWO_CLOUDS.replace("OWNER", owner)
}

/// A service with a certificate.
const CERTIFICATE: &str = "
trefonds: 1
home: [FR]
as_of: 2021-10-01
components:
  care: {layer: service, depends_on: [cert]}
  cert: {layer: infrastructure, operator: none, suppliers: [], site: FR, data: none, depends_on: [], until: UNTIL}
";

fn until(day: &str) -> String {
    CERTIFICATE.replace("UNTIL", day)
}

fn compare(old: &Facts, new: &Facts) -> Diff {
    diff(old, new, &DiffOptions::default()).unwrap()
}

fn one_hands(diff: &Diff) -> Vec<&Consequence> {
    let all = diff.consequences.iter();
    all.filter(|it| matches!(it.matter, Matter::OneHand { .. })).collect()
}

fn ended(diff: &Diff) -> Vec<&Consequence> {
    let all = diff.consequences.iter();
    all.filter(|it| matches!(it.matter, Matter::Ended { .. })).collect()
}

fn causes(diff: &Diff, of: &Consequence) -> Vec<(String, Field)> {
    let Causes::EachAlone(causes) = &of.causes else { panic!("{:?}", of.causes) };
    let changes = causes.iter().map(|at| &diff.changes[*at as usize].key);
    let mut changes: Vec<_> = changes.map(|key| (key.id.clone(), key.field)).collect();
    changes.dedup();
    changes
}

#[test]
fn an_owner_who_is_not_said_any_more_may_be_the_group() {
    let found = compare(&declared(&owned_by("none")), &declared(&owned_by("undisclosed")));
    let gained = one_hands(&found);
    let controller = (gained.iter()).find(|it| {
        matches!(&it.matter, Matter::OneHand { level: Level::Controller, event: Some(event), .. } if event.id == "group")
    });
    let controller = controller.expect("the group, if it is above the French company");
    assert_eq!((controller.turn, controller.before.as_ref()), (ChangeKind::Gained, None));
    let after = controller.after.as_ref().unwrap();
    assert_eq!(after.survival_minutes.unwrap().careful, Some(0));
    let hands: Vec<&str> = after.hands.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(hands, ["parents:french"]);
    assert_eq!(causes(&found, controller), [("french".to_owned(), Field::OwnedBy)]);

    let back = compare(&declared(&owned_by("undisclosed")), &declared(&owned_by("none")));
    assert_eq!(one_hands(&back).len(), gained.len());
    assert!(one_hands(&back).iter().all(|it| it.turn == ChangeKind::Lost && it.after.is_none()));
}

#[test]
fn another_time_or_another_fact_is_a_change() {
    let old = owned_by("undisclosed");
    let later = old.replace("[a, b]", "[a, {needs: b, tolerates: 4h}]");
    let found = compare(&declared(&old), &declared(&later));
    assert!(!one_hands(&found).is_empty());
    for changed in one_hands(&found) {
        let time = |state: &Option<trefonds_findings::State>| {
            state.as_ref().and_then(|it| it.survival_minutes).and_then(|it| it.careful)
        };
        assert_eq!(changed.turn, ChangeKind::Changed);
        assert_eq!((time(&changed.before), time(&changed.after)), (Some(0), Some(240)));
    }
    let moved = format!("# moved down\n\n{old}");
    assert!(compare(&declared(&old), &declared(&moved)).same);
}

#[test]
fn all_pairs_of_unknown_facts_of_a_service_are_one_line() {
    let three = "
trefonds: 1
home: [FR]
as_of: 2026-11-01
components:
  care: {layer: service, depends_on: [{any_of: [a, b]}, {any_of: [c, d]}]}
  a: {layer: application, operator: OPERATOR, suppliers: [], site: FR, data: none, depends_on: []}
  b: {layer: application, operator: OPERATOR, suppliers: [], site: FR, data: none, depends_on: []}
  c: {layer: application, operator: OPERATOR, suppliers: [], site: FR, data: none, depends_on: []}
  d: {layer: application, operator: OPERATOR, suppliers: [], site: FR, data: none, depends_on: []}
entities: {french: {country: FR, owned_by: none}}
";
    let (old, new) = (three.replace("OPERATOR", "none"), three.replace("OPERATOR", "undisclosed"));
    let found = compare(&declared(&old), &declared(&new));
    let lines = one_hands(&found);
    // One a level, of all the pairs: a with b, c with d.
    assert_eq!(lines.len(), 2, "{lines:?}");
    for line in lines {
        let hands: Vec<&str> =
            line.after.iter().flat_map(|it| &it.hands).map(|it| it.id.as_str()).collect();
        assert_eq!(hands, ["operator:a", "operator:b", "operator:c", "operator:d"]);
    }
}

#[test]
fn a_certificate_that_is_not_renewed_is_the_cause_of_a_service_that_is_down() {
    let (valid, expired) = (declared(&until("2022-09-30")), declared(&until("2021-09-30")));
    let found = compare(&valid, &expired);
    let [down] = ended(&found)[..] else { panic!("{:?}", found.consequences) };
    assert_eq!(down.turn, ChangeKind::Gained);
    let state = down.after.as_ref().and_then(|it| it.down.as_ref()).unwrap();
    assert_eq!((state.since.as_deref(), state.already), (Some("2021-10-01"), true));
    assert_eq!(state.things[0].component.id, "cert");
    assert_eq!(causes(&found, down), [("cert".to_owned(), Field::Exists)]);
    // What has ended is told of its service, once, and not as a single point of each level.
    let single = |it: &&Consequence| matches!(it.matter, Matter::SinglePoint { .. });
    assert_eq!(found.consequences.iter().find(single), None);

    let back = compare(&expired, &valid);
    let [up] = ended(&back)[..] else { panic!("{:?}", back.consequences) };
    assert_eq!((up.turn, up.after.as_ref()), (ChangeKind::Lost, None));
}

#[test]
fn another_last_day_is_another_day_down() {
    let found = compare(&declared(&until("2021-09-30")), &declared(&until("2021-09-28")));
    let [down] = ended(&found)[..] else { panic!("{:?}", found.consequences) };
    let since = |state: &Option<trefonds_findings::State>| {
        state.as_ref().and_then(|it| it.down.clone()).and_then(|it| it.since).unwrap()
    };
    assert_eq!(down.turn, ChangeKind::Changed);
    assert_eq!(
        (since(&down.before), since(&down.after)),
        ("2021-10-01".into(), "2021-09-29".into())
    );
}

#[test]
fn the_day_alone_takes_a_service_down() {
    let facts = declared(&until("2021-09-30"));
    let earlier = declared(&until("2021-09-30").replace("as_of: 2021-10-01", "as_of: 2021-09-30"));
    let found = compare(&earlier, &facts);
    let [down] = ended(&found)[..] else { panic!("{:?}", found.consequences) };
    assert_eq!(down.turn, ChangeKind::Gained);
}

#[test]
fn a_snapshot_keeps_both_and_an_older_one_is_not_told_as_a_change() {
    for text in [owned_by("undisclosed"), until("2021-09-30")] {
        let model = inventory(&text);
        let snapshot = take(&model, &Options::default(), "0.0.9");
        let json = serde_json::to_value(&snapshot).unwrap();
        let now = declared(&text).into();
        let read = |json: &serde_json::Value| {
            read_snapshot(serde_json::to_string(json).unwrap().as_bytes(), model_again).unwrap()
        };
        let found = diff_sides(&read(&json), &now, &DiffOptions::default()).unwrap();
        assert!(found.same && found.old.answers.is_empty(), "{:?}", found.consequences);
        assert_eq!(found.old.one_hand, OneHandSaid::All);

        let found = diff_sides(&read(&as_of_old(json)), &now, &DiffOptions::default()).unwrap();
        assert!(one_hands(&found).is_empty() && ended(&found).is_empty());
        assert!(found.old.answers.is_empty(), "{:?}", found.old.answers);
        assert!(found.same, "{:?}", found.consequences);
        assert_eq!(found.old.one_hand, OneHandSaid::Nothing);
    }
}

/// A snapshot as a program wrote it that knew neither of the two.
fn as_of_old(mut snapshot: serde_json::Value) -> serde_json::Value {
    for level in snapshot["results"]["single_points"].as_array_mut().unwrap() {
        let level = level.as_object_mut().unwrap();
        for key in ["one_hand", "one_hand_complete", "ended"] {
            level.remove(key);
        }
        for finding in level["findings"].as_array_mut().unwrap() {
            finding.as_object_mut().unwrap().remove("stop_certainty");
            finding.as_object_mut().unwrap().remove("foreign_certainty");
        }
        for verdict in level["services"].as_array_mut().unwrap() {
            verdict.as_object_mut().unwrap().remove("one_hand");
            verdict.as_object_mut().unwrap().remove("ended");
        }
    }
    snapshot
}
