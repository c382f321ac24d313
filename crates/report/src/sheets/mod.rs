//! The findings as a workbook: a sheet a list, frozen headings, filters, real dates and numbers.
//!
//! No cell holds a formula. A text that a spreadsheet could take for one, if it were typed or went
//! through CSV, carries the mark that makes it a text for good.

mod tables;

use std::io::Write;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};
use trefonds_export::map::Theme;
use trefonds_lang::{is_formula, visible, visible_lines};

use crate::Report;
use tables::{Cell, Sheet};

/// Why there is no workbook.
#[derive(Debug, thiserror::Error)]
pub enum SheetsError {
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

/// Writes the workbook in the language of the report.
///
/// # Errors
/// When `out` fails.
pub fn xlsx(report: &Report, out: &mut dyn Write) -> Result<(), SheetsError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(report)?);
    let looks = Looks::new();
    for sheet in tables::sheets(report) {
        put(workbook.add_worksheet(), &sheet, &looks)?;
    }
    Ok(out.write_all(&workbook.save_to_buffer()?)?)
}

/// The same inventory gives the same bytes: the day of the file is that of the results.
fn properties(report: &Report) -> Result<DocProperties, XlsxError> {
    let overview = &report.overview;
    let day = overview.as_of.as_deref().unwrap_or("2000-01-01");
    let mut properties =
        DocProperties::new().set_creation_datetime(&ExcelDateTime::parse_from_str(day)?);
    if let Some(title) = &overview.title {
        properties = properties.set_title(visible(title));
    }
    Ok(properties)
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

fn put(worksheet: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), SheetsError> {
    worksheet.set_name(&sheet.name)?;
    for (column, heading) in (0..).zip(&sheet.columns) {
        worksheet.write_string_with_format(0, column, &heading.name, &looks.heading)?;
        worksheet.set_column_width(column, heading.width)?;
    }
    let rows = &sheet.rows[..sheet.rows.len().min(MOST_ROWS)];
    for (at, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            write(worksheet, at, column, cell, looks)?;
        }
    }
    worksheet.set_freeze_panes(1, sheet.frozen)?;
    let (last_row, last_column) = (rows.len() as u32, sheet.columns.len().saturating_sub(1) as u16);
    worksheet.autofilter(0, 0, last_row, last_column)?;
    worksheet.set_landscape().set_print_fit_to_pages(1, 0);
    worksheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn write(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => {
            let look = if is_formula(text) { &looks.guarded } else { &looks.text };
            let shown: String = visible_lines(text).chars().take(MOST_CHARACTERS).collect();
            worksheet.write_string_with_format(row, column, shown, look)?;
        }
        Cell::Number(number) => {
            worksheet.write_number_with_format(row, column, f64::from(*number), &looks.number)?;
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
    }
    Ok(())
}
