//! What a law on denial denies: the channels that it reaches, of the components that it means.
//!
//! `targets` and `spares` name whoever runs a component. Software and services say no operator of their own
//! where their layer does not call for one: whoever runs what rests on them runs them. Such a component is
//! meant when any of its runners is a target, and spared only when all of them are.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use trefonds_model::{ComponentIx, Denied, Effect, EntityIx, LawIx, Minutes, Reading};
use trefonds_source::Span;

use crate::Settled;
use crate::channels::{Entry, EntryIx, Target};
use crate::events::Event;
use crate::memo::Memo;
use crate::reach::{Force, Reached, best_of};
use crate::unknowns::UnknownIx;

/// A channel that a law on denial denies, and how.
#[derive(Clone, Debug)]
pub struct Denial {
    /// The channel.
    pub at: EntryIx,
    /// Every way, one a rule; never empty.
    pub ways: Arc<Vec<Reached>>,
    /// Whether its component is meant.
    pub meant: Meant,
}

/// Whether a law on denial means a component: it does for certain, or possibly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// Whether from what is declared.
    pub certain: bool,
    /// Otherwise, who runs the component, which is not known.
    pub hangs_on: Vec<UnknownIx>,
}

/// Which components laws mean, each worked out once.
#[derive(Default)]
pub struct Meanings(Memo<(LawIx, ComponentIx), Option<Meant>>);

/// Whether a list names who runs a component.
enum Naming {
    No,
    /// It hangs on who runs it.
    Possibly(Vec<UnknownIx>),
    Yes,
}

/// Somebody who runs a component.
enum Runner {
    /// Somebody who is named, and the unknown when that is a candidate.
    Known(EntityIx, Option<UnknownIx>),
    Hidden(UnknownIx),
}

/// Who runs a component.
struct Runners {
    all: Vec<Runner>,
    /// They run what rests on it.
    above: bool,
}

impl Denial {
    /// The ways that count in a reading. Unknowns of `answered` are taken as answered in our favour.
    pub fn ways_in<'a>(
        &'a self,
        reading: Reading,
        answered: &'a FxHashSet<UnknownIx>,
    ) -> impl Iterator<Item = &'a Reached> + 'a {
        let counts = move |certain: bool, hangs_on: &[UnknownIx]| {
            let open = || hangs_on.iter().any(|unknown| !answered.contains(unknown));
            certain || (reading == Reading::Careful && (hangs_on.is_empty() || open()))
        };
        let meant = counts(self.meant.certain, &self.meant.hangs_on);
        self.ways.iter().filter(move |way| meant && counts(way.certain, &way.hangs_on))
    }

    /// How long after the order what is denied stops at the earliest in a reading, if it does.
    pub fn after(&self, reading: Reading) -> Option<Minutes> {
        let none = FxHashSet::default();
        self.ways_in(reading, &none).map(|way| way.after).min()
    }

    /// The best way.
    pub fn best(&self) -> Option<Reached> {
        let meant = |way: &Reached| {
            let mut way = way.clone();
            if !self.meant.certain {
                way.certain = false;
                way.hangs_on.extend(&self.meant.hangs_on);
            }
            way
        };
        best_of(self.ways.iter().map(meant))
    }

    /// What the ways that are sooner than every certain one hang on.
    pub fn hangs_on(&self) -> Vec<UnknownIx> {
        let certain = self.after(Reading::Settled).unwrap_or(Minutes::NEVER);
        let sooner = self.ways.iter().filter(|way| way.after < certain);
        let of_ways = sooner.flat_map(|way| way.hangs_on.iter().copied());
        let mut found: Vec<UnknownIx> = of_ways.collect();
        if !self.meant.certain {
            found.extend(&self.meant.hangs_on);
        }
        found
    }
}

