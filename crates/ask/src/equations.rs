//! The survival equations as data, for those who work out withdrawals elsewhere.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use rustc_hash::FxHashSet;
use trefonds_findings::{
    ColdStart, EquationChannel, EquationComponent, EquationEvent, EquationGate, EquationNeed,
    EquationPlaces, EquationRepair, Equations, Level, Reading, SurvivalTimes, UnknownFact,
};
use trefonds_model::{ComponentIx, Data, EntityIx, Minutes};

use crate::Analysis;
use trefonds_settle::channels::{Entry, Needed, Target};
use trefonds_settle::circuit::{Gate, NodeIx};
use trefonds_settle::events::{Event, Scope};
use trefonds_settle::standing::ORIGIN;
use trefonds_settle::unknowns::Subject;

/// The targets met so far, each with its place.
#[derive(Default)]
struct Targets {
    places: FxHashMap<Target, u32>,
    all: Vec<Target>,
}

impl Targets {
    fn place(&mut self, target: Target) -> u32 {
        *self.places.entry(target).or_insert_with(|| {
            self.all.push(target);
            self.all.len() as u32 - 1
        })
    }

    /// The places of what a scope switches off, sorted; what no channel leads to is left out.
    fn of(&self, scope: &Scope) -> Vec<u32> {
        let parties = scope.parties.iter().map(|party| Target::Party(*party));
        let countries = scope.country.iter().flat_map(|country| country.with_territories());
        let country = countries.map(Target::Country);
        let unknown = scope.unknowns.iter().map(|unknown| Target::Unknown(*unknown));
        let all = parties.chain(country).chain(unknown);
        let mut places: Vec<u32> = all.filter_map(|it| self.places.get(&it).copied()).collect();
        places.sort_unstable();
        places
    }
}

