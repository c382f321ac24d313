//! The map as data: what is drawn, before any position or colour.
//!
//! [`select`](self::select) chooses the components, [`Canvas`] puts them, their joints and their
//! edges down, [`chips`] says which countries reach each, [`collapse`] draws many as one, and
//! [`highlight`] tells what stands on the proofs of a controller.

mod canvas;
mod chips;
mod collapse;
mod highlight;
mod indirect;
mod scenario;
mod select;

use trefonds_findings::{MapGraph, MapHeader, VERSION};
use trefonds_model::{ComponentIx, Layer};

use crate::Analysis;
use crate::Scenario;
use canvas::Canvas;
use trefonds_settle::withdrawal::Withdrawal;
use trefonds_settle::withdrawal::event_of;

/// What components are drawn together by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collapse {
    /// Who runs them.
    Entity,
    /// The site where they stand.
    Site,
    /// The site around where they stand.
    Campus,
    /// The country where they stand.
    Jurisdiction,
    /// Their layer only.
    Layer,
}

/// More components than this are drawn together without being asked.
const READABLE: usize = 300;

/// What the map shows.
#[derive(Clone, Debug, Default)]
pub struct MapOptions {
    /// Only what stands around this component.
    pub focus: Option<ComponentIx>,
    /// How many steps around the focus; `None` is all.
    pub depth: Option<u32>,
    /// Only these layers.
    pub layers: Option<Vec<Layer>>,
    /// Draw components together.
    pub collapse: Option<Collapse>,
    /// Draw every component as itself, however many there are.
    pub whole: bool,
    /// Draw entities and countries as nodes.
    pub expand_entities: bool,
    /// Draw the proofs of this controller strong and the rest faint.
    pub highlight: Option<Withdrawal>,
}

impl Analysis<'_> {
    /// The map, as data. Past some 300 components it draws them together by itself and says so.
    ///
    /// O(V + E) time, and the single points of jurisdictions and of the components shown.
    #[must_use]
    pub fn map(&self, options: &MapOptions) -> MapGraph {
        self.draw(options, None)
    }

    /// The map of what a scenario does, as data: the fate of each component, what is hit drawn
    /// strong. Past some 300 components it shows what stops or is degraded, and the services hit.
    ///
    /// The time of [`Analysis::map`] and twice that of [`Analysis::what_if`] without hidden stops.
    #[must_use]
    pub fn what_if_map(&self, scenario: &Scenario, options: &MapOptions) -> MapGraph {
        self.draw(options, Some(scenario))
    }

    fn draw(&self, options: &MapOptions, scenario: Option<&Scenario>) -> MapGraph {
        let (mut shown, hidden) = self.select(options);
        let fates = scenario.map(|scenario| self.fates(scenario));
        if let Some(fates) = &fates {
            self.only_hit(&mut shown, fates);
        }
        let services = self.services();
        let coverage = self.coverage(&services);
        let verdicts = self.map_verdicts(&services, &coverage.each, scenario.is_none());
        let mut canvas = Canvas::new(self, &shown, verdicts);
        canvas.add_indirect(&shown, &hidden);
        if options.expand_entities {
            canvas.add_entities();
        }
        let highlight = options.highlight.and_then(|thing| {
            let event = event_of(thing)?;
            canvas.highlight(event, &services);
            Some(self.event_named(event))
        });
        if let Some(fates) = &fates {
            canvas.mark_fates(fates);
        }
        let readable = if options.whole { usize::MAX } else { READABLE };
        let (nodes, edges, aggregation) = self.collapse(canvas.finish(), options, readable);
        MapGraph {
            version: VERSION,
            header: MapHeader {
                title: self.title(),
                as_of: self.day_text(),
                day_from: self.day_from(),
                home: self.home_codes(),
                question: self.question(),
                coverage: coverage.all,
                focus: options.focus.map(|focus| (self.component_named(focus), options.depth)),
                highlight,
                aggregation,
                left_out: self.standing_components().count().saturating_sub(shown.len()) as u32,
                scenario: scenario.map(|scenario| self.map_scenario(scenario)),
            },
            nodes,
            edges,
        }
    }
}
