//! By which ways jurisdictions reach the data that one component holds.

use std::collections::BTreeSet;
use std::sync::Arc;

use trefonds_findings::{Reading, Why};
use trefonds_model::{
    Channel, ComponentIx, Country, Effect, EntityIx, Grade, Law, LawIx, Minutes, Text,
};

use super::data_held::{Condition, DataContext, DataHeld, Reachable};
use crate::Analysis;
use trefonds_settle::channels::{Entry, EntryIx, Target};
use trefonds_settle::proof::Edge;
use trefonds_settle::reach::Reached;
use trefonds_settle::unknowns::UnknownIx;

/// One way in which a jurisdiction reaches the data of one component.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// `None`: a missing fact hides which.
    pub jurisdiction: Option<String>,
    /// The missing fact that hides the jurisdiction: a foreign controller of its own.
    pub hidden_by: Option<UnknownIx>,
    pub foreign: bool,
    /// `None`: no law of the jurisdiction on access is declared.
    pub law: Option<LawIx>,
    pub channel: Option<Channel>,
    pub grade: Grade,
    pub certain: bool,
    pub hangs_on: Vec<UnknownIx>,
    pub classes: Vec<Text>,
    pub edges: Vec<Edge>,
}

impl Way {
    /// What is told apart: jurisdiction, or what hides it; law; channel.
    pub(super) fn kind(&self) -> Kind<'_> {
        (self.jurisdiction.as_deref(), self.hidden_by, self.law, self.channel)
    }

    /// What is told as one: of the same kind, as certain and as firm.
    fn told_with(&self) -> (Kind<'_>, bool, Grade) {
        (self.kind(), self.certain, self.grade)
    }

    /// Better first: certain, then firmer, then shorter.
    pub(super) fn key(&self) -> (bool, Grade, usize) {
        (!self.certain, self.grade, self.edges.len())
    }
}

/// What ways are told apart by.
pub(super) type Kind<'a> = (Option<&'a str>, Option<UnknownIx>, Option<LawIx>, Option<Channel>);

/// Who asks for the data: whom a key holder must answer to as well.
#[derive(Clone, Copy)]
enum Claim {
    Law(LawIx),
    Country(Country),
    Nobody,
}

