//! Unknown hands: unknown facts that could name a party or a place, and whom they could be.

use rustc_hash::FxHashSet;
use trefonds_model::{Country, EntityIx, Hidden, Jurisdiction, SiteIx, Who};
use trefonds_model::{FactKind, Level, Reading, Why};

use crate::Settled;
use crate::channels::Known;
use crate::events::{Event, Scope};
use crate::unknowns::{Subject, Unknown, UnknownIx};

impl Settled<'_> {
    /// What an unknown hand controls by the votes of several unknown facts that hide it.
    pub(crate) fn with_votes(
        &self,
        unknowns: &[UnknownIx],
        settled: &FxHashSet<UnknownIx>,
    ) -> Vec<EntityIx> {
        let more = self.votes_of(unknowns);
        if more.len() < 2 {
            return Vec::new();
        }
        self.stakes.fixpoint_of(None, &more, Reading::Careful, settled)
    }

    /// The votes that unknown facts hide, by the entity in which they are.
    pub fn votes_of(&self, unknowns: &[UnknownIx]) -> Vec<(EntityIx, u64)> {
        let votes = unknowns.iter().filter_map(|unknown| {
            let Subject::Entity(held) = self.unknowns.get(*unknown).subject else { return None };
            let (own, votes) = self.entities[held.at()].unnamed?;
            (own == *unknown).then_some((held, votes))
        });
        votes.collect()
    }

    /// The entities of which unknown facts hide the country.
    pub fn of_country<'a>(
        &'a self,
        unknowns: &'a [UnknownIx],
    ) -> impl Iterator<Item = EntityIx> + 'a {
        unknowns.iter().filter_map(|at| match self.unknowns.get(*at) {
            Unknown { fact: FactKind::Country, subject: Subject::Entity(entity), .. } => {
                Some(*entity)
            }
            _ => None,
        })
    }

    /// Whether an unknown could be foreign: anybody could, unless it is one of those who are not.
    pub fn may_be_foreign(&self, unknown: UnknownIx) -> bool {
        let hidden = self.unknowns.hidden_with(unknown);
        let mut bounds =
            hidden.iter().filter_map(|at| self.model.hidden_of(self.unknowns.get(*at).hidden));
        bounds.all(|bound| match &bound.among {
            None => true,
            Some(among) => among.iter().any(|who| self.who_is_foreign(*who)),
        })
    }

    fn who_is_foreign(&self, who: Who) -> bool {
        match who {
            Who::Entity(entity) => self.foreign_entity(entity).careful,
            Who::Component(_) => true,
            Who::Site(site) => {
                let facts = &self.sites[site.at()];
                let abroad = facts.countries.iter().any(|c| self.is_foreign_country(c.value));
                abroad || !facts.unknown_countries.is_empty()
            }
            Who::Jurisdiction(jurisdiction) => self.is_foreign_jurisdiction(jurisdiction),
        }
    }

    /// Whether a jurisdiction covers a country on the day.
    pub(crate) fn covers(&self, jurisdiction: Jurisdiction, country: Country) -> bool {
        jurisdiction.covers(country, self.day)
    }

    /// Entities and all that they hold anything of, at any depth.
    pub fn holdings_below(&self, tops: &[EntityIx]) -> Vec<EntityIx> {
        let mut found: FxHashSet<EntityIx> = tops.iter().copied().collect();
        let mut all: Vec<EntityIx> = tops.to_vec();
        let mut next = 0;
        while let Some(holder) = all.get(next).copied() {
            next += 1;
            all.extend(self.stakes.held_by(holder).filter(|held| found.insert(*held)));
        }
        all
    }

    /// Whether an unknown fact could name a party or a place.
    pub fn is_hand(&self, unknown: UnknownIx) -> bool {
        let facts = self.unknowns.get(unknown);
        let hidden = facts.why != Why::Candidate;
        hidden
            && matches!(
                facts.fact,
                FactKind::Requirements
                    | FactKind::Operator
                    | FactKind::Suppliers
                    | FactKind::Site
                    | FactKind::Country
                    | FactKind::SiteCountry
                    | FactKind::SiteOperator
                    | FactKind::Parents
            )
            || hidden
                && facts.fact == FactKind::ChangedBy
                && !matches!(facts.why, Why::NotSaid | Why::Lapsed)
    }
}

