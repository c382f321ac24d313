//! Exposure: which jurisdiction can reach the data of which service, by which channel and law.
//!
//! Each component is asked once what reaches the data that it holds ([`held`], [`ways`]); then each
//! service collects over all that it rests on, soft requirements and alternatives included, since
//! each alternative that holds a copy is one more exposure.

mod held;
mod ways;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use trefonds_findings::{Certainty, Exposure, ExposureFinding, Named, Reading, Step, VERSION};
use trefonds_model::{Channel, ComponentIx, LawIx};

use crate::Analysis;
use crate::circuit::NodeIx;
use crate::describe::unknown_id;
use crate::witness::{Edge, Telling};
use ways::Way;

/// What is told apart: jurisdiction, law, channel.
type Kind<'a> = (Option<&'a str>, Option<LawIx>, Channel);

impl Analysis<'_> {
    /// The exposure of the data of every service; jurisdictions of home too when `home_too`.
    ///
    /// O(sum of the sizes of what the services rest on) time.
    #[must_use]
    pub fn exposure(&self, home_too: bool) -> Exposure {
        let services = self.services();
        let coverage = self.coverage(&services);
        let ways = self.all_ways(home_too);
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
            version: VERSION,
            title: self.title(),
            as_of: self.day_text(),
            home: self.home_codes(),
            coverage: coverage.all,
            unexposed,
            findings: found.into_iter().flatten().collect(),
        }
    }

    fn all_ways(&self, home_too: bool) -> Vec<Vec<Way>> {
        let context = self.data_context();
        let all = (0..self.model.components.len() as u32).into_par_iter().map(ComponentIx);
        all.map(|component| {
            if self.present[component.at()] {
                self.ways_into(component, &context, home_too)
            } else {
                Vec::new()
            }
        })
        .collect()
    }

    fn exposed(&self, service: ComponentIx, ways: &[Vec<Way>]) -> Vec<ExposureFinding> {
        let (cone, came_by) = self.cone_with_paths(service);
        let mut best: Vec<(ComponentIx, &Way)> = Vec::new();
        let mut places: FxHashMap<Kind<'_>, usize> = FxHashMap::default();
        let mut reached: Vec<Vec<ComponentIx>> = Vec::new();
        for component in &cone {
            for way in &ways[component.at()] {
                let kind = (way.jurisdiction.as_deref(), way.law, way.channel);
                let at = *places.entry(kind).or_insert_with(|| {
                    best.push((*component, way));
                    reached.push(Vec::new());
                    best.len() - 1
                });
                reached[at].push(*component);
                if way.key() < best[at].1.key() {
                    best[at] = (*component, way);
                }
            }
        }
        let mut found: Vec<ExposureFinding> = (best.iter().zip(&reached))
            .map(|((component, way), reached)| {
                let others = reached.iter().filter(|other| *other != component);
                let others = others.map(|other| self.component_named(*other)).collect();
                self.exposure_finding(service, *component, way, &came_by, others)
            })
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
        component: ComponentIx,
        way: &Way,
        came_by: &FxHashMap<ComponentIx, NodeIx>,
        others: Vec<Named>,
    ) -> ExposureFinding {
        let jurisdiction = way.jurisdiction.clone();
        let code = jurisdiction.clone().unwrap_or_else(|| "?".to_owned());
        let telling = Telling {
            reading: if way.certain { Reading::Settled } else { Reading::Careful },
            event: Named { id: code.clone(), name: code },
            search: None,
        };
        let mut path: Vec<Step> = Vec::new();
        for edge in self.path_to(component, came_by).into_iter().chain(way.edges.iter().copied()) {
            path.extend(self.steps(edge, &telling));
        }
        let mut hangs_on = self.unknown_facts(&way.hangs_on);
        hangs_on.dedup_by_key(|fact| unknown_id(fact.fact, &fact.subject, fact.about.as_ref()));
        ExposureFinding {
            service: self.component_named(service),
            criticality: self.criticality(service),
            jurisdiction,
            foreign: way.foreign,
            law: way.law.map(|law| {
                let law = self.model.law(law);
                Named { id: self.text(law.id), name: self.text(law.name.unwrap_or(law.id)) }
            }),
            channel: way.channel,
            grade: way.grade,
            certainty: if way.certain { Certainty::Certain } else { Certainty::Possible },
            component: self.component_named(component),
            data: way.classes.iter().map(|class| self.text(*class)).collect(),
            hangs_on,
            path,
            others,
        }
    }

    /// All that a component rests on, itself first, nearest first, and by which requirement.
    pub(crate) fn cone_with_paths(
        &self,
        top: ComponentIx,
    ) -> (Vec<ComponentIx>, FxHashMap<ComponentIx, NodeIx>) {
        let mut cone = vec![top];
        let mut came_by = FxHashMap::default();
        let mut next = 0;
        while let Some(component) = cone.get(next).copied() {
            next += 1;
            for (leaf, needed) in self.circuit.needs(component) {
                if needed != top && !came_by.contains_key(&needed) {
                    came_by.insert(needed, leaf);
                    cone.push(needed);
                }
            }
        }
        (cone, came_by)
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
            at = self.circuit.owner(*leaf);
        }
        edges.reverse();
        edges
    }
}
