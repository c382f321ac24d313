//! The map in the DOT language, styled, for those who let Graphviz or another program draw it.
//!
//! Nodes are named `n0`, `n1`... and what a name holds stands only in labels and tooltips, escaped:
//! no name can leave its quotes.

use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use trefonds_findings::MapGraph;
use trefonds_lang::Lang;
use trefonds_layout::{ArrowSpec, BoxSpec, Drawing, RankOf, rank_boxes};

use super::arrow::{Arrow, Stroke, arrows};
use super::clean::Ids;
use super::columns::column_name;
use super::content::{Alarm, Content, Form};
use super::dot_label;
use super::joint;
use super::node_content::contents;
use super::pen::number;
use super::theme::{Colours, Theme};

const FONT: &str = "DejaVu Sans,Verdana,Arial,Liberation Sans,Roboto,sans-serif";

/// The whole text.
pub(super) fn text(map: &MapGraph, lang: Lang) -> String {
    let contents = contents(map, lang);
    let arrows = arrows(map, &contents, lang);
    let ranks = ranks(map, &contents, &arrows);
    let mut writer = Writer {
        colours: Theme::Light.colours(),
        ids: Ids::default(),
        highlight: map.header.highlight.is_some(),
    };
    let mut stmts = writer.defaults(map, lang);
    stmts.extend(writer.columns(&contents, lang));
    stmts.extend(spine(&ranks));
    stmts.extend(arrows.iter().map(|arrow| writer.edge(arrow, &ranks)));
    let graph = Graph::DiGraph { id: Id::Plain("map".to_owned()), strict: false, stmts };
    let mut text = graph.print(PrinterContext::default().with_semi());
    text.push('\n');
    text
}

/// Which rank each node has: its sub-column, as in the SVG.
fn ranks(map: &MapGraph, contents: &[Content], arrows: &[Arrow]) -> Vec<RankOf> {
    let boxes = contents.iter().zip(joint::follows(map));
    let boxes = boxes
        .map(|(content, follows)| BoxSpec { follows, ..BoxSpec::new(0.0, 0.0, content.column) });
    let arrows = arrows.iter().map(|arrow| ArrowSpec { from: arrow.from, to: arrow.to, lane: 0 });
    rank_boxes(&Drawing { boxes: boxes.collect(), arrows: arrows.collect(), ..Drawing::default() })
}

/// Points from left to right that hold the ranks in order.
fn spine(ranks: &[RankOf]) -> Vec<Stmt> {
    let mut all = ranks.to_vec();
    all.sort_unstable();
    all.dedup();
    let mut stmts = Vec::new();
    for (index, rank) in all.iter().enumerate() {
        let point = [("style", "invis"), ("shape", "point")];
        let mut level = vec![
            Stmt::Attribute(Attribute(plain("rank"), plain("same"))),
            node(format!("s{index}"), point.map(plain_attribute).to_vec()),
        ];
        let members = ranks.iter().enumerate().filter(|of| of.1 == rank);
        level.extend(members.map(|(member, _)| node(format!("n{member}"), Vec::new())));
        stmts.push(Stmt::Subgraph(Subgraph {
            id: Id::Plain(format!("rank_{index}")),
            stmts: level,
        }));
        if index > 0 {
            let attributes = [("style", "invis"), ("weight", "100")];
            let attributes = attributes.map(plain_attribute).to_vec();
            stmts.push(edge(format!("s{}", index - 1), format!("s{index}"), attributes));
        }
    }
    stmts
}

struct Writer {
    colours: Colours,
    ids: Ids,
    highlight: bool,
}

impl Writer {
    fn defaults(&self, map: &MapGraph, lang: Lang) -> Vec<Stmt> {
        let font = |attribute: &str| text_attribute(attribute, FONT);
        let colours = self.colours;
        let graph = vec![
            plain_attribute(("rankdir", "LR")),
            plain_attribute(("newrank", "true")),
            plain_attribute(("nodesep", "0.16")),
            plain_attribute(("ranksep", "0.7")),
            plain_attribute(("labelloc", "t")),
            plain_attribute(("labeljust", "l")),
            font("fontname"),
            text_attribute("bgcolor", colours.ground),
            text_attribute("fontcolor", colours.text),
            html_attribute("label", &dot_label::heading(map, lang, colours)),
        ];
        let node = vec![
            font("fontname"),
            plain_attribute(("fontsize", "13")),
            plain_attribute(("shape", "box")),
            plain_attribute(("margin", "0.08")),
        ];
        let edge = vec![
            font("fontname"),
            plain_attribute(("fontsize", "9.5")),
            plain_attribute(("arrowsize", "0.6")),
            text_attribute("color", colours.arrow),
            text_attribute("fontcolor", colours.quiet),
        ];
        vec![
            Stmt::GAttribute(GraphAttributes::Graph(graph)),
            Stmt::GAttribute(GraphAttributes::Node(node)),
            Stmt::GAttribute(GraphAttributes::Edge(edge)),
        ]
    }

