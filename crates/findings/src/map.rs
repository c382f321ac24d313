//! The map as data: what is drawn, before any position or colour.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use trefonds_model::{Channel, Criticality, Layer};

use crate::common::{is_no, is_withdrawal, is_yes, is_zero, yes};
use crate::{
    Certainty, ChangeKind, Coverage, DayFrom, EndedThing, Fate, Named, QuestionKind, SourceAt,
    SurvivalTimes, UnknownFact, Unmendable, Withdrawn,
};

/// A node of [`MapGraph::nodes`].
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct MapNodeIx(pub u32);

/// A foreign country that reaches a component by the component's own channels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Chip {
    /// The country; `null` for an unknown controller, drawn as "?".
    pub country: Option<String>,
    /// When it stops this component by itself: `settled` 0 is at once; both `null`: it is present
    /// and cannot stop it; only `careful` finite: possible only.
    pub own_minutes: SurvivalTimes,
    /// Who, for the tooltip: the parties through which it reaches.
    pub through: Vec<Named>,
    /// The channels.
    pub channels: Vec<Channel>,
}

/// One foreign country, or "?", that stops a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VerdictLine {
    /// The country; `null` for unknown controllers taken together.
    pub country: Option<String>,
    /// Whose fault breaks it, on the map of faults: countries do not break.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub whose: Option<Named>,
    /// Certain or possible.
    pub certainty: Certainty,
    /// When.
    pub survival_minutes: SurvivalTimes,
}

/// Since when a service is down from what has ended, and by what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapDown {
    /// When it failed, in minutes after the day of the result: before it when less than 0.
    pub minutes: i64,
    /// The first day on which it is down; `null` for ever.
    pub since: Option<String>,
    /// What has ended.
    pub things: Vec<EndedThing>,
}

/// What stands under a service. No foreign single point in either reading: without lines, only where
/// nothing is possible in one hand, which was looked for, and nothing has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// That it is down, or will be, from what has ended.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub down: Option<MapDown>,
    /// The countries that stop it, certain ones first, then by time.
    pub lines: Vec<VerdictLine>,
    /// The components that cannot be mended, possibly at least, and with which it is down for good.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub not_mended: Vec<Named>,
    /// How many findings are possible in one hand only.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub one_hand: u32,
    /// Whether all of those were looked for.
    #[serde(skip_serializing_if = "is_yes", default = "yes")]
    pub one_hand_complete: bool,
    /// Facts known over its cone.
    pub coverage: Coverage,
}

/// A component on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapComponent {
    /// Id and name.
    pub component: Named,
    /// Its layer: its column.
    pub layer: Layer,
    /// How much it matters, if said.
    pub criticality: Option<Criticality>,
    /// Nobody declared it: it came from a catalogue, because something rests on it.
    #[serde(skip_serializing_if = "is_no", default)]
    pub of_catalogue: bool,
    /// Who runs it, the second line of the box.
    pub operators: Vec<Named>,
    /// The foreign countries that reach it by its own channels, the most pressing first.
    pub chips: Vec<Chip>,
    /// For services.
    pub verdict: Option<Box<Verdict>>,
    /// What it is when it has ended, or is not there yet, and is needed: drawn muted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ended: Option<EndedThing>,
    /// Why it cannot be mended once it is down, where its repair rests on itself.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unmendable: Option<Box<Unmendable>>,
    /// Its blind spots: drawn dashed.
    pub blind_spots: Vec<UnknownFact>,
    /// How many services stop when this component alone fails, for components that a foreign
    /// country or an unknown controller can stop by their own channels; 0 for all others.
    pub single_point_of: u32,
    /// Where it is declared.
    pub at: SourceAt,
    /// On the highlighted path; `true` for all when nothing is highlighted.
    pub strong: bool,
    /// Came, went or is different, on the map of a diff.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub turn: Option<ChangeKind>,
    /// What happens to it, on the map of a scenario; what is not hit has none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub fate: Option<Fate>,
}

/// Several components drawn as one box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapGroup {
    /// Id and name of what they have in common.
    pub group: Named,
    /// The layer of the members: its column.
    pub layer: Layer,
    /// How many components.
    pub members: u32,
    /// How many of them are services with a foreign single point for certain.
    pub stoppable_services: u32,
    /// How many of them are services.
    pub services: u32,
    /// How many of them have ended, or are not there yet, and are needed.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub ended: u32,
    /// How many of them cannot be mended, possibly at least.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub unmendable: u32,
    /// Blind spots of the members.
    pub blind_spots: u32,
    /// The worst chip of each country among the members.
    pub chips: Vec<Chip>,
    /// On the highlighted path; `true` for all when nothing is highlighted.
    pub strong: bool,
    /// What happens to the members, on the map of a scenario.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub fates: Option<GroupFates>,
}

/// How many members of a group meet which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GroupFates {
    /// Stop for certain.
    pub stop: u32,
    /// Stop possibly.
    pub possibly_stop: u32,
    /// Are degraded, possibly at least.
    pub degrade: u32,
    /// Are hit and hold.
    pub hold: u32,
}

