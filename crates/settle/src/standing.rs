//! Which components count on the day: those that are there, and those that are needed though they
//! have ended or are not there yet. The latter are down, for certain.

use trefonds_model::Why;
use trefonds_model::{ComponentIx, Inventory, Minutes, Need, NoteIx, Requirement};

use crate::Settled;
use crate::unknowns::Calendar;
use trefonds_source::Span;

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
    /// What is there, and lacks members of a group since the need of these has ended.
    short: Vec<Option<Short>>,
    /// Where nobody has confirmed that the group is needed: it may be down.
    perhaps_short: Vec<bool>,
    any_down: bool,
}

/// A component that is down because a group that it needs has too few members left.
#[derive(Clone, Copy, Debug)]
pub struct Short {
    /// Since when, in minutes after the origin; what is borne of the loss is over by then.
    pub since: u32,
    /// The member whose end left too few.
    pub member: ShortMember,
}

/// A member of a group whose need has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortMember {
    /// What was needed: of a group, the first component in it.
    pub needed: ComponentIx,
    /// Where that is said.
    pub at: Span,
    /// Its dates and source.
    pub note: NoteIx,
}

impl Standing {
    /// O(components + requirements) time and space.
    pub(crate) fn new(model: &Inventory, calendar: Calendar<'_>) -> Self {
        let present: Vec<bool> =
            model.components.iter().map(|it| calendar.holds(it.note) && !it.planned).collect();
        let (short, perhaps_short) = (vec![None; present.len()], vec![false; present.len()]);
        let mut standing = Self {
            down: vec![None; present.len()],
            present,
            short,
            perhaps_short,
            any_down: false,
        };
        let all = (0..model.components.len() as u32).map(ComponentIx);
        let mut open: Vec<ComponentIx> = all.filter(|it| standing.is_present(*it)).collect();
        while let Some(component) = open.pop() {
            for requirement in &model.component(component).requirements.items {
                standing.follow(requirement, calendar, model, &mut open);
            }
        }
        standing.find_short(calendar, model);
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

    /// Since when it is down from what has ended, in minutes after the origin: because it is not there, or
    /// because a group that it needs has too few members left.
    pub fn down_since(&self, component: ComponentIx) -> Option<u32> {
        let short = self.short[component.at()].map(|short| short.since);
        [self.down[component.at()], short].into_iter().flatten().min()
    }

    /// The member whose end leaves a group of it too small; none of what is not there itself.
    pub fn short_of(&self, component: ComponentIx) -> Option<ShortMember> {
        let short = self.short[component.at()].filter(|_| !self.is_down(component));
        short.map(|short| short.member)
    }

    /// Whether a group has too few members left that nobody has confirmed it needs.
    pub(crate) fn is_perhaps_short(&self, component: ComponentIx) -> bool {
        self.perhaps_short[component.at()]
    }

    /// Finds what is there and lacks members of a group.
    fn find_short(&mut self, calendar: Calendar<'_>, model: &Inventory) {
        for (at, component) in
            model.components.iter().enumerate().filter(|(at, _)| self.present[*at])
        {
            let hard = component.requirements.items.iter().filter(|it| !it.soft);
            for requirement in hard.filter(|it| calendar.holds(it.note)) {
                let Some(lack) = missed(requirement, calendar) else { continue };
                if calendar.candidate(requirement.note) {
                    self.perhaps_short[at] = true;
                } else if self.short[at].is_none_or(|known| lack.since < known.since) {
                    self.short[at] = Some(lack);
                }
            }
            self.any_down |= self.short[at].is_some();
        }
    }

    /// All that are, with since when.
    pub fn all_down(&self) -> impl Iterator<Item = (ComponentIx, u32)> + '_ {
        let all = (0..self.down.len() as u32).map(ComponentIx);
        all.filter_map(|component| Some((component, self.down_since(component)?)))
    }

    /// Why it is not there: it has ended, or it is not there yet.
    pub(crate) fn why_down(
        &self,
        component: ComponentIx,
        calendar: Calendar<'_>,
        model: &Inventory,
    ) -> Option<Why> {
        self.down[component.at()]?;
        let ended = has_ended(component, calendar, model);
        Some(if ended { Why::Lapsed } else { Why::NotSaid })
    }
}

impl Settled<'_> {
    /// By which end a requirement that holds has failed for want of members of a group, and since when; `None`
    /// when enough are left.
    pub fn lack_of(&self, requirement: &Requirement) -> Option<Short> {
        missed(requirement, self.calendar())
    }
}

/// Since when a requirement that holds has failed because the need of some members of a group has ended:
/// a group that has too few members left is down. What is borne counts from there.
fn missed(requirement: &Requirement, calendar: Calendar<'_>) -> Option<Short> {
    let members = || requirement.members().iter().filter(|member| !member.soft);
    let holding = |member: &&Requirement| calendar.holds(member.note);
    let lacking = match &requirement.need {
        Need::Component(_) => None,
        Need::AllOf(_) => {
            let missed = members().filter(holding).filter_map(|member| missed(member, calendar));
            missed.min_by_key(|short| short.since)
        }
        Need::AnyOf(_) => too_few(1, members(), calendar),
        Need::AtLeast { k, .. } => too_few(*k as usize, members(), calendar),
    }?;
    let borne = borne_until(lacking.since, requirement.tolerates, ORIGIN).finite()?;
    Some(Short { since: borne, ..lacking })
}

/// When fewer than `least` members are left, for good.
fn too_few<'r>(
    least: usize,
    members: impl Iterator<Item = &'r Requirement>,
    calendar: Calendar<'_>,
) -> Option<Short> {
    let mut count = 0_usize;
    let mut gone: Vec<Short> = Vec::new();
    for member in members {
        count += 1;
        if calendar.holds(member.note) {
            gone.extend(missed(member, calendar));
        } else {
            let since = since_end(member.note, calendar);
            let since = borne_until(since, member.tolerates, ORIGIN).finite();
            let needed = first_leaf(member);
            gone.extend(since.zip(needed).map(|(since, needed)| Short {
                since,
                member: ShortMember { needed, at: member.at, note: member.note },
            }));
        }
    }
    gone.sort_by_key(|short| short.since);
    gone.get(count.checked_sub(least)?).copied()
}

fn first_leaf(requirement: &Requirement) -> Option<ComponentIx> {
    match requirement.need {
        Need::Component(needed) => Some(needed),
        _ => requirement.members().iter().find_map(first_leaf),
    }
}

fn has_ended(component: ComponentIx, calendar: Calendar<'_>, model: &Inventory) -> bool {
    let until = model.notes.get(model.component(component).note).validity.until;
    until.zip(calendar.day).is_some_and(|(until, day)| until < day)
}

/// The day after its end; for ever when it is not there yet.
fn down_since(component: ComponentIx, calendar: Calendar<'_>, model: &Inventory) -> u32 {
    since_end(model.component(component).note, calendar)
}

/// The day after the end of a fact; for ever when it has not begun.
fn since_end(note: NoteIx, calendar: Calendar<'_>) -> u32 {
    let until = calendar.notes.get(note).validity.until;
    let Some((until, day)) = until.zip(calendar.day).filter(|(until, day)| until < day) else {
        return 0;
    };
    let minutes = day.since(until).map_or(0, |span| span.get_days()).saturating_sub(1);
    ORIGIN.saturating_sub(u32::try_from(minutes).unwrap_or(u32::MAX).saturating_mul(24 * 60))
}
