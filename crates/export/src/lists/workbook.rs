//! Tables as a workbook: a sheet each, frozen headings, filters, real dates and numbers.
//!
//! No cell holds a formula. A text that a spreadsheet could take for one, if it were typed or went
//! through CSV, carries the mark that makes it a text for good.

use std::io::Write;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};
use trefonds_lang::{Lang, is_formula, visible, visible_lines};

use super::cell::Cell;
use super::table::Sheet;
use crate::map::Theme;

/// Why there is no workbook.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// A limit of the format.
    #[error(transparent)]
    Format(#[from] XlsxError),
    /// The workbook could not be written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// A sheet of the format has no more rows than this.
const MOST_ROWS: usize = 1_048_575;
/// A cell holds no longer text.
const MOST_CHARACTERS: usize = 32_000;

/// Writes the sheets of a workbook, with its title and the day of the results.
///
/// # Errors
/// When `out` fails, or a limit of the format is met.
pub fn write_workbook(
    sheets: &[Sheet],
    lang: Lang,
    (title, day): (Option<&str>, Option<&str>),
    out: &mut dyn Write,
) -> Result<(), WorkbookError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(title, day)?);
    let looks = Looks::new();
    for sheet in sheets {
        put(workbook.add_worksheet(), sheet, lang, &looks)?;
    }
    Ok(out.write_all(&workbook.save_to_buffer()?)?)
}

/// The same inventory gives the same bytes: the day of the file is that of the results.
fn properties(title: Option<&str>, day: Option<&str>) -> Result<DocProperties, XlsxError> {
    let day = ExcelDateTime::parse_from_str(day.unwrap_or("2000-01-01"))?;
    let properties = DocProperties::new().set_creation_datetime(&day);
    Ok(match title {
        Some(title) => properties.set_title(visible(title)),
        None => properties,
    })
}

/// The formats of cells.
struct Looks {
    heading: Format,
    text: Format,
    guarded: Format,
    number: Format,
    percent: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let colour = |css: &str| {
            Color::RGB(u32::from_str_radix(css.trim_start_matches('#'), 16).unwrap_or_default())
        };
        let colours = Theme::Light.colours();
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(colour(colours.band))
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(colour(colours.border)),
            guarded: text.clone().set_quote_prefix(),
            number: text.clone().set_num_format("#,##0"),
            percent: text.clone().set_num_format("0 %"),
            day: text.clone().set_num_format("yyyy-mm-dd"),
            text,
        }
    }
}

fn put(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    lang: Lang,
    looks: &Looks,
) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    let table = &sheet.table;
    for (column, heading) in (0..).zip(&table.columns) {
        worksheet.write_string_with_format(0, column, &heading.text, &looks.heading)?;
        worksheet.set_column_width(column, heading.width)?;
    }
    let rows = &table.rows[..table.rows.len().min(MOST_ROWS)];
    for (at, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            write(worksheet, (at, column), cell, lang, looks)?;
        }
    }
    worksheet.set_freeze_panes(1, 1)?;
    let (last_row, last_column) = (rows.len() as u32, table.columns.len().saturating_sub(1) as u16);
    worksheet.autofilter(0, 0, last_row, last_column)?;
    worksheet.set_landscape().set_print_fit_to_pages(1, 0);
    worksheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn write(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    lang: Lang,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Number(number) => {
            worksheet.write_number_with_format(row, column, *number as f64, &looks.number)?;
        }
        Cell::Percent(percent) => {
            let share = f64::from(*percent) / 100.0;
            worksheet.write_number_with_format(row, column, share, &looks.percent)?;
        }
        Cell::Day(day) => match ExcelDateTime::parse_from_str(day) {
            Ok(date) => {
                worksheet.write_datetime_with_format(row, column, &date, &looks.day)?;
            }
            // Days before 1900 are none to a spreadsheet.
            Err(_) => {
                worksheet.write_string_with_format(row, column, day, &looks.text)?;
            }
        },
        // The code alone: filters and other tables know countries by it.
        Cell::Country(code) => text(worksheet, (row, column), code, looks)?,
        _ => text(worksheet, (row, column), &cell.shown(lang), looks)?,
    }
    Ok(())
}

fn text(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let look = if is_formula(text) { &looks.guarded } else { &looks.text };
    let shown: String = visible_lines(text).chars().take(MOST_CHARACTERS).collect();
    worksheet.write_string_with_format(row, column, shown, look)?;
    Ok(())
}
