//! Sites, and how they stand within one another.

use trefonds_lang::Lang;
use trefonds_model::{CountryFact, Inventory, Rest, Site, SiteIx};
use trefonds_source::{Diagnostic, Span};

use super::Resolver;
use crate::diags::{self, Kind};
use crate::forms;

impl Resolver<'_> {
    pub(super) fn site(&mut self, raw: &forms::Site<'_>) -> Site {
        Site {
            id: self.texts.add(&raw.id.text),
            name: self.text(raw.name.as_ref()),
            country: self.countries(&raw.country),
            operators: self.stated(&raw.operators, Self::party),
            same_as: self.identifiers(&raw.same_as),
            within: self.within(raw.within.as_ref()),
            note: self.note(&raw.note),
            at: raw.id.at,
        }
    }

    fn within(&mut self, name: Option<&forms::Name<'_>>) -> Option<(SiteIx, Span)> {
        let name = name?;
        self.site_named(name, Kind::Site).map(|site| (site, name.at))
    }
}

/// Reports sites that stand within themselves, else those that are in another country than what is around
/// them. O(S) for S sites.
pub(super) fn check(inventory: &Inventory, lang: Lang, diagnostics: &mut Vec<Diagnostic>) {
    if inventory.sites.iter().all(|site| site.within.is_none()) {
        return;
    }
    let before = diagnostics.len();
    circles(inventory, lang, diagnostics);
    if before == diagnostics.len() {
        countries(inventory, lang, diagnostics);
    }
}

/// What is known of a site on the way outwards.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Walked {
    Not,
    /// On the walk that began at this site.
    From(usize),
}

/// Every circle is told once, at its first site.
fn circles(inventory: &Inventory, lang: Lang, diagnostics: &mut Vec<Diagnostic>) {
    let mut walked = vec![Walked::Not; inventory.sites.len()];
    for start in 0..inventory.sites.len() {
        let mut at = start;
        while walked.get(at) == Some(&Walked::Not) {
            walked[at] = Walked::From(start);
            let Some(around) = around(inventory, at) else { break };
            at = around;
            if walked.get(at) == Some(&Walked::From(start)) {
                diagnostics.push(circle(inventory, at, lang));
                break;
            }
        }
    }
}

/// The position of the site around a site.
fn around(inventory: &Inventory, site: usize) -> Option<usize> {
    inventory.sites.get(site)?.within.map(|(around, _)| around.0 as usize)
}

/// What is said of the circle through a site.
fn circle(inventory: &Inventory, through: usize, lang: Lang) -> Diagnostic {
    let mut sites = vec![through];
    let mut next = around(inventory, through);
    while let Some(site) = next.filter(|site| *site != through) {
        sites.push(site);
        next = around(inventory, site);
    }
    let first = sites.iter().enumerate().min_by_key(|(_, site)| **site).map_or(0, |(at, _)| at);
    sites.rotate_left(first);
    let said = sites.iter().filter_map(|site| inventory.sites.get(*site));
    let places: Vec<(&str, Span)> =
        said.filter_map(|site| Some((inventory.text(site.id), site.within?.1))).collect();
    diags::site_circle(lang, &places)
}

fn countries(inventory: &Inventory, lang: Lang, diagnostics: &mut Vec<Diagnostic>) {
    let nearest = nearest_of_known_country(inventory);
    for (at, site) in inventory.sites.iter().enumerate() {
        let Some(outer) = around(inventory, at).and_then(|outer| *nearest.get(outer)?) else {
            continue;
        };
        let Some(outer) = inventory.sites.get(outer) else { continue };
        if outer.country.rest == Rest::Undisclosed {
            continue;
        }
        let there = |country| outer.country.items.iter().any(|fact| fact.country == country);
        let other = said(inventory, site).find(|fact| !there(fact.country));
        if let Some((own, around)) = other.zip(said(inventory, outer).next()) {
            let ids = (inventory.text(site.id), inventory.text(outer.id));
            let codes = (own.country.code(), around.country.code());
            diagnostics.push(diags::other_country(lang, (own.at, around.at), ids, codes));
        }
    }
}

/// For each site, the first that says its country on the way outwards, itself included.
fn nearest_of_known_country(inventory: &Inventory) -> Vec<Option<usize>> {
    let count = inventory.sites.len();
    let (mut nearest, mut done) = (vec![None; count], vec![false; count]);
    for start in 0..count {
        let (mut way, mut at) = (Vec::new(), Some(start));
        let found = loop {
            let Some(site) = at else { break None };
            if done[site] {
                break nearest[site];
            }
            way.push(site);
            if inventory.sites.get(site).is_some_and(|it| said(inventory, it).next().is_some()) {
                break Some(site);
            }
            at = around(inventory, site);
        };
        for site in way {
            (nearest[site], done[site]) = (found, true);
        }
    }
    nearest
}

/// The countries of a site that are no suppositions.
fn said<'m>(inventory: &'m Inventory, site: &'m Site) -> impl Iterator<Item = &'m CountryFact> {
    site.country.items.iter().filter(|fact| !inventory.notes.get(fact.note).candidate)
}
