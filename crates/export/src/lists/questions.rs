use trefonds_findings::{Question, Questions};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section};
use super::table::{Column, Rows, Sheet, Table};
use super::{Listed, keys, phrases};

impl Listed for Questions {
    fn document(&self, lang: Lang) -> Document {
        let day = (self.head.as_of.as_deref(), self.head.day_from);
        let mut facts =
            phrases::facts(lang, self.head.title.as_deref(), day, &self.head.home, self.coverage);
        facts.push(lang.questions_intro());
        let mut columns = vec![FACT, WHY, SINGLE_POINTS];
        columns.extend(self.interrupts().then_some(INTERRUPTIONS));
        columns.extend([ONE_HAND, EXPOSURES, ASK, WRITE]);
        let mut items = Rows::of(&self.questions).columns(lang, &columns).items();
        if items.is_empty() {
            items.push(Item::Line(lang.no_question()));
        }
        let sections = vec![Section { heading: lang.questions_ranked(), items }];
        Document { lang, title: lang.questions_title(), facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        Rows::of(&self.questions)
            .column("fact", |it| &it.fact.id)
            .column("kind", |it| keys::word(&it.fact.fact))
            .column("subject", |it| &it.fact.subject.id)
            .column("about", |it| it.fact.about.as_ref().map(|about| &about.id))
            .column("why", |it| it.fact.why)
            .column("single_points", |it| it.single_points)
            .column_if(self.interrupts(), "interruptions", |it| it.interruptions)
            .column("one_hand", |it| it.one_hand)
            .column("exposures", |it| it.exposures)
            .column("services", |it| keys::ids(&it.services))
            .column("ask", |it| it.ask.join("; "))
            .column("desk", |it| keys::word(&it.desk))
            .column("file", |it| it.fact.at.as_ref().map(keys::file))
            .column("line", |it| it.fact.at.as_ref().and_then(keys::line))
            .column("column", |it| it.fact.at.as_ref().and_then(keys::column))
            .column("called_for", |it| it.called_for)
            .table()
    }
}

type Of = Column<Question>;

const FACT: Of =
    Of::new(Lang::column_question, 60, |it, lang| phrases::unknown(lang, &it.fact).into());
const WHY: Of = Of::new(Lang::column_why, 16, |it, _| it.fact.why.into());
const SINGLE_POINTS: Of = Of::new(Lang::column_single_points, 10, |it, _| it.single_points.into());
const INTERRUPTIONS: Of =
    Of::new(Lang::column_only_interrupts, 10, |it, _| it.interruptions.into());
const ONE_HAND: Of = Of::new(Lang::column_one_hand, 10, |it, _| it.one_hand.into());
const EXPOSURES: Of = Of::new(Lang::column_exposures, 12, |it, _| it.exposures.into());
const ASK: Of = Of::new(Lang::column_ask, 40, |it, lang| phrases::whom(lang, it).into());
const SERVICES: Of =
    Of::new(Lang::column_services, 60, |it, _| phrases::names(&it.services).into());
const WRITE: Of = Of::new(Lang::column_write, 48, |it, _| it.fact.at.as_ref().into());

/// All of them, as a sheet of a workbook.
#[must_use]
pub fn sheet(questions: &Questions, lang: Lang) -> Sheet {
    let mut columns = vec![FACT, WHY, SINGLE_POINTS];
    columns.extend(questions.interrupts().then_some(INTERRUPTIONS));
    columns.extend([EXPOSURES, ASK, SERVICES, WRITE]);
    Rows::of(&questions.questions).columns(lang, &columns).sheet(lang.report_nav_questions())
}