impl Analysis<'_> {
    /// Every way into the data that a component holds, one a jurisdiction, law and channel.
    pub(super) fn ways_into(
        &self,
        component: ComponentIx,
        context: &DataContext,
        home_too: bool,
    ) -> Vec<Way> {
        let mut ways = Vec::new();
        let held = self.held(component, context);
        for (at, entry) in self.channels().indexed(component) {
            match (entry.channel, entry.target) {
                // What it rests on is not known, so neither is who holds a copy.
                (None, Target::Unknown(unknown)) => ways.push(nobody_knows(at, entry, unknown)),
                _ if held.is_empty() => {}
                (Some(channel), _) => {
                    for (claim, way) in self.claims(at, entry, channel, context, home_too) {
                        ways.extend(self.through_condition(&held, claim, way, context));
                    }
                }
                (None, _) => {}
            }
        }
        best_of_each(ways)
    }

    /// Everybody who could claim what stands behind a channel, as if the data were clear.
    fn claims(
        &self,
        at: EntryIx,
        entry: &Entry,
        channel: Channel,
        context: &DataContext,
        home_too: bool,
    ) -> Vec<(Claim, Way)> {
        let mut claims = Vec::new();
        for law in self.access_laws(home_too, context.played()) {
            if let Some(mut reached) = self.reaches_by(law, channel, entry.target) {
                // A party that is only a candidate is reached possibly.
                if let Some(unknown) = entry.unknown.filter(|it| self.is_candidate(*it)) {
                    reached.certain = false;
                    reached.hangs_on.push(unknown);
                }
                claims.push((Claim::Law(law), self.by_law(at, law, channel, reached)));
            }
        }
        let held_here = matches!(channel, Channel::Location | Channel::Operation);
        if held_here || self.a_law_looks_at(channel) {
            claims.extend(self.by_unknowns(at, entry, channel, context));
        }
        if held_here {
            claims.extend(self.by_silent_countries(at, entry, channel, context));
        }
        claims
    }

    /// Those that hold on the day, and those that are played.
    fn access_laws(&self, home_too: bool, played: &[LawIx]) -> Vec<LawIx> {
        let calendar = self.calendar();
        let laws = self.model().laws.iter().enumerate();
        let counts = |at, law: &Law| calendar.holds(law.note) || played.contains(&LawIx(at as u32));
        laws.filter(|(at, law)| law.effect == Effect::Access && counts(*at, law))
            .filter(|(_, law)| home_too || self.is_foreign_jurisdiction(law.jurisdiction))
            .map(|(at, _)| LawIx(at as u32))
            .collect()
    }

    fn a_law_looks_at(&self, channel: Channel) -> bool {
        let laws = self.access_laws(true, &[]);
        let mut rules = laws.iter().flat_map(|law| &self.model().law(*law).reaches);
        rules.any(|rule| rule.channel == channel)
    }

    /// How a law that counts reaches the far end of a channel: played, when it is not in force.
    fn reaches_by(&self, law: LawIx, channel: Channel, target: Target) -> Option<Reached> {
        if self.calendar().holds(self.model().law(law).note) {
            self.law_reaches(law, channel, target)
        } else {
            self.played_law_reaches(law, channel, target)
        }
    }

    fn is_candidate(&self, unknown: UnknownIx) -> bool {
        self.unknowns().get(unknown).why == Why::Candidate
    }

    /// Whether a jurisdiction is outside home.
    fn by_law(&self, at: EntryIx, law: LawIx, channel: Channel, reached: Reached) -> Way {
        let jurisdiction = self.model().law(law).jurisdiction;
        let mut edges = vec![Edge::Channel(at)];
        edges.extend(reached.edges);
        Way {
            jurisdiction: Some(jurisdiction.code().to_owned()),
            hidden_by: None,
            foreign: self.is_foreign_jurisdiction(jurisdiction),
            law: Some(law),
            channel: Some(channel),
            grade: reached.grade,
            certain: reached.certain,
            hangs_on: reached.hangs_on,
            classes: Vec::new(),
            edges,
        }
    }

    /// Parties that are not known, whose country is not known, or that may have an unnamed parent.
    fn by_unknowns(
        &self,
        at: EntryIx,
        entry: &Entry,
        channel: Channel,
        context: &DataContext,
    ) -> Vec<(Claim, Way)> {
        let unknowns: Vec<UnknownIx> = match entry.target {
            Target::Unknown(unknown) => vec![unknown],
            Target::Country(_) | Target::Site(_) => Vec::new(),
            Target::Party(party) => self.hidden_jurisdictions(party, context).to_vec(),
        };
        let ways = unknowns.into_iter().map(|unknown| {
            let mut edges = vec![Edge::Channel(at)];
            if matches!(entry.target, Target::Party(_)) {
                edges.push(Edge::Assumed(unknown));
            }
            (Claim::Nobody, undetermined(None, Some(channel), vec![unknown], edges))
        });
        ways.collect()
    }

    fn hidden_jurisdictions(&self, party: EntityIx, context: &DataContext) -> Arc<Vec<UnknownIx>> {
        context.hidden.get(party, || self.unknown_jurisdictions(party))
    }

    /// The unknown facts that hide a jurisdiction of an entity or of those above it.
    fn unknown_jurisdictions(&self, party: EntityIx) -> Vec<UnknownIx> {
        let chain = self.control(Reading::Careful).above[party.at()].iter().chain([&party]);
        let unknowns = chain.flat_map(|entity| {
            let facts = &self.entities()[entity.at()];
            facts.unknown_country.into_iter().chain(facts.unknown_parent)
        });
        unknowns.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Foreign countries of which the inventory declares no law on access: whether one reaches is
    /// undetermined, never "no".
    fn by_silent_countries(
        &self,
        at: EntryIx,
        entry: &Entry,
        channel: Channel,
        context: &DataContext,
    ) -> Vec<(Claim, Way)> {
        let countries = match entry.target {
            Target::Country(country) => Arc::new(vec![(country.state(), Vec::new())]),
            Target::Unknown(_) | Target::Site(_) => Arc::default(),
            Target::Party(party) => self.countries_of(party, context),
        };
        let ways = countries.iter().filter_map(|(country, way)| {
            let law = context.law_of.get(country)?;
            let mut edges = vec![Edge::Channel(at)];
            edges.extend(way);
            Some((
                Claim::Country(*country),
                undetermined(Some(*country), Some(channel), vec![*law], edges),
            ))
        });
        ways.collect()
    }

    /// The countries of an entity and of those above it, with the way there.
    fn countries_of(&self, party: EntityIx, context: &DataContext) -> Arc<Vec<Reachable>> {
        context.countries.get(party, || self.countries_above(party))
    }

    fn countries_above(&self, party: EntityIx) -> Vec<Reachable> {
        let chain = [&party].into_iter().chain(&self.control(Reading::Careful).above[party.at()]);
        let mut found: Vec<Reachable> = Vec::new();
        for entity in chain {
            for country in self.entities()[entity.at()].countries(Reading::Careful) {
                if found.iter().any(|(seen, _)| *seen == country.state()) {
                    continue;
                }
                let none = rustc_hash::FxHashSet::default();
                let reading = Reading::Careful;
                let mut edges = self.control_edges(*entity, party, reading, &none);
                edges.push(Edge::Incorporated(*entity, country));
                found.push((country.state(), edges));
            }
        }
        found
    }

    /// What a claim reaches of what is held: clear data, encrypted data only with the keys.
    fn through_condition(
        &self,
        held: &[DataHeld],
        claim: Claim,
        way: Way,
        context: &DataContext,
    ) -> Vec<Way> {
        let ways = held.iter().filter_map(|held| {
            let mut way = way.clone();
            way.classes.extend(held.class);
            if let Some(candidate) = held.candidate {
                way.certain = false;
                way.hangs_on.push(candidate);
            }
            match &held.condition {
                Condition::Clear => {}
                Condition::Unknown(unknown) => {
                    way.certain = false;
                    way.hangs_on.push(*unknown);
                }
                Condition::Keys { holders, unknown } => {
                    self.with_keys(&mut way, claim, holders, *unknown, context)?;
                }
            }
            Some(way)
        });
        ways.collect()
    }

    /// Encrypted data is reached only when the same law reaches whoever holds the keys.
    fn with_keys(
        &self,
        way: &mut Way,
        claim: Claim,
        holders: &[EntityIx],
        unknown: Option<UnknownIx>,
        context: &DataContext,
    ) -> Option<()> {
        let reached = holders.iter().filter_map(|holder| self.claim_on(claim, *holder, context));
        let Some(reached) = reached.min_by_key(Reached::key) else {
            way.certain = false;
            way.hangs_on.push(unknown?);
            return Some(());
        };
        way.grade = way.grade.max(reached.grade);
        way.certain &= reached.certain;
        way.hangs_on.extend(reached.hangs_on);
        Some(())
    }

    /// How a claim reaches a holder of keys, who possesses them.
    fn claim_on(&self, claim: Claim, holder: EntityIx, context: &DataContext) -> Option<Reached> {
        let hidden = self.hidden_jurisdictions(holder, context);
        let known = match claim {
            Claim::Law(law) => self.law_on(law, holder),
            Claim::Country(country) => {
                let countries = self.countries_of(holder, context);
                let inside = countries.iter().any(|(own, _)| *own == country);
                inside.then(|| undetermined_reach(Vec::new()))
            }
            // Whoever it is may be under any law that reaches the holder of the keys.
            Claim::Nobody => {
                let countries = self.countries_of(holder, context);
                let abroad = countries.iter().any(|(own, _)| self.is_foreign_country(*own));
                let laws = self.access_laws(false, context.played()).into_iter();
                let by_law = laws.filter_map(|law| self.law_on(law, holder));
                match by_law.min_by_key(Reached::key) {
                    _ if abroad => Some(undetermined_reach(Vec::new())),
                    reached => reached.map(|reached| undetermined_reach(reached.hangs_on)),
                }
            }
        };
        known.or_else(|| (!hidden.is_empty()).then(|| undetermined_reach(hidden.to_vec())))
    }

    /// How a law reaches somebody by any channel that it names: it is the holder who is compelled.
    fn law_on(&self, law: LawIx, holder: EntityIx) -> Option<Reached> {
        let channels = [Channel::Operation, Channel::Supply, Channel::Location];
        let ways = channels.map(|channel| self.reaches_by(law, channel, Target::Party(holder)));
        ways.into_iter().flatten().min_by_key(Reached::key)
    }
}

