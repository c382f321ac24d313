//! Exposure: which jurisdiction can reach the data of which service, by which channel and law.
//!
//! Each component is asked once what reaches the data that it holds ([`held`], [`ways`]); then each
//! service collects over all that it rests on, soft requirements and alternatives included, since
//! each alternative that holds a copy is one more exposure.

mod data_held;
mod ways;

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use trefonds_findings::{AlsoReached, Certainty, Exposure, ExposureFinding, Named, Reading, Step};
use trefonds_model::{ComponentIx, LawIx};

use crate::Analysis;
use crate::witness::Telling;
use trefonds_settle::circuit::NodeIx;
use trefonds_settle::proof::Edge;
use trefonds_settle::unknowns::UnknownIx;
use ways::{Kind, Way};

/// All components of a service that are reached in one way, and the best of them.
struct Reached<'a> {
    best: (ComponentIx, &'a Way),
    all: Vec<(ComponentIx, &'a Way)>,
    /// Whether the way is certain, and everything on the path to the component is confirmed.
    certain: bool,
    /// The requirements that nobody has confirmed on the paths to the components.
    candidates: Vec<UnknownIx>,
}

impl<'a> Reached<'a> {
    fn others(&self) -> impl Iterator<Item = (ComponentIx, &'a Way)> + '_ {
        // Another way into the same component is told too: of other classes, or less firm.
        self.all.iter().copied().filter(|(_, way)| !std::ptr::eq(*way, self.best.1))
    }

    /// Nothing when certain; else every unknown fact of every component: answering one alone
    /// would leave the others.
    fn hangs_on(&self) -> Vec<UnknownIx> {
        if self.certain {
            return Vec::new();
        }
        let mut all: Vec<UnknownIx> =
            self.all.iter().flat_map(|(_, way)| way.hangs_on.iter().copied()).collect();
        all.extend(&self.candidates);
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Analysis<'_> {
    /// The exposure of the data of every service; jurisdictions of home too when `home_too`.
    ///
    /// O(sum of the sizes of what the services rest on) time.
    #[must_use]
    pub fn exposure(&self, home_too: bool) -> Exposure {
        self.exposure_with(home_too, &[])
    }

    /// The same when some laws on access are played, in force or not.
    pub(crate) fn exposure_with(&self, home_too: bool, played: &[LawIx]) -> Exposure {
        let services = self.services();
        let coverage = self.coverage(&services);
        let ways = self.all_ways(home_too, played);
        let mut found: Vec<Vec<ExposureFinding>> =
            services.par_iter().map(|service| self.exposed(*service, &ways)).collect();
        let mut unexposed: Vec<(Named, trefonds_findings::Coverage)> = Vec::new();
        for ((service, coverage), found) in services.iter().zip(&coverage.each).zip(&found) {
            if found.is_empty() {
                unexposed.push((self.component_named(*service), *coverage));
            }
        }
        found.sort_by_key(|list| list.first().map(|finding| finding.criticality));
        Exposure {
            head: self.head(),
            coverage: coverage.all,
            unexposed,
            findings: found.into_iter().flatten().collect(),
        }
    }

    fn all_ways(&self, home_too: bool, played: &[LawIx]) -> Vec<Vec<Way>> {
        let context = self.data_context(played);
        let all = (0..self.model().components.len() as u32).into_par_iter().map(ComponentIx);
        all.map(|component| {
            if self.standing().is_present(component) {
                self.ways_into(component, &context, home_too)
            } else {
                Vec::new()
            }
        })
        .collect()
    }

    fn exposed(&self, service: ComponentIx, ways: &[Vec<Way>]) -> Vec<ExposureFinding> {
        let (cone, came_by) = self.cone_with_paths(service);
        let supposed = self.candidates_above(&cone, &came_by);
        let mut kinds: Vec<Reached<'_>> = Vec::new();
        // What is certain of one component does not make what is possible of another certain.
        let mut places: FxHashMap<(Kind<'_>, bool), usize> = FxHashMap::default();
        for component in &cone {
            let supposed = supposed.get(component);
            for way in &ways[component.at()] {
                let certain = way.certain && supposed.is_none();
                let at = *places.entry((way.kind(), certain)).or_insert_with(|| {
                    let (best, all) = ((*component, way), Vec::new());
                    kinds.push(Reached { best, all, certain, candidates: Vec::new() });
                    kinds.len() - 1
                });
                let reached = &mut kinds[at];
                reached.all.push((*component, way));
                reached.candidates.extend(supposed.into_iter().flat_map(|it| it.iter()));
                if way.key() < reached.best.1.key() {
                    reached.best = (*component, way);
                }
            }
        }
        let mut found: Vec<ExposureFinding> = (kinds.iter())
            .map(|reached| self.exposure_finding(service, reached, &came_by))
            .collect();
        found.sort_by(|a, b| {
            let key = |f: &ExposureFinding| (f.certainty, f.grade, f.jurisdiction.is_none());
            key(a).cmp(&key(b)).then_with(|| a.jurisdiction.cmp(&b.jurisdiction))
        });
        found
    }

    fn exposure_finding(
        &self,
        service: ComponentIx,
        reached: &Reached<'_>,
        came_by: &FxHashMap<ComponentIx, NodeIx>,
    ) -> ExposureFinding {
        let (component, way) = reached.best;
        let jurisdiction = way.jurisdiction.clone();
        let code = jurisdiction.clone().unwrap_or_else(|| "?".to_owned());
        let telling = Telling {
            reading: if reached.certain { Reading::Settled } else { Reading::Careful },
            event: Named { id: code.clone(), name: code },
            search: None,
        };
        let mut path: Vec<Step> = Vec::new();
        for edge in self.path_to(component, came_by).into_iter().chain(way.edges.iter().copied()) {
            path.extend(self.steps(edge, &telling));
        }
        ExposureFinding {
            service: self.component_named(service),
            criticality: self.criticality(service),
            jurisdiction,
            foreign: way.foreign,
            law: way.law.map(|law| {
                let law = self.model().law(law);
                Named { id: self.text(law.id), name: self.text(law.name.unwrap_or(law.id)) }
            }),
            channel: way.channel,
            grade: way.grade,
            certainty: if reached.certain { Certainty::Certain } else { Certainty::Possible },
            component: self.component_named(component),
            data: self.classes(way),
            hangs_on: self.unknown_facts(&reached.hangs_on()),
            path,
            others: reached.others().map(|(other, way)| self.also_reached(other, way)).collect(),
        }
    }

    fn also_reached(&self, component: ComponentIx, way: &Way) -> AlsoReached {
        AlsoReached {
            component: self.component_named(component),
            grade: way.grade,
            data: self.classes(way),
        }
    }

    fn classes(&self, way: &Way) -> Vec<String> {
        way.classes.iter().map(|class| self.text(*class)).collect()
    }

    /// All that a component rests on, itself first, nearest first, and by which requirement; what it rests
    /// on only by requirements that nobody has confirmed comes last.
    pub(crate) fn cone_with_paths(
        &self,
        top: ComponentIx,
    ) -> (Vec<ComponentIx>, FxHashMap<ComponentIx, NodeIx>) {
        let mut cone = vec![top];
        let mut came_by = FxHashMap::default();
        for candidates_too in [false, true] {
            let mut next = 0;
            while let Some(component) = cone.get(next).copied() {
                next += 1;
                for (leaf, needed) in self.circuit().needs(component) {
                    let confirmed = candidates_too || self.circuit().candidate(leaf).is_none();
                    if confirmed && needed != top && !came_by.contains_key(&needed) {
                        came_by.insert(needed, leaf);
                        cone.push(needed);
                    }
                }
            }
        }
        (cone, came_by)
    }

    /// The requirements that nobody has confirmed on the way from the top of a cone down to each component
    /// that has any above it. Handed down the cone, nearest first: O(cone) where there are few.
    fn candidates_above(
        &self,
        cone: &[ComponentIx],
        came_by: &FxHashMap<ComponentIx, NodeIx>,
    ) -> FxHashMap<ComponentIx, Arc<[UnknownIx]>> {
        let mut above: FxHashMap<ComponentIx, Arc<[UnknownIx]>> = FxHashMap::default();
        for component in cone {
            let Some(leaf) = came_by.get(component) else { continue };
            let before = above.get(&self.circuit().owner(*leaf)).cloned();
            let all = match self.circuit().candidate(*leaf) {
                Some(own) => {
                    Some(before.iter().flat_map(|it| it.iter()).copied().chain([own]).collect())
                }
                None => before,
            };
            above.extend(all.map(|all| (*component, all)));
        }
        above
    }

    /// The requirements from the top of a cone down to a component.
    pub(crate) fn path_to(
        &self,
        component: ComponentIx,
        came_by: &FxHashMap<ComponentIx, NodeIx>,
    ) -> Vec<Edge> {
        let mut edges = Vec::new();
        let mut at = component;
        while let Some(leaf) = came_by.get(&at) {
            edges.push(Edge::Requires(*leaf));
            at = self.circuit().owner(*leaf);
        }
        edges.reverse();
        edges
    }
}
