//! What an auditor is promised of a diff.

use super::inventories::{declared, shipped};
use trefonds_ask::facts;
use trefonds_diff::{DiffOptions, diff};
use trefonds_findings::{Causes, ChangeKind, Diff, Facts, Field, Level, Matter, SubjectKind};

fn compare(old: &Facts, new: &Facts) -> Diff {
    diff(old, new, &DiffOptions::default()).unwrap()
}

const TWO_CLOUDS: &str = "
trefonds: 1
home: [FR, EU]
as_of: 2026-11-01
components:
  care: {layer: service, depends_on: [{any_of: [a, b]}]}
  a: {layer: application, operator: OPERATOR_A, suppliers: [], site: FR, data: none, depends_on: []}
  b: {layer: application, operator: OPERATOR_B, suppliers: [], site: FR, data: none, depends_on: []}
entities:
  french: {country: FR, owned_by: none}
  american: {country: US, owned_by: dispersed}
";

fn two_clouds(a: &str, b: &str) -> Facts {
    declared(&TWO_CLOUDS.replace("OPERATOR_A", a).replace("OPERATOR_B", b))
}

#[test]
fn an_inventory_is_the_same_as_itself() {
    let hospital = facts(&shipped("hospital"));
    let found = compare(&hospital, &hospital);
    assert!(found.same && found.changes.is_empty() && found.consequences.is_empty());
}

#[test]
fn order_format_and_comments_make_no_difference() {
    let old = declared(
        "trefonds: 1\nhome: [FR, EU]\ncomponents:\n  s: {layer: service, depends_on: [{any_of: [a, b]}, c]}\n  a: {layer: data}\n  b: {layer: data}\n  c: {layer: data, suppliers: [x, y]}\nentities: {x: {country: FR}, y: {country: US}}\n",
    );
    let new = declared(
        "# moved about\nentities:\n  y:\n    country: US\n  x: {country: FR}\ncomponents:\n  c: {suppliers: [y, {entity: x}], layer: data}\n  b: {layer: data}\n  a: {layer: data}\n  s:\n    depends_on:\n      - needs: c\n      - any_of: [b, a]\n    layer: service\nhome: [EU, FR]\ntrefonds: 1\n",
    );
    let found = compare(&old, &new);
    assert!(found.same, "{:?}", found.changes);
}

#[test]
fn one_declaration_is_the_cause_alone() {
    let found = compare(&two_clouds("american", "french"), &two_clouds("american", "american"));
    let gained = found.consequences.iter().find(|consequence| {
        matches!(&consequence.matter, Matter::SinglePoint { level: Level::Jurisdiction, event, .. } if event.id == "US")
    });
    let gained = gained.expect("the United States stop the service now");
    assert_eq!(gained.turn, ChangeKind::Gained);
    let Causes::EachAlone(causes) = &gained.causes else { panic!("{:?}", gained.causes) };
    // The operator that came and the one that went: putting either back undoes it.
    for cause in causes {
        let change = &found.changes[*cause as usize];
        assert_eq!((change.key.id.as_str(), change.key.field), ("b", Field::Operator));
    }
    assert!(!causes.is_empty());
}

#[test]
fn two_declarations_are_the_cause_together() {
    let found = compare(&two_clouds("american", "american"), &two_clouds("french", "french"));
    let lost = found.consequences.iter().find(|consequence| {
        matches!(&consequence.matter, Matter::SinglePoint { level: Level::Controller, event, .. } if event.id == "american")
    });
    let lost = lost.expect("the American operator stops nothing any more");
    assert_eq!(lost.turn, ChangeKind::Lost);
    let Causes::Together(causes) = &lost.causes else { panic!("{:?}", lost.causes) };
    let mut subjects: Vec<&str> =
        causes.iter().map(|at| found.changes[*at as usize].key.id.as_str()).collect();
    subjects.dedup();
    assert_eq!(subjects, ["a", "b"]);
}

