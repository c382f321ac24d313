//! Documents as Markdown: what stands in names never becomes markup.

use std::io::{self, Write};

use super::document::{Document, Item, Table};

pub(super) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", escape(&document.title))?;
    for fact in &document.facts {
        writeln!(out, "- {}", escape(fact))?;
    }
    for section in &document.sections {
        writeln!(out, "\n## {}\n", escape(&section.heading))?;
        if section.items.is_empty() {
            writeln!(out, "{}", escape(&document.nothing))?;
        }
        for item in &section.items {
            match item {
                Item::Heading(heading) => writeln!(out, "\n### {}\n", escape(heading))?,
                Item::Line(line) => writeln!(out, "{}\n", escape(line))?,
                Item::Table(table) => write_table(table, out)?,
            }
        }
    }
    Ok(())
}

fn write_table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    write_row(&table.columns, out)?;
    writeln!(out, "|{}", "---|".repeat(table.columns.len()))?;
    for row in &table.rows {
        write_row(row, out)?;
    }
    writeln!(out)
}

fn write_row(cells: &[String], out: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
    writeln!(out, "| {} |", cells.join(" | "))
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
