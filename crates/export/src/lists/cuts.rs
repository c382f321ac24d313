use trefonds_findings::{Certainty, CutCounts, CutEvent, CutSet, Cuts, FaultTreeCuts, Level};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section, Table};
use super::{Listed, ended, one_hand, phrases};

impl Listed for Cuts {
    fn document(&self, lang: Lang) -> Document {
        let (title_of, day) =
            (self.title.as_deref(), phrases::day(lang, self.as_of.as_deref(), self.day_from));
        let mut facts = phrases::facts(lang, title_of, day, &self.home, self.coverage);
        facts.push(match self.level {
            Level::Component => lang.cuts_of_components(),
            Level::Entity => lang.cuts_of_entities(),
            Level::Controller => lang.cuts_of_controllers(),
            Level::Jurisdiction => lang.cuts_of_jurisdictions(),
        });
        if self.foreign_only && self.level != Level::Component {
            facts.push(lang.cuts_foreign_only());
        }
        facts.extend(self.order.map(|order| lang.cuts_up_to(order)));
        facts.extend(self.by_hours.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
        facts.push(lang.cuts_question());
        if !self.one_hand_complete {
            facts.push(lang.one_hand_incomplete());
        }
        let mut sections: Vec<Section> =
            ended::section(lang, self.ended.as_slice()).into_iter().collect();
        sections.push(self.section_counts(lang));
        if !self.counted_only {
            for kind in [Certainty::Certain, Certainty::Possible] {
                sections.push(self.section_sets(lang, kind));
            }
            if self.level != Level::Component {
                sections.push(one_hand::section(lang, &self.one_hand));
            }
        }
        Document {
            title: lang.cuts_title(&self.service.name),
            facts,
            sections,
            records: self.records(),
            nothing: lang.nothing(),
        }
    }
}

trait Describe {
    fn section_counts(&self, lang: Lang) -> Section;
    fn section_sets(&self, lang: Lang, kind: Certainty) -> Section;
    fn unlisted(&self, lang: Lang, kind: Certainty) -> Option<String>;
    fn event(&self, id: &str) -> Option<&CutEvent>;
    fn together(&self, lang: Lang, set: &CutSet) -> String;
    fn records(&self) -> Table;
}

impl Describe for Cuts {
    fn section_counts(&self, lang: Lang) -> Section {
        let mut table =
            Table::new([lang.column_order(), lang.column_certain(), lang.column_careful_reading()]);
        let certain = self.certain();
        let mut orders: Vec<u32> = self.by_order.keys().copied().collect();
        orders.extend(self.careful.by_order.keys());
        orders.sort_unstable();
        orders.dedup();
        for order in orders {
            let count = |counts: &CutCounts| match counts.by_order.get(&order) {
                Some(count) => count.to_string(),
                None if counts.complete => "0".to_owned(),
                None => lang.not_known(),
            };
            table.rows.push(vec![order.to_string(), count(&certain), count(&self.careful)]);
        }
        table.rows.push(vec![lang.total(), total(lang, &certain), total(lang, &self.careful)]);
        let mut items = vec![Item::Table(table), Item::Line(lang.cuts_careful_note())];
        for (counts, reading) in
            [(&certain, lang.certain()), (&self.careful, lang.column_careful_reading())]
        {
            if !counts.complete {
                let last = counts.by_order.keys().next_back().copied().unwrap_or(0);
                items.push(Item::Line(lang.cuts_incomplete(&reading, last)));
            }
        }
        Section { heading: lang.section_how_many(), items }
    }

    fn section_sets(&self, lang: Lang, kind: Certainty) -> Section {
        let heading = match kind {
            Certainty::Certain => lang.section_certain(),
            Certainty::Possible => lang.section_possible(),
        };
        let mut items = Vec::new();
        let sets: Vec<&CutSet> = self.sets.iter().filter(|set| set.certainty == kind).collect();
        for group in sets.chunk_by(|a, b| a.events.len() == b.events.len()) {
            let order = group.first().map_or(0, |set| set.events.len());
            items.push(Item::Heading(lang.cuts_of_order(order, group.len())));
            let mut columns = vec![lang.column_together(), lang.column_stops(), lang.column_path()];
            if kind == Certainty::Possible {
                columns.push(lang.column_hangs_on());
            }
            let mut table = Table { columns, rows: Vec::new() };
            for set in group {
                let steps = &set.witness.steps;
                let together = self.together(lang, set);
                let mut row = vec![
                    if set.degree > 0 { lang.may_be_one(&together) } else { together },
                    phrases::times(lang, set.survival_hours),
                    phrases::path(lang, steps, &self.service.id),
                ];
                if kind == Certainty::Possible {
                    row.push(phrases::unknowns(lang, &set.hangs_on));
                }
                table.rows.push(row);
            }
            items.push(Item::Table(table));
        }
        items.extend(self.unlisted(lang, kind).map(Item::Line));
        Section { heading, items }
    }

