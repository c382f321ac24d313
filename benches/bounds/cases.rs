//! The shapes.

use std::fmt::Write as _;

const COUNTRIES: [&str; 12] =
    ["US", "DE", "CN", "GB", "JP", "IN", "CA", "CH", "NL", "IE", "SE", "FR"];

/// What is asked of a case.
pub enum Question {
    /// Line and column of every component.
    Places,
    Controllers,
    Jurisdictions,
    Exposure,
    /// What changed since this one.
    Diff(String),
    Snapshot,
    /// The cut sets of the first component within ten years.
    Cuts,
    Plan,
}

/// An inventory of an extreme shape.
pub struct Case {
    pub name: &'static str,
    pub text: String,
    pub question: Question,
}

pub fn all() -> Vec<Case> {
    let case = |name, text, question| Case { name, text, question };
    vec![
        case("one line of JSON, 20,000 components", one_line(20_000), Question::Places),
        case("chain of 8,000 holdings", holdings(8_000), Question::Controllers),
        case("any-of of 40, 2,000 entities", alternatives(), Question::Jurisdictions),
        case("1,000 components of one operator, group of 800", group(), Question::Exposure),
        case("circle of six, 1 h borne, 10 years", circle(6), Question::Cuts),
        case("mesh of 1,000, 50 each", mesh(1_000, 50), Question::Snapshot),
        case("mesh of 5,000, 50 each", mesh(5_000, 50), Question::Snapshot),
        case("60 options, 20,000 components", options(20_000, 60), Question::Plan),
        case("200 operators changed", operators(0), Question::Diff(operators(200))),
    ]
}

/// Appends formatted text; a `String` takes everything.
macro_rules! put {
    ($text:expr, $($format:tt)*) => {
        let _ = write!($text, $($format)*);
    };
}

fn root() -> String {
    "trefonds: 1\nhome: [FR]\nas_of: 2026-01-01\ncurrency: EUR\n".to_owned()
}

fn laws(text: &mut String) {
    text.push_str("laws:\n");
    for country in ["US", "CN"] {
        put!(
            text,
            "  {country}-access:\n    jurisdiction: {country}\n    effect: access\n    reaches:\n"
        );
        for link in ["direct", "via control", "via group, grade: arguable"] {
            put!(text, "      - {{channel: operation, link: {link}}}\n");
        }
    }
}

fn entities(count: usize, text: &mut String, owners: impl Fn(usize) -> String) {
    text.push_str("entities:\n");
    for at in 0..count {
        let country = COUNTRIES[at % COUNTRIES.len()];
        put!(text, "  e{at}: {{country: {country}, owned_by: {}}}\n", owners(at));
    }
}

fn component(id: &str, layer: &str, needs: &str, operator: usize, text: &mut String) {
    put!(text, "  {id}: {{layer: {layer}, depends_on: {needs}, operator: e{operator}");
    text.push_str(if layer == "service" {
        "}\n"
    } else {
        ", suppliers: none, data: none, site: FR}\n"
    });
}

fn one_line(components: usize) -> String {
    let mut text = "{\"trefonds\":1,\"home\":[\"FR\"],\"components\":{".to_owned();
    for at in 0..components {
        let comma = if at == 0 { "" } else { "," };
        put!(text, "{comma}\"c{at}\":{{\"name\":\"Élément {at}\",\"layer\":\"application\"}}");
    }
    text + "}}"
}

fn holdings(count: usize) -> String {
    let mut text = root();
    entities(count, &mut text, |at| match at + 1 {
        last if last == count => "none".to_owned(),
        above => format!("[{{entity: e{above}, votes: 60%}}]"),
    });
    text.push_str("components:\n");
    component("s", "service", "[a]", 0, &mut text);
    component("a", "application", "none", 0, &mut text);
    text
}

/// Forty groups of fifty, each with an undisclosed majority.
fn alternatives() -> String {
    let mut text = root();
    entities(2_000, &mut text, |at| match at % 50 {
        49 => "none".to_owned(),
        _ => format!("[{{entity: e{}, votes: 30%}}, undisclosed]", at + 1),
    });
    text.push_str("components:\n");
    let all: Vec<String> = (0..40).map(|at| format!("a{at}")).collect();
    put!(text, "  s: {{layer: service, depends_on: [{{any_of: [{}]}}]}}\n", all.join(", "));
    (0..40).for_each(|at| component(&format!("a{at}"), "application", "none", at * 50, &mut text));
    text
}

