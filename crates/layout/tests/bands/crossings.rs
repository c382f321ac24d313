//! Graphviz as the yardstick for crossings.

use trefonds_layout::{Bands, Drawing, Engine, GraphvizPure, Placement, Point};

use crate::drawings::layered;

/// How many crossings more than Graphviz's are borne.
const FACTOR: f64 = 1.25;

#[test]
fn crossings_are_about_as_few_as_with_graphviz() {
    let (mut own, mut graphviz) = (0, 0);
    for seed in 0..8 {
        let mut drawing = layered(5, 9, 2, seed);
        // Each arrow in a lane of its own: no way is shared, as in Graphviz.
        for (lane, arrow) in drawing.arrows.iter_mut().enumerate() {
            arrow.lane = lane as u32;
        }
        own += crossings(&drawing, &Bands::default().place(&drawing).unwrap());
        graphviz += crossings(&drawing, &GraphvizPure.place(&drawing).unwrap());
    }
    assert!(
        f64::from(own) <= FACTOR * f64::from(graphviz),
        "{own} crossings, Graphviz has {graphviz}"
    );
}

/// Pairs of arrows without a box in common that cross.
fn crossings(drawing: &Drawing, placement: &Placement) -> u32 {
    let lines: Vec<Vec<Point>> = placement.arrows.iter().map(|path| path.flattened(8)).collect();
    let mut crossings = 0;
    for (index, a) in drawing.arrows.iter().enumerate() {
        for (other, b) in drawing.arrows.iter().enumerate().skip(index + 1) {
            let apart = a.from != b.from && a.to != b.to && a.from != b.to && a.to != b.from;
            if apart && lines_cross(&lines[index], &lines[other]) {
                crossings += 1;
            }
        }
    }
    crossings
}

fn lines_cross(a: &[Point], b: &[Point]) -> bool {
    let mut pairs = a.windows(2).flat_map(|a| b.windows(2).map(move |b| (a, b)));
    pairs.any(|(a, b)| {
        let side =
            |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
        side(a[0], a[1], b[0]) * side(a[0], a[1], b[1]) < 0.0
            && side(b[0], b[1], a[0]) * side(b[0], b[1], a[1]) < 0.0
    })
}
