//! The language follows the environment, and `--lang` wins.

use std::fs;

use crate::harness::{Story, clinic, program};

fn french(story: Story) -> Story {
    story.env("LANG", "fr_FR.UTF-8")
}

#[test]
fn the_first_variable_that_says_anything_counts() {
    let title =
        |story: Story| story.args(["spof"]).succeeds().stdout.lines().next().unwrap().to_owned();
    let (english, french) = ("Single points", "Points uniques");
    for (variables, expected) in [
        (vec![], english),
        (vec![("LANG", "fr_FR.UTF-8")], french),
        (vec![("LANG", "C")], english),
        (vec![("LANG", "fr_FR.UTF-8"), ("LC_MESSAGES", "en_GB.UTF-8")], english),
        (vec![("LANG", "en_GB.UTF-8"), ("LC_ALL", "fr_BE")], french),
        (vec![("LANG", "fr_FR.UTF-8"), ("LC_ALL", "")], french),
        (vec![("LANG", "de_DE.UTF-8")], english),
    ] {
        let story = variables.iter().fold(clinic(), |story, (name, value)| story.env(name, value));
        assert!(title(story).starts_with(expected), "{variables:?}");
    }
    clinic().env("LANG", "fr_FR.UTF-8").args(["spof", "--lang", "en"]).says("Single points");
    clinic().env("LANG", "en_GB.UTF-8").args(["spof", "--lang=fr"]).says("Points uniques");
}

#[test]
fn help_and_errors_of_arguments_are_french() {
    french(program()).args(["--help"]).says("Utilisation : trefonds").says("Codes de sortie");
    french(program()).args(["spof", "-h"]).says("[par défaut : fr]").never_says("Print");
    for (args, words) in [
        (vec!["frob"], "la commande frob n'existe pas"),
        (vec!["spof"], "il manque : <INVENTAIRE>"),
        (vec!["spof", "x", "--levl", "entity"], "vouliez-vous dire --level ?"),
        (vec!["spof", "x", "--level", "pays"], "pays n'est pas une valeur de --level"),
        (vec!["spof", "x", "--by", "bientôt"], "ce n'est pas une durée"),
        (vec!["spof", "x", "--home", "Suisse"], "vouliez-vous dire CH ?"),
        (vec!["spof", "x", "--as-of", "demain"], "ce n'est pas un jour"),
        (vec!["check", "x", "--baseline", "b"], "il manque : --policy"),
        (vec!["cuts", "x", "y", "--open-psa", "m.xml"], "ne s'emploie pas avec"),
    ] {
        let outcome = french(program()).args(&args).fails_with(2);
        assert!(!outcome.stderr.contains("error:"), "{}", outcome.stderr);
        outcome.complains(words);
    }
}

#[test]
fn manuals_and_the_starter_are_french() {
    french(program())
        .args(["man"])
        .says(".SH \"NOM\"")
        .says(".SH \"COMMANDES\"")
        .never_says("Print");
    program().args(["man", "--lang", "fr"]).says("Cartographie les dépendances");
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("si");
    french(program()).args(["init", new.to_str().unwrap()]).says("est prêt");
    let starter = fs::read_to_string(new.join("trefonds.yaml")).unwrap();
    assert!(starter.contains("inventaire"), "{starter}");
    french(program()).args(["completions", "bash"]).says("trefonds");
}

#[test]
#[cfg(unix)]
fn errors_of_the_system_are_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let missing = french(clinic()).args(["spof", "-o", "no/such/folder/list.txt"]).fails_with(2);
    assert!(!missing.stderr.contains("os error"), "{}", missing.stderr);
    missing.complains("ce fichier ou ce dossier n'existe pas");
    let policy = french(clinic()).args(["check", "--policy", path]).fails_with(2);
    assert!(!policy.stderr.contains("os error"), "{}", policy.stderr);
    policy.complains("c'est un dossier");
    program().args(["check", "no-such-folder"]).fails_with(2).complains("there is no such file");
    std::os::unix::fs::symlink("nowhere", folder.path().join("lost.yaml")).unwrap();
    let lost = program().args(["check", path]).fails_with(2);
    assert!(!lost.stderr.contains("os error"), "{}", lost.stderr);
}

#[test]
fn machine_formats_have_no_space_that_does_not_break() {
    for args in [
        vec!["check"],
        vec!["spof"],
        vec!["questions"],
        vec!["ends"],
        vec!["denial"],
        vec!["exposure"],
        vec!["resolve"],
        vec!["rank"],
        vec!["whatif", "--withdraw", "US"],
    ] {
        for format in ["json", "csv"] {
            let story = french(clinic()).args(&args).args(["--format", format]);
            assert!(!story.succeeds().stdout.contains('\u{a0}'), "{args:?} {format}");
        }
    }
    let story = french(Story::on("tests/invalid/bad-share")).args(["check", "--format", "json"]);
    assert!(!story.exits_with(2).stdout.contains('\u{a0}'));
}

#[test]
fn every_code_has_one_line() {
    for story in [program(), french(program())] {
        let list = story.clone().args(["explain"]).succeeds().stdout;
        for line in list.lines() {
            let (code, what) = line.split_once("  ").unwrap();
            assert!(what.trim().chars().count() > 10, "{line}");
            story.clone().args(["explain", code]).succeeds();
        }
    }
}

#[test]
fn a_mistake_in_a_policy_is_told_like_one_in_an_inventory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("policy.yaml");
    let text = "trefonds-policy: 1\nrules:\n  - id: a\n    severity: fatal\n    text: t\n    owner_requird: {}\n  \
                - id: b\n    severity: error\n    text: t\n    survival_at_least: {by: soon}\n";
    fs::write(&path, text).unwrap();
    let refused =
        french(clinic()).args(["check", "--policy", path.to_str().unwrap()]).fails_with(2);
    refused
        .complains("policy.yaml:4:15")
        .complains("vouliez-vous dire `owner_required` ?")
        .complains("policy.yaml:10:25")
        .complains("erreurs");
    fs::write(&path, "trefonds-policy: 1\nrules:\n\t- id: a\n").unwrap();
    let refused =
        french(clinic()).args(["check", "--policy", path.to_str().unwrap()]).fails_with(2);
    refused.complains("une tabulation précède").complains("policy.yaml:3:1");
}
