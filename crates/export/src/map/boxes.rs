//! Drawing the boxes.

use trefonds_layout::Rect;

use super::card::{CHIP, Card, Line, MARK, PlacedTag, Role};
use super::clean::Ids;
use super::content::{Alarm, Content, Form};
use super::fate_mark::FateMark;
use super::pen::{Pen, number};
use super::scene::Scene;
use super::theme::Colours;
use super::{change_badge, fate};

/// Draws every box of the scene.
pub(super) fn draw(pen: &mut Pen, scene: &Scene<'_>, ids: &mut Ids) {
    for (index, content) in scene.contents.iter().enumerate() {
        let prefix = match content.form {
            Form::Service | Form::Component => "c",
            Form::Group => "g",
            Form::Joint => "j",
            Form::Entity => "entity",
            Form::Country => "country",
        };
        let id = ids.fresh(prefix, &content.key);
        let rect = scene.rect(index);
        let faded = scene.faded(content.strong);
        let place =
            format!(" transform=\"translate({} {})\"{faded}", number(rect.left), number(rect.top));
        pen.open(&id, &place, &content.tip);
        card(pen, scene.colours, content, &scene.cards[index]);
        pen.close();
    }
}

/// Draws a box at the origin.
fn card(pen: &mut Pen, colours: Colours, content: &Content, card: &Card) {
    let rect = Rect { left: 0.0, top: 0.0, width: card.width, height: card.height };
    frame(pen, colours, content, rect);
    if content.form == Form::Service {
        verdict_bar(pen, colours, content.alarm, rect.height);
    }
    if let Some(turn) = content.turn {
        change_badge::badge(pen, colours, turn, 0.0, 0.0);
    }
    if let Some(mark) = content.fate {
        fate::badge(pen, colours, mark, 0.0, 0.0);
    }
    if let Some((x, y)) = card.single_point {
        pen.circle(x, y, 4.2, &format!("fill=\"{}\"", colours.text));
    }
    if let Some((x, y)) = card.unmendable {
        unmendable(pen, colours, x, y);
    }
    if let Some((text, x, y, width)) = &card.blind_spots {
        blind_spots(pen, colours, text, [*x, *y, *width]);
    }
    card.lines.iter().for_each(|l| line(pen, colours, l, content.ended));
    card.tags.iter().for_each(|t| tag(pen, colours, t));
    if let Some((x, y, percent)) = card.bar {
        bar(pen, colours, [x, y, 34.0, 6.0], percent);
    }
}

fn frame(pen: &mut Pen, colours: Colours, content: &Content, rect: Rect) {
    let place = [rect.left, rect.top, rect.width, rect.height];
    let look = look(colours, content);
    let radius = match content.form {
        Form::Entity => 14.0,
        Form::Joint | Form::Country => rect.height / 2.0,
        _ => 5.0,
    };
    if content.form == Form::Group {
        let behind = [rect.left + 4.0, rect.top + 4.0, rect.width, rect.height];
        pen.rect(behind, radius, &look);
    }
    pen.rect(place, radius, &look);
}

/// Fill and border of a box: warm when it can be stopped at once, thick when it is a single point,
/// dashed when something is not known about it, muted and dotted when it has ended.
pub(super) fn look(colours: Colours, content: &Content) -> String {
    let warm = content.form != Form::Service && content.alarm == Alarm::AtOnce;
    let fill = if warm { colours.warm_card } else { colours.card };
    if let Some(mark) = content.fate {
        let warm = mark == FateMark::Stops;
        return fate::look(colours, mark, if warm { colours.warm_card } else { colours.card });
    }
    if content.ended {
        let (fill, border) = (colours.band, colours.quiet);
        let dots = "stroke-dasharray=\"1.5 3\" stroke-linecap=\"round\"";
        return format!("fill=\"{fill}\" stroke=\"{border}\" stroke-width=\"1.6\" {dots}");
    }
    let border = match (content.form, content.alarm) {
        _ if content.turn.is_some() => colours.change,
        (Form::Joint, _) => colours.quiet,
        (Form::Service, _) => colours.border,
        (_, Alarm::AtOnce | Alarm::Later) => colours.accent,
        _ if content.single_point => colours.quiet,
        _ => colours.border,
    };
    let width = match (content.single_point, content.alarm) {
        (true, _) => 2.6,
        _ if content.turn.is_some() => 1.8,
        (false, Alarm::AtOnce) if content.form != Form::Service => 1.6,
        _ => 1.0,
    };
    let dashes = if content.blind_spots > 0 && content.form != Form::Group {
        " stroke-dasharray=\"5 3\""
    } else {
        ""
    };
    let width = number(width);
    format!("fill=\"{fill}\" stroke=\"{border}\" stroke-width=\"{width}\"{dashes}")
}

