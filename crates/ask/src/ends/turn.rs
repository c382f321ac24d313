//! The night in which something ends: the inventory as of its last day, and as of the day after.

use std::cell::OnceCell;

use jiff::ToSpan;
use rustc_hash::FxHashSet;
use trefonds_findings::{Certainty, EndKind, EndStop, EndedThing, Outage, Reading};
use trefonds_model::{ComponentIx, Date, Minutes, Need, Requirement, Why};
use trefonds_settle::Options;
use trefonds_settle::events::Event;
use trefonds_settle::proof::Edge;
use trefonds_settle::search::{Cause, Search, Seed, Seeds};
use trefonds_settle::standing::{ORIGIN, borne_until};
use trefonds_settle::survival::World;
use trefonds_settle::unknowns::UnknownIx;

use super::Found;
use super::endings::{Ending, NeedEnding};
use crate::Analysis;
use crate::outages::marked;
use crate::single_points::Hit;

/// What is settled on both sides of a night.
pub(super) struct Turn<'a, 'm> {
    /// On the day of the results.
    today: &'a Analysis<'m>,
    /// The last day.
    last: Date,
    /// On the last day; worked out where anything is new on the day after.
    eve: OnceCell<Analysis<'m>>,
    /// On the day after.
    next: Analysis<'m>,
    services: Vec<ComponentIx>,
}

/// What is down from the day after the end.
#[derive(Clone)]
struct Down {
    thing: ComponentIx,
    /// Minutes after the first of that day.
    start: u32,
    /// Needs that have ended by then, without which it would not be.
    with: Vec<EndedThing>,
}

/// What else is told of a stop.
#[derive(Default)]
struct Beside {
    already: bool,
    with: Vec<EndedThing>,
    hangs_on: Vec<UnknownIx>,
    /// When the service is down, where it may be up again.
    outages: Vec<Outage>,
}

impl<'a, 'm> Turn<'a, 'm> {
    /// `None` when there is no day after the last one. `before`: what was settled on an earlier day.
    pub(super) fn new(
        today: &'a Analysis<'m>,
        last: Date,
        before: Option<Analysis<'m>>,
    ) -> Option<Self> {
        let next = last.checked_add(1.day()).ok()?;
        let next = on(today, next);
        let services = next.services();
        let eve = before.filter(|before| before.day() == Some(last));
        Some(Self {
            today,
            last,
            eve: eve.map_or_else(OnceCell::new, OnceCell::from),
            next,
            services,
        })
    }

