//! Documents for a terminal: columns padded by displayed width.

use std::io::{self, Write};

use trefonds_lang::Lang;
use unicode_width::UnicodeWidthStr;

use super::document::{Document, Item};
use super::table::Table;

/// Whether to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Paint {
    /// Plain text.
    #[default]
    Plain,
    /// Bold headings, faint facts.
    Colour,
}

impl Paint {
    fn wrap(self, code: &str, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Colour => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }

    fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    fn faint(self, text: &str) -> String {
        self.wrap("2", text)
    }

    fn accent(self, text: &str) -> String {
        self.wrap("1;33", text)
    }
}

pub(super) fn write(document: &Document, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", paint.bold(&clean(&document.title)))?;
    for fact in &document.facts {
        writeln!(out, "{}", paint.faint(&clean(fact)))?;
    }
    for section in &document.sections {
        writeln!(out, "\n{}", paint.accent(&clean(&section.heading)))?;
        if section.items.is_empty() {
            writeln!(out, "  {}", document.lang.nothing())?;
        }
        for item in &section.items {
            match item {
                Item::Heading(heading) => writeln!(out, "\n  {}", paint.bold(&clean(heading)))?,
                Item::Line(line) => writeln!(out, "  {}", clean(line))?,
                Item::Table(table) => write_table(table, document.lang, paint, out)?,
            }
        }
    }
    Ok(())
}

fn write_table(table: &Table, lang: Lang, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let head: Vec<String> = table.columns.iter().map(|column| column.text.clone()).collect();
    let rows = table.rows.iter();
    let rows: Vec<Vec<String>> =
        rows.map(|row| row.iter().map(|cell| clean(&cell.shown(lang))).collect()).collect();
    let width = |column: usize| {
        let cells = rows.iter().chain([&head]).filter_map(|row| row.get(column));
        cells.map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    writeln!(out, "    {}", paint.faint(&line(&head, &widths)))?;
    for row in &rows {
        writeln!(out, "    {}", line(row, &widths))?;
    }
    Ok(())
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let mut text = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        text.push_str(cell);
        text.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
    }
    text.trim_end().to_owned()
}

/// What steers a terminal or turns the direction of writing never reaches it.
fn clean(text: &str) -> String {
    trefonds_lang::visible(text).into_owned()
}
