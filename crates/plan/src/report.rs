//! What was found, as a result that stands by itself.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_ask::{Analysis, Detail, SinglePointOptions, Stop, facts};
use trefonds_findings::{
    AlternativeFact, Certainty, Effort, FactValue, Field, LeftWhy, Named, NamedSubject, OneHand,
    OptionLine, Plan, PlanOutcome, PlanPoint, PlanService, PlanStep, Proof, Provenance,
    SinglePoint, SinglePoints, StandingPoint, SubjectKind, TWO_HANDS, UnknownFact,
};
use trefonds_model::{Changes, ComponentIx, DataForm, Inventory, Place, Text};

use crate::WEIGHTS;
use crate::master::Goal;
use crate::road_map::{Step, steps};
use crate::search::{Found, Reached, Search};
use crate::touch::OptionIx;
use crate::trial::{Left, PointKey, key, weight};

/// The single points before and after, in full where they are told.
struct Sides {
    before: SinglePoints,
    after: SinglePoints,
    /// Points that were certain before.
    certain_before: BTreeSet<PointKey>,
    stops_after: Vec<Stop>,
    /// Whether members of groups take over after a time, on either side.
    in_time: bool,
    /// Names of events, of both sides.
    events: BTreeMap<PointKey, Named>,
}

pub(crate) fn report(search: &mut Search<'_>, found: &Found) -> Plan {
    let options = search.trial.options;
    let steps = steps(search, &found.taken);
    let sides = sides(search, &found.taken);
    let (before, left) = (search.trial.left(&[]), search.trial.left(&found.taken));
    let (weight_before, weight_left) = (weight(&before), weight(&left));
    let cost = search.rules.cost(&found.taken);
    let teller = Teller::new(search, &sides);
    let lines = teller.lines(search);
    let left_points = left_points(search, found, &sides);
    let model = search.trial.model;
    let lead = |option: &OptionIx| model.alternatives[*option as usize].lead_time;
    let leads: Vec<u32> = found.taken.iter().filter_map(lead).map(|minutes| minutes.0).collect();
    let currency = model.currency.map(|currency| model.text(currency).to_owned());
    let mut so_far = 0;
    let steps: Vec<PlanStep> = steps
        .iter()
        .map(|step| {
            so_far += search.rules.costs[step.option as usize];
            teller.step(search, step, &lines, &found.taken, so_far)
        })
        .collect();
    let not_taken = lines.iter().enumerate();
    let not_taken = not_taken
        .filter(|(at, _)| found.taken.binary_search(&(*at as OptionIx)).is_err())
        .map(|(_, line)| line.clone());
    Plan {
        head: sides.before.head.clone(),
        level: options.level,
        by_minutes: options.by.map(|by| by.0),
        lasting_minutes: options.lasting.map(|lasting| lasting.0),
        in_time: sides.in_time,
        counted: options.counted,
        criticality: options.criticality,
        budget: options.budget,
        currency,
        coverage_before: sides.before.coverage,
        coverage: sides.after.coverage,
        outcome: outcome(found, weight_before, weight_left, options.budget.is_some()),
        proof: if found.proven || weight_before == 0 { Proof::Optimal } else { Proof::Gap },
        cost,
        cost_at_least: found.cost_at_least.min(cost),
        weights: WEIGHTS,
        weight_before,
        weight_left,
        weight_at_least: found.weight_at_least.min(weight_left),
        longest_lead_time_minutes: leads.iter().copied().max(),
        lead_times_in_turn_minutes: leads
            .iter()
            .fold(0, |sum, minutes| sum.saturating_add(*minutes)),
        lead_times_not_said: (found.taken.len() - leads.len()) as u32,
        counted_before: told_of(&before),
        steps,
        services: services(search, &sides),
        left: left_points,
        weakened: weakened(search, &sides),
        elsewhere: elsewhere(search, &sides),
        not_taken: not_taken.collect(),
        effort: Effort {
            rounds: search.rounds,
            analyses: search.trial.analyses,
            nodes: search.nodes,
            conditions: search.conditions(),
        },
    }
}

/// How many of them are findings of their own.
fn told_of(left: &[Left]) -> u32 {
    left.iter().filter(|left| !left.is_sum).count() as u32
}

