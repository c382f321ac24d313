use trefonds_findings::{History, HistoryCommit, HistoryMeasures};
use trefonds_lang::Lang;

use super::Listed;
use super::document::{Document, Item, Section, Table};

/// How much of a commit's id tells it from the others, for people.
const SHORT: usize = 10;

impl Listed for History {
    fn document(&self, lang: Lang) -> Document {
        let mut facts = vec![lang.history_commits(self.commits.len())];
        facts.extend(self.since.as_ref().map(|since| lang.history_since(since)));
        facts.push(lang.history_question());
        Document {
            title: lang.history_title(&self.inventory),
            facts,
            sections: vec![commits(self, lang)],
            records: records(self),
            nothing: lang.nothing(),
        }
    }
}

fn commits(history: &History, lang: Lang) -> Section {
    let mut table = Table::new([
        lang.history_date(),
        lang.history_commit(),
        lang.history_author(),
        lang.column_components(),
        lang.column_services(),
        lang.history_stoppable(),
        lang.history_possibly_stoppable(),
        lang.column_one_hand(),
        lang.column_down(),
        lang.history_exposed(),
        lang.history_possibly_exposed(),
        lang.column_coverage(),
        lang.history_subject(),
    ]);
    table.rows.extend(history.commits.iter().map(|commit| row(commit, lang)));
    let items = if table.rows.is_empty() { Vec::new() } else { vec![Item::Table(table)] };
    Section { heading: lang.history_section(), items }
}

fn row(commit: &HistoryCommit, lang: Lang) -> Vec<String> {
    let mut row = vec![
        commit.date.clone(),
        commit.commit.chars().take(SHORT).collect(),
        commit.author.clone(),
    ];
    row.extend(numbers(commit.measures.as_ref()));
    row.push(match &commit.measures {
        Some(measures) => lang.percent(&measures.coverage.percent.to_string()),
        None => String::new(),
    });
    row.push(match &commit.problem {
        Some(problem) => lang.history_does_not_load(problem),
        None => commit.subject.clone(),
    });
    row
}

/// What is counted of a commit, in the order of the columns; nothing of one that does not load.
fn numbers(measures: Option<&HistoryMeasures>) -> [String; 8] {
    let Some(measures) = measures else { return Default::default() };
    let numbers = [
        measures.components,
        measures.services,
        measures.stoppable,
        measures.possibly_stoppable,
        measures.in_one_hand,
        measures.down,
        measures.exposed,
        measures.possibly_exposed,
    ];
    numbers.map(|number| number.to_string())
}

fn records(history: &History) -> Table {
    let mut table = Table::of_fields(&[
        "commit",
        "date",
        "author",
        "subject",
        "components",
        "services",
        "stoppable",
        "possibly_stoppable",
        "in_one_hand",
        "down",
        "exposed",
        "possibly_exposed",
        "facts_declared",
        "facts_called_for",
        "coverage",
        "problem",
    ]);
    for commit in &history.commits {
        let said = [&commit.commit, &commit.date, &commit.author, &commit.subject];
        let mut record: Vec<String> = said.into_iter().cloned().collect();
        record.extend(numbers(commit.measures.as_ref()));
        record.extend(match &commit.measures {
            Some(HistoryMeasures { coverage, .. }) => {
                [coverage.declared, coverage.called_for, coverage.percent.into()]
                    .map(|number| number.to_string())
            }
            None => Default::default(),
        });
        record.push(commit.problem.clone().unwrap_or_default());
        table.rows.push(record);
    }
    table
}
