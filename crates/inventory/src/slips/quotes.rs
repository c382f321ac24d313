use super::page::Page;
use super::{Mistake, Slip};

/// Slips with quotes.
pub(super) fn explain(page: &Page<'_>, reason: &str) -> Option<Slip> {
    if reason.contains("trailing content after double-quoted") {
        return behind(page);
    }
    if reason.contains("unknown escape") || reason.contains("hexadecimal") {
        return backslash(page);
    }
    let unclosed = reason.contains("in quoted scalar")
        || reason.contains("quoted scalar, found unexpected end")
        || reason.contains("quoted scalar, found unexpected document");
    let quote = page.text.get(page.at..)?.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    unclosed.then(|| page.slip(page.at..page.at + 1, Mistake::UnclosedQuote(quote)))
}

/// Something stands right behind a text in quotes (the parser says "double" of both).
fn behind(page: &Page<'_>) -> Option<Slip> {
    let head = page.head();
    let closing = head.rfind(['"', '\''])?;
    let quote = head.get(closing..)?.chars().next()?;
    let opening = head.get(..closing)?.find(quote)?;
    let start = page.start_of(page.here);
    let line = page.line(page.here)?;
    let rest = line.get(closing + 1..)?;
    // The whole text that was meant to stand in quotes: up to the last quote of the line.
    let end = rest.rfind(quote).map(|at| closing + 1 + at);
    let whole = |end: usize| line.get(opening + 1..end).unwrap_or_default().to_owned();
    let mistake = match (quote, end) {
        ('\'', Some(end)) => Mistake::Apostrophe(whole(end)),
        ('"', Some(end)) => Mistake::QuoteInQuotes(whole(end)),
        _ => Mistake::TextBehindQuotes(line.get(opening..)?.replace(quote, "").trim().to_owned()),
    };
    let at = match mistake {
        Mistake::TextBehindQuotes(_) => page.at..page.next_char(),
        _ => start + closing..start + closing + 1,
    };
    Some(page.slip(at, mistake))
}

/// A backslash in double quotes begins an escape; this one begins none.
fn backslash(page: &Page<'_>) -> Option<Slip> {
    const ESCAPES: &str = "0abt\tnvfre \"/\\N_LPxuU\n";
    let text = page.text.get(page.at..)?;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c == '\\' {
            let (_, next) = chars.next()?;
            if !ESCAPES.contains(next) || matches!(next, 'x' | 'u' | 'U') {
                let start = page.at + at;
                return Some(page.slip(start..start + 1, Mistake::Backslash));
            }
        }
    }
    None
}