fn outcome(found: &Found, before: u64, left: u64, budget: bool) -> PlanOutcome {
    match (before, left) {
        (0, 0) => PlanOutcome::NothingToDo,
        (_, 0) => PlanOutcome::Complete,
        _ if budget => PlanOutcome::WithinBudget,
        _ if found.infeasible => PlanOutcome::Infeasible,
        _ => PlanOutcome::NotKnown,
    }
}

fn sides(search: &Search<'_>, taken: &[OptionIx]) -> Sides {
    let trial = &search.trial;
    let wanted = trial.wanted();
    let summary = SinglePointOptions { detail: Detail::Summary, ..wanted };
    let analysis = Analysis::new(trial.model, &trial.options.analysis);
    let stops = analysis.stops(&wanted);
    let in_time = analysis.circuit().any_cold();
    let before = analysis.single_points(&summary);
    let mut events: BTreeMap<PointKey, Named> = BTreeMap::new();
    events.extend(stops.iter().map(|stop| (key(stop), stop.event.clone())));
    let certain: BTreeSet<ComponentIx> =
        stops.iter().filter(|stop| stop.certain).map(|stop| stop.service).collect();
    let was_certain =
        |stop: &&Stop| stop.certain || stop.one_hand && certain.contains(&stop.service);
    let certain_before = stops.iter().filter(was_certain).map(key).collect();
    let changed = trial.applied(taken);
    let analysis = Analysis::new(&changed, &trial.options.analysis);
    let stops_after = analysis.stops(&wanted);
    let in_time = in_time || analysis.circuit().any_cold();
    let after = analysis.single_points(&wanted);
    Sides { before, after, certain_before, stops_after, in_time, events }
}

/// Findings after, by service and event.
fn findings(sides: &Sides) -> BTreeMap<(String, String), SinglePoint> {
    let mut found: BTreeMap<(String, String), SinglePoint> = BTreeMap::new();
    // What is possible in one hand only is told where nothing more is.
    for one in sides.after.one_hand.iter().rev() {
        let key = (one.service.id.clone(), TWO_HANDS.to_owned());
        found.insert(key, one.as_point());
    }
    let all = sides.after.findings.iter();
    found.extend(all.map(|it| ((it.service.clone(), it.event.clone()), it.clone())));
    found
}

fn told(search: &Search<'_>, sides: &Sides, wanted: impl Fn(&Stop) -> bool) -> Vec<SinglePoint> {
    let findings = findings(sides);
    let model = search.trial.model;
    let mut told: Vec<SinglePoint> = (sides.stops_after.iter())
        .filter(|stop| wanted(stop))
        .filter_map(|stop| {
            let service = model.text(model.component(stop.service).id).to_owned();
            findings.get(&(service, stop.event.id.clone())).cloned()
        })
        .collect();
    told.sort_by_key(|finding| (finding.certainty, finding.criticality));
    told
}

/// Certain before, possible only after, and not counted for that.
fn weakened(search: &Search<'_>, sides: &Sides) -> Vec<SinglePoint> {
    let counted = search.trial.options.counted;
    told(search, sides, |stop| {
        counted == Certainty::Certain
            && !stop.certain
            && !search.trial.counts(stop)
            && search.trial.is_chosen(stop.service)
            && (!stop.one_hand || stop.is_together())
            && sides.certain_before.contains(&key(stop))
    })
}

/// What comes over services for which the plan is not made, or turns certain there.
fn elsewhere(search: &Search<'_>, sides: &Sides) -> Vec<SinglePoint> {
    told(search, sides, |stop| {
        let point = key(stop);
        let turned = stop.certain && !sides.certain_before.contains(&point);
        !search.trial.is_chosen(stop.service) && (turned || !search.trial.was_there(&point))
    })
}

fn services(search: &Search<'_>, sides: &Sides) -> Vec<PlanService> {
    let before = &sides.before.services;
    let model = search.trial.model;
    let chosen: BTreeSet<&str> = (0..model.components.len() as u32)
        .map(ComponentIx)
        .filter(|component| search.trial.is_chosen(*component))
        .map(|component| model.text(model.component(component).id))
        .collect();
    let lines = sides.after.services.iter().map(|after| {
        let earlier = before.iter().find(|line| line.service.id == after.service.id);
        PlanService {
            service: after.service.clone(),
            criticality: after.criticality,
            chosen: chosen.contains(after.service.id.as_str()),
            certain_before: earlier.map_or(0, |line| line.certain),
            certain_after: after.certain,
            possible_before: earlier.map_or(0, |line| line.possible + line.unknown),
            possible_after: after.possible + after.unknown,
            one_hand_before: earlier.map_or(0, |line| line.one_hand),
            one_hand_after: after.one_hand,
            coverage: after.coverage,
        }
    });
    lines.collect()
}

