//! The account of an import: what became of every row.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of accounts.
pub const ACCOUNT_VERSION: u32 = 1;

/// A place in a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The file.
    pub file: String,
    /// The line on which the row begins: 1 is the first.
    pub row: u32,
    /// The title of the column; `null` is the whole row.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub column: Option<String>,
}

/// Why a row, or a value of one, is left out.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The mapping asks for other rows.
    Where,
    /// It has no key, or an edge lacks one of its ends.
    NoKey,
    /// Its key was met before.
    SameKey,
    /// Its company was met before, by the same LEI, EUID or register number: what it says was merged.
    Merged,
    /// Nothing says its layer.
    NoLayer,
    /// The mapping ignores edges of this type.
    Ignored,
    /// A value that no line of the mapping names.
    Unnamed,
    /// An edge from something to itself.
    Itself,
    /// An edge that was met before.
    SameEdge,
    /// A name that several things have.
    Ambiguous,
    /// It names something that is not there, and the mapping wants no stubs.
    Broken,
    /// A value that is no day in the form that was said.
    BadDay,
    /// A text that is the name of no country.
    UnknownCountry,
    /// An LEI whose check digits are wrong.
    BadLei,
    /// An identifier that another thing of its kind has.
    SameIdentifier,
}

/// What was left out for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// Whether whole rows are left out, or values of rows that are not.
    pub rows: bool,
    /// How many.
    pub count: u32,
    /// The value of the first.
    pub value: String,
    /// Where the first is.
    pub first: Place,
}

/// A value that no line of the mapping names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unnamed {
    /// The value.
    pub value: String,
    /// How many rows have it.
    pub count: u32,
    /// Where the first is.
    pub first: Place,
}

/// A word that stands for not knowing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Placeholder {
    /// The word.
    pub value: String,
    /// `not-said`, `none` or `undisclosed`.
    pub means: String,
    /// How many values say it.
    pub count: u32,
    /// Where the first is.
    pub first: Place,
}

/// Something that is named and was not in any table: a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stub {
    /// `component`, `entity` or `site`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What it was named by.
    pub value: String,
    /// Where it is named first.
    pub first: Place,
}

/// Edges of a type that the mapping ignores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IgnoredEdges {
    /// The type.
    pub edge: String,
    /// How many.
    pub count: u32,
}

/// Edges of a type of which more than half run from a lower layer to a higher one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WrongWay {
    /// The type; empty where edges have none.
    pub edge: String,
    /// How many run upwards.
    pub upwards: u32,
    /// Of how many that run between layers.
    pub of: u32,
    /// One that runs upwards.
    pub first: Place,
}

/// What became of the rows of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TableAccount {
    /// The file.
    pub file: String,
    /// Rows with any value: as many as all that follow, together.
    pub rows: u32,
    /// Rows that became a component, an entity or a site.
    pub things: u32,
    /// Rows that became an edge.
    pub edges: u32,
    /// Rows that were left out.
    pub left_out: u32,
}

/// How many facts were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Written {
    /// Components, stubs among them.
    pub components: u32,
    /// Legal entities, stubs among them.
    pub entities: u32,
    /// Sites, stubs among them.
    pub sites: u32,
    /// What components need.
    pub requirements: u32,
    /// Operators and suppliers.
    pub parties: u32,
    /// Countries and places.
    pub places: u32,
}

/// What somebody changed in the folder since the last run, and where it was moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ByHand {
    /// Files that were changed, added or taken away.
    pub files: Vec<String>,
    /// The folder in which all of it is now.
    pub moved_to: String,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Account {
    /// The version of this document.
    pub version: u32,
    /// Where the facts come from.
    pub source: String,
    /// The folder that was written.
    pub folder: String,
    /// The rows of every table.
    pub tables: Vec<TableAccount>,
    /// What was written.
    pub written: Written,
    /// What was left out, by reason.
    pub left_out: Vec<LeftOut>,
    /// Values that no line of the mapping names.
    pub unnamed: Vec<Unnamed>,
    /// Words that stand for not knowing.
    pub placeholders: Vec<Placeholder>,
    /// Edges of types that the mapping ignores.
    pub ignored: Vec<IgnoredEdges>,
    /// Types of edges that seem to run the wrong way.
    pub wrong_way: Vec<WrongWay>,
    /// What is named and was not there.
    pub stubs: Vec<Stub>,
    /// Ids that were not there at the last run; `null` at the first.
    pub came: Option<Vec<String>>,
    /// Ids that are not there any more.
    pub went: Vec<String>,
    /// What was moved aside.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by_hand: Option<ByHand>,
}

/// Counts while rows are read.
#[derive(Default)]
pub(crate) struct Tally {
    left_out: BTreeMap<(bool, Reason), (u32, String, Place)>,
    unnamed: BTreeMap<(String, Option<String>, String), (u32, Place)>,
    placeholders: BTreeMap<(String, &'static str), (u32, Place)>,
    ignored: BTreeMap<String, u32>,
}

impl Tally {
    /// A row that is left out, or a value.
    pub(crate) fn left_out(&mut self, rows: bool, reason: Reason, value: &str, at: &Place) {
        let key = (rows, reason);
        let of = self.left_out.entry(key).or_insert_with(|| (0, value.to_owned(), at.clone()));
        of.0 += 1;
    }

    pub(crate) fn unnamed(&mut self, value: &str, at: &Place) {
        let key = (at.file.clone(), at.column.clone(), value.to_owned());
        self.unnamed.entry(key).or_insert_with(|| (0, at.clone())).0 += 1;
    }

    pub(crate) fn placeholder(&mut self, value: &str, means: &'static str, at: &Place) {
        let key = (value.to_owned(), means);
        self.placeholders.entry(key).or_insert_with(|| (0, at.clone())).0 += 1;
    }

    pub(crate) fn ignored(&mut self, edge: &str) {
        *self.ignored.entry(edge.to_owned()).or_insert(0) += 1;
    }

    pub(crate) fn into_account(self, source: &str, folder: &str) -> Account {
        let left_out = self.left_out.into_iter().map(|((rows, reason), (count, value, first))| {
            LeftOut { reason, rows, count, value, first }
        });
        let unnamed = self.unnamed.into_iter();
        let placeholders = self.placeholders.into_iter();
        Account {
            version: ACCOUNT_VERSION,
            source: source.to_owned(),
            folder: folder.to_owned(),
            tables: Vec::new(),
            written: Written::default(),
            left_out: left_out.collect(),
            unnamed: unnamed
                .map(|((_, _, value), (count, first))| Unnamed { value, count, first })
                .collect(),
            placeholders: placeholders
                .map(|((value, means), (count, first))| Placeholder {
                    value,
                    means: means.to_owned(),
                    count,
                    first,
                })
                .collect(),
            ignored: (self.ignored.into_iter())
                .map(|(edge, count)| IgnoredEdges { edge, count })
                .collect(),
            wrong_way: Vec::new(),
            stubs: Vec::new(),
            came: None,
            went: Vec::new(),
            by_hand: None,
        }
    }
}
