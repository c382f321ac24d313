//! All that a component rests on, layer by layer; or all that rests on a thing.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::{
    Certainty, Coverage, Provenance, Reading, Resolution, ResolvedItem, ResolvedKind, VERSION,
};
use trefonds_model::{ComponentIx, Country, EntityIx, Place, SiteIx};

use crate::Analysis;
use crate::build::codes_of;
use crate::channels::{Known, Target};
use crate::circuit::NodeIx;
use crate::events::Event;
use crate::stop_formula::event_of;
use crate::unknowns::{Subject, Unknown};
use crate::what_if::Withdrawal;
use crate::witness::Edge;

/// How a thing was first come by: steps and the ids before it.
#[derive(Clone)]
struct Way {
    steps: u32,
    path: Vec<String>,
    certain: bool,
    soft_only: bool,
}

/// What makes a way worse: only possible, only soft, long.
type Rank = (bool, bool, u32);

impl Way {
    const fn rank(&self) -> Rank {
        (!self.certain, self.soft_only, self.steps)
    }

    const fn certainty(&self) -> Certainty {
        if self.certain { Certainty::Certain } else { Certainty::Possible }
    }
}

impl Analysis<'_> {
    /// All that `component` rests on, or with `None` all services: components by layer, then sites,
    /// legal entities, who is above them, countries. O(V + E) time.
    #[must_use]
    pub fn resolve(&self, component: Option<ComponentIx>) -> Resolution {
        let tops = component.map_or_else(|| self.services(), |component| vec![component]);
        let cone = self.cone_of(&tops);
        let mut items = self.component_items(&cone, component);
        items.extend(self.far_ends(&cone));
        let inside: FxHashSet<ComponentIx> = cone.iter().map(|(at, _)| *at).collect();
        let listed: FxHashSet<String> = (items.iter())
            .filter(|item| matches!(item.kind, ResolvedKind::Entity | ResolvedKind::Controller))
            .map(|item| item.thing.id.clone())
            .collect();
        let blind = |unknown: &Unknown| match unknown.subject {
            Subject::Component(component) => inside.contains(&component),
            Subject::Entity(entity) => {
                listed.contains(self.model.text(self.model.entity(entity).id))
            }
            Subject::Site(_) | Subject::Country(_) | Subject::Law(_) => false,
        };
        Resolution {
            version: VERSION,
            as_of: self.day_text(),
            home: self.home_codes(),
            subject: component.map(|component| self.component_named(component)),
            reverse: false,
            coverage: match component {
                Some(component) => self.coverage(&[component]).all,
                None => self.coverage(&tops).all,
            },
            items,
            blind_spots: self.blind_spots(|_, unknown| blind(unknown)),
        }
    }

    /// Components below the tops, nearest first, with the way to each.
    fn cone_of(&self, tops: &[ComponentIx]) -> Vec<(ComponentIx, Way)> {
        let mut came_by: FxHashMap<ComponentIx, Option<NodeIx>> =
            tops.iter().map(|top| (*top, None)).collect();
        let mut steps: FxHashMap<ComponentIx, u32> = tops.iter().map(|top| (*top, 0)).collect();
        let mut order: Vec<ComponentIx> = tops.to_vec();
        let mut next = 0;
        while let Some(component) = order.get(next).copied() {
            next += 1;
            for (leaf, needed) in self.circuit.needs(component) {
                came_by.entry(needed).or_insert_with(|| {
                    let here = steps.get(&component).copied().unwrap_or(0);
                    steps.insert(needed, here + 1);
                    order.push(needed);
                    Some(leaf)
                });
            }
        }
        let hard = self.hard_cone(tops);
        let ways = order.into_iter().map(|component| {
            let way = Way {
                steps: steps.get(&component).copied().unwrap_or(0),
                path: self.ids_to(component, &came_by),
                certain: true,
                soft_only: !hard.contains(&component),
            };
            (component, way)
        });
        ways.collect()
    }

    /// What is reached without any soft requirement.
    fn hard_cone(&self, tops: &[ComponentIx]) -> FxHashSet<ComponentIx> {
        let mut found: FxHashSet<ComponentIx> = tops.iter().copied().collect();
        let mut stack = tops.to_vec();
        while let Some(component) = stack.pop() {
            for (leaf, needed) in self.circuit.needs(component) {
                if !self.circuit.is_soft(leaf) && found.insert(needed) {
                    stack.push(needed);
                }
            }
        }
        found
    }

    fn ids_to(
        &self,
        component: ComponentIx,
        came_by: &FxHashMap<ComponentIx, Option<NodeIx>>,
    ) -> Vec<String> {
        let mut path = Vec::new();
        let mut at = component;
        while let Some(Some(leaf)) = came_by.get(&at) {
            at = self.circuit.owner(*leaf);
            path.push(self.text(self.model.component(at).id));
        }
        path.reverse();
        path
    }

    fn component_items(
        &self,
        cone: &[(ComponentIx, Way)],
        subject: Option<ComponentIx>,
    ) -> Vec<ResolvedItem> {
        let below = cone.iter().filter(|(component, _)| Some(*component) != subject);
        let mut items: Vec<ResolvedItem> = below
            .map(|(component, way)| {
                let facts = self.model.component(*component);
                let country = self.places(*component).into_iter().next();
                ResolvedItem {
                    kind: ResolvedKind::Component(facts.layer),
                    thing: self.component_named(*component),
                    country: country.map(|country| country.code().to_owned()),
                    foreign: country.map(|country| self.is_foreign_country(country)),
                    certainty: way.certainty(),
                    steps: way.steps,
                    path: way.path.clone(),
                    soft_only: way.soft_only,
                    provenance: Some(self.provenance(facts.at, facts.note)),
                }
            })
            .collect();
        items.sort_by_key(|item| (item.kind, item.steps));
        items
    }

    /// The countries where a component stands.
    pub(crate) fn places(&self, component: ComponentIx) -> Vec<Country> {
        let places = self.channels.of(component).iter().filter_map(|entry| match entry.target {
            Target::Country(country) => Some(country),
            _ => None,
        });
        places.collect()
    }

    /// Sites, entities, who is above them, and countries, each by its nearest way.
    fn far_ends(&self, cone: &[(ComponentIx, Way)]) -> Vec<ResolvedItem> {
        let mut ends = Ends::new(self);
        for (component, way) in cone {
            ends.add(*component, way);
        }
        ends.items()
    }

    /// All that rests on a thing: through requirements, and for an entity, a site or a country
    /// through the channels that it reaches, control included. O(V + E) time.
    #[must_use]
    pub fn reverse(&self, thing: Withdrawal) -> Resolution {
        let (subject, seeds) = self.reached_by(thing);
        let own = match thing {
            Withdrawal::Component(component) => Some(component),
            _ => None,
        };
        let cone = self.best_ways_up(seeds);
        let members: Vec<ComponentIx> = cone.iter().map(|(at, _)| *at).collect();
        let items = self.component_items(&cone, own);
        let (declared, called_for) = members.iter().fold((0, 0), |(declared, called_for), at| {
            let tally = self.tallies[at.at()];
            (declared + u64::from(tally.declared), called_for + u64::from(tally.called_for))
        });
        Resolution {
            version: VERSION,
            as_of: self.day_text(),
            home: self.home_codes(),
            subject: Some(subject),
            reverse: true,
            coverage: Coverage::new(declared, called_for),
            items,
            blind_spots: Vec::new(),
        }
    }

    /// The entities from an event down to a party of a channel, the party included.
    fn ids_down_to(&self, event: Event, party: EntityIx, certain: bool) -> Vec<String> {
        let reading = if certain { Reading::Settled } else { Reading::Careful };
        let edges = self.upward(event, &[party], reading, &FxHashSet::default());
        let holders = edges.iter().rev().filter_map(|edge| match edge {
            Edge::Stake(stake) => Some(self.stakes.get(*stake).holder),
            _ => None,
        });
        let down = holders.chain([party]);
        down.map(|entity| self.text(self.model.entity(entity).id)).collect()
    }

    /// Everything above some components, each by its best way: certain, then hard, then short. Ways
    /// only get worse upward, so the best open one is final, as in Dijkstra's algorithm.
    fn best_ways_up(&self, seeds: Vec<(ComponentIx, Way)>) -> Vec<(ComponentIx, Way)> {
        let mut open: BTreeMap<(Rank, ComponentIx), Way> = BTreeMap::new();
        let mut found: BTreeMap<ComponentIx, Way> = BTreeMap::new();
        let mut order = Vec::new();
        for (component, way) in seeds {
            open.entry((way.rank(), component)).or_insert(way);
        }
        while let Some(((_, component), way)) = open.pop_first() {
            if found.contains_key(&component) {
                continue;
            }
            for leaf in self.circuit.watchers(component) {
                let mut path = way.path.clone();
                path.push(self.text(self.model.component(component).id));
                let soft_only = way.soft_only || self.circuit.is_soft(*leaf);
                let next = Way { steps: way.steps + 1, path, soft_only, ..way };
                open.entry((next.rank(), self.circuit.owner(*leaf))).or_insert(next);
            }
            order.push(component);
            found.insert(component, way);
        }
        order.into_iter().filter_map(|at| Some((at, found.remove(&at)?))).collect()
    }

    /// The components that a thing reaches directly, nearest first.
    fn reached_by(&self, thing: Withdrawal) -> (trefonds_findings::Named, Vec<(ComponentIx, Way)>) {
        let way = |path: Vec<String>, certain| Way {
            steps: path.len() as u32,
            path,
            certain,
            soft_only: false,
        };
        let by_channels = |event, own: &str| {
            let careful = self.entries_of(event, Reading::Careful);
            let settled = self.entries_of(event, Reading::Settled);
            let mut seeds: Vec<(ComponentIx, Way)> = Vec::new();
            for entry in careful {
                let facts = self.channels.get(entry);
                let certain = settled.binary_search(&entry).is_ok();
                let mut path = vec![own.to_owned()];
                if let Target::Party(party) = facts.target {
                    path.extend(self.ids_down_to(event, party, certain));
                    path.dedup();
                }
                seeds.push((facts.owner, way(path, certain)));
            }
            seeds.sort_by_key(|(component, way)| (!way.certain, way.steps, *component));
            seeds
        };
        match thing {
            Withdrawal::Component(component) => {
                (self.component_named(component), vec![(component, way(Vec::new(), true))])
            }
            Withdrawal::Site(site) => {
                let named = self.site_named(site);
                let entries = self.channels.iter().map(|(_, entry)| entry);
                let there = entries.filter(|e| e.through.is_some_and(|way| way.site == site));
                let seeds = there.map(|e| (e.owner, way(vec![named.id.clone()], true))).collect();
                (named, seeds)
            }
            other => match event_of(other) {
                Some(event) => {
                    let named = self.event_named(event);
                    let seeds = by_channels(event, &named.id);
                    (named, seeds)
                }
                None => (
                    trefonds_findings::Named { id: String::new(), name: String::new() },
                    Vec::new(),
                ),
            },
        }
    }
}

