//! Maps of any size, the same in every run.

use trefonds_findings::{
    Aggregation, Certainty, MapCountry, MapEdgeKind, MapEntity, MapGraph, MapGroup, MapNode,
    MapNodeIx,
};
use trefonds_findings::{Channel, Layer};

use super::build::{Build, at, blind_spots, named, possible, present, stops, verdict};

/// A small linear congruential generator.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        ((self.0 >> 33) % bound as u64) as usize
    }
}

const WORDS: [&str; 16] = [
    "Dossier patient",
    "Agenda",
    "Imagerie",
    "Courrier",
    "Paie",
    "Annuaire",
    "Sauvegarde",
    "Supervision",
    "Messagerie",
    "Archivage",
    "Facturation",
    "Pharmacie",
    "Laboratoire",
    "Urgences",
    "Signature",
    "Passerelle",
];
const WHO: [&str; 6] =
    ["CHU", "Softway", "Microsoft Ireland", "OVH", "Dedalus", "Amazon Web Services EMEA"];

/// A map of `size` components, some 1.8 arrows each; popular ones are pointed at more.
pub(super) fn generated(size: usize) -> MapGraph {
    let mut dice = Dice::new(size as u64);
    let mut b = Build::new(&format!("Generated: {size} components"));
    let nodes: Vec<MapNodeIx> =
        (0..size).map(|index| component(&mut b, &mut dice, index, size)).collect();
    for index in 0..size {
        let layer = layer(index, size);
        for _ in 0..1 + dice.below(3) {
            let to = target(&mut dice, size, index);
            if to == index || layer == 6 {
                continue;
            }
            match dice.below(12) {
                0 => {
                    b.edge(nodes[index], nodes[to], MapEdgeKind::Soft);
                }
                1 => {
                    let other = target(&mut dice, size, index);
                    if other != to && other != index {
                        b.at_least(1, nodes[index], &[nodes[to], nodes[other]]);
                    }
                }
                _ => b.hard(nodes[index], &[nodes[to]]),
            }
        }
    }
    b.map
}

/// Shares of the layers, in percent, added up.
const UP_TO: [usize; 7] = [12, 40, 50, 60, 74, 90, 100];

fn layer(index: usize, size: usize) -> usize {
    UP_TO.iter().position(|share| index * 100 < share * size).unwrap_or(6)
}

/// Mostly a popular component of the next layers, sometimes one of the same layer.
fn target(dice: &mut Dice, size: usize, index: usize) -> usize {
    let own = layer(index, size);
    let aim = match dice.below(10) {
        0 => own.max(1),
        1..=5 => own + 1,
        _ => own + 1 + dice.below(3),
    }
    .min(6);
    let first = if aim == 0 { 0 } else { UP_TO[aim - 1] * size / 100 };
    let count = (UP_TO[aim] * size / 100 - first).max(1);
    let popular = dice.below(count).min(dice.below(count)).min(dice.below(count));
    (first + popular).min(size - 1)
}

fn component(b: &mut Build, dice: &mut Dice, index: usize, size: usize) -> MapNodeIx {
    let layer = Layer::ALL[layer(index, size)];
    let name = format!("{} {}", WORDS[dice.below(16)], WORDS[dice.below(16)].to_lowercase());
    let who = if layer == Layer::Service { "" } else { WHO[dice.below(6)] };
    let node = b.component(layer, &format!("c{index}"), &name, who);
    let chips = match dice.below(12) {
        0 => vec![stops("US", 0)],
        1 => vec![stops("US", 24 * 90), present("GB")],
        2 => vec![present("US")],
        3 => vec![possible(None)],
        _ => Vec::new(),
    };
    let (blind, single) = (dice.below(9) == 0, dice.below(10) == 0);
    let stopped = dice.below(3);
    b.edit(node, |c| {
        if layer == Layer::Service {
            let lines = [(Some("US"), Certainty::Certain, 0), (None, Certainty::Possible, 0)];
            c.verdict = Some(verdict(&lines[..stopped.min(2)], 70));
            return;
        }
        c.chips = chips;
        c.blind_spots = blind_spots(&c.component, usize::from(blind) * 2);
        c.single_point_of = u32::from(single);
    });
    node
}

