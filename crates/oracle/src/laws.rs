//! Whom a law reaches, and how firmly.

use std::collections::BTreeSet;

use crate::day::Dates;
use crate::jurisdiction::{covers, runs_in};
use crate::lookup::Reading;
use crate::standing::Minutes;
use crate::world::*;

/// How something is reached: the less, the worse. Certain ways come before possible ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reach {
    /// In the careful reading only.
    pub possible: bool,
    /// How firmly.
    pub grade: Grade,
}

impl Reach {
    /// A fact is missing.
    pub const UNDETERMINED: Self = Self { possible: true, grade: Grade::Undetermined };

    /// What is reached only if both are.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let possible = self.possible || other.possible;
        Self { possible, grade: self.grade.max(other.grade) }
    }

    /// The same, possibly.
    #[must_use]
    pub const fn possibly(self) -> Self {
        Self { possible: true, grade: self.grade }
    }
}

impl World {
    /// The laws on access that hold on the day.
    pub fn access_laws(&self) -> impl Iterator<Item = &Law> {
        self.laws.iter().filter(|law| law.access && law.dates.hold(self.as_of))
    }

    /// Whether a jurisdiction is outside home; the Union is within the economic area.
    #[must_use]
    pub fn is_foreign_law(&self, jurisdiction: &str) -> bool {
        let at_home = |home: &String| match jurisdiction {
            "EU" => home == "EU" || home == "EEA",
            "EEA" => home == "EEA",
            country => covers(home, country),
        };
        !self.home.iter().any(at_home)
    }

    /// The best way in which a law reaches a party over a channel.
    #[must_use]
    pub fn law_reaches(&self, law: &Law, channel: Channel, party: &str) -> Option<Reach> {
        let rules = self.rules(law, channel);
        let ways = rules.flat_map(|rule| {
            Reading::BOTH.into_iter().filter_map(|reading| {
                let possible = reading == Reading::Careful;
                let holds = self.rule_holds(law, rule, party, reading);
                holds.then(|| Reach { possible, grade: grade_of(rule) })
            })
        });
        ways.min()
    }

    /// The best way in which a law reaches what stands in a country.
    #[must_use]
    pub fn law_reaches_place(&self, law: &Law, country: &str) -> Option<Reach> {
        let rules = self.rules(law, Channel::Location);
        let direct = rules.filter(|rule| rule.link == Link::Direct);
        let here = direct.filter(|_| runs_in(&law.jurisdiction, country));
        here.map(|rule| Reach { possible: false, grade: grade_of(rule) }).min()
    }

    /// A law on denial as it is played: one that is not in force, as if it were.
    #[must_use]
    pub fn played(&self, law: &Law) -> Law {
        let mut played = law.clone();
        let in_force = law.dates.hold(self.as_of)
            && law.reaches.iter().any(|rule| rule.dates.hold(self.as_of));
        if !in_force {
            played.reaches.iter_mut().for_each(|rule| rule.dates = Dates::default());
        }
        played
    }

    /// How long after the order a law on denial switches off the channel of a party: by the rule that does so
    /// first, where it reaches for certain, and that is not contested.
    #[must_use]
    pub fn denied_after(
        &self,
        law: &Law,
        channel: Channel,
        party: &str,
        reading: Reading,
    ) -> Option<Minutes> {
        let law = firm(law, reading);
        // What is so for certain is so.
        let readings = Reading::BOTH.into_iter().filter(|it| *it <= reading).collect::<Vec<_>>();
        let holds =
            |rule: &&Rule| readings.iter().any(|it| self.rule_holds(&law, rule, party, *it));
        self.rules(&law, channel).filter(holds).map(|rule| rule.after).min()
    }