/// Collects what stands at the far end of channels.
struct Ends<'a> {
    analysis: &'a Analysis<'a>,
    sites: BTreeMap<SiteIx, Way>,
    entities: BTreeMap<EntityIx, Way>,
    controllers: BTreeMap<EntityIx, Way>,
    countries: BTreeMap<Country, Way>,
}

impl<'a> Ends<'a> {
    const fn new(analysis: &'a Analysis<'a>) -> Self {
        Self {
            analysis,
            sites: BTreeMap::new(),
            entities: BTreeMap::new(),
            controllers: BTreeMap::new(),
            countries: BTreeMap::new(),
        }
    }

    fn add(&mut self, component: ComponentIx, way: &Way) {
        let analysis = self.analysis;
        let onward = |way: &Way, id: String, certain: bool| {
            let mut path = way.path.clone();
            path.push(id);
            Way { steps: way.steps + 1, path, certain: way.certain && certain, ..*way }
        };
        let here = onward(way, analysis.text(analysis.model.component(component).id), true);
        for entry in analysis.channels.of(component) {
            let mut at = here.clone();
            if let Some(through) = entry.through {
                keep(&mut self.sites, through.site, &at);
                at = onward(&at, analysis.site_named(through.site).id, true);
            }
            match entry.target {
                Target::Country(country) => keep(&mut self.countries, country, &at),
                Target::Party(party) => {
                    keep(&mut self.entities, party, &at);
                    self.above(party, &onward(&at, analysis.entity_named(party).id, true));
                }
                Target::Unknown(_) => {}
            }
        }
        for place in &analysis.model.component(component).locations.items {
            if let Place::Site(site) = place.place
                && analysis.calendar().holds(place.note)
            {
                keep(&mut self.sites, site, &here);
            }
        }
    }

