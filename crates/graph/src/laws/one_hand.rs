//! What is possible in one hand: every pair tried, from the definitions alone.
//!
//! The oracle knows inventories only: who an unknown fact bears on, whom it could be, what a pair
//! switches off together, how votes add up, and when that stops a service, are written here anew.

use std::collections::BTreeSet;

use proptest::prelude::*;
use trefonds_findings::{EventKind, Level};
use trefonds_model::{
    Component, Country, EntityIx, Holder, Inventory, Layer, OnWithdrawal, Place, Rest,
};

use super::naive::survival_from;
use super::random::sketch;
use crate::single_points::{Detail, SinglePointOptions};
use crate::{Analysis, Options};

/// An unknown fact, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Needs(usize),
    Operator(usize),
    Suppliers(usize),
    Site(usize),
    Country(usize),
    Parents(usize),
    SiteCountry(usize),
    SiteOperator(usize),
}

/// Somebody or some place that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Entity(usize),
    Controller(usize),
    Country(Country),
}

struct Oracle<'a> {
    model: &'a Inventory,
    level: Level,
}

impl Oracle<'_> {
    fn entities(&self) -> std::ops::Range<usize> {
        0..self.model.entities.len()
    }

    /// The votes of an entity that nobody who is named need hold.
    fn unnamed(&self, entity: usize) -> u64 {
        let owned = &self.model.entities[entity].owned_by.items;
        let named: u64 = owned.iter().map(|it| u64::from(it.votes.at_least)).sum();
        1_000_000_u64.saturating_sub(named)
    }

    /// Whether somebody unnamed may be above an entity, whatever his votes.
    fn has_unnamed(&self, entity: usize) -> bool {
        let facts = &self.model.entities[entity];
        let other_said = facts.controlled_by.rest != Rest::NotSaid;
        match facts.owned_by.rest {
            Rest::NotSaid => !other_said,
            Rest::Undisclosed => self.unnamed(entity) > 0,
            Rest::Nothing => !facts.owned_by.items.is_empty() && self.unnamed(entity) > 0,
        }
    }

    /// How many votes whoever is unnamed has; all of them where nothing is said at all.
    fn votes(&self, entity: usize) -> u64 {
        let said = self.model.entities[entity].owned_by.rest != Rest::NotSaid;
        if said { self.unnamed(entity) } else { 1_000_000 }
    }

    /// Everything that somebody controls who holds what `own` holds, and these votes besides: every
    /// holding at its most.
    fn controlled(&self, own: Option<usize>, votes: &[(usize, u64)]) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        loop {
            let before = found.len();
            for held in self.entities() {
                let facts = &self.model.entities[held];
                let mine = |it: EntityIx| Some(it.at()) == own || found.contains(&it.at());
                let by_votes: u64 = (facts.owned_by.items.iter())
                    .filter(|it| matches!(it.holder, Holder::Entity(holder) if mine(holder)))
                    .map(|it| u64::from(it.votes.at_most))
                    .sum();
                let more: u64 = votes.iter().filter(|(of, _)| *of == held).map(|(_, n)| n).sum();
                let otherwise = facts.controlled_by.items.iter().any(|it| mine(it.entity));
                if by_votes + more > 500_000 || otherwise {
                    found.insert(held);
                }
            }
            if found.len() == before {
                return found;
            }
        }
    }

    fn is_in(&self, entity: usize, country: Country) -> bool {
        self.model.entities[entity]
            .country
            .items
            .iter()
            .any(|it| super::naive::belongs_to(it.country) == country)
    }

    /// The entities that a named one and some gaps withdraw together.
    fn parties(&self, named: Option<Named>, gaps: &[Gap]) -> BTreeSet<usize> {
        let mut votes: Vec<(usize, u64)> = Vec::new();
        let mut holders: Vec<usize> = Vec::new();
        let mut found = BTreeSet::new();
        for gap in gaps {
            match gap {
                Gap::Parents(entity) => votes.push((*entity, self.votes(*entity))),
                Gap::Country(entity) => holders.push(*entity),
                _ => {}
            }
        }
        match named {
            Some(Named::Entity(entity)) => {
                found.insert(entity);
                votes.clear();
            }
            Some(Named::Controller(top)) => holders.push(top),
            Some(Named::Country(country)) => {
                holders.extend(self.entities().filter(|it| self.is_in(*it, country)));
            }
            None => {}
        }
        for holder in &holders {
            found.insert(*holder);
            found.extend(self.controlled(Some(*holder), &votes));
        }
        found.extend(self.controlled(None, &votes));
        found
    }

    /// When each component fails by itself.
    fn own(&self, named: Option<Named>, gaps: &[Gap]) -> Vec<Option<u32>> {
        let parties = self.parties(named, gaps);
        let here = |country| named == Some(Named::Country(super::naive::belongs_to(country)));
        let hit = |entity: EntityIx| parties.contains(&entity.at());
        let of = |(at, component): (usize, &Component)| {
            let own = [Gap::Needs(at), Gap::Operator(at), Gap::Suppliers(at), Gap::Site(at)];
            let mut times: Vec<u32> = Vec::new();
            times.extend(own.iter().any(|gap| gaps.contains(gap)).then_some(0));
            times.extend(component.operators.items.iter().any(|it| hit(it.entity)).then_some(0));
            for supply in component.suppliers.items.iter().filter(|it| hit(it.entity)) {
                times.extend(match supply.on_withdrawal {
                    OnWithdrawal::Stops | OnWithdrawal::NotSaid => Some(0),
                    OnWithdrawal::StopsAfter(delay) => Some(delay.0),
                    OnWithdrawal::Survives => None,
                });
            }
            for location in &component.locations.items {
                let lost = match location.place {
                    Place::Country(country) => here(country),
                    Place::Site(site) => {
                        let facts = self.model.site(site);
                        gaps.contains(&Gap::SiteCountry(site.at()))
                            || gaps.contains(&Gap::SiteOperator(site.at()))
                            || facts.country.items.iter().any(|it| here(it.country))
                            || facts.operators.items.iter().any(|it| hit(it.entity))
                    }
                };
                times.extend(lost.then_some(0));
            }
            times.into_iter().min()
        };
        self.model.components.iter().enumerate().map(of).collect()
    }

    fn stopped(&self, named: Option<Named>, gaps: &[Gap]) -> BTreeSet<usize> {
        let times = survival_from(self.model, &self.own(named, gaps), false);
        let all = self.model.components.iter().enumerate();
        all.filter(|(at, it)| it.layer == Layer::Service && times[*at].is_some())
            .map(|(at, _)| at)
            .collect()
    }

    fn runs_a_site(&self, entities: &BTreeSet<usize>) -> bool {
        let mut operators = self.model.sites.iter().flat_map(|site| &site.operators.items);
        operators.any(|it| entities.contains(&it.entity.at()))
    }

    fn could_be(&self, gap: Gap, named: Named) -> bool {
        match (gap, named) {
            (Gap::Needs(_), _) | (_, Named::Country(_)) => true,
            (Gap::Operator(_) | Gap::Suppliers(_) | Gap::SiteOperator(_), _) => true,
            (Gap::Parents(_), named) => matches!(named, Named::Controller(_)),
            (Gap::Site(_), named) => self.runs_a_site(&self.parties(Some(named), &[])),
            (Gap::Country(_) | Gap::SiteCountry(_), _) => false,
        }
    }

    fn could_be_one(&self, a: Gap, b: Gap) -> bool {
        let country = |gap| matches!(gap, Gap::Country(_) | Gap::SiteCountry(_));
        let parent = |gap| matches!(gap, Gap::Parents(_));
        let place = |gap| matches!(gap, Gap::Site(_));
        let needs = |gap| matches!(gap, Gap::Needs(_));
        if needs(a) || needs(b) || self.level == Level::Jurisdiction {
            return true;
        }
        if country(a) || country(b) || (self.level == Level::Entity && (parent(a) || parent(b))) {
            return false;
        }
        match (place(a), place(b)) {
            (true, false) => matches!(b, Gap::SiteOperator(_)),
            (false, true) => matches!(a, Gap::SiteOperator(_)),
            _ => true,
        }
    }
}

