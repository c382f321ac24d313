//! Small YAML files other than inventories, such as policies, into serde types.
//!
//! An inventory is read by hand, so that every problem of every file is told in one run (decision
//! 0007). A policy is a page or two: the first problem, with its place and what to write instead, is
//! enough. Both go through the same YAML parser, so that `NO` is Norway here too.
//!
//! ```
//! # use std::collections::BTreeMap;
//! let text = "rules:\n  - {id: one}\n";
//! let (value, places) = trefonds_inventory::small::read::<BTreeMap<String, Vec<BTreeMap<String, String>>>>(text).unwrap();
//! assert_eq!(value["rules"][0]["id"], "one");
//! assert_eq!(places.of("rules[0].id"), (2, 10));
//! ```

mod tree;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

/// The longest text that is read.
const LONGEST: usize = 4 << 20;

/// Line and column, both 1-based, the column in characters.
pub type Position = (u32, u32);

/// Where every value of a file stands, by its path: `rules[0].severity`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    values: BTreeMap<String, Position>,
    keys: BTreeMap<String, Position>,
}

impl Places {
    /// Where the value of a path stands; where what holds it stands when there is no such value.
    #[must_use]
    pub fn of(&self, path: &str) -> Position {
        let mut path = path;
        loop {
            if let Some(position) = self.values.get(path) {
                return *position;
            }
            let Some(end) = path.rfind(['.', '[']) else { return (1, 1) };
            path = &path[..end];
        }
    }

    fn of_key(&self, holder: &str, key: &str) -> Position {
        let path = tree::member(holder, key);
        self.keys.get(&path).copied().unwrap_or_else(|| self.of(holder))
    }
}

/// What is wrong with a small file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Not YAML, or a part of YAML that is not read here.
    Syntax(String),
    /// A file of more than four megabytes.
    TooLong,
    /// A key that stands twice in a mapping.
    DuplicateKey(String),
    /// A key that nothing reads.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest key that is read.
        near: Option<String>,
        /// All keys that are read there, as they are listed to people.
        known: String,
    },
    /// A key without which nothing can be said.
    MissingKey(String),
    /// A word that is none of those known.
    UnknownWord {
        /// The word.
        word: String,
        /// The nearest one.
        near: Option<String>,
        /// All words.
        known: String,
    },
    /// A value of the wrong kind, in the words of the reader.
    Value(String),
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmallError {
    /// Where.
    pub position: Position,
    /// What.
    pub trouble: Trouble,
}

/// Reads a small YAML or JSON text.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<(T, Places), SmallError> {
    if text.len() > LONGEST {
        return Err(SmallError { position: (1, 1), trouble: Trouble::TooLong });
    }
    let (value, places) = tree::read(text)?;
    match serde_path_to_error::deserialize(value) {
        Ok(read) => Ok((read, places)),
        Err(error) => {
            let path = error.path().to_string();
            Err(explain(&error.into_inner().to_string(), &path, &places))
        }
    }
}

/// serde says what it expected in words only; they are taken apart here, and a test holds them.
fn explain(message: &str, path: &str, places: &Places) -> SmallError {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let (first, others) = quoted.split_first().unwrap_or((&"", &[]));
    let first = (*first).to_owned();
    let known = others.join(", ");
    let near = nearest(&first, others);
    if message.starts_with("unknown field") {
        let holder = holder_of(path, &first);
        let position = places.of_key(holder, &first);
        return SmallError { position, trouble: Trouble::UnknownKey { key: first, near, known } };
    }
    let trouble = if message.starts_with("missing field") {
        Trouble::MissingKey(first)
    } else if message.starts_with("unknown variant") {
        Trouble::UnknownWord { word: first, near, known }
    } else {
        Trouble::Value(message.to_owned())
    };
    SmallError { position: places.of(path), trouble }
}

/// The path of a mapping, whether or not the path given ends in a key of it.
fn holder_of<'p>(path: &'p str, key: &str) -> &'p str {
    match path.strip_suffix(key) {
        Some("") => "",
        Some(rest) => rest.strip_suffix('.').unwrap_or(path),
        None if path == "." => "",
        None => path,
    }
}

fn nearest(word: &str, known: &[&str]) -> Option<String> {
    let scored = known.iter().map(|other| (strsim::jaro_winkler(word, other), *other));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score > 0.8);
    best.map(|(_, near)| near.to_owned())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "kebab-case")]
    enum Colour {
        Red,
        DarkBlue,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Door {
        colour: Colour,
        height: Option<u32>,
        name: Option<String>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct House {
        doors: Vec<Door>,
    }

    fn trouble(text: &str) -> (Position, Trouble) {
        let error = read::<House>(text).unwrap_err();
        (error.position, error.trouble)
    }

    #[test]
    fn values_and_their_places() {
        let text = "doors:\n  - colour: dark-blue\n    height: 3\n    name: 'no'\n";
        let (house, places) = read::<House>(text).unwrap();
        let name = Some("no".to_owned());
        assert_eq!(house.doors, [Door { colour: Colour::DarkBlue, height: Some(3), name }]);
        assert_eq!(places.of("doors[0]"), (2, 5));
        assert_eq!(places.of("doors[0].height"), (3, 13));
        assert_eq!(places.of("doors[0].width"), (2, 5));
        assert_eq!(places.of("windows"), (1, 1));
    }

    #[test]
    fn an_unknown_key_gets_the_nearest() {
        let (position, found) = trouble("doors:\n  - colour: red\n    hieght: 3\n");
        assert_eq!(position, (3, 5));
        let Trouble::UnknownKey { key, near, known } = found else { panic!("{found:?}") };
        assert_eq!((key.as_str(), near.as_deref()), ("hieght", Some("height")));
        assert_eq!(known, "colour, height, name");
        assert_eq!(trouble("dors: []\n").0, (1, 1));
    }

    #[test]
    fn words_and_kinds_that_are_wrong() {
        let (position, found) = trouble("doors: [{colour: dark-bleu}]");
        assert_eq!(position, (1, 18));
        let near = Some("dark-blue".to_owned());
        assert!(matches!(found, Trouble::UnknownWord { near: n, .. } if n == near));
        assert_eq!(trouble("doors: [{height: 2}]"), ((1, 9), Trouble::MissingKey("colour".into())));
        let (position, found) = trouble("doors: [{colour: red, height: tall}]");
        assert_eq!(position, (1, 31));
        assert!(matches!(found, Trouble::Value(_)), "{found:?}");
        assert!(matches!(trouble("[]").1, Trouble::Value(_)));
    }

    #[test]
    fn what_is_not_read_is_refused() {
        for text in
            ["doors: [", "a: &x 1\nb: *x\n", "doors: []\n---\ndoors: []\n", "", "? [a]\n: b\n"]
        {
            assert!(matches!(trouble(text).1, Trouble::Syntax(_)), "{text:?}");
        }
        assert_eq!(
            trouble("doors: []\ndoors: []\n"),
            ((2, 1), Trouble::DuplicateKey("doors".into()))
        );
        let deep = "[".repeat(100_000);
        assert!(matches!(trouble(&deep).1, Trouble::Syntax(_)));
    }
}