/// What a map of 1,200 components looks like once drawn together.
pub(super) fn aggregated() -> MapGraph {
    let mut dice = Dice::new(7);
    let mut b = Build::new("A region's hospitals");
    b.map.header.aggregation =
        Some(Aggregation { by: "entity".to_owned(), automatic: true, components: 1200 });
    let mut nodes = Vec::new();
    for (index, layer) in Layer::ALL.iter().enumerate() {
        for (operator, name) in WHO.iter().enumerate().take(if index == 0 { 3 } else { 6 }) {
            let chips = match dice.below(4) {
                0 => vec![
                    stops("US", 0),
                    stops("GB", 48),
                    present("CA"),
                    possible(None),
                    present("CN"),
                    present("IN"),
                ],
                1 => vec![possible(None)],
                _ => Vec::new(),
            };
            nodes.push(b.node(MapNode::Group(MapGroup {
                group: named(&format!("{index}-{operator}"), name),
                layer: *layer,
                ended: 0,
                unmendable: 0,
                members: 5 + dice.below(60) as u32,
                stoppable_services: if index == 0 { dice.below(5) as u32 } else { 0 },
                services: if index == 0 { 12 } else { 0 },
                blind_spots: dice.below(20) as u32,
                chips,
                strong: true,
                fates: None,
            })));
        }
    }
    for from in 0..nodes.len() {
        for _ in 0..2 {
            let to = from + 1 + dice.below(12);
            if let Some(&to) = nodes.get(to) {
                b.edge(nodes[from], to, MapEdgeKind::Hard).count = 1 + dice.below(40) as u32;
            }
        }
    }
    b.map
}

/// A focus with its legal entities and countries.
pub(super) fn expanded() -> MapGraph {
    let mut b = Build::new("Why the mail can be stopped");
    b.map.header.focus = Some((named("mail", "Messagerie"), Some(2)));
    b.map.header.left_out = 41;
    let mail = b.component(Layer::Application, "mail", "Messagerie", "Microsoft Ireland");
    let entra = b.component(Layer::Middleware, "entra", "Entra ID", "Microsoft Ireland");
    let service = b.component(Layer::Service, "civil", "État civil", "");
    b.edit(service, |c| c.verdict = Some(verdict(&[(Some("US"), Certainty::Certain, 0)], 71)));
    b.edit(mail, |c| c.chips = vec![stops("US", 0)]);
    b.hard(service, &[mail]);
    b.hard(mail, &[entra]);
    let entity = |b: &mut Build, id: &str, name: &str, country: Option<&str>, foreign| {
        b.node(MapNode::Entity(MapEntity {
            entity: named(id, name),
            country: country.map(str::to_owned),
            foreign,
            at: at(90),
            strong: true,
        }))
    };
    let ireland =
        entity(&mut b, "ms-ie", "Microsoft Ireland Operations Ltd", Some("IE"), Some(true));
    let parent = entity(&mut b, "ms", "Microsoft Corporation", Some("US"), Some(true));
    let reseller = entity(&mut b, "reseller", "Revendeur SAS", None, None);
    let home = entity(&mut b, "home", "Éditeur français", Some("FR"), Some(false));
    let country = |b: &mut Build, code: &str, foreign| {
        let country = code.to_owned();
        b.node(MapNode::Country(MapCountry { country, foreign, strong: true }))
    };
    let us = country(&mut b, "US", true);
    let ie = country(&mut b, "IE", false);
    let fr = country(&mut b, "FR", false);
    for component in [mail, entra] {
        b.edge(component, ireland, MapEdgeKind::Channel(Channel::Operation));
    }
    b.edge(mail, reseller, MapEdgeKind::Channel(Channel::Supply)).possible = true;
    b.edge(mail, home, MapEdgeKind::Channel(Channel::Supply));
    b.edge(ireland, parent, MapEdgeKind::Control);
    for (entity, country) in [(parent, us), (ireland, ie), (home, fr)] {
        b.edge(entity, country, MapEdgeKind::Channel(Channel::Location));
    }
    b.map
}
