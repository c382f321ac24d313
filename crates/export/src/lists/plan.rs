use trefonds_findings::{
    Certainty, Criticality, LeftWhy, Level, OptionLine, Plan, PlanOutcome, PlanPoint, PlanStep,
    Proof, SinglePoint, SubjectKind, TWO_HANDS, UnknownFact,
};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section, Table};
use super::{Listed, facts, phrases};

impl Listed for Plan {
    fn document(&self, lang: Lang) -> Document {
        let title = match self.level {
            Level::Entity => lang.plan_title_entity(),
            Level::Controller | Level::Component => lang.plan_title_controller(),
            Level::Jurisdiction => lang.plan_title_jurisdiction(),
        };
        let teller = Teller { plan: self, lang };
        let mut sections = vec![teller.road_map(), teller.steps(), teller.left()];
        let extra = [
            (lang.section_weakened(), &self.weakened),
            (lang.section_elsewhere(), &self.elsewhere),
        ];
        let extra = extra.into_iter().filter(|(_, list)| !list.is_empty());
        sections.extend(extra.map(|(heading, list)| teller.points(heading, list)));
        sections.extend([teller.services(), teller.not_taken()]);
        Document {
            title,
            facts: teller.facts(),
            sections,
            records: records(self),
            nothing: lang.nothing(),
        }
    }
}

struct Teller<'p> {
    plan: &'p Plan,
    lang: Lang,
}

