//! Figures to the tables of `docs/performance.md`.

use std::io::{self, Write};

use crate::Row;
use crate::child::Figures;

/// A column: its heading, its value, and how it is written.
type Column = (&'static str, fn(&Row) -> f64, fn(f64) -> String);

const READING: [Column; 7] = [
    ("events, s", |row| at(&row.events, "events"), seconds),
    ("reading, s", |row| at(&row.reading, "reading"), seconds),
    ("ratio", |row| at(&row.reading, "reading") / at(&row.events, "events"), plain),
    ("all threads, s on the clock", |row| at(&row.reading_in_parallel, "reading clock"), seconds),
    ("peak of events, MB", |row| at(&row.events, "events peak"), megabytes),
    ("peak of reading, MB", |row| at(&row.reading, "reading peak"), megabytes),
    ("in parallel, MB", |row| at(&row.reading_in_parallel, "reading peak"), megabytes),
];

const ANALYSIS: [Column; 8] = [
    ("preparing, s", |row| at(&row.analysis, "preparing"), seconds),
    ("resolving, s", |row| at(&row.analysis, "resolving"), seconds),
    ("controllers, s", |row| at(&row.analysis, "controllers"), seconds),
    ("jurisdictions, s", |row| at(&row.analysis, "jurisdictions"), seconds),
    ("all entities, s", |row| at(&row.analysis, "entities"), seconds),
    ("preparing + resolving + controllers over reading", analysis_over_reading, plain),
    ("exposure, s", exposure, seconds),
    ("peak, MB", |row| at(&row.analysis, "controllers peak"), megabytes),
];

fn at(figures: &Figures, name: &str) -> f64 {
    figures.get(name).copied().unwrap_or(f64::NAN)
}

fn exposure(row: &Row) -> f64 {
    row.exposure.as_ref().map_or(f64::NAN, |figures| at(figures, "exposure"))
}

fn analysis_over_reading(row: &Row) -> f64 {
    let steps = ["preparing", "resolving", "controllers"];
    let spent: f64 = steps.iter().map(|step| at(&row.analysis, step)).sum();
    spent / at(&row.reading, "reading")
}

fn seconds(value: f64) -> String {
    match value {
        value if value.is_nan() => "not measured".to_owned(),
        value if value < 0.1 => format!("{value:.4}"),
        value => format!("{value:.2}"),
    }
}

fn plain(value: f64) -> String {
    format!("{value:.2}")
}

fn megabytes(value: f64) -> String {
    format!("{value:.0}")
}

/// Writes both tables, the slope of each column below.
pub fn write(rows: &[Row], out: &mut impl Write) -> io::Result<()> {
    one(&READING, rows, out)?;
    writeln!(out)?;
    one(&ANALYSIS, rows, out)
}

fn one(columns: &[Column], rows: &[Row], out: &mut impl Write) -> io::Result<()> {
    write!(out, "| components | MB |")?;
    columns.iter().try_for_each(|(heading, _, _)| write!(out, " {heading} |"))?;
    write!(out, "\n|---|---|")?;
    columns.iter().try_for_each(|_| write!(out, "---|"))?;
    for row in rows {
        write!(out, "\n| {} | {:.1} |", row.components, row.bytes as f64 / 1e6)?;
        for (_, value, written) in columns {
            write!(out, " {} |", written(value(row)))?;
        }
    }
    write!(out, "\n| slope | |")?;
    for (_, value, _) in columns {
        write!(out, " {} |", plain(slope(rows, *value)))?;
    }
    writeln!(out)
}

/// The slope of the least-squares line through the logarithms of sizes and values: 1 is linear.
fn slope(rows: &[Row], value: fn(&Row) -> f64) -> f64 {
    let points: Vec<(f64, f64)> = (rows.iter())
        .map(|row| ((row.components as f64).ln(), value(row).ln()))
        .filter(|(_, y)| y.is_finite())
        .collect();
    let count = points.len() as f64;
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let both: f64 = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let own: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    both / own
}
