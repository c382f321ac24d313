//! What is left once a set of options is taken.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use trefonds_ask::{Analysis, SinglePointOptions, Stop};
use trefonds_findings::{Certainty, EventKind, Named, Reading};
use trefonds_model::{AlternativeIx, ComponentIx, Criticality, Inventory, Layer};

use crate::touch::{Clause, OptionIx, Touch};
use crate::{PlanOptions, WEIGHTS};

/// A single point, the same whatever options are taken.
pub(crate) type PointKey = (ComponentIx, EventKind, String);

/// A single point that counts, and the condition under which its proof falls.
#[derive(Clone, Debug)]
pub(crate) struct Left {
    pub point: PointKey,
    pub weight: u64,
    pub clause: Clause,
    /// Whether it sums up all that stops a service at all, and is no finding of its own.
    pub is_sum: bool,
}

/// Tries out sets of options.
pub(crate) struct Trial<'m> {
    pub model: &'m Inventory,
    pub options: &'m PlanOptions,
    touch: Touch,
    /// Single points that are there, possibly at least, before anything is changed.
    known: BTreeSet<PointKey>,
    tried: BTreeMap<Vec<OptionIx>, Rc<Vec<Left>>>,
    pub analyses: u32,
}

impl<'m> Trial<'m> {
    pub(crate) fn new(model: &'m Inventory, options: &'m PlanOptions, available: &[bool]) -> Self {
        let touch = Touch::new(model, available);
        let (known, tried) = (BTreeSet::new(), BTreeMap::new());
        let mut trial = Self { model, options, touch, known, tried, analyses: 0 };
        let analysis = Analysis::new(model, &options.analysis);
        let before = analysis.stops(&trial.wanted());
        // What sums up a service of which nothing is only possible today stands for what is known: once an
        // unknown takes its place, the sum is new.
        let uncertain: BTreeSet<ComponentIx> = (before.iter())
            .filter(|stop| stop.is_together() || !(stop.certain || stop.one_hand))
            .map(|stop| stop.service)
            .collect();
        let known = before.iter().filter(|it| !it.one_hand || uncertain.contains(&it.service));
        trial.known = known.map(key).collect();
        trial
    }

    pub(crate) fn wanted(&self) -> SinglePointOptions {
        let PlanOptions { by, lasting, level, .. } = *self.options;
        SinglePointOptions { by, lasting, ..SinglePointOptions::at(level) }
    }

    /// Whether the plan is for a service.
    pub(crate) fn is_chosen(&self, service: ComponentIx) -> bool {
        let facts = self.model.component(service);
        facts.layer == Layer::Service
            && facts.criticality.unwrap_or_default() <= self.options.criticality
    }

    /// Whether a single point counts: a certain one does, and so does a possible one when all count
    /// or when it was not there before, not even possibly.
    pub(crate) fn counts(&self, stop: &Stop) -> bool {
        self.is_chosen(stop.service)
            && (stop.certain
                || self.options.counted == Certainty::Possible
                || !self.known.contains(&key(stop)))
    }

    /// In which reading a point that counts is proven: the same for a point whatever options are
    /// taken, so that a condition holds for all of them.
    fn reading(&self, point: &PointKey) -> Reading {
        let careful = self.options.counted == Certainty::Possible || !self.known.contains(point);
        if careful { Reading::Careful } else { Reading::Settled }
    }

    /// The single points that count with these options taken; `taken` is sorted.
    pub(crate) fn left(&mut self, taken: &[OptionIx]) -> Rc<Vec<Left>> {
        if let Some(found) = self.tried.get(taken) {
            return Rc::clone(found);
        }
        self.analyses += 1;
        let changed = self.applied(taken);
        let analysis = Analysis::new(&changed, &self.options.analysis);
        let stops = analysis.stops(&self.wanted());
        let counted: Vec<(&Stop, Reading)> = (stops.iter())
            .filter(|stop| self.counts(stop))
            .map(|stop| (stop, self.reading(&key(stop))))
            .collect();
        let relies = analysis.reliances(&counted);
        let left = counted.iter().zip(&relies).map(|((stop, _), relies)| Left {
            point: key(stop),
            weight: WEIGHTS.of(self.criticality(stop.service)),
            clause: self.touch.clause(relies, taken),
            is_sum: stop.one_hand,
        });
        let left = Rc::new(left.collect::<Vec<_>>());
        self.tried.insert(taken.to_vec(), Rc::clone(&left));
        left
    }

    /// The inventory with these options taken.
    pub(crate) fn applied(&self, taken: &[OptionIx]) -> Inventory {
        let taken: Vec<AlternativeIx> = taken.iter().copied().map(AlternativeIx).collect();
        self.model.with(&taken)
    }

    pub(crate) fn criticality(&self, service: ComponentIx) -> Criticality {
        self.model.component(service).criticality.unwrap_or_default()
    }

    /// An event by its id, for those that come and go on the way.
    pub(crate) fn named(&self, kind: EventKind, id: &str) -> Named {
        let entities = self.model.entities.iter();
        let mut entities =
            entities.filter(|_| matches!(kind, EventKind::Entity | EventKind::Controller));
        let entity = entities.find(|entity| self.model.text(entity.id) == id);
        let name = entity.and_then(|entity| entity.name).map(|name| self.model.text(name));
        Named { id: id.to_owned(), name: name.unwrap_or(id).to_owned() }
    }

    /// Whether a point was there, possibly at least, before anything was changed.
    pub(crate) fn was_there(&self, point: &PointKey) -> bool {
        self.known.contains(point)
    }
}

pub(crate) fn key(stop: &Stop) -> PointKey {
    (stop.service, stop.kind, stop.event.id.clone())
}

/// The weight of all of them.
pub(crate) fn weight(left: &[Left]) -> u64 {
    left.iter().map(|left| left.weight).sum()
}
