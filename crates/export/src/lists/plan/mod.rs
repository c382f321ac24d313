//! What to change first, as a document.

mod records;
mod steps;
mod tables;

use trefonds_findings::{Certainty, Criticality, Level, OptionLine, Plan, PlanOutcome, Proof};
use trefonds_lang::Lang;

use super::document::Document;
use super::table::Table;
use super::{Listed, phrases};

impl Listed for Plan {
    fn document(&self, lang: Lang) -> Document {
        let title = match self.level {
            Level::Entity => lang.plan_title_entity(),
            Level::Controller | Level::Component | Level::Site => lang.plan_title_controller(),
            Level::Jurisdiction => lang.plan_title_jurisdiction(),
        };
        let text = PlanText { plan: self, lang };
        let mut sections = vec![text.road_map(), text.steps(), text.left()];
        let extra = [
            (lang.section_weakened(), &self.weakened),
            (lang.section_elsewhere(), &self.elsewhere),
        ];
        let extra = extra.into_iter().filter(|(_, list)| !list.is_empty());
        sections.extend(extra.map(|(heading, list)| text.points(heading, list)));
        sections.extend([text.services(), text.not_taken()]);
        Document { lang, title, facts: text.facts(), sections }
    }

    fn records(&self, _: Lang) -> Table {
        records::records(self)
    }
}

/// A plan, to be told in a language.
struct PlanText<'p> {
    plan: &'p Plan,
    lang: Lang,
}

impl PlanText<'_> {
    fn amount(&self, units: u64) -> String {
        self.lang.amount(units, self.plan.currency.as_deref())
    }

    fn facts(&self) -> Vec<String> {
        let (plan, lang) = (self.plan, self.lang);
        let day = (plan.head.as_of.as_deref(), plan.head.day_from);
        let mut facts = phrases::facts(
            lang,
            plan.head.title.as_deref(),
            day,
            &plan.head.home,
            plan.coverage_before,
        );
        facts.push(match plan.criticality {
            Criticality::Minor => lang.plan_for_all(),
            Criticality::Vital => lang.plan_for_vital(),
            other => lang.plan_for(&phrases::criticality(lang, other)),
        });
        facts.extend(plan.by_minutes.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
        facts.extend(plan.lasting_minutes.map(|it| lang.lasting_line(&lang.duration(Some(it)))));
        facts.push(match plan.counted {
            Certainty::Certain => lang.plan_counts_certain(),
            Certainty::Possible => lang.plan_counts_possible(),
        });
        facts.push(self.verdict());
        if plan.outcome != PlanOutcome::NothingToDo {
            facts.push(self.proof());
            facts.extend(plan.in_time.then(|| lang.plan_in_time()));
        }
        if !plan.left.is_empty() {
            let weights = plan.weights;
            facts.push(lang.plan_weights(
                weights.vital,
                weights.important,
                weights.standard,
                weights.minor,
                plan.weight_before,
                plan.weight_left,
            ));
        }
        if plan.steps.is_empty() && plan.not_taken.is_empty() {
            facts.push(lang.plan_no_options());
        }
        let chosen = || plan.services.iter().filter(|line| line.chosen);
        let possible: u32 = chosen().map(|line| line.possible_after).sum();
        if plan.counted == Certainty::Certain && possible > 0 {
            facts.push(lang.plan_possible_stay(possible as usize));
        }
        let one_hand: u32 = chosen().map(|line| line.one_hand_after).sum();
        if one_hand > 0 {
            facts.push(lang.plan_one_hand_stay(one_hand as usize));
        }
        if !plan.steps.is_empty() {
            facts.extend(self.lead_times());
            facts.push(lang.plan_coverage_after(plan.coverage.percent));
        }
        facts
    }

    fn verdict(&self) -> String {
        let (plan, lang) = (self.plan, self.lang);
        let options = lang.plan_options(plan.steps.len());
        let (amount, left, before) = (self.amount(plan.cost), plan.left.len(), plan.counted_before);
        match plan.outcome {
            PlanOutcome::NothingToDo => lang.plan_nothing(),
            PlanOutcome::Complete => lang.plan_complete(&options, &amount, before),
            PlanOutcome::WithinBudget => {
                let budget = self.amount(plan.budget.unwrap_or_default());
                lang.plan_within(&budget, &options, &amount, left, before)
            }
            PlanOutcome::Infeasible => lang.plan_infeasible(&options, &amount, left, before),
            PlanOutcome::NotKnown => lang.plan_not_known(&options, &amount, left, before),
        }
    }

    fn proof(&self) -> String {
        let (plan, lang) = (self.plan, self.lang);
        match (plan.proof, plan.left.is_empty()) {
            (Proof::Optimal, true) => lang.plan_proven_cost(),
            (Proof::Optimal, false) => lang.plan_proven_weight(),
            (Proof::Gap, _) => {
                let cost = self.amount(plan.cost_at_least);
                lang.plan_gap(&cost, plan.weight_left, plan.weight_at_least)
            }
        }
    }

    fn lead_times(&self) -> Vec<String> {
        let (plan, lang) = (self.plan, self.lang);
        let mut lines = Vec::new();
        if let Some(longest) = plan.longest_lead_time_minutes {
            let in_turn = lang.duration(Some(plan.lead_times_in_turn_minutes));
            lines.push(lang.plan_lead_times(&lang.duration(Some(longest)), &in_turn));
        }
        if plan.lead_times_not_said > 0 {
            lines.push(lang.plan_lead_times_not_said(plan.lead_times_not_said as usize));
        }
        lines
    }

    fn lead_time(&self, option: &OptionLine) -> String {
        let minutes = option.lead_time_minutes;
        minutes.map_or_else(
            || self.lang.plan_time_not_said(),
            |minutes| self.lang.duration(Some(minutes)),
        )
    }

    fn name(&self, option: &OptionLine) -> String {
        let mark = match option.provenance.unverified {
            true => format!(" [{}]", self.lang.unverified()),
            false => String::new(),
        };
        format!("{}{mark}", option.option.name)
    }
}
