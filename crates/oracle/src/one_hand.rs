//! What is possible in one hand: all pairs, one after the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::generate::COUNTRIES;
use crate::jurisdiction::{covers, state};
use crate::lookup::Reading;
use crate::single_points::Event;
use crate::standing::{Minutes, NEVER};
use crate::survival::{Ended, Failure, Times};
use crate::unknown::{Hand, Kind, ids};
use crate::withdrawal::{Level, Withdrawal};
use crate::world::*;

/// Two that would have to be one, and the service that they would stop.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The service.
    pub service: Id,
    /// Who is named, or the first of two hands.
    pub first: Event,
    /// The unknown facts that would have to be it.
    pub hand: BTreeSet<String>,
}

impl World {
    /// All pairs of a level, with when the service would have stopped: of foreign events and unknown hands, or
    /// of all events.
    #[must_use]
    pub fn pairs(&self, level: Level, home_too: bool) -> BTreeMap<Pair, Minutes> {
        let hands = self.possible_hands(level);
        let mut found = BTreeMap::new();
        let ended = self.ended(Reading::Careful);
        let alone = |withdrawal: &Withdrawal| self.in_both(withdrawal, &ended);
        let by_hand: Vec<[Times; 2]> =
            hands.iter().map(|hand| alone(&hidden(level, hand.clone()))).collect();
        for named in self.named_at(level, home_too) {
            let of = Withdrawal { level, named: Some(named.clone()), hands: Vec::new() };
            let by_named = alone(&of);
            for (hand, by_hand) in hands.iter().zip(&by_hand) {
                if self.could_be(hand, &of) {
                    let both = alone(&Withdrawal { hands: hand.clone(), ..of.clone() });
                    let first = Event::Named(named.clone());
                    self.add(&mut found, first, hand, [&by_named, by_hand, &both], &of);
                }
            }
        }
        for (at, hand) in hands.iter().enumerate() {
            for (other, by_other) in hands.iter().zip(&by_hand).skip(at + 1) {
                if self.could_be_one(hand, other, level) {
                    let both = hand.iter().chain(other).cloned().collect();
                    let of = hidden(level, both);
                    let both = alone(&of);
                    let first = Event::Hidden(ids(hand));
                    self.add(&mut found, first, other, [&by_hand[at], by_other, &both], &of);
                }
            }
        }
        found
    }

    fn add(
        &self,
        found: &mut BTreeMap<Pair, Minutes>,
        first: Event,
        hand: &Hand,
        times: [&[Times; 2]; 3],
        of: &Withdrawal,
    ) {
        for service in self.services() {
            let itself = of.level == Level::Component && of.named.as_ref() == Some(&service);
            for in_world in [0, 1] {
                let [a, b, both] = times.map(|it| it[in_world][&service]);
                if both < NEVER && a == NEVER && b == NEVER && !itself {
                    let (service, first) = (service.clone(), first.clone());
                    let pair = Pair { service, first, hand: ids(hand) };
                    found.entry(pair).or_insert(both);
                }
            }
        }
    }

    /// The careful times: where they are earlier than from what has ended; and, of what fails from that, as
    /// if it were back.
    fn in_both(&self, of: &Withdrawal, ended: &Times) -> [Times; 2] {
        let off = self.off(of, Reading::Careful);
        let [mut now, mut back] = [Ended::Down, Ended::Back]
            .map(|world| self.times(&off, Reading::Careful, Failure::Stops, world));
        for (id, time) in &mut now {
            if ended.get(id).is_some_and(|ended| *time >= *ended) {
                *time = NEVER;
            }
        }
        for (id, time) in &mut back {
            if !ended.contains_key(id) {
                *time = NEVER;
            }
        }
        [now, back]
    }

    /// Who is named at a level: for controllers, all above whom there is nobody, whatever they control today.
    fn named_at(&self, level: Level, home_too: bool) -> Vec<Id> {
        let all: BTreeSet<Id> = match level {
            Level::Controller => {
                let all = self.entities.iter().flat_map(|it| self.tops(&it.id));
                all.filter(|it| !self.organisation.contains(it)).collect()
            }
            _ => {
                let events = self.events(level).into_iter();
                events.filter_map(|(_, of)| of.named).collect()
            }
        };
        let counts = |named: &Id| {
            let of = Withdrawal { level, named: Some(named.clone()), hands: Vec::new() };
            level.is_of_things() || home_too || self.is_foreign(&of).1
        };
        all.into_iter().filter(counts).collect()
    }

    fn possible_hands(&self, level: Level) -> Vec<Hand> {
        let all = match level {
            Level::Component => {
                let needs = |hand: &Hand| hand.iter().any(|it| it.kind == Kind::Requirements);
                self.hands().into_iter().filter(needs).collect()
            }
            _ => self.hands_at(level),
        };
        all.into_iter().filter(|hand| self.hand_may_be_foreign(hand)).collect()
    }

