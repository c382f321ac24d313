//! French typography, in one place: every French sentence goes through [`french`].

/// The space that French has before its high signs and within its quotation marks: U+00A0. The thin one
/// (U+202F) would be finer before `;`, `?` and `!`; terminals, spreadsheets and fonts lack it too often
/// (decision 0018).
pub const SPACE: char = '\u{a0}';

/// Puts the space that does not break where French has a space before `:`, `;`, `?`, `!` and `%`, and within
/// `«` and `»`. What stands between backquotes is code, and stays as it is; so does a text without these
/// spaces.
///
/// ```
/// use trefonds_lang::french;
/// assert_eq!(french("Qui ? « Nous »"), "Qui\u{a0}? «\u{a0}Nous\u{a0}»");
/// assert_eq!(french("écrivez `a : b`"), "écrivez `a : b`");
/// ```
#[must_use]
pub fn french(text: impl Into<String>) -> String {
    let text = text.into();
    if !text.contains(" :") && !text.contains([';', '?', '!', '%', '«', '»']) {
        return text;
    }
    let mut spaced = String::with_capacity(text.len() + 4);
    let mut code = false;
    let mut before = '\0';
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        code ^= c == '`';
        let high =
            signs.peek().is_some_and(|next| matches!(next, ':' | ';' | '?' | '!' | '%' | '»'));
        let first = before == '\0' || before == ' ' || before == '\n';
        let keeps = c == ' ' && !code && ((high && !first) || before == '«');
        spaced.push(if keeps { SPACE } else { c });
        before = c;
    }
    spaced
}

/// The text as it was before [`french`], for programs.
#[must_use]
pub fn plain_spaces(text: &str) -> String {
    text.replace(SPACE, " ")
}
