use trefonds_findings::{Certainty, CutCounts, CutEvent, CutSet, Cuts, FaultTreeCuts, Level};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section};
use super::table::{Rows, Table};
use super::{Listed, ended, keys, one_hand, phrases};

impl Listed for Cuts {
    fn document(&self, lang: Lang) -> Document {
        let day = (self.head.as_of.as_deref(), self.head.day_from);
        let mut facts =
            phrases::facts(lang, self.head.title.as_deref(), day, &self.head.home, self.coverage);
        facts.push(match self.level {
            Level::Component => lang.cuts_of_components(),
            Level::Site => lang.column_sites(),
            Level::Entity => lang.cuts_of_entities(),
            Level::Controller => lang.cuts_of_controllers(),
            Level::Jurisdiction => lang.cuts_of_jurisdictions(),
        });
        if self.foreign_only && !self.level.is_of_things() {
            facts.push(lang.cuts_foreign_only());
        }
        facts.extend(self.order.map(|order| lang.cuts_up_to(order)));
        facts.extend(self.by_minutes.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
        facts.push(lang.cuts_question());
        facts.extend(self.upper_bound.then(|| lang.upper_bound()));
        if !self.one_hand_complete {
            facts.push(lang.one_hand_incomplete());
        }
        let mut sections: Vec<Section> =
            ended::section(lang, self.ended.as_slice()).into_iter().collect();
        sections.push(section_counts(self, lang));
        if !self.counted_only {
            for kind in [Certainty::Certain, Certainty::Possible] {
                sections.push(section_sets(self, lang, kind));
            }
            if self.level != Level::Component {
                sections.push(one_hand::section(lang, &self.one_hand));
            }
        }
        Document { lang, title: lang.cuts_title(&self.service.name), facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        if self.counted_only {
            return counted(&[("certain", &self.certain()), ("careful", &self.careful)]);
        }
        let kinds = |set: &CutSet| {
            let events = set.events.iter().filter_map(|id| event(self, id));
            events.map(|event| keys::word(&event.kind)).collect::<Vec<_>>().join("; ")
        };
        Rows::of(&self.sets)
            .column("service", |_| &self.service.id)
            .column("level", |_| keys::word(&self.level))
            .column("order", |set| set.events.len())
            .column("events", |set| set.events.join("; "))
            .column("kinds", kinds)
            .column("certainty", |set| set.certainty)
            .column("careful_minutes", |set| set.survival_minutes.careful)
            .column("settled_minutes", |set| set.survival_minutes.settled)
            .column("hangs_on", |set| keys::unknown_ids(&set.hangs_on))
            .column("unverified", |set| phrases::any_unverified(&set.witness.steps))
            .column("path", |set| keys::steps(&set.witness.steps))
            .table()
    }
}

fn section_counts(cuts: &Cuts, lang: Lang) -> Section {
    let certain = cuts.certain();
    let mut orders: Vec<u32> = cuts.by_order.keys().copied().collect();
    orders.extend(cuts.careful.by_order.keys());
    orders.sort_unstable();
    orders.dedup();
    let count = |counts: &CutCounts, order: Option<u32>| match order {
        None => total(lang, counts),
        Some(order) => match counts.by_order.get(&order) {
            Some(count) => count.to_string(),
            None if counts.complete => "0".to_owned(),
            None => lang.not_known(),
        },
    };
    let table = Rows::of(orders.into_iter().map(Some).chain([None]))
        .column(lang.column_order(), |it| order(lang, it))
        .column(lang.column_certain(), |it| count(&certain, it))
        .column(lang.column_careful_reading(), |it| count(&cuts.careful, it))
        .table();
    let mut items = vec![Item::Table(table), Item::Line(lang.cuts_careful_note())];
    for (counts, reading) in
        [(&certain, lang.certain()), (&cuts.careful, lang.column_careful_reading())]
    {
        if !counts.complete {
            let last = counts.by_order.keys().next_back().copied().unwrap_or(0);
            items.push(Item::Line(lang.cuts_incomplete(&reading, last)));
        }
    }
    Section { heading: lang.section_how_many(), items }
}

fn section_sets(cuts: &Cuts, lang: Lang, kind: Certainty) -> Section {
    let heading = match kind {
        Certainty::Certain => lang.section_certain(),
        Certainty::Possible => lang.section_possible(),
    };
    let mut items = Vec::new();
    let sets: Vec<&CutSet> = cuts.sets.iter().filter(|set| set.certainty == kind).collect();
    for group in sets.chunk_by(|a, b| a.events.len() == b.events.len()) {
        let order = group.first().map_or(0, |set| set.events.len());
        items.push(Item::Heading(lang.cuts_of_order(order, group.len())));
        let possible = kind == Certainty::Possible;
        let table = Rows::of(group.iter().copied())
            .column(lang.column_together(), |set| together(cuts, lang, set))
            .column(lang.column_stops(), |set| set.survival_minutes)
            .column(lang.column_path(), |set| {
                phrases::path(lang, &set.witness.steps, &cuts.service.id)
            })
            .column_if(possible, lang.column_hangs_on(), |set| {
                phrases::unknowns(lang, &set.hangs_on)
            });
        items.extend(table.items());
    }
    items.extend(unlisted(cuts, lang, kind).map(Item::Line));
    Section { heading, items }
}

/// What the list leaves out, said.
fn unlisted(cuts: &Cuts, lang: Lang, kind: Certainty) -> Option<String> {
    let (total, listed) = match kind {
        Certainty::Certain => (cuts.total, cuts.listed_certain),
        Certainty::Possible => (cuts.careful.total, cuts.listed_careful),
    };
    let listed = u128::from(listed);
    (listed < total).then(|| match kind {
        Certainty::Certain => lang.cuts_unlisted(listed, total),
        Certainty::Possible => lang.cuts_unlisted_careful(listed, total),
    })
}

fn event<'c>(cuts: &'c Cuts, id: &str) -> Option<&'c CutEvent> {
    cuts.events.iter().find(|event| event.event.id == id)
}

