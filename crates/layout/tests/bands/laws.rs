use proptest::prelude::*;
use trefonds_layout::{Bands, BoxSpec, Drawing, Engine, LayoutError, Placement, Point, Rect};

use crate::drawings::{any_drawing, layered};

/// What rounding may take.
const HAIR: f64 = 0.5;

fn inside(rect: &Rect, point: Point) -> bool {
    point.x > rect.left + HAIR
        && point.x < rect.right() - HAIR
        && point.y > rect.top + HAIR
        && point.y < rect.bottom() - HAIR
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.left < b.right() - HAIR
        && b.left < a.right() - HAIR
        && a.top < b.bottom() - HAIR
        && b.top < a.bottom() - HAIR
}

/// Points on the path not further than a pixel or two from one another.
fn along(points: &[Point]) -> impl Iterator<Item = Point> {
    points.windows(2).flat_map(|pair| {
        let (a, b) = (pair[0], pair[1]);
        let steps = ((b.x - a.x).hypot(b.y - a.y) / 2.0).ceil().max(1.0) as u32;
        (0..=steps).map(move |step| {
            let t = f64::from(step) / f64::from(steps);
            Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
        })
    })
}

fn on_side(rect: &Rect, point: Point) -> bool {
    let side = (point.x - rect.left).abs() < HAIR || (point.x - rect.right()).abs() < HAIR;
    side && point.y > rect.top - HAIR && point.y < rect.bottom() + HAIR
}

fn no_arrow_over_a_foreign_box(
    drawing: &Drawing,
    placement: &Placement,
) -> Result<(), TestCaseError> {
    for (arrow, path) in drawing.arrows.iter().zip(&placement.arrows) {
        let points = path.flattened(24);
        for (index, rect) in placement.boxes.iter().enumerate() {
            let own = index == arrow.from || index == arrow.to;
            let crossed = !own && along(&points).any(|point| inside(rect, point));
            prop_assert!(!crossed, "{arrow:?} runs over box {index}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn boxes_never_overlap(drawing in any_drawing()) {
        let placement = Bands::default().place(&drawing).unwrap();
        for (index, a) in placement.boxes.iter().enumerate() {
            for b in &placement.boxes[index + 1..] {
                prop_assert!(!overlap(a, b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn arrows_never_run_over_foreign_boxes(drawing in any_drawing()) {
        let placement = Bands::default().place(&drawing).unwrap();
        no_arrow_over_a_foreign_box(&drawing, &placement)?;
    }

    #[test]
    fn arrows_join_their_boxes(drawing in any_drawing()) {
        let placement = Bands::default().place(&drawing).unwrap();
        for (arrow, path) in drawing.arrows.iter().zip(&placement.arrows) {
            prop_assert!(on_side(&placement.boxes[arrow.from], path.start), "{arrow:?}");
            prop_assert!(on_side(&placement.boxes[arrow.to], path.end()), "{arrow:?}");
        }
    }

    #[test]
    fn columns_stand_in_order_and_hold_their_boxes(drawing in any_drawing()) {
        let placement = Bands::default().place(&drawing).unwrap();
        for pair in placement.columns.windows(2) {
            prop_assert!(pair[0].column < pair[1].column && pair[0].right < pair[1].left);
        }
        let specs = drawing.boxes.iter().zip(&placement.boxes);
        for (spec, rect) in specs.filter(|(spec, _)| spec.follows.is_none()) {
            let column = placement.columns.iter().find(|c| c.column == spec.column).unwrap();
            prop_assert!(rect.left >= column.left - HAIR && rect.right() <= column.right + HAIR);
        }
    }

    #[test]
    fn the_drawing_begins_at_the_origin_and_has_its_size(drawing in any_drawing()) {
        let placement = Bands::default().place(&drawing).unwrap();
        for rect in &placement.boxes {
            prop_assert!(rect.left >= -HAIR && rect.top >= -HAIR, "{rect:?}");
            prop_assert!(rect.right() <= placement.width + HAIR);
            prop_assert!(rect.bottom() <= placement.height + HAIR);
        }
    }

    #[test]
    fn the_same_drawing_has_one_placement(drawing in any_drawing()) {
        let again = Bands::default().place(&drawing).unwrap();
        prop_assert_eq!(Bands::default().place(&drawing).unwrap(), again);
    }
}

#[test]
fn two_hundred_boxes_with_long_arrows_obey_the_laws() {
    let drawing = layered(7, 28, 2, 3);
    let placement = Bands::default().place(&drawing).unwrap();
    no_arrow_over_a_foreign_box(&drawing, &placement).unwrap();
}

#[test]
fn pages_are_neither_strips_nor_towers() {
    for rows in [4, 15, 40, 143] {
        let placement = Bands::default().place(&layered(7, rows, 2, 5)).unwrap();
        let ratio = placement.width / placement.height;
        let widest = if rows == 4 { 5.0 } else { 1.8 };
        assert!(ratio < widest && ratio > 1.0 / 3.0, "{rows} rows: {ratio}");
    }
}

#[test]
fn a_straight_chain_is_straight() {
    let mut drawing = layered(4, 1, 1, 1);
    drawing.arrows.retain(|arrow| arrow.to == arrow.from + 1);
    let placement = Bands::default().place(&drawing).unwrap();
    for path in &placement.arrows {
        assert_eq!(path.start.y, path.end().y);
    }
}

#[test]
fn an_empty_drawing_has_an_empty_placement() {
    let placement = Bands::default().place(&Drawing::default()).unwrap();
    assert_eq!(placement, Placement::default());
}

#[test]
fn what_is_no_drawing_is_refused() {
    let place = |drawing: &Drawing| Bands::default().place(drawing).unwrap_err();
    let mut drawing = layered(2, 1, 1, 1);
    drawing.arrows[0].to = 9;
    assert!(matches!(place(&drawing), LayoutError::NoSuchBox { index: 9, boxes: 2 }));
    drawing.boxes[1].width = f64::NAN;
    assert!(matches!(place(&drawing), LayoutError::BadSize { index: 1 }));
    drawing.boxes[0] = BoxSpec { follows: Some(0), ..drawing.boxes[0] };
    assert!(matches!(place(&drawing), LayoutError::FollowsItself { index: 0 }));
}
