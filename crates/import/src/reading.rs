//! The rows of tables, one after the other, into what was read.

use std::collections::BTreeMap;
use std::io::Read;

use thiserror::Error;
use trefonds_declare::{lei, words};
use trefonds_read::table::{Table as Rows, TableFault, TableProblem};

use crate::account::{Place, Reason, TableAccount, Tally};
use crate::book::{Edge, Kind, Ref, Thing};
use crate::cells::Row;
use crate::ids::id_of;
use crate::mapping::{EdgeMap, Mapping, Match, Table};

/// The most problems that are told of one file.
const MOST_PROBLEMS: usize = 100;

/// Why a table cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadFault {
    /// The table itself.
    #[error(transparent)]
    Table(#[from] TableFault),
    /// A column that the mapping names and the table has not.
    #[error("no column {0:?}")]
    NoColumn(String),
}

/// What is wrong with a table, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The line on which the row begins; 0 is the whole file.
    pub row: u32,
    /// Which column: 1 is the first.
    pub column: Option<u32>,
    /// What.
    pub fault: ReadFault,
}

/// What was read so far.
pub struct Reading<'m> {
    pub(crate) mapping: &'m Mapping,
    pub(crate) things: Vec<Thing>,
    pub(crate) edges: Vec<Edge>,
    pub(crate) tables: Vec<TableAccount>,
    pub(crate) tally: Tally,
    /// Every thing by its kind and its key.
    pub(crate) by_key: BTreeMap<(Kind, String), usize>,
    /// Every company by what the world calls it.
    companies: BTreeMap<(&'static str, String), usize>,
    /// Every thing by what others call it.
    identified: BTreeMap<(Kind, String, String), usize>,
}

impl<'m> Reading<'m> {
    /// Begins to read what a mapping speaks of.
    #[must_use]
    pub fn new(mapping: &'m Mapping) -> Self {
        Self {
            mapping,
            things: Vec::new(),
            edges: Vec::new(),
            tables: Vec::new(),
            tally: Tally::default(),
            by_key: BTreeMap::new(),
            companies: BTreeMap::new(),
            identified: BTreeMap::new(),
        }
    }

