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
