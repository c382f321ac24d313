//! The shell: head, policy, navigation, the parts in both languages, the map, the data, the script.

use std::borrow::Cow;
use std::io;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use trefonds_lang::{Lang, visible_lines};

use crate::parts::{
    breaks, changes, controllers, ended, ends, exposure, id, lists, method, questions, services,
    summary, unmendable,
};
use crate::words::code;
use crate::{LANGUAGES, Report, data, palette, policy};

/// Built from `page/` by `just page`; a test of `just lint` builds them again and compares.
const SCRIPT: &str = include_str!("../page/dist/page.js");
const STYLE: &str = include_str!("../page/dist/page.css");

/// What asks for a newer page.
const LIVE: &str = include_str!("../page/dist/live.js");

/// The whole page.
pub(crate) fn page(report: &Report) -> io::Result<String> {
    let data = data::json(report).map_err(io::Error::from)?;
    let scripts: &[&str] = if report.served.is_some() { &[SCRIPT, LIVE] } else { &[SCRIPT] };
    let page = html! {
        (DOCTYPE)
        html lang=(code(report.lang)) data-state=[report.served] {
            (head(&title(report), scripts))
            body {
                (bar(report))
                main {
                    @for lang in LANGUAGES { (block(report, lang, findings(report, lang))) }
                    (explorer(report))
                    @for lang in LANGUAGES { (block(report, lang, annex(report, lang))) }
                }
                script #data type="application/json" { (PreEscaped(&data)) }
                @for script in scripts { script { (PreEscaped(script)) } }
            }
        }
    };
    Ok(cleaned(page))
}

fn head(title: &str, scripts: &[&str]) -> Markup {
    let style = palette::style(STYLE);
    let policy = policy::policy(scripts, &style, scripts.contains(&LIVE));
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            title { (title) }
            style { (PreEscaped(&style)) }
        }
    }
}

/// What is wrong with an inventory, as a page that waits for it to be put right.
pub(crate) fn problems(text: &str, lang: Lang, state: u64) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(code(lang)) data-state=(state) {
            (head(&lang.report_problems(), &[LIVE]))
            body {
                main {
                    h1 { (lang.report_problems()) }
                    p { (lang.report_problems_hint()) }
                    pre.problems { (text) }
                }
                script { (PreEscaped(LIVE)) }
            }
        }
    };
    cleaned(page)
}

/// Whatever part a name stands in, nothing of it steers, hides or turns. The script and the style hold no
/// such character: their fingerprints stay right.
fn cleaned(page: Markup) -> String {
    match visible_lines(&page.0) {
        Cow::Borrowed(_) => page.into_string(),
        Cow::Owned(clean) => clean,
    }
}

fn title(report: &Report) -> String {
    report.overview.head.title.clone().unwrap_or_else(|| report.lang.map_untitled())
}

/// A part in one language; the other one is hidden until it is asked for.
fn block(report: &Report, lang: Lang, inside: Markup) -> Markup {
    html! {
        div.part lang=(code(lang)) data-lang=(code(lang)) hidden[lang != report.lang] { (inside) }
    }
}

fn bar(report: &Report) -> Markup {
    html! {
        header.top {
            @for lang in LANGUAGES {
                div.part lang=(code(lang)) data-lang=(code(lang)) hidden[lang != report.lang] {
                    a.skip href={ "#" (id(lang, "services")) } { (lang.report_skip()) }
                    span.brand { "Tréfonds" }
                    nav aria-label=(lang.report_contents()) {
                        @for (target, name) in contents(lang) { a href={ "#" (target) } { (name) } }
                    }
                    span.switches.only-script hidden {
                        button type="button" data-switch="lang" lang=(code(other(lang))) {
                            (lang.report_other_language())
                        }
                        button type="button" data-switch="theme" { (lang.report_theme()) }
                    }
                }
            }
        }
    }
}

const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::Fr,
        Lang::Fr => Lang::En,
    }
}

fn contents(lang: Lang) -> [(String, String); 9] {
    [
        (id(lang, "services"), lang.report_nav_services()),
        (id(lang, "controllers"), lang.report_nav_controllers()),
        (id(lang, "breaks"), lang.report_nav_breaks()),
        (id(lang, "exposure"), lang.report_nav_exposure()),
        (id(lang, "ends"), lang.ends_title()),
        ("map".to_owned(), lang.report_nav_map()),
        (id(lang, "questions"), lang.report_nav_questions()),
        (id(lang, "method"), lang.report_nav_method()),
        (id(lang, "lists"), lang.report_nav_lists()),
    ]
}

fn findings(report: &Report, lang: Lang) -> Markup {
    html! {
        (summary(report, lang))
        (ended(report, lang))
        (unmendable(report, lang))
        (changes(report, lang))
        (services(report, lang))
        (controllers(report, lang))
        (breaks(report, lang))
        (exposure(report, lang))
        (ends(report, lang))
    }
}

fn annex(report: &Report, lang: Lang) -> Markup {
    html! {
        (questions(report, lang))
        (method(report, lang))
        (lists(report, lang))
    }
}

/// The place of the map: the script fills it; without, the still picture stands there.
fn explorer(report: &Report) -> Markup {
    html! {
        section #map {
            @for lang in LANGUAGES {
                div.part lang=(code(lang)) data-lang=(code(lang)) hidden[lang != report.lang] {
                    h2 { (lang.report_map()) }
                }
            }
            div #explorer {}
            @for (lang, picture) in LANGUAGES.into_iter().zip(&report.pictures) {
                figure.part.still lang=(code(lang)) data-lang=(code(lang)) hidden[lang != report.lang] {
                    noscript { p { (lang.report_no_script()) } }
                    (PreEscaped(still(&picture.svg, lang)))
                }
            }
        }
    }
}

/// The picture with ids of its own, since both languages stand in one page.
fn still(svg: &str, lang: Lang) -> String {
    let prefix = code(lang);
    svg.replace(" id=\"", &format!(" id=\"{prefix}-")).replace(
        "aria-labelledby=\"map-title map-description\"",
        &format!("aria-labelledby=\"{prefix}-map-title {prefix}-map-description\""),
    )
}