const fn undetermined_reach(hangs_on: Vec<UnknownIx>) -> Reached {
    let after = Minutes::ZERO;
    Reached { grade: Grade::Undetermined, certain: false, hangs_on, after, edges: Vec::new() }
}

fn undetermined(
    country: Option<Country>,
    channel: Option<Channel>,
    hangs_on: Vec<UnknownIx>,
    edges: Vec<Edge>,
) -> Way {
    Way {
        jurisdiction: country.map(|country| country.code().to_owned()),
        hidden_by: hangs_on.first().copied().filter(|_| country.is_none()),
        foreign: true,
        law: None,
        channel,
        grade: Grade::Undetermined,
        certain: false,
        hangs_on,
        classes: Vec::new(),
        edges,
    }
}

fn nobody_knows(at: EntryIx, entry: &Entry, unknown: UnknownIx) -> Way {
    undetermined(None, entry.channel, vec![unknown], vec![Edge::Channel(at)])
}

/// The best way of each kind, certainty and grade: what is said of one class of data holds for it, not
/// for another. Classes and unknown facts of the others are kept, as answering one of them alone would
/// leave the others.
fn best_of_each(ways: Vec<Way>) -> Vec<Way> {
    let mut best: Vec<Way> = Vec::new();
    for mut way in ways {
        match best.iter_mut().find(|other| other.told_with() == way.told_with()) {
            None => best.push(way),
            Some(kept) => {
                if way.key() < kept.key() {
                    std::mem::swap(kept, &mut way);
                }
                let missing = way.classes.iter().filter(|class| !kept.classes.contains(class));
                let missing: Vec<Text> = missing.copied().collect();
                kept.classes.extend(missing);
                if !kept.certain {
                    kept.hangs_on.extend(way.hangs_on);
                }
            }
        }
    }
    for way in &mut best {
        way.hangs_on.sort_unstable();
        way.hangs_on.dedup();
    }
    best
}
