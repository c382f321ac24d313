//! Which components count on the day, and since when those are down that are needed and not there.

use std::collections::{BTreeMap, BTreeSet};

use crate::day::Dates;
use crate::world::*;

/// Minutes; 0 is the beginning of the day of the inventory.
pub type Minutes = i64;

/// No minute at all.
pub const NEVER: Minutes = i64::MAX / 4;

/// Before all minutes.
pub const EVER: Minutes = -NEVER;

impl World {
    /// Whether a component is there on the day.
    #[must_use]
    pub fn is_there(&self, component: &Component) -> bool {
        !component.planned && component.dates.hold(self.as_of)
    }

    /// The ids of those that are there, and of what these need, at any distance.
    #[must_use]
    pub fn standing(&self) -> BTreeSet<Id> {
        let there = self.components.iter().filter(|it| self.is_there(it));
        let mut all: BTreeSet<Id> = there.map(|it| it.id.clone()).collect();
        loop {
            let needed: Vec<Id> = all.iter().flat_map(|id| self.needed_by(id)).collect();
            let before = all.len();
            all.extend(needed);
            if all.len() == before {
                return all;
            }
        }
    }

    /// What a component names in its requirements of the day, soft ones and all members included.
    #[must_use]
    pub fn needed_by(&self, id: &str) -> Vec<Id> {
        let mut found = Vec::new();
        let component = self.component(id);
        for need in component.iter().flat_map(|it| &it.needs.items) {
            self.named_in(need, &mut found);
        }
        found
    }

    fn named_in(&self, need: &Fact<Need>, found: &mut Vec<Id>) {
        if !self.holds(need) {
            return;
        }
        match &need.what.gate {
            Gate::One(id) => found.push(id.clone()),
            Gate::All(of) | Gate::Any(of) | Gate::Least(_, of) => {
                of.iter().for_each(|member| self.named_in(member, found));
            }
        }
    }

    /// Since when what is needed and not there is down: since the day after its end, or ever. So is what
    /// needs a group that has too few members left.
    #[must_use]
    pub fn down(&self) -> BTreeMap<Id, Minutes> {
        let standing = self.standing();
        let since = |it: &Component| match self.is_there(it) {
            true => self.short_since(it),
            false => Some(self.since_end(it.dates)),
        };
        let standing = self.components.iter().filter(|it| standing.contains(&it.id));
        standing.filter_map(|it| Some((it.id.clone(), since(it)?))).collect()
    }

    /// Since when the needs of a component that have ended leave one of its groups with too few members.
    fn short_since(&self, component: &Component) -> Option<Minutes> {
        let needs = component
            .needs
            .items
            .iter()
            .filter(|it| self.holds(it) && !it.what.soft && !it.candidate);
        needs.filter_map(|it| self.lacking_since(&it.what)).min()
    }

    fn lacking_since(&self, need: &Need) -> Option<Minutes> {
        let (least, of) = match &need.gate {
            Gate::One(_) => return None,
            Gate::All(of) => (of.iter().filter(|it| self.holds(it)).count(), of),
            Gate::Any(of) => (1, of),
            Gate::Least(least, of) => (*least, of),
        };
        // Whoever counts at a minute counts from it back to the beginning: members only go.
        let gone = |it: &Fact<Need>| match self.holds(it) {
            true => self.lacking_since(&it.what),
            false => Some(borne(self.since_end(it.dates), it.what.tolerates)),
        };
        let all = matches!(need.gate, Gate::All(_));
        let members = of.iter().filter(|it| !all || self.holds(it));
        let mut left = members.clone().count();
        let mut times: Vec<Minutes> = members.filter_map(gone).collect();
        times.sort_unstable();
        for time in times {
            left -= 1;
            if left < least {
                return Some(borne(time, need.tolerates));
            }
        }
        None
    }

    /// The same inventory if all that has ended but one thing were back.
    #[must_use]
    pub fn with_only_this_ended(&self, thing: &str) -> Self {
        let down = self.down();
        let mut world = self.clone();
        for it in
            world.components.iter_mut().filter(|it| it.id != thing && down.contains_key(&it.id))
        {
            (it.dates, it.planned) = (Dates::default(), false);
            it.needs.items.iter_mut().for_each(|need| self.fill(need));
        }
        world
    }

    /// A group that lacks members since the need of some has ended, without its lack: it needs all that it
    /// has.
    fn fill(&self, need: &mut Fact<Need>) {
        let lacks = self.lacking_since(&need.what).is_some();
        match &mut need.what.gate {
            Gate::One(_) => {}
            Gate::All(of) => of.iter_mut().for_each(|it| self.fill(it)),
            Gate::Any(of) | Gate::Least(_, of) => {
                of.iter_mut().filter(|it| self.holds(it)).for_each(|it| self.fill(it));
                if lacks {
                    of.retain(|it| self.holds(it));
                    need.what.gate = Gate::All(std::mem::take(of));
                }
            }
        }
    }

    fn since_end(&self, dates: Dates) -> Minutes {
        match (self.as_of, dates.until) {
            (Some(day), Some(until)) if until < day => (until + 1 - day) * 24 * 60,
            _ => EVER,
        }
    }

    /// Whether a component, or something that it needs without alternative or choice, has a place.
    #[must_use]
    pub fn has_place(&self, id: &str) -> bool {
        let mut all = BTreeSet::from([id.to_owned()]);
        loop {
            let needed: Vec<Id> = all.iter().flat_map(|id| self.hard_needs_of(id)).collect();
            let before = all.len();
            all.extend(needed);
            if all.len() == before {
                break;
            }
        }
        let mut places = all.iter().filter_map(|id| self.component(id)).map(|it| &it.places);
        places.any(|places| places.items.iter().any(|place| self.holds(place)))
    }

    fn hard_needs_of(&self, id: &str) -> Vec<Id> {
        let mut found = Vec::new();
        let component = self.component(id);
        let needs = component.iter().flat_map(|it| &it.needs.items);
        needs.filter(|need| !need.what.soft).for_each(|need| self.named_in(need, &mut found));
        found
    }
}

/// When a loss that began at a time is no longer borne.
const fn borne(since: Minutes, tolerates: Minutes) -> Minutes {
    if since == EVER { EVER } else { since + tolerates }
}
