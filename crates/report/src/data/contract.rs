//! What the page's script is given.
//!
//! Keys are short, since they stand there once a component. `page/src/contract.ts` has the same as types of
//! TypeScript: it is written from here (`typescript.rs`), and a test holds the two equal.

use schemars::JsonSchema;
use serde::Serialize;
use trefonds_export::map::Placed;
use trefonds_findings::{Channel, EventKind, Level};

use crate::words::Words;

/// A text in the languages of the page.
pub(crate) type Both = [String; 2];

/// A language of the page.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    En,
    Fr,
}

/// File (by number), line, column.
#[derive(Serialize, JsonSchema)]
pub(crate) struct At(pub(crate) usize, pub(crate) u32, pub(crate) u32);

/// Everything that the script works on.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Data<'a> {
    /// The language in which the page opens.
    pub(crate) lang: Language,
    /// The title of the inventory.
    pub(crate) title: Option<&'a str>,
    /// The day of the results.
    pub(crate) day: Option<&'a str>,
    /// The trusted jurisdictions.
    pub(crate) home: &'a [String],
    /// Facts known over all services, in percent.
    pub(crate) coverage: u32,
    /// The id of each service, and the facts known of it in percent.
    pub(crate) services: Vec<(&'a str, u32)>,
    /// Services that are down, or will be, from what has ended: the id, since when and by what, in both
    /// languages.
    pub(crate) down: Vec<(&'a str, Both, Both)>,
    /// Whether members of groups take over after a time, so that what stops may be up again.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) forward: bool,
    /// What can be switched off; others name it by its number.
    pub(crate) targets: Vec<Target<'a>>,
    /// The components; others name them by their number.
    pub(crate) components: Vec<Component<'a>>,
    /// The withdrawals.
    pub(crate) events: Vec<Event<'a>>,
    /// What faults switch off in the place of withdrawals, where the page holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) faults: Option<Faults<'a>>,
    /// The files of the inventory, which places name by number.
    pub(crate) files: Vec<String>,
    /// The sources, which proofs name by number.
    pub(crate) sources: Vec<String>,
    /// The unknown facts in words, in both languages, which others name by number.
    pub(crate) facts: [Vec<String>; 2],
    /// The words of the page, in both languages.
    pub(crate) words: [Words; 2],
    /// The map with every place known, in both languages; `null` when it is too large.
    pub(crate) placed: [Option<&'a Placed>; 2],
}

/// What can be switched off.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Target<'a> {
    pub(crate) k: TargetKind,
    /// Id.
    pub(crate) i: &'a str,
    /// Name; of an unknown fact, that of its subject.
    pub(crate) n: &'a str,
    /// Country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) c: Option<&'a str>,
    /// The names of its ultimate controllers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) up: Vec<&'a str>,
    /// The unknown fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) f: Option<usize>,
}

/// Party, country, unknown fact.
#[derive(Serialize, JsonSchema)]
pub(crate) enum TargetKind {
    #[serde(rename = "p")]
    Party,
    #[serde(rename = "c")]
    Country,
    #[serde(rename = "u")]
    Unknown,
}

/// A component.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Component<'a> {
    /// Id.
    pub(crate) i: &'a str,
    /// Name.
    pub(crate) n: &'a str,
    /// Layer, 0 at the top.
    pub(crate) l: usize,
    /// Criticality, 0 vital.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) k: Option<usize>,
    /// Owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) o: Option<&'a str>,
    /// Tags.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(crate) t: &'a [String],
    /// Classes of data.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(crate) d: &'a [String],
    /// Where it is declared.
    pub(crate) p: Proof<'a>,
    /// Blind spots: unknown facts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) b: Vec<usize>,
    /// That it has ended, in both languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) e: Option<Both>,
    /// Since when it is down for that, in minutes after the day of the results.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ds: Option<i64>,
    /// When it fails from what has ended alone, in minutes after the day of the results.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ea: Option<i64>,
    /// The targets that take each of its places, when it stands in several.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(crate) pl: &'a [Vec<u32>],
    /// The same in the careful reading, where it is not the same.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(crate) pc: &'a [Vec<u32>],
    /// How many places must be lost together, where that is said; else all, in the settled reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pn: Option<u32>,
    /// Minutes that it needs to come up again once the cause of an outage is over.
    #[serde(skip_serializing_if = "is_zero")]
    pub(crate) rs: u32,
    /// What its repair needs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) rw: Vec<Repair>,
    /// How controllers reach it.
    pub(crate) c: Vec<Reach<'a>>,
    /// What it requires.
    pub(crate) r: Vec<Need<'a>>,
}

