use trefonds_findings::{History, HistoryCommit, HistoryMeasures};
use trefonds_lang::Lang;

use super::Listed;
use super::cell::Cell;
use super::document::Document;
use super::table::{Rows, Table};

/// How much of a commit's id tells it from the others, for people.
const SHORT: usize = 10;

impl Listed for History {
    fn document(&self, lang: Lang) -> Document {
        let mut facts = vec![lang.history_commits(self.commits.len())];
        facts.extend(self.since.as_ref().map(|since| lang.history_since(since)));
        facts.push(lang.history_question());
        let rows = Rows::of(&self.commits)
            .column(lang.history_date(), |it| Cell::Day(it.date.clone()))
            .column(lang.history_commit(), |it| it.commit.chars().take(SHORT).collect::<String>())
            .column(lang.history_author(), |it| &it.author);
        let heading = |measure: &Measure| (measure.heading)(lang);
        let section = measured(rows, self.interrupts(), heading)
            .column(lang.column_coverage(), |it| {
                it.measures.as_ref().map(|it| Cell::Percent(it.coverage.percent))
            })
            .column(lang.history_subject(), |it| match &it.problem {
                Some(problem) => lang.history_does_not_load(problem),
                None => it.subject.clone(),
            })
            .section(lang.history_section());
        let title = lang.history_title(&self.inventory);
        Document { lang, title, facts, sections: vec![section] }
    }

    fn records(&self, _: Lang) -> Table {
        let rows = Rows::of(&self.commits)
            .column("commit", |it| &it.commit)
            .column("date", |it| &it.date)
            .column("author", |it| &it.author)
            .column("subject", |it| &it.subject);
        let coverage = |it: &HistoryCommit| it.measures.as_ref().map(|it| it.coverage);
        measured(rows, self.interrupts(), |measure| measure.field.to_owned())
            .column("facts_declared", |it| coverage(it).map(|it| it.declared))
            .column("facts_called_for", |it| coverage(it).map(|it| it.called_for))
            .column("coverage", |it| coverage(it).map(|it| it.percent))
            .column("problem", |it| it.problem.as_ref())
            .table()
    }
}

/// What is counted of a commit.
struct Measure {
    field: &'static str,
    heading: fn(Lang) -> String,
    count: fn(&HistoryMeasures) -> u32,
}

/// Told where what stops may be up again.
const FOR_GOOD: &str = "for_good";

const MEASURES: [Measure; 9] = [
    measure("components", Lang::column_components, |it| it.components),
    measure("services", Lang::column_services, |it| it.services),
    measure("stoppable", Lang::history_stoppable, |it| it.stoppable),
    measure(FOR_GOOD, Lang::history_for_good, |it| it.for_good.unwrap_or(it.stoppable)),
    measure("possibly_stoppable", Lang::history_possibly_stoppable, |it| it.possibly_stoppable),
    measure("in_one_hand", Lang::column_one_hand, |it| it.in_one_hand),
    measure("down", Lang::column_down, |it| it.down),
    measure("exposed", Lang::history_exposed, |it| it.exposed),
    measure("possibly_exposed", Lang::history_possibly_exposed, |it| it.possibly_exposed),
];

const fn measure(
    field: &'static str,
    heading: fn(Lang) -> String,
    count: fn(&HistoryMeasures) -> u32,
) -> Measure {
    Measure { field, heading, count }
}

/// A column a measure; nothing stands there for a commit that does not load.
fn measured(
    rows: Rows<&HistoryCommit>,
    interrupts: bool,
    heading: impl Fn(&Measure) -> String,
) -> Rows<&HistoryCommit> {
    let told = MEASURES.iter().filter(|it| interrupts || it.field != FOR_GOOD);
    told.fold(rows, |rows, measure| {
        rows.column(heading(measure), |it| it.measures.as_ref().map(measure.count))
    })
}