#[test]
fn an_id_that_changes_alone_is_a_rename() {
    let text = "trefonds: 1\nhome: [FR]\ncomponents:\n  s: {layer: service, depends_on: [OLD]}\n  OLD: {name: Messagerie, layer: application, operator: x, suppliers: [], site: FR}\nentities: {x: {country: US, owned_by: none}}\n";
    let (old, new) =
        (declared(&text.replace("OLD", "mail")), declared(&text.replace("OLD", "mailbox")));
    let found = compare(&old, &new);
    assert_eq!(found.renames.len(), 1);
    let rename = &found.renames[0];
    assert_eq!(
        (rename.subject, rename.old.as_str(), rename.new.as_str()),
        (SubjectKind::Component, "mail", "mailbox")
    );
    assert!(found.changes.is_empty(), "{:?}", found.changes);
    let without = DiffOptions { renames: false, ..DiffOptions::default() };
    let found = diff(&old, &new, &without).unwrap();
    assert!(found.renames.is_empty() && found.changes.len() >= 2);
}

#[test]
fn names_and_owners_change_and_cause_nothing() {
    let old =
        "trefonds: 1\nhome: [FR]\ncomponents:\n  s: {layer: service, owner: A, depends_on: none}\n";
    let new = old.replace("owner: A", "owner: B, name: Soins");
    let found = compare(&declared(old), &declared(&new));
    assert_eq!(found.changes.len(), 2);
    assert!(found.consequences.is_empty() && !found.same);
}

#[test]
fn a_migration_is_traced() {
    let (old, new) = (facts(&shipped("health-data-before")), facts(&shipped("health-data-after")));
    let found = compare(&old, &new);
    let microsoft = found.consequences.iter().filter(|consequence| {
        consequence.turn == ChangeKind::Lost
            && matches!(&consequence.matter, Matter::SinglePoint { level: Level::Controller, event, .. } if event.id == "microsoft")
    });
    assert!(microsoft.count() > 3, "the move takes services out of one controller's hands");
    let untraced = found.consequences.iter().filter(|c| matches!(c.causes, Causes::NotSearched));
    assert_eq!(untraced.count(), 0);
}

#[test]
fn both_sides_stand_on_one_map_with_their_marks() {
    let text = "trefonds: 1\nhome: [FR]\ncomponents:\n  s: {layer: service, depends_on: [NEEDS]}\n  kept: {layer: application, OPERATOR}\n";
    let old = text.replace("NEEDS", "kept, went").replace("OPERATOR", "operator: none")
        + "  went: {layer: data}\n";
    let new = text.replace("NEEDS", "kept, came").replace("OPERATOR", "operator: undisclosed")
        + "  came: {layer: hosting}\n";
    let options = DiffOptions { renames: false, ..DiffOptions::default() };
    let map =
        trefonds_diff::picture(&declared(&old).into(), &declared(&new).into(), &options).unwrap();
    let turn = |id: &str| {
        map.nodes.iter().find_map(|node| match node {
            trefonds_findings::MapNode::Component(c) if c.component.id == id => Some(c.turn),
            _ => None,
        })
    };
    assert_eq!(turn("went"), Some(Some(ChangeKind::Lost)));
    assert_eq!(turn("came"), Some(Some(ChangeKind::Gained)));
    assert_eq!(turn("kept"), Some(Some(ChangeKind::Changed)));
    let mut turns: Vec<Option<ChangeKind>> = map.edges.iter().map(|edge| edge.turn).collect();
    turns.sort();
    assert_eq!(turns, [None, Some(ChangeKind::Gained), Some(ChangeKind::Lost)]);
}

#[test]
fn the_map_is_titled_like_both_sides() {
    let side = |title: &str, day: &str| -> trefonds_diff::Side {
        declared(&format!(
            "trefonds: 1\nhome: [FR]\n{title}as_of: {day}\ncomponents:\n  s: {{layer: service}}\n"
        ))
        .into()
    };
    let options = DiffOptions::default();
    let title = |old, new| trefonds_diff::picture(old, new, &options).unwrap().header.title;
    let before = side("title: Avant\n", "2025-06-01");
    let after = side("title: Après\n", "2026-11-01");
    let later = side("title: Avant\n", "2026-11-01");
    assert_eq!(title(&before, &before).as_deref(), Some("Avant"));
    assert_eq!(title(&before, &after).as_deref(), Some("Avant, 2025-06-01 → Après, 2026-11-01"));
    assert_eq!(title(&before, &later).as_deref(), Some("Avant, 2025-06-01 → 2026-11-01"));
    assert_eq!(title(&later, &after).as_deref(), Some("Avant → Après"));
}
