//! What the program tells, in the words of the rules, so that the two can be compared.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_ask::{Detail, SinglePointOptions};
use trefonds_findings::{self as findings, Certainty, EventKind, Level as Asked, SinglePoints};
use trefonds_oracle::exposure::Exposed;
use trefonds_oracle::laws::Reach;
use trefonds_oracle::single_points::{Event, Stop};
use trefonds_oracle::standing::NEVER;
use trefonds_oracle::withdrawal::Level;
use trefonds_oracle::world::{Channel, Grade, Question, World};

use crate::program::{Differences, ask, worlds};

/// The levels, as the rules and as the program call them.
pub const LEVELS: [(Level, Asked); 4] = [
    (Level::Component, Asked::Component),
    (Level::Entity, Asked::Entity),
    (Level::Controller, Asked::Controller),
    (Level::Jurisdiction, Asked::Jurisdiction),
];

/// The levels of faults.
pub const OF_FAULTS: [(Level, Asked); 4] = [
    (Level::Component, Asked::Component),
    (Level::Entity, Asked::Entity),
    (Level::Site, Asked::Site),
    (Level::Controller, Asked::Controller),
];

/// The levels of what is asked.
pub const fn levels(of: Question) -> [(Level, Asked); 4] {
    match of {
        Question::Withdrawal => LEVELS,
        Question::Fault => OF_FAULTS,
    }
}

/// The names under which each unknown fact is told: all facts that hide the same.
pub struct Hands(Vec<BTreeSet<String>>);

impl Hands {
    /// Those of a world.
    pub fn of(world: &World) -> Self {
        Self(world.hands().iter().map(|hand| trefonds_oracle::unknown::ids(hand)).collect())
    }

    /// All that hide the same as one.
    pub fn hidden(&self, id: &str) -> BTreeSet<String> {
        let own = || BTreeSet::from([id.to_owned()]);
        self.0.iter().find(|hand| hand.contains(id)).cloned().unwrap_or_else(own)
    }
}

/// The single points, by service and event.
pub fn points(found: &SinglePoints, hands: &Hands) -> BTreeMap<(String, Event), Stop> {
    let named = found.findings.iter().filter(|it| it.event_kind != EventKind::Ended);
    let points = named.map(|it| {
        let event = match it.event_kind {
            EventKind::Unknown => Event::Hidden(hands.hidden(&it.event)),
            _ => Event::Named(it.event.clone()),
        };
        let minutes = |time: Option<u32>| time.map_or(NEVER, i64::from);
        let (careful, settled) = (it.survival_minutes.careful, it.survival_minutes.settled);
        let certain = it.certainty == Certainty::Certain;
        let stop = Stop { careful: minutes(careful), settled: minutes(settled), certain };
        ((it.service.clone(), event), stop)
    });
    points.collect()
}

/// What degrades a service before it stops it, or without.
pub fn degradations(found: &SinglePoints) -> BTreeMap<(String, String), Stop> {
    let line = |it: &findings::Degradation| {
        let minutes = |time: Option<u32>| time.map_or(NEVER, i64::from);
        let (careful, settled) = (it.degraded_minutes.careful, it.degraded_minutes.settled);
        let certain = it.certainty == Certainty::Certain;
        let stop = Stop { careful: minutes(careful), settled: minutes(settled), certain };
        ((it.service.id.clone(), it.event.id.clone()), stop)
    };
    found.degradations.iter().map(line).collect()
}

/// A service and an event; nobody where two unknown facts would have to be one.
pub type Told = (String, Event);

/// The unknown facts of what is possible in one hand, and the earliest time.
pub type OneHand = BTreeMap<Told, (BTreeSet<String>, i64)>;

/// What is possible in one hand.
pub fn one_hand(found: &SinglePoints, hands: &Hands) -> OneHand {
    let mut all: OneHand = BTreeMap::new();
    for it in &found.one_hand {
        let event = it.event.as_ref();
        let event = event.map_or(Event::Hidden(BTreeSet::new()), |it| Event::Named(it.id.clone()));
        let facts = it.other.iter().chain([&it.unknown]).chain(&it.also);
        let facts = facts.flat_map(|fact| hands.hidden(&fact.id));
        let told = all.entry((it.service.id.clone(), event)).or_insert((BTreeSet::new(), NEVER));
        told.0.extend(facts);
        told.1 = told.1.min(i64::from(it.minutes));
    }
    all
}

fn channel(it: findings::Channel) -> Channel {
    match it {
        findings::Channel::Location => Channel::Location,
        findings::Channel::Operation => Channel::Operation,
        findings::Channel::Supply => Channel::Supply,
        findings::Channel::Change => panic!("no rule of these worlds speaks of changes"),
        findings::Channel::Ownership => panic!("ownership is a link, and no channel of data"),
    }
}

fn grade(it: findings::Grade) -> Grade {
    match it {
        findings::Grade::Direct => Grade::Direct,
        findings::Grade::ViaControl => Grade::ViaControl,
        findings::Grade::ViaGroup => Grade::ViaGroup,
        findings::Grade::Technology => Grade::Technology,
        findings::Grade::Arguable => Grade::Arguable,
        findings::Grade::Undetermined => Grade::Undetermined,
        findings::Grade::None => Grade::None,
    }
}

/// The exposure: each component and each class in the best way that is told.
pub fn exposure(exposure: findings::Exposure) -> BTreeMap<Exposed, Reach> {
    let mut best: BTreeMap<Exposed, Reach> = BTreeMap::new();
    for it in exposure.findings {
        let others = it.others.into_iter().map(|it| (it.component, it.grade, it.data));
        for (component, own, data) in others.chain([(it.component, it.grade, it.data)]) {
            let reach = Reach { possible: it.certainty == Certainty::Possible, grade: grade(own) };
            for class in data.into_iter().map(Some).chain([None]) {
                let exposed = Exposed {
                    service: it.service.id.clone(),
                    law: it.law.as_ref().map(|law| law.id.clone()),
                    jurisdiction: it.jurisdiction.clone(),
                    channel: it.channel.map(channel),
                    component: component.id.clone(),
                    class,
                };
                let kept = best.entry(exposed).or_insert(reach);
                *kept = (*kept).min(reach);
            }
        }
    }
    best
}

/// One world, asked at one level.
pub struct Case<'w> {
    pub number: u64,
    pub world: &'w World,
    pub hands: &'w Hands,
    pub level: Level,
    /// Whether events at home count too.
    pub home_too: bool,
    /// What the program finds.
    pub found: SinglePoints,
}

impl Case<'_> {
    /// The case in words.
    pub fn told(&self) -> String {
        format!("{:?}, home too: {}", self.level, self.home_too)
    }
}

/// Asks each of so many worlds at each level that its question has, and says where a law finds the rules and the
/// program to differ.
pub fn each_world_and_level(
    count: u64,
    world: impl Fn(u64) -> World,
    home: &[bool],
    mut law: impl FnMut(&Case<'_>, &mut Differences),
) {
    let mut differences = Differences::default();
    for number in worlds(count) {
        let world = world(number);
        let hands = Hands::of(&world);
        ask(&world, |analysis| {
            for (level, asked) in levels(world.question) {
                for home_too in home.iter().copied() {
                    let detail = Detail::Unproven;
                    let options =
                        SinglePointOptions { home_too, detail, ..SinglePointOptions::at(asked) };
                    let found = analysis.single_points(&options);
                    let (world, hands) = (&world, &hands);
                    let case = Case { number, world, hands, level, home_too, found };
                    law(&case, &mut differences);
                }
            }
        });
    }
    differences.none();
}
