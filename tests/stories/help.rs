//! The help: every example of every command names things that exist, and runs.
//!
//! Each page is played in a copy of the repository, so that what examples write litters nothing.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use super::diff_git::Repository;
use crate::harness::{program, root};

/// Ends in a comment, an exit code 2, or a name that is not there: the example is wrong.
#[test]
fn every_example_of_every_help_runs() {
    let pages = pages();
    assert!(pages.len() >= 20, "{pages:?}");
    let play = |page: &Vec<String>| {
        let args = page.iter().map(String::as_str).chain(["--help"]);
        let help = program().args(args).succeeds().stdout;
        let examples = examples(&help);
        assert!(!examples.is_empty(), "{page:?} has no example");
        played(&examples)
    };
    let halves = pages.split_at(pages.len() / 2);
    let told = std::thread::scope(|scope| {
        let other = scope.spawn(|| halves.1.iter().flat_map(play).collect::<Vec<_>>());
        let mut all: Vec<_> = halves.0.iter().flat_map(play).collect();
        all.extend(other.join().unwrap());
        all
    });
    assert!(told.len() >= 50, "{}", told.len());
    let wrong: Vec<String> = told.into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Plays the examples of a page, in their order, in a copy of the repository.
fn played(examples: &[String]) -> Vec<Result<(), String>> {
    let copy = copy();
    let begins = |words: &str| examples.iter().any(|line| line.contains(words));
    if begins(" my-si") && !begins("init my-si") {
        run("trefonds init my-si", &copy.at(".")).unwrap();
    }
    let parts = examples.iter().flat_map(|line| line.split(" && ").map(move |part| (line, part)));
    let told =
        parts.map(|(line, part)| run(part, &copy.at(".")).map_err(|why| format!("{line}\n{why}")));
    told.collect()
}

/// The program itself, and each of its commands.
fn pages() -> Vec<Vec<String>> {
    let help = program().args(["--help"]).succeeds().stdout;
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = commands.take_while(|line| !line.is_empty());
    let names = names.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    let names = names.filter(|name| *name != "help").map(|name| vec![name.to_owned()]);
    std::iter::once(Vec::new()).chain(names).collect()
}

/// The lines under "Examples", those that go on further in joined, without what is said beside them.
fn examples(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| !line.starts_with("Example")).skip(1);
    let mut examples: Vec<String> = Vec::new();
    for line in lines.take_while(|line| line.starts_with("  ")) {
        let text = line.trim_start();
        let text = text.split("  ").next().unwrap_or(text).trim_end();
        match (line.starts_with("      "), examples.last_mut()) {
            (true, Some(last)) => *last = format!("{last} {text}"),
            _ => examples.push(text.to_owned()),
        }
    }
    examples
}

/// The parts of the repository that examples name, under version control.
fn copy() -> Repository {
    let repository = Repository::new();
    for folder in ["inventories", "tests/open-psa", "tests/tables"] {
        copy_folder(&root().join(folder), &repository.at(folder));
    }
    repository.commit_all("First", "2026-01-01");
    let file = repository.at("inventories/hospital/second.yaml");
    std::fs::write(file, "sites: {shed: {country: FR, operator: none}}\n").unwrap();
    repository.commit_all("Second", "2026-02-01");
    repository
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Runs one command of an example; what another program does with a result is left out.
fn run(line: &str, folder: &Path) -> Result<(), String> {
    let line = line.split(" > ").next().unwrap_or(line);
    let words: Vec<&str> = line.split_whitespace().collect();
    let (program, args) = words.split_first().ok_or("an empty line")?;
    // What begins in the folder that one stands in begins in one of its own.
    if let ["init", ".", ..] = args
        && folder.join("inventories").exists()
    {
        let own = Repository::new();
        return run(line, &own.at("."));
    }
    match *program {
        "trefonds" => {}
        "mkdir" => {
            return args.last().map_or(Err("no folder".to_owned()), |name| {
                std::fs::create_dir_all(folder.join(name)).map_err(|error| error.to_string())
            });
        }
        "dot" | "man" => return Ok(()),
        other => return Err(format!("who is {other}?")),
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_trefonds"));
    command.current_dir(folder).stdin(Stdio::null());
    if args.contains(&"--watch") || args.first() == Some(&"serve") {
        return goes_on(command, args);
    }
    let output = command.args(args).output().map_err(|error| error.to_string())?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    // Differences and violations are results; an error is not.
    if matches!(output.status.code(), Some(0 | 1)) { Ok(()) } else { Err(told) }
}

/// A command that goes on until it is stopped has begun when it says its first line.
fn goes_on(mut command: Command, args: &[&str]) -> Result<(), String> {
    // A free port: another may be taken on this machine.
    let fixed = args.iter().position(|word| *word == "--listen");
    let args = &args[..fixed.unwrap_or(args.len())];
    command.args(args);
    if args.first() == Some(&"serve") {
        command.args(["--listen", "127.0.0.1:0"]);
    }
    let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = child.map_err(|error| error.to_string())?;
    let mut first = String::new();
    let read = child.stdout.take().map(|out| BufReader::new(out).read_line(&mut first));
    child.kill().and_then(|()| child.wait()).map_err(|error| error.to_string())?;
    match read {
        Some(Ok(bytes)) if bytes > 0 => Ok(()),
        _ => Err("ended without a word".to_owned()),
    }
}