    fn above(&mut self, party: EntityIx, way: &Way) {
        let analysis = self.analysis;
        for country in analysis.entities[party.at()].countries(Reading::Careful) {
            keep(&mut self.countries, country, way);
        }
        for top in &analysis.careful.above[party.at()] {
            let certain = analysis.settled.above[party.at()].binary_search(top).is_ok();
            let way = Way { certain: way.certain && certain, ..way.clone() };
            keep(&mut self.controllers, *top, &way);
            for country in analysis.entities[top.at()].countries(Reading::Careful) {
                let mut path = way.path.clone();
                path.push(analysis.entity_named(*top).id);
                let way = Way { steps: way.steps + 1, path, ..way.clone() };
                keep(&mut self.countries, country, &way);
            }
        }
    }

    fn items(self) -> Vec<ResolvedItem> {
        let analysis = self.analysis;
        let sites = self.sites.iter().map(|(site, way)| {
            let facts = analysis.model.site(*site);
            let countries = &analysis.sites[site.at()].countries;
            let country = codes_of(countries);
            let provenance = analysis.provenance(facts.at, facts.note);
            let abroad = |known: &Known<Country>| analysis.is_foreign_country(known.value);
            let foreign = country.is_some().then(|| countries.iter().any(abroad));
            item(
                ResolvedKind::Site,
                analysis.site_named(*site),
                country,
                foreign,
                way,
                Some(provenance),
            )
        });
        let people = |kind, list: &BTreeMap<EntityIx, Way>| -> Vec<ResolvedItem> {
            let people = list.iter().map(|(entity, way)| {
                let facts = analysis.model.entity(*entity);
                let country = analysis.entities[entity.at()].country_codes();
                let foreign = analysis.foreign_entity(*entity);
                let foreign = (foreign.settled == foreign.careful).then_some(foreign.settled);
                let provenance = analysis.provenance(facts.at, facts.note);
                item(kind, analysis.entity_named(*entity), country, foreign, way, Some(provenance))
            });
            people.collect()
        };
        let countries = self.countries.iter().map(|(country, way)| {
            let named = analysis.subject_named(Subject::Country(*country));
            let foreign = Some(analysis.is_foreign_country(*country));
            let code = Some(country.code().to_owned());
            item(ResolvedKind::Jurisdiction, named, code, foreign, way, None)
        });
        let mut items: Vec<ResolvedItem> = sites.collect();
        items.extend(people(ResolvedKind::Entity, &self.entities));
        items.extend(people(ResolvedKind::Controller, &self.controllers));
        items.extend(countries);
        items.sort_by_key(|item| (item.kind, item.steps));
        items
    }
}

/// Keeps the better way: certain, then hard, then shorter.
fn keep<K: Ord>(list: &mut BTreeMap<K, Way>, key: K, way: &Way) {
    let kept = list.entry(key).or_insert_with(|| way.clone());
    if way.rank() < kept.rank() {
        *kept = way.clone();
    }
}

fn item(
    kind: ResolvedKind,
    thing: trefonds_findings::Named,
    country: Option<String>,
    foreign: Option<bool>,
    way: &Way,
    provenance: Option<Provenance>,
) -> ResolvedItem {
    ResolvedItem {
        kind,
        thing,
        country,
        foreign,
        certainty: way.certainty(),
        steps: way.steps,
        path: way.path.clone(),
        soft_only: way.soft_only,
        provenance,
    }
}
