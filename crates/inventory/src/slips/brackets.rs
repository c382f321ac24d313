use super::keys::is_key;
use super::page::Page;
use super::{Mistake, Slip};

/// Slips between brackets.
pub(super) fn explain(page: &Page<'_>, reason: &str) -> Option<Slip> {
    if reason.contains("misplaced bracket") {
        let found = page.text.get(page.at..)?.chars().next()?;
        return Some(page.slip(page.at..page.next_char(), Mistake::ExtraBracket(found)));
    }
    if let Some(slip) = text_behind(page, reason) {
        return Some(slip);
    }
    let flow = reason.contains("flow")
        || reason.contains("illegal placement of ':'")
        || reason.contains("unexpected eof")
        || reason.contains("unexpected end of plain scalar")
        || reason.contains("did not find expected node content");
    if !flow {
        return None;
    }
    let (open_at, open) = innermost(page.text.get(..page.at)?)?;
    let next = page.text.get(page.at..)?.chars().next();
    if let Some(found) = next.filter(|c| matches!(c, ']' | '}')).filter(|c| *c != partner(open)) {
        let mistake = Mistake::WrongBracket { open, found };
        return Some(page.slip(page.at..page.at + 1, mistake));
    }
    let first = page.slip(open_at..open_at + 1, Mistake::UnclosedBracket(open));
    let same_line = first.from as usize == page.start_of(page.here);
    if same_line && let Some(slip) = within(page, open_at) {
        return Some(slip);
    }
    let rest_of_line = page.text.get(open_at..)?.lines().next()?;
    if let Some(hash) = rest_of_line.find(" #").filter(|_| !same_line) {
        let start = open_at + hash + 1;
        let mut slip = page.slip(start..start + 1, Mistake::BracketInComment);
        slip.from = first.from;
        return Some(slip);
    }
    Some(first)
}

/// A colon that cannot stand there, in a line whose bracket is open.
fn within(page: &Page<'_>, open_at: usize) -> Option<Slip> {
    if !page.text.get(page.at..)?.starts_with(':') {
        return None;
    }
    let inside = page.text.get(open_at + 1..page.at)?;
    let entry_at = inside.rfind(',').map_or(0, |comma| comma + 1);
    let entry = inside.get(entry_at..)?;
    let (_, value) = entry.split_once(':')?;
    let word = value.rsplit([' ', ';']).next()?;
    let word_at = page.at - word.len();
    if value.contains(';') && is_key(word) {
        let semicolon = open_at + 1 + entry_at + entry.rfind(';')?;
        return Some(page.slip(semicolon..semicolon + 1, Mistake::Semicolon));
    }
    if is_key(word) {
        return Some(page.slip(word_at..page.at, Mistake::NoComma(word.to_owned())));
    }
    let line = page.text.get(page.at..)?.lines().next()?;
    let end = line.find([',', '}', ']']).unwrap_or(line.len());
    let whole = format!("{}{}", value.trim_start(), line.get(..end)?.trim_end());
    Some(page.slip(page.at..page.at + 1, Mistake::ColonInText(whole)))
}

/// `[old] Mail`: a text that begins with a bracket.
fn text_behind(page: &Page<'_>, reason: &str) -> Option<Slip> {
    if !reason.contains("did not find expected key") {
        return None;
    }
    let head = page.head().trim_end();
    if !head.ends_with([']', '}']) {
        return None;
    }
    let line = page.line(page.here)?;
    if page.text.get(page.at..)?.starts_with("//") {
        return Some(page.slip(page.at..page.at + 2, Mistake::SlashComment));
    }
    let open = head.find(['[', '{'])?;
    let mistake = Mistake::TextBehindBracket(line.get(open..)?.trim_end().to_owned());
    Some(page.slip(page.at..page.next_char(), mistake))
}

/// The innermost bracket that is open at the end of a text.
fn innermost(text: &str) -> Option<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut quote: Option<char> = None;
    let mut comment = false;
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        let starts = matches!(before, ' ' | '\n' | ',' | '[' | '{' | ':' | '-');
        match c {
            '\n' => comment = false,
            _ if comment => {}
            _ if quote.is_some() => quote = quote.filter(|opening| *opening != c),
            '"' | '\'' if starts => quote = Some(c),
            '#' if before.is_whitespace() => comment = true,
            '[' | '{' if starts || !open.is_empty() => open.push((at, c)),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
        before = c;
    }
    open.pop()
}

/// The bracket that closes another.
pub(super) const fn partner(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}
