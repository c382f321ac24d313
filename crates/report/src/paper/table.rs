//! Tables on pages: how wide columns are, what stands in them.

use trefonds_export::lists::{Cell, Table};
use trefonds_export::map::Font as Measure;
use trefonds_lang::{Lang, visible};

use super::press::{BOTTOM, Ink, LINE, MARGIN, Mark, Press, ROOM};

/// A cell of a table has at most so many lines, the last one shortened.
const MOST_LINES: usize = 36;
const CELL: Measure = Measure::regular(7.5);
const HEAD: Measure = Measure::bold(7.5);
const GAP: f64 = 8.0;
/// A column of a small table takes so much more than it asks for.
const SPARE: f64 = 50.0;

/// A column: how wide it is, and whether it holds numbers, which stand at its right.
struct Column {
    width: f64,
    numbers: bool,
}

/// A row, each cell in as many lines as it takes.
type Lines = Vec<Vec<String>>;

impl Press {
    /// A table; its head stands on every page that it reaches.
    pub(super) fn table(&mut self, table: &Table, lang: Lang) {
        let head: Vec<String> = table.columns.iter().map(|column| column.text.clone()).collect();
        let rows = table.rows.iter();
        let rows: Vec<Vec<String>> =
            rows.map(|row| row.iter().map(|cell| cell.shown(lang)).collect()).collect();
        let columns = columns(table, widths(&head, &rows));
        let head = lines(&head, &columns, HEAD);
        let head_height = height(&head, HEAD);
        self.need(head_height + 26.0);
        self.head(&head, &columns);
        for row in &rows {
            let lines = lines(row, &columns, CELL);
            if self.y + height(&lines, CELL) > BOTTOM {
                self.new_page();
                self.head(&head, &columns);
            }
            self.row(&lines, &columns, CELL, Ink::Text);
            self.rule(0.3);
        }
        self.skip(6.0);
    }

    fn head(&mut self, head: &Lines, columns: &[Column]) {
        self.row(head, columns, HEAD, Ink::Quiet);
        self.rule(0.9);
    }

    fn row(&mut self, cells: &Lines, columns: &[Column], font: Measure, ink: Ink) {
        let mut x = MARGIN;
        let top = self.y + 2.0;
        for (lines, column) in cells.iter().zip(columns) {
            for (at, line) in lines.iter().enumerate() {
                let right = if column.numbers { column.width - font.width(line) } else { 0.0 };
                let y = top + font.size + at as f64 * font.size * LINE;
                self.mark(Mark::Words { x: x + right.max(0.0), y, font, ink, text: line.clone() });
            }
            x += column.width + GAP;
        }
        self.y = top + height(cells, font);
    }

    fn rule(&mut self, thick: f64) {
        self.mark(Mark::Rule { y: self.y, from: MARGIN, to: MARGIN + ROOM, thick });
        self.y += 1.5;
    }
}

fn columns(table: &Table, widths: Vec<f64>) -> Vec<Column> {
    let numbers = |at: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.get(at));
        let number = |cell: &Cell| cell.is_number() || *cell == Cell::Empty;
        cells.clone().any(Cell::is_number) && cells.all(number)
    };
    let widths = widths.into_iter().enumerate();
    widths.map(|(at, width)| Column { width, numbers: numbers(at) }).collect()
}

/// What each column takes: what it asks for where all fit; else what its longest word asks for, and
/// of the rest a share by what more it asks for.
fn widths(head: &[String], rows: &[Vec<String>]) -> Vec<f64> {
    let columns = head.len();
    let room = ROOM - GAP * columns.saturating_sub(1) as f64;
    let each = |measure: &dyn Fn(&str, Measure) -> f64| -> Vec<f64> {
        (0..columns)
            .map(|at| {
                let cells = rows.iter().filter_map(|row| row.get(at));
                let widest = cells.map(|cell| measure(cell, CELL)).fold(0.0, f64::max);
                widest.max(measure(&head[at], HEAD))
            })
            .collect()
    };
    let asked = each(&|text, font| font.width(text) + 0.5);
    let spare = room - asked.iter().sum::<f64>();
    if spare >= 0.0 {
        let more = (spare / columns.max(1) as f64).min(SPARE);
        return asked.into_iter().map(|width| width + more).collect();
    }
    let word = |text: &str, font: Measure| {
        let words = text.split(|c: char| c.is_whitespace() || "-_/.:@·".contains(c));
        words.map(|word| font.width(word)).fold(0.0, f64::max) + 4.0
    };
    let most = room / columns.max(1) as f64;
    let least: Vec<f64> = each(&word).into_iter().map(|width| width.min(most)).collect();
    let more: Vec<f64> = asked.iter().zip(&least).map(|(a, b)| (a - b).max(0.0)).collect();
    let (rest, wanted) = (room - least.iter().sum::<f64>(), more.iter().sum::<f64>());
    // Long texts wrap anyway: their share grows with the root of what they ask for.
    let roots: f64 = more.iter().map(|width| width.sqrt()).sum();
    if wanted <= 0.0 || roots <= 0.0 {
        return least;
    }
    least.iter().zip(&more).map(|(least, more)| least + rest * more.sqrt() / roots).collect()
}

fn lines(row: &[String], columns: &[Column], font: Measure) -> Lines {
    let cells = row.iter().zip(columns);
    cells.map(|(text, column)| font.wrapped(&visible(text), column.width, MOST_LINES)).collect()
}

fn height(cells: &Lines, font: Measure) -> f64 {
    let lines = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    lines as f64 * font.size * LINE + 3.0
}

#[cfg(test)]
mod tests {
    use trefonds_export::lists::Rows;

    use super::*;

    #[test]
    fn columns_of_numbers_alone_stand_at_the_right() {
        let table = Rows::of([Some(1_u32), None])
            .column("number", |it| it)
            .column("share", |_| Cell::Percent(50))
            .column("nothing", |_| Cell::Empty)
            .column("mixed", |it| it.map_or_else(|| "?".into(), Cell::from))
            .table();
        let columns = columns(&table, vec![1.0; 4]);
        let numbers: Vec<bool> = columns.iter().map(|column| column.numbers).collect();
        assert_eq!(numbers, [true, true, false, false]);
    }
}
