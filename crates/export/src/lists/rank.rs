//! Who and what matters most, as a document.

use trefonds_findings::{
    ByCriticality, Concentration, Criticality, HeldBy, Level, Rank, Ranked, RankedLevel,
};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section, Table};
use super::{Listed, phrases};

/// A layer shows so many holders; how many more there are is said.
const MOST: usize = 3;

/// A table shows so many rows; how many more there are is said.
const ROWS: usize = 15;

impl Listed for Rank {
    fn document(&self, lang: Lang) -> Document {
        let (title, day) =
            (self.title.as_deref(), phrases::day(lang, self.as_of.as_deref(), self.day_from));
        let mut facts = phrases::facts(lang, title, day, &self.home, self.coverage);
        facts.extend(self.by_hours.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
        facts.push(lang.rank_question());
        facts.push(lang.rank_services(&counts(self.services, lang)));
        facts.extend(self.foreign_only.then(|| lang.rank_foreign_only()));
        let pairs = self.levels.iter().any(|level| level.pairs.is_some());
        facts.extend(pairs.then(|| lang.rank_pairs_note()));
        let mut sections: Vec<Section> =
            self.levels.iter().map(|level| ranked(level, lang)).collect();
        sections.push(self.concentrated(lang, HeldBy::Controller));
        sections.push(self.concentrated(lang, HeldBy::Jurisdiction));
        Document {
            title: lang.rank_title(),
            facts,
            sections,
            records: records(self),
            nothing: lang.nothing(),
        }
    }
}

fn heading(level: Level, lang: Lang) -> String {
    match level {
        Level::Component => lang.rank_component(),
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
    let mut table = Table::default();
    table.columns.extend([
        lang.rank_column_event(),
        lang.rank_column_certain(),
        lang.rank_column_possible(),
        lang.rank_column_one_hand(),
    ]);
    table.columns.extend(level.pairs.map(|_| lang.rank_column_pairs()));
    for event in events {
        let mut row =
            vec![name(event, lang), counts(event.certain, lang), counts(event.possible, lang)];
        row.push(counts(event.one_hand, lang));
        row.extend(level.pairs.map(|_| pairs(level, event, lang)));
        table.rows.push(row);
    }
    table
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
    let told: Vec<String> = (parts.into_iter())
        .filter(|(n, _)| *n > 0)
        .map(|(n, criticality)| lang.rank_part(n, &phrases::criticality(lang, criticality)))
        .collect();
    if told.is_empty() { "-".to_owned() } else { told.join(", ") }
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

trait Concentrated {
    fn concentrated(&self, lang: Lang, by: HeldBy) -> Section;
}

impl Concentrated for Rank {
    fn concentrated(&self, lang: Lang, by: HeldBy) -> Section {
        let heading = match by {
            HeldBy::Controller => lang.rank_concentration_controller(),
            HeldBy::Jurisdiction => lang.rank_concentration_jurisdiction(),
        };
        let mut table = Table::new([
            lang.column_layer(),
            lang.rank_column_held(),
            lang.rank_column_unheld(),
            lang.rank_column_index(),
            lang.rank_column_unknown(),
            lang.rank_column_largest(),
        ]);
        for it in self.concentration.iter().filter(|it| it.by == by) {
            table.rows.push(vec![
                it.layer
                    .map_or_else(|| lang.rank_all_layers(), |layer| phrases::layer(lang, layer)),
                it.components.to_string(),
                it.unheld.to_string(),
                index(it, lang),
                percent(lang, it.unknown_millionths),
                largest(it, lang),
            ]);
        }
        Section { heading, items: vec![Item::Table(table), Item::Line(lang.rank_index_note())] }
    }
}

fn index(it: &Concentration, lang: Lang) -> String {
    if it.at_least == it.at_most {
        return it.at_least.to_string();
    }
    lang.rank_range(it.at_least, it.at_most)
}

fn percent(lang: Lang, millionths: u32) -> String {
    lang.percent(&((millionths + 5_000) / 10_000).to_string())
}

fn largest(it: &Concentration, lang: Lang) -> String {
    let shown = it.shares.iter().take(MOST);
    let mut told: Vec<String> = shown
        .map(|share| {
            format!("{} {}", phrases::named(lang, &share.holder), percent(lang, share.millionths))
        })
        .collect();
    if it.shares.len() > MOST {
        told.push(lang.and_more(it.shares.len() - MOST));
    }
    told.join(", ")
}

fn records(rank: &Rank) -> Table {
    let mut table = Table::of_fields(&[
        "measure",
        "level",
        "event",
        "event_name",
        "kind",
        "country",
        "foreign",
        "certain_vital",
        "certain_important",
        "certain_standard",
        "certain_minor",
        "possible_vital",
        "possible_important",
        "possible_standard",
        "possible_minor",
        "one_hand_vital",
        "one_hand_important",
        "one_hand_standard",
        "one_hand_minor",
        "certain_pairs",
        "possible_pairs",
        "components",
        "unheld",
        "at_least",
        "at_most",
        "unknown_millionths",
        "millionths",
    ]);
    for level in &rank.levels {
        for event in level.ended.iter().chain(&level.events).chain(&level.unknown) {
            table.rows.push(of_event(level, event));
        }
    }
    for it in &rank.concentration {
        let mut row = vec!["index".to_owned(), layer(it)];
        row.extend([String::new(), String::new(), phrases::word(&it.by)]);
        row.extend([(); 16].map(|()| String::new()));
        row.extend([it.components, it.unheld, it.at_least, it.at_most].map(|n| n.to_string()));
        row.extend([it.unknown_millionths.to_string(), String::new()]);
        table.rows.push(row);
        for share in &it.shares {
            let mut row = vec!["share".to_owned(), layer(it)];
            row.extend([share.holder.id.clone(), share.holder.name.clone(), phrases::word(&it.by)]);
            row.extend([(); 21].map(|()| String::new()));
            row.push(share.millionths.to_string());
            table.rows.push(row);
        }
    }
    table
}

fn layer(it: &Concentration) -> String {
    it.layer.map_or_else(|| "all".to_owned(), |layer| phrases::word(&layer))
}

fn of_event(level: &RankedLevel, event: &Ranked) -> Vec<String> {
    let mut row = vec![
        "stops".to_owned(),
        phrases::word(&level.level),
        event.event.id.clone(),
        event.event.name.clone(),
        phrases::word(&event.kind),
        event.country.clone().unwrap_or_default(),
        event.foreign.map(|foreign| foreign.to_string()).unwrap_or_default(),
    ];
    for counts in [event.certain, event.possible, event.one_hand] {
        let counts = [counts.vital, counts.important, counts.standard, counts.minor];
        row.extend(counts.map(|n| n.to_string()));
    }
    let pairs = |count: fn(trefonds_findings::Pairs) -> u64| {
        event.pairs.map(|pairs| count(pairs).to_string()).unwrap_or_default()
    };
    row.extend([pairs(|pairs| pairs.certain), pairs(|pairs| pairs.possible)]);
    row.extend([(); 6].map(|()| String::new()));
    row
}
