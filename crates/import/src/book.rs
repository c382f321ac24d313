//! What was read, before any of it is a declaration.

use std::collections::BTreeMap;

use trefonds_model::{Country, Criticality, Date, Layer};

use crate::account::Place;
use crate::mapping::Match;

/// What kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Component,
    Entity,
    Site,
}

impl Kind {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::Entity => "entity",
            Self::Site => "site",
        }
    }
}

/// What is said of a list: three ways of not knowing, and its items.
#[derive(Clone, Debug)]
pub(crate) struct Said<T> {
    pub(crate) items: Vec<T>,
    pub(crate) none: bool,
    pub(crate) undisclosed: bool,
}

impl<T> Default for Said<T> {
    fn default() -> Self {
        Self { items: Vec::new(), none: false, undisclosed: false }
    }
}

impl<T> Said<T> {
    pub(crate) fn is_said(&self) -> bool {
        self.none || self.undisclosed || !self.items.is_empty()
    }

    /// What another row says, where this one says nothing.
    pub(crate) fn or(self, other: Self) -> Self {
        if self.is_said() { self } else { other }
    }
}

/// The name of another thing, as a row has it.
#[derive(Clone, Debug)]
pub(crate) struct Ref {
    pub(crate) text: String,
    pub(crate) by: Match,
    pub(crate) at: Place,
}

/// A row that is a thing.
#[derive(Clone, Debug)]
pub(crate) struct Thing {
    pub(crate) kind: Kind,
    pub(crate) key: String,
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    pub(crate) layer: Option<Layer>,
    pub(crate) criticality: Option<Criticality>,
    pub(crate) owner: Option<String>,
    pub(crate) operators: Said<Ref>,
    pub(crate) suppliers: Said<Ref>,
    pub(crate) sites: Said<Ref>,
    pub(crate) countries: Said<Country>,
    pub(crate) needs: Said<Ref>,
    pub(crate) lei: Option<String>,
    pub(crate) same_as: BTreeMap<String, String>,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) remarks: Vec<String>,
    pub(crate) stub: bool,
    pub(crate) at: Place,
}

impl Thing {
    pub(crate) fn of(kind: Kind, key: &str, id: String, at: Place) -> Self {
        Self {
            kind,
            key: key.to_owned(),
            id,
            name: None,
            layer: None,
            criticality: None,
            owner: None,
            operators: Said::default(),
            suppliers: Said::default(),
            sites: Said::default(),
            countries: Said::default(),
            needs: Said::default(),
            lei: None,
            same_as: BTreeMap::new(),
            from: None,
            until: None,
            remarks: Vec::new(),
            stub: false,
            at,
        }
    }

    /// Takes what another row says of the same company.
    pub(crate) fn merge(&mut self, other: Self) {
        self.name = self.name.take().or(other.name);
        self.countries = std::mem::take(&mut self.countries).or(other.countries);
        self.lei = self.lei.take().or(other.lei);
        for (scheme, value) in other.same_as {
            self.same_as.entry(scheme).or_insert(value);
        }
        self.remarks.extend(other.remarks);
    }
}

/// A row that is an edge: what needs, and what is needed.
#[derive(Clone, Debug)]
pub(crate) struct Edge {
    pub(crate) from: Ref,
    pub(crate) to: Ref,
    /// Its type, as its table has it.
    pub(crate) word: String,
    /// The layer of stubs at its ends; `None` makes none.
    pub(crate) stubs: Option<Layer>,
    /// The table of whose account it is.
    pub(crate) table: usize,
    pub(crate) at: Place,
}
