//! What each code means, for `trefonds explain` and for `docs/diagnostics.md`.

use trefonds_lang::Lang;

use crate::diags::Code;

/// The paragraph that explains a code; `None` when there is no such code.
#[must_use]
pub fn explain(code: &str, lang: Lang) -> Option<String> {
    codes().find(|known| known.as_str() == code).map(|known| known.explanation(lang))
}

/// All codes, in the order of the documentation.
pub fn codes() -> impl Iterator<Item = Code> {
    Code::ALL.iter().copied()
}

/// The page `docs/diagnostics.md`, made from the codes.
#[must_use]
pub fn diagnostics_page() -> String {
    let mut page = "# Diagnostics of the inventory reader\n\n\
        <!-- Generated from the list of codes: edit crates/lang/src/diagnostics/explanations.rs. -->\n\n\
        Every problem of every file is reported in one run, each with its place, its line and what to\n\
        do about it. `trefonds explain CODE` prints these paragraphs, in English or in French.\n"
        .to_owned();
    for code in codes() {
        page += &format!("\n## `{}`\n\n{}\n", code.as_str(), wrapped(&code.explanation(Lang::En)));
    }
    page
}

/// A paragraph in lines of up to a hundred characters.
fn wrapped(paragraph: &str) -> String {
    const WIDTH: usize = 100;
    let mut lines = String::new();
    let mut width = 0;
    for word in paragraph.split(' ') {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > WIDTH {
            lines.push('\n');
            width = 0;
        } else if width > 0 {
            lines.push(' ');
            width += 1;
        }
        lines += word;
        width += length;
    }
    lines
}