fn gap_of(analysis: &Analysis<'_>, id: &str) -> Gap {
    let (kind, subject) = id.split_once(':').unwrap();
    let component = || analysis.find_component(subject).unwrap().at();
    let entity = || analysis.find_entity(subject).unwrap().at();
    let site = || analysis.find_site(subject).unwrap().at();
    match kind {
        "requirements" => Gap::Needs(component()),
        "operator" => Gap::Operator(component()),
        "suppliers" => Gap::Suppliers(component()),
        "site" => Gap::Site(component()),
        "country" => Gap::Country(entity()),
        "parents" => Gap::Parents(entity()),
        "site-country" => Gap::SiteCountry(site()),
        "site-operator" => Gap::SiteOperator(site()),
        other => panic!("{other} is no hand"),
    }
}

/// A service, who is named, and one or two gaps.
type Line = (usize, Option<Named>, BTreeSet<Gap>);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn pairs_that_may_be_one_hand_are_those_of_every_pair(sketch in sketch(), level in 0_usize..3) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        let level = [Level::Entity, Level::Controller, Level::Jurisdiction][level];
        let oracle = Oracle { model: &model, level };
        let mut gaps: BTreeSet<Gap> = BTreeSet::new();
        for at in oracle.entities() {
            let unsaid = model.entities[at].country.rest != Rest::Nothing;
            gaps.extend((unsaid && level == Level::Jurisdiction).then_some(Gap::Country(at)));
            let hidden = oracle.has_unnamed(at) && level != Level::Entity;
            gaps.extend(hidden.then_some(Gap::Parents(at)));
        }
        // Which facts of components and sites are gaps is told by coverage; here, by what is asked.
        for (at, _) in analysis.unknowns.iter() {
            let id = analysis.unknown_fact(at).id;
            let own = ["requirements:", "operator:", "suppliers:", "site:", "site-country:", "site-operator:"];
            if own.iter().any(|kind| id.starts_with(kind)) {
                gaps.insert(gap_of(&analysis, &id));
            }
        }
        let options = SinglePointOptions { level, by: None, home_too: false, detail: Detail::Full };
        let named = (analysis.counting(&options)).filter_map(|event| match event {
            crate::events::Event::Entity(entity) => Some(Named::Entity(entity.at())),
            crate::events::Event::Controller(entity) => Some(Named::Controller(entity.at())),
            crate::events::Event::Country(country) => Some(Named::Country(country)),
            _ => None,
        });
        // And everybody who is foreign and might be somebody's controller with votes that are not told.
        let tops = oracle.entities().flat_map(|it| analysis.careful.ultimate[it].clone());
        let tops = tops.filter(|it| {
            level == Level::Controller
                && analysis.foreign(crate::events::Event::Controller(*it)).careful
                && !analysis.is_organisation(*it)
        });
        let states = oracle.entities().flat_map(|it| {
            let all = model.entities[it].country.items.iter().map(|fact| fact.country.state());
            all.collect::<Vec<Country>>()
        });
        let states = states.filter(|it| {
            level == Level::Jurisdiction
                && analysis.foreign(crate::events::Event::Country(*it)).careful
        });
        let tops = tops.map(|it| Named::Controller(it.at()));
        let named: BTreeSet<Named> = named.chain(tops).chain(states.map(Named::Country)).collect();
        let named: Vec<Named> = named.into_iter().collect();
        let alone_named: Vec<BTreeSet<usize>> =
            named.iter().map(|it| oracle.stopped(Some(*it), &[])).collect();
        let gaps: Vec<Gap> = gaps.into_iter().collect();
        let alone: Vec<BTreeSet<usize>> =
            gaps.iter().map(|gap| oracle.stopped(None, &[*gap])).collect();
        let mut expected: BTreeSet<Line> = BTreeSet::new();
        for (a, gap) in gaps.iter().enumerate() {
            for (it, by_itself) in named.iter().zip(&alone_named) {
                if oracle.could_be(*gap, *it) {
                    let both = oracle.stopped(Some(*it), &[*gap]);
                    let new = both.difference(by_itself).filter(|at| !alone[a].contains(at));
                    expected.extend(new.map(|at| (*at, Some(*it), BTreeSet::from([*gap]))));
                }
            }
            for (b, other) in gaps.iter().enumerate().skip(a + 1) {
                if oracle.could_be_one(*gap, *other) {
                    let both = oracle.stopped(None, &[*gap, *other]);
                    let new = both.difference(&alone[a]).filter(|at| !alone[b].contains(at));
                    expected.extend(new.map(|at| (*at, None, BTreeSet::from([*gap, *other]))));
                }
            }
        }
        let services = analysis.services();
        let found = analysis.coincidences(&options, &services);
        prop_assert!(found.complete);
        let found: BTreeSet<Line> = (found.found.iter())
            .map(|one| {
                let event = one.couple.event.map(|event| match event {
                    crate::events::Event::Entity(entity) => Named::Entity(entity.at()),
                    crate::events::Event::Controller(entity) => Named::Controller(entity.at()),
                    crate::events::Event::Country(country) => Named::Country(country),
                    other => panic!("{other:?} is not named"),
                });
                let hands = [Some(one.couple.hand), one.couple.other].into_iter().flatten();
                let gaps = hands.map(|hand| gap_of(&analysis, &analysis.unknown_fact(hand).id));
                (one.service.at(), event, gaps.collect())
            })
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_clean_words_stand_only_where_nothing_is_left(sketch in sketch(), level in 1_usize..4) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        let level = Level::ALL[level];
        let points = analysis.single_points(&SinglePointOptions::at(level));
        for verdict in &points.services {
            let of = |id: &str| id == verdict.service.id;
            let lines = points.one_hand.iter().filter(|it| of(&it.service.id)).count();
            prop_assert_eq!(lines as u32, verdict.one_hand);
            let findings = points.findings.iter().filter(|it| of(&it.service)).count();
            let clean = verdict.certain + verdict.possible + verdict.unknown + verdict.ended == 0;
            prop_assert_eq!(clean, findings == 0);
        }
        for line in &points.one_hand {
            prop_assert!(!line.witness.steps.is_empty());
            prop_assert_eq!(line.event.is_none(), line.other.is_some());
            prop_assert!(line.event_kind != Some(EventKind::Unknown));
            prop_assert!(line.witness.fails_at == line.hours);
        }
    }
}
