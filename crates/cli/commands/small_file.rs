//! Small files other than inventories: their text, and what is wrong with them.

use std::path::Path;

use trefonds_inventory::Style;
use trefonds_inventory::small::Refused;
use trefonds_lang::Lang;

use crate::World;
use crate::args::Colour;
use crate::failure::Failure;
use crate::output::colour;

/// The text of a file.
pub(crate) fn text_of(path: &Path, lang: Lang) -> Result<String, Failure> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path)
        .map_err(|error| Failure::Inventory(lang.cannot_read(&name, &lang.system_error(&error))))?;
    let text = String::from_utf8(bytes);
    text.map_err(|_| Failure::Inventory(lang.not_utf8_text(&name)))
}

/// How problems look on standard error.
pub(crate) fn style(lang: Lang, color: Colour, world: &World<'_>) -> Style {
    Style { colour: colour(color, world.err_is_terminal, world.no_color), lang }
}

/// Everything that is wrong with small files, and a line that sums it up.
pub(crate) fn refused(files: &[Refused], style: Style, sum: impl Fn(&str) -> String) -> Failure {
    let count = files.iter().map(Refused::count).sum();
    let told: String = files.iter().map(|file| file.render(style)).collect();
    Failure::Inventory(format!("{told}{}", sum(&style.lang.errors_found(count))))
}
