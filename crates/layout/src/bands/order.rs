//! Who stands above whom in each rank.
//!
//! Layer sweeps (Sugiyama, Tagawa, Toda 1981): each rank is sorted by the mean place of the
//! neighbours on one side, to and fro, then neighbours change places while that helps; the best
//! order of several beginnings is kept. The beginnings are the same in every run.

use super::crossings::{crossings, of_two};
use super::layers::Layers;
use crate::random::Random;

const SWEEPS: usize = 14;
/// Sweeps times links that are worth their time.
const PATIENCE: usize = 300_000;

/// The nodes of `part` in each rank, from the top.
pub(super) fn order(layers: &Layers, part: &[usize], restarts: u32) -> Vec<Vec<usize>> {
    let mut search = Search::new(layers, part);
    let mut best = search.ranks.clone();
    if part.len() < 3 {
        return best;
    }
    let mut fewest = usize::MAX;
    for start in 0..search.affordable(restarts) {
        search.begin(start);
        for sweep in 0..SWEEPS {
            search.sweep(sweep % 2 == 0);
            search.exchange(2);
            fewest = search.keep(fewest, &mut best);
        }
        if fewest == 0 {
            break;
        }
    }
    search.ranks = best.clone();
    search.number_all();
    search.exchange(20);
    search.keep(fewest, &mut best);
    best
}

struct Search<'a> {
    layers: &'a Layers,
    part: &'a [usize],
    ranks: Vec<Vec<usize>>,
    position: Vec<usize>,
}

impl<'a> Search<'a> {
    fn new(layers: &'a Layers, part: &'a [usize]) -> Self {
        let mut search = Self {
            layers,
            part,
            ranks: vec![Vec::new(); layers.ranks.len()],
            position: vec![0; layers.nodes.len()],
        };
        search.fill(part);
        search
    }

    fn affordable(&self, restarts: u32) -> u64 {
        let nodes = self.part.iter();
        let links: usize = nodes.map(|&n| self.layers.left[n].len()).sum();
        let most = PATIENCE / (links * SWEEPS + 1);
        u64::from(restarts).min(most as u64).max(2)
    }

    /// The ranks in the order in which `nodes` come.
    fn fill(&mut self, nodes: &[usize]) {
        self.ranks.iter_mut().for_each(Vec::clear);
        for &node in nodes {
            self.ranks[self.layers.nodes[node].rank].push(node);
        }
        self.number_all();
    }

    fn number_all(&mut self) {
        (0..self.ranks.len()).for_each(|rank| self.number(rank));
    }

    fn number(&mut self, rank: usize) {
        for (place, &node) in self.ranks[rank].iter().enumerate() {
            self.position[node] = place;
        }
    }

    fn begin(&mut self, start: u64) {
        let mut roots = self.part.to_vec();
        roots.sort_by_key(|&node| self.layers.nodes[node].rank);
        if start == 1 {
            roots.reverse();
        } else if start > 1 {
            Random::seeded(start).shuffle(&mut roots);
        }
        let walked = self.walk(&roots);
        self.fill(&walked);
    }

    /// Depth first, so that what hangs together begins together.
    fn walk(&self, roots: &[usize]) -> Vec<usize> {
        let mut seen = vec![false; self.layers.nodes.len()];
        let mut walked = Vec::with_capacity(roots.len());
        for &root in roots {
            let mut stack = vec![root];
            while let Some(node) = stack.pop() {
                if std::mem::replace(&mut seen[node], true) {
                    continue;
                }
                walked.push(node);
                let links = &self.layers.links;
                let left = self.layers.left[node].iter().map(|&l| links[l].left);
                let right = self.layers.right[node].iter().map(|&l| links[l].right);
                let beside = self.layers.beside[node].iter().copied();
                stack.extend(left.chain(right).chain(beside).filter(|&n| !seen[n]));
            }
        }
        walked
    }

    fn sweep(&mut self, to_right: bool) {
        let last = self.ranks.len() - 1;
        for step in 1..=last {
            let rank = if to_right { step } else { last - step };
            self.sort(rank, to_right);
        }
    }

    /// Sorts a rank by its neighbours; a node without any keeps its place among the rest.
    fn sort(&mut self, rank: usize, by_left: bool) {
        let mut keyed: Vec<(f64, usize)> = Vec::with_capacity(self.ranks[rank].len());
        let mut last = -1.0;
        for &node in &self.ranks[rank] {
            last = self.mean(node, by_left).unwrap_or(last);
            keyed.push((last, node));
        }
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.ranks[rank] = keyed.into_iter().map(|(_, node)| node).collect();
        self.number(rank);
    }

    fn mean(&self, node: usize, by_left: bool) -> Option<f64> {
        let mut ends = self.ends(node, by_left);
        let beside = self.layers.beside[node].iter();
        ends.extend(beside.map(|&other| self.position[other]));
        let count = ends.len() as f64;
        (!ends.is_empty()).then(|| ends.iter().sum::<usize>() as f64 / count)
    }

    /// The places of the neighbours on one side, sorted.
    fn ends(&self, node: usize, on_left: bool) -> Vec<usize> {
        let layers = self.layers;
        let mut ends: Vec<usize> = if on_left {
            let links = layers.left[node].iter();
            links.map(|&l| self.position[layers.links[l].left]).collect()
        } else {
            let links = layers.right[node].iter();
            links.map(|&l| self.position[layers.links[l].right]).collect()
        };
        ends.sort_unstable();
        ends
    }

    /// Lets neighbours change places while that removes crossings, at most `passes` times.
    fn exchange(&mut self, passes: usize) {
        for _ in 0..passes {
            let ranks = 0..self.ranks.len();
            let improved = ranks.map(|rank| self.exchange_in(rank)).max();
            if improved != Some(true) {
                return;
            }
        }
    }

    fn exchange_in(&mut self, rank: usize) -> bool {
        let nodes = self.ranks[rank].iter();
        let mut ends: Vec<[Vec<usize>; 2]> =
            nodes.map(|&node| [self.ends(node, true), self.ends(node, false)]).collect();
        let mut improved = false;
        for upper in 1..ends.len() {
            let (above, below) = (&ends[upper - 1], &ends[upper]);
            let (left, right) = (of_two(&above[0], &below[0]), of_two(&above[1], &below[1]));
            if left.1 + right.1 < left.0 + right.0 {
                ends.swap(upper - 1, upper);
                self.ranks[rank].swap(upper - 1, upper);
                improved = true;
            }
        }
        self.number(rank);
        improved
    }

    fn keep(&self, fewest: usize, best: &mut Vec<Vec<usize>>) -> usize {
        let now = crossings(self.layers, &self.ranks, &self.position);
        if now < fewest {
            best.clone_from(&self.ranks);
        }
        now.min(fewest)
    }
}
