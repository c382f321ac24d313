//! Coming ends: what ends after the day of the results and until a horizon, and what that stops if
//! nothing takes its place.
//!
//! What is said of an end is what every other question would say on the day after it: the inventory is
//! settled as of the last day and as of the day after ([`turn`]), and what is new is told. Services that
//! are down already on the day of the results are not told again.

mod endings;
mod turn;

use jiff::ToSpan;
use rayon::prelude::*;
use trefonds_findings::{End, EndKind, EndStop, Ends};
use trefonds_model::{ComponentIx, Date, Minutes};

use crate::Analysis;
use endings::Ending;
use turn::Turn;

/// The horizon when none is asked for.
pub const ONE_YEAR: Minutes = Minutes::days(365);

/// So many days on which something ends are worked out one after the other.
const RUN: usize = 16;

/// A service that an end stops.
pub(crate) struct Found {
    service: ComponentIx,
    stop: EndStop,
}

impl Analysis<'_> {
    /// What ends after the day of the results and until so long after it.
    ///
    /// The inventory is settled at most twice a distinct day on which anything ends that can stop anything, once
    /// where the day before is such a day too; then a search for each end, over what fails with it.
    #[must_use]
    pub fn ends(&self, by: Minutes) -> Ends {
        let last = self.day().map(|day| last_day(day, by));
        let mut coming = self.endings();
        coming.retain(|ending| self.is_coming(ending, last));
        coming.sort_by_key(|ending| ending.until);
        let days: Vec<&[Ending<'_>]> = coming.chunk_by(|a, b| a.until == b.until).collect();
        let ends: Vec<Vec<End>> =
            days.par_chunks(RUN).map(|days| self.ends_of_days(days)).collect();
        Ends {
            head: self.head(),
            coverage: self.coverage(&self.services()).all,
            by_minutes: by.0,
            last_day: last.map(|day| day.to_string()),
            ended: self.ended_services(None),
            ends: ends.into_iter().flatten().collect(),
        }
    }

    fn is_coming(&self, ending: &Ending<'_>, last: Option<Date>) -> bool {
        let day = self.day().zip(last);
        day.is_some_and(|(day, last)| day < ending.until && ending.until <= last)
    }

    /// What ends on some days, one after the other: the day after one is often the last day of the next.
    fn ends_of_days(&self, days: &[&[Ending<'_>]]) -> Vec<End> {
        let mut before = None;
        let mut found = Vec::new();
        for endings in days {
            let first = endings.iter().any(Ending::may_stop).then(|| endings.first()).flatten();
            let turn = first.and_then(|first| Turn::new(self, first.until, before.take()));
            found.extend(self.ends_of_day(endings, turn.as_ref()));
            before = turn.map(Turn::into_next);
        }
        found
    }

    /// What ends on one day, what stops the most critical services first.
    fn ends_of_day(&self, endings: &[Ending<'_>], turn: Option<&Turn<'_, '_>>) -> Vec<End> {
        let told = endings.iter().map(|ending| {
            let stops = turn.map(|turn| turn.stops(ending)).unwrap_or_default();
            self.end_told(ending, stops)
        });
        let mut ends: Vec<End> = told.collect();
        ends.sort_by_key(|end| (end.stops.is_empty(), end.criticality(), !end.is_certain()));
        ends
    }

    fn end_told(&self, ending: &Ending<'_>, mut found: Vec<Found>) -> End {
        found.sort_by_key(|it| (it.stop.criticality, it.stop.minutes, it.service));
        let services: Vec<ComponentIx> = found.iter().map(|it| it.service).collect();
        let fact = ending.fact();
        let said = self.model().asks.iter().any(|(kind, _)| *kind == fact);
        let ask = match ending.kind {
            // Nobody answers for a law, and who answers for what is only shown is not known.
            EndKind::Law | EndKind::Rule if !said => Vec::new(),
            _ => self.whom_to_ask_of(fact, ending.subject, &services),
        };
        let days = self.day().and_then(|day| day.until(ending.until).ok());
        let days = days.map_or(0, |span| span.get_days());
        End {
            id: ending.id.clone(),
            kind: ending.kind,
            subject: self.subject_named(ending.subject),
            about: ending.about.clone(),
            until: ending.until.to_string(),
            days: u32::try_from(days).unwrap_or(0),
            provenance: self.provenance(ending.at, ending.note),
            followed_by: ending.followed_by.clone(),
            stops: found.into_iter().map(|it| it.stop).collect(),
            ask,
            desk: fact.desk(),
        }
    }
}

/// The last day of a horizon; the last of all days when it is beyond these.
fn last_day(day: Date, by: Minutes) -> Date {
    let days = i32::try_from(by.0 / (24 * 60)).unwrap_or(i32::MAX);
    day.checked_add(days.days()).unwrap_or(Date::MAX)
}
