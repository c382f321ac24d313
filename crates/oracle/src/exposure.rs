//! Which law reaches the data of which service: over all that it rests on, redundancy or not.

use std::collections::{BTreeMap, BTreeSet};

use crate::ends::End;
use crate::jurisdiction::{runs_in, state};
use crate::laws::Reach;
use crate::lookup::Reading;
use crate::unknown::{Kind, Unknown};
use crate::world::*;

/// What reaches the data of a service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exposed {
    /// The service.
    pub service: Id,
    /// The law; `None` where no law of the jurisdiction is declared, or it is not known whose.
    pub law: Option<Id>,
    /// The jurisdiction; `None` where a missing fact hides it.
    pub jurisdiction: Option<String>,
    /// Over which channel; `None` where nobody has said what a component rests on.
    pub channel: Option<Channel>,
    /// The component that holds the data.
    pub component: Id,
    /// The class of the data; `None`: whatever it holds.
    pub class: Option<String>,
}

/// Who asks for the data.
#[derive(Clone, Copy)]
enum Claim<'w> {
    Law(&'w Law),
    Country(&'w str),
    Somebody,
}

impl World {
    /// The exposure of all services, each in its best way: to foreign jurisdictions, or to all.
    #[must_use]
    pub fn exposure(&self, home_too: bool) -> BTreeMap<Exposed, Reach> {
        let unknowns = self.unknowns();
        let mut found = BTreeMap::new();
        for service in self.services() {
            for (component, surely) in self.cone(&service) {
                for (exposed, reach) in self.reached(&component, &unknowns, home_too) {
                    let exposed = Exposed { service: service.clone(), ..exposed };
                    let reach = if surely { reach } else { reach.possibly() };
                    let best = found.entry(exposed).or_insert(reach);
                    *best = (*best).min(reach);
                }
            }
        }
        found
    }

    /// All that a service rests on, by soft requirements and all alternatives too; and whether it does without
    /// any candidate.
    fn cone(&self, service: &str) -> BTreeMap<Id, bool> {
        let mut all = BTreeSet::from([service.to_owned()]);
        let mut sure = all.clone();
        for (found, candidates) in [(&mut all, true), (&mut sure, false)] {
            loop {
                let more: Vec<Id> =
                    found.iter().flat_map(|id| self.named_by(id, candidates)).collect();
                let before = found.len();
                found.extend(more);
                if found.len() == before {
                    break;
                }
            }
        }
        all.into_iter().map(|id| (id.clone(), sure.contains(&id))).collect()
    }

    fn named_by(&self, id: &str, candidates: bool) -> Vec<Id> {
        let mut found = Vec::new();
        let needs = self.component(id).into_iter().flat_map(|it| &it.needs.items);
        let mut open: Vec<&Fact<Need>> = needs.collect();
        while let Some(need) = open.pop() {
            if !self.holds(need) || (need.candidate && !candidates) {
                continue;
            }
            match &need.what.gate {
                Gate::One(id) => found.push(id.clone()),
                Gate::All(of) | Gate::Any(of) | Gate::Least(_, of) => open.extend(of),
            }
        }
        found
    }

    /// What reaches the data of one component; the service is still to be said.
    fn reached(&self, id: &str, unknowns: &[Unknown], home_too: bool) -> Vec<(Exposed, Reach)> {
        let Some(component) = self.component(id).filter(|it| self.is_there(it)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let exposed = |channel, law: Option<&Law>, jurisdiction, class| Exposed {
            service: Id::new(),
            law: law.map(|law| law.id.clone()),
            jurisdiction,
            channel,
            component: id.to_owned(),
            class,
        };
        let mut add = |channel, claim: Claim<'_>, reach: Reach| {
            let (law, jurisdiction) = match claim {
                Claim::Law(law) => (Some(law), Some(law.jurisdiction.clone())),
                Claim::Country(country) => (None, Some(country.to_owned())),
                Claim::Somebody => (None, None),
            };
            for (class, readable) in self.readable(component, claim, unknowns) {
                for class in [class, None] {
                    let exposed = exposed(Some(channel), law, jurisdiction.clone(), class);
                    found.push((exposed, reach.and(readable)));
                }
            }
        };
        for (channel, end, surely) in self.ends(component, unknowns) {
            let reach = |reach: Reach| if surely { reach } else { reach.possibly() };
            for law in self.access_laws() {
                let way = match &end {
                    End::Party(party) => self.law_reaches(law, channel, party),
                    End::Country(country) => self.law_reaches_place(law, country),
                    End::Unknown => None,
                };
                if let Some(way) =
                    way.filter(|_| home_too || self.is_foreign_law(&law.jurisdiction))
                {
                    add(channel, Claim::Law(law), reach(way));
                }
            }
            if channel != Channel::Supply {
                for country in self.silent_countries(&end) {
                    add(channel, Claim::Country(&country), Reach::UNDETERMINED);
                }
            }
            let asked = channel != Channel::Supply || self.some_law_asks_suppliers();
            if asked && self.hides_a_jurisdiction(&end, unknowns) {
                add(channel, Claim::Somebody, Reach::UNDETERMINED);
            }
        }
        let unsaid = |it: &Unknown| it.kind == Kind::Requirements && it.subject == id;
        if unknowns.iter().any(unsaid) {
            found.push((exposed(None, None, None, None), Reach::UNDETERMINED));
        }
        found
    }

    /// The data of a component by class, and whether who asks, and has it, can read it.
    fn readable(
        &self,
        component: &Component,
        claim: Claim<'_>,
        unknowns: &[Unknown],
    ) -> Vec<(Option<String>, Reach)> {
        let sure = Reach { possible: false, grade: Grade::Direct };
        let mut found = Vec::new();
        for data in component.data.items.iter().filter(|it| self.holds(it)) {
            let reach = match &data.what.form {
                Form::Clear => Some(sure),
                Form::NotSaid => Some(sure.possibly()),
                Form::Encrypted(keys) => self.has_keys(keys, claim, unknowns),
            };
            let reach = reach.map(|it| if data.candidate { it.possibly() } else { it });
            found.extend(reach.map(|reach| (data.what.class.clone(), reach)));
        }
        let stated = &component.data;
        let held = !component.operators.items.is_empty() || !component.places.items.is_empty();
        let unknown = match stated.rest {
            Rest::Undisclosed(_) => true,
            Rest::NotSaid => component.layer.calls_for_operator() || held,
            Rest::Nothing => self.is_over(stated),
        };
        if unknown {
            found.push((None, sure.possibly()));
        }
        found
    }

    /// Whether who asks reaches somebody who holds the keys, by any channel.
    fn has_keys(&self, keys: &Stated<Id>, claim: Claim<'_>, unknowns: &[Unknown]) -> Option<Reach> {
        let named = keys.items.iter().filter_map(|key| {
            let holder = &key.what;
            let end = End::Party(holder.clone());
            let known = match claim {
                Claim::Law(law) => self.law_compels(law, holder),
                Claim::Country(country) => {
                    let here = self.states_of(holder).contains(country);
                    here.then_some(Reach::UNDETERMINED)
                }
                Claim::Somebody => {
                    let abroad = self.states_of(holder).iter().any(|it| self.is_abroad(it));
                    let mut laws = self.access_laws();
                    let by_law = laws.any(|law| {
                        let foreign = self.is_foreign_law(&law.jurisdiction);
                        foreign && self.law_compels(law, holder).is_some()
                    });
                    (abroad || by_law).then_some(Reach::UNDETERMINED)
                }
            };
            let hidden = self.hides_a_jurisdiction(&end, unknowns);
            known.or_else(|| hidden.then_some(Reach::UNDETERMINED))
        });
        let unknown =
            (keys.rest != Rest::Nothing).then_some(Reach { possible: true, grade: Grade::Direct });
        named.min().or(unknown)
    }

    /// How a law reaches somebody by any of its channels.
    fn law_compels(&self, law: &Law, holder: &str) -> Option<Reach> {
        let all = [Channel::Operation, Channel::Supply, Channel::Location];
        all.into_iter().filter_map(|it| self.law_reaches(law, it, holder)).min()
    }

    /// The foreign states behind a channel of which no law on access is declared.
    fn silent_countries(&self, end: &End) -> BTreeSet<String> {
        let all = match end {
            End::Party(party) => self.states_of(party),
            End::Country(country) => BTreeSet::from([state(country).to_owned()]),
            End::Unknown => BTreeSet::new(),
        };
        let spoken_for =
            |country: &str| self.access_laws().any(|law| runs_in(&law.jurisdiction, country));
        all.into_iter().filter(|it| self.is_abroad(it) && !spoken_for(it)).collect()
    }

    /// The states of an entity and of everybody who may be above it.
    fn states_of(&self, entity: &str) -> BTreeSet<String> {
        let mut all = self.above(entity, Reading::Careful);
        all.push(entity.to_owned());
        let countries = all.iter().flat_map(|it| self.countries_of(it, Reading::Careful));
        countries.map(|country| state(&country).to_owned()).collect()
    }

    /// Whether a missing fact hides a jurisdiction behind a channel.
    fn hides_a_jurisdiction(&self, end: &End, unknowns: &[Unknown]) -> bool {
        let party = match end {
            End::Unknown => return true,
            End::Country(_) => return false,
            End::Party(party) => party,
        };
        let mut all = self.above(party, Reading::Careful);
        all.push(party.clone());
        unknowns.iter().filter(|it| all.contains(&it.subject)).any(|it| match it.kind {
            Kind::Country => true,
            Kind::Parents => self.may_be_controlled(&it.subject),
            _ => false,
        })
    }

    fn some_law_asks_suppliers(&self) -> bool {
        let mut rules = self.access_laws().flat_map(|law| &law.reaches);
        rules.any(|rule| rule.channel == Channel::Supply)
    }
}
