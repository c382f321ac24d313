//! Who and what matters most, as a document.

use trefonds_findings::{
    ByCriticality, Concentration, Criticality, HolderKind, Level, Named, Rank, Ranked, RankedLevel,
};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::{Document, Item, Section};
use super::table::{Rows, Table};
use super::{Listed, keys, phrases};

/// A layer shows so many holders; how many more there are is said.
const MOST: usize = 3;

/// A table shows so many rows; how many more there are is said.
const ROWS: usize = 15;

impl Listed for Rank {
    fn document(&self, lang: Lang) -> Document {
        let day = (self.head.as_of.as_deref(), self.head.day_from);
        let mut facts =
            phrases::facts(lang, self.head.title.as_deref(), day, &self.head.home, self.coverage);
        facts.extend(self.by_minutes.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
        facts.push(lang.rank_question());
        facts.push(lang.rank_services(&counts(self.services, lang)));
        facts.extend(self.foreign_only.then(|| lang.rank_foreign_only()));
        let pairs = self.levels.iter().any(|level| level.pairs.is_some());
        facts.extend(pairs.then(|| lang.rank_pairs_note()));
        let mut sections: Vec<Section> =
            self.levels.iter().map(|level| ranked(level, lang)).collect();
        sections.push(concentrated(self, lang, HolderKind::Controller));
        sections.push(concentrated(self, lang, HolderKind::Jurisdiction));
        Document { lang, title: lang.rank_title(), facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        let mut records = Vec::new();
        for level in &self.levels {
            let events = level.ended.iter().chain(&level.events).chain(&level.unknown);
            records.extend(events.map(|event| Record {
                measure: "stops",
                level: keys::word(&level.level),
                kind: keys::word(&event.kind),
                named: Some(&event.event),
                event: Some(event),
                ..Record::default()
            }));
        }
        for it in &self.concentration {
            let level = it.layer.map_or_else(|| "all".to_owned(), |layer| keys::word(&layer));
            let of = Record { level, kind: keys::word(&it.by), ..Record::default() };
            records.push(Record { measure: "index", index: Some(it), ..of.clone() });
            records.extend(it.shares.iter().map(|share| Record {
                measure: "share",
                named: Some(&share.holder),
                millionths: Some(share.millionths),
                ..of.clone()
            }));
        }
        records_of(&records)
    }
}

fn heading(level: Level, lang: Lang) -> String {
    match level {
        Level::Component => lang.rank_component(),
        Level::Site => lang.column_sites(),
        Level::Entity => lang.rank_entity(),
        Level::Controller => lang.rank_controller(),
        Level::Jurisdiction => lang.rank_jurisdiction(),
    }
}

fn ranked(level: &RankedLevel, lang: Lang) -> Section {
    let mut items = Vec::new();
    if !level.ended.is_empty() {
        items.push(Item::Heading(lang.section_ended()));
        items.extend(first_rows(level, &level.ended, lang));
        items.push(Item::Heading(heading(level.level, lang)));
    }
    if !level.events.is_empty() {
        items.extend(first_rows(level, &level.events, lang));
    }
    if !level.unknown.is_empty() {
        items.push(Item::Heading(lang.rank_unknown()));
        items.extend(first_rows(level, &level.unknown, lang));
    }
    if level.others > 0 {
        items.push(Item::Line(lang.rank_others(level.others as usize)));
    }
    if level.pairs.is_none() {
        items.push(Item::Line(lang.rank_no_pairs()));
    }
    Section { heading: heading(level.level, lang), items }
}

/// The first of a list, and how many more there are.
fn first_rows(level: &RankedLevel, events: &[Ranked], lang: Lang) -> Vec<Item> {
    let shown = events.len().min(ROWS);
    let mut items = vec![Item::Table(table(level, &events[..shown], lang))];
    if events.len() > shown {
        items.push(Item::Line(lang.rank_more_rows(events.len() - shown)));
    }
    items
}

fn table(level: &RankedLevel, events: &[Ranked], lang: Lang) -> Table {
    let interrupts = events.iter().any(|event| !event.interrupted.is_empty());
    Rows::of(events)
        .column(lang.rank_column_event(), |event| name(event, lang))
        .column(lang.rank_column_certain(), |event| counts(event.certain, lang))
        .column(lang.rank_column_possible(), |event| counts(event.possible, lang))
        .column(lang.rank_column_one_hand(), |event| counts(event.one_hand, lang))
        .column_if(interrupts, lang.rank_column_interrupted(), |event| {
            counts(event.interrupted, lang)
        })
        .column_if(level.pairs.is_some(), lang.rank_column_pairs(), |event| {
            pairs(level, event, lang)
        })
        .table()
}

fn name(event: &Ranked, lang: Lang) -> String {
    if let Some(fact) = &event.unknown {
        return phrases::unknown_at(lang, fact);
    }
    phrases::of_country(lang, &event.event, event.country.as_deref())
}

/// "2 vital, 1 important"; a dash for nothing.
fn counts(counts: ByCriticality, lang: Lang) -> String {
    let parts = [
        (counts.vital, Criticality::Vital),
        (counts.important, Criticality::Important),
        (counts.standard, Criticality::Standard),
        (counts.minor, Criticality::Minor),
    ];
    let parts: Vec<String> = (parts.into_iter())
        .filter(|(n, _)| *n > 0)
        .map(|(n, criticality)| lang.rank_part(n, &phrases::criticality(lang, criticality)))
        .collect();
    if parts.is_empty() { "-".to_owned() } else { parts.join(", ") }
}

fn pairs(level: &RankedLevel, event: &Ranked, lang: Lang) -> String {
    let (Some(all), Some(own)) = (level.pairs, event.pairs) else { return String::new() };
    let percent = (own.certain * 100).checked_div(all.certain).unwrap_or(0);
    match (own.certain, own.possible) {
        (0, 0) => "-".to_owned(),
        (0, more) => lang.possibly(&more.to_string()),
        (certain, 0) => lang.rank_pairs(certain, all.certain, percent),
        (certain, more) => lang.rank_pairs_possibly(certain, all.certain, percent, more),
    }
}

fn concentrated(rank: &Rank, lang: Lang, by: HolderKind) -> Section {
    let heading = match by {
        HolderKind::Controller => lang.rank_concentration_controller(),
        HolderKind::Jurisdiction => lang.rank_concentration_jurisdiction(),
    };
    let layer =
        |it: &Concentration| it.layer.map_or_else(|| lang.rank_all_layers().into(), Cell::from);
    let table = Rows::of(rank.concentration.iter().filter(|it| it.by == by))
        .column(lang.column_layer(), layer)
        .column(lang.rank_column_held(), |it| it.components)
        .column(lang.rank_column_unheld(), |it| it.unheld)
        .column(lang.rank_column_index(), |it| index(it, lang))
        .column(lang.rank_column_unknown(), |it| percent(it.unknown_millionths))
        .column(lang.rank_column_largest(), |it| largest(it, lang))
        .table();
    Section { heading, items: vec![Item::Table(table), Item::Line(lang.rank_index_note())] }
}

fn index(it: &Concentration, lang: Lang) -> String {
    if it.at_least == it.at_most {
        return it.at_least.to_string();
    }
    lang.rank_range(it.at_least, it.at_most)
}

const fn percent(millionths: u32) -> Cell {
    Cell::Percent((millionths + 5_000) / 10_000)
}

fn largest(it: &Concentration, lang: Lang) -> String {
    let shown = it.shares.iter().take(MOST);
    let mut holders: Vec<String> = shown
        .map(|share| {
            let percent = percent(share.millionths).shown(lang);
            format!("{} {percent}", phrases::named(lang, &share.holder))
        })
        .collect();
    if it.shares.len() > MOST {
        holders.push(lang.and_more(it.shares.len() - MOST));
    }
    holders.join(", ")
}

/// Who stops what, how concentrated a layer is, or what one holds of it.
#[derive(Clone, Default)]
struct Record<'a> {
    measure: &'static str,
    level: String,
    kind: String,
    named: Option<&'a Named>,
    event: Option<&'a Ranked>,
    index: Option<&'a Concentration>,
    millionths: Option<u32>,
}

fn records_of(records: &[Record<'_>]) -> Table {
    let mut rows = Rows::of(records)
        .column("measure", |it| it.measure)
        .column("level", |it| &it.level)
        .column("event", |it| it.named.map(|named| &named.id))
        .column("event_name", |it| it.named.map(|named| &named.name))
        .column("kind", |it| &it.kind)
        .column("country", |it| it.event.and_then(|it| it.country.as_ref()))
        .column("foreign", |it| it.event.and_then(|it| it.foreign));
    type Counts = fn(&Ranked) -> ByCriticality;
    let counts: [(&str, Counts); 4] = [
        ("certain", |it| it.certain),
        ("possible", |it| it.possible),
        ("one_hand", |it| it.one_hand),
        ("interrupted", |it| it.interrupted),
    ];
    let mut all = records.iter().filter_map(|it| it.event);
    let shown = if all.any(|it| !it.interrupted.is_empty()) { 4 } else { 3 };
    for (name, counts) in counts.into_iter().take(shown) {
        let of = |it: &Record<'_>| it.event.map(counts);
        rows = rows
            .column(format!("{name}_vital"), |it| of(it).map(|it| it.vital))
            .column(format!("{name}_important"), |it| of(it).map(|it| it.important))
            .column(format!("{name}_standard"), |it| of(it).map(|it| it.standard))
            .column(format!("{name}_minor"), |it| of(it).map(|it| it.minor));
    }
    let pairs = |it: &Record<'_>| it.event.and_then(|it| it.pairs);
    rows.column("certain_pairs", |it| pairs(it).map(|it| it.certain))
        .column("possible_pairs", |it| pairs(it).map(|it| it.possible))
        .column("components", |it| it.index.map(|it| it.components))
        .column("unheld", |it| it.index.map(|it| it.unheld))
        .column("at_least", |it| it.index.map(|it| it.at_least))
        .column("at_most", |it| it.index.map(|it| it.at_most))
        .column("unknown_millionths", |it| it.index.map(|it| it.unknown_millionths))
        .column("millionths", |it| it.millionths)
        .table()
}
