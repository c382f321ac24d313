//! Which rank each box has: its column, its sub-column, and how far it stands from whom it follows.

use crate::Drawing;
use crate::shape::Shape;
use crate::sub_columns::{root, sub_columns};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sub_columns::MOST_SUB_COLUMNS;
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
