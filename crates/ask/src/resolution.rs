//! All that a component rests on, layer by layer; or all that rests on a thing.

mod ways;

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use trefonds_findings::{
    Certainty, Coverage, Named, Provenance, Reading, Resolution, ResolvedItem, ResolvedKind,
    WayStep,
};
use trefonds_model::{ComponentIx, Country, EntityIx, Place, SiteIx};

use crate::Analysis;
use trefonds_settle::build::codes_of;
use trefonds_settle::channels::{Known, Target};
use trefonds_settle::circuit::NodeIx;
use trefonds_settle::events::Event;
use trefonds_settle::proof::Edge;
use trefonds_settle::unknowns::{Subject, Unknown};
use trefonds_settle::withdrawal::Withdrawal;
use trefonds_settle::withdrawal::event_of;

use ways::{Stop, WayIx, Ways};

/// How a thing was first come by: steps, and what stands before it.
#[derive(Clone, Copy)]
struct Way {
    steps: u32,
    after: Option<WayIx>,
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
        let mut ways = Ways::default();
        let cone = self.cone_of(&tops, &mut ways);
        let mut found = self.component_items(&cone, component);
        found.extend(self.far_ends(&cone, &mut ways));
        let (items, ways) = self.told(found, &ways, "");
        let inside: FxHashSet<ComponentIx> = cone.iter().map(|(at, _)| *at).collect();
        let listed: FxHashSet<String> = (items.iter())
            .filter(|item| matches!(item.kind, ResolvedKind::Entity | ResolvedKind::Controller))
            .map(|item| item.thing.id.clone())
            .collect();
        let blind = |unknown: &Unknown| match unknown.subject {
            Subject::Component(component) => inside.contains(&component),
            Subject::Entity(entity) => {
                listed.contains(self.model().text(self.model().entity(entity).id))
            }
            Subject::Site(_) | Subject::Country(_) | Subject::Law(_) => false,
        };
        Resolution {
            head: self.head(),
            subject: component.map(|component| self.component_named(component)),
            reverse: false,
            coverage: match component {
                Some(component) => self.coverage(&[component]).all,
                None => self.coverage(&tops).all,
            },
            items,
            ways,
            blind_spots: self.blind_spots(|_, unknown| blind(unknown)),
        }
    }

    /// Items with their places in the tree of ways.
    fn told(
        &self,
        found: Vec<Found>,
        ways: &Ways,
        subject: &str,
    ) -> (Vec<ResolvedItem>, Vec<WayStep>) {
        let wanted: Vec<Option<WayIx>> = found.iter().map(|(_, after)| *after).collect();
        let (steps, ends) = ways.told(self, subject, &wanted);
        let items =
            found.into_iter().zip(ends).map(|((item, _), after)| ResolvedItem { after, ..item });
        (items.collect(), steps)
    }

    /// Components below the tops, nearest first, with the way to each.
    fn cone_of(&self, tops: &[ComponentIx], ways: &mut Ways) -> Vec<(ComponentIx, Way)> {
        let mut came_by: FxHashMap<ComponentIx, Option<NodeIx>> =
            tops.iter().map(|top| (*top, None)).collect();
        let mut steps: FxHashMap<ComponentIx, u32> = tops.iter().map(|top| (*top, 0)).collect();
        let mut order: Vec<ComponentIx> = tops.to_vec();
        let mut next = 0;
        while let Some(component) = order.get(next).copied() {
            next += 1;
            for (leaf, needed) in self.circuit().needs(component) {
                came_by.entry(needed).or_insert_with(|| {
                    let here = steps.get(&component).copied().unwrap_or(0);
                    steps.insert(needed, here + 1);
                    order.push(needed);
                    Some(leaf)
                });
            }
        }
        let hard = self.hard_cone(tops);
        // Whoever is needed comes after its owner, whose place is known by then.
        let mut places: FxHashMap<ComponentIx, WayIx> = FxHashMap::default();
        let cone = order.into_iter().map(|component| {
            let leaf = came_by.get(&component).copied().flatten();
            let after = leaf.and_then(|leaf| places.get(&self.circuit().owner(leaf)).copied());
            places.insert(component, ways.onward(after, Stop::Component(component)));
            let steps = steps.get(&component).copied().unwrap_or(0);
            let soft_only = !hard.contains(&component);
            (component, Way { steps, after, certain: true, soft_only })
        });
        cone.collect()
    }

    /// What is reached without any soft requirement.
    fn hard_cone(&self, tops: &[ComponentIx]) -> FxHashSet<ComponentIx> {
        let mut found: FxHashSet<ComponentIx> = tops.iter().copied().collect();
        let mut stack = tops.to_vec();
        while let Some(component) = stack.pop() {
            for (leaf, needed) in self.circuit().needs(component) {
                if !self.circuit().is_soft(leaf) && found.insert(needed) {
                    stack.push(needed);
                }
            }
        }
        found
    }

    fn component_items(
        &self,
        cone: &[(ComponentIx, Way)],
        subject: Option<ComponentIx>,
    ) -> Vec<Found> {
        let below = cone.iter().filter(|(component, _)| Some(*component) != subject);
        let mut items: Vec<Found> = below
            .map(|(component, way)| {
                let facts = self.model().component(*component);
                let country = self.places(*component).into_iter().next();
                let item = ResolvedItem {
                    kind: ResolvedKind::Component(facts.layer),
                    thing: self.component_named(*component),
                    country: country.map(|country| country.code().to_owned()),
                    foreign: country.map(|country| self.is_foreign_country(country)),
                    certainty: way.certainty(),
                    steps: way.steps,
                    after: None,
                    soft_only: way.soft_only,
                    provenance: Some(self.provenance(facts.at, facts.note)),
                };
                (item, way.after)
            })
            .collect();
        items.sort_by_key(|(item, _)| (item.kind, item.steps));
        items
    }

    /// The countries where a component stands.
    pub(crate) fn places(&self, component: ComponentIx) -> Vec<Country> {
        let places = self.channels().of(component).iter().filter_map(|entry| match entry.target {
            Target::Country(country) => Some(country),
            _ => None,
        });
        places.collect()
    }

    /// Sites, entities, who is above them, and countries, each by its nearest way.
    fn far_ends(&self, cone: &[(ComponentIx, Way)], ways: &mut Ways) -> Vec<Found> {
        let mut ends = Ends::new(self, ways);
        for (component, way) in cone {
            ends.add(*component, way);
        }
        ends.items()
    }

    /// All that rests on a thing: through requirements, and for an entity, a site or a country
    /// through the channels that it reaches, control included. O(V + E) time.
    #[must_use]
    pub fn reverse(&self, thing: Withdrawal) -> Resolution {
        let mut ways = Ways::default();
        let (subject, seeds) = self.reached_by(thing, &mut ways);
        let own = match thing {
            Withdrawal::Component(component) => Some(component),
            _ => None,
        };
        let cone = self.best_ways_up(seeds, &mut ways);
        let members: Vec<ComponentIx> = cone.iter().map(|(at, _)| *at).collect();
        let (items, ways) = self.told(self.component_items(&cone, own), &ways, &subject.id);
        let (declared, called_for) = members.iter().fold((0, 0), |(declared, called_for), at| {
            let tally = self.tallies()[at.at()];
            (declared + u64::from(tally.declared), called_for + u64::from(tally.called_for))
        });
        Resolution {
            head: self.head(),
            subject: Some(subject),
            reverse: true,
            coverage: Coverage::new(declared, called_for),
            items,
            ways,
            blind_spots: Vec::new(),
        }
    }

    /// The entities from an event down to a party of a channel, the party included.
    fn down_to(&self, event: Event, party: EntityIx, certain: bool) -> Vec<EntityIx> {
        let reading = if certain { Reading::Settled } else { Reading::Careful };
        let edges = self.upward(event, &[party], reading, &FxHashSet::default());
        let holders = edges.iter().rev().filter_map(|edge| match edge {
            Edge::Stake(stake) => Some(self.stakes().get(*stake).holder),
            _ => None,
        });
        holders.chain([party]).collect()
    }

    /// Everything above some components, each by its best way: certain, then hard, then short. Ways
    /// only get worse upward, so the best open one is final, as in Dijkstra's algorithm.
    fn best_ways_up(
        &self,
        seeds: Vec<(ComponentIx, Way)>,
        ways: &mut Ways,
    ) -> Vec<(ComponentIx, Way)> {
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
            let after = Some(ways.onward(way.after, Stop::Component(component)));
            for leaf in self.circuit().watchers(component) {
                let soft_only = way.soft_only || self.circuit().is_soft(*leaf);
                let next = Way { steps: way.steps + 1, after, soft_only, ..way };
                open.entry((next.rank(), self.circuit().owner(*leaf))).or_insert(next);
            }
            order.push(component);
            found.insert(component, way);
        }
        order.into_iter().filter_map(|at| Some((at, found.remove(&at)?))).collect()
    }

    /// The components that a thing reaches directly, nearest first.
    fn reached_by(&self, thing: Withdrawal, ways: &mut Ways) -> (Named, Vec<(ComponentIx, Way)>) {
        let direct = |steps, after| Way { steps, after, certain: true, soft_only: false };
        match thing {
            Withdrawal::Component(component) => {
                (self.component_named(component), vec![(component, direct(0, None))])
            }
            Withdrawal::Site(site) => {
                let after = Some(ways.onward(None, Stop::Subject));
                let entries = self.channels().iter().map(|(_, entry)| entry);
                let there = entries.filter(|e| e.through.is_some_and(|way| way.site == site));
                let seeds = there.map(|entry| (entry.owner, direct(1, after))).collect();
                (self.site_named(site), seeds)
            }
            other => match event_of(other) {
                Some(event) => (self.event_named(event), self.reached_by_event(event, ways)),
                None => (Named { id: String::new(), name: String::new() }, Vec::new()),
            },
        }
    }

    /// The components of the channels that an event reaches, nearest first.
    fn reached_by_event(&self, event: Event, ways: &mut Ways) -> Vec<(ComponentIx, Way)> {
        let settled = self.entries_of(event, Reading::Settled);
        let own = self.event_named(event).id;
        let start = ways.onward(None, Stop::Subject);
        // The way to a party is the same from whichever component.
        let mut known: BTreeMap<(EntityIx, bool), (u32, WayIx)> = BTreeMap::new();
        let mut seeds: Vec<(ComponentIx, Way)> = Vec::new();
        for entry in self.entries_of(event, Reading::Careful) {
            let facts = self.channels().get(entry);
            let certain = settled.binary_search(&entry).is_ok();
            let (steps, after) = match facts.target {
                Target::Party(party) => *known.entry((party, certain)).or_insert_with(|| {
                    let down = self.down_to(event, party, certain).into_iter();
                    let others =
                        down.skip_while(|it| self.text(self.model().entity(*it).id) == own);
                    others.fold((1, start), |(steps, after), entity| {
                        (steps + 1, ways.onward(Some(after), Stop::Entity(entity)))
                    })
                }),
                _ => (1, start),
            };
            let way = Way { steps, after: Some(after), certain, soft_only: false };
            seeds.push((facts.owner, way));
        }
        seeds.sort_by_key(|(component, way)| (!way.certain, way.steps, *component));
        seeds
    }
}

