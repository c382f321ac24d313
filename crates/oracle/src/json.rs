//! A world in the inventory's own format as JSON.

use crate::tree::Tree;
use crate::world::World;
use crate::yaml::trees;

/// A world as one file, its name and its text.
#[must_use]
pub fn one_file(world: &World) -> (String, String) {
    let (mut root, things) = trees(world);
    for section in ["components", "entities", "sites", "laws"] {
        let own = things.iter().filter(|(of, _, _)| *of == section);
        let own: Vec<(String, Tree)> =
            own.map(|(_, id, value)| (id.clone(), value.clone())).collect();
        if !own.is_empty() {
            root.push((section.to_owned(), Tree::Map(own)));
        }
    }
    let mut text = String::new();
    write(&Tree::Map(root), 0, &mut text);
    text.push('\n');
    ("trefonds.json".to_owned(), text)
}

/// Numbers and truth values are written as they are, all else between quotes; one field a line.
fn write(tree: &Tree, depth: usize, to: &mut String) {
    let indent = "  ".repeat(depth + 1);
    match tree {
        Tree::Text(text) if is_plain(text) => to.push_str(text),
        Tree::Text(text) => *to += &format!("\"{text}\""),
        Tree::List(items) => {
            to.push('[');
            for (at, item) in items.iter().enumerate() {
                to.push_str(if at == 0 { "" } else { ", " });
                write(item, depth + 1, to);
            }
            to.push(']');
        }
        Tree::Map(fields) => {
            to.push('{');
            for (at, (key, value)) in fields.iter().enumerate() {
                to.push_str(if at == 0 { "\n" } else { ",\n" });
                *to += &format!("{indent}\"{key}\": ");
                write(value, depth + 1, to);
            }
            to.push('}');
        }
    }
}

fn is_plain(text: &str) -> bool {
    text == "true" || text == "false" || text.bytes().all(|byte| byte.is_ascii_digit())
}
