//! Drawings made at random.

use proptest::prelude::*;
use trefonds_layout::{ArrowSpec, BoxSpec, Drawing, Spacing};

/// Any drawing: boxes of any size in up to five columns, some following others, any arrows.
pub fn any_drawing() -> impl Strategy<Value = Drawing> {
    let spec = (0..5_usize, 20.0..160.0_f64, 20.0..90.0_f64);
    let boxes = prop::collection::vec(spec, 1..40);
    boxes.prop_flat_map(|boxes| {
        let count = boxes.len();
        let arrow = (0..count, 0..count, 0..3_u32);
        let arrows = prop::collection::vec(arrow, 0..70);
        let follows = prop::collection::vec(prop::option::weighted(0.1, 0..count), count);
        (Just(boxes), arrows, follows)
            .prop_map(|(boxes, arrows, follows)| drawing(&boxes, &arrows, &follows))
    })
}

fn drawing(
    boxes: &[(usize, f64, f64)],
    arrows: &[(usize, usize, u32)],
    follows: &[Option<usize>],
) -> Drawing {
    let specs = boxes.iter().zip(follows).enumerate();
    let specs = specs.map(|(index, (&(column, width, height), follows))| BoxSpec {
        // Only earlier boxes: nobody follows itself.
        follows: follows.filter(|&other| other < index),
        ..BoxSpec::new(width, height, column)
    });
    let arrows = arrows.iter();
    Drawing {
        boxes: specs.collect(),
        arrows: arrows.map(|&(from, to, lane)| ArrowSpec { from, to, lane }).collect(),
        spacing: Spacing::default(),
    }
}

/// `columns` columns of `rows` boxes; each box points at `arrows` boxes of later columns, mostly of
/// the next.
pub fn layered(columns: usize, rows: usize, arrows: usize, seed: u64) -> Drawing {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        ((state >> 33) % bound as u64) as usize
    };
    let boxes = (0..columns * rows).map(|index| BoxSpec::new(120.0, 40.0, index / rows));
    let mut specs = Vec::new();
    for from in 0..(columns - 1) * rows {
        for _ in 0..arrows {
            let hop = 1 + below(4) / 3;
            let column = (from / rows + hop).min(columns - 1);
            let to = column * rows + below(rows);
            specs.push(ArrowSpec { from, to, lane: 0 });
        }
    }
    Drawing { boxes: boxes.collect(), arrows: specs, spacing: Spacing::default() }
}