impl Analysis<'_> {
    /// The equations of the survival times of every component under every withdrawal.
    ///
    /// O(components + requirements + channels + what every event switches off) time and space.
    #[must_use]
    pub fn equations(&self) -> Equations {
        let present: Vec<ComponentIx> = self.standing_components().collect();
        let places: FxHashMap<ComponentIx, u32> =
            present.iter().enumerate().map(|(at, component)| (*component, at as u32)).collect();
        let mut spots = self.spots_by_component();
        let mut targets = Targets::default();
        let components = (present.iter())
            .map(|component| {
                let spots = spots.remove(component).unwrap_or_default();
                self.equation(*component, spots, &places, &mut targets)
            })
            .collect();
        let events = self.all_events();
        let events = events.into_iter().map(|(event, levels)| {
            let none = FxHashSet::default();
            let [settled, careful] = [Reading::Settled, Reading::Careful]
                .map(|reading| targets.of(&self.scope(event, reading, &none)));
            let foreign = self.foreign(event);
            EquationEvent {
                event: self.event_named(event),
                kind: event.kind(),
                levels,
                unknown: match event {
                    Event::Unknown(unknown) => Some(self.unknown_fact(unknown)),
                    _ => None,
                },
                foreign: foreign.settled,
                maybe_foreign: foreign.careful,
                settled,
                careful,
            }
        });
        let events = events.collect();
        let targets = targets.all.iter().map(|target| self.target(*target)).collect();
        Equations { in_time: self.circuit().any_cold(), targets, components, events }
    }

    /// Every event but components, once, with the levels at which it counts.
    pub(crate) fn all_events(&self) -> Vec<(Event, Vec<Level>)> {
        let mut all: BTreeMap<Event, Vec<Level>> = BTreeMap::new();
        for level in [Level::Entity, Level::Controller, Level::Jurisdiction] {
            for event in self.events(level) {
                all.entry(event).or_default().push(level);
            }
        }
        all.into_iter().collect()
    }

    fn spots_by_component(&self) -> FxHashMap<ComponentIx, Vec<UnknownFact>> {
        let mut spots: FxHashMap<ComponentIx, Vec<UnknownFact>> = FxHashMap::default();
        for (at, unknown) in self.unknowns().iter().filter(|(_, unknown)| unknown.called_for) {
            if let Subject::Component(component) = unknown.subject {
                spots.entry(component).or_default().push(self.unknown_fact(at));
            }
        }
        spots
    }

    fn equation(
        &self,
        component: ComponentIx,
        blind_spots: Vec<UnknownFact>,
        places: &FxHashMap<ComponentIx, u32>,
        targets: &mut Targets,
    ) -> EquationComponent {
        let facts = self.model().component(component);
        let calendar = self.calendar();
        let holds = |data: &&Data| calendar.holds(data.note);
        let classes = facts.data.items.iter().filter(holds).filter_map(|data| data.class);
        EquationComponent {
            component: self.component_named(component),
            layer: facts.layer,
            criticality: facts.criticality,
            owner: facts.owner.map(|owner| self.text(owner)),
            tags: facts.tags.iter().map(|tag| self.text(*tag)).collect(),
            data: classes.map(|class| self.text(class)).collect(),
            provenance: self.provenance(facts.at, facts.note),
            blind_spots,
            ended: self
                .standing()
                .down_since(component)
                .is_some()
                .then(|| self.ended_thing(component)),
            down_since: (self.standing().down_since(component))
                .map(|since| i64::from(since) - i64::from(ORIGIN)),
            ended_at: self.ended_at(component),
            places: self.equation_places(component, targets),
            restarts_in: facts.restarts_in.0,
            recovers_with: self.equation_repairs(component, places),
            channels: (self.channels().of(component).iter())
                .map(|entry| self.equation_channel(entry, targets))
                .collect(),
            needs: (self.circuit().tops(component))
                .filter_map(|node| self.equation_need(node, places))
                .collect(),
        }
    }

    /// What takes each place of a component that stands in several.
    fn equation_places(&self, component: ComponentIx, targets: &mut Targets) -> EquationPlaces {
        let Some(all) = self.channels().places(component) else {
            return EquationPlaces::default();
        };
        let mut taken_in = |reading| {
            let mut taken: Vec<Vec<u32>> = vec![Vec::new(); all.count as usize];
            for entry in self.channels().of(component) {
                if let Some(place) = entry.place.and_then(|at| taken.get_mut(at as usize))
                    && all.takes(entry, reading)
                {
                    place.push(targets.place(entry.target));
                }
            }
            taken
        };
        let settled = taken_in(Reading::Settled);
        match all.needed {
            Needed::NotSaid(_) => EquationPlaces { settled, careful: Vec::new(), must_fail: None },
            Needed::Said(_) => EquationPlaces {
                settled,
                careful: taken_in(Reading::Careful),
                must_fail: Some(all.must_fail()),
            },
        }
    }

    /// What the repair of a component needs, whoever is not there on the day included.
    fn equation_repairs(
        &self,
        component: ComponentIx,
        places: &FxHashMap<ComponentIx, u32>,
    ) -> Vec<EquationRepair> {
        let firm: FxHashSet<ComponentIx> =
            self.repairs().needs(component, Reading::Settled).collect();
        let all = self.repairs().needs(component, Reading::Careful);
        all.map(|needed| EquationRepair {
            component: (places.get(&needed).copied())
                .filter(|_| self.standing().is_present(needed)),
            candidate: !firm.contains(&needed),
        })
        .collect()
    }

    fn equation_channel(&self, entry: &Entry, targets: &mut Targets) -> EquationChannel {
        EquationChannel {
            target: targets.place(entry.target),
            channel: entry.channel,
            site: entry.through.map(|through| self.site_named(through.site)),
            stops: SurvivalTimes {
                careful: entry.delay(Reading::Careful).finite(),
                settled: entry.delay(Reading::Settled).finite(),
            },
            provenance: self.provenance(entry.at, entry.note),
        }
    }

    /// `None` for what does nothing and is only told, and what is not there on the day, which the circuit
    /// does not hold.
    fn equation_need(
        &self,
        node: NodeIx,
        places: &FxHashMap<ComponentIx, u32>,
    ) -> Option<EquationNeed> {
        let facts = self.circuit().node(node);
        let cold = (facts.starts_in > Minutes::ZERO).then(|| ColdStart {
            starts_in: facts.starts_in.finite(),
            frozen: facts.frozen,
            left_out: facts.silent,
        });
        if facts.silent && cold.is_none() {
            return None;
        }
        let requirement = self.circuit().requirements[node.at()];
        let gate = match facts.gate {
            Gate::Component(component) => EquationGate::Component(*places.get(&component)?),
            Gate::Group { must_fail, .. } => EquationGate::Group {
                must_fail,
                members: (self.circuit().members(node))
                    .filter_map(|member| self.equation_need(member, places))
                    .collect(),
                must_run: self.circuit().must_run(node),
            },
        };
        Some(EquationNeed {
            gate,
            tolerates: facts.tolerates.0,
            soft: facts.soft,
            candidate: facts.candidate.is_some(),
            cold,
            because: requirement.because.map(|because| self.text(because)),
            at: self.source_at(requirement.at),
        })
    }

    fn target(&self, target: Target) -> trefonds_findings::Target {
        match target {
            Target::Country(country) => {
                trefonds_findings::Target::Country(country.code().to_owned())
            }
            Target::Site(site) => trefonds_findings::Target::Site(self.site_named(site)),
            Target::Unknown(unknown) => {
                trefonds_findings::Target::Unknown(self.unknown_fact(unknown))
            }
            Target::Party(entity) => trefonds_findings::Target::Party {
                entity: self.entity_named(entity),
                country: self.entities()[entity.at()].country_codes(),
                controllers: (self.control(Reading::Settled).ultimate[entity.at()].iter())
                    .filter(|top: &&EntityIx| **top != entity)
                    .map(|top| self.entity_named(*top))
                    .collect(),
            },
        }
    }
}