    /// What is settled on the day after.
    pub(super) fn into_next(self) -> Analysis<'m> {
        self.next
    }

    fn eve(&self) -> &Analysis<'m> {
        self.eve.get_or_init(|| on(self.today, self.last))
    }

    /// What an end of this night stops.
    pub(super) fn stops(&self, ending: &Ending<'_>) -> Vec<Found> {
        if !ending.may_stop() {
            return Vec::new();
        }
        let mut found = Vec::new();
        if let Some(down) = self.down(ending) {
            self.stopped_by(&down, Reading::Settled, &mut found);
            self.stopped_already(&down, &mut found);
            self.stopped_by(&down, Reading::Careful, &mut found);
        }
        self.possible(ending, &mut found);
        found
    }

    /// What is down once it has ended.
    fn down(&self, ending: &Ending<'_>) -> Option<Down> {
        let trefonds_settle::unknowns::Subject::Component(thing) = ending.subject else {
            return None;
        };
        match (ending.kind, ending.need) {
            (EndKind::Component, _) => {
                let down = self.next.standing().is_down(thing);
                down.then(|| Down { thing, start: 0, with: Vec::new() })
            }
            (EndKind::Need, Some(need)) => self.short(thing, need, ending),
            _ => None,
        }
    }

    /// A component that lacks members of a group from then on.
    fn short(&self, owner: ComponentIx, need: NeedEnding<'_>, ending: &Ending<'_>) -> Option<Down> {
        let whole = need.whole;
        let holds = self.next.calendar().holds(whole.note);
        let confirmed = !self.next.model().notes.get(whole.note).candidate;
        if !holds || !confirmed || whole.soft || !self.next.is_present(owner) {
            return None;
        }
        let start = lacking(&self.next, whole, ending)?;
        let new = lacking(self.eve(), whole, ending).is_none_or(|before| before > start);
        let group = need.group?;
        new.then(|| Down { thing: owner, start, with: self.gone(owner, group, ending) })
    }

    /// The other members of a group that have ended by then and are needed for it to be short: those of the
    /// same night only where those before would not do.
    fn gone(
        &self,
        owner: ComponentIx,
        group: &Requirement,
        ending: &Ending<'_>,
    ) -> Vec<EndedThing> {
        let hard = || group.members().iter().filter(|member| !member.soft);
        let least = match group.need {
            Need::AtLeast { k, .. } => k as usize,
            _ => 1,
        };
        let until = |member: &Requirement| self.next.model().notes.get(member.note).validity.until;
        let others = || hard().filter(|member| member.at != ending.at);
        let before = others().filter(|it| until(it).is_some_and(|day| day < ending.until)).count();
        let enough = before + 1 + least > hard().count();
        let last = |day| if enough { day < ending.until } else { day <= ending.until };
        let gone = others().filter_map(|it| Some((it, until(it).filter(|day| last(*day))?)));
        let told = gone.filter_map(|(member, day)| {
            let needed = member.components().first().copied()?;
            let component = self.next.need_named(owner, needed);
            Some(EndedThing { component, until: Some(day.to_string()) })
        });
        told.collect()
    }

    /// Services that stop from it, alone or with what else has ended, and did not before, or later.
    fn stopped_by(&self, down: &Down, reading: Reading, found: &mut Vec<Found>) {
        let first = self.next.standing().down_since(down.thing);
        if first != Some(ORIGIN.saturating_add(down.start)) {
            return;
        }
        let mut search = Search::new(&self.next);
        let mut open = self.newly_down(reading);
        if reading == Reading::Careful {
            open.retain(|service| self.next.ended_at(*service).is_none());
        }
        search.run_ended(&self.next, down.thing, reading);
        let alone: Vec<Option<(u32, Beside)>> =
            open.iter().map(|service| self.stopped_in(&search, down, *service, reading)).collect();
        search.run_from(&self.next, Seeds::default(), reading, &FxHashSet::default());
        for (service, alone) in open.into_iter().zip(alone) {
            let together = self.stopped_in(&search, down, service, reading);
            // With others only where these make it earlier.
            let earliest = alone.into_iter().chain(together).min_by_key(|(minutes, _)| *minutes);
            if let Some((minutes, beside)) = earliest {
                self.add(service, minutes, reading, beside, found);
            }
        }
    }

    /// When a service stops in a search, if what is down is among the causes.
    fn stopped_in(
        &self,
        search: &Search,
        down: &Down,
        service: ComponentIx,
        reading: Reading,
    ) -> Option<(u32, Beside)> {
        let minutes = search.time(service)?;
        let edges = self.next.walk(search, service);
        let cause = edges.contains(&Edge::Ended(down.thing));
        let outages = outages(search, service, reading);
        cause.then(|| (minutes, Beside { outages, ..self.beside(down, &edges, reading) }))
    }

    /// Services that stop from what has ended from the day after on, and did not on the last day, or later.
    fn newly_down(&self, reading: Reading) -> Vec<ComponentIx> {
        let new = |service: &ComponentIx| {
            let now = self.next.ended_in(*service, reading);
            let before = || self.eve().ended_in(*service, reading);
            now.is_some_and(|now| now >= 0 && before().is_none_or(|before| now + DAY < before))
        };
        self.services.iter().copied().filter(new).collect()
    }

    /// Services that are down by then from what ends before, and would stop from this once that is put
    /// right.
    fn stopped_already(&self, down: &Down, found: &mut Vec<Found>) {
        let hidden = |service: &ComponentIx| {
            self.next.ended_at(*service).is_some()
                && self.today.ended_at(*service).is_none()
                && self.eve().ended_at(*service).is_some()
        };
        let hidden: Vec<ComponentIx> = self.services.iter().copied().filter(hidden).collect();
        if hidden.is_empty() {
            return;
        }
        let (cause, until) = (Cause::Ended, u32::MAX);
        let begin = |component, time| Seed { component, time, cause, until };
        let known = self.today.standing().all_down().map(|(component, _)| begin(component, 0));
        let all = known.chain([begin(down.thing, down.start)]).collect();
        let seeds = Seeds { all, ..Seeds::default() };
        let mut search = Search::new(&self.next);
        search.enter(World::Back);
        search.run_from(&self.next, seeds, Reading::Settled, &FxHashSet::default());
        for service in hidden {
            let stopped = self.stopped_in(&search, down, service, Reading::Settled);
            if let Some((minutes, beside)) = stopped {
                let beside = Beside { already: true, ..beside };
                self.add(service, minutes, Reading::Settled, beside, found);
            }
        }
    }

    fn beside(&self, down: &Down, edges: &[Edge], reading: Reading) -> Beside {
        let with = edges.iter().filter_map(|edge| match edge {
            Edge::Ended(other) if *other != down.thing => Some(self.next.ended_thing(*other)),
            _ => None,
        });
        let assumed = edges.iter().filter_map(|edge| self.next.assumed_by(*edge, reading));
        let mut hangs_on: Vec<UnknownIx> = assumed.collect();
        hangs_on.sort_unstable();
        hangs_on.dedup();
        let with = down.with.iter().cloned().chain(with).collect();
        Beside { with, hangs_on, ..Beside::default() }
    }

    /// Services that may stop: whoever came next is not known, and withdraws.
    fn possible(&self, ending: &Ending<'_>, found: &mut Vec<Found>) {
        let asked = |analysis: &Analysis<'_>| -> Vec<UnknownIx> {
            let all = analysis.unknowns().iter().filter(|(_, unknown)| {
                unknown.fact == ending.fact()
                    && unknown.subject == ending.subject
                    && unknown.why != Why::Candidate
            });
            let mut first: Vec<UnknownIx> =
                all.map(|(at, _)| analysis.unknowns().first_of(at)).collect();
            first.sort_unstable();
            first.dedup();
            first
        };
        let hits = |analysis: &Analysis<'_>, search: &mut Search| -> Vec<Hit> {
            let events = asked(analysis).into_iter().map(Event::Unknown);
            events.flat_map(|event| analysis.event_hits(search, event, &self.services)).collect()
        };
        let mut search = Search::new(&self.next);
        let now = hits(&self.next, &mut search);
        if now.is_empty() {
            return;
        }
        let before = hits(self.eve(), &mut Search::new(self.eve()));
        for hit in now {
            let known =
                before.iter().any(|it| it.service == hit.service && it.careful <= hit.careful);
            let back = hit.best_world() == World::Back;
            let down = back && self.today.ended_at(hit.service).is_some();
            if known || down {
                continue;
            }
            let hangs_on = self.next.hit_hangs_on(&hit, &mut search);
            let already = back && self.eve().ended_at(hit.service).is_some();
            let down = self.next.downtimes(&[hit], &mut search).remove(&hit.service);
            let outages = down.unwrap_or_default();
            let beside = Beside { already, hangs_on, outages, ..Beside::default() };
            self.add(hit.service, hit.careful.0, Reading::Careful, beside, found);
        }
    }

    /// One stop, unless a firmer one of the service is there.
    fn add(
        &self,
        service: ComponentIx,
        minutes: u32,
        reading: Reading,
        beside: Beside,
        found: &mut Vec<Found>,
    ) {
        if minutes == Minutes::NEVER.0 || found.iter().any(|known| known.service == service) {
            return;
        }
        let certainty = match reading {
            Reading::Settled => Certainty::Certain,
            Reading::Careful => Certainty::Possible,
        };
        let stop = EndStop {
            service: self.next.component_named(service),
            criticality: self.next.criticality(service),
            certainty,
            minutes,
            day: self.next.day_at(i64::from(minutes)),
            outages: beside.outages,
            already: beside.already,
            with: beside.with,
            hangs_on: self.next.unknown_facts(&beside.hangs_on),
        };
        found.push(Found { service, stop });
    }
}