/// The bar at the left of a service: full, open or dashed, as its chips would be.
fn verdict_bar(pen: &mut Pen, colours: Colours, alarm: Alarm, height: f64) {
    let accent = colours.accent;
    let look = match alarm {
        Alarm::AtOnce => format!("fill=\"{accent}\""),
        Alarm::Later => format!("fill=\"{}\" stroke=\"{accent}\"", colours.card),
        Alarm::Possible => {
            format!("fill=\"{}\" stroke=\"{accent}\" stroke-dasharray=\"2.5 2.5\"", colours.card)
        }
        Alarm::Quiet => return,
    };
    pen.rect([-2.5, 5.0, 5.0, height - 10.0], 1.5, &look);
}

fn line(pen: &mut Pen, colours: Colours, line: &Line, muted: bool) {
    let colour = match line.role {
        Role::Name if !muted => colours.text,
        Role::Name => colours.quiet,
        Role::Second | Role::Coverage | Role::Verdict(Alarm::Quiet) => colours.quiet,
        Role::Verdict(_) => colours.accent,
    };
    let look = format!("fill=\"{colour}\"");
    pen.words(line.x, line.y, line.font, &look, &line.text);
}

fn tag(pen: &mut Pen, colours: Colours, placed: &PlacedTag) {
    let place = [placed.x, placed.y, placed.width, placed.height];
    chip(pen, colours, place, &placed.tag.text, placed.tag.alarm);
}

/// A chip: full, open, pale or dashed.
pub(super) fn chip(pen: &mut Pen, colours: Colours, place: [f64; 4], text: &str, alarm: Alarm) {
    let accent = colours.accent;
    let (look, words) = match alarm {
        Alarm::AtOnce => (format!("fill=\"{accent}\" stroke=\"{accent}\""), colours.on_accent),
        Alarm::Later => {
            (format!("fill=\"{}\" stroke=\"{accent}\" stroke-width=\"1.2\"", colours.card), accent)
        }
        Alarm::Possible => (
            format!("fill=\"{}\" stroke=\"{accent}\" stroke-dasharray=\"2.5 2\"", colours.card),
            accent,
        ),
        Alarm::Quiet => {
            (format!("fill=\"{}\" stroke=\"{}\"", colours.card, colours.border), colours.quiet)
        }
    };
    let [x, y, width, height] = place;
    pen.rect([x, y, width, height], 3.0, &look);
    let x = x + (width - CHIP.width(text)) / 2.0;
    let look = format!("fill=\"{words}\"");
    pen.words(x, y + height / 2.0 + 3.5, CHIP, &look, text);
}

/// The mark of what cannot be mended: a ring with a bar across.
pub(super) fn unmendable(pen: &mut Pen, colours: Colours, x: f64, y: f64) {
    let look = format!("fill=\"none\" stroke=\"{}\" stroke-width=\"1.6\"", colours.text);
    pen.circle(x, y, 4.6, &look);
    let bar = format!("M{} {}l6.4 6.4", number(x - 3.2), number(y - 3.2));
    pen.path(&bar, &look);
}

/// The mark of blind spots at `[x, y, width]`.
pub(super) fn blind_spots(pen: &mut Pen, colours: Colours, text: &str, place: [f64; 3]) {
    let [x, y, width] = place;
    let look = format!("fill=\"none\" stroke=\"{}\" stroke-dasharray=\"2 2\"", colours.quiet);
    pen.rect([x, y, width, 13.6], 6.8, &look);
    let fill = format!("fill=\"{}\"", colours.quiet);
    pen.words(x + 4.0, y + 10.4, MARK, &fill, text);
}

/// A bar of how much is known.
pub(super) fn bar(pen: &mut Pen, colours: Colours, place: [f64; 4], percent: u32) {
    let [x, y, width, height] = place;
    let known = width * f64::from(percent.min(100)) / 100.0;
    let look = format!("fill=\"{}\" stroke=\"{}\"", colours.card, colours.faint);
    pen.rect(place, 1.5, &look);
    if known > 0.0 {
        let look = format!("fill=\"{}\"", colours.quiet);
        pen.rect([x, y, known, height], 1.5, &look);
    }
}
