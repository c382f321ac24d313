//! Names and lists that a slip of the pen has made into something else.

use trefonds_lang::Lang;

use super::shown;
use crate::slips::{self, Mistake, code};

/// The list that several words without brackets were meant for: `[FR, EU]` for `FR, EU`.
pub(crate) fn list_of(text: &str, is_one: impl Fn(&str) -> bool) -> Option<String> {
    let body = text.trim().trim_start_matches('(').trim_end_matches(')');
    let signs = body.contains([',', ';', '/']);
    let cut: &[char] = if signs { &[',', ';', '/'] } else { &[' '] };
    let words: Vec<&str> = body.split(cut).map(str::trim).filter(|word| !word.is_empty()).collect();
    let several = words.len() > 1 && words.iter().all(|word| is_one(word));
    several.then(|| format!("[{}]", words.join(", ")))
}

/// What to write instead of a name that is none because of a slip in its line: a list without its
/// brackets, a dash without its space, a bullet of another text.
pub(crate) fn slip_in_name(lang: Lang, text: &str) -> Option<String> {
    let is_id = |word: &str| trefonds_declare::ids::is_well_formed(word);
    if let Some(list) = list_of(text, is_id).filter(|_| text.contains([',', ';'])) {
        return Some(lang.list_without_brackets(&code(&list)));
    }
    let mut signs = text.chars();
    let first = signs.next()?;
    let rest = signs.as_str().trim_start();
    let bullet = matches!(first, '–' | '—' | '•' | '·' | '*' | '-');
    if bullet && rest.starts_with(char::is_alphanumeric) {
        let rest = rest.split(' ').next().unwrap_or(rest).to_owned();
        let mistake = match first {
            '-' => Mistake::DashNoSpace(rest),
            bullet => Mistake::OddBullet { bullet, rest },
        };
        return Some(slips::told(lang, &mistake));
    }
    let (_, member) = [" - ", " – ", " • "].iter().find_map(|dash| text.split_once(dash))?;
    Some(lang.continued(&format!("- {}", shown(member))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_words_are_a_list() {
        let country = |word: &str| word.len() == 2;
        assert_eq!(list_of("FR, EU", country).as_deref(), Some("[FR, EU]"));
        assert_eq!(list_of("(FR; EU)", country).as_deref(), Some("[FR, EU]"));
        assert_eq!(list_of("FR EU", country).as_deref(), Some("[FR, EU]"));
        assert_eq!(list_of("FR", country), None);
        assert_eq!(list_of("FR and EU", country), None);
    }
}
