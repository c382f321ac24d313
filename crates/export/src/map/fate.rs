//! What happens to a component in a scenario: a badge with a shape and a sign of its own, a line of its
//! own, and words, so that it reads in black and white.

use trefonds_findings::{Certainty, Fate, GroupFates, MapComponent, MapDown, MapGroup, Outcome};
use trefonds_lang::Lang;

use super::content::{Alarm, Content, Said, has_ended};
use super::fate_mark::FateMark;
use super::metrics::Font;
use super::pen::{Pen, number};
use super::theme::Colours;
use super::verdict;
use crate::lists::ended;

const SIGN: Font = Font::bold(12.0);

/// A component of a scenario says what happens to it, and nothing of who could stop it otherwise.
pub(super) fn component(content: Content, component: &MapComponent, lang: Lang) -> Content {
    let down = component.verdict.as_ref().and_then(|verdict| verdict.down.as_ref());
    // What has ended is so whatever the scenario does.
    let fate = component.fate.filter(|_| component.ended.is_none());
    let said = fate.map(|fate| {
        let back = down.is_some_and(|down| !is_earlier(fate, down));
        let fate = said(fate, lang);
        Said { text: ended::if_back(lang, fate.text, back), ..fate }
    });
    let down = down.map(|down| verdict::down(down, lang));
    let tip = said.iter().map(|said| said.text.as_str()).chain([content.tip.as_str()]);
    Content {
        tags: Vec::new(),
        alarm: said.as_ref().map_or(Alarm::Quiet, |said| said.alarm),
        single_point: false,
        fate: fate.map(FateMark::of),
        tip: tip.collect::<Vec<_>>().join("\n"),
        verdict: has_ended(component, lang).into_iter().chain(down).chain(said).collect(),
        ..content
    }
}

/// Whether a scenario stops a service before what has ended does.
fn is_earlier(fate: Fate, down: &MapDown) -> bool {
    trefonds_findings::is_earlier(fate.minutes.settled.or(fate.minutes.careful), down.minutes)
}

fn said(fate: Fate, lang: Lang) -> Said {
    let settled = lang.duration(fate.minutes.settled);
    let careful = lang.duration(fate.minutes.careful);
    let text = match (fate.outcome, fate.certainty) {
        (Outcome::Stops, Certainty::Certain) if fate.minutes.settled == fate.minutes.careful => {
            lang.map_said_stops(&settled)
        }
        (Outcome::Stops, Certainty::Certain) => lang.map_said_stops_or_sooner(&settled, &careful),
        (Outcome::Stops, Certainty::Possible) => lang.map_said_may_stop(&careful),
        (Outcome::Degrades, Certainty::Certain) => lang.map_said_degraded(&settled),
        (Outcome::Degrades, Certainty::Possible) => lang.map_said_may_degrade(&careful),
        (Outcome::Holds, _) if fate.minutes.careful.is_none() => lang.map_said_holds(),
        (Outcome::Holds, _) => lang.map_said_holds_until(&careful),
    };
    let alarm = match (FateMark::of(fate), fate.minutes.settled) {
        (FateMark::Stops, Some(0)) => Alarm::AtOnce,
        (FateMark::Stops, _) => Alarm::Later,
        (FateMark::MayStop, _) => Alarm::Possible,
        (FateMark::Degrades | FateMark::Holds, _) => Alarm::Quiet,
    };
    Said { text, alarm }
}

/// A group of a scenario counts the fates of its members.
pub(super) fn group(content: Content, group: &MapGroup, lang: Lang) -> Content {
    let fates = group.fates.unwrap_or_default();
    let GroupFates { stop, possibly_stop, degrade, hold } = fates;
    let mark = match fates {
        _ if stop > 0 => Some(FateMark::Stops),
        _ if possibly_stop > 0 => Some(FateMark::MayStop),
        _ if degrade > 0 => Some(FateMark::Degrades),
        _ if hold > 0 => Some(FateMark::Holds),
        _ => None,
    };
    let alarm = match mark {
        Some(FateMark::Stops) => Alarm::AtOnce,
        Some(FateMark::MayStop) => Alarm::Possible,
        _ => Alarm::Quiet,
    };
    let text = lang.map_said_group(stop, possibly_stop, degrade, hold);
    Content {
        tags: Vec::new(),
        verdict: mark.map(|_| Said { text, alarm }).into_iter().collect(),
        alarm,
        fate: mark,
        ..content
    }
}

/// The attributes of the border: thick, dashed, dotted or double-dashed.
pub(super) fn look(colours: Colours, mark: FateMark, fill: &str) -> String {
    let (stroke, width, dashes) = match mark {
        FateMark::Stops => (colours.accent, 2.6, ""),
        FateMark::MayStop => (colours.accent, 2.0, " stroke-dasharray=\"6 3\""),
        FateMark::Degrades => {
            (colours.accent, 1.6, " stroke-dasharray=\"1.5 3\" stroke-linecap=\"round\"")
        }
        FateMark::Holds => (colours.change, 1.6, ""),
    };
    format!("fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{}\"{dashes}", number(width))
}

/// A full octagon for what stops, an open one for what may, a triangle for what is degraded, a disc for
/// what holds; `x` and `y` are the middle.
pub(super) fn badge(pen: &mut Pen, colours: Colours, mark: FateMark, x: f64, y: f64) {
    let full = |colour: &str| format!("fill=\"{colour}\" stroke=\"{colour}\"");
    let open = |colour: &str| {
        format!("fill=\"{}\" stroke=\"{colour}\" stroke-width=\"1.6\"", colours.card)
    };
    let (words, lower) = match mark {
        FateMark::Stops => {
            polygon(pen, &octagon(x, y), &full(colours.accent));
            (colours.on_accent, 0.0)
        }
        FateMark::MayStop => {
            let look = format!("{} stroke-dasharray=\"3 1.6\"", open(colours.accent));
            polygon(pen, &octagon(x, y), &look);
            (colours.accent, 0.0)
        }
        FateMark::Degrades => {
            let corners = [(x, y - 10.0), (x + 10.0, y + 7.5), (x - 10.0, y + 7.5)];
            polygon(pen, &corners, &open(colours.accent));
            (colours.accent, 2.0)
        }
        FateMark::Holds => {
            pen.circle(x, y, 8.0, &open(colours.change));
            (colours.change, 0.0)
        }
    };
    let look = format!("fill=\"{words}\"");
    let text = mark.sign();
    pen.words(x - SIGN.width(text) / 2.0, y + 4.3 + lower, SIGN, &look, text);
}

fn octagon(x: f64, y: f64) -> [(f64, f64); 8] {
    let (near, far) = (3.6, 8.6);
    [
        (x - near, y - far),
        (x + near, y - far),
        (x + far, y - near),
        (x + far, y + near),
        (x + near, y + far),
        (x - near, y + far),
        (x - far, y + near),
        (x - far, y - near),
    ]
}

fn polygon(pen: &mut Pen, corners: &[(f64, f64)], look: &str) {
    let corners = corners.iter().map(|(x, y)| format!("{} {}", number(*x), number(*y)));
    pen.path(&format!("M{} Z", corners.collect::<Vec<_>>().join(" L")), look);
}