    /// Reads a file for each table that the mapping makes of it; `open` opens it, each time from its start,
    /// and `file` is its name. O(n log n) for n bytes; memory for what its rows say, not for its bytes.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub fn file<R: Read>(
        &mut self,
        file: &str,
        mut open: impl FnMut() -> std::io::Result<R>,
    ) -> Result<(), Vec<Problem>> {
        let mapping = self.mapping;
        for table in mapping.tables.iter().filter(|table| table.file == file) {
            let reader = open().map_err(|error| {
                let fault = TableFault::Unreadable(error.kind()).into();
                vec![Problem { file: file.to_owned(), row: 0, column: None, fault }]
            })?;
            self.table(file, table, reader)?;
        }
        Ok(())
    }

    fn table<R: Read>(&mut self, file: &str, of: &Table, reader: R) -> Result<(), Vec<Problem>> {
        let how = &self.mapping.read;
        let told = |problem: TableProblem| Problem {
            file: file.to_owned(),
            row: problem.row,
            column: problem.column,
            fault: problem.fault.into(),
        };
        let mut rows = Rows::open(reader, how.dialect()).map_err(|problem| vec![told(problem)])?;
        let titles = rows.titles().to_vec();
        let missing = of.columns().into_iter().filter(|column| !titles.contains(column));
        let row = how.dialect().header;
        let mut problems: Vec<Problem> = missing
            .map(|column| {
                let fault = ReadFault::NoColumn(column);
                Problem { file: file.to_owned(), row, column: None, fault }
            })
            .collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let (mut account, number) = (TableAccount::of(file), self.tables.len());
        while let Some(row) = rows.next_row() {
            let (line, cells) = match row {
                Ok(row) => row,
                Err(problem) => {
                    let last = problem.last || problems.len() >= MOST_PROBLEMS;
                    problems.push(told(problem));
                    if last {
                        break;
                    }
                    continue;
                }
            };
            account.rows += 1;
            let at = Place { file: file.to_owned(), row: line, column: None };
            let row = Row { titles: &titles, cells: &cells, how, at: &at };
            match self.row(of, &row, number) {
                Became::Thing => account.things += 1,
                Became::Edge => account.edges += 1,
                Became::Nothing(reason, value) => {
                    account.left_out += 1;
                    self.tally.left_out(true, reason, &value, &at);
                }
            }
        }
        self.tables.push(account);
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    fn row(&mut self, of: &Table, row: &Row<'_>, table: usize) -> Became {
        for (column, values) in &of.only {
            let value = row.raw(column);
            if !values.0.iter().any(|known| known == value) {
                return Became::Nothing(Reason::Where, value.to_owned());
            }
        }
        if let Some(edges) = &of.edges {
            return self.edge(edges, row, table);
        }
        let (kind, id, name, same_as) = match (&of.component, &of.entity, &of.site) {
            (Some(it), ..) => (Kind::Component, &it.id, &it.name, &it.same_as),
            (_, Some(it), _) => (Kind::Entity, &it.id, &it.name, &it.same_as),
            (.., Some(it)) => (Kind::Site, &it.id, &it.name, &it.same_as),
            _ => return Became::Nothing(Reason::NoKey, String::new()),
        };
        let key = row.raw(id);
        if key.is_empty() {
            return Became::Nothing(Reason::NoKey, String::new());
        }
        if self.by_key.contains_key(&(kind, key.to_owned())) {
            return Became::Nothing(Reason::SameKey, key.to_owned());
        }
        let own = id_of(&self.mapping.name, key);
        let mut thing = Thing::of(kind, key, own, row.at.clone());
        thing.same_as.insert(format!("{}.{}", self.mapping.name, scheme(id)), key.to_owned());
        thing.name = row.text(name.as_ref(), &mut self.tally);
        for (scheme, column) in same_as {
            if let Some(value) = row.text(Some(column), &mut self.tally) {
                thing.same_as.insert(scheme.clone(), value);
            }
        }
        self.facts(of, row, &mut thing);
        if kind == Kind::Component && thing.layer.is_none() {
            return Became::Nothing(Reason::NoLayer, key.to_owned());
        }
        self.add(thing)
    }

    fn facts(&mut self, of: &Table, row: &Row<'_>, thing: &mut Thing) {
        let tally = &mut self.tally;
        if let Some(it) = &of.component {
            thing.layer = row.chosen(&it.layer, words::LAYERS, tally);
            let grade = it.criticality.as_ref();
            thing.criticality = grade.and_then(|it| row.chosen(it, words::CRITICALITIES, tally));
            thing.owner = row.text(it.owner.as_ref(), tally);
            thing.operators = row.names(it.operator.as_ref(), tally);
            thing.suppliers = row.names(it.suppliers.as_ref(), tally);
            thing.sites = row.names(it.site.as_ref(), tally);
            thing.needs = row.names(it.depends_on.as_ref(), tally);
            row.countries(it.country.as_ref(), thing, tally);
            thing.from = row.day(it.from.as_ref(), tally);
            thing.until = row.day(it.until.as_ref(), tally);
        }
        if let Some(it) = &of.entity {
            row.countries(it.country.as_ref(), thing, tally);
            if let Some(said) = row.text(it.lei.as_ref(), tally) {
                if lei::is_valid(&said) {
                    thing.lei = Some(said);
                } else {
                    tally.left_out(false, Reason::BadLei, &said, row.at);
                }
            }
            if let Some(euid) = row.text(it.euid.as_ref(), tally) {
                thing.same_as.insert("euid".to_owned(), euid);
            }
            // A number of a register says nothing without its country.
            if let Some(number) = row.text(it.register.as_ref(), tally) {
                match thing.countries.items.as_slice() {
                    [country] => {
                        let number = format!("{} {number}", country.code());
                        thing.same_as.insert("register".to_owned(), number);
                    }
                    _ => thing.remarks.push(format!("register: {number}")),
                }
            }
        }
        if let Some(it) = &of.site {
            row.countries(it.country.as_ref(), thing, tally);
            thing.operators = row.names(it.operator.as_ref(), tally);
        }
    }

    /// Adds a thing, or merges what is said of a company into what was said of it before.
    fn add(&mut self, mut thing: Thing) -> Became {
        let (kind, key) = (thing.kind, thing.key.clone());
        let names = companies(&thing);
        let known = names.iter().filter_map(|name| self.companies.get(name)).copied();
        // Two LEIs are two companies, whatever else they have in common.
        let other = |at: usize| self.things.get(at).and_then(|it| it.lei.as_ref());
        let differs = |at: usize| other(at).zip(thing.lei.as_ref()).is_some_and(|(a, b)| a != b);
        let known = known.filter(|at| !differs(*at)).min();
        self.identifiers(&mut thing, known);
        let (at, became) = match known {
            Some(at) => {
                if let Some(own) = self.things.get_mut(at) {
                    own.merge(thing);
                }
                (at, Became::Nothing(Reason::Merged, key.clone()))
            }
            None => {
                self.things.push(thing);
                (self.things.len() - 1, Became::Thing)
            }
        };
        for name in names {
            self.companies.entry(name).or_insert(at);
        }
        self.by_key.insert((kind, key), at);
        became
    }

    /// Takes away what another thing of the kind is called already: an identifier stands on one of them.
    fn identifiers(&mut self, thing: &mut Thing, known: Option<usize>) {
        let (kind, at) = (thing.kind, thing.at.clone());
        let own = known.unwrap_or(self.things.len());
        thing.same_as.retain(|scheme, value| {
            let key = (kind, scheme.clone(), value.clone());
            let holder = *self.identified.entry(key).or_insert(own);
            if holder != own {
                self.tally.left_out(false, Reason::SameIdentifier, value, &at);
            }
            holder == own
        });
    }

    fn edge(&mut self, of: &EdgeMap, row: &Row<'_>, table: usize) -> Became {
        let (from, to) = (row.raw(&of.from), row.raw(&of.to));
        let word = of.by.as_ref().map_or("", |column| row.raw(column));
        let direction = match (&of.direction, &of.by) {
            (Some(direction), _) => direction,
            (None, by) => match of.values.get(word).or_else(|| of.values.get("*")) {
                Some(direction) => direction,
                None => {
                    self.tally.unnamed(word, &row.place(by.as_deref().unwrap_or_default()));
                    return Became::Nothing(Reason::Unnamed, word.to_owned());
                }
            },
        };
        if direction == "ignore" {
            self.tally.ignored(word);
            return Became::Nothing(Reason::Ignored, word.to_owned());
        }
        if from.is_empty() || to.is_empty() {
            return Became::Nothing(Reason::NoKey, format!("{from}{to}"));
        }
        let end = |text: &str, column: &str| Ref {
            text: text.to_owned(),
            by: of.r#match,
            at: row.place(column),
        };
        let (mut from, mut to) = (end(from, &of.from), end(to, &of.to));
        if direction == "needed_by" {
            std::mem::swap(&mut from, &mut to);
        }
        let stubs = of.stubs.as_deref().unwrap_or("infrastructure");
        let stubs = words::LAYERS.iter().find(|(word, _)| *word == stubs).map(|(_, it)| *it);
        let (word, at) = (word.to_owned(), row.at.clone());
        self.edges.push(Edge { from, to, word, stubs, table, at });
        Became::Edge
    }
}

