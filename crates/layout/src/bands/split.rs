//! Full columns become several sub-columns.

use crate::Drawing;
use crate::ranks::rank_boxes;

/// What stands in one sub-column before it is split.
struct Pile {
    key: (usize, usize),
    boxes: Vec<usize>,
    height: f64,
    width: f64,
    parts: usize,
}

/// For each box, in which part of its sub-column it stands: mostly 0.
pub(super) fn parts(drawing: &Drawing) -> Vec<usize> {
    let mut piles = piles(drawing);
    grow(drawing, &mut piles);
    let mut parts = vec![0; drawing.boxes.len()];
    for pile in piles.iter_mut().filter(|pile| pile.parts > 1) {
        deal(drawing, pile, &mut parts);
    }
    parts
}

fn piles(drawing: &Drawing) -> Vec<Pile> {
    let ranks = rank_boxes(drawing);
    let mut keys: Vec<_> = ranks.iter().map(|rank| (rank.column, rank.sub)).collect();
    keys.sort_unstable();
    keys.dedup();
    let pile = |key: &(usize, usize)| {
        let own = |index: &usize| (ranks[*index].column, ranks[*index].sub) == *key;
        let boxes = (0..ranks.len()).filter(own);
        let boxes: Vec<usize> = boxes.filter(|&index| ranks[index].depth == 0).collect();
        let specs = || boxes.iter().map(|&index| &drawing.boxes[index]);
        Pile {
            key: *key,
            height: specs().map(|spec| spec.height + drawing.spacing.row).sum(),
            width: specs().map(|spec| spec.width).fold(0.0, f64::max),
            boxes,
            parts: 1,
        }
    };
    keys.iter().map(pile).collect()
}

/// Gives the tallest pile one part more, as long as the page is too tall.
fn grow(drawing: &Drawing, piles: &mut [Pile]) {
    let spacing = &drawing.spacing;
    loop {
        let widths = piles.iter().map(|pile| {
            let parts = pile.parts as f64;
            pile.width * parts + spacing.sub_column * (parts - 1.0) + spacing.column
        });
        let width: f64 = widths.sum();
        let tallest = |pile: &&mut Pile| pile.height / pile.parts as f64;
        let pile = piles.iter_mut().max_by(|a, b| tallest(a).total_cmp(&tallest(b)));
        match pile {
            Some(pile)
                if tallest(&pile) > spacing.tallest * width && pile.parts < pile.boxes.len() =>
            {
                pile.parts += 1;
            }
            _ => return,
        }
    }
}

/// Those that arrows leave stand right, those that arrows only enter stand left: then few arrows
/// pass through.
fn deal(drawing: &Drawing, pile: &mut Pile, parts: &mut [usize]) {
    let column = pile.key.0;
    let mut leaning = vec![0_i64; drawing.boxes.len()];
    for arrow in &drawing.arrows {
        for (index, other) in [(arrow.from, arrow.to), (arrow.to, arrow.from)] {
            leaning[index] += match drawing.boxes[other].column.cmp(&column) {
                std::cmp::Ordering::Less => -1,
                std::cmp::Ordering::Equal => 0,
                std::cmp::Ordering::Greater => 1,
            };
        }
    }
    pile.boxes.sort_by_key(|&index| leaning[index]);
    let half: f64 = pile.height / pile.parts as f64;
    let mut filled = 0.0;
    for &index in &pile.boxes {
        let middle = filled + drawing.boxes[index].height / 2.0;
        parts[index] = ((middle / half) as usize).min(pile.parts - 1);
        filled += drawing.boxes[index].height + drawing.spacing.row;
    }
}
