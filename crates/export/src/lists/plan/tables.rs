//! The tables of a plan.

use trefonds_findings::{LeftWhy, OptionLine, PlanStep, SinglePoint, StandingPoint};
use trefonds_lang::Lang;

use super::PlanText;
use super::steps::one_hand;
use crate::lists::cell::Cell;
use crate::lists::document::Section;
use crate::lists::table::{Column, Rows};
use crate::lists::{phrases, single_points};

type Of = Column<SinglePoint>;

const POINT: [Of; 5] = [
    Of::new(Lang::column_service, 0, |it, _| (&it.service_name).into()),
    Of::new(Lang::column_criticality, 0, |it, _| it.criticality.into()),
    Of::new(Lang::column_event, 0, |it, lang| event(lang, it).into()),
    Of::new(Lang::column_certainty, 0, |it, _| it.certainty.into()),
    Of::new(Lang::column_stops, 0, |it, _| it.survival_minutes.into()),
];

impl PlanText<'_> {
    pub(super) fn road_map(&self) -> Section {
        let lang = self.lang;
        let option = |(_, step): (usize, &PlanStep)| self.name(&step.option);
        Rows::of(self.plan.steps.iter().enumerate())
            .column(lang.column_step(), |(at, _)| at + 1)
            .column(lang.column_option(), option)
            .column(lang.column_component(), |(_, step)| &step.option.component.name)
            .column(lang.column_cost(), |(_, step)| self.amount(step.option.cost))
            .column(lang.column_cost_so_far(), |(_, step)| self.amount(step.cost_so_far))
            .column(lang.column_lead_time(), |(_, step)| self.lead_time(&step.option))
            .column(lang.column_removes(), |(_, step)| step.removes.len())
            .column(lang.column_left(), |(_, step)| step.left)
            .section(lang.section_road_map())
    }

    pub(super) fn left(&self) -> Section {
        let lang = self.lang;
        let why = |it: &StandingPoint| {
            let why = left_why(lang, it.why);
            match it.brought {
                true => format!("{}{}{why}", lang.plan_left_brought(), phrases::semicolon(lang)),
                false => why,
            }
        };
        Rows::of(&self.plan.left)
            .columns_of(lang, &POINT, |it| &it.finding)
            .column(lang.column_why(), why)
            .column(lang.column_path(), |it| {
                phrases::path(lang, &it.finding.witness.steps, &it.finding.service)
            })
            .section(lang.section_left())
    }

    pub(super) fn points(&self, heading: String, list: &[SinglePoint]) -> Section {
        let lang = self.lang;
        Rows::of(list)
            .columns(lang, &POINT)
            .column(lang.column_why(), |it| phrases::unknowns(lang, &it.hangs_on))
            .section(heading)
    }

    pub(super) fn services(&self) -> Section {
        let lang = self.lang;
        Rows::of(self.plan.services.iter().filter(|line| line.chosen))
            .column(lang.column_service(), |it| &it.service.name)
            .column(lang.column_criticality(), |it| it.criticality)
            .column(lang.column_certain_change(), |it| change(it.certain_before, it.certain_after))
            .column(lang.column_possible_change(), |it| {
                change(it.possible_before, it.possible_after)
            })
            .column(lang.column_one_hand(), |it| change(it.one_hand_before, it.one_hand_after))
            .column(lang.column_coverage(), |it| Cell::Percent(it.coverage.percent))
            .section(lang.section_plan_services())
    }

    pub(super) fn not_taken(&self) -> Section {
        let lang = self.lang;
        let name = |option: &OptionLine| match option.available {
            true => self.name(option),
            false => format!("{} ({})", self.name(option), lang.plan_unavailable()),
        };
        Rows::of(&self.plan.not_taken)
            .column(lang.column_option(), name)
            .column(lang.column_component(), |it| &it.component.name)
            .column(lang.column_cost(), |it| self.amount(it.cost))
            .column(lang.column_lead_time(), |it| self.lead_time(it))
            .column(lang.column_declared(), |it| &it.provenance.at)
            .section(lang.section_not_taken())
    }
}

/// "2 > 0", or one number that stays.
fn change(before: u32, after: u32) -> String {
    if before == after { before.to_string() } else { format!("{before} > {after}") }
}

/// The name of an event, the question that it leaves open when it is an unknown fact.
fn event(lang: Lang, finding: &SinglePoint) -> String {
    if finding.one_hand {
        return one_hand(lang, &finding.event, &finding.event_name, &finding.hangs_on);
    }
    single_points::event_name(lang, finding)
}

fn left_why(lang: Lang, why: LeftWhy) -> String {
    match why {
        LeftWhy::Untouched => lang.plan_left_untouched(),
        LeftWhy::NoSet => lang.plan_left_no_set(),
        LeftWhy::AtThePriceOfOthers => lang.plan_left_price(),
        LeftWhy::Budget => lang.plan_left_budget(),
        LeftWhy::NotKnown => lang.plan_left_not_known(),
    }
}