/// What became of a row.
enum Became {
    Thing,
    Edge,
    Nothing(Reason, String),
}

/// What the world calls a company, the surest first.
fn companies(thing: &Thing) -> Vec<(&'static str, String)> {
    if thing.kind != Kind::Entity {
        return Vec::new();
    }
    let mut names = Vec::new();
    names.extend(thing.lei.clone().map(|lei| ("lei", lei)));
    names.extend(thing.same_as.get("euid").map(|euid| ("euid", euid.clone())));
    names.extend(thing.same_as.get("register").map(|number| ("register", number.clone())));
    names
}

/// The word of a column among identifiers.
fn scheme(column: &str) -> String {
    let fit = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let word: String = column.to_ascii_lowercase().chars().map(fit).take(40).collect();
    if word.is_empty() { "key".to_owned() } else { word }
}

impl TableAccount {
    fn of(file: &str) -> Self {
        Self { file: file.to_owned(), rows: 0, things: 0, edges: 0, left_out: 0 }
    }
}

impl Table {
    /// Every column that it names.
    fn columns(&self) -> Vec<String> {
        let mut all: Vec<&String> = self.only.keys().collect();
        if let Some(it) = &self.component {
            all.extend([&it.id, &it.layer.column]);
            all.extend(
                [&it.name, &it.owner, &it.country, &it.from, &it.until].into_iter().flatten(),
            );
            all.extend(it.criticality.iter().map(|it| &it.column));
            let naming = [&it.operator, &it.suppliers, &it.site, &it.depends_on];
            all.extend(naming.into_iter().flatten().map(|it| &it.column));
            all.extend(it.same_as.values());
        }
        if let Some(it) = &self.entity {
            all.push(&it.id);
            let others = [&it.name, &it.country, &it.lei, &it.euid, &it.register];
            all.extend(others.into_iter().flatten());
            all.extend(it.same_as.values());
        }
        if let Some(it) = &self.site {
            all.push(&it.id);
            all.extend([&it.name, &it.country].into_iter().flatten());
            all.extend(it.operator.iter().map(|it| &it.column));
            all.extend(it.same_as.values());
        }
        if let Some(it) = &self.edges {
            all.extend([&it.from, &it.to]);
            all.extend(&it.by);
        }
        all.sort();
        all.dedup();
        all.into_iter().cloned().collect()
    }
}

/// By what things of a kind can be named, as the index of a join asks.
pub(crate) fn named_by(thing: &Thing, by: Match) -> Option<&str> {
    match by {
        Match::Id => Some(&thing.key),
        Match::Name => thing.name.as_deref(),
        Match::Lei => thing.lei.as_deref(),
    }
}
