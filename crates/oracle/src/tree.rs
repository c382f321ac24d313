//! Texts, lists and mappings, and how they are written as YAML in flow style.

use std::fmt::Write;

use crate::seed::Seed;

/// A value of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// A word.
    Text(String),
    /// Things whose order says nothing.
    List(Vec<Tree>),
    /// Keys and values, whose order says nothing.
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// A word.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The same in another order of keys and of lists.
    pub fn shuffle(&mut self, seed: &mut Seed) {
        match self {
            Self::Text(_) => {}
            Self::List(items) => {
                items.iter_mut().for_each(|item| item.shuffle(seed));
                seed.shuffle(items);
            }
            Self::Map(fields) => {
                fields.iter_mut().for_each(|(_, value)| value.shuffle(seed));
                // What is undisclosed, and a holding, are told by their first key.
                seed.shuffle(fields);
            }
        }
    }

    /// Appends it in flow style, on one line.
    pub fn write(&self, to: &mut String) {
        match self {
            Self::Text(text) => to.push_str(text),
            Self::List(items) => {
                to.push('[');
                for (at, item) in items.iter().enumerate() {
                    to.push_str(if at == 0 { "" } else { ", " });
                    item.write(to);
                }
                to.push(']');
            }
            Self::Map(fields) => {
                to.push('{');
                for (at, (key, value)) in fields.iter().enumerate() {
                    let _ = write!(to, "{}{key}: ", if at == 0 { "" } else { ", " });
                    value.write(to);
                }
                to.push('}');
            }
        }
    }
}

/// A mapping of some keys; those without a value are left out.
#[must_use]
pub fn map(fields: Vec<(&str, Option<Tree>)>) -> Tree {
    let said = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Tree::Map(said.collect())
}
