//! Runs the real program, from the root of the repository, so that paths in outputs are the same
//! everywhere.
//!
//! A story is a few lines: `inventory("hospital").args(["spof"]).says("Certain")`. The inventory's
//! path goes in after the command, the first argument.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the repository, whatever the line ends of the checkout.
pub fn text_of(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .replace("\r\n", "\n")
}

/// The names in a folder of the repository, sorted.
pub fn names_in(folder: impl AsRef<Path>) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The names of the shipped inventories; their policies stand beside them.
pub fn inventories() -> Vec<String> {
    names_in("inventories").into_iter().filter(|name| name != "policies").collect()
}

/// A shipped inventory.
pub fn inventory(name: &str) -> Story {
    Story::on(&format!("inventories/{name}"))
}

/// The tests' own small inventory, which exercises every section.
pub fn clinic() -> Story {
    Story::on("tests/inventories/clinic")
}

/// A run without an inventory.
pub fn program() -> Story {
    Story::default()
}

/// A run of the program that is being put together.
#[derive(Clone, Default)]
pub struct Story {
    inventory: Option<String>,
    args: Vec<String>,
    env: Vec<(String, String)>,
}

impl Story {
    /// A run on any inventory.
    pub fn on(path: &str) -> Self {
        Self { inventory: Some(path.to_owned()), ..Self::default() }
    }

    /// The arguments: the command first. May be called again to add more.
    pub fn args<S: AsRef<str>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.args.extend(args.into_iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    /// An environment variable.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The command, ready to run.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trefonds"));
        command.current_dir(root()).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        // Whoever runs the tests may speak French.
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        let (first, rest) = self.args.split_at(self.args.len().min(1));
        command.args(first).args(&self.inventory).args(rest).stdin(Stdio::null());
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Runs it and demands an exit code.
    #[track_caller]
    pub fn exits_with(&self, code: i32) -> Outcome {
        let outcome = Outcome::from(self.command().output().unwrap());
        let (args, Outcome { stdout, stderr, .. }) = (&self.args, &outcome);
        assert_eq!(outcome.code, Some(code), "{args:?}\nstdout: {stdout}\nstderr: {stderr}");
        outcome
    }

    /// Demands success, and silence on standard error.
    #[track_caller]
    pub fn succeeds(&self) -> Outcome {
        let outcome = self.exits_with(0);
        assert_eq!(outcome.stderr, "", "{:?}", self.args);
        outcome
    }

    /// Demands an error, told on standard error alone.
    #[track_caller]
    pub fn fails_with(&self, code: i32) -> Outcome {
        let outcome = self.exits_with(code);
        assert_eq!(outcome.stdout, "", "{:?}", self.args);
        assert_ne!(outcome.stderr, "", "{:?}", self.args);
        outcome
    }

    /// Demands success and exactly this output.
    #[track_caller]
    pub fn stdout(&self, expected: &str) {
        let found = self.succeeds().stdout;
        let differs = found.lines().zip(expected.lines()).position(|(a, b)| a != b);
        let at = differs.unwrap_or_else(|| found.lines().count().min(expected.lines().count()));
        let [now, was] = [&*found, expected].map(|text| text.lines().nth(at).unwrap_or_default());
        let args = &self.args;
        assert!(found == expected, "{args:?}, line {}\n found    {now}\n expected {was}", at + 1);
    }

    /// Demands success and output that holds these words.
    #[track_caller]
    pub fn says(&self, words: &str) -> Outcome {
        self.succeeds().says(words)
    }

    /// Demands success and the output of `tests/snapshots/NAME.snap`.
    #[track_caller]
    pub fn snapshot(&self, name: &str) {
        matches_snapshot(name, &self.succeeds().stdout);
    }

    /// Demands success and JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        let text = self.clone().args(["--format", "json"]).succeeds().stdout;
        serde_json::from_str(&text).unwrap()
    }
}

/// Demands that a text is that of `tests/snapshots/NAME.snap`.
#[track_caller]
pub fn matches_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// What a run gave.
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    pub code: Option<i32>,
}

impl Outcome {
    /// Demands words on standard output.
    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(holds(&self.stdout, words), "{words:?} is not in:\n{}", self.stdout);
        self
    }

    /// Demands that words are not on standard output.
    #[track_caller]
    pub fn never_says(self, words: &str) -> Self {
        assert!(!holds(&self.stdout, words), "{words:?} is in:\n{}", self.stdout);
        self
    }

    /// Demands words on standard error.
    #[track_caller]
    pub fn complains(self, words: &str) -> Self {
        assert!(holds(&self.stderr, words), "{words:?} is not in:\n{}", self.stderr);
        self
    }
}

/// Whether words stand in a text, whichever spaces it has between them: the stories of French look at
/// these.
fn holds(text: &str, words: &str) -> bool {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    plain(text).contains(&plain(words))
}

impl From<Output> for Outcome {
    fn from(output: Output) -> Self {
        Self {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code(),
        }
    }
}

/// The text at a path of keys and indices; `-` for null.
pub fn word<'v>(value: &'v Value, pointer: &str) -> &'v str {
    match value.pointer(pointer) {
        Some(Value::String(text)) => text,
        Some(Value::Null) => "-",
        other => panic!("{pointer} is {other:?} in {value}"),
    }
}

/// The elements of the list at a key.
#[track_caller]
pub fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is no list in {value}"))
}

/// A time as the situations write it: whole hours as such, else minutes.
pub fn duration(minutes: u64) -> String {
    if minutes.is_multiple_of(60) { format!("{}h", minutes / 60) } else { format!("{minutes}min") }
}
