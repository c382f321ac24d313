//! What an inventory holds and how much of it is known.

use trefonds_findings::{FromCatalogue, LayerCount, Overview, ServiceOverview, UnknownFact};
use trefonds_model::{ComponentIx, Layer, Verification};

use crate::Analysis;
use trefonds_settle::unknowns::{Subject, Unknown, UnknownIx};

impl Analysis<'_> {
    /// Counts, coverage and blind spots. O(V + E) time, and the coverage of every service.
    #[must_use]
    pub fn overview(&self) -> Overview {
        let services = self.services();
        let coverage = self.coverage(&services);
        let mut lines: Vec<ServiceOverview> = (services.iter().enumerate())
            .map(|(at, service)| ServiceOverview {
                service: self.component_named(*service),
                criticality: self.criticality(*service),
                components: coverage.components[at],
                coverage: coverage.each[at],
            })
            .collect();
        lines.sort_by_key(|line| line.criticality);
        Overview {
            head: self.head(),
            layers: self.layer_counts(),
            entities: self.model().entities.len() as u32,
            sites: self.model().sites.len() as u32,
            laws: self.model().laws.len() as u32,
            coverage: coverage.all,
            services: lines,
            blind_spots: self.blind_spots(|_, _| true),
            unreached: self.unreached(&services),
            unmendable: self.unmendable().to_vec(),
            unverified: self.unverified(),
            catalogue: self.use_of_the_catalogue(),
            scenarios: Vec::new(),
            passed_over: Vec::new(),
            amended: Vec::new(),
        }
    }

    fn layer_counts(&self) -> Vec<LayerCount> {
        let count = |layer: Layer| {
            let same = self.present_components();
            same.filter(|component| self.model().component(*component).layer == layer).count()
        };
        let counts = Layer::ALL.map(|layer| LayerCount { layer, components: count(layer) as u32 });
        counts.into_iter().filter(|count| count.components > 0).collect()
    }

    /// The blind spots that are wanted, in the order of the files.
    pub(crate) fn blind_spots(
        &self,
        wanted: impl Fn(UnknownIx, &Unknown) -> bool,
    ) -> Vec<UnknownFact> {
        let mut spots: Vec<(UnknownIx, &Unknown)> = self
            .unknowns()
            .iter()
            .filter(|(at, spot)| spot.called_for && wanted(*at, spot))
            .collect();
        spots.sort_by_key(|(_, spot)| (spot.at, spot.fact));
        spots.into_iter().map(|(at, _)| self.unknown_fact(at)).collect()
    }

    fn unreached(&self, services: &[ComponentIx]) -> Vec<trefonds_findings::Named> {
        let met = self.met(services);
        let lost = self.present_components();
        let lost = lost.filter(|component| !met.has(Subject::Component(*component)));
        lost.map(|component| self.component_named(component)).collect()
    }

    /// What came from the catalogue. O(F) for F facts, where it is used.
    fn use_of_the_catalogue(&self) -> Option<FromCatalogue> {
        let model = self.model();
        let edition = model.text(model.catalogue?).to_owned();
        let facts = trefonds_declare::facts(model).facts;
        let taken: Vec<_> = facts.iter().filter(|fact| fact.at.edition().is_some()).collect();
        let candidates = taken.iter().filter(|fact| fact.note.candidate).count() as u32;
        let offers = model.components.iter().filter(|it| it.is.is_some()).count();
        let all = (0..model.components.len() as u32).map(ComponentIx);
        let entered = all.filter(|it| model.is_of_the_catalogue(*it)).count();
        Some(FromCatalogue {
            edition,
            facts: taken.len() as u32,
            candidates,
            components: entered as u32,
            offers: (offers - entered) as u32,
        })
    }

    fn unverified(&self) -> u32 {
        let notes = self.model().notes.iter();
        notes.filter(|note| note.verification == Verification::Unverified).count() as u32
    }
}