/// Single points that are left, each with the reason.
fn left_points(search: &mut Search<'_>, found: &Found, sides: &Sides) -> Vec<StandingPoint> {
    let left = search.trial.left(&found.taken);
    let mut reasons: BTreeMap<PointKey, LeftWhy> = BTreeMap::new();
    for left in left.iter() {
        let why = why_left(search, &left.point);
        reasons.insert(left.point.clone(), why);
    }
    let model = search.trial.model;
    let findings = findings(sides);
    let mut told: Vec<StandingPoint> = Vec::with_capacity(left.len());
    for stop in &sides.stops_after {
        let point = key(stop);
        let Some(why) = reasons.get(&point) else { continue };
        let service = model.text(model.component(stop.service).id).to_owned();
        let own = findings.get(&(service.clone(), stop.event.id.clone()));
        // A sum that nothing else stands for is told by what it sums up.
        let alone = reasons.keys().filter(|it| it.0 == stop.service).count() == 1;
        let summed = || sides.after.findings.iter().find(|it| it.service == service);
        let own = own.or_else(|| summed().filter(|_| stop.one_hand && alone));
        let Some(finding) = own else { continue };
        let brought = !search.trial.was_there(&point);
        told.push(StandingPoint { finding: finding.clone(), why: *why, brought });
    }
    told.sort_by_key(|point| (point.finding.certainty, point.finding.criticality));
    told
}

/// Whether any set of options removes a single point, whatever else that does.
fn why_left(search: &mut Search<'_>, point: &PointKey) -> LeftWhy {
    if search.is_untouched(point) {
        return LeftWhy::Untouched;
    }
    match search.reach(Goal::Cheapest { most_left: 0 }, Some(point)) {
        Reached::Nothing => LeftWhy::NoSet,
        Reached::Unknown { .. } => LeftWhy::NotKnown,
        Reached::Set { .. } if search.trial.options.budget.is_some() => LeftWhy::Budget,
        Reached::Set { .. } => LeftWhy::AtThePriceOfOthers,
    }
}

/// Words for points and options.
struct Teller<'s> {
    sides: &'s Sides,
    /// What each option says, by its id.
    said: BTreeMap<String, AlternativeFact>,
}

impl<'s> Teller<'s> {
    fn new(search: &Search<'_>, sides: &'s Sides) -> Self {
        let all = facts(search.trial.model).facts.into_iter();
        let own = all.filter(|fact| {
            fact.key.subject == SubjectKind::Component && fact.key.field == Field::Alternative
        });
        let said = own.filter_map(|fact| match fact.value {
            FactValue::Alternative(said) => Some((fact.key.item, *said)),
            _ => None,
        });
        Self { sides, said: said.collect() }
    }

    /// Every option, in file order.
    fn lines(&self, search: &Search<'_>) -> Vec<OptionLine> {
        let model = search.trial.model;
        let named = |id: Text, name: Option<Text>| Named {
            id: model.text(id).to_owned(),
            name: model.text(name.unwrap_or(id)).to_owned(),
        };
        let lines = model.alternatives.iter().zip(&search.rules.available);
        let lines = lines.map(|(option, available)| {
            let component = model.component(option.component);
            let note = model.notes.get(option.note);
            let at = trefonds_findings::SourceAt::of(&model.sources, option.at);
            OptionLine {
                option: named(option.id, option.name),
                component: named(component.id, component.name),
                cost: option.cost,
                lead_time_minutes: option.lead_time.map(|minutes| minutes.0),
                changes: self.said.get(model.text(option.id)).cloned().unwrap_or_default(),
                names: names(search.trial.model, &option.changes),
                provenance: Provenance {
                    at,
                    source: note.source.map(|source| model.source_words(source).into_owned()),
                    unverified: note.verification == trefonds_model::Verification::Unverified,
                    verified_on: match note.verification {
                        trefonds_model::Verification::VerifiedOn(day) => Some(day.to_string()),
                        _ => None,
                    },
                },
                available: *available,
            }
        });
        lines.collect()
    }

