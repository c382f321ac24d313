//! `cuts`: which withdrawals together stop a service; and fault trees in the Open-PSA format.

use serde_json::{Value, json};

use crate::harness::{Story, clinic, inventory, list, matches_snapshot, program, root, word};

fn psa(file: &str) -> String {
    root().join("tests/open-psa").join(file).display().to_string()
}

/// The lines that name a file of the tests, without the place of the checkout.
fn without_place(text: &str) -> String {
    text.replace(&format!("{}/", root().display()), "")
}

#[test]
fn the_list_in_both_languages_and_every_format() {
    let cuts = |more: &[&str]| {
        clinic().args(["cuts", "rendez-vous", "--level", "entity", "--order", "2"]).args(more)
    };
    cuts(&[]).snapshot("cuts-en");
    cuts(&["--lang", "fr"]).snapshot("cuts-fr");
    cuts(&["--format", "markdown"]).snapshot("cuts-markdown");
    cuts(&["--format", "csv"]).snapshot("cuts-csv");
    cuts(&["--format", "json", "--foreign"]).snapshot("cuts-json");
    cuts(&["--count"]).snapshot("cuts-count");
}

#[test]
fn order_one_is_the_list_of_single_points() {
    for name in ["hospital", "health-data-before", "energy-retailer"] {
        for level in ["component", "entity", "controller", "jurisdiction"] {
            let spof = inventory(name).args(["spof", "--level", level, "--by", "30d"]).json();
            let services = spof["services"].as_array().unwrap();
            for service in services.iter().take(3) {
                let id = service["service"]["id"].as_str().unwrap();
                let points = list(&spof, "findings").iter().filter(|it| word(it, "/service") == id);
                let mut wanted: Vec<_> =
                    points.map(|it| (word(it, "/event"), word(it, "/certainty"))).collect();
                let cuts = inventory(name)
                    .args(["cuts", id, "--level", level, "--by", "30d", "--order", "1"])
                    .args(["--foreign"])
                    .json();
                let mut found: Vec<_> = (list(&cuts, "sets").iter())
                    .map(|it| (it["events"][0].as_str().unwrap(), word(it, "/certainty")))
                    .collect();
                wanted.sort_unstable();
                found.sort_unstable();
                assert_eq!(found, wanted, "{name} {level} {id}");
            }
        }
    }
}

#[test]
fn no_service_counts_itself() {
    for story in [clinic(), inventory("hospital")] {
        let spof = story.clone().args(["spof", "--level", "component"]).json();
        let findings = list(&spof, "findings");
        assert!(findings.iter().all(|of| of["service"] != of["event"]));
        for verdict in list(&spof, "services") {
            let id = word(verdict, "/service/id");
            let own = findings.iter().filter(|of| word(of, "/service") == id);
            let certain = own.filter(|of| word(of, "/certainty") == "certain");
            assert_eq!(verdict["certain"], certain.count(), "{id}");
            let summaries = list(&spof, "events").iter();
            let named = summaries.filter(|event| {
                let services = list(event, "certain_services");
                services.iter().any(|service| word(service, "/id") == id)
            });
            assert_eq!(verdict["certain"], named.count(), "{id}");
            let cuts = story.clone().args(["cuts", id, "--level", "component", "--order", "1"]);
            assert_eq!(cuts.json()["total"], verdict["certain"], "{id}");
        }
    }
    // Not even where a company is called like the service that it stops.
    let folder = tempfile::tempdir().unwrap();
    let text = "trefonds: 1\nhome: [FR]\ncomponents:\n  \
        shop: {layer: service, depends_on: [till]}\n  \
        till: {layer: application, operator: shop, suppliers: none, site: FR, data: none}\n\
        entities:\n  shop: {country: US, owned_by: dispersed}\n";
    std::fs::write(folder.path().join("a.yaml"), text).unwrap();
    let story = Story::on(folder.path().to_str().unwrap());
    story.clone().args(["spof"]).says("shop (United States, US): stops 1 service");
    story.args(["cuts", "shop"]).says("till > shop");
}

#[test]
fn a_set_of_two_stops_the_service_as_a_scenario_does() {
    let cuts = |more: &[&str]| {
        inventory("hospital").args(["cuts", "emergency-care", "--level", "component"]).args(more)
    };
    let pairs = cuts(&["--order", "2"]).json();
    let pair = list(&pairs, "sets").iter().find(|set| set["events"].as_array().unwrap().len() == 2);
    let pair = pair.unwrap();
    let steps = pair.pointer("/witness/steps").unwrap().as_array().unwrap();
    for id in pair["events"].as_array().unwrap() {
        let id = id.as_str().unwrap();
        assert!(steps.iter().any(|step| step.to_string().contains(id)), "{pair}");
    }
    let counted = cuts(&["--count"]).json();
    let all = cuts(&[]).json();
    assert_eq!(counted["by_order"], all["by_order"]);
    assert_eq!(counted["total"], json!(list(&all, "sets").len()));
    assert_eq!(counted["complete"], json!(true));
}

