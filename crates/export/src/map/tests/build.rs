//! Small helpers that make maps.

use trefonds_findings::{
    AlternativesKind, Certainty, Chip, Coverage, FactKind, MapAlternatives, MapComponent, MapEdge,
    MapEdgeKind, MapGraph, MapHeader, MapNode, MapNodeIx, Named, SourceAt, SurvivalTimes,
    UnknownFact, Verdict, VerdictLine, Why,
};
use trefonds_findings::{Channel, Layer};

pub(super) fn named(id: &str, name: &str) -> Named {
    Named { id: id.to_owned(), name: name.to_owned() }
}

pub(super) fn at(line: u32) -> SourceAt {
    SourceAt::text("town.yaml", line, 5)
}

pub(super) const fn times(careful: Option<u32>, settled: Option<u32>) -> SurvivalTimes {
    SurvivalTimes { careful, settled }
}

/// A country that stops a component after so many hours, certainly.
pub(super) fn stops(country: &str, hours: u32) -> Chip {
    let minutes = Some(hours * 60);
    chip(Some(country), times(minutes, minutes))
}

/// A country that is there and cannot stop it.
pub(super) fn present(country: &str) -> Chip {
    chip(Some(country), times(None, None))
}

/// A country that may stop it at once.
pub(super) fn possible(country: Option<&str>) -> Chip {
    chip(country, times(Some(0), None))
}

fn chip(country: Option<&str>, own_minutes: SurvivalTimes) -> Chip {
    Chip {
        country: country.map(str::to_owned),
        own_minutes,
        through: vec![named("vendor", "Vendor Ltd")],
        channels: vec![Channel::Operation, Channel::Ownership],
    }
}

pub(super) fn verdict(lines: &[(Option<&str>, Certainty, u32)], percent: u64) -> Box<Verdict> {
    let in_minutes =
        lines.iter().map(|&(country, certainty, hours)| (country, certainty, hours * 60));
    let lines = in_minutes.map(|(country, certainty, minutes)| VerdictLine {
        whose: None,
        country: country.map(str::to_owned),
        certainty,
        survival_minutes: match certainty {
            Certainty::Certain => times(Some(minutes), Some(minutes)),
            Certainty::Possible => times(Some(minutes), None),
        },
    });
    Box::new(Verdict {
        down: None,
        not_mended: Vec::new(),
        lines: lines.collect(),
        one_hand: 0,
        one_hand_complete: true,
        coverage: Coverage::new(percent, 100),
    })
}

pub(super) fn blind_spots(subject: &Named, count: usize) -> Vec<UnknownFact> {
    let fact = |index: usize| UnknownFact {
        id: format!("suppliers:{}:{index}", subject.id),
        fact: FactKind::Suppliers,
        subject: subject.clone(),
        about: None,
        why: Why::NotSaid,
        at: Some(at(7)),
    };
    (0..count).map(fact).collect()
}

/// Makes a map step by step.
pub(super) struct Build {
    pub(super) map: MapGraph,
}

impl Build {
    pub(super) fn new(title: &str) -> Self {
        let header = MapHeader {
            question: Default::default(),
            title: Some(title.to_owned()),
            as_of: Some("2026-11-24".to_owned()),
            day_from: Some(trefonds_findings::DayFrom::Inventory),
            home: vec!["FR".to_owned(), "EU".to_owned()],
            coverage: Coverage::new(412, 473),
            focus: None,
            highlight: None,
            aggregation: None,
            left_out: 0,
            scenario: None,
        };
        Self { map: MapGraph { version: 1, header, nodes: Vec::new(), edges: Vec::new() } }
    }

    pub(super) fn node(&mut self, node: MapNode) -> MapNodeIx {
        self.map.nodes.push(node);
        MapNodeIx(self.map.nodes.len() as u32 - 1)
    }

    pub(super) fn component(
        &mut self,
        layer: Layer,
        id: &str,
        name: &str,
        operator: &str,
    ) -> MapNodeIx {
        let operators = [operator].into_iter().filter(|name| !name.is_empty());
        let line = self.map.nodes.len() as u32 * 9 + 12;
        self.node(MapNode::Component(MapComponent {
            component: named(id, name),
            layer,
            criticality: None,
            operators: operators.map(|name| named(name, name)).collect(),
            chips: Vec::new(),
            verdict: None,
            ended: None,
            unmendable: None,
            blind_spots: Vec::new(),
            of_catalogue: false,
            single_point_of: 0,
            at: at(line),
            strong: true,
            turn: None,
            fate: None,
        }))
    }

    pub(super) fn edit(&mut self, node: MapNodeIx, edit: impl FnOnce(&mut MapComponent)) {
        if let MapNode::Component(component) = &mut self.map.nodes[node.0 as usize] {
            edit(component);
        }
    }

    pub(super) fn edge(
        &mut self,
        from: MapNodeIx,
        to: MapNodeIx,
        kind: MapEdgeKind,
    ) -> &mut MapEdge {
        let line = self.map.edges.len() as u32 + 200;
        self.map.edges.push(MapEdge {
            from,
            to,
            kind,
            tolerates: 0,
            starts_in: 0,
            count: 1,
            possible: false,
            because: None,
            at: Some(at(line)),
            strong: true,
            turn: None,
            through: Vec::new(),
        });
        self.map.edges.last_mut().unwrap()
    }

    pub(super) fn hard(&mut self, from: MapNodeIx, to: &[MapNodeIx]) {
        for &to in to {
            self.edge(from, to, MapEdgeKind::Hard);
        }
    }

    pub(super) fn at_least(
        &mut self,
        k: u32,
        owner: MapNodeIx,
        members: &[MapNodeIx],
    ) -> MapNodeIx {
        let joint = self.node(MapNode::Joint(MapAlternatives {
            owner,
            kind: AlternativesKind::AtLeast { k, n: members.len() as u32 },
            because: Some("either does".to_owned()),
            at: at(300),
            strong: true,
        }));
        self.edge(owner, joint, MapEdgeKind::Hard);
        for &member in members {
            self.edge(joint, member, MapEdgeKind::Alternative);
        }
        joint
    }
}