    fn step(
        &self,
        search: &mut Search<'_>,
        step: &Step,
        lines: &[OptionLine],
        taken: &[OptionIx],
        cost_so_far: u64,
    ) -> PlanStep {
        let needed_by = search
            .rules
            .needs
            .iter()
            .filter(|(own, needed)| *needed == step.option && taken.binary_search(own).is_ok());
        let needed_by: Vec<Named> =
            needed_by.map(|(own, _)| lines[*own as usize].option.clone()).collect();
        PlanStep {
            option: lines[step.option as usize].clone(),
            cost_so_far,
            removes: self.points(search, &step.removes),
            brings: self.points(search, &step.brings),
            holds_off: self.points(search, &step.holds_off),
            needed_by,
            left: step.left,
        }
    }

    /// The unknown fact of an event, of those that either side has.
    fn unknown(&self, event: &str) -> Option<UnknownFact> {
        let mut all = self.sides.before.events.iter().chain(&self.sides.after.events);
        all.find(|summary| summary.event.id == event)?.unknown.clone()
    }

    /// The facts that would have to be one hand, of a point that neither side has otherwise.
    fn one_hand(&self, service: &str, event: &str) -> Vec<UnknownFact> {
        let mine = |it: &&OneHand| it.service.id == service && event == TWO_HANDS;
        let mut all = self.sides.before.one_hand.iter().chain(&self.sides.after.one_hand);
        all.find(mine).map(OneHand::facts).unwrap_or_default()
    }

    fn points(&self, search: &Search<'_>, points: &[PointKey]) -> Vec<PlanPoint> {
        let model = search.trial.model;
        let told = points.iter().map(|point| {
            let (service, event_kind, id) = point;
            let event = self.sides.events.get(point).cloned();
            let event = event.or_else(|| {
                let after = self.sides.stops_after.iter().find(|stop| key(stop) == *point);
                after.map(|stop| stop.event.clone())
            });
            PlanPoint {
                service: Named {
                    id: model.text(model.component(*service).id).to_owned(),
                    name: model.component_name(*service).to_owned(),
                },
                criticality: search.trial.criticality(*service),
                event_kind: *event_kind,
                unknown: self.unknown(id),
                one_hand: self.one_hand(model.text(model.component(*service).id), id),
                event: event.unwrap_or_else(|| search.trial.named(*event_kind, id)),
            }
        });
        let mut told: Vec<PlanPoint> = told.collect();
        told.sort_by(|a, b| {
            (a.criticality, &a.event, &a.service).cmp(&(b.criticality, &b.event, &b.service))
        });
        told
    }
}

/// The names of the components, entities and sites that an option names, each once.
fn names(model: &Inventory, changes: &Changes) -> Vec<NamedSubject> {
    let mut names: Vec<NamedSubject> = Vec::new();
    let mut add = |subject, id: Text, name: Option<Text>| {
        if let Some(name) = name {
            let (id, name) = (model.text(id).to_owned(), model.text(name).to_owned());
            names.push(NamedSubject { subject, id, name });
        }
    };
    let needed = changes.requirements.iter().flat_map(|stated| &stated.items);
    let needed = needed.flat_map(|requirement| requirement.components());
    let repair = changes.recovers_with.iter().flatten().map(|it| it.component);
    for component in needed.chain(repair).chain(changes.stand_in.map(|it| it.component)) {
        let component = model.component(component);
        add(SubjectKind::Component, component.id, component.name);
    }
    let operators = changes.operators.iter().flat_map(|stated| &stated.items);
    let suppliers = changes.suppliers.iter().flat_map(|stated| &stated.items);
    let keys = changes.data.iter().flat_map(|stated| &stated.items);
    let keys = keys.flat_map(|data| match &data.form {
        DataForm::Encrypted { keys } => keys.items.as_ref(),
        _ => &[],
    });
    let entities = operators.map(|it| it.entity).chain(suppliers.map(|it| it.entity));
    let entities = entities.chain(changes.terms.iter().map(|it| it.entity)).chain(keys.copied());
    let changed_by = changes.changed_by.iter().flat_map(|stated| &stated.items);
    let entities = entities.chain(changed_by.map(|it| it.entity));
    for entity in entities {
        let entity = model.entity(entity);
        add(SubjectKind::Entity, entity.id, entity.name);
    }
    for location in changes.locations.iter().flat_map(|stated| &stated.items) {
        if let Place::Site(site) = location.place {
            let site = model.site(site);
            add(SubjectKind::Site, site.id, site.name);
        }
    }
    names.sort();
    names.dedup();
    names
}
