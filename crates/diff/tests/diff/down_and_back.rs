//! Who can change what, what brings it back, sites within sites and whom laws deny, in a diff.

use super::inventories::declared;
use trefonds_declare::{model_again, prune};
use trefonds_diff::{DiffOptions, diff, picture};
use trefonds_findings::{
    ChangeKind, Fact, FactKey, FactValue, Facts, Field, PlacesFact, Rename, SubjectKind,
};

const BEFORE: &str = "
trefonds: 1
home: [FR]
organisation: us
components:
  care:
    layer: service
    depends_on: {any_of: [mail, {needs: backbone, starts_in: 4h}]}
    alternatives: {twin: {cost: 1, stand_in: {needs: backbone, starts_in: 4h}}}
  mail: {layer: application, changed_by: maker, site: [hall, room], needs_places: 1, restarts_in: 2h, recovers_with: backbone}
  backbone: {layer: infrastructure}
entities:
  us: {country: FR}
  maker: {country: US}
sites:
  campus: {country: FR}
  hall: {country: FR, within: campus}
  room: {country: FR, within: hall}
laws:
  order: {jurisdiction: US, effect: denial, reaches: {channel: supply, link: direct, after: 90d}, targets: maker, spares: organisation}
";

fn changed(old: &str, new: &str) -> Vec<(ChangeKind, Field)> {
    assert!(BEFORE.contains(old), "{old}");
    let new = BEFORE.replacen(old, new, 1);
    let found = diff(&declared(BEFORE), &declared(&new), &DiffOptions::default()).unwrap();
    found.changes.iter().map(|it| (it.turn, it.key.field)).collect()
}

#[test]
fn each_of_them_is_a_difference_of_its_own() {
    use ChangeKind::{Changed, Gained, Lost};
    let one = |old, new, turn, field| assert_eq!(changed(old, new), [(turn, field)], "{new}");
    one("mail, {needs: backbone, starts_in: 4h}", "mail, backbone", Changed, Field::Requirement);
    one(
        "cost: 1, stand_in: {needs: backbone, starts_in: 4h}",
        "cost: 1, stand_in: backbone",
        Changed,
        Field::Alternative,
    );
    one(
        "changed_by: maker",
        "changed_by: {entity: maker, how: control plane}",
        Changed,
        Field::ChangedBy,
    );
    one("changed_by: maker", "changed_by: [maker, us]", Gained, Field::ChangedBy);
    one("needs_places: 1", "needs_places: all", Changed, Field::NeedsPlaces);
    one(", restarts_in: 2h", "", Lost, Field::RestartsIn);
    one("recovers_with: backbone", "recovers_with: none", Lost, Field::RecoversWith);
    one("within: hall", "within: campus", Changed, Field::Within);
    one("after: 90d", "after: 91d", Changed, Field::Reaches);
    one("targets: maker", "targets: [maker, us]", Gained, Field::Targets);
    one(", spares: organisation", "", Lost, Field::Spares);
}

#[test]
fn what_runs_all_the_time_and_starts_at_once_is_not_said() {
    let plain = BEFORE.replace("starts_in: 4h", "starts_in: 0h").replace("after: 90d", "after: 0h");
    let plain = plain.replace("restarts_in: 2h", "restarts_in: 0h");
    let text = serde_json::to_string(&declared(&plain)).unwrap();
    for key in ["starts_in", "\"after\"", "restarts-in"] {
        assert!(!text.contains(key), "{key}: {text}");
    }
}

#[test]
fn what_they_name_is_renamed_with_it() {
    let mut new = BEFORE.to_owned();
    for (old, id) in [("backbone", "trunk"), ("maker", "vendor"), ("hall", "building")] {
        new = new.replace(old, id);
    }
    // What says next to nothing is no guess.
    let said = |text: &str| {
        let text = text.replace(
            "trunk: {layer: infrastructure}",
            "trunk: {layer: infrastructure, name: Trunk, owner: net}",
        );
        let text = text.replace(
            "backbone: {layer: infrastructure}",
            "backbone: {layer: infrastructure, name: Trunk, owner: net}",
        );
        declared(&text.replace("{country: US}", "{country: US, name: Maker, owned_by: dispersed}"))
    };
    let found = diff(&said(BEFORE), &said(&new), &DiffOptions::default()).unwrap();
    let old: Vec<&str> = found.renames.iter().map(|it: &Rename| it.old.as_str()).collect();
    assert_eq!(old, ["backbone", "maker", "hall"]);
    assert!(found.changes.is_empty(), "{:?}", found.changes);
}

