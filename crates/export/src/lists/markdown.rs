//! Documents as Markdown: what stands in names never becomes markup.

use std::io::{self, Write};

use trefonds_lang::Lang;

use super::document::{Document, Item};
use super::table::Table;

pub(super) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", escape(&document.title))?;
    for fact in &document.facts {
        writeln!(out, "- {}", escape(fact))?;
    }
    for section in &document.sections {
        writeln!(out, "\n## {}\n", escape(&section.heading))?;
        if section.items.is_empty() {
            writeln!(out, "{}", escape(&document.lang.nothing()))?;
        }
        for item in &section.items {
            match item {
                Item::Heading(heading) => writeln!(out, "\n### {}\n", escape(heading))?,
                Item::Line(line) => writeln!(out, "{}\n", escape(line))?,
                Item::Table(table) => write_table(table, document.lang, out)?,
            }
        }
    }
    Ok(())
}

fn write_table(table: &Table, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    write_row(table.columns.iter().map(|column| escape(&column.text)), out)?;
    writeln!(out, "|{}", "---|".repeat(table.columns.len()))?;
    for row in &table.rows {
        write_row(row.iter().map(|cell| escape(&cell.shown(lang))), out)?;
    }
    writeln!(out)
}

fn write_row(cells: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in trefonds_lang::visible(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}
