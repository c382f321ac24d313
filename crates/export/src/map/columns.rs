//! The names of the columns, and the room that they take.

use trefonds_lang::Lang;

use super::content::{COUNTRIES, ENTITIES};
use super::metrics::Font;

/// How the name of a column is written.
pub(super) const COLUMN: Font = Font { size: 10.5, bold: true, tracking: 1.0 };

/// The height of the names of the columns.
pub(super) const HEADER_HEIGHT: f64 = 26.0;

/// The name of a column.
pub(super) fn column_name(column: usize, lang: Lang) -> String {
    match column {
        0 => lang.layer_service(),
        1 => lang.layer_application(),
        2 => lang.layer_data(),
        3 => lang.layer_software(),
        4 => lang.layer_middleware(),
        5 => lang.layer_infrastructure(),
        6 => lang.layer_hosting(),
        ENTITIES => lang.map_entities(),
        COUNTRIES => lang.map_countries(),
        _ => String::new(),
    }
}

/// The name of a column as it is drawn.
pub(super) fn column_words(column: usize, lang: Lang) -> String {
    column_name(column, lang).to_uppercase()
}

/// The width that a column's name takes.
pub(super) fn header_width(column: usize, lang: Lang) -> f64 {
    COLUMN.width(&column_words(column, lang)).ceil()
}
