//! Which components count on the day: those that are there, and those that are needed though they
//! have ended or are not there yet. The latter are down, for certain.

use trefonds_model::Why;
use trefonds_model::{ComponentIx, Inventory, Minutes, Need, Requirement};

use crate::unknowns::Calendar;

/// Minutes before the day of the results at which time begins: more than 400 years.
pub const ORIGIN: u32 = 216_000_000;

/// When a loss is no longer borne, in minutes of a world in which events happen at `origin`: what has been
/// down for ever has been missed for ever.
pub const fn borne_until(time: u32, borne: Minutes, origin: u32) -> Minutes {
    if time == 0 && origin > 0 { Minutes::ZERO } else { Minutes(time).plus(borne) }
}

/// What each component is on the day.
pub struct Standing {
    present: Vec<bool>,
    /// For what counts and is not there: since when it has been down, in minutes after the origin.
    down: Vec<Option<u32>>,
    any_down: bool,
}

impl Standing {
    /// O(components + requirements) time and space.
    pub(crate) fn new(model: &Inventory, calendar: Calendar<'_>) -> Self {
        let present: Vec<bool> =
            model.components.iter().map(|it| calendar.holds(it.note) && !it.planned).collect();
        let mut standing = Self { down: vec![None; present.len()], present, any_down: false };
        let all = (0..model.components.len() as u32).map(ComponentIx);
        let mut open: Vec<ComponentIx> = all.filter(|it| standing.is_present(*it)).collect();
        while let Some(component) = open.pop() {
            for requirement in &model.component(component).requirements.items {
                standing.follow(requirement, calendar, model, &mut open);
            }
        }
        standing
    }

    /// What a requirement names and is not there is down, and what it needs in turn counts too.
    fn follow(
        &mut self,
        requirement: &Requirement,
        calendar: Calendar<'_>,
        model: &Inventory,
        open: &mut Vec<ComponentIx>,
    ) {
        if !calendar.holds(requirement.note) {
            return;
        }
        if let Need::Component(needed) = requirement.need {
            let gone = !self.present[needed.at()] && self.down[needed.at()].is_none();
            if gone {
                self.down[needed.at()] = Some(down_since(needed, calendar, model));
                self.any_down = true;
                open.push(needed);
            }
        }
        for member in requirement.members().iter().filter(|member| !member.soft) {
            self.follow(member, calendar, model, open);
        }
    }

    /// Whether it is there on the day.
    pub fn is_present(&self, component: ComponentIx) -> bool {
        self.present[component.at()]
    }

    /// Whether it is there, or needed though it is not.
    pub(crate) fn counts(&self, component: ComponentIx) -> bool {
        self.present[component.at()] || self.down[component.at()].is_some()
    }

    /// Whether it is needed and not there.
    pub fn is_down(&self, component: ComponentIx) -> bool {
        self.down[component.at()].is_some()
    }

    /// Whether anything is.
    pub const fn any_down(&self) -> bool {
        self.any_down
    }

    /// Since when, in minutes after the origin.
    pub fn down_since(&self, component: ComponentIx) -> Option<u32> {
        self.down[component.at()]
    }

    /// All that are, with since when.
    pub fn all_down(&self) -> impl Iterator<Item = (ComponentIx, u32)> + '_ {
        let all = self.down.iter().enumerate();
        all.filter_map(|(at, since)| Some((ComponentIx(at as u32), (*since)?)))
    }

    /// Why it is not there: it has ended, or it is not there yet.
    pub(crate) fn why_down(
        &self,
        component: ComponentIx,
        calendar: Calendar<'_>,
        model: &Inventory,
    ) -> Option<Why> {
        self.down_since(component)?;
        let ended = has_ended(component, calendar, model);
        Some(if ended { Why::Lapsed } else { Why::NotSaid })
    }
}

fn has_ended(component: ComponentIx, calendar: Calendar<'_>, model: &Inventory) -> bool {
    let until = model.notes.get(model.component(component).note).validity.until;
    until.zip(calendar.day).is_some_and(|(until, day)| until < day)
}

/// The day after its end; for ever when it is not there yet.
fn down_since(component: ComponentIx, calendar: Calendar<'_>, model: &Inventory) -> u32 {
    let until = model.notes.get(model.component(component).note).validity.until;
    let Some((until, day)) = until.zip(calendar.day).filter(|(until, day)| until < day) else {
        return 0;
    };
    let minutes = day.since(until).map_or(0, |span| span.get_days()).saturating_sub(1);
    ORIGIN.saturating_sub(u32::try_from(minutes).unwrap_or(u32::MAX).saturating_mul(24 * 60))
}
