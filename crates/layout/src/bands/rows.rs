//! Heights: each thing as level as possible with what it is linked to.

use super::isotonic::{Wish, means, medians};
use super::layers::{Layers, Port};
use super::straight;
use crate::Drawing;

const ROUNDS: usize = 8;
/// What a wish to stay weighs beside one to be level.
const STAY: f64 = 0.02;

/// The middle of every node of `order` (by node; others are 0), and the ports of its boxes.
pub(super) fn rows(drawing: &Drawing, layers: &mut Layers, order: &[Vec<usize>]) -> Vec<f64> {
    let mut rows = Rows::new(drawing, layers, order);
    for round in 0..ROUNDS {
        rows.sweep(round % 2 == 0, Rows::level_with_one_side);
    }
    let at = std::mem::take(&mut rows.at);
    set_ports(drawing, layers, order, &at);
    let mut rows = Rows { at, ..Rows::new(drawing, layers, order) };
    for round in 0..ROUNDS {
        rows.sweep(round % 2 == 0, Rows::straight);
    }
    let mut at = std::mem::take(&mut rows.at);
    straight::even_out(drawing, layers, order, &mut at);
    at
}

struct Rows<'a> {
    layers: &'a Layers,
    order: &'a [Vec<usize>],
    least: Vec<Vec<f64>>,
    at: Vec<f64>,
}

impl<'a> Rows<'a> {
    fn new(drawing: &Drawing, layers: &'a Layers, order: &'a [Vec<usize>]) -> Self {
        let distances = |rank: &Vec<usize>| {
            let pairs = rank.windows(2);
            let distances = pairs.map(|pair| layers.distance(drawing, pair[0], pair[1]));
            distances.collect::<Vec<f64>>()
        };
        let mut rows = Self {
            layers,
            order,
            least: order.iter().map(distances).collect(),
            at: vec![0.0; layers.nodes.len()],
        };
        for (rank, nodes) in order.iter().enumerate() {
            let wishes = vec![(0.0, 1.0); nodes.len()];
            rows.set(rank, &means(&wishes, &rows.least[rank]));
        }
        rows
    }

    fn set(&mut self, rank: usize, places: &[f64]) {
        for (&node, &place) in self.order[rank].iter().zip(places) {
            self.at[node] = place;
        }
    }

    fn sweep(&mut self, to_right: bool, place: fn(&Self, usize, bool) -> Vec<f64>) {
        let last = self.order.len();
        for step in 0..last {
            let rank = if to_right { step } else { last - 1 - step };
            let places = place(self, rank, to_right);
            self.set(rank, &places);
        }
    }

    /// Where the links at one side of `node` want it.
    fn wishes(&self, node: usize, on_left: bool) -> impl Iterator<Item = Wish> {
        let layers = self.layers;
        let links = if on_left { &layers.left[node] } else { &layers.right[node] };
        links.iter().map(move |&index| {
            let link = &layers.links[index];
            let other = if on_left { link.left } else { link.right };
            let here = layers.port(index, !on_left);
            let there = layers.port(index, on_left);
            (self.at[other] + there - here, link.weight)
        })
    }

    fn level_with_one_side(&self, rank: usize, to_right: bool) -> Vec<f64> {
        let wishes = self.order[rank].iter().map(|&node| {
            let mean = |on_left: bool, trust: f64| {
                let sum = self.wishes(node, on_left);
                sum.fold((0.0, 0.0), |sum, (at, weight)| {
                    (sum.0 + at * weight * trust, sum.1 + weight * trust)
                })
            };
            let (ahead, behind) = (mean(to_right, 1.0), mean(!to_right, 0.15));
            let weight = ahead.1 + behind.1 + STAY;
            let sum = ahead.0 + behind.0 + STAY * self.at[node];
            (sum / weight, weight)
        });
        means(&wishes.collect::<Vec<_>>(), &self.least[rank])
    }

    fn straight(&self, rank: usize, _: bool) -> Vec<f64> {
        let wishes = self.order[rank].iter().map(|&node| {
            let both = self.wishes(node, true).chain(self.wishes(node, false));
            both.chain([(self.at[node], STAY)]).collect::<Vec<_>>()
        });
        medians(&wishes.collect::<Vec<_>>(), &self.least[rank])
    }
}

/// Spreads the ports of each side of each box in the order of where their arrows go.
fn set_ports(drawing: &Drawing, layers: &mut Layers, order: &[Vec<usize>], at: &[f64]) {
    for &node in order.iter().flatten() {
        for on_right in [false, true] {
            if layers.nodes[node].is_box {
                let ports = ports_of(drawing, layers, node, on_right, at);
                layers.ports.extend(ports);
            }
        }
    }
}

fn ports_of(
    drawing: &Drawing,
    layers: &Layers,
    node: usize,
    on_right: bool,
    at: &[f64],
) -> Vec<(Port, f64)> {
    let links = if on_right { &layers.right[node] } else { &layers.left[node] };
    let mut ports: Vec<(Port, f64, f64)> = Vec::new();
    for link in links.iter().map(|&index| &layers.links[index]) {
        let other = at[if on_right { link.right } else { link.left }];
        let port = link.port(on_right);
        match ports.iter_mut().find(|known| known.0 == port) {
            Some(known) => (known.1, known.2) = (known.1 + other, known.2 + 1.0),
            None => ports.push((port, other, 1.0)),
        }
    }
    ports.sort_by(|a, b| (a.1 / a.2).total_cmp(&(b.1 / b.2)).then(a.0.cmp(&b.0)));
    let room = layers.nodes[node].height / (ports.len() as f64 + 1.0);
    let step = drawing.spacing.port.min(room);
    let first = -step * (ports.len() as f64 - 1.0) / 2.0;
    let places = ports.iter().enumerate();
    places.map(|(index, port)| (port.0, first + step * index as f64)).collect()
}
