//! The drawing as a question to Graphviz.

use std::fmt::Write as _;

use crate::Drawing;
use crate::ranks::Ranks;
use crate::shape::Shape;

/// Graphviz measures in inches of this many points.
pub(super) const INCH: f64 = 72.0;

/// The drawing in the DOT language: boxes `n0`, `n1`..., arrows from left to right.
pub(super) fn question(drawing: &Drawing) -> String {
    let ranks = Ranks::new(drawing, &Shape::new(drawing));
    let mut text = String::new();
    let spacing = &drawing.spacing;
    let _ = writeln!(
        text,
        "digraph {{ rankdir=LR; nodesep={:.4}; ranksep={:.4}; node [shape=box,fixedsize=true,label=\"\"]; edge [dir=none];",
        spacing.row / INCH,
        spacing.column / INCH,
    );
    for (index, spec) in drawing.boxes.iter().enumerate() {
        let (width, height) = (spec.width / INCH, spec.height / INCH);
        let _ = writeln!(text, "n{index} [width={width:.4},height={height:.4}];");
    }
    spine(&mut text, &ranks);
    for arrow in &drawing.arrows {
        let (left, right) = left_to_right(&ranks, arrow.from, arrow.to);
        let _ = writeln!(text, "n{left} -> n{right};");
    }
    text.push_str("}\n");
    text
}

/// Whether an arrow is asked for as it is, or turned so that it runs to the right.
pub(super) fn left_to_right(ranks: &Ranks, from: usize, to: usize) -> (usize, usize) {
    if ranks.of[to] < ranks.of[from] { (to, from) } else { (from, to) }
}

fn spine(text: &mut String, ranks: &Ranks) {
    text.push_str("node [shape=point,width=0.01,height=0.01,style=invis];\n");
    for rank in 0..ranks.all.len() {
        if rank > 0 {
            let _ = writeln!(text, "s{} -> s{rank} [style=invis,weight=1000];", rank - 1);
        }
        let _ = write!(text, "{{ rank=same; s{rank};");
        for (index, _) in ranks.of.iter().enumerate().filter(|of| *of.1 == rank) {
            let _ = write!(text, " n{index};");
        }
        text.push_str(" }\n");
    }
}
