//! What a simulation looks at: the requirements of each component, and what circles there are.

use std::collections::{BTreeMap, BTreeSet};

use crate::lookup::Reading;
use crate::standing::Minutes;
use crate::withdrawal::Off;
use crate::world::*;

/// The components that count in one reading, with what an event switches off of each.
pub(super) struct Machine {
    pub parts: Vec<Part>,
    /// How many lines there are.
    pub lines: usize,
    /// For how long what is switched off is so.
    pub lasts: Minutes,
}

/// A component.
pub(super) struct Part {
    pub id: Id,
    /// When the event itself takes it down.
    pub own: Minutes,
    /// What it needs.
    pub needs: Vec<Line>,
    pub restarts_in: usize,
    pub repair: Vec<usize>,
    /// Itself, and all that need it and that it needs.
    pub circle: Vec<usize>,
}

/// A requirement.
pub(super) struct Line {
    /// Its number.
    pub at: usize,
    pub tolerates: usize,
    /// Of a cold member: how long it needs to take over.
    pub starts_in: usize,
    /// A cold member in the circle of its owner counts as down.
    pub frozen: bool,
    pub looks_at: LooksAt,
}

/// What a requirement looks at.
pub(super) enum LooksAt {
    One(usize),
    Group { least: usize, of: Vec<Line> },
}

impl Line {
    pub const fn is_cold(&self) -> bool {
        self.starts_in > 0
    }
}

/// How many of some members are hot.
pub(super) fn hot(of: &[Line]) -> usize {
    of.iter().filter(|it| !it.is_cold()).count()
}

impl Machine {
    pub(super) fn new(world: &World, off: &Off, lasts: Minutes, reading: Reading) -> Self {
        let standing = world.standing();
        let there: Vec<&Component> =
            world.components.iter().filter(|it| standing.contains(&it.id)).collect();
        let at: BTreeMap<&str, usize> =
            there.iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect();
        let mut maker = Maker { world, reading, at, lines: 0 };
        let parts = there.iter().map(|it| {
            let needs =
                it.needs.items.iter().filter(|it| !it.what.soft && world.counts(it, reading));
            Part {
                id: it.id.clone(),
                own: world.own(it, off, reading),
                needs: needs.map(|it| maker.line(&it.what)).collect(),
                restarts_in: it.restarts_in as usize,
                repair: it.recovers_with.iter().map(|id| maker.at[id.as_str()]).collect(),
                circle: Vec::new(),
            }
        });
        let mut parts: Vec<Part> = parts.collect();
        find_circles(&mut parts);
        Self { parts, lines: maker.lines, lasts }
    }
}

struct Maker<'w> {
    world: &'w World,
    reading: Reading,
    at: BTreeMap<&'w str, usize>,
    lines: usize,
}

impl Maker<'_> {
    fn line(&mut self, need: &Need) -> Line {
        let (least, of) = match &need.gate {
            Gate::One(id) => return self.numbered(need, LooksAt::One(self.at[id.as_str()])),
            Gate::All(of) => (usize::MAX, of),
            Gate::Any(of) => (1, of),
            Gate::Least(least, of) => (*least, of),
        };
        let (world, reading) = (self.world, self.reading);
        let members = of.iter().filter(|it| world.counts(it, reading));
        let of: Vec<Line> = members.map(|it| self.line(&it.what)).collect();
        let least = least.min(of.len());
        self.numbered(need, LooksAt::Group { least, of })
    }

    fn numbered(&mut self, need: &Need, looks_at: LooksAt) -> Line {
        let at = self.lines;
        self.lines += 1;
        let (tolerates, starts_in) = (need.tolerates as usize, need.starts_in as usize);
        Line { at, tolerates, starts_in, frozen: false, looks_at }
    }
}

/// Finds the circles, and which cold members are in that of their owner.
fn find_circles(parts: &mut [Part]) {
    let mut below: Vec<BTreeSet<usize>> = parts.iter().map(|_| BTreeSet::new()).collect();
    loop {
        let mut more = false;
        for at in 0..parts.len() {
            let mut named = Vec::new();
            parts[at].needs.iter().for_each(|it| names(it, &mut named));
            let further: Vec<usize> = named.iter().flat_map(|it| below[*it].clone()).collect();
            let before = below[at].len();
            below[at].extend(named.into_iter().chain(further));
            more |= below[at].len() > before;
        }
        if !more {
            break;
        }
    }
    for at in 0..parts.len() {
        let mut circle: BTreeSet<usize> =
            below[at].iter().copied().filter(|it| below[*it].contains(&at)).collect();
        circle.insert(at);
        parts[at].needs.iter_mut().for_each(|it| freeze(it, &circle));
        parts[at].circle = circle.into_iter().collect();
    }
}

fn names(line: &Line, found: &mut Vec<usize>) {
    match &line.looks_at {
        LooksAt::One(at) => found.push(*at),
        LooksAt::Group { of, .. } => of.iter().for_each(|it| names(it, found)),
    }
}

/// A group whose hot members are fewer than needed freezes none: its cold members run all the time.
fn freeze(line: &mut Line, circle: &BTreeSet<usize>) {
    let LooksAt::Group { least, of } = &mut line.looks_at else { return };
    let enough = hot(of) >= *least;
    for member in of.iter_mut() {
        let mut named = Vec::new();
        names(member, &mut named);
        member.frozen = enough && member.is_cold() && named.iter().any(|it| circle.contains(it));
        freeze(member, circle);
    }
}
