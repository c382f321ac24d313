//! One value to a serde type, with every fault of it: what serde refuses is told and taken out, and serde
//! is asked again.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use trefonds_lang::Lang;
use trefonds_source::Diagnostic;

use super::{Places, tree::member};
use crate::diags::{self, Found, Words};

/// The most problems that are looked for: a file with more is another kind of file.
const MOST: usize = 200;

/// A step from a value to a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    Key(String),
    At(usize),
}

pub(super) fn read<T: DeserializeOwned>(
    mut value: Value,
    places: &Places,
    lang: Lang,
) -> Result<T, Vec<Diagnostic>> {
    let mut told =
        Told { places, lang, kept: Kept::default(), taken: BTreeSet::new(), problems: Vec::new() };
    loop {
        match serde_path_to_error::deserialize(value.clone()) {
            Ok(read) if told.problems.is_empty() => return Ok(read),
            Ok(_) => return Err(told.problems),
            Err(error) => {
                let way = way_of(error.path());
                let message = error.into_inner().to_string();
                let go_on = told.take(&mut value, way, &message);
                if !go_on || told.problems.len() >= MOST {
                    return Err(told.problems);
                }
            }
        }
    }
}

fn way_of(path: &Path) -> Vec<Way> {
    let ways = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(Way::At(*index)),
        Segment::Map { key } => Some(Way::Key(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    ways.collect()
}

/// What was told so far, and what was taken out for it.
struct Told<'p> {
    places: &'p Places,
    lang: Lang,
    kept: Kept,
    /// Paths of values that were taken out: that they are missing is no second problem.
    taken: BTreeSet<String>,
    problems: Vec<Diagnostic>,
}

impl Told<'_> {
    /// Tells a problem and takes its cause out of the value; whether there is something left to read.
    fn take(&mut self, value: &mut Value, mut way: Vec<Way>, message: &str) -> bool {
        let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
        let (first, others) = quoted.split_first().unwrap_or((&"", &[]));
        let lang = self.lang;
        // serde says what it expected in words only; they are taken apart here, and tests hold them.
        if message.starts_with("missing field") {
            let holder = self.kept.path(&way);
            if !self.taken.contains(&member(&holder, first)) {
                self.problems.push(diags::missing_key(lang, self.places.of(&holder), first));
            }
        } else if message.starts_with("unknown field") {
            if way.last() == Some(&Way::Key((*first).to_owned())) {
                way.pop();
            }
            let at = self.places.of_key(&self.kept.path(&way), first);
            self.problems.push(diags::unknown_key(lang, at, first, others, None));
            way.push(Way::Key((*first).to_owned()));
        } else {
            let at = self.places.of(&self.kept.path(&way));
            let found = part(value, &way);
            self.problems.push(if message.starts_with("unknown variant") {
                diags::unknown_value(lang, at, first, others, None)
            } else {
                wrong_value(lang, at, found, message)
            });
        }
        self.remove(value, &way)
    }

    fn remove(&mut self, value: &mut Value, way: &[Way]) -> bool {
        let Some((last, holder)) = way.split_last() else { return false };
        self.taken.insert(self.kept.path(way));
        match (part_mut(value, holder), last) {
            (Some(Value::Object(map)), Way::Key(key)) => map.remove(key).is_some(),
            (Some(Value::Array(list)), Way::At(at)) if *at < list.len() => {
                self.kept.forget(&self.kept.path(holder), list.len(), *at);
                list.remove(*at);
                true
            }
            _ => false,
        }
    }
}

/// Which members of each list are still there, by their places in the file.
#[derive(Default)]
struct Kept(BTreeMap<String, Vec<usize>>);

impl Kept {
    /// The path of a way in the file as it was written.
    fn path(&self, way: &[Way]) -> String {
        let mut path = String::new();
        for step in way {
            path = match step {
                Way::Key(key) => member(&path, key),
                Way::At(at) => {
                    let kept = self.0.get(&path).and_then(|kept| kept.get(*at)).copied();
                    format!("{path}[{}]", kept.unwrap_or(*at))
                }
            };
        }
        path
    }

    fn forget(&mut self, list: &str, length: usize, at: usize) {
        let kept = self.0.entry(list.to_owned()).or_insert_with(|| (0..length).collect());
        kept.remove(at);
    }
}

fn part<'v>(value: &'v Value, way: &[Way]) -> &'v Value {
    way.iter()
        .try_fold(value, |value, step| match step {
            Way::Key(key) => value.get(key),
            Way::At(at) => value.get(at),
        })
        .unwrap_or(&Value::Null)
}

fn part_mut<'v>(value: &'v mut Value, way: &[Way]) -> Option<&'v mut Value> {
    way.iter().try_fold(value, |value, step| match step {
        Way::Key(key) => value.get_mut(key),
        Way::At(at) => value.get_mut(at),
    })
}

/// A value of the wrong kind: what was expected, of serde's words.
fn wrong_value(lang: Lang, at: trefonds_source::Span, found: &Value, message: &str) -> Diagnostic {
    let expected = message.rsplit_once("expected ").map_or("", |(_, expected)| expected);
    let text = match found {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if expected.contains("a duration") && found.is_string() {
        return diags::bad_duration(lang, at, &text);
    }
    if expected.contains("a day") && found.is_string() {
        return diags::bad_date(lang, at, &text);
    }
    if found.is_null() {
        return diags::null_value(lang, at);
    }
    let words: Words = match expected {
        "a string" => Lang::a_text,
        "a boolean" => Lang::a_yes_or_no,
        "a sequence" => Lang::a_list,
        "a map" => Lang::a_mapping,
        "a name or a list of names" => Lang::names,
        expected if expected.starts_with("struct") => Lang::a_mapping,
        expected if expected.contains("a duration") => Lang::a_duration,
        expected if expected.contains("a day") => Lang::a_day,
        expected if expected.contains("holds, stops") => Lang::an_expectation,
        expected if expected.starts_with(['u', 'i']) => Lang::a_number,
        _ => Lang::another_value,
    };
    let found = match found {
        Value::Array(_) => Found::List,
        Value::Object(_) => Found::Map,
        _ => Found::Text(&text),
    };
    diags::wrong_type(lang, at, words, &found)
}
