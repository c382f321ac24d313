use trefonds_findings::{Identified, Identity, IdentityHit, IdentityVerdict};
use trefonds_lang::Lang;

use super::entry::standing;
use super::fact::named;
use super::facts;
use crate::lists::document::{Document, Item, Section};
use crate::lists::table::{Rows, Table};
use crate::lists::{Listed, keys};

fn verdict(lang: Lang, verdict: IdentityVerdict) -> String {
    match verdict {
        IdentityVerdict::Offer => lang.identity_offer(),
        IdentityVerdict::Tie => lang.identity_tie(),
        IdentityVerdict::Region => lang.identity_region(),
        IdentityVerdict::RegionWithoutProvider => lang.identity_no_provider(),
        IdentityVerdict::NotRecognised => lang.identity_nothing(),
    }
}

fn section(lang: Lang, it: &Identity) -> Section {
    let mut items = vec![Item::Line(verdict(lang, it.verdict))];
    items.extend(
        Rows::of(&it.hits)
            .column(lang.column_leads_to(), |hit| named(&hit.offer))
            .column("", |hit| if hit.wins { lang.hit_wins() } else { String::new() })
            .column(lang.column_kind(), |hit| &hit.pattern.kind)
            .column(lang.column_pattern(), |hit| &hit.pattern.pattern)
            .column(lang.column_standing(), |hit| standing(lang, &hit.pattern))
            .column(lang.column_declared(), |hit| &hit.pattern.file)
            .column(lang.column_source(), |hit| hit.pattern.source.as_ref())
            .items(),
    );
    items.extend(
        Rows::of(&it.regions)
            .column(lang.column_id(), |(region, _)| &region.id)
            .column(lang.column_name(), |(region, _)| &region.name)
            .column(lang.column_country(), |(_, country)| {
                country.as_ref().map(|code| lang.country(code))
            })
            .items(),
    );
    Section { heading: it.name.clone(), items }
}

impl Listed for Identified {
    fn document(&self, lang: Lang) -> Document {
        let mut facts = facts(&self.head, lang);
        facts.extend(self.kind.as_ref().map(|kind| lang.identify_kind(kind)));
        let sections = self.names.iter().map(|it| section(lang, it)).collect();
        Document { lang, title: lang.identify_title(), facts, sections }
    }

    /// One record a hit or a region; one of a name that nothing leads from.
    fn records(&self, _: Lang) -> Table {
        #[derive(Clone, Copy)]
        struct Row<'r> {
            of: &'r Identity,
            hit: Option<&'r IdentityHit>,
            region: Option<&'r str>,
        }
        let rows = self.names.iter().flat_map(|of| {
            let hits = of.hits.iter().map(|hit| Row { of, hit: Some(hit), region: None });
            let regions = of.regions.iter();
            let regions =
                regions.map(|(it, _)| Row { of, hit: None, region: Some(it.id.as_str()) });
            let mut rows: Vec<Row<'_>> = hits.chain(regions).collect();
            if rows.is_empty() {
                rows.push(Row { of, hit: None, region: None });
            }
            rows
        });
        Rows::of(rows)
            .column("name", |row| &row.of.name)
            .column("verdict", |row| keys::word(&row.of.verdict))
            .column("offer", |row| row.hit.map(|hit| &hit.offer.id))
            .column("wins", |row| row.hit.map(|hit| hit.wins))
            .column("kind", |row| row.hit.map(|hit| &hit.pattern.kind))
            .column("pattern", |row| row.hit.map(|hit| &hit.pattern.pattern))
            .column("verified_on", |row| row.hit.and_then(|hit| hit.pattern.verified_on.as_ref()))
            .column("file", |row| row.hit.map(|hit| &hit.pattern.file))
            .column("source", |row| row.hit.and_then(|hit| hit.pattern.source.as_ref()))
            .column("region", |row| row.region)
            .table()
    }
}
