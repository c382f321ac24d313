//! Which sub-column each box stands in.
//!
//! The columns are given. Inside a column, a box stands right of every box of that column that
//! points at it (longest path over the arrows inside the column; an arrow that closes a circle is
//! left out, the first in depth-first order). Arrows then run from left to right but for those that
//! the given columns turn the other way.

use crate::Drawing;
use crate::shape::Shape;

/// More sub-columns than this are not made: what would stand further right shares the last one.
const MOST_SUB_COLUMNS: usize = 6;

/// Where a box stands among its column's sub-columns, ordered from the left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RankOf {
    /// The column.
    pub column: usize,
    /// The sub-column by the arrows inside the column.
    pub sub: usize,
    /// The part of a sub-column that was split because it holds too much.
    pub part: usize,
    /// 0 for the boxes of the column, more for those that follow one.
    pub depth: usize,
}

/// Every box's rank, and the ranks that occur, in order.
pub(crate) struct Ranks {
    pub(crate) of: Vec<usize>,
    pub(crate) all: Vec<RankOf>,
}

impl Ranks {
    pub(crate) fn new(drawing: &Drawing, shape: &Shape) -> Self {
        let mut keys = rank_boxes(drawing);
        for (index, key) in keys.iter_mut().enumerate() {
            let root = root(drawing, index).0;
            (key.sub, key.part) = (shape.sub[root], shape.part[root]);
        }
        let mut all = keys.clone();
        all.sort_unstable();
        all.dedup();
        let of = keys.iter().map(|key| all.partition_point(|other| other < key)).collect();
        Self { of, all }
    }
}

/// The sub-column of every box of a sound drawing that the arrows ask for.
#[must_use]
pub fn rank_boxes(drawing: &Drawing) -> Vec<RankOf> {
    let subs = sub_columns(drawing);
    (0..drawing.boxes.len())
        .map(|index| {
            let (root, depth) = root(drawing, index);
            RankOf { column: drawing.boxes[root].column, sub: subs[root], part: 0, depth }
        })
        .collect()
}

/// The box of a column that `index` follows in the end, and how many steps away it is.
fn root(drawing: &Drawing, index: usize) -> (usize, usize) {
    let (mut at, mut depth) = (index, 0);
    while let Some(next) = drawing.boxes[at].follows {
        (at, depth) = (next, depth + 1);
    }
    (at, depth)
}

/// For each box of a column, the sub-column that the arrows ask for.
pub(crate) fn sub_columns(drawing: &Drawing) -> Vec<usize> {
    let next = inside_columns(drawing);
    let order = left_to_right(&next);
    let mut position = vec![0; order.len()];
    for (place, &index) in order.iter().enumerate() {
        position[index] = place;
    }
    let mut subs = vec![0; order.len()];
    for &from in &order {
        let beyond = (subs[from] + 1).min(MOST_SUB_COLUMNS - 1);
        for &to in &next[from] {
            if position[to] > position[from] {
                subs[to] = subs[to].max(beyond);
            }
        }
    }
    subs
}

/// For each box, the boxes of its column that it points at, through boxes that follow it too.
fn inside_columns(drawing: &Drawing) -> Vec<Vec<usize>> {
    let mut next = vec![Vec::new(); drawing.boxes.len()];
    for arrow in &drawing.arrows {
        let (from, to) = (root(drawing, arrow.from).0, root(drawing, arrow.to).0);
        if from != to && drawing.boxes[from].column == drawing.boxes[to].column {
            next[from].push(to);
        }
    }
    next
}

/// Reverse postorder: each box before those it points at, circles aside.
fn left_to_right(next: &[Vec<usize>]) -> Vec<usize> {
    let mut seen = vec![false; next.len()];
    let mut done = Vec::with_capacity(next.len());
    for start in 0..next.len() {
        if !std::mem::replace(&mut seen[start], true) {
            visit(start, next, &mut seen, &mut done);
        }
    }
    done.reverse();
    done
}

fn visit(start: usize, next: &[Vec<usize>], seen: &mut [bool], done: &mut Vec<usize>) {
    let mut path = vec![(start, 0)];
    while let Some((at, step)) = path.last_mut() {
        if let Some(&to) = next[*at].get(*step) {
            *step += 1;
            if !std::mem::replace(&mut seen[to], true) {
                path.push((to, 0));
            }
        } else {
            done.push(*at);
            path.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ArrowSpec, BoxSpec};

    fn drawing(columns: &[usize], arrows: &[(usize, usize)]) -> Drawing {
        Drawing {
            boxes: columns.iter().map(|&c| BoxSpec::new(10.0, 10.0, c)).collect(),
            arrows: arrows.iter().map(|&(from, to)| ArrowSpec { from, to, lane: 0 }).collect(),
            ..Drawing::default()
        }
    }

    fn subs(drawing: &Drawing) -> Vec<usize> {
        rank_boxes(drawing).iter().map(|rank| rank.sub).collect()
    }

    #[test]
    fn a_chain_inside_a_column_runs_right() {
        assert_eq!(subs(&drawing(&[0, 0, 0], &[(0, 1), (1, 2)])), [0, 1, 2]);
    }

    #[test]
    fn a_circle_is_cut_once() {
        assert_eq!(subs(&drawing(&[0, 0], &[(0, 1), (1, 0)])), [0, 1]);
    }

    #[test]
    fn members_stand_right_of_whom_the_group_belongs_to() {
        let mut drawing = drawing(&[0, 0, 0], &[(0, 1), (1, 2)]);
        drawing.boxes[1].follows = Some(0);
        let ranks = rank_boxes(&drawing);
        assert_eq!((ranks[1].sub, ranks[1].depth), (0, 1));
        assert_eq!((ranks[2].sub, ranks[2].depth), (1, 0));
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_does_not_overflow() {
        let arrows: Vec<_> = (1..100_000).map(|to| (to - 1, to)).collect();
        let subs = subs(&drawing(&vec![0; 100_000], &arrows));
        assert_eq!(subs.iter().max(), Some(&(MOST_SUB_COLUMNS - 1)));
    }
}
