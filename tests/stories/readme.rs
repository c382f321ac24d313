//! What the README promises, done: its commands run, its excerpts are what the program prints.

use crate::harness::{program, root, text_of};

/// The fenced blocks of a language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let found = page.split(&fence).skip(1);
    found.map(|rest| rest.split("```").next().unwrap_or_default().to_owned()).collect()
}

/// Runs a `trefonds` command line and gives what it prints.
fn run(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(words[0], "trefonds", "{line}");
    program().args(&words[1..]).succeeds().stdout
}

/// Demands the lines of an excerpt in their order; `...` stands for any lines, or for the rest of a
/// line.
#[track_caller]
fn excerpt_of(output: &str, excerpt: &[&str]) {
    let mut lines = output.lines();
    for wanted in excerpt.iter().map(|line| line.trim_end()) {
        let start = wanted.trim_end_matches("...");
        let same = |line: &str| line == wanted || (start != wanted && line.starts_with(start));
        if !start.is_empty() && !lines.any(|line| same(line.trim_end())) {
            panic!("{wanted:?} does not stand there, or not in this order, in:\n{output}");
        }
    }
}

#[test]
fn excerpts_are_what_the_program_prints() {
    let mut shown = 0;
    for page in ["README.md", "docs/method.md", "docs/whatif.md"] {
        for block in blocks(&text_of(page), "console") {
            let lines: Vec<&str> = block.lines().collect();
            let command = lines[0].strip_prefix("$ ").unwrap_or_else(|| panic!("{page}: {block}"));
            excerpt_of(&run(command), &lines[1..]);
            shown += 1;
        }
    }
    assert!(shown >= 4);
}

#[test]
fn the_two_commands_of_the_first_screen_are_what_they_say() {
    let readme = text_of("README.md");
    let commands = blocks(&readme, "sh");
    let lines: Vec<&str> = commands[..2].iter().map(|block| block.trim()).collect();
    // The main job, in a folder of our own instead of the reader's.
    let folder = tempfile::tempdir().unwrap();
    for command in lines[0].split(" && ") {
        let line = command.strip_prefix("cargo run --release -- ").unwrap();
        let file = folder.path().join("hospital.svg");
        run(&format!("trefonds {}", line.replace("hospital.svg", file.to_str().unwrap())));
    }
    assert!(folder.path().join("hospital.svg").exists());
    // The tests: what CI runs.
    let ci = text_of(".ci/run");
    assert!(ci.lines().any(|line| line == lines[1]), ".ci/run does not call {:?}", lines[1]);
    let recipes = text_of("justfile");
    for recipe in lines[1].rsplit("just ").next().unwrap().split(' ') {
        assert!(recipes.lines().any(|line| line.starts_with(&format!("{recipe}:"))), "{recipe}");
    }
}

#[test]
fn the_table_of_commands_is_the_programs() {
    let help = program().args(["--help"]).succeeds().stdout;
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<&str> = names.filter_map(|line| line.split_whitespace().next()).collect();
    let table: Vec<String> = (text_of("README.md").lines())
        .filter_map(|line| line.strip_prefix("| `"))
        .map(|row| row.split(['`', ' ']).next().unwrap_or_default().to_owned())
        .collect();
    let names: Vec<&str> = names.into_iter().filter(|name| *name != "help").collect();
    assert_eq!(table, names);
}

#[test]
fn links_lead_somewhere() {
    let pages =
        ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/method.md", "docs/words.md"];
    for page in pages {
        let folder = root().join(page).parent().unwrap().to_owned();
        for link in text_of(page).split("](").skip(1) {
            let target =
                link.split(')').next().unwrap_or_default().split('#').next().unwrap_or_default();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            assert!(folder.join(target).exists(), "{page}: {target} is not there");
        }
    }
}