/// Who can break what: all else is as for withdrawals.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Faults<'a> {
    /// How much is known of this question, in both languages.
    pub(crate) known: Both,
    /// What can fail; others name it by its number.
    pub(crate) targets: Vec<Target<'a>>,
    /// Of each component, in their order.
    pub(crate) components: Vec<Breaks<'a>>,
    /// The faults.
    pub(crate) events: Vec<Event<'a>>,
}

/// How faults reach a component.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Breaks<'a> {
    /// The targets that take each of its places, when it stands in several.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(crate) pl: &'a [Vec<u32>],
    /// The same in the careful reading, where it is not the same.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(crate) pc: &'a [Vec<u32>],
    /// How many places must be lost together, where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pn: Option<u32>,
    /// How whoever fails reaches it.
    pub(crate) c: Vec<Reach<'a>>,
}

/// What a repair needs.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Repair {
    /// The component; none where it is not there on the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) c: Option<u32>,
    /// A candidate: it counts in the careful reading only.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) q: bool,
}

/// Where a fact stands and where it comes from.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Proof<'a> {
    pub(crate) a: At,
    /// Source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) s: Option<usize>,
    /// Marked as unverified.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) u: bool,
    /// The day of the check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) v: Option<&'a str>,
}

/// A channel to a target, and after how many minutes the target's withdrawal stops the component.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Reach<'a> {
    /// Target.
    pub(crate) t: usize,
    /// Which channel; none for requirements that nobody has declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) h: Option<Channel>,
    /// The site through which it passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) site: Option<&'a str>,
    /// Minutes in the settled reading; none is never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) s: Option<u32>,
    /// Minutes in the careful reading; none is never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) c: Option<u32>,
    pub(crate) p: Proof<'a>,
}

/// A requirement: a component, or a group.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Need<'a> {
    /// The component.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) c: Option<u32>,
    /// The group fails when so many of its members have failed; of a group with cold members, in the static
    /// reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) m: Option<u32>,
    /// The members of the group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) g: Vec<Need<'a>>,
    /// How many members must run, of a group with cold members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) n: Option<u32>,
    /// How a member of a group takes over that is not up all the time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) s: Option<Cold>,
    /// Minutes for which the loss is borne.
    #[serde(skip_serializing_if = "is_zero")]
    pub(crate) w: u32,
    /// Degrades, does not stop.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) soft: bool,
    /// A candidate: it counts in the careful reading only.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) q: bool,
    /// The reason given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) b: Option<&'a str>,
    pub(crate) a: At,
}

/// How a cold member of a group takes over.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Cold {
    /// Minutes that it needs; none is for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) t: Option<u32>,
    /// It is in the circle of its owner, and counts as down.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) f: bool,
    /// The static reading leaves it out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) x: bool,
}

/// A withdrawal.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Event<'a> {
    /// Id.
    pub(crate) i: &'a str,
    /// Name.
    pub(crate) n: &'a str,
    pub(crate) k: EventKind,
    /// The levels whose lists it stands in.
    pub(crate) l: &'a [Level],
    /// 0: at home; 1: possibly foreign; 2: foreign.
    pub(crate) f: u8,
    /// The unknown fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) u: Option<usize>,
    /// The targets that it switches off in the settled reading.
    pub(crate) s: &'a [u32],
    /// The targets that it switches off in the careful reading.
    pub(crate) c: &'a [u32],
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}
