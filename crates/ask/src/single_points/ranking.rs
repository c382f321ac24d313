//! One summary an event, ranked.

use trefonds_findings::{Certainty, EventSummary, Named, Reading, SurvivalTimes};
use trefonds_model::{ComponentIx, Criticality};

use super::Hit;
use crate::Analysis;
use trefonds_settle::channels::Target;
use trefonds_settle::events::Event;

impl Analysis<'_> {
    /// Sums up hits by event: certain before possible before unknown, then by the greatest
    /// criticality that it stops, the number of services, the earliest time, file order.
    pub(super) fn summaries(&self, hits: &[Hit]) -> Vec<(Event, EventSummary)> {
        let groups = hits.chunk_by(|a, b| a.event == b.event);
        let mut events: Vec<(Event, EventSummary)> =
            groups.map(|group| (group[0].event, self.summary(group))).collect();
        events.sort_by_cached_key(|(event, summary)| {
            let stopped = match summary.certainty {
                Certainty::Certain => summary.certain_services.len(),
                Certainty::Possible => summary.possible_services.len(),
            };
            (
                match event {
                    Event::Ended(_) => 0,
                    Event::Unknown(_) => 2,
                    _ => 1,
                },
                summary.certainty,
                summary.criticality,
                std::cmp::Reverse(stopped),
                summary.earliest_minutes.settled.or(summary.earliest_minutes.careful),
                *event,
            )
        });
        events
    }

    fn summary(&self, group: &[Hit]) -> EventSummary {
        let event = group[0].event;
        let mut ordered: Vec<&Hit> = group.iter().collect();
        ordered.sort_by_key(|hit| (self.criticality(hit.service), hit.service));
        let named = |certain: bool| -> Vec<Named> {
            let hits = ordered.iter().filter(|hit| hit.certain == certain);
            hits.map(|hit| self.component_named(hit.service)).collect()
        };
        let certain = group.iter().any(|hit| hit.certain);
        let criticality = (ordered.iter())
            .filter(|hit| hit.certain == certain)
            .map(|hit| self.criticality(hit.service))
            .min();
        EventSummary {
            event: self.event_named(event),
            kind: event.kind(),
            country: self.event_country(event),
            unknown: match event {
                Event::Unknown(unknown) => Some(self.unknown_fact(unknown)),
                _ => None,
            },
            foreign_through: self.foreign_through(event),
            controlled_by: match event {
                Event::Component(component) => self.foreign_controllers(component),
                _ => Vec::new(),
            },
            certainty: if certain { Certainty::Certain } else { Certainty::Possible },
            criticality: criticality.unwrap_or(Criticality::Minor),
            certain_services: named(true),
            possible_services: named(false),
            earliest_minutes: SurvivalTimes {
                careful: group.iter().filter_map(|hit| hit.careful.finite()).min(),
                settled: group.iter().filter_map(|hit| hit.settled.finite()).min(),
            },
        }
    }

    pub(crate) fn event_country(&self, event: Event) -> Option<String> {
        let country = match event {
            Event::Country(country) => Some(country),
            Event::Entity(entity) | Event::Controller(entity) => {
                return self.entities()[entity.at()].country_codes();
            }
            Event::Component(_) | Event::Site(_) | Event::Unknown(_) | Event::Ended(_) => None,
        };
        country.map(|country| country.code().to_owned())
    }

    /// The foreign ultimate controllers of an entity that is itself incorporated at home.
    fn foreign_through(&self, event: Event) -> Vec<Named> {
        let (Event::Entity(entity) | Event::Controller(entity)) = event else {
            return Vec::new();
        };
        let home = |entity: trefonds_model::EntityIx| {
            let facts = &self.entities()[entity.at()];
            !facts.countries.is_empty() && !self.is_abroad(entity, Reading::Careful)
        };
        if !home(entity) {
            return Vec::new();
        }
        let tops = self.control(Reading::Careful).ultimate[entity.at()].iter();
        tops.filter(|top| !home(**top)).map(|top| self.entity_named(*top)).collect()
    }

    /// The foreign ultimate controllers of the parties of a component, in file order.
    pub(crate) fn foreign_controllers(&self, component: ComponentIx) -> Vec<Named> {
        let parties = self.channels().of(component).iter().filter_map(|entry| match entry.target {
            Target::Party(entity) => Some(entity),
            _ => None,
        });
        let tops = parties.flat_map(|party| &self.control(Reading::Settled).ultimate[party.at()]);
        let mut tops: Vec<_> =
            tops.copied().filter(|top| self.foreign_entity(*top).settled).collect();
        tops.sort_unstable();
        tops.dedup();
        tops.into_iter().map(|top| self.entity_named(top)).collect()
    }
}
