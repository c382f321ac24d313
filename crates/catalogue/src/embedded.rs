use std::sync::OnceLock;

use trefonds_declare::forms::{Edition, LawsOf};
use trefonds_declare::{Shelf, SubjectKind, Wanted};

use crate::FILES;
use crate::index::Index;
use crate::patterns::says;

/// The edition of the data.
const EDITION: Edition = Edition { year: 2026, month: 11 };

/// The catalogue that is part of the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Embedded;

/// What a file of the catalogue is called where something in it is told.
#[must_use]
pub fn catalogue_file(path: &str) -> String {
    trefonds_declare::catalogue_file(EDITION, path)
}

/// The same, of which all is handed on whatever is wanted: for whoever looks at the catalogue itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Everything;

impl Shelf for Everything {
    fn edition(&self) -> Edition {
        EDITION
    }

    fn offers(&self) -> Vec<&str> {
        ids(SubjectKind::Component)
    }

    fn ids(&self, kind: SubjectKind) -> Vec<&str> {
        ids(kind)
    }

    fn texts(&self, _: &Wanted) -> Vec<(String, String)> {
        let declares = |(_, text): &&(&str, &str)| !says(text, "trefonds-");
        let all = FILES.iter().filter(declares);
        all.map(|(path, text)| (catalogue_file(path), (*text).to_owned())).collect()
    }
}

/// The ids of a kind.
fn ids(kind: SubjectKind) -> Vec<&'static str> {
    index().blocks.iter().filter(|block| block.kind == kind).map(|block| block.id).collect()
}

/// Made at the first use.
pub(crate) fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::of(FILES))
}

impl Shelf for Embedded {
    fn edition(&self) -> Edition {
        EDITION
    }

    fn offers(&self) -> Vec<&str> {
        ids(SubjectKind::Component)
    }

    fn ids(&self, kind: SubjectKind) -> Vec<&str> {
        ids(kind)
    }

    fn texts(&self, wanted: &Wanted) -> Vec<(String, String)> {
        let names = wanted.names.iter().map(String::as_str);
        let reached = index().reached(names, wanted.laws != LawsOf::Nobody);
        reached.into_iter().map(|(path, text)| (catalogue_file(path), text)).collect()
    }
}