/// The kinds of hands, by whom they could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Somebody: an operator, a supplier, the operator of a site.
    Party,
    /// Somebody above an entity.
    Parent,
    /// A country: of an entity, of a site.
    Country,
    /// A place.
    Place,
    /// Anything: what a component needs.
    Need,
}

impl Settled<'_> {
    fn kind_of(&self, hand: UnknownIx) -> Option<Kind> {
        Some(match self.unknowns.get(hand).fact {
            FactKind::Operator
            | FactKind::Suppliers
            | FactKind::SiteOperator
            | FactKind::ChangedBy => Kind::Party,
            FactKind::Parents => Kind::Parent,
            FactKind::Country | FactKind::SiteCountry => Kind::Country,
            FactKind::Site => Kind::Place,
            FactKind::Requirements => Kind::Need,
            _ => return None,
        })
    }

    /// Whether an unknown hand could be what an event withdraws, or part of it.
    pub fn could_be(&self, hand: UnknownIx, event: Event) -> bool {
        let hidden = self.unknowns.hidden_with(hand);
        let kinds = hidden.iter().any(|at| match (self.kind_of(*at), event) {
            (None, _) | (_, Event::Unknown(_) | Event::Ended(_)) => false,
            (Some(Kind::Need), _) | (Some(_), Event::Country(_)) => true,
            (Some(Kind::Place), Event::Site(site)) => self.could_be_site(*at, site),
            (_, Event::Site(_)) => false,
            (_, Event::Component(_)) | (Some(Kind::Country), _) => false,
            (Some(Kind::Party), _) => true,
            (Some(Kind::Parent), Event::Controller(_)) => true,
            (Some(Kind::Parent), Event::Entity(_)) => false,
            (Some(Kind::Place), Event::Entity(entity)) => self.runs_a_site(&[entity]),
            (Some(Kind::Place), Event::Controller(top)) => {
                let below = self.with_below(top, Reading::Careful, &FxHashSet::default());
                self.runs_a_site(&below)
            }
        });
        kinds && self.bounds_of(hand).all(|bound| self.allows(bound, event))
    }

    /// Whether two unknown hands could be one at a level.
    pub fn could_be_one(&self, a: UnknownIx, b: UnknownIx, level: Level) -> bool {
        let (of_a, of_b) = (self.unknowns.hidden_with(a), self.unknowns.hidden_with(b));
        let pairs = of_a.iter().flat_map(|a| of_b.iter().map(move |b| (*a, *b)));
        let mut kinds = pairs.filter_map(|(a, b)| {
            let runs_it = |place: UnknownIx, party: UnknownIx| {
                let site = self.unknowns.get(party).fact == FactKind::SiteOperator;
                site && self.kind_of(place) == Some(Kind::Place)
            };
            Some(match (self.kind_of(a)?, self.kind_of(b)?) {
                (Kind::Need, _) | (_, Kind::Need) => true,
                _ if level == Level::Jurisdiction => true,
                (a, b) if level == Level::Site => a == Kind::Place && b == Kind::Place,
                (Kind::Country, _) | (_, Kind::Country) => false,
                (Kind::Parent, other) | (other, Kind::Parent) => {
                    level != Level::Entity && other != Kind::Place
                }
                (Kind::Place, Kind::Party) => runs_it(a, b),
                (Kind::Party, Kind::Place) => runs_it(b, a),
                (Kind::Party, Kind::Party) | (Kind::Place, Kind::Place) => true,
            })
        });
        kinds.any(|possible| possible) && self.bounds_meet(a, b)
    }

    /// Whether an unknown place could be a declared site.
    pub fn could_be_site(&self, hand: UnknownIx, site: SiteIx) -> bool {
        let hidden = self.unknowns.hidden_with(hand);
        let kinds =
            hidden.iter().any(|at| matches!(self.kind_of(*at), Some(Kind::Place | Kind::Need)));
        let facts = &self.sites[site.at()];
        let is = |who: &Who| match who {
            Who::Site(own) => *own == site,
            Who::Component(_) => false,
            Who::Entity(entity) => facts.operators.iter().any(|it| it.value == *entity),
            Who::Jurisdiction(of) => facts.countries.iter().any(|it| self.covers(*of, it.value)),
        };
        let unsure = !facts.unknown_countries.is_empty();
        kinds
            && self.bounds_of(hand).all(|bound| {
                let not = bound.not.iter().any(|who| is(who) && !matches!(who, Who::Entity(_)));
                let among = bound.among.as_ref();
                !not && among.is_none_or(|among| unsure || among.iter().any(is))
            })
    }

    fn runs_a_site(&self, entities: &[EntityIx]) -> bool {
        let mut operators = self.sites.iter().flat_map(|site| &site.operators);
        operators.any(|operator| entities.contains(&operator.value))
    }

    fn bounds_of(&self, hand: UnknownIx) -> impl Iterator<Item = &Hidden> + '_ {
        let hidden = self.unknowns.hidden_with(hand);
        hidden.into_iter().filter_map(|at| self.model.hidden_of(self.unknowns.get(at).hidden))
    }

    /// Whether what is said of a hand leaves open that it is what an event withdraws.
    fn allows(&self, bound: &Hidden, event: Event) -> bool {
        let not = bound.not.iter().any(|who| self.is_all_of(*who, event));
        let among = bound.among.as_ref();
        !not && among.is_none_or(|among| among.iter().any(|who| self.is_part_of(*who, event)))
    }

    /// Whether who is ruled out is the event itself.
    fn is_all_of(&self, who: Who, event: Event) -> bool {
        match (who, event) {
            (Who::Entity(own), Event::Entity(entity) | Event::Controller(entity)) => own == entity,
            (Who::Component(own), Event::Component(component)) => own == component,
            (Who::Jurisdiction(of), Event::Country(country)) => self.covers(of, country),
            (Who::Jurisdiction(of), Event::Entity(entity) | Event::Controller(entity)) => {
                let facts = &self.entities[entity.at()];
                let mut countries = facts.countries(Reading::Careful).peekable();
                countries.peek().is_some()
                    && facts.unknown_country.is_none()
                    && countries.all(|country| self.covers(of, country))
            }
            _ => false,
        }
    }

    /// Whether somebody, or some place, is withdrawn by an event.
    fn is_part_of(&self, who: Who, event: Event) -> bool {
        let scope = || self.scope(event, Reading::Careful, &FxHashSet::default());
        match (who, event) {
            (Who::Component(own), Event::Component(component)) => own == component,
            (Who::Component(_), _) => false,
            (Who::Entity(own), _) => scope().parties.binary_search(&own).is_ok(),
            (Who::Site(site), _) => {
                let facts = &self.sites[site.at()];
                let scope = scope();
                let here = |it: &Known<Country>| scope.country == Some(it.value.state());
                let run = |it: &Known<EntityIx>| scope.parties.binary_search(&it.value).is_ok();
                !facts.unknown_countries.is_empty()
                    || facts.countries.iter().any(here)
                    || facts.operators.iter().any(run)
            }
            (Who::Jurisdiction(of), Event::Country(country)) => self.covers(of, country),
            (Who::Jurisdiction(of), Event::Entity(entity) | Event::Controller(entity)) => {
                let facts = &self.entities[entity.at()];
                facts.unknown_country.is_some()
                    || facts.countries(Reading::Careful).any(|country| self.covers(of, country))
            }
            (Who::Jurisdiction(_), _) => false,
        }
    }

    /// Whether what is said of two hands leaves open that they are one.
    fn bounds_meet(&self, a: UnknownIx, b: UnknownIx) -> bool {
        let all: Vec<&Hidden> = self.bounds_of(a).chain(self.bounds_of(b)).collect();
        let among: Vec<&[Who]> = all.iter().filter_map(|it| it.among.as_deref()).collect();
        let Some((first, others)) = among.split_first() else { return true };
        first.iter().any(|who| {
            let ruled_out = all.iter().any(|bound| bound.not.contains(who));
            let meets = |list: &&[Who]| list.iter().any(|other| self.overlap(*who, *other));
            !ruled_out && others.iter().all(meets)
        })
    }

    fn overlap(&self, a: Who, b: Who) -> bool {
        match (a, b) {
            (Who::Entity(entity), Who::Jurisdiction(of))
            | (Who::Jurisdiction(of), Who::Entity(entity)) => {
                let facts = &self.entities[entity.at()];
                facts.unknown_country.is_some()
                    || facts.countries(Reading::Careful).any(|country| self.covers(of, country))
            }
            (Who::Site(site), Who::Jurisdiction(of)) | (Who::Jurisdiction(of), Who::Site(site)) => {
                let facts = &self.sites[site.at()];
                !facts.unknown_countries.is_empty()
                    || facts.countries.iter().any(|it| self.covers(of, it.value))
            }
            (Who::Jurisdiction(a), Who::Jurisdiction(b)) => a.meets(&b, self.day),
            (a, b) => a == b,
        }
    }

    /// What an event and some unknown hands switch off together when they are one: the votes of the
    /// hands are those of the event.
    pub fn joint_scope(&self, event: Option<Event>, hands: &[UnknownIx]) -> Scope {
        let none = FxHashSet::default();
        let reading = Reading::Careful;
        let mut scope = event.map(|event| self.scope(event, reading, &none)).unwrap_or_default();
        let all: Vec<UnknownIx> =
            hands.iter().flat_map(|hand| self.unknowns.hidden_with(*hand)).collect();
        for hand in hands {
            let own = self.scope(Event::Unknown(*hand), reading, &none);
            scope.parties.extend(own.parties);
            scope.unknowns.extend(own.unknowns);
        }
        scope.parties.extend(self.with_joint_votes(event, &all, || self.holders_near(&all)));
        scope.parties.sort_unstable();
        scope.parties.dedup();
        scope.unknowns.sort_unstable();
        scope.unknowns.dedup();
        scope
    }

    /// Whom an event controls when the votes that unknown facts hide are its own. `near` is
    /// [`Settled::holders_near`] of these, worked out where it is needed.
    pub fn with_joint_votes(
        &self,
        event: Option<Event>,
        hidden: &[UnknownIx],
        near: impl FnOnce() -> Vec<EntityIx>,
    ) -> Vec<EntityIx> {
        let more = self.votes_of(hidden);
        if more.is_empty() || matches!(event, Some(Event::Entity(_) | Event::Component(_))) {
            return Vec::new();
        }
        let mut holders: Vec<Option<EntityIx>> = self.of_country(hidden).map(Some).collect();
        match event {
            Some(Event::Controller(top)) => holders.push(Some(top)),
            Some(Event::Country(country)) => {
                let here = |it: &EntityIx| self.entities[it.at()].is_in(country, Reading::Careful);
                holders.extend(near().into_iter().filter(here).map(Some));
            }
            _ => {}
        }
        holders.push(None);
        let none = FxHashSet::default();
        let controlled = |holder| self.stakes.fixpoint_of(holder, &more, Reading::Careful, &none);
        holders.into_iter().flat_map(controlled).collect()
    }

    /// Whoever holds votes, at any distance, where those that unknown facts hide count: all others control
    /// no more with them than each alone. Sorted.
    pub fn holders_near(&self, hidden: &[UnknownIx]) -> Vec<EntityIx> {
        let held: Vec<EntityIx> = self.votes_of(hidden).into_iter().map(|(held, _)| held).collect();
        self.holders_above(&self.holdings_below(&held))
    }

    /// Some entities, and all who hold votes in them, at any distance, however few; sorted.
    pub fn holders_above(&self, of: &[EntityIx]) -> Vec<EntityIx> {
        let mut all: Vec<EntityIx> = of.to_vec();
        all.sort_unstable();
        all.dedup();
        let mut found: FxHashSet<EntityIx> = all.iter().copied().collect();
        let mut next = 0;
        while let Some(held) = all.get(next).copied() {
            next += 1;
            all.extend(self.stakes.holders_of(held).filter(|holder| found.insert(*holder)));
        }
        all.sort_unstable();
        all
    }
}
