//! Proofs as text and places.

use trefonds_findings::{Named, Provenance, Reading, Step, StepKind, Witness};
use trefonds_model::{ChangeWay, Channel, ComponentIx, EntityIx, Minutes, NoteIx};
use trefonds_settle::channels::{EntryIx, Target};
use trefonds_settle::circuit::{Gate, NodeIx, Parent};
use trefonds_settle::proof::{Edge, Proof};
use trefonds_settle::search::Search;
use trefonds_settle::unknowns::Subject;

use crate::Analysis;

/// What the steps of one story have in common.
pub(crate) struct Telling<'a> {
    pub reading: Reading,
    /// What the story ends at.
    pub event: Named,
    /// The times, when the story is about failures.
    pub search: Option<&'a Search>,
}

impl Telling<'_> {
    fn time(&self, component: ComponentIx) -> Option<u32> {
        self.search?.time(component)
    }
}

impl Analysis<'_> {
    /// A proof as text and places.
    pub(crate) fn witness(&self, proof: &Proof, search: &Search) -> Witness {
        let telling = Telling {
            reading: proof.reading,
            event: self.event_named(proof.event),
            search: Some(search),
        };
        let steps = proof.edges.iter().flat_map(|edge| self.steps(*edge, &telling)).collect();
        Witness { reading: proof.reading, fails_at: proof.fails_at.0, steps }
    }

    pub(crate) fn steps(&self, edge: Edge, telling: &Telling<'_>) -> Vec<Step> {
        let assumes =
            self.assumed_by(edge, telling.reading).map(|unknown| self.unknown_fact(unknown));
        let step = |kind, from, to, fails_at, provenance| Step {
            kind,
            from,
            to,
            fails_at,
            provenance,
            assumes: assumes.clone(),
        };
        match edge {
            Edge::Requires(leaf) | Edge::Rests(leaf) => {
                let owner = self.circuit().owner(leaf);
                let cause = matches!(edge, Edge::Requires(_));
                let (kind, provenance) = self.requirement_step(leaf);
                let kind = if cause { kind } else { StepKind::RestsOn };
                let needed = match self.circuit().node(leaf).gate {
                    Gate::Component(needed) => self.component_named(needed),
                    Gate::Group { .. } => self.component_named(owner),
                };
                vec![step(
                    kind,
                    self.component_named(owner),
                    needed,
                    telling.time(owner).filter(|_| cause),
                    provenance,
                )]
            }
            Edge::Starts(member) => {
                let (owner, facts) = (self.circuit().owner(member), self.circuit().node(member));
                let requirement = self.circuit().requirements[member.at()];
                let needed = requirement.components().first().copied().unwrap_or(owner);
                let provenance = self.provenance(requirement.at, requirement.note);
                let kind = StepKind::Starts { after: facts.starts_in.0 };
                let (from, to) = (self.component_named(owner), self.component_named(needed));
                vec![step(kind, from, to, telling.time(owner), provenance)]
            }
            Edge::Channel(entry) => self.channel_steps(entry, telling, &step),
            Edge::Party(entry) => {
                let steps = self.channel_steps(entry, telling, &step).into_iter();
                let told = steps.map(|step| match step.kind {
                    StepKind::Supply { .. } => {
                        Step { kind: StepKind::Technology, fails_at: None, ..step }
                    }
                    _ => Step { fails_at: None, ..step },
                });
                told.collect()
            }
            Edge::Stands(entry) => {
                self.channel_steps(entry, telling, &step).into_iter().take(1).collect()
            }
            Edge::Stake(stake) => {
                let stake = self.stakes().get(stake);
                let kind = stake.votes.map_or(StepKind::ControlByOtherMeans, |votes| {
                    StepKind::Votes { at_least: votes.at_least, at_most: votes.at_most }
                });
                let (from, to) = (self.entity_named(stake.held), self.entity_named(stake.holder));
                vec![step(kind, from, to, None, self.provenance(stake.at, stake.note))]
            }
            Edge::Incorporated(entity, country) => {
                let provenance = self.country_provenance(entity);
                let to = self.subject_named(Subject::Country(country));
                vec![step(StepKind::Country, self.entity_named(entity), to, None, provenance)]
            }
            Edge::Assumed(unknown) => {
                let unknown = self.unknowns().get(unknown);
                let from = self.subject_named(unknown.subject);
                let to = telling.event.clone();
                let provenance = self.provenance(unknown.at, NoteIx::default());
                vec![step(StepKind::Unknown, from, to, None, provenance)]
            }
            Edge::Ended(component) => {
                let facts = self.model().component(component);
                let (named, at, note) = match self.standing().short_of(component) {
                    Some(lost) => (self.need_named(component, lost.needed), lost.at, lost.note),
                    None => (self.component_named(component), facts.at, facts.note),
                };
                let provenance = self.provenance(at, note);
                let until = self.model().notes.get(note).validity.until;
                let past = until.filter(|until| self.day().is_some_and(|day| *until < day));
                let kind = StepKind::Ended { until: past.map(|day| day.to_string()) };
                vec![step(kind, named.clone(), named, Some(0), provenance)]
            }
            Edge::Itself(component) => {
                let named = self.component_named(component);
                let facts = self.model().component(component);
                let provenance = self.provenance(facts.at, facts.note);
                vec![step(StepKind::Itself, named.clone(), named, Some(0), provenance)]
            }
        }
    }

    /// Where the country of an entity is declared.
    pub(crate) fn country_provenance(&self, entity: EntityIx) -> Provenance {
        let facts = self.model().entity(entity);
        let calendar = self.calendar();
        let stated = facts.country.items.iter().find(|fact| calendar.holds(fact.note));
        stated.map_or_else(
            || self.provenance(facts.at, facts.note),
            |fact| self.provenance(fact.at, fact.note),
        )
    }

    /// The innermost group that offers a choice, and all tolerances on the way up.
    pub(crate) fn requirement_step(&self, leaf: NodeIx) -> (StepKind, Provenance) {
        let mut tolerates = Minutes::ZERO;
        let mut group = None;
        let mut at = leaf;
        let mut note = NoteIx::default();
        loop {
            let node = self.circuit().node(at);
            tolerates = tolerates.plus(node.tolerates);
            if note == NoteIx::default() {
                note = self.circuit().requirements[at.at()].note;
            }
            if let Some((must_fail, members)) = self.circuit().choice(at)
                && must_fail > 1
                && group.is_none()
            {
                group = Some((must_fail, members));
            }
            match node.parent {
                Parent::Component(_) => break,
                Parent::Group(parent) => at = parent,
            }
        }
        let provenance = self.provenance(self.circuit().requirements[leaf.at()].at, note);
        let soft = self.circuit().is_soft(leaf);
        (StepKind::Requires { group, tolerates: tolerates.0, soft }, provenance)
    }

    fn channel_steps(
        &self,
        at: EntryIx,
        telling: &Telling<'_>,
        step: &dyn Fn(StepKind, Named, Named, Option<u32>, Provenance) -> Step,
    ) -> Vec<Step> {
        let entry = self.channels().get(at);
        let owner = self.component_named(entry.owner);
        let fails_at = telling.time(entry.owner);
        let to = self.target_named(entry.target);
        let kind = match (entry.target, entry.channel) {
            (Target::Unknown(_), _) | (_, None) => StepKind::Unknown,
            (_, Some(Channel::Location)) => StepKind::Location,
            (_, Some(Channel::Supply)) => {
                StepKind::Supply { after: entry.delay(telling.reading).0 }
            }
            (Target::Party(party), Some(Channel::Change)) => {
                StepKind::Change { how: self.way_of_change(entry.owner, party, entry.at) }
            }
            (_, Some(_)) => StepKind::Operation,
        };
        let own = self.provenance(entry.at, entry.note);
        let Some(through) = entry.through else {
            return vec![step(kind, owner, to, fails_at, own)];
        };
        let site = self.site_named(through.site);
        let place = self.provenance(through.at, through.note);
        let mut stands = step(StepKind::Location, owner, site.clone(), fails_at, place);
        if matches!(entry.target, Target::Site(_)) {
            return vec![stands];
        }
        stands.assumes = None;
        let second = match entry.target {
            Target::Country(_) => {
                step(StepKind::Country, site, to, None, self.site_country(through.site))
            }
            _ => step(kind, site, to, None, own),
        };
        vec![stands, second]
    }

    fn way_of_change(
        &self,
        component: ComponentIx,
        party: EntityIx,
        at: trefonds_source::Span,
    ) -> Option<ChangeWay> {
        let mut changes = self.model().component(component).changes.items.iter();
        changes.find(|it| it.entity == party && it.at == at)?.how
    }

    fn site_country(&self, site: trefonds_model::SiteIx) -> Provenance {
        let facts = self.model().site(site);
        let calendar = self.calendar();
        let stated = facts.country.items.iter().find(|fact| calendar.holds(fact.note));
        stated.map_or_else(
            || self.provenance(facts.at, facts.note),
            |fact| self.provenance(fact.at, fact.note),
        )
    }
}
