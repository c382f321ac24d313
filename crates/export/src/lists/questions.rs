use trefonds_findings::Questions;
use trefonds_lang::Lang;

use super::document::{Document, Item, Section, Table};
use super::{Listed, phrases};

impl Listed for Questions {
    fn document(&self, lang: Lang) -> Document {
        let coverage = self.coverage;
        let mut facts: Vec<String> = self.title.iter().cloned().collect();
        facts.push(phrases::day_and_home(
            lang,
            phrases::day(lang, self.as_of.as_deref(), self.day_from),
            &self.home,
        ));
        facts.push(lang.coverage_line(coverage.percent, coverage.declared, coverage.called_for));
        facts.push(lang.questions_intro());
        let mut table = Table::new([
            lang.column_question(),
            lang.column_why(),
            lang.column_single_points(),
            lang.column_one_hand(),
            lang.column_exposures(),
            lang.column_ask(),
            lang.column_write(),
        ]);
        for question in &self.questions {
            table.rows.push(vec![
                phrases::unknown(lang, &question.fact),
                phrases::why(lang, question.fact.why),
                question.single_points.to_string(),
                question.one_hand.to_string(),
                question.exposures.to_string(),
                phrases::whom(lang, question),
                question.fact.at.to_string(),
            ]);
        }
        let heading = lang.questions_ranked();
        let items = match table.rows.is_empty() {
            true => vec![Item::Line(lang.no_question())],
            false => vec![Item::Table(table)],
        };
        Document {
            title: lang.questions_title(),
            facts,
            sections: vec![Section { heading, items }],
            records: records(self),
            nothing: lang.nothing(),
        }
    }
}

fn records(questions: &Questions) -> Table {
    let mut table = Table::of_fields(&[
        "fact",
        "kind",
        "subject",
        "about",
        "why",
        "single_points",
        "one_hand",
        "exposures",
        "services",
        "ask",
        "desk",
        "file",
        "line",
        "column",
        "called_for",
    ]);
    for question in &questions.questions {
        let fact = &question.fact;
        let services = question.services.iter().map(|service| service.id.as_str());
        table.rows.push(vec![
            fact.id.clone(),
            phrases::word(&fact.fact),
            fact.subject.id.clone(),
            fact.about.as_ref().map(|about| about.id.clone()).unwrap_or_default(),
            phrases::word(&fact.why),
            question.single_points.to_string(),
            question.one_hand.to_string(),
            question.exposures.to_string(),
            services.collect::<Vec<_>>().join(" "),
            question.ask.join("; "),
            phrases::word(&question.desk),
            fact.at.file.clone(),
            fact.at.line.to_string(),
            fact.at.column.to_string(),
            question.called_for.to_string(),
        ]);
    }
    table
}
