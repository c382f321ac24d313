//! `questions`: what to ask next, and what the answer is worth.

use crate::harness::{Story, clinic, list, root, word};

#[test]
fn the_questions_in_both_languages() {
    clinic().args(["questions"]).snapshot("questions-en");
    clinic().args(["questions", "--lang", "fr"]).snapshot("questions-fr");
    clinic().args(["questions", "--format", "csv"]).snapshot("questions-csv");
}

#[test]
fn those_on_which_most_hangs_come_first() {
    let result = clinic().args(["questions"]).json();
    let hangs = |it: &serde_json::Value| {
        it["single_points"].as_u64().unwrap() + it["exposures"].as_u64().unwrap()
    };
    let counts: Vec<u64> = list(&result, "questions").iter().map(hangs).collect();
    assert!(counts.windows(2).all(|pair| pair[0] >= pair[1]), "{counts:?}");
    assert_eq!(word(&list(&result, "questions")[0], "/fact/id"), "parents:imageur");
}

#[test]
fn an_answer_takes_its_findings_away() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["trefonds.yaml", "entites.yaml"] {
        let text =
            std::fs::read_to_string(root().join("tests/inventories/clinic").join(name)).unwrap();
        let answered =
            text.replace("country: FR, owned_by: undisclosed", "country: FR, owned_by: none");
        std::fs::write(folder.path().join(name), answered).unwrap();
    }
    let story = Story::on(folder.path().to_str().unwrap());
    let after = story.args(["spof"]).json();
    let before = clinic().args(["spof"]).json();
    let hanging =
        |result: &serde_json::Value| result.to_string().matches("parents:imageur").count();
    assert!(hanging(&before) > 0);
    assert_eq!(hanging(&after), 0);
}

/// Whom a question is for, by the kind of fact.
fn asked(story: &Story, kind: &str) -> Vec<(String, String)> {
    let found = story.json();
    let of_kind = list(&found, "questions").iter().filter(|it| it["fact"]["fact"] == kind);
    of_kind
        .map(|it| {
            let names: Vec<&str> = list(it, "ask").iter().filter_map(|who| who.as_str()).collect();
            (names.join(", "), word(it, "/desk").to_owned())
        })
        .collect()
}

#[test]
fn who_is_above_a_company_is_no_question_for_a_ward() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let text = "trefonds: 1\nhome: [FR]\nas_of: 2026-11-01\ncomponents:\n  ward:\n    layer: service\n    \
                owner: emergency ward\n    depends_on: [mail]\n  mail: {layer: application, owner: emergency ward, \
                suppliers: maker, site: FR, data: none}\nentities:\n  maker: {country: US}\n";
    std::fs::write(folder.path().join("a.yaml"), text).unwrap();
    let story = Story::on(path).args(["questions"]);
    let (nobody, legal) = (String::new(), "legal".to_owned());
    assert_eq!(asked(&story, "parents"), [(nobody.clone(), legal)]);
    assert_eq!(asked(&story, "on-withdrawal"), [(nobody, "purchasing".to_owned())]);
    assert_eq!(asked(&story, "operator"), [("emergency ward".to_owned(), "owner".to_owned())]);
    story.says("legal affairs, purchasing");
    story.clone().args(["--lang", "fr"]).says("les affaires juridiques, les achats");

    std::fs::write(folder.path().join("b.yaml"), "asks: {parents: Ms Dubois, operator: IT}\n")
        .unwrap();
    assert_eq!(asked(&story, "parents"), [("Ms Dubois".to_owned(), "legal".to_owned())]);
    assert_eq!(asked(&story, "operator"), [("IT".to_owned(), "owner".to_owned())]);
    std::fs::write(folder.path().join("b.yaml"), "asks: {parent: Ms Dubois}\n").unwrap();
    story.fails_with(2).complains("did you mean `parents`?");
}

#[test]
fn whom_to_ask_is_a_fact_like_others() {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = ["old.yaml", "new.yaml"].map(|name| folder.path().join(name));
    let text = "trefonds: 1\nhome: [FR]\nas_of: 2026-11-01\n";
    std::fs::write(&old, text).unwrap();
    std::fs::write(&new, format!("{text}asks: {{votes: legal}}\n")).unwrap();
    let told = Story::on(old.to_str().unwrap()).args(["diff", new.to_str().unwrap()]).exits_with(1);
    told.says("whom to ask");
}

#[test]
fn what_nobody_has_confirmed_is_asked_for() {
    let story = Story::on("tests/situations/what_only_a_candidate_leads_to");
    let found = story.args(["questions"]).json();
    let of = |it: &serde_json::Value| word(it, "/fact/id") == "requirements:desk:mail";
    let asked = list(&found, "questions").iter().find(|it| of(it)).unwrap();
    assert_eq!(asked["single_points"], 2);
    assert_eq!(word(asked, "/fact/about/id"), "mail");
}