fn without(facts: &Facts, subject: SubjectKind, id: &str) -> Facts {
    let left = facts.facts.iter().filter(|it| (it.key.subject, &*it.key.id) != (subject, id));
    prune(&Facts { version: facts.version, facts: left.cloned().collect() })
}

fn of(facts: &Facts, id: &str, field: Field) -> Vec<FactValue> {
    let said = facts.facts.iter().filter(|it| it.key.id == id && it.key.field == field);
    said.map(|it| it.value.clone()).collect()
}

#[test]
fn what_names_something_that_is_not_there_is_left_out() {
    let all = declared(BEFORE);
    assert_eq!(prune(&all), all);

    let left = without(&all, SubjectKind::Component, "backbone");
    assert_eq!(of(&left, "mail", Field::RecoversWith), []);
    assert_eq!(of(&left, "care", Field::Alternative), []);
    assert!(model_again(&left).is_ok());

    // A law whose only target is gone denies nobody, not everybody.
    let left = without(&all, SubjectKind::Entity, "maker");
    assert_eq!(of(&left, "mail", Field::ChangedBy), []);
    assert_eq!(of(&left, "order", Field::Exists), []);
    assert!(model_again(&left).is_ok());

    let left = without(&all, SubjectKind::Entity, "us");
    assert_eq!(of(&left, "order", Field::Spares), []);
    assert_eq!(of(&left, "order", Field::Exists), [FactValue::Exists]);

    let left = without(&all, SubjectKind::Site, "hall");
    assert_eq!(of(&left, "room", Field::Within), []);
    assert!(model_again(&left).is_ok());
}

#[test]
fn two_sides_that_contradict_each_other_stand_on_one_map() {
    let old = BEFORE.replace("country: FR, within", "country: FR, operator: us, within");
    let new = old.replace("  room: {country: FR, operator: us, within: hall}\n", "");
    let new = new.replace("[hall, room]", "hall");
    let new = new.replace("campus: {country: FR}", "campus: {country: DE}");
    let new = new.replace("hall: {country: FR", "hall: {country: DE");
    let (old, new) = (declared(&old), declared(&new));
    assert!(picture(&old.into(), &new.into(), &DiffOptions::default()).is_ok());
}

#[test]
fn values_that_cannot_be_are_refused() {
    let refused = |field: Field, value: FactValue| {
        let mut facts = declared(BEFORE);
        let at = facts.facts.iter().position(|it| it.key.field == field).unwrap();
        facts.facts[at].value = value;
        let refused = model_again(&facts).unwrap_err();
        refused.diagnostics.iter().map(|it| it.code).collect::<Vec<_>>()
    };
    let none = FactValue::Places(PlacesFact::AtLeast(0));
    assert_eq!(refused(Field::NeedsPlaces, none), ["bad-declaration"]);
    for field in [Field::RestartsIn, Field::RecoversWith, Field::Within, Field::ChangedBy] {
        assert_eq!(refused(field, FactValue::Organisation), ["bad-declaration"], "{field:?}");
    }
    assert_eq!(refused(Field::Targets, FactValue::Duration(1)), ["bad-declaration"]);
    assert_eq!(refused(Field::Targets, FactValue::Party("nobody".into())), ["unknown-reference"]);
}

#[test]
fn times_of_the_first_version_were_hours() {
    let facts = declared(BEFORE);
    let again = declare_again(&Facts { version: 1, ..facts });
    assert_eq!(of(&again, "mail", Field::RestartsIn), [FactValue::Duration(2 * 60 * 60)]);
    let [FactValue::Rule { after, .. }] = of(&again, "order", Field::Reaches)[..] else { panic!() };
    assert_eq!(after, 90 * 24 * 60 * 60);
}

fn declare_again(facts: &Facts) -> Facts {
    trefonds_ask::facts(&model_again(facts).unwrap())
}

#[test]
fn the_organisation_is_no_item_of_the_list() {
    let spares = declared(BEFORE).facts.into_iter().find(|it: &Fact| it.key.field == Field::Spares);
    let FactKey { item, .. } = spares.unwrap().key;
    assert_eq!(item, "");
}
