//! What else is known of offers and sources: of which kind they are, under which licence they came.

use rustc_hash::FxHashMap;
use trefonds_declare::SubjectKind;

use crate::embedded::index;
use crate::patterns::says;
use crate::tree::{Fault, Tree};

/// Offers by kind: an offer is of the kind that its file is named after.
#[derive(Clone, Debug, Default)]
pub struct Kinds {
    of: FxHashMap<&'static str, String>,
}

impl Kinds {
    /// Those of the catalogue of the program.
    #[must_use]
    pub fn embedded() -> Self {
        let offers = index().blocks.iter().filter(|block| block.kind == SubjectKind::Component);
        let of = offers.filter_map(|block| {
            let path = index().path(block);
            let kind = path.strip_prefix("offers/")?.strip_suffix(".yaml")?;
            Some((block.id, kind.to_owned()))
        });
        Self { of: of.collect() }
    }

    /// The kind of an offer.
    #[must_use]
    pub fn of(&self, offer: &str) -> Option<&str> {
        self.of.get(offer).map(String::as_str)
    }

    /// The name of an offer for people; else its id.
    #[must_use]
    pub fn name<'o>(&self, offer: &'o str) -> &'o str
    where
        'static: 'o,
    {
        let found =
            index().blocks.iter().find(|it| it.kind == SubjectKind::Component && it.id == offer);
        let name = found.and_then(|block| index().said(block, "name"));
        name.unwrap_or(offer)
    }

    /// The offers of a kind, in the order of their ids.
    #[must_use]
    pub fn offers(&self, kind: &str) -> Vec<&'static str> {
        let mut offers: Vec<&str> =
            self.of.iter().filter(|(_, own)| *own == kind).map(|(offer, _)| *offer).collect();
        offers.sort_unstable();
        offers
    }

    /// Every kind, once, in order.
    #[must_use]
    pub fn all(&self) -> Vec<&str> {
        let mut kinds: Vec<&str> = self.of.values().map(String::as_str).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

/// The offers that an entity runs, in the order of their ids.
#[must_use]
pub fn run_by(entity: &str) -> Vec<&'static str> {
    let offers = index().blocks.iter().filter(|block| block.kind == SubjectKind::Component);
    let run = offers.filter(|block| index().says_word(block, "operator", entity));
    let mut offers: Vec<&str> = run.map(|block| block.id).collect();
    offers.sort_unstable();
    offers
}

/// Under which licence facts were taken from a source that is a set of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// The id of the source.
    pub source: String,
    /// The licence, as its owner names it.
    pub licence: String,
    /// Which state of it was read.
    pub snapshot: String,
    /// What was taken.
    pub taken: String,
}

/// The licences that some files tell. O(n).
///
/// # Errors
/// A file that is no YAML.
pub fn licences<'t>(
    files: impl Iterator<Item = (&'t str, &'t str)>,
) -> Result<Vec<Licence>, Fault> {
    let mut all = Vec::new();
    for (file, text) in files.filter(|(_, text)| says(text, "trefonds-licences")) {
        let tree = Tree::read(file, text)?;
        for (source, said) in tree.get("licences").map(Tree::entries).unwrap_or_default() {
            let word = |key: &str| said.said(key).unwrap_or_default().to_owned();
            all.push(Licence {
                source: source.clone(),
                licence: word("licence"),
                snapshot: word("snapshot"),
                taken: word("taken"),
            });
        }
    }
    Ok(all)
}
