//! Names that try to break out.

use trefonds_findings::Layer;
use trefonds_findings::{Certainty, MapEdgeKind, MapGraph};

use super::build::{Build, blind_spots, stops, verdict};

/// Names that have broken pictures before.
pub(super) const NAMES: [&str; 16] = [
    "\"quoted\" & <b>bold</b>",
    "]]> <![CDATA[ x ]]>",
    "line\nfeed\r\nand\ttab",
    "\u{202E}gnp.exe \u{2066}x",
    "שלום עולם مرحبا بالعالم",
    "😀 👩‍👩‍👧 é e\u{301}\u{302}\u{303}",
    "nul\0 bell\u{7} esc\u{1b}[31m del\u{7f} \u{85}\u{fffe}",
    "backslash \\ at the end \\",
    "\\\" \\n \\l \\N \\G",
    "<script>alert(1)</script><!-- -->",
    "&amp; &lt; &#0; &bogus;",
    "",
    "   ",
    "日本語の長い名前がここに入りますので折り返しが必要です",
    "-> { } ; [label=\"x\"] // /* */ #",
    "%s %d {} {0} ${x} $(x) `x`",
];

/// A map whose every text is hostile.
pub(super) fn hostile() -> MapGraph {
    let mut b = Build::new("<title> \"&\" \0 ]]>");
    b.map.header.home = vec!["<F&R>".to_owned()];
    let long = format!("{} {}", "x".repeat(150), "long name ".repeat(15));
    let names = NAMES.iter().copied().chain([long.as_str()]);
    let nodes: Vec<_> = names
        .enumerate()
        .map(|(index, name)| {
            let node = b.component(Layer::ALL[index % 7], name, name, name);
            b.edit(node, |c| {
                c.chips = vec![stops("<&\"\0 a long country", 48)];
                c.blind_spots = blind_spots(&c.component, 1);
                if index % 7 == 0 {
                    let lines = [(Some("]]>"), Certainty::Certain, 0)];
                    c.verdict = Some(verdict(&lines, 10));
                }
            });
            node
        })
        .collect();
    for pair in nodes.windows(2) {
        b.edge(pair[0], pair[1], MapEdgeKind::Hard).because = Some(NAMES[0].to_owned());
    }
    b.edge(nodes[0], nodes[0], MapEdgeKind::Hard);
    b.at_least(2, nodes[1], &[nodes[3], nodes[4], nodes[5]]);
    b.map
}
