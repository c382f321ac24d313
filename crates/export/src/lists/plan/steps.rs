//! Each step of a plan, in words.

use trefonds_findings::{OptionLine, PlanPoint, PlanStep, SubjectKind, TWO_HANDS, UnknownFact};
use trefonds_lang::Lang;

use super::PlanText;
use crate::lists::document::{Item, Section};
use crate::lists::{facts, phrases};

impl PlanText<'_> {
    pub(super) fn steps(&self) -> Section {
        let mut items = Vec::new();
        for (at, step) in self.plan.steps.iter().enumerate() {
            items.push(Item::Heading(format!("{}. {}", at + 1, self.name(&step.option))));
            items.extend(self.step(step).into_iter().map(|line| Item::Line(format!("  {line}"))));
        }
        Section { heading: self.lang.section_steps(), items }
    }

    fn step(&self, step: &PlanStep) -> Vec<String> {
        let lang = self.lang;
        let option = &step.option;
        let mut lines = vec![lang.plan_changes(&format!(
            "{}{}{}",
            option.component.name,
            phrases::colon(lang),
            facts::of_changes(lang, &option.changes, &|subject, id| named(option, subject, id))
        ))];
        if !step.removes.is_empty() {
            lines.push(lang.plan_removes(&over(lang, &step.removes)));
        }
        if !step.brings.is_empty() {
            let stays = step.brings.iter().any(|point| self.is_left(point));
            let brought = over(lang, &step.brings);
            lines.push(match stays {
                true => lang.plan_brings_for_good(&brought),
                false => lang.plan_brings(&brought),
            });
        }
        if step.removes.is_empty() && !step.holds_off.is_empty() {
            lines.push(lang.plan_holds_off(&over(lang, &step.holds_off)));
        }
        if !step.needed_by.is_empty() {
            let names = step.needed_by.iter().map(|option| option.name.as_str());
            lines.push(lang.plan_needed_by(&names.collect::<Vec<_>>().join(", ")));
        }
        let mut place = lang.plan_declared(&option.provenance.at.told(lang));
        if let Some(source) = &option.provenance.source {
            place.push_str(phrases::semicolon(lang));
            place.push_str(&lang.source_of(source));
        }
        lines.push(place);
        lines
    }

    fn is_left(&self, point: &PlanPoint) -> bool {
        self.plan.left.iter().any(|left| {
            left.finding.service == point.service.id && left.finding.event == point.event.id
        })
    }
}

/// The name of something that an option names.
fn named(option: &OptionLine, subject: SubjectKind, id: &str) -> String {
    let mut names = option.names.iter();
    let own = names.find(|own| own.subject == subject && own.id == id);
    own.map_or(id, |own| own.name.as_str()).to_owned()
}

/// "Broadcom Inc. over Urgences, Imagerie; M3, Inc. over Pharmacie".
fn over(lang: Lang, points: &[PlanPoint]) -> String {
    let mut events: Vec<(&PlanPoint, Vec<&str>)> = Vec::new();
    for point in points {
        match events.iter_mut().find(|(first, _)| first.event == point.event) {
            Some((_, services)) => services.push(&point.service.name),
            None => events.push((point, vec![&point.service.name])),
        }
    }
    let events = events.iter().map(|(point, services)| {
        let event = match &point.unknown {
            _ if point.event.id == TWO_HANDS && point.one_hand.is_empty() => lang.plan_any_hand(),
            _ if !point.one_hand.is_empty() => {
                one_hand(lang, &point.event.id, &point.event.name, &point.one_hand)
            }
            Some(fact) => phrases::unknown(lang, fact),
            None => phrases::named(lang, &point.event),
        };
        lang.plan_over(&event, &services.join(", "))
    });
    events.collect::<Vec<_>>().join(phrases::semicolon(lang))
}

/// "group = who is above o"; two unknown facts when nobody is named.
pub(super) fn one_hand(lang: Lang, id: &str, name: &str, facts: &[UnknownFact]) -> String {
    let asked: Vec<String> = facts.iter().map(|fact| phrases::unknown(lang, fact)).collect();
    let asked = asked.join(" = ");
    if id == TWO_HANDS && !asked.is_empty() { asked } else { lang.hand_and_hand(name, &asked) }
}