impl Settled<'_> {
    /// What a law on denial denies when it is played, in force on the day or not; sorted. Nothing of a law on
    /// access.
    pub fn denied_by(&self, law: LawIx) -> Vec<Denial> {
        if self.model.law(law).effect != Effect::Denial {
            return Vec::new();
        }
        let force = self.played(law);
        let all = self.channels.iter();
        all.filter_map(|(at, entry)| self.denial(law, at, entry, force)).collect()
    }

    /// Whether and how a law on denial denies a channel on the day.
    pub fn denies(&self, law: LawIx, at: EntryIx) -> Option<Denial> {
        self.denial(law, at, self.channels.get(at), Force::OnTheDay)
    }

    fn denial(&self, law: LawIx, at: EntryIx, entry: &Entry, force: Force) -> Option<Denial> {
        // Nobody can be ordered to deny something to himself.
        if matches!(entry.target, Target::Party(party) if self.is_organisation(party)) {
            return None;
        }
        let ways = self.ways_to(law, entry.channel?, entry.target, force);
        if ways.is_empty() {
            return None;
        }
        let meant = self.meanings.0.get((law, entry.owner), || self.meant_by(law, entry.owner));
        let meant = meant.as_ref().clone()?;
        Some(Denial { at, ways, meant })
    }

    fn meant_by(&self, law: LawIx, component: ComponentIx) -> Option<Meant> {
        let law = self.model.law(law);
        if law.targets.is_empty() && law.spares.is_empty() {
            return Some(Meant { certain: true, hangs_on: Vec::new() });
        }
        let runners = self.runners(component);
        let mut doubts = Vec::new();
        let mut certain = true;
        if !law.targets.is_empty() {
            match self.targets(&law.targets, &runners) {
                Naming::Yes => {}
                Naming::No => return None,
                Naming::Possibly(hangs_on) => {
                    certain = false;
                    doubts.extend(hangs_on);
                }
            }
        }
        match self.spares(&law.spares, &runners) {
            Naming::No => {}
            Naming::Yes => return None,
            Naming::Possibly(hangs_on) => {
                certain = false;
                doubts.extend(hangs_on);
            }
        }
        doubts.sort_unstable();
        doubts.dedup();
        Some(Meant { certain, hangs_on: doubts })
    }

    /// Whoever is named as running a component, and whoever is not known to.
    fn runners(&self, component: ComponentIx) -> Runners {
        let own = self.own_runners(component);
        if !own.is_empty() || !self.is_run_above(component) {
            return Runners { all: own, above: false };
        }
        let mut all = Vec::new();
        let mut open = vec![component];
        let mut seen: FxHashSet<ComponentIx> = open.iter().copied().collect();
        while let Some(needed) = open.pop() {
            for owner in self.circuit.watchers(needed).iter().map(|leaf| self.circuit.owner(*leaf))
            {
                if !seen.insert(owner) {
                    continue;
                }
                let own = self.own_runners(owner);
                if own.is_empty() && self.is_run_above(owner) {
                    open.push(owner);
                }
                all.extend(own);
            }
        }
        Runners { all, above: true }
    }

    fn own_runners(&self, component: ComponentIx) -> Vec<Runner> {
        let entries = self.channels.indexed(component);
        let own =
            entries.filter(|(_, entry)| entry.says_who_runs()).filter_map(
                |(at, entry)| match entry.target {
                    Target::Party(party) => Some(Runner::Known(party, self.supposed_party(at))),
                    Target::Unknown(unknown) => Some(Runner::Hidden(unknown)),
                    Target::Country(_) | Target::Site(_) => None,
                },
            );
        own.collect()
    }

    /// Whether nothing is said of who runs a component, as its layer does not call for it.
    fn is_run_above(&self, component: ComponentIx) -> bool {
        let facts = self.model.component(component);
        let said = !facts.operators.items.is_empty()
            || facts.operators.rest != trefonds_model::Rest::NotSaid;
        !said && !facts.layer.calls_for_operator()
    }

    fn targets(&self, list: &[(Denied, Span)], runners: &Runners) -> Naming {
        if names_all(list) {
            return Naming::Yes;
        }
        let mut hangs_on = Vec::new();
        for runner in &runners.all {
            match self.names(list, runner) {
                Naming::Yes => return Naming::Yes,
                Naming::No => {}
                Naming::Possibly(unknowns) => hangs_on.extend(unknowns),
            }
        }
        match hangs_on.is_empty() {
            // Nobody is known to run it, nor that nobody does.
            true if runners.above && runners.all.is_empty() => Naming::Possibly(Vec::new()),
            true => Naming::No,
            false => Naming::Possibly(hangs_on),
        }
    }

    fn spares(&self, list: &[(Denied, Span)], runners: &Runners) -> Naming {
        if list.is_empty() || !runners.above || names_all(list) {
            return if list.is_empty() { Naming::No } else { self.targets(list, runners) };
        }
        let mut hangs_on = Vec::new();
        for runner in &runners.all {
            match self.names(list, runner) {
                Naming::Yes => {}
                Naming::No => return Naming::No,
                Naming::Possibly(unknowns) => hangs_on.extend(unknowns),
            }
        }
        let all = hangs_on.is_empty() && !runners.all.is_empty();
        if all { Naming::Yes } else { Naming::Possibly(hangs_on) }
    }

    fn names(&self, list: &[(Denied, Span)], runner: &Runner) -> Naming {
        let mut named = list.iter().filter_map(|(denied, _)| match denied {
            Denied::Entity(entity) => Some(*entity),
            Denied::Organisation => None,
        });
        match runner {
            Runner::Known(entity, supposed) if named.any(|it| it == *entity) => {
                supposed.map_or(Naming::Yes, |unknown| Naming::Possibly(vec![unknown]))
            }
            Runner::Hidden(unknown)
                if named.any(|it| self.could_be(*unknown, Event::Entity(it))) =>
            {
                Naming::Possibly(vec![*unknown])
            }
            Runner::Known(..) | Runner::Hidden(_) => Naming::No,
        }
    }
}

fn names_all(list: &[(Denied, Span)]) -> bool {
    list.iter().any(|(denied, _)| *denied == Denied::Organisation)
}
