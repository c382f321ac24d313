//! The colours of the maps as variables of CSS, so that page and pictures speak one language.

use std::fmt::Write as _;

use trefonds_export::map::{Colours, FAMILY, Theme};

/// The style of the page: the palette, then the style sheet.
pub(crate) fn style(sheet: &str) -> String {
    let (light, dark) = (Theme::Light.colours(), Theme::Dark.colours());
    let mut style = format!(":root{{--map-family:{FAMILY};color-scheme:light;{}}}", lines(&light));
    let dark = format!("color-scheme:dark;{}", lines(&dark));
    let _ = write!(style, ":root[data-theme=dark]{{{dark}}}");
    let _ = write!(
        style,
        "@media screen and (prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}"
    );
    style.push_str(sheet);
    style
}

fn lines(colours: &Colours) -> String {
    let all = [
        ("ground", colours.ground),
        ("band", colours.band),
        ("card", colours.card),
        ("warm-card", colours.warm_card),
        ("text", colours.text),
        ("quiet", colours.quiet),
        ("faint", colours.faint),
        ("border", colours.border),
        ("arrow", colours.arrow),
        ("accent", colours.accent),
        ("on-accent", colours.on_accent),
        ("focus", colours.change),
        ("on-focus", colours.on_change),
    ];
    all.iter().fold(String::new(), |mut text, (name, colour)| {
        let _ = write!(text, "--{name}:{colour};");
        text
    })
}
