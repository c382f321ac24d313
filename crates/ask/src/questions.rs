//! The unknown facts, ranked by what hangs on them: the questions to ask next.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use trefonds_findings::{Desk, FactKind, Level, Question, QuestionKind, Questions, Reading};
use trefonds_model::{ComponentIx, EntityIx, SiteIx};

use crate::Analysis;
use crate::coincidence::Couple;
use crate::single_points::{Hit, SinglePointOptions};
use trefonds_settle::events::Event;
use trefonds_settle::search::Search;
use trefonds_settle::unknowns::{Subject, UnknownIx};

/// What hangs on one unknown fact.
#[derive(Default)]
struct Weight {
    single_points: BTreeSet<(Event, ComponentIx)>,
    /// Of these, the ones after which the service is up again.
    interruptions: BTreeSet<(Event, ComponentIx)>,
    one_hand: BTreeSet<(Couple, ComponentIx)>,
    exposures: u32,
    services: BTreeSet<ComponentIx>,
}

type Weights = BTreeMap<UnknownIx, Weight>;

impl Analysis<'_> {
    /// The unknown facts, those on which most findings hang first; blind spots on which nothing
    /// hangs come last.
    #[must_use]
    pub fn questions(&self) -> Questions {
        let services = self.services();
        let coverage = self.coverage(&services);
        let mut weights = Weights::new();
        let widest = match self.question() {
            QuestionKind::Withdrawal => Level::Jurisdiction,
            QuestionKind::Fault => Level::Site,
        };
        for level in [Level::Controller, widest] {
            self.weigh_single_points(level, &services, &mut weights);
            self.weigh_coincidences(level, &services, &mut weights);
        }
        if self.question() == QuestionKind::Withdrawal {
            self.weigh_exposures(&services, &mut weights);
        }
        let met = self.met(&services);
        for (at, unknown) in self.unknowns().iter().filter(|(_, unknown)| unknown.called_for) {
            if met.has(unknown.subject) {
                weights.entry(at).or_default();
            }
        }
        let mut ranked: Vec<(UnknownIx, Weight)> = weights.into_iter().collect();
        ranked.sort_by_cached_key(|(at, weight)| self.place_of(*at, weight));
        Questions {
            head: self.head(),
            coverage: coverage.all,
            questions: ranked
                .into_iter()
                .map(|(at, weight)| self.question_of(at, weight))
                .collect(),
        }
    }

    fn weigh_single_points(&self, level: Level, services: &[ComponentIx], weights: &mut Weights) {
        let hits = self.hits(&SinglePointOptions::at(level), services);
        let open: Vec<&Hit> = hits.iter().filter(|hit| !hit.certain).collect();
        let hanging: Vec<Vec<UnknownIx>> = open
            .par_iter()
            .map_init(|| Search::new(self), |search, hit| self.hit_hangs_on(hit, search))
            .collect();
        for (hit, unknowns) in open.into_iter().zip(hanging) {
            for unknown in unknowns {
                let weight = weights.entry(unknown).or_default();
                weight.single_points.insert((hit.event, hit.service));
                if hit.interrupts {
                    weight.interruptions.insert((hit.event, hit.service));
                }
                weight.services.insert(hit.service);
            }
        }
    }

    /// What is possible in one hand hangs on each of the unknown facts that would have to be it.
    fn weigh_coincidences(&self, level: Level, services: &[ComponentIx], weights: &mut Weights) {
        for one in self.coincidences(&SinglePointOptions::at(level), services).found {
            for hand in [Some(one.couple.hand), one.couple.other].into_iter().flatten() {
                let weight = weights.entry(hand).or_default();
                weight.one_hand.insert((one.couple, one.service));
                weight.services.insert(one.service);
            }
        }
    }

    fn weigh_exposures(&self, services: &[ComponentIx], weights: &mut Weights) {
        let ids: FxHashMap<String, UnknownIx> =
            self.unknowns().iter().map(|(at, _)| (self.unknown_fact(at).id, at)).collect();
        let by_id: FxHashMap<&str, ComponentIx> = (services.iter())
            .map(|service| (self.model().text(self.model().component(*service).id), *service))
            .collect();
        for finding in self.exposure(false).findings {
            for fact in &finding.hangs_on {
                let Some(unknown) = ids.get(&fact.id) else { continue };
                let weight = weights.entry(*unknown).or_default();
                weight.exposures += 1;
                weight.services.extend(by_id.get(finding.service.id.as_str()));
            }
        }
    }

    /// The most findings first; then the most critical services; then what counts in the coverage.
    fn place_of(&self, at: UnknownIx, weight: &Weight) -> impl Ord + use<> {
        let findings =
            weight.single_points.len() as u32 + weight.one_hand.len() as u32 + weight.exposures;
        let criticality = weight.services.iter().map(|service| self.criticality(*service)).min();
        (
            std::cmp::Reverse(findings),
            criticality.is_none(),
            criticality,
            !self.unknowns().get(at).called_for,
            at,
        )
    }

    fn question_of(&self, at: UnknownIx, weight: Weight) -> Question {
        let unknown = self.unknowns().get(at);
        let mut services: Vec<ComponentIx> = weight.services.iter().copied().collect();
        services.sort_by_key(|service| (self.criticality(*service), *service));
        Question {
            fact: self.unknown_fact(at),
            ask: self.whom_to_ask(at, &services),
            desk: unknown.fact.desk(),
            single_points: weight.single_points.len() as u32,
            interruptions: weight.interruptions.len() as u32,
            one_hand: weight.one_hand.len() as u32,
            exposures: weight.exposures,
            services: services.iter().map(|service| self.component_named(*service)).collect(),
            called_for: unknown.called_for,
        }
    }

    fn whom_to_ask(&self, at: UnknownIx, services: &[ComponentIx]) -> Vec<String> {
        let unknown = self.unknowns().get(at);
        self.whom_to_ask_of(unknown.fact, unknown.subject, services)
    }

    /// As the inventory says for this kind of fact; else the owners, where they can be expected to know.
    pub(crate) fn whom_to_ask_of(
        &self,
        fact: FactKind,
        subject: Subject,
        services: &[ComponentIx],
    ) -> Vec<String> {
        let said = self.model().asks.iter().find(|(kind, _)| *kind == fact);
        if let Some((_, who)) = said {
            return vec![self.text(*who)];
        }
        if fact.desk() != Desk::Owner {
            return Vec::new();
        }
        let ask = self.owners(self.concerned(subject));
        if !ask.is_empty() {
            return ask;
        }
        let above = self.services_above(self.concerned(subject));
        self.owners(services.iter().copied().chain(above))
    }

    /// The services that rest on some components, in file order.
    fn services_above(&self, components: Vec<ComponentIx>) -> Vec<ComponentIx> {
        let mut seen: BTreeSet<ComponentIx> = components.iter().copied().collect();
        let mut stack = components;
        while let Some(component) = stack.pop() {
            for leaf in self.circuit().watchers(component) {
                let owner = self.circuit().owner(*leaf);
                if seen.insert(owner) {
                    stack.push(owner);
                }
            }
        }
        seen.into_iter().filter(|component| self.is_service(*component)).collect()
    }

    /// The owners of some components, each once, in their order.
    fn owners(&self, components: impl IntoIterator<Item = ComponentIx>) -> Vec<String> {
        let mut owners: Vec<String> = Vec::new();
        for component in components {
            let owner = self.model().component(component).owner.map(|owner| self.text(owner));
            owners.extend(owner.filter(|owner| !owners.contains(owner)));
        }
        owners
    }

    /// The components that an unknown fact is about, in file order.
    fn concerned(&self, subject: Subject) -> Vec<ComponentIx> {
        match subject {
            Subject::Component(component) => vec![component],
            Subject::Entity(entity) => self.served_by(entity),
            Subject::Site(site) => self.standing_in(site),
            Subject::Country(_) | Subject::Law(_) => Vec::new(),
        }
    }

    fn served_by(&self, entity: EntityIx) -> Vec<ComponentIx> {
        let below = self.control(Reading::Careful).below[entity.at()].iter().chain([&entity]);
        let entries = below.filter_map(|party| self.inverted().by_party.get(party)).flatten();
        let owners = entries.map(|entry| self.channels().get(*entry).owner);
        owners.collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn standing_in(&self, site: SiteIx) -> Vec<ComponentIx> {
        let entries = self.channels().iter().map(|(_, entry)| entry);
        let there = entries.filter(|entry| entry.through.is_some_and(|way| way.site == site));
        there.map(|entry| entry.owner).collect::<BTreeSet<_>>().into_iter().collect()
    }
}