/// What was found, and the way to it.
type Found = (ResolvedItem, Option<WayIx>);

/// Collects what stands at the far end of channels.
struct Ends<'a, 'w> {
    analysis: &'a Analysis<'a>,
    ways: &'w mut Ways,
    sites: BTreeMap<SiteIx, Way>,
    entities: BTreeMap<EntityIx, Way>,
    controllers: BTreeMap<EntityIx, Way>,
    countries: BTreeMap<Country, Way>,
}

impl<'a, 'w> Ends<'a, 'w> {
    const fn new(analysis: &'a Analysis<'a>, ways: &'w mut Ways) -> Self {
        Self {
            analysis,
            ways,
            sites: BTreeMap::new(),
            entities: BTreeMap::new(),
            controllers: BTreeMap::new(),
            countries: BTreeMap::new(),
        }
    }

    /// A way that goes on to `stop`.
    fn onward(&mut self, way: Way, stop: Stop) -> Way {
        Way { steps: way.steps + 1, after: Some(self.ways.onward(way.after, stop)), ..way }
    }

    fn add(&mut self, component: ComponentIx, way: &Way) {
        let analysis = self.analysis;
        let here = self.onward(*way, Stop::Component(component));
        for entry in analysis.channels().of(component) {
            let mut at = here;
            if let Some(through) = entry.through {
                keep(&mut self.sites, through.site, &at);
                at = self.onward(at, Stop::Site(through.site));
            }
            match entry.target {
                Target::Country(country) => keep(&mut self.countries, country, &at),
                Target::Party(party) => {
                    keep(&mut self.entities, party, &at);
                    let at = self.onward(at, Stop::Entity(party));
                    self.above(party, &at);
                }
                Target::Unknown(_) | Target::Site(_) => {}
            }
        }
        for place in &analysis.model().component(component).locations.items {
            if let Place::Site(site) = place.place
                && analysis.calendar().holds(place.note)
            {
                keep(&mut self.sites, site, &here);
            }
        }
    }

