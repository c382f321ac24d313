//! Where things stand among the declarations of several files.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::SubjectKind;
use crate::forms::{Declarations, Name};

/// A file, and a position among its things of a kind.
pub(crate) type Place = (usize, usize);

/// The file and the position in it of everything that is declared, by kind and id; laws are not
/// named by others.
pub(crate) struct Places<'a>(FxHashMap<SubjectKind, FxHashMap<Cow<'a, str>, Place>>);

impl<'a> Places<'a> {
    pub(crate) fn of(files: &[Declarations<'a>]) -> Self {
        let mut places = Self(FxHashMap::default());
        for (file, declared) in files.iter().enumerate() {
            places.add(SubjectKind::Component, file, declared.components.iter().map(|it| &it.id));
            places.add(SubjectKind::Entity, file, declared.entities.iter().map(|it| &it.id));
            places.add(SubjectKind::Site, file, declared.sites.iter().map(|it| &it.id));
            places.add(SubjectKind::Source, file, declared.cited.iter().map(|it| &it.id));
        }
        places
    }

    fn add<'d>(&mut self, kind: SubjectKind, file: usize, ids: impl Iterator<Item = &'d Name<'a>>)
    where
        'a: 'd,
    {
        let places = self.0.entry(kind).or_default();
        for (at, id) in ids.enumerate() {
            places.entry(id.text.clone()).or_insert((file, at));
        }
    }

    /// Where the thing of an id is declared first.
    pub(crate) fn get(&self, kind: SubjectKind, id: &str) -> Option<Place> {
        self.0.get(&kind)?.get(id).copied()
    }

    /// Whether something is declared.
    pub(crate) fn has(&self, kind: SubjectKind, id: &str) -> bool {
        self.get(kind, id).is_some()
    }
}
