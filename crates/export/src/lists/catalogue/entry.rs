use trefonds_findings::{
    CatalogueEntry, CatalogueFact, CatalogueKind, CataloguePattern, CatalogueStep, Effect, Named,
};
use trefonds_lang::Lang;

use super::fact::{details_key, ground, sentence, turned, value_key};
use super::{facts, kind};
use crate::lists::document::{Document, Item, Section};
use crate::lists::table::{Rows, Table};
use crate::lists::{Listed, keys, phrases};

/// How much further in each step of a tree stands.
const STEP: &str = "· ";

impl Listed for CatalogueEntry {
    fn document(&self, lang: Lang) -> Document {
        let title = format!("{} ({}, {})", self.thing.name, kind(lang, self.kind), self.thing.id);
        let mut told = facts(&self.head, lang);
        told.extend(self.offer_kind.as_ref().map(|kind| lang.catalogue_of_kind(kind)));
        told.extend(self.layer.map(|it| lang.catalogue_of_layer(&phrases::layer(lang, it))));
        told.extend(self.lei.as_ref().map(|lei| lang.catalogue_lei(lei)));
        if let (Some(jurisdiction), Some(effect)) = (&self.jurisdiction, self.effect) {
            let effect = match effect {
                Effect::Access => lang.value_access(),
                Effect::Denial => lang.value_denial(),
            };
            told.push(lang.catalogue_law_of(&lang.country(jurisdiction), &effect));
            told.extend(self.ground.from.as_ref().map(|day| lang.fact_from(&lang.day(day))));
            told.extend(self.ground.until.as_ref().map(|day| lang.fact_until(&lang.day(day))));
        }
        told.extend(self.complete.map(|complete| match (self.kind, complete) {
            (CatalogueKind::Offer, true) => lang.catalogue_is_whole(),
            (CatalogueKind::Offer, false) => lang.catalogue_not_whole(),
            (_, true) => lang.catalogue_is_read(),
            (_, false) => lang.catalogue_not_read(),
        }));
        told.push(ground(lang, &self.ground));
        match self.kind {
            CatalogueKind::Offer => told.push(lang.catalogue_use_offer(&self.thing.id)),
            CatalogueKind::Region => told.push(lang.catalogue_use_region(&self.thing.id)),
            CatalogueKind::Entity | CatalogueKind::Law => {}
        }
        Document { lang, title, facts: told, sections: sections(self, lang) }
    }

    /// One record a fact: of the thing itself, then of each tree.
    fn records(&self, _: Lang) -> Table {
        let own = self.facts.iter().map(|fact| ("itself", 0, &self.thing, fact));
        let trees = [
            ("above", &self.above),
            ("beneath", &self.beneath),
            ("rests-on", &self.rests_on),
            ("beside", &self.beside),
        ];
        let steps = trees.into_iter().flat_map(|(part, steps)| {
            steps.iter().map(move |step| (part, step.depth, &step.of, &step.fact))
        });
        type Row<'r> = (&'r str, u32, &'r Named, &'r CatalogueFact);
        let rows: Vec<Row<'_>> = own.chain(steps).collect();
        Rows::of(&rows)
            .column("part", |(part, ..)| *part)
            .column("depth", |(_, depth, ..)| *depth)
            .column("of", |(_, _, of, _)| &of.id)
            .column("fact", |(.., fact)| keys::word(&fact.fact))
            .column("value", |(.., fact)| value_key(fact))
            .column("details", |(.., fact)| details_key(fact))
            .column("from", |(.., fact)| fact.ground.from.as_ref())
            .column("until", |(.., fact)| fact.ground.until.as_ref())
            .column("candidate", |(.., fact)| fact.ground.candidate)
            .column("verified_on", |(.., fact)| fact.ground.provenance.verified_on.as_ref())
            .column("source", |(.., fact)| fact.ground.provenance.source.as_ref())
            .column("at", |(.., fact)| &fact.ground.provenance.at)
            .table()
    }
}

/// The parts of an entry.
fn sections(it: &CatalogueEntry, lang: Lang) -> Vec<Section> {
    let said = match it.kind {
        CatalogueKind::Law => lang.catalogue_reaches(),
        _ => lang.catalogue_said(),
    };
    let lines = it.facts.iter().flat_map(|fact| told(lang, 0, &sentence(lang, fact), fact));
    let mut sections = vec![Section::of_lines(said, lines)];
    let mut tree = |heading: String, steps: &[CatalogueStep], whose: bool| {
        let lines = steps.iter().flat_map(|step| {
            let text = step_text(lang, step, whose);
            told(lang, step.depth.saturating_sub(1), &text, &step.fact)
        });
        sections.push(Section::of_lines(heading, lines));
    };
    match it.kind {
        CatalogueKind::Offer => {
            tree(lang.catalogue_rests_on(), &it.rests_on, false);
            tree(lang.catalogue_rest_on_it(), &it.beside, true);
        }
        CatalogueKind::Entity => {
            tree(lang.catalogue_above(), &it.above, false);
            tree(lang.catalogue_beneath(), &it.beneath, true);
            tree(lang.catalogue_runs(), &it.beside, true);
        }
        CatalogueKind::Region => {
            tree(lang.catalogue_within(), &it.beneath, true);
            tree(lang.catalogue_stands(), &it.beside, true);
        }
        CatalogueKind::Law => {}
    }
    if it.kind == CatalogueKind::Offer {
        let heading = lang.catalogue_leads_here();
        sections.push(Section { heading, items: patterns(lang, &it.patterns) });
    }
    sections
}

/// A fact, and beneath it where it stands and where it comes from.
fn told(lang: Lang, depth: u32, text: &str, fact: &CatalogueFact) -> [String; 2] {
    let indent = STEP.repeat(depth as usize);
    [format!("{indent}{text}"), format!("{indent}    {}", ground(lang, &fact.ground))]
}

/// A step of a tree: of what it leads to, or of whose fact it is.
fn step_text(lang: Lang, step: &CatalogueStep, whose: bool) -> String {
    let text = match whose {
        true => turned(lang, &step.of, &step.fact),
        false => sentence(lang, &step.fact),
    };
    if step.again { format!("{text} ({})", lang.fact_again()) } else { text }
}

fn patterns(lang: Lang, patterns: &[CataloguePattern]) -> Vec<Item> {
    Rows::of(patterns)
        .column(lang.column_kind(), |it| &it.kind)
        .column(lang.column_pattern(), |it| &it.pattern)
        .column(lang.column_standing(), |it| standing(lang, it))
        .column(lang.column_declared(), |it| &it.file)
        .column(lang.column_source(), |it| it.source.as_ref())
        .items()
}

/// Whether a pattern was verified, and what else is to be known of it.
pub(super) fn standing(lang: Lang, it: &CataloguePattern) -> String {
    let mut words = vec![match &it.verified_on {
        Some(day) => lang.verified_on(&lang.day(day)),
        None => lang.candidate_short(),
    }];
    words.extend(it.from.as_ref().map(|day| lang.fact_from(&lang.day(day))));
    words.extend(it.until.as_ref().map(|day| lang.fact_until(&lang.day(day))));
    if it.shared {
        words.push(lang.hit_shared());
    }
    words.join(", ")
}
