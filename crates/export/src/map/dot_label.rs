//! Labels for DOT: Graphviz's HTML-like markup, and quoted strings.

use std::fmt::Write as _;

use trefonds_findings::{MapGraph, MapNode};
use trefonds_lang::Lang;

use super::card::{NAME, tags_width};
use super::clean::escaped;
use super::content::{Alarm, Content, Form, Tag};
use super::heading;
use super::theme::Colours;

const TABLE: &str = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\" CELLPADDING=\"1\">";

/// A quoted string, whatever it holds.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '&' => quoted.push_str("&amp;"),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The label of a node.
pub(super) fn node(content: &Content, colours: Colours) -> String {
    if matches!(content.form, Form::Joint | Form::Country) {
        return font(&content.name, colours.text, 11.0, true);
    }
    let mut table = TABLE.to_owned();
    let bold = content.form == Form::Service;
    let names = NAME.wrapped(&content.name, 170.0, 3);
    let last = names.len();
    for (index, name) in names.iter().enumerate() {
        let marks = if index + 1 == last { marks(content) } else { String::new() };
        let name = font(&format!("{name}{marks}"), colours.text, 13.0, bold);
        row(&mut table, &name);
    }
    if let Some(second) = &content.second {
        row(&mut table, &font(&NAME.shortened(second, 220.0), colours.quiet, 10.0, false));
    }
    for said in &content.verdict {
        let colour = if said.alarm == Alarm::Quiet { colours.quiet } else { colours.accent };
        row(&mut table, &font(&said.text, colour, 10.5, true));
    }
    if let Some((coverage, _)) = &content.coverage {
        row(&mut table, &font(coverage, colours.quiet, 10.0, false));
    }
    if !content.tags.is_empty() {
        let tags: String = content.tags.iter().map(|tag| chip(tag, colours)).collect();
        let width = tags_width(&content.tags).ceil() + 4.0 + 6.0 * content.tags.len() as f64;
        let tags = format!(
            "<TABLE ALIGN=\"LEFT\" FIXEDSIZE=\"TRUE\" WIDTH=\"{width}\" HEIGHT=\"22\" BORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"2\"><TR>{tags}</TR></TABLE>"
        );
        row(&mut table, &tags);
    }
    table.push_str("</TABLE>");
    table
}

fn marks(content: &Content) -> String {
    let mut marks = String::new();
    if content.single_point {
        marks.push_str("  ●");
    }
    if content.unmendable {
        marks.push_str("  ⊘");
    }
    if content.blind_spots > 0 {
        let _ = write!(marks, "  ?{}", content.blind_spots);
    }
    marks
}

/// The label of a column.
pub(super) fn column(name: &str, colours: Colours) -> String {
    font(&name.to_uppercase(), colours.quiet, 11.0, true)
}

/// The label of the graph: title, facts, and how to read it.
pub(super) fn heading(map: &MapGraph, lang: Lang, colours: Colours) -> String {
    let title = heading::title(&map.header, lang);
    let mut table = TABLE.to_owned();
    row(&mut table, &font(&title, colours.text, 22.0, true));
    let facts = heading::facts(&map.header, lang).join("  ·  ");
    row(&mut table, &font(&facts, colours.quiet, 12.0, false));
    let unmendable = map.nodes.iter().any(|node| match node {
        MapNode::Component(component) => component.unmendable.is_some(),
        MapNode::Group(group) => group.unmendable > 0,
        MapNode::Joint(_) | MapNode::Entity(_) | MapNode::Country(_) => false,
    });
    let legend = match unmendable {
        true => format!("{} {}", lang.map_dot_legend(), lang.map_dot_legend_unmendable()),
        false => lang.map_dot_legend(),
    };
    row(&mut table, &font(&legend, colours.quiet, 10.0, false));
    table.push_str("</TABLE>");
    table
}

fn chip(tag: &Tag, colours: Colours) -> String {
    let accent = colours.accent;
    let (look, words) = match tag.alarm {
        Alarm::AtOnce => (format!("BGCOLOR=\"{accent}\" COLOR=\"{accent}\""), colours.on_accent),
        Alarm::Later => (format!("COLOR=\"{accent}\""), accent),
        Alarm::Possible => (format!("COLOR=\"{accent}\" STYLE=\"dashed\""), accent),
        Alarm::Quiet => (format!("COLOR=\"{}\"", colours.border), colours.quiet),
    };
    let text = font(&tag.text, words, 9.5, true);
    format!("<TD BORDER=\"1\" {look}>{text}</TD>")
}

fn row(table: &mut String, cell: &str) {
    let _ = write!(table, "<TR><TD ALIGN=\"LEFT\">{cell}</TD></TR>");
}

fn font(text: &str, colour: &str, size: f64, bold: bool) -> String {
    let text = if text.is_empty() { " " } else { text };
    let text = markup(text);
    let text = if bold { format!("<B>{text}</B>") } else { text };
    format!("<FONT COLOR=\"{colour}\" POINT-SIZE=\"{size}\">{text}</FONT>")
}

/// Escaped for Graphviz's markup, in which a backslash would still stand for the node's name.
fn markup(text: &str) -> String {
    escaped(text).replace('\\', "&#92;")
}
