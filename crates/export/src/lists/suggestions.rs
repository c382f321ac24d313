//! What an inventory could say besides.

use trefonds_findings::{HiddenLayer, LooksLike, Suggestion, Suggestions};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section};
use super::table::{Column, Rows, Table};
use super::{Listed, keys, phrases};

impl Listed for Suggestions {
    fn document(&self, lang: Lang) -> Document {
        let day = (self.head.as_of.as_deref(), self.head.day_from);
        let mut facts =
            phrases::facts(lang, self.head.title.as_deref(), day, &self.head.home, self.coverage);
        facts.push(lang.suggest_intro(&self.edition));
        facts.push(lang.suggest_how());
        let looks = Rows::of(&self.looks_like).columns(lang, &LOOKS);
        let mut sections = vec![looks.section(lang.suggest_looks_like())];
        let mut items = Vec::new();
        let mut last = "";
        for layer in &self.layers {
            if layer.component.id != last {
                last = &layer.component.id;
                items.push(Item::Heading(lang.suggest_of(&layer.component.name, last)));
                let own: Vec<&HiddenLayer> =
                    self.layers.iter().filter(|it| it.component.id == last).collect();
                items.extend(Rows::of(own).columns(lang, &LAYER).items());
            }
        }
        sections.push(Section { heading: lang.suggest_layers(), items });
        Document { lang, title: lang.suggest_title(), facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        let looks = self.looks_like.iter().map(|it| {
            let pattern = format!("{}:{}", it.pattern_kind, it.pattern);
            (it.id.clone(), &it.component.id, pattern, it.offer.id.clone(), &it.at)
        });
        let layers = self.layers.iter().map(|it| {
            let offers: Vec<&str> = it.offers.iter().filter_map(|it| it.offer.as_deref()).collect();
            (it.id.clone(), &it.component.id, it.rule.clone(), offers.join(";"), &it.at)
        });
        let all: Vec<_> = looks.chain(layers).collect();
        Rows::of(&all)
            .column("id", |it| it.0.clone())
            .column("component", |it| it.1)
            .column("because", |it| it.2.clone())
            .column("offers", |it| it.3.clone())
            .column("file", |it| keys::file(it.4))
            .column("line", |it| keys::line(it.4))
            .column("column", |it| keys::column(it.4))
            .table()
    }
}

type Looks = Column<LooksLike>;

const LOOKS: [Looks; 4] = [
    Looks::new(Lang::column_component, 40, |it, _| (&it.component.name).into()),
    Looks::new(Lang::suggest_write, 60, |it, _| format!("is: {}", it.offer.id).into()),
    Looks::new(Lang::column_why, 44, |it, lang| because(it, lang).into()),
    Looks::new(Lang::column_where, 40, |it, _| Some(&it.at).into()),
];

type Layered = Column<HiddenLayer>;

const LAYER: [Layered; 3] = [
    Layered::new(Lang::suggest_question, 70, |it, _| (&it.text).into()),
    Layered::new(Lang::suggest_answers, 60, |it, lang| answers(&it.offers, lang).into()),
    Layered::new(Lang::column_why, 60, |it, _| (&it.why).into()),
];

fn because(found: &LooksLike, lang: Lang) -> String {
    let why = match found.pattern_kind.as_str() {
        "party" => lang.suggest_by_party(&found.pattern),
        _ => lang.suggest_by_name(&found.pattern),
    };
    match found.ties {
        0 | 1 => why,
        ties => lang.suggest_tie(&why, ties - 1),
    }
}

fn answers(offers: &[Suggestion], lang: Lang) -> String {
    let one = |it: &Suggestion| {
        let answer = it.offer.clone().unwrap_or_else(|| lang.suggest_any_of(&it.kind));
        if it.soft { lang.suggest_soft(&answer) } else { answer }
    };
    offers.iter().map(one).collect::<Vec<_>>().join(", ")
}
