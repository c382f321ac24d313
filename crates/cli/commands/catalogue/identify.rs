//! Names that were met somewhere, to offers.

use trefonds_ask::Catalogue;
use trefonds_catalogue::{Pattern, PatternKind};
use trefonds_findings::{CataloguePattern, Identified, Identity, IdentityHit, IdentityVerdict};

use super::whole::Whole;

/// A pattern as it is told.
pub(super) fn told(catalogue: &Catalogue<'_>, pattern: &Pattern) -> CataloguePattern {
    CataloguePattern {
        kind: pattern.kind.key().to_owned(),
        pattern: pattern.value.clone(),
        file: pattern.file.clone(),
        source: pattern.source.as_deref().map(|id| catalogue.source_in_full(id)),
        verified_on: pattern.verified.clone(),
        from: pattern.from.clone(),
        until: pattern.until.clone(),
        shared: pattern.shared,
    }
}

/// What each name leads to.
pub(super) fn identified(whole: &Whole, names: &[String], kind: Option<PatternKind>) -> Identified {
    let catalogue = whole.shown();
    let head = whole.head();
    let names = names.iter().map(|name| {
        let hits = whole.patterns.identify(name, kind, Some(&head.as_of));
        let hits: Vec<IdentityHit> = hits
            .into_iter()
            .map(|hit| IdentityHit {
                offer: catalogue.offer_named(&hit.pattern.offer),
                wins: hit.wins,
                pattern: told(&catalogue, hit.pattern),
            })
            .collect();
        let mut winners: Vec<&str> =
            hits.iter().filter(|hit| hit.wins).map(|hit| hit.offer.id.as_str()).collect();
        winners.sort_unstable();
        winners.dedup();
        let regions = if kind.is_none() { catalogue.regions(name) } else { Vec::new() };
        let verdict = match (winners.len(), regions.as_slice()) {
            (1, _) => IdentityVerdict::Offer,
            (2.., _) => IdentityVerdict::Tie,
            (0, []) => IdentityVerdict::NotRecognised,
            (0, [(region, _)]) if region.id.eq_ignore_ascii_case(name.trim()) => {
                IdentityVerdict::Region
            }
            (0, _) => IdentityVerdict::RegionWithoutProvider,
        };
        Identity { name: name.clone(), verdict, hits, regions }
    });
    let names = names.collect();
    Identified { kind: kind.map(|kind| kind.key().to_owned()), names, head }
}