    /// Whether a hand could be who is named.
    #[must_use]
    pub fn could_be(&self, hand: &Hand, of: &Withdrawal) -> bool {
        let kinds = hand.iter().any(|it| match (it.kind, of.level) {
            (Kind::Requirements, _) | (_, Level::Jurisdiction) => true,
            (Kind::Place, Level::Site) => true,
            (_, Level::Component | Level::Site) | (Kind::Country | Kind::SiteCountry, _) => false,
            (Kind::Parents, level) => level == Level::Controller,
            (Kind::Place, _) => self.runs_a_site(of),
            _ => true,
        });
        kinds && hand.iter().all(|it| self.bounds_allow(&it.hidden, of))
    }

    fn runs_a_site(&self, of: &Withdrawal) -> bool {
        let off = self.off(of, Reading::Careful);
        let mut operators =
            self.sites.iter().flat_map(|site| self.read(&site.operators, Reading::Careful));
        operators.any(|operator| off.parties.contains(operator))
    }

    fn bounds_allow(&self, bounds: &Hidden, of: &Withdrawal) -> bool {
        let Some(named) = &of.named else { return true };
        let here = |entity: &str, code: &str| {
            let countries = self.countries_of(entity, Reading::Careful);
            countries.iter().any(|country| covers(code, country))
        };
        let nowhere_else = |entity: &str, code: &str| {
            let countries = self.countries_of(entity, Reading::Careful);
            let all = !countries.is_empty() && countries.iter().all(|it| covers(code, it));
            all && !self.country_unknown(entity)
        };
        let ruled_out = bounds.not.iter().any(|who| match (self.entity(who), of.level) {
            (_, Level::Component | Level::Site) => false,
            (Some(_), Level::Jurisdiction) => false,
            (Some(_), _) => who == named,
            (None, Level::Jurisdiction) => covers(who, named),
            (None, _) => nowhere_else(named, who),
        });
        let off = self.off(of, Reading::Careful);
        let is_it = |who: &String| match (self.entity(who), of.level) {
            (_, Level::Component | Level::Site) => false,
            (Some(_), _) => off.parties.contains(who),
            (None, Level::Jurisdiction) => covers(who, named) || state(who) == named,
            (None, _) => here(named, who) || self.country_unknown(named),
        };
        !ruled_out && bounds.among.as_ref().is_none_or(|among| among.iter().any(is_it))
    }

    fn country_unknown(&self, entity: &str) -> bool {
        self.unknowns().iter().any(|it| it.kind == Kind::Country && it.subject == entity)
    }

    /// Whether two hands could be one.
    fn could_be_one(&self, a: &Hand, b: &Hand, level: Level) -> bool {
        let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (a.kind, b.kind)));
        let kinds = pairs.into_iter().any(|(a, b)| match (a.min(b), a.max(b)) {
            (Kind::Requirements, _) | (_, Kind::Requirements) => true,
            _ if level == Level::Jurisdiction => true,
            (a, b) if level == Level::Site => (a, b) == (Kind::Place, Kind::Place),
            (Kind::Country | Kind::SiteCountry, _) | (_, Kind::Country | Kind::SiteCountry) => {
                false
            }
            (Kind::Place, Kind::Parents) => false,
            (Kind::Parents, _) | (_, Kind::Parents) => level == Level::Controller,
            (Kind::Place, other) => matches!(other, Kind::Place | Kind::SiteOperator),
            (_, Kind::Place) => false,
            _ => true,
        });
        kinds && self.bounds_meet(a, b)
    }

    /// Whether somebody is left whom both could be.
    fn bounds_meet(&self, a: &Hand, b: &Hand) -> bool {
        let all: Vec<&Hidden> = a.iter().chain(b).map(|it| &it.hidden).collect();
        let mut among = all.iter().filter_map(|it| it.among.as_ref());
        let Some(first) = among.next() else { return true };
        let others: Vec<&Vec<String>> = among.collect();
        first.iter().any(|who| {
            let ruled_out = all.iter().any(|it| it.not.contains(who));
            let overlap = |list: &&Vec<String>| list.iter().any(|other| self.overlap(who, other));
            !ruled_out && others.iter().all(overlap)
        })
    }

    fn overlap(&self, a: &str, b: &str) -> bool {
        let incorporated = |entity: &str, code: &str| {
            let countries = self.countries_of(entity, Reading::Careful);
            self.country_unknown(entity) || countries.iter().any(|it| covers(code, it))
        };
        match (self.entity(a), self.entity(b)) {
            (Some(_), Some(_)) => a == b,
            (Some(_), None) => incorporated(a, b),
            (None, Some(_)) => incorporated(b, a),
            (None, None) => COUNTRIES.iter().any(|it| covers(a, it) && covers(b, it)),
        }
    }
}

fn hidden(level: Level, hands: Vec<crate::unknown::Unknown>) -> Withdrawal {
    Withdrawal { level, named: None, hands }
}
