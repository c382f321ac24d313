//! Results that a snapshot kept, as a side of a diff.

use std::collections::BTreeMap;

use trefonds_findings::{Facts, Matter, Named, Rename, SnapshotResults, SubjectKind};

use crate::consequences::{MatterKey, Results};

/// One side of a diff: what is declared and, of a snapshot, what followed then.
#[derive(Clone, Debug)]
pub struct Side {
    /// What is declared.
    pub facts: Facts,
    /// What followed, if it was kept.
    pub kept: Kept,
}

/// Results that were kept.
#[derive(Clone, Debug)]
pub enum Kept {
    /// None: an inventory, whose results are worked out now.
    Nothing,
    /// Those of the program of this version.
    Results {
        /// The version of the program.
        program: String,
        /// What followed.
        results: Box<SnapshotResults>,
    },
    /// Some that this program cannot read.
    Unreadable {
        /// The version of the program that wrote them.
        program: String,
    },
}

impl From<Facts> for Side {
    fn from(facts: Facts) -> Self {
        Self { facts, kept: Kept::Nothing }
    }
}

/// The kept results under the new ids.
pub(crate) fn results(kept: &SnapshotResults, renames: &[Rename]) -> Results {
    let mut results =
        Results::from_parts(kept.overview.clone(), &kept.single_points, kept.exposure.clone());
    if !renames.is_empty() {
        let ids = Ids::of(renames);
        let matters = std::mem::take(&mut results.matters);
        let renamed = matters
            .into_iter()
            .map(|(key, (matter, state))| (ids.key(key), (ids.matter(matter), state)));
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
            Matter::SinglePoint { level, service, event } => Matter::SinglePoint {
                level,
                service: self.named(SubjectKind::Component, service),
                event: Named { id: self.event(&event.id), name: event.name },
            },
            Matter::Exposure { service, jurisdiction, law, channel } => Matter::Exposure {
                service: self.named(SubjectKind::Component, service),
                jurisdiction: self.event(&jurisdiction),
                law: law.map(|law| self.named(SubjectKind::Law, law)),
                channel,
            },
            Matter::BlindSpot { fact, subject } => {
                let fact = self.event(&fact);
                // The fact names its subject, whatever that is.
                let id = fact.split(':').nth(1).unwrap_or(&subject.id).to_owned();
                Matter::BlindSpot { subject: Named { id, name: subject.name }, fact }
            }
        }
    }
}