    fn above(&mut self, party: EntityIx, way: &Way) {
        let analysis = self.analysis;
        for country in analysis.entities()[party.at()].countries(Reading::Careful) {
            keep(&mut self.countries, country, way);
        }
        for top in &analysis.control(Reading::Careful).above[party.at()] {
            let certain =
                analysis.control(Reading::Settled).above[party.at()].binary_search(top).is_ok();
            let way = Way { certain: way.certain && certain, ..*way };
            keep(&mut self.controllers, *top, &way);
            for country in analysis.entities()[top.at()].countries(Reading::Careful) {
                let way = self.onward(way, Stop::Entity(*top));
                keep(&mut self.countries, country, &way);
            }
        }
    }

    fn items(self) -> Vec<Found> {
        let analysis = self.analysis;
        let sites = self.sites.iter().map(|(site, way)| {
            let facts = analysis.model().site(*site);
            let countries = &analysis.sites()[site.at()].countries;
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
        let people = |kind, list: &BTreeMap<EntityIx, Way>| -> Vec<Found> {
            let people = list.iter().map(|(entity, way)| {
                let facts = analysis.model().entity(*entity);
                let country = analysis.entities()[entity.at()].country_codes();
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
        let mut items: Vec<Found> = sites.collect();
        items.extend(people(ResolvedKind::Entity, &self.entities));
        items.extend(people(ResolvedKind::Controller, &self.controllers));
        items.extend(countries);
        items.sort_by_key(|(item, _)| (item.kind, item.steps));
        items
    }
}

/// Keeps the better way: certain, then hard, then shorter.
fn keep<K: Ord>(list: &mut BTreeMap<K, Way>, key: K, way: &Way) {
    let kept = list.entry(key).or_insert(*way);
    if way.rank() < kept.rank() {
        *kept = *way;
    }
}

fn item(
    kind: ResolvedKind,
    thing: Named,
    country: Option<String>,
    foreign: Option<bool>,
    way: &Way,
    provenance: Option<Provenance>,
) -> Found {
    let item = ResolvedItem {
        kind,
        thing,
        country,
        foreign,
        certainty: way.certainty(),
        steps: way.steps,
        after: None,
        soft_only: way.soft_only,
        provenance,
    };
    (item, way.after)
}
