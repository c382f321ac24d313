//! Sources, and how much comes from each.

use rustc_hash::FxHashMap;
use trefonds_findings::{CatalogueSource, CatalogueSources};
use trefonds_model::SourceRef;

use super::Catalogue;

impl Catalogue<'_> {
    /// All sources with the number of facts that name them; `also` are ids that something else names, once
    /// each time. O(n) for n facts.
    #[must_use]
    pub fn sources<'s>(&self, also: impl Iterator<Item = &'s str>) -> CatalogueSources {
        let model = self.model;
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        for note in model.notes.iter() {
            if let Some(source @ SourceRef::Listed(_)) = note.source {
                *counts.entry(model.source_id(source)).or_default() += 1;
            }
        }
        for id in also {
            *counts.entry(id).or_default() += 1;
        }
        let text = |text: Option<_>| text.map(|text| model.text(text).to_owned());
        let listed = model.cited.iter().map(|it| CatalogueSource {
            id: model.text(it.id).to_owned(),
            title: model.text(it.title).to_owned(),
            publisher: text(it.publisher),
            date: text(it.date),
            link: text(it.link),
            licence: None,
            snapshot: None,
            taken: None,
            facts: counts.get(model.text(it.id)).copied().unwrap_or(0),
        });
        let mut sources: Vec<CatalogueSource> = listed.collect();
        sources.sort_by(|one, other| one.id.cmp(&other.id));
        CatalogueSources { head: self.head.clone(), sources }
    }
}