/// "Microsoft Corporation (US) + who runs Messagerie"; that they may be one, where they may.
fn together(cuts: &Cuts, lang: Lang, set: &CutSet) -> String {
    let name = |id: &String| match event(cuts, id) {
        None => id.clone(),
        Some(event) => match (&event.unknown, &event.country) {
            (Some(unknown), _) => phrases::unknown(lang, unknown),
            (None, country) => phrases::of_country(lang, &event.event, country.as_deref()),
        },
    };
    let together = set.events.iter().map(name).collect::<Vec<_>>().join(" + ");
    if set.degree > 0 { lang.may_be_one(&together) } else { together }
}

/// One record an order, for lists that only count.
fn counted(readings: &[(&str, &CutCounts)]) -> Table {
    let readings = readings.iter();
    let orders = readings.flat_map(|(reading, counts)| {
        counts.by_order.iter().map(|(order, count)| (*reading, *counts, *order, *count))
    });
    Rows::of(orders)
        .column("reading", |(reading, ..)| reading)
        .column("order", |(_, _, order, _)| order)
        .column("count", |(.., count)| count.to_string())
        .column("complete", |(_, counts, ..)| counts.complete)
        .table()
}

/// An order, or what stands before the sum of all.
fn order(lang: Lang, order: Option<u32>) -> String {
    order.map_or_else(|| lang.total(), |order| order.to_string())
}

fn total(lang: Lang, counts: &CutCounts) -> String {
    if counts.complete { counts.total.to_string() } else { lang.at_least_so_many(counts.total) }
}

impl Listed for FaultTreeCuts {
    fn document(&self, lang: Lang) -> Document {
        let mut facts =
            vec![self.files.join(", "), lang.fault_tree_size(self.gates, self.basic_events)];
        facts.extend(self.order.map(|order| lang.cuts_up_to(order)));
        if !self.undefined.is_empty() {
            facts.push(lang.fault_tree_undefined(&self.undefined.join(", ")));
        }
        for (element, count) in &self.passed_over {
            facts.push(lang.fault_tree_passed_over(element, *count));
        }
        let counts = self.by_order.iter().map(|(order, count)| (Some(*order), Some(*count)));
        let table = Rows::of(counts.chain([(None, None)]))
            .column(lang.column_order(), |(it, _)| order(lang, it))
            .column(lang.column_sets(), |(_, count)| {
                count.map_or_else(|| total(lang, &self.counts()), |count| count.to_string())
            })
            .table();
        let mut items = vec![Item::Table(table)];
        if !self.complete {
            let last = self.by_order.keys().next_back().copied().unwrap_or(0);
            items.push(Item::Line(lang.cuts_incomplete(&lang.column_sets(), last)));
        }
        let mut sections = vec![Section { heading: lang.section_how_many(), items }];
        if !self.counted_only {
            let mut items = Rows::of(&self.sets)
                .column(lang.column_order(), Vec::len)
                .column(lang.column_together(), |set| set.join(" + "))
                .items();
            let listed = self.sets.len() as u128;
            if listed < self.total {
                items.push(Item::Line(lang.cuts_unlisted(listed, self.total)));
            }
            sections.push(Section { heading: lang.column_sets(), items });
        }
        Document { lang, title: lang.cuts_title(&self.top), facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        if self.counted_only {
            return counted(&[("", &self.counts())]);
        }
        Rows::of(&self.sets)
            .column("top", |_| &self.top)
            .column("order", Vec::len)
            .column("events", |set| set.join("; "))
            .table()
    }
}
