//! The badge of what came, went or changed: a shape and a sign of its own, so that it reads in black
//! and white.

use trefonds_findings::ChangeKind;

use super::metrics::Font;
use super::pen::{Pen, number};
use super::theme::Colours;

const SIGN: Font = Font::bold(12.0);

/// The sign of a turn.
pub(super) const fn sign(turn: ChangeKind) -> &'static str {
    match turn {
        ChangeKind::Gained => "+",
        ChangeKind::Lost => "\u{2212}",
        ChangeKind::Changed => "\u{2260}",
    }
}

/// A full disc for what came, an open square for what went, a diamond for what changed; `x` and `y`
/// are the middle.
pub(super) fn badge(pen: &mut Pen, colours: Colours, turn: ChangeKind, x: f64, y: f64) {
    let full = format!("fill=\"{0}\" stroke=\"{0}\"", colours.change);
    let open =
        format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"1.6\"", colours.card, colours.change);
    let words = match turn {
        ChangeKind::Gained => {
            pen.circle(x, y, 8.0, &full);
            colours.on_change
        }
        ChangeKind::Lost => {
            pen.rect([x - 7.5, y - 7.5, 15.0, 15.0], 1.0, &open);
            colours.change
        }
        ChangeKind::Changed => {
            let corners = [(x, y - 9.5), (x + 9.5, y), (x, y + 9.5), (x - 9.5, y)];
            let corners = corners.map(|(x, y)| format!("{} {}", number(x), number(y)));
            pen.path(&format!("M{} Z", corners.join(" L")), &full);
            colours.on_change
        }
    };
    let look = format!("fill=\"{words}\"");
    let text = sign(turn);
    pen.words(x - SIGN.width(text) / 2.0, y + 4.3, SIGN, &look, text);
}