    /// What the list leaves out, said.
    fn unlisted(&self, lang: Lang, kind: Certainty) -> Option<String> {
        let (total, listed) = match kind {
            Certainty::Certain => (self.total, self.listed_certain),
            Certainty::Possible => (self.careful.total, self.listed_careful),
        };
        let listed = u128::from(listed);
        (listed < total).then(|| match kind {
            Certainty::Certain => lang.cuts_unlisted(listed, total),
            Certainty::Possible => lang.cuts_unlisted_careful(listed, total),
        })
    }

    fn event(&self, id: &str) -> Option<&CutEvent> {
        self.events.iter().find(|event| event.event.id == id)
    }

    /// "Microsoft Corporation (US) + who runs Messagerie".
    fn together(&self, lang: Lang, set: &CutSet) -> String {
        let name = |id: &String| match self.event(id) {
            None => id.clone(),
            Some(event) => match (&event.unknown, &event.country) {
                (Some(unknown), _) => phrases::unknown(lang, unknown),
                (None, country) => phrases::of_country(lang, &event.event, country.as_deref()),
            },
        };
        set.events.iter().map(name).collect::<Vec<_>>().join(" + ")
    }

    fn records(&self) -> Table {
        let mut table = Table::of_fields(&[
            "service",
            "level",
            "order",
            "events",
            "kinds",
            "certainty",
            "careful_hours",
            "settled_hours",
            "hangs_on",
            "unverified",
            "path",
        ]);
        for set in &self.sets {
            let steps = &set.witness.steps;
            let path: Vec<String> = (steps.iter())
                .map(|step| format!("{} > {} ({})", step.from.id, step.to.id, step.provenance.at))
                .collect();
            let kinds = set.events.iter().filter_map(|id| self.event(id));
            let kinds: Vec<String> = kinds.map(|event| phrases::word(&event.kind)).collect();
            table.rows.push(vec![
                self.service.id.clone(),
                phrases::word(&self.level),
                set.events.len().to_string(),
                set.events.join("; "),
                kinds.join("; "),
                phrases::word(&set.certainty),
                phrases::hours(set.survival_hours.careful),
                phrases::hours(set.survival_hours.settled),
                phrases::unknown_ids(&set.hangs_on),
                phrases::any_unverified(steps).to_string(),
                path.join("; "),
            ]);
        }
        if self.counted_only {
            table = counted(&[("certain", &self.certain()), ("careful", &self.careful)]);
        }
        table
    }
}

/// One record an order, for lists that only count.
fn counted(readings: &[(&str, &CutCounts)]) -> Table {
    let mut table = Table::of_fields(&["reading", "order", "count", "complete"]);
    for (reading, counts) in readings {
        for (order, count) in &counts.by_order {
            table.rows.push(vec![
                (*reading).to_owned(),
                order.to_string(),
                count.to_string(),
                counts.complete.to_string(),
            ]);
        }
    }
    table
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
        let mut table = Table::new([lang.column_order(), lang.column_sets()]);
        for (order, count) in &self.by_order {
            table.rows.push(vec![order.to_string(), count.to_string()]);
        }
        table.rows.push(vec![lang.total(), total(lang, &self.counts())]);
        let mut items = vec![Item::Table(table)];
        if !self.complete {
            let last = self.by_order.keys().next_back().copied().unwrap_or(0);
            items.push(Item::Line(lang.cuts_incomplete(&lang.column_sets(), last)));
        }
        let mut sections = vec![Section { heading: lang.section_how_many(), items }];
        if !self.counted_only {
            let mut table = Table::new([lang.column_order(), lang.column_together()]);
            for set in &self.sets {
                table.rows.push(vec![set.len().to_string(), set.join(" + ")]);
            }
            let mut items = Vec::new();
            if !table.rows.is_empty() {
                items.push(Item::Table(table));
            }
            let listed = self.sets.len() as u128;
            if listed < self.total {
                items.push(Item::Line(lang.cuts_unlisted(listed, self.total)));
            }
            sections.push(Section { heading: lang.column_sets(), items });
        }
        let mut records = Table::of_fields(&["top", "order", "events"]);
        for set in &self.sets {
            records.rows.push(vec![self.top.clone(), set.len().to_string(), set.join("; ")]);
        }
        if self.counted_only {
            records = counted(&[("", &self.counts())]);
        }
        Document {
            title: lang.cuts_title(&self.top),
            facts,
            sections,
            records,
            nothing: lang.nothing(),
        }
    }
}