fn group() -> String {
    let mut text = root();
    laws(&mut text);
    entities(800, &mut text, |at| match at {
        0 => "none".to_owned(),
        _ => "[{entity: e0, votes: 100%}]".to_owned(),
    });
    text.push_str("components:\n");
    let all: Vec<String> = (0..1_000).map(|at| format!("c{at}")).collect();
    component("s", "service", &format!("[{}]", all.join(", ")), 1, &mut text);
    for id in all {
        put!(text, "  {id}: {{layer: application, depends_on: none, operator: e1, ");
        text.push_str("suppliers: none, data: {class: health, form: clear}, site: FR}\n");
    }
    text
}

/// Each needs one of the next two, and bears the loss of both for an hour.
fn circle(count: usize) -> String {
    let mut text = root();
    entities(count, &mut text, |_| "none".to_owned());
    text.push_str("components:\n  s: {layer: service, depends_on: [c0]}\n");
    for at in 0..count {
        let [next, other] = [1, 2].map(|more| (at + more) % count);
        let needs = format!("[{{any_of: [c{next}, c{other}], tolerates: 1h}}]");
        component(&format!("c{at}"), "application", &needs, at, &mut text);
    }
    text
}

fn mesh(count: usize, each: usize) -> String {
    let mut text = root();
    entities(50, &mut text, |_| "none".to_owned());
    text.push_str("components:\n");
    for at in 0..count {
        let mut needs: Vec<usize> = (0..each).map(|step| (at + step * step + 1) % count).collect();
        needs.sort_unstable();
        needs.dedup();
        needs.retain(|needed| *needed != at);
        let needs: Vec<String> = needs.into_iter().map(|needed| format!("c{needed}")).collect();
        let needs = format!("[{}]", needs.join(", "));
        component(&format!("c{at}"), "application", &needs, at % 50, &mut text);
    }
    for at in 0..20 {
        component(&format!("s{at}"), "service", &format!("[c{at}]"), 0, &mut text);
    }
    text
}

fn options(count: usize, options: usize) -> String {
    let mut text = root();
    entities(20, &mut text, |_| "none".to_owned());
    text.push_str("components:\n");
    for at in 0..count {
        let needs = if at < 10 { "none".to_owned() } else { format!("[c{}]", at / 2) };
        let operator = if at < options { at % 20 } else { 11 };
        put!(text, "  c{at}: {{layer: application, depends_on: {needs}, operator: e{operator}, ");
        text.push_str("suppliers: none, data: none, site: FR");
        if at < options {
            put!(text, ", alternatives: {{o{at}: {{cost: {}, operator: e11}}}}", 100 + at * 7 % 31);
        }
        text.push_str("}\n");
    }
    for at in 0..20 {
        let needs = format!("[c{}, c{}]", count - 1 - at, at * 3 % options);
        component(&format!("s{at}"), "service", &needs, 11, &mut text);
    }
    text
}

/// A thousand components, some of them run by others than before.
fn operators(changed: usize) -> String {
    let mut text = root();
    entities(400, &mut text, |_| "none".to_owned());
    text.push_str("components:\n");
    for at in 0..1_000_usize {
        let mut needs: Vec<usize> =
            if at < 10 { Vec::new() } else { vec![at * 7 % at.max(1), at * 3 % (at - 1)] };
        needs.extend((at >= 10).then_some(at / 2));
        needs.sort_unstable();
        needs.dedup();
        needs.retain(|needed| *needed != at);
        let needs: Vec<String> = needs.into_iter().map(|needed| format!("c{needed}")).collect();
        let needs =
            if needs.is_empty() { "none".to_owned() } else { format!("[{}]", needs.join(", ")) };
        let new = at % 5 == 0 && at / 5 < changed;
        let operator = if new { 200 + at / 5 } else { at % 200 };
        component(&format!("c{at}"), "application", &needs, operator, &mut text);
    }
    (0..20).for_each(|at| {
        component(&format!("s{at}"), "service", &format!("[c{}]", 980 + at), 11, &mut text)
    });
    text
}