#[test]
fn what_is_not_listed_is_said() {
    let story = inventory("hospital").args(["cuts", "emergency-care", "--level", "component"]);
    story.args(["--limit", "5"]).says("5 of 66 sets are listed");
}

#[test]
fn little_memory_says_how_far_the_result_goes() {
    let story = inventory("hospital").args(["cuts", "emergency-care", "--level", "component"]);
    let outcome = story.args(["--memory", "18K", "--count", "--format", "json"]).exits_with(2);
    let result: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(result["complete"], json!(false));
    let all = inventory("hospital")
        .args(["cuts", "emergency-care", "--level", "component", "--count"])
        .json();
    let known = result["by_order"].as_object().unwrap();
    assert!(!known.is_empty() && known.len() < all["by_order"].as_object().unwrap().len());
    for (order, count) in known {
        assert_eq!(count, &all["by_order"][order], "order {order}");
    }
    outcome.complains("up to which order it is complete");
    let none = inventory("hospital").args(["cuts", "emergency-care", "--memory", "0"]);
    none.fails_with(2).complains("not even the cut sets of order 1 fit");
}

#[test]
fn no_such_service() {
    clinic().args(["cuts", "rendezvous"]).fails_with(2).complains("did you mean rendez-vous");
    program().args(["cuts"]).fails_with(2).complains("required");
}

/// A model, its order bound, and the sets worked out by hand.
#[track_caller]
fn sets_are(story: &Story, expected: &[&[&str]]) {
    let result = story.json();
    let mut found: Vec<Vec<&str>> = (list(&result, "sets").iter())
        .map(|set| set.as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect())
        .collect();
    for set in &mut found {
        set.sort_unstable();
    }
    found.sort_unstable();
    let mut expected: Vec<Vec<&str>> = expected.iter().map(|set| set.to_vec()).collect();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn fault_trees_of_several_files() {
    let model = program().args(["cuts", "--open-psa", &psa("pumps.xml"), &psa("pumps-events.xml")]);
    sets_are(
        &model,
        &[
            &["basin-empty"],
            &["feed-1"],
            &["a", "b"],
            &["a", "c"],
            &["b", "c"],
            &["a", "cooling.spare.diesel", "feed-2"],
            &["b", "cooling.spare.diesel", "feed-2"],
        ],
    );
    let counted = model.args(["--count"]).json();
    assert_eq!(counted["by_order"], json!({"1": 2, "2": 3, "3": 2}));
    assert_eq!((&counted["total"], &counted["complete"]), (&json!(7), &json!(true)));
    let model = program().args(["cuts", "--open-psa", &psa("pumps.xml"), &psa("pumps-events.xml")]);
    sets_are(&model.args(["--top", "pump-a"]), &[&["a"], &["feed-1"]]);
}

#[test]
fn negations_are_refused_unless_asked_for() {
    let model = program().args(["cuts", "--open-psa", &psa("prevented.xml")]);
    model.fails_with(2).complains("prevented.xml:8:13").complains("--allow-not");
    let model = program().args(["cuts", "--open-psa", &psa("prevented.xml"), "--allow-not"]);
    sets_are(&model, &[&["overflow"], &["burst", "pump"]]);
}

#[test]
fn every_fault_of_a_model_in_one_run() {
    let outcome = program().args(["cuts", "--open-psa", &psa("faults.xml")]).fails_with(2);
    matches_snapshot("cuts-faults", &without_place(&outcome.stderr));
    let french = program().args(["cuts", "--lang", "fr", "--open-psa", &psa("faults.xml")]);
    matches_snapshot("cuts-faults-fr", &without_place(&french.fails_with(2).stderr));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("half.xml");
    std::fs::write(&file, "<opsa-mef><define-fault-tree name='x'>").unwrap();
    let story = program().args(["cuts", "--open-psa", file.to_str().unwrap()]);
    story.fails_with(2).complains("half.xml:1:").complains("well-formed");
    std::fs::write(&file, "<html/>").unwrap();
    let story = program().args(["cuts", "--open-psa", file.to_str().unwrap()]);
    story.fails_with(2).complains("<opsa-mef>");
    let story = program().args(["cuts", "--open-psa", "nowhere.xml"]);
    story.fails_with(2).complains("nowhere.xml: cannot be read");
}

#[test]
fn the_gate_is_chosen_when_there_are_several() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("two.xml");
    let gate =
        |name: &str| format!("<define-gate name='{name}'><basic-event name='e'/></define-gate>");
    let model = format!(
        "<opsa-mef><define-fault-tree name='f'>{}{}</define-fault-tree></opsa-mef>",
        gate("left"),
        gate("right")
    );
    std::fs::write(&file, model).unwrap();
    let story = || program().args(["cuts", "--open-psa", file.to_str().unwrap()]);
    story().fails_with(2).complains("choose one with --top: left, right");
    story().args(["--top", "lift"]).fails_with(2).complains("did you mean 'left'");
    story().args(["--top", "left"]).says("named by gates, defined in no file: e");
}
