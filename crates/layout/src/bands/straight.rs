//! Long arrows, evened out: a long arrow that climbs a little in every rank becomes one that climbs
//! once or not at all.

use super::layers::Layers;
use crate::Drawing;

const ROUNDS: usize = 4;

/// Moves each run of passages of an arrow to one height where there is room, without changing the
/// order in any rank.
pub(super) fn even_out(drawing: &Drawing, layers: &Layers, order: &[Vec<usize>], at: &mut [f64]) {
    let mut place = vec![0; layers.nodes.len()];
    for rank in order {
        for (index, &node) in rank.iter().enumerate() {
            place[node] = index;
        }
    }
    let runs = runs(layers, order);
    let room = Room { drawing, layers, order, place };
    for round in 0..ROUNDS {
        for index in 0..runs.len() {
            let index = if round % 2 == 0 { index } else { runs.len() - 1 - index };
            room.even_out(&runs[index], at);
        }
    }
}

/// The passages that follow one another along an arrow, from the left, from the top.
fn runs(layers: &Layers, order: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut seen = vec![false; layers.nodes.len()];
    let mut runs = Vec::new();
    for &first in order.iter().flatten() {
        let mut run = Vec::new();
        let mut next = Some(first);
        while let Some(node) = next.filter(|&node| !layers.nodes[node].is_box && !seen[node]) {
            seen[node] = true;
            run.push(node);
            let after = layers.right[node].iter().map(|&l| layers.links[l].right);
            let mut after = after.filter(|&node| !layers.nodes[node].is_box);
            next = after.next();
        }
        if !run.is_empty() {
            runs.push(run);
        }
    }
    runs
}

struct Room<'a> {
    drawing: &'a Drawing,
    layers: &'a Layers,
    order: &'a [Vec<usize>],
    place: Vec<usize>,
}

impl Room<'_> {
    /// Takes as much of the run as has a height in common, then as much of the rest...
    fn even_out(&self, run: &[usize], at: &mut [f64]) {
        let mut first = 0;
        while first < run.len() {
            let mut common = self.free(run[first], at);
            let mut end = first + 1;
            while end < run.len() {
                let free = self.free(run[end], at);
                let both = (common.0.max(free.0), common.1.min(free.1));
                if both.0 > both.1 {
                    break;
                }
                common = both;
                end += 1;
            }
            let height = self.height(&run[first..end], common, at);
            run[first..end].iter().for_each(|&node| at[node] = height);
            first = end;
        }
    }

    /// Between what heights a node can move.
    fn free(&self, node: usize, at: &[f64]) -> (f64, f64) {
        let rank = &self.order[self.layers.nodes[node].rank];
        let place = self.place[node];
        let distance = |above, below| self.layers.distance(self.drawing, above, below);
        let above = place.checked_sub(1).map(|place| rank[place]);
        let below = rank.get(place + 1);
        (
            above.map_or(f64::NEG_INFINITY, |above| at[above] + distance(above, node)),
            below.map_or(f64::INFINITY, |&below| at[below] - distance(node, below)),
        )
    }

    /// The height of what the stretch begins or ends at, if it can be had; else the nearest to the
    /// middle of where it is.
    fn height(&self, run: &[usize], (low, high): (f64, f64), at: &[f64]) -> f64 {
        let (Some(&first), Some(&last)) = (run.first(), run.last()) else {
            return low;
        };
        let ends = self.ends(last, false, at).chain(self.ends(first, true, at));
        let mut good = ends.filter(|height| (low..=high).contains(height));
        let mean = run.iter().map(|&node| at[node]).sum::<f64>() / run.len() as f64;
        let height = good.next().unwrap_or(mean);
        if low <= high { height.clamp(low, high) } else { at[first] }
    }

    /// Where the links at one side of a node come from.
    fn ends(&self, node: usize, on_left: bool, at: &[f64]) -> impl Iterator<Item = f64> {
        let layers = self.layers;
        let links = if on_left { &layers.left[node] } else { &layers.right[node] };
        let heights = links.iter().map(move |&index| {
            let link = &layers.links[index];
            let other = if on_left { link.left } else { link.right };
            at[other] + layers.port(index, on_left)
        });
        heights.collect::<Vec<_>>().into_iter()
    }
}
