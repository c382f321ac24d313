//! What was verified too long ago.

use trefonds_findings::{
    CatalogueFact, CatalogueKind, CatalogueStale, CatalogueThing, StaleFact, StaleKind,
};
use trefonds_model::{Date, Entity, EntityIx, NoteIx, Rest, SiteIx, Verification};

use super::{Catalogue, Thing};

/// How the ids of sources end that are lists of certificate roots.
const ROOTS: &str = "-roots";

/// After how many months a fact is old.
const fn months(kind: StaleKind) -> i32 {
    match kind {
        StaleKind::Root => 3,
        StaleKind::Region => 6,
        StaleKind::Control => 12,
    }
}

impl Catalogue<'_> {
    /// Facts that are old on the day, the oldest first: links of ownership and control after 12 months, what
    /// is said of regions after 6, what comes from a list of certificate roots after 3. What nobody verified
    /// is a candidate, and not old. O(n) for n facts.
    #[must_use]
    pub fn stale(&self) -> CatalogueStale {
        let mut looked_at = 0;
        let mut stale = Vec::new();
        let mut look = |kind, thing: Thing, note: NoteIx, fact: CatalogueFact| {
            let Some(verified) = self.verified(note) else { return };
            looked_at += 1;
            let kind = if self.is_of_roots(note) { StaleKind::Root } else { kind };
            let span = jiff::Span::new().months(months(kind));
            let until = verified.and_then(|day| day.checked_add(span).ok());
            if until.is_none_or(|until| until < self.day) {
                let of = match thing {
                    Thing::Region(_) => CatalogueKind::Region,
                    _ => CatalogueKind::Entity,
                };
                stale.push(StaleFact {
                    term: kind,
                    of: CatalogueThing { kind: of, thing: self.named(thing) },
                    fresh_until: until.map(|day| day.to_string()),
                    fact,
                });
            }
        };
        for (number, it) in self.model.entities.iter().enumerate() {
            let thing = Thing::Entity(EntityIx(number as u32));
            for (note, fact) in self.notes_of_parents(it).into_iter().zip(self.parents(it)) {
                look(StaleKind::Control, thing, note, fact);
            }
            // Of an entity's country, the lists of roots alone grow old: incorporation seldom moves.
            for (country, fact) in it.country.items.iter().zip(self.facts_of_entity(it)) {
                if self.is_of_roots(country.note) {
                    look(StaleKind::Root, thing, country.note, fact);
                }
            }
        }
        for (number, it) in self.model.sites.iter().enumerate() {
            let thing = Thing::Region(SiteIx(number as u32));
            let countries = it.country.items.iter().map(|it| it.note);
            let rest = it.country.items.is_empty() && it.country.is_said();
            let rest = rest || it.country.rest == Rest::Undisclosed;
            let rest = rest.then_some(it.note);
            let notes = countries.chain(rest).chain(it.operators.items.iter().map(|it| it.note));
            for (note, fact) in notes.zip(self.facts_of_region(it)) {
                look(StaleKind::Region, thing, note, fact);
            }
        }
        stale.sort_by(|one, other| {
            (&one.fresh_until, one.term, &one.of).cmp(&(&other.fresh_until, other.term, &other.of))
        });
        CatalogueStale { head: self.head.clone(), looked_at, stale }
    }

    /// The notes of what is said of parents, in the order in which it is told.
    fn notes_of_parents(&self, it: &Entity) -> Vec<NoteIx> {
        let rest = |items: usize, rest: Rest| match rest {
            Rest::Undisclosed => Some(it.note),
            Rest::Nothing if items == 0 => Some(it.note),
            _ => None,
        };
        let (owned, links) = (&it.owned_by, &it.controlled_by);
        let holders = owned.items.iter().map(|it| it.note);
        let controllers = links.items.iter().map(|it| it.note);
        holders
            .chain(rest(owned.items.len(), owned.rest))
            .chain(controllers)
            .chain(rest(links.items.len(), links.rest))
            .collect()
    }

    /// The day on which a fact was verified, if it was; within, `None` where the day is not said.
    fn verified(&self, note: NoteIx) -> Option<Option<Date>> {
        match self.model.notes.get(note).verification {
            Verification::VerifiedOn(day) => Some(Some(day)),
            Verification::Verified => Some(None),
            Verification::Unverified | Verification::NotSaid => None,
        }
    }

    fn is_of_roots(&self, note: NoteIx) -> bool {
        let source = self.model.notes.get(note).source;
        source.is_some_and(|source| self.model.source_id(source).ends_with(ROOTS))
    }
}