/// How the members of a joint are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AlternativesKind {
    /// All of them (inside another group).
    AllOf {
        /// How many members.
        n: u32,
    },
    /// At least `k` of `n`; any-of is `k` = 1.
    AtLeast {
        /// How many must hold.
        k: u32,
        /// How many members.
        n: u32,
    },
}

/// A small joint that draws a group of alternatives as one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapAlternatives {
    /// The component that needs the group.
    pub owner: MapNodeIx,
    /// How the members are needed.
    pub kind: AlternativesKind,
    /// The reason given.
    pub because: Option<String>,
    /// Where it is declared.
    pub at: SourceAt,
    /// On the highlighted path; `true` for all when nothing is highlighted.
    pub strong: bool,
}

/// A legal entity, drawn only with `--expand entities`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapEntity {
    /// Id and name.
    pub entity: Named,
    /// Country of incorporation, if known.
    pub country: Option<String>,
    /// Whether it is outside home; `null` when not known.
    pub foreign: Option<bool>,
    /// Where it is declared.
    pub at: SourceAt,
    /// On the highlighted path; `true` for all when nothing is highlighted.
    pub strong: bool,
}

/// A country, drawn only with `--expand entities`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapCountry {
    /// The code.
    pub country: String,
    /// Whether it is outside home.
    pub foreign: bool,
    /// On the highlighted path; `true` for all when nothing is highlighted.
    pub strong: bool,
}

/// A node of the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MapNode {
    /// A component.
    Component(MapComponent),
    /// Several components as one.
    Group(MapGroup),
    /// A joint of alternatives.
    Joint(MapAlternatives),
    /// A legal entity, in a column right of hosting.
    Entity(MapEntity),
    /// A country, in the last column.
    Country(MapCountry),
}

/// What an edge is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum MapEdgeKind {
    /// A hard requirement.
    Hard,
    /// From a joint to one of its members, or from its owner to the joint, when alternatives exist.
    Alternative,
    /// A soft requirement.
    Soft,
    /// From a component to its operator, supplier or country.
    Channel(Channel),
    /// From an entity to who controls it.
    Control,
}

/// An edge of the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapEdge {
    /// Who needs.
    pub from: MapNodeIx,
    /// What is needed.
    pub to: MapNodeIx,
    /// What it is.
    pub kind: MapEdgeKind,
    /// Minutes for which the loss is borne; 0 is not drawn.
    pub tolerates: u32,
    /// Minutes that it takes to take over, as a member of a group; 0 is not drawn.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub starts_in: u32,
    /// How many edges it stands for between groups.
    pub count: u32,
    /// Possible only (a range of votes, an unknown).
    pub possible: bool,
    /// The reason given.
    pub because: Option<String>,
    /// Where it is declared; `null` between groups.
    pub at: Option<SourceAt>,
    /// On the highlighted path; `true` for all when nothing is highlighted.
    pub strong: bool,
    /// Came or went, on the map of a diff.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub turn: Option<ChangeKind>,
    /// The components that it leads through and that are not on the map, when it is indirect.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub through: Vec<Named>,
}

/// How and why components were drawn together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aggregation {
    /// `entity`, `site`, `jurisdiction` or `layer`.
    pub by: String,
    /// The program did it by itself because there were too many components.
    pub automatic: bool,
    /// How many components it stands for.
    pub components: u32,
}

/// What is written around the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapHeader {
    /// The inventory's title.
    pub title: Option<String>,
    /// The day of the result.
    pub as_of: Option<String>,
    /// Where that day comes from.
    pub day_from: Option<DayFrom>,
    /// The trusted jurisdictions.
    pub home: Vec<String>,
    /// What is asked of events; left out where it is who can withdraw.
    #[serde(skip_serializing_if = "is_withdrawal", default)]
    pub question: QuestionKind,
    /// Facts known over all services.
    pub coverage: Coverage,
    /// The component in focus and the depth shown, if any.
    pub focus: Option<(Named, Option<u32>)>,
    /// The controller whose paths are highlighted, if any.
    pub highlight: Option<Named>,
    /// How components were drawn together, if they were.
    pub aggregation: Option<Aggregation>,
    /// How many components are in the inventory and not on this map.
    pub left_out: u32,
    /// What is withdrawn, on the map of a scenario.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub scenario: Option<MapScenario>,
}

/// What a map of a scenario says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapScenario {
    /// Its title, if it has one.
    pub title: Option<String>,
    /// What is withdrawn.
    pub withdrawn: Vec<Withdrawn>,
    /// The horizon in minutes: what stops later holds.
    pub by_minutes: Option<u32>,
}

/// The map as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapGraph {
    /// The version of this document.
    pub version: u32,
    /// What is written around it.
    pub header: MapHeader,
    /// The nodes, in file order.
    pub nodes: Vec<MapNode>,
    /// The edges.
    pub edges: Vec<MapEdge>,
}
