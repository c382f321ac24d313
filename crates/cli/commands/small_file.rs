//! Small files other than inventories: their text, and what is wrong with their YAML in words.

use std::path::Path;

use trefonds_inventory::small::Trouble;
use trefonds_lang::Lang;

use crate::failure::Failure;

/// The text of a file.
pub(crate) fn text_of(path: &Path, lang: Lang) -> Result<String, Failure> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path)
        .map_err(|error| Failure::Inventory(lang.cannot_read(&name, &error.to_string())))?;
    let text = String::from_utf8(bytes);
    text.map_err(|_| Failure::Inventory(lang.not_utf8_text(&name)))
}

/// What is wrong with the YAML of a small file.
pub(crate) fn trouble(lang: Lang, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Syntax(reason) => lang.small_syntax(reason),
        Trouble::TooLong => lang.small_too_long(),
        Trouble::DuplicateKey(key) => lang.small_duplicate_key(key),
        Trouble::UnknownKey { key, near: Some(near), .. } => lang.small_unknown_key_near(key, near),
        Trouble::UnknownKey { key, known, .. } => lang.small_unknown_key(key, known),
        Trouble::MissingKey(key) => lang.small_missing_key(key),
        Trouble::UnknownWord { word, near: Some(near), .. } => {
            lang.small_unknown_word_near(word, near)
        }
        Trouble::UnknownWord { word, known, .. } => lang.small_unknown_word(word, known),
        Trouble::Value(reason) => lang.small_value(reason),
    }
}
