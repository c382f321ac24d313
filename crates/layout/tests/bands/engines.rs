//! The other engines answer the same question.

use trefonds_layout::{
    ArrowSpec, BoxSpec, Drawing, Engine, GraphvizPure, InstalledDot, LayoutError, Placement,
    Spacing,
};

use crate::drawings::layered;

/// Arrows both ways, inside a column, onto itself, twice; a follower; a circle.
fn awkward() -> Drawing {
    let mut boxes = vec![BoxSpec::new(100.0, 40.0, 0); 6];
    boxes[3].column = 2;
    boxes[4].column = 2;
    boxes[5].follows = Some(0);
    let arrows =
        [(0, 1), (1, 2), (2, 0), (0, 3), (3, 0), (3, 4), (4, 3), (1, 1), (0, 3), (0, 5), (5, 4)];
    let arrows = arrows.into_iter();
    Drawing {
        boxes,
        arrows: arrows.map(|(from, to)| ArrowSpec { from, to, lane: 0 }).collect(),
        spacing: Spacing::default(),
    }
}

fn answers(placement: Result<Placement, LayoutError>, drawing: &Drawing) {
    assert!(placement.is_ok(), "{:?}", placement.err());
    let placement = placement.unwrap_or_default();
    assert_eq!(placement.boxes.len(), drawing.boxes.len());
    assert_eq!(placement.arrows.len(), drawing.arrows.len());
    for pair in placement.columns.windows(2) {
        assert!(pair[0].right < pair[1].left, "{:?}", placement.columns);
    }
    for (arrow, path) in drawing.arrows.iter().zip(&placement.arrows) {
        let from = &placement.boxes[arrow.from];
        let near = |a: f64, b: f64, room: f64| (a - b).abs() <= room / 2.0 + 2.0;
        assert!(near(path.start.x, from.left + from.width / 2.0, from.width), "{arrow:?}");
        assert!(near(path.start.y, from.middle(), from.height), "{arrow:?}");
    }
}

#[test]
fn the_port_of_graphviz_places_everything() {
    let drawing = awkward();
    answers(GraphvizPure.place(&drawing), &drawing);
    let drawing = layered(6, 8, 2, 1);
    answers(GraphvizPure.place(&drawing), &drawing);
}

/// Needs Graphviz on the machine: the project's set-up installs it.
#[test]
fn the_installed_dot_places_everything() {
    let drawing = awkward();
    answers(InstalledDot.place(&drawing), &drawing);
    let drawing = layered(6, 8, 2, 1);
    answers(InstalledDot.place(&drawing), &drawing);
}
