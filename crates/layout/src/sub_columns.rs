//! Which sub-column of its column the arrows ask for, box by box.
//!
//! The columns are given. Inside a column, a box stands right of every box of that column that
//! points at it (longest path over the arrows inside the column; an arrow that closes a circle is
//! left out, the first in depth-first order). Arrows then run from left to right but for those that
//! the given columns turn the other way.

use crate::Drawing;

/// More sub-columns than this are not made: what would stand further right shares the last one.
pub(crate) const MOST_SUB_COLUMNS: usize = 6;

/// The box of a column that `index` follows in the end, and how many steps away it is.
pub(crate) fn root(drawing: &Drawing, index: usize) -> (usize, usize) {
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