    /// The same of what stands in a country.
    #[must_use]
    pub fn place_denied_after(
        &self,
        law: &Law,
        country: &str,
        reading: Reading,
    ) -> Option<Minutes> {
        let law = firm(law, reading);
        let rules = self.rules(&law, Channel::Location);
        let here = rules.filter(|rule| rule.link == Link::Direct);
        here.filter(|_| runs_in(&law.jurisdiction, country)).map(|rule| rule.after).min()
    }

    fn rules<'w>(&'w self, law: &'w Law, channel: Channel) -> impl Iterator<Item = &'w Rule> {
        let rules = law.reaches.iter().filter(move |rule| rule.channel == channel);
        rules.filter(|rule| rule.dates.hold(self.as_of) && grade_of(rule) != Grade::None)
    }

    /// A law on denial reaches by technology whoever runs something that rests on what comes from there, too.
    fn rule_holds(&self, law: &Law, rule: &Rule, party: &str, reading: Reading) -> bool {
        let jurisdiction = &law.jurisdiction;
        let looks_below =
            !law.access && rule.link == Link::Technology && rule.channel == Channel::Operation;
        self.link_holds(rule.link, jurisdiction, party, reading)
            || (looks_below && self.runs_technology(jurisdiction, party, reading))
    }

    fn runs_technology(&self, jurisdiction: &str, party: &str, reading: Reading) -> bool {
        let standing = self.standing();
        let there = || self.components.iter().filter(|it| standing.contains(&it.id));
        let run = there().filter(|it| self.read(&it.operators, reading).any(|own| own == party));
        let mut rests: BTreeSet<&Id> = run.map(|it| &it.id).collect();
        loop {
            let before = rests.len();
            for owner in there().filter(|it| rests.contains(&it.id)).collect::<Vec<_>>() {
                for need in self.read(&owner.needs, reading) {
                    self.add_members(&need.gate, &mut rests);
                }
            }
            if rests.len() == before {
                break;
            }
        }
        let below = there().filter(|it| rests.contains(&it.id));
        let mut makers = below.flat_map(|it| self.read(&it.suppliers, reading));
        makers.any(|it| self.link_holds(Link::Technology, jurisdiction, &it.entity, reading))
    }

    fn add_members<'w>(&'w self, gate: &'w Gate, to: &mut BTreeSet<&'w Id>) {
        match gate {
            Gate::One(id) => {
                to.insert(id);
            }
            Gate::All(members) | Gate::Any(members) | Gate::Least(_, members) => {
                for member in members.iter().filter(|it| self.holds(it)) {
                    self.add_members(&member.what.gate, to);
                }
            }
        }
    }

    fn link_holds(&self, link: Link, jurisdiction: &str, party: &str, reading: Reading) -> bool {
        let inside = |entity: &Id| {
            let countries = self.countries_of(entity, reading);
            countries.iter().any(|country| runs_in(jurisdiction, country))
        };
        let direct = || inside(&party.to_owned());
        let above = || self.above(party, reading);
        match link {
            Link::Direct => direct(),
            Link::ViaControl => above().iter().any(inside),
            Link::Technology => direct() || above().iter().any(inside),
            Link::ViaGroup => {
                let above = above();
                let mut tops = above.clone();
                tops.push(party.to_owned());
                let members = tops
                    .iter()
                    .flat_map(|top| self.controlled(std::slice::from_ref(top), &[], reading));
                let mut others = members.filter(|it| it != party && !above.contains(it));
                others.any(|it| inside(&it))
            }
        }
    }
}

/// In the settled reading, a law without what is contested of it.
fn firm(law: &Law, reading: Reading) -> Law {
    let mut law = law.clone();
    law.reaches.retain(|rule| reading == Reading::Careful || grade_of(rule) != Grade::Arguable);
    law
}

fn grade_of(rule: &Rule) -> Grade {
    rule.grade.unwrap_or(match rule.link {
        Link::Direct => Grade::Direct,
        Link::ViaControl => Grade::ViaControl,
        Link::ViaGroup => Grade::ViaGroup,
        Link::Technology => Grade::Technology,
    })
}
