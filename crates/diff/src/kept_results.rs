//! Results that a snapshot kept, as a side of a diff.

use std::collections::BTreeMap;

use trefonds_ask::Options;
use trefonds_findings::{
    Facts, Matter, Named, Rename, SnapshotResults, State, SubjectKind, UnknownFact,
};

use crate::consequences::{MatterKey, Results};

/// One side of a diff: what is declared and, of a snapshot, what followed then.
#[derive(Clone, Debug)]
pub struct Side {
    /// What is declared.
    pub facts: Facts,
    /// What followed, if it was kept.
    pub kept: KeptResults,
    /// The day and home that a snapshot was asked for; the inventory's own where there is none.
    pub asked: Options,
}

impl Side {
    /// The day and home of this side: those of a diff, else its own.
    pub(crate) fn question(&self, of_both: &Options) -> Options {
        Options {
            as_of: of_both.as_of.or(self.asked.as_of),
            home: of_both.home.clone().or_else(|| self.asked.home.clone()),
            question: of_both.question,
        }
    }
}

/// Results that were kept.
#[derive(Clone, Debug)]
pub enum KeptResults {
    /// None: an inventory, whose results are worked out now.
    Nothing,
    /// Those of the program of this version.
    Results {
        /// The version of the program.
        program: String,
        /// What followed.
        results: Box<SnapshotResults>,
        /// Whether that program knew what is possible in one hand, and what has ended.
        says_one_hand: bool,
    },
    /// Some that this program cannot read.
    Unreadable {
        /// The version of the program that wrote them.
        program: String,
    },
}

impl From<Facts> for Side {
    fn from(facts: Facts) -> Self {
        Self { facts, kept: KeptResults::Nothing, asked: Options::default() }
    }
}

/// The kept results under the new ids.
pub(crate) fn results(kept: &SnapshotResults, says_one_hand: bool, renames: &[Rename]) -> Results {
    let (overview, exposure) = (kept.overview.clone(), kept.exposure.clone());
    let mut results = Results::from_parts(overview, &kept.single_points, exposure, says_one_hand);
    if !renames.is_empty() {
        let ids = Ids::of(renames);
        let matters = std::mem::take(&mut results.matters);
        let renamed = matters
            .into_iter()
            .map(|(key, (matter, state))| (ids.key(key), (ids.matter(matter), ids.state(state))));
        results.matters = renamed.collect();
    }
    results
}

/// New ids by old ones.
struct Ids<'r> {
    ids: BTreeMap<(SubjectKind, &'r str), &'r str>,
}

impl<'r> Ids<'r> {
    fn of(renames: &'r [Rename]) -> Self {
        let ids = renames.iter().map(|it| ((it.subject, it.old.as_str()), it.new.as_str()));
        Self { ids: ids.collect() }
    }

    fn id(&self, kind: SubjectKind, id: &str) -> String {
        self.ids.get(&(kind, id)).map_or(id, |new| new).to_owned()
    }

    /// An event: an entity, a country, or an unknown fact, `kind:subject` or `kind:subject:party`.
    fn event(&self, id: &str) -> String {
        let mut parts = id.split(':');
        let (Some(first), Some(subject)) = (parts.next(), parts.next()) else {
            return self.id(SubjectKind::Entity, id);
        };
        let kind = match first {
            "country" | "parents" | "votes" => SubjectKind::Entity,
            "site-country" | "site-operator" => SubjectKind::Site,
            _ => SubjectKind::Component,
        };
        let mut renamed = format!("{first}:{}", self.id(kind, subject));
        for about in parts {
            renamed.push(':');
            renamed.push_str(&self.id(SubjectKind::Entity, about));
        }
        renamed
    }

    fn key(&self, key: MatterKey) -> MatterKey {
        match key {
            MatterKey::SinglePoint(level, event, service) => MatterKey::SinglePoint(
                level,
                self.event(&event),
                self.id(SubjectKind::Component, &service),
            ),
            MatterKey::Ended(service) => {
                MatterKey::Ended(self.id(SubjectKind::Component, &service))
            }
            MatterKey::OneHand(level, hands, event, service) => MatterKey::OneHand(
                level,
                hands,
                event.map(|event| self.event(&event)),
                self.id(SubjectKind::Component, &service),
            ),
            MatterKey::Exposure(jurisdiction, law, service, channel) => MatterKey::Exposure(
                self.event(&jurisdiction),
                law.map(|law| self.id(SubjectKind::Law, &law)),
                self.id(SubjectKind::Component, &service),
                channel,
            ),
            MatterKey::BlindSpot(fact) => MatterKey::BlindSpot(self.event(&fact)),
        }
    }

    fn named(&self, kind: SubjectKind, named: Named) -> Named {
        Named { id: self.id(kind, &named.id), name: named.name }
    }

    fn matter(&self, matter: Matter) -> Matter {
        match matter {
            Matter::SinglePoint { level, service, event, unknown } => Matter::SinglePoint {
                level,
                service: self.named(SubjectKind::Component, service),
                event: Named { id: self.event(&event.id), name: event.name },
                unknown: unknown.map(|fact| self.unknown(fact)),
            },
            Matter::Ended { service } => {
                Matter::Ended { service: self.named(SubjectKind::Component, service) }
            }
            Matter::OneHand { level, service, event } => Matter::OneHand {
                level,
                service: self.named(SubjectKind::Component, service),
                event: event.map(|it| Named { id: self.event(&it.id), name: it.name }),
            },
            Matter::Exposure { service, jurisdiction, law, channel, unknown } => Matter::Exposure {
                service: self.named(SubjectKind::Component, service),
                jurisdiction: self.event(&jurisdiction),
                law: law.map(|law| self.named(SubjectKind::Law, law)),
                channel,
                unknown: unknown.map(|fact| self.unknown(fact)),
            },
            Matter::BlindSpot { fact, subject, unknown } => {
                let fact = self.event(&fact);
                // The fact names its subject, whatever that is.
                let id = fact.split(':').nth(1).unwrap_or(&subject.id).to_owned();
                let unknown = unknown.map(|fact| self.unknown(fact));
                Matter::BlindSpot { subject: Named { id, name: subject.name }, fact, unknown }
            }
        }
    }

    fn state(&self, state: Option<State>) -> Option<State> {
        let mut state = state?;
        state.hands = state.hands.into_iter().map(|fact| self.unknown(fact)).collect();
        state.hands.sort_by(|a, b| a.id.cmp(&b.id));
        for thing in state.down.iter_mut().flat_map(|down| &mut down.things) {
            thing.component = self.named(SubjectKind::Component, thing.component.clone());
        }
        Some(state)
    }

    /// The names are left: they are what people read.
    fn unknown(&self, fact: UnknownFact) -> UnknownFact {
        UnknownFact { id: self.event(&fact.id), ..fact }
    }
}