impl Teller<'_> {
    fn amount(&self, units: u64) -> String {
        self.lang.amount(units, self.plan.currency.as_deref())
    }

    fn facts(&self) -> Vec<String> {
        let (plan, lang) = (self.plan, self.lang);
        let (title, day) =
            (plan.title.as_deref(), phrases::day(lang, plan.as_of.as_deref(), plan.day_from));
        let mut facts = phrases::facts(lang, title, day, &plan.home, plan.coverage_before);
        facts.push(match plan.criticality {
            Criticality::Minor => lang.plan_for_all(),
            Criticality::Vital => lang.plan_for_vital(),
            other => lang.plan_for(&phrases::criticality(lang, other)),
        });
        facts.extend(plan.by_hours.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
        facts.push(match plan.counted {
            Certainty::Certain => lang.plan_counts_certain(),
            Certainty::Possible => lang.plan_counts_possible(),
        });
        facts.push(self.verdict());
        if plan.outcome != PlanOutcome::NothingToDo {
            facts.push(self.proof());
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
        if let Some(longest) = plan.longest_lead_time_hours {
            let in_turn = lang.duration(Some(plan.lead_times_in_turn_hours));
            lines.push(lang.plan_lead_times(&lang.duration(Some(longest)), &in_turn));
        }
        if plan.lead_times_not_said > 0 {
            lines.push(lang.plan_lead_times_not_said(plan.lead_times_not_said as usize));
        }
        lines
    }

    fn lead_time(&self, option: &OptionLine) -> String {
        let hours = option.lead_time_hours;
        hours
            .map_or_else(|| self.lang.plan_time_not_said(), |hours| self.lang.duration(Some(hours)))
    }

    fn name(&self, option: &OptionLine) -> String {
        let mark = match option.provenance.unverified {
            true => format!(" [{}]", self.lang.unverified()),
            false => String::new(),
        };
        format!("{}{mark}", option.option.name)
    }

    fn road_map(&self) -> Section {
        let lang = self.lang;
        let mut table = Table::new([
            lang.column_step(),
            lang.column_option(),
            lang.column_component(),
            lang.column_cost(),
            lang.column_cost_so_far(),
            lang.column_lead_time(),
            lang.column_removes(),
            lang.column_left(),
        ]);
        for (at, step) in self.plan.steps.iter().enumerate() {
            table.rows.push(vec![
                (at + 1).to_string(),
                self.name(&step.option),
                step.option.component.name.clone(),
                self.amount(step.option.cost),
                self.amount(step.cost_so_far),
                self.lead_time(&step.option),
                step.removes.len().to_string(),
                step.left.to_string(),
            ]);
        }
        section(lang.section_road_map(), table)
    }

    fn steps(&self) -> Section {
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
        let mut place = lang.plan_declared(&option.provenance.at.to_string());
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

    fn left(&self) -> Section {
        let lang = self.lang;
        let mut table = Table::new([
            lang.column_service(),
            lang.column_criticality(),
            lang.column_event(),
            lang.column_certainty(),
            lang.column_stops(),
            lang.column_why(),
            lang.column_path(),
        ]);
        for point in &self.plan.left {
            let mut why = left_why(lang, point.why);
            if point.brought {
                why = format!("{}{}{why}", lang.plan_left_brought(), phrases::semicolon(lang));
            }
            let finding = &point.finding;
            table.rows.push(vec![
                finding.service_name.clone(),
                phrases::criticality(lang, finding.criticality),
                event(lang, finding),
                super::single_points::certainty(lang, finding.certainty),
                phrases::times(lang, finding.survival_hours),
                why,
                phrases::path(lang, &finding.witness.steps, &finding.service),
            ]);
        }
        section(lang.section_left(), table)
    }

    fn points(&self, heading: String, list: &[SinglePoint]) -> Section {
        let lang = self.lang;
        let mut table = Table::new([
            lang.column_service(),
            lang.column_criticality(),
            lang.column_event(),
            lang.column_certainty(),
            lang.column_stops(),
            lang.column_why(),
        ]);
        for finding in list {
            table.rows.push(vec![
                finding.service_name.clone(),
                phrases::criticality(lang, finding.criticality),
                event(lang, finding),
                super::single_points::certainty(lang, finding.certainty),
                phrases::times(lang, finding.survival_hours),
                phrases::unknowns(lang, &finding.hangs_on),
            ]);
        }
        section(heading, table)
    }

    fn services(&self) -> Section {
        let lang = self.lang;
        let mut table = Table::new([
            lang.column_service(),
            lang.column_criticality(),
            lang.column_certain_change(),
            lang.column_possible_change(),
            lang.column_one_hand(),
            lang.column_coverage(),
        ]);
        for line in self.plan.services.iter().filter(|line| line.chosen) {
            table.rows.push(vec![
                line.service.name.clone(),
                phrases::criticality(lang, line.criticality),
                change(line.certain_before, line.certain_after),
                change(line.possible_before, line.possible_after),
                change(line.one_hand_before, line.one_hand_after),
                lang.percent(&line.coverage.percent.to_string()),
            ]);
        }
        section(lang.section_plan_services(), table)
    }

    fn not_taken(&self) -> Section {
        let lang = self.lang;
        let mut table = Table::new([
            lang.column_option(),
            lang.column_component(),
            lang.column_cost(),
            lang.column_lead_time(),
            lang.column_declared(),
        ]);
        for option in &self.plan.not_taken {
            let mut name = self.name(option);
            if !option.available {
                name = format!("{name} ({})", lang.plan_unavailable());
            }
            table.rows.push(vec![
                name,
                option.component.name.clone(),
                self.amount(option.cost),
                self.lead_time(option),
                option.provenance.at.to_string(),
            ]);
        }
        section(lang.section_not_taken(), table)
    }
}

/// The name of something that an option names.
fn named(option: &OptionLine, subject: SubjectKind, id: &str) -> String {
    let mut names = option.names.iter();
    let own = names.find(|own| own.subject == subject && own.id == id);
    own.map_or(id, |own| own.name.as_str()).to_owned()
}

fn section(heading: String, table: Table) -> Section {
    let items = if table.rows.is_empty() { Vec::new() } else { vec![Item::Table(table)] };
    Section { heading, items }
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
    let own = finding.hangs_on.iter().find(|fact| fact.id == finding.event);
    own.map_or_else(|| finding.event_name.clone(), |fact| phrases::unknown(lang, fact))
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
fn one_hand(lang: Lang, id: &str, name: &str, facts: &[UnknownFact]) -> String {
    let asked: Vec<String> = facts.iter().map(|fact| phrases::unknown(lang, fact)).collect();
    let asked = asked.join(" = ");
    if id == TWO_HANDS && !asked.is_empty() { asked } else { lang.hand_and_hand(name, &asked) }
}

fn ids(points: &[PlanPoint]) -> String {
    let ids = points.iter().map(|point| format!("{} > {}", point.event.id, point.service.id));
    ids.collect::<Vec<_>>().join("; ")
}

/// One record a step, a single point that is left, weakened or elsewhere, and an option not taken.
fn records(plan: &Plan) -> Table {
    let mut table = Table::of_fields(&[
        "record",
        "step",
        "option",
        "option_name",
        "component",
        "cost",
        "cost_so_far",
        "lead_time_hours",
        "removes",
        "brings",
        "holds_off",
        "left",
        "service",
        "event",
        "event_kind",
        "certainty",
        "careful_hours",
        "settled_hours",
        "why",
        "declared_at",
    ]);
    for (at, step) in plan.steps.iter().enumerate() {
        let mut row = option_record("step", &step.option);
        row[1] = (at + 1).to_string();
        row[6] = step.cost_so_far.to_string();
        row[8] = ids(&step.removes);
        row[9] = ids(&step.brings);
        row[10] = ids(&step.holds_off);
        row[11] = step.left.to_string();
        table.rows.push(row);
    }
    let left = plan.left.iter().map(|it| ("left", &it.finding, phrases::word(&it.why)));
    let weakened = plan.weakened.iter().map(|it| ("weakened", it, String::new()));
    let elsewhere = plan.elsewhere.iter().map(|it| ("elsewhere", it, String::new()));
    for (record, finding, why) in left.chain(weakened).chain(elsewhere) {
        let mut row = vec![String::new(); 20];
        row[0] = record.to_owned();
        row[12] = finding.service.clone();
        row[13] = finding.event.clone();
        row[14] = phrases::word(&finding.event_kind);
        row[15] = phrases::word(&finding.certainty);
        row[16] = phrases::hours(finding.survival_hours.careful);
        row[17] = phrases::hours(finding.survival_hours.settled);
        row[18] = why;
        table.rows.push(row);
    }
    let not_taken = plan.not_taken.iter();
    table.rows.extend(not_taken.map(|option| option_record("not-taken", option)));
    table
}

fn option_record(record: &str, option: &OptionLine) -> Vec<String> {
    let mut row = vec![String::new(); 20];
    row[0] = record.to_owned();
    row[2] = option.option.id.clone();
    row[3] = option.option.name.clone();
    row[4] = option.component.id.clone();
    row[5] = option.cost.to_string();
    row[7] = phrases::hours(option.lead_time_hours);
    row[19] = option.provenance.at.to_string();
    row
}