/// When a service is down in a search of one reading; nothing where whatever stops does so for good.
fn outages(search: &Search, service: ComponentIx, reading: Reading) -> Vec<Outage> {
    if !search.was_in_time() {
        return Vec::new();
    }
    let found = search.outages(service);
    match reading {
        Reading::Settled => marked(&found, &[]),
        Reading::Careful => marked(&[], &found),
    }
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// The same inventory on another day.
fn on<'m>(today: &Analysis<'m>, day: Date) -> Analysis<'m> {
    let home = Some(today.home().to_vec());
    let question = today.question();
    Analysis::new(today.model(), &Options { as_of: Some(day), home, question })
}

/// Minutes after a day at which a requirement has failed for want of members of groups, of which the group is
/// one whose member ends; `None` when it holds.
fn lacking(on: &Analysis<'_>, requirement: &Requirement, ending: &Ending<'_>) -> Option<u32> {
    let since = since(on, requirement, ending)?;
    Some(since.saturating_sub(ORIGIN))
}

fn since(on: &Analysis<'_>, requirement: &Requirement, ending: &Ending<'_>) -> Option<u32> {
    let hard = || requirement.members().iter().filter(|member| !member.soft);
    // All of those that are left are needed: what has ended is just no longer needed.
    let all = matches!(requirement.need, Need::AllOf(_));
    if hard().any(|member| member.at == ending.at) {
        return if all { None } else { on.lack_of(requirement).map(|lack| lack.since) };
    }
    let mut holding = hard().filter(|member| on.calendar().holds(member.note));
    let within = holding.find_map(|member| since(on, member, ending))?;
    match requirement.need {
        Need::AllOf(_) => borne_until(within, requirement.tolerates, ORIGIN).finite(),
        _ => on.lack_of(requirement).map(|lack| lack.since),
    }
}
