//! How many sub-columns each column gets.
//!
//! Arrows inside a column ask for sub-columns; a page that is not too wide asks for few. A lean
//! sub-column is folded into the one before it; a pile that is far too tall is dealt out to several.

use crate::Drawing;
use crate::sub_columns::sub_columns;

/// A sub-column this lean beside the tallest is not worth its width.
const LEAN: f64 = 0.12;

/// For each box of a column, its sub-column, and the part of it when it was split.
pub(crate) struct Shape {
    pub(crate) sub: Vec<usize>,
    pub(crate) part: Vec<usize>,
}

/// What stands in one sub-column.
struct Pile {
    column: usize,
    boxes: Vec<usize>,
    height: f64,
    width: f64,
    parts: usize,
}

impl Shape {
    pub(crate) fn new(drawing: &Drawing) -> Self {
        let mut piles = piles(drawing);
        while fold(drawing, &mut piles) {}
        while grow(drawing, &mut piles) {}
        let boxes = drawing.boxes.len();
        let mut shape = Self { sub: vec![0; boxes], part: vec![0; boxes] };
        for (index, pile) in piles.iter_mut().enumerate() {
            for &member in &pile.boxes {
                shape.sub[member] = index;
            }
            deal(drawing, pile, &mut shape.part);
        }
        shape
    }
}

/// The sub-columns that the arrows ask for, from the left.
fn piles(drawing: &Drawing) -> Vec<Pile> {
    let subs = sub_columns(drawing);
    let boxes = drawing.boxes.iter().enumerate();
    let boxes = boxes.filter(|(_, spec)| spec.follows.is_none());
    let mut keyed: Vec<_> =
        boxes.map(|(index, spec)| ((spec.column, subs[index]), index)).collect();
    keyed.sort_unstable();
    let same = keyed.chunk_by(|a, b| a.0 == b.0);
    let pile = |members: &[((usize, usize), usize)]| {
        let boxes: Vec<usize> = members.iter().map(|member| member.1).collect();
        let specs = || boxes.iter().map(|&index| &drawing.boxes[index]);
        Pile {
            column: members[0].0.0,
            height: specs().map(|spec| spec.height + drawing.spacing.row).sum(),
            width: specs().map(|spec| spec.width).fold(0.0, f64::max),
            boxes,
            parts: 1,
        }
    };
    same.map(pile).collect()
}

fn page_width(drawing: &Drawing, piles: &[Pile]) -> f64 {
    let spacing = &drawing.spacing;
    let widths = piles.iter().enumerate().map(|(index, pile)| {
        let first = index == 0 || piles[index - 1].column != pile.column;
        let before = if first { spacing.column } else { spacing.sub_column };
        let parts = pile.parts as f64;
        before + pile.width * parts + spacing.sub_column * (parts - 1.0)
    });
    widths.sum()
}

fn tallest(piles: &[Pile]) -> f64 {
    let heights = piles.iter().map(|pile| pile.height / pile.parts as f64);
    heights.fold(0.0, f64::max)
}

/// Puts the leanest sub-column into the one before it, if that is worth it.
fn fold(drawing: &Drawing, piles: &mut Vec<Pile>) -> bool {
    let tallest = tallest(piles);
    let width = page_width(drawing, piles);
    if width < drawing.spacing.narrow {
        return false;
    }
    let wide = width > drawing.spacing.widest * tallest;
    let later = (1..piles.len()).filter(|&i| piles[i].column == piles[i - 1].column);
    let leanest = later.min_by(|&a, &b| piles[a].height.total_cmp(&piles[b].height));
    let Some(index) = leanest else {
        return false;
    };
    let lean = piles[index].height < LEAN * tallest;
    let narrower = width - piles[index].width - drawing.spacing.sub_column;
    let most = (1.2 * tallest).max(narrower / drawing.spacing.widest);
    let fits = piles[index - 1].height + piles[index].height <= most;
    if !(lean || wide && fits) {
        return false;
    }
    let pile = piles.remove(index);
    let into = &mut piles[index - 1];
    into.boxes.extend(pile.boxes);
    into.height += pile.height;
    into.width = into.width.max(pile.width);
    true
}

/// Gives the tallest pile one part more, if the page is too tall.
fn grow(drawing: &Drawing, piles: &mut [Pile]) -> bool {
    let most = drawing.spacing.tallest * page_width(drawing, piles);
    let each = |pile: &Pile| pile.height / pile.parts as f64;
    let highest = piles.iter_mut().max_by(|a, b| each(a).total_cmp(&each(b)));
    match highest {
        Some(pile) if each(pile) > most && pile.parts < pile.boxes.len() => {
            pile.parts += 1;
            true
        }
        _ => false,
    }
}

/// Those that arrows leave to the right stand right, those that arrows only enter from the left
/// stand left: then few arrows pass through.
fn deal(drawing: &Drawing, pile: &mut Pile, parts: &mut [usize]) {
    if pile.parts == 1 {
        return;
    }
    let mut leaning = vec![0_i64; drawing.boxes.len()];
    for arrow in &drawing.arrows {
        for (index, other) in [(arrow.from, arrow.to), (arrow.to, arrow.from)] {
            leaning[index] += match drawing.boxes[other].column.cmp(&pile.column) {
                std::cmp::Ordering::Less => -1,
                std::cmp::Ordering::Equal => 0,
                std::cmp::Ordering::Greater => 1,
            };
        }
    }
    pile.boxes.sort_by_key(|&index| leaning[index]);
    let each = pile.height / pile.parts as f64;
    let mut filled = 0.0;
    for &index in &pile.boxes {
        let middle = filled + drawing.boxes[index].height / 2.0;
        parts[index] = ((middle / each) as usize).min(pile.parts - 1);
        filled += drawing.boxes[index].height + drawing.spacing.row;
    }
}
