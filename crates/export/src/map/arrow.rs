//! The arrows of the map: their style, label and tooltip, before any position.

use schemars::JsonSchema;
use serde::Serialize;
use trefonds_findings::{ChangeKind, Channel, MapEdgeKind, MapGraph, MapNode};
use trefonds_lang::Lang;

use super::content::Content;
use super::{change_badge, tips};

/// How an arrow is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Stroke {
    /// A requirement that stops.
    Hard,
    /// One of several that can stand in for one another.
    Alternative,
    /// A requirement that degrades.
    Soft,
    /// Somebody runs it.
    Operation,
    /// Somebody supplies it.
    Supply,
    /// It stands there.
    Location,
    /// A link of control.
    Control,
}

impl Stroke {
    const fn of(kind: MapEdgeKind) -> Self {
        match kind {
            MapEdgeKind::Hard => Self::Hard,
            MapEdgeKind::Alternative => Self::Alternative,
            MapEdgeKind::Soft => Self::Soft,
            MapEdgeKind::Channel(Channel::Operation) => Self::Operation,
            MapEdgeKind::Channel(Channel::Supply | Channel::Change) => Self::Supply,
            MapEdgeKind::Channel(Channel::Location) => Self::Location,
            MapEdgeKind::Channel(Channel::Ownership) | MapEdgeKind::Control => Self::Control,
        }
    }

    /// The pattern of the line; empty is solid.
    pub(super) const fn dashes(self) -> &'static str {
        match self {
            Self::Hard | Self::Control => "",
            Self::Alternative => "6 4",
            Self::Soft => "0.1 4.5",
            Self::Operation => "10 3",
            Self::Supply => "10 3 2 3",
            Self::Location => "5 2.5 1 2.5 1 2.5",
        }
    }

    /// The width of the line.
    pub(super) const fn width(self) -> f64 {
        match self {
            Self::Soft => 1.9,
            Self::Control => 1.8,
            _ => 1.25,
        }
    }
}

/// An arrow before it has a path.
#[derive(Clone, Debug)]
pub(super) struct Arrow {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) stroke: Stroke,
    pub(super) label: String,
    /// How many requirements it stands for.
    pub(super) count: u32,
    pub(super) possible: bool,
    pub(super) tolerates: bool,
    /// Leads through components that are not on the map.
    pub(super) indirect: bool,
    pub(super) strong: bool,
    /// Came or went, on the map of a diff.
    pub(super) turn: Option<ChangeKind>,
    pub(super) tip: String,
    /// Ends at a joint: no arrowhead.
    pub(super) into_joint: bool,
    /// What its id in the picture is made from.
    pub(super) key: String,
}

/// The arrows between nodes that exist, in order.
pub(super) fn arrows(map: &MapGraph, contents: &[Content], lang: Lang) -> Vec<Arrow> {
    let known = |index: u32| (index as usize) < contents.len();
    let edges = map.edges.iter();
    let edges = edges.filter(|edge| known(edge.from.0) && known(edge.to.0));
    let arrows = edges.map(|edge| {
        let (from, to) = (edge.from.0 as usize, edge.to.0 as usize);
        let label = [
            edge.turn.map(|turn| change_badge::sign(turn).to_owned()),
            (edge.count > 1).then(|| format!("×{}", edge.count)),
            (!edge.through.is_empty()).then(|| format!("…{}", edge.through.len())),
            (edge.tolerates > 0).then(|| lang.duration(Some(edge.tolerates))),
            (edge.starts_in > 0).then(|| lang.map_starts_in(&lang.duration(Some(edge.starts_in)))),
            edge.possible.then(|| "?".to_owned()),
        ];
        Arrow {
            from,
            to,
            stroke: Stroke::of(edge.kind),
            label: label.into_iter().flatten().collect::<Vec<_>>().join(" "),
            count: edge.count,
            possible: edge.possible,
            tolerates: edge.tolerates > 0,
            indirect: !edge.through.is_empty(),
            strong: edge.strong,
            turn: edge.turn,
            tip: tips::edge(edge, &contents[from].name, &contents[to].name, lang),
            into_joint: matches!(map.nodes[to], MapNode::Joint(_)),
            key: format!("{}-{}", contents[from].key, contents[to].key),
        }
    });
    arrows.collect()
}

/// Arrows of one stroke into one box share their way. Strong and faded ones alike, so that a map
/// with a highlight has its boxes where the map without has them.
pub(super) fn lanes(arrows: &[Arrow]) -> Vec<u32> {
    arrows.iter().map(|arrow| arrow.stroke as u32).collect()
}
