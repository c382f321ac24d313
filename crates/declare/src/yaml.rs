//! YAML as people write it: short things on one line, long ones below one another.
//!
//! [`Tree`] is what is to be written; [`Page`] lays it out. Nothing here knows an inventory.

mod layout;
mod scalar;

pub(crate) use layout::Page;

use std::borrow::Cow;

/// A value of a file.
pub(crate) enum Tree<'t> {
    /// What stands as it is: a number, a day, a share, a word of the format.
    Word(Cow<'t, str>),
    /// A text, in quotes where it would be read as something else.
    Text(Cow<'t, str>),
    /// Values below one another.
    List(Vec<Self>),
    /// Values under keys.
    Map(Fields<'t>),
    /// Things under their ids, below one another; of each, its fields.
    Things(Vec<(Cow<'t, str>, Fields<'t>)>),
}

impl<'t> Tree<'t> {
    /// A text.
    pub(crate) fn text(text: &'t str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// What stands as it is.
    pub(crate) fn word(word: impl Into<Cow<'t, str>>) -> Self {
        Self::Word(word.into())
    }

    /// The only one of some values, else a list of them.
    pub(crate) fn one_or_list(mut items: Vec<Self>) -> Self {
        match (items.len(), items.pop()) {
            (1, Some(only)) => only,
            (_, Some(last)) => {
                items.push(last);
                Self::List(items)
            }
            (_, None) => Self::List(items),
        }
    }
}

/// Keys with their values, in the order in which they are written.
#[derive(Default)]
pub(crate) struct Fields<'t>(pub(crate) Vec<(Cow<'t, str>, Tree<'t>)>);

impl<'t> Fields<'t> {
    /// A single field.
    pub(crate) fn one(key: &'static str, value: Tree<'t>) -> Self {
        Self(vec![(Cow::Borrowed(key), value)])
    }

    /// Adds a field, if it has a value.
    pub(crate) fn put(&mut self, key: &'static str, value: Option<Tree<'t>>) {
        if let Some(value) = value {
            self.0.push((Cow::Borrowed(key), value));
        }
    }

    /// Adds a field whose key is a word of the inventory.
    pub(crate) fn put_free(&mut self, key: &'t str, value: Tree<'t>) {
        self.0.push((Cow::Borrowed(key), value));
    }

    /// Adds a text, if there is one.
    pub(crate) fn put_text(&mut self, key: &'static str, text: Option<&'t Cow<'_, str>>) {
        self.put(key, text.map(|text| Tree::text(text)));
    }
}