    /// A cluster for each column, its boxes inside; joints stand between them.
    fn columns(&mut self, contents: &[Content], lang: Lang) -> Vec<Stmt> {
        let last = contents.iter().map(|content| content.column).max();
        let mut stmts = Vec::new();
        for column in 0..=last.unwrap_or(0) {
            let boxes = contents.iter().enumerate();
            let boxes = boxes.filter(|(_, content)| content.column == column);
            let (joints, boxes): (Vec<_>, Vec<_>) =
                boxes.partition(|(_, content)| content.form == Form::Joint);
            if !boxes.is_empty() {
                let label = dot_label::column(&column_name(column, lang), self.colours);
                let mut inside = vec![
                    Stmt::Attribute(html_attribute("label", &label)),
                    Stmt::Attribute(text_attribute("style", "filled,rounded")),
                    Stmt::Attribute(text_attribute("color", self.colours.band)),
                    Stmt::Attribute(plain_attribute(("margin", "14"))),
                ];
                inside.extend(boxes.into_iter().map(|(index, c)| self.node(index, c)));
                stmts.push(Stmt::Subgraph(Subgraph {
                    id: Id::Plain(format!("cluster_{column}")),
                    stmts: inside,
                }));
            }
            stmts.extend(joints.into_iter().map(|(index, c)| self.node(index, c)));
        }
        stmts
    }

    fn node(&mut self, index: usize, content: &Content) -> Stmt {
        let colours = self.faded(content.strong);
        let prefix = if content.form == Form::Joint { "j" } else { "c" };
        let mut attributes = vec![
            text_attribute("id", &self.ids.fresh(prefix, &content.key)),
            html_attribute("label", &dot_label::node(content, colours)),
            text_attribute("tooltip", &content.tip),
        ];
        attributes.extend(look(content, colours));
        node(format!("n{index}"), attributes)
    }

    fn edge(&mut self, arrow: &Arrow, ranks: &[RankOf]) -> Stmt {
        let colours = self.faded(arrow.strong);
        let many = f64::from(arrow.count.max(1)).ln() * 0.45;
        let strong = if self.highlight && arrow.strong { 1.0 } else { 0.0 };
        let width = arrow.stroke.width().min(1.4) + many.min(2.0) + strong;
        let mut attributes = vec![
            text_attribute("id", &self.ids.fresh("e", &arrow.key)),
            text_attribute("tooltip", &arrow.tip),
            plain_attribute(("style", style(arrow.stroke))),
            Attribute(plain("penwidth"), Id::Plain(number(width))),
        ];
        if self.highlight {
            let colour = if arrow.strong { colours.text } else { colours.border };
            attributes.push(text_attribute("color", colour));
        }
        if !arrow.label.is_empty() {
            attributes.push(text_attribute("label", &arrow.label));
        }
        if arrow.stroke == Stroke::Control {
            attributes.push(plain_attribute(("arrowhead", "empty")));
        }
        if arrow.into_joint {
            attributes.push(plain_attribute(("arrowhead", "none")));
        }
        if ranks[arrow.to] < ranks[arrow.from] {
            attributes.push(plain_attribute(("constraint", "false")));
        }
        edge(format!("n{}", arrow.from), format!("n{}", arrow.to), attributes)
    }

    fn faded(&self, strong: bool) -> Colours {
        let colours = self.colours;
        if strong || !self.highlight {
            return colours;
        }
        Colours {
            text: colours.faint,
            quiet: colours.faint,
            accent: colours.faint,
            warm_card: colours.card,
            ..colours
        }
    }
}

const fn style(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Hard => "solid",
        Stroke::Control => "bold",
        Stroke::Alternative | Stroke::Operation | Stroke::Supply => "dashed",
        Stroke::Soft | Stroke::Location => "dotted",
    }
}

fn look(content: &Content, colours: Colours) -> Vec<Attribute> {
    let loud = content.form != Form::Service && content.alarm >= Alarm::Later;
    let warm = content.form != Form::Service && content.alarm == Alarm::AtOnce;
    let style = match (content.form, content.blind_spots > 0) {
        _ if content.ended => "filled,rounded,dotted",
        (Form::Joint | Form::Country, _) => "filled,rounded",
        (_, true) => "filled,rounded,dashed",
        (_, false) => "filled,rounded",
    };
    let width = match (content.single_point, warm) {
        (true, _) => "2.6",
        (false, true) => "1.6",
        (false, false) => "1",
    };
    let border = match (content.ended, loud) {
        (true, _) => colours.quiet,
        (false, true) => colours.accent,
        (false, false) => colours.border,
    };
    let fill = match (content.ended, warm) {
        (true, _) => colours.ground,
        (false, true) => colours.warm_card,
        (false, false) => colours.card,
    };
    let mut attributes = vec![
        text_attribute("style", style),
        text_attribute("color", border),
        text_attribute("fillcolor", fill),
        Attribute(plain("penwidth"), plain(width)),
    ];
    if content.form == Form::Joint {
        attributes.push(plain_attribute(("margin", "0.02")));
        attributes.push(plain_attribute(("width", "0.36")));
        attributes.push(plain_attribute(("height", "0.28")));
    }
    if content.form == Form::Group {
        attributes.push(plain_attribute(("peripheries", "2")));
    }
    attributes
}

fn plain(text: &str) -> Id {
    Id::Plain(text.to_owned())
}

fn plain_attribute((name, value): (&str, &str)) -> Attribute {
    Attribute(plain(name), plain(value))
}

fn text_attribute(name: &str, value: &str) -> Attribute {
    Attribute(plain(name), Id::Escaped(dot_label::quoted(value)))
}

fn html_attribute(name: &str, markup: &str) -> Attribute {
    Attribute(plain(name), Id::Html(format!("<{markup}>")))
}

fn node(name: String, attributes: Vec<Attribute>) -> Stmt {
    Stmt::Node(Node::new(NodeId(Id::Plain(name), None), attributes))
}

fn edge(from: String, to: String, attributes: Vec<Attribute>) -> Stmt {
    let vertex = |name: String| Vertex::N(NodeId(Id::Plain(name), None));
    Stmt::Edge(Edge { ty: EdgeTy::Pair(vertex(from), vertex(to)), attributes })
}
