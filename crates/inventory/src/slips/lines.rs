use super::keys::{holds_text, is_key, key_of};
use super::page::{Page, indent};
use super::{Mistake, Slip};

/// Slips of lines: their keys, their indentation, their dashes.
pub(super) fn explain(page: &Page<'_>, reason: &str) -> Option<Slip> {
    if reason.contains("mapping values are not allowed") || reason.contains("illegal placement") {
        return second_colon(page).or_else(|| broken_above(page)).or_else(|| too_deep(page));
    }
    if reason.contains("simple key expect") {
        return broken_above(page).or_else(|| broken(page, page.here));
    }
    if reason.contains("did not find expected key") || reason.contains("expected '-'") {
        return uneven(page).or_else(|| broken(page, page.here));
    }
    if reason.contains("block sequence entries") {
        return list_behind_key(page);
    }
    None
}

/// `name: Mail: web` and `mail: layer: service`: two colons on one line.
fn second_colon(page: &Page<'_>) -> Option<Slip> {
    let line = page.line(page.here)?;
    let (outer, value, colon) = key_of(page.head().trim_end())
        .or_else(|| key_of(line))
        .filter(|(_, _, colon)| page.start_of(page.here) + colon < page.at)?;
    let value_at =
        colon + 1 + (line.get(colon + 1..)?.len() - line.get(colon + 1..)?.trim_start().len());
    let whole = line.get(value_at..)?.trim_end();
    let inner = value.split(':').next().unwrap_or(value).trim();
    let start = page.start_of(page.here);
    if is_key(inner) && !holds_text(outer) {
        let at = start + value_at;
        let mistake = Mistake::KeyBehindKey(whole.to_owned());
        return Some(page.slip(at..at + inner.len(), mistake));
    }
    Some(page.slip(page.at..page.next_char(), Mistake::ColonInText(whole.to_owned())))
}

/// The line above the place is what is wrong: it went on into this one.
fn broken_above(page: &Page<'_>) -> Option<Slip> {
    page.above(page.here).next().and_then(|(line, _)| broken(page, line))
}

/// What is wrong with a line that is neither a key with its value nor a member of a list.
fn broken(page: &Page<'_>, line: usize) -> Option<Slip> {
    let text = page.line(line)?;
    let range = page.words(line);
    let followed = page.line(line + 1).is_some_and(|next| indent(next) > indent(text));
    let (offset, length, mistake) = bare(text.trim(), followed)?;
    let start = range.start + offset;
    Some(page.slip(start..start + length, mistake))
}

/// What is wrong with the text of a line, with its place in it. `followed`: deeper lines come behind.
pub(crate) fn bare(text: &str, followed: bool) -> Option<(usize, usize, Mistake)> {
    if text.starts_with("//") {
        return Some((0, 2, Mistake::SlashComment));
    }
    let bullet = text.chars().next()?;
    let rest = text.get(bullet.len_utf8()..)?;
    if matches!(bullet, '–' | '—' | '•' | '·' | '*' | '‣' | '▪') {
        let rest = rest.trim().to_owned();
        return Some((0, bullet.len_utf8(), Mistake::OddBullet { bullet, rest }));
    }
    if bullet == '-' && !rest.is_empty() && !rest.starts_with(' ') {
        return Some((0, 1, Mistake::DashNoSpace(rest.trim().to_owned())));
    }
    let body = text.trim_start_matches(['-', ' ']);
    let offset = text.len() - body.len();
    if let Some((key, rest, at, length)) = odd_colon(body) {
        return Some((offset + at, length, Mistake::OddColon { key, rest }));
    }
    if key_of(body).is_some() {
        return None;
    }
    let end = body.find(|c: char| !c.is_alphanumeric() && !"-_./".contains(c));
    let key = body.get(..end.unwrap_or(body.len()))?.to_owned();
    let behind = body.get(key.len()..)?;
    if let Some(rest) = behind.strip_prefix(':').filter(|rest| !rest.is_empty()) {
        let rest = rest.trim().to_owned();
        return Some((offset + key.len(), 1, Mistake::NoSpace { key, rest }));
    }
    let words = behind.trim_start();
    if let Some(rest) = words.strip_prefix('=').filter(|_| !key.is_empty()) {
        let at = offset + body.len() - words.len();
        let rest = rest.trim().to_owned();
        return Some((at, 1, Mistake::Equals { key, rest }));
    }
    if is_key(&key) || (followed && words.is_empty() && !key.is_empty()) || is_section(&key) {
        let rest = words.to_owned();
        return Some((offset, key.len(), Mistake::NoColon { key, rest }));
    }
    Some((0, text.trim_end().len(), Mistake::BareLine))
}

fn is_section(key: &str) -> bool {
    matches!(key, "components" | "entities" | "sites" | "laws")
}

/// A key whose colon is another sign, or is followed by a space that is none: key, rest, and where.
fn odd_colon(text: &str) -> Option<(String, String, usize, usize)> {
    let at = text.find(['：', '︰', '﹕', ':'])?;
    let sign = text.get(at..)?.chars().next()?;
    let behind = text.get(at + sign.len_utf8()..)?;
    let odd_space = behind.starts_with(['\u{a0}', '\u{202f}', '\u{2009}', '\u{3000}']);
    if sign == ':' && !odd_space {
        return None;
    }
    let key = text.get(..at)?.trim().to_owned();
    Some((key, behind.trim().to_owned(), at, sign.len_utf8()))
}

/// A key deeper than the line above, although that line is complete.
fn too_deep(page: &Page<'_>) -> Option<Slip> {
    let line = page.line(page.here)?;
    let (key, _, colon) = key_of(line)?;
    let (at, above) = page.above(page.here).next()?;
    let (above_key, _, above_colon) = key_of(above)?;
    if page.start_of(page.here) + colon != page.at || indent(above) >= indent(line) {
        return None;
    }
    let column = column_of_key(above, above_colon, above_key);
    let mut slip = page.slip(
        page.words(page.here),
        Mistake::TooDeep { key: key.to_owned(), column, above: above_key.to_owned() },
    );
    slip.end = slip.start + key.len() as u32;
    slip.from = page.start_of(at) as u32;
    Some(slip)
}

/// The column in which the key of a line begins, behind the dash of a list.
fn column_of_key(line: &str, colon: usize, key: &str) -> u32 {
    let before = line.get(..colon - key.len()).unwrap_or_default();
    before.chars().count() as u32 + 1
}

/// Lines that should begin under one another and do not.
fn uneven(page: &Page<'_>) -> Option<Slip> {
    let line = page.line(page.here)?;
    let words = page.words(page.here);
    if line.trim_start().starts_with("- ") || line.trim() == "-" {
        return uneven_list(page, line);
    }
    let (key, _, colon) = key_of(line)?;
    if page.start_of(page.here) + indent(line) != page.at {
        return None;
    }
    // A list to the left ends its key: what comes behind it is then out of place.
    if let Some((at, above)) = page.above(page.here).next()
        && above.trim_start().starts_with("- ")
        && let Some(slip) = list_left(page, at, above)
    {
        return Some(slip);
    }
    let known = is_key(key);
    let mut best: Option<(usize, usize, &str)> = None;
    for (at, above) in page.above(page.here).take(40) {
        let Some((other, _, _)) = key_of(above).filter(|_| !above.trim_start().starts_with('-'))
        else {
            continue;
        };
        let apart = indent(above).abs_diff(indent(line));
        if is_key(other) == known && best.is_none_or(|(least, ..)| apart < least) {
            best = Some((apart, at, other));
        }
        if indent(above) == 0 {
            break;
        }
    }
    let (_, at, above) = best?;
    let column = indent(page.line(at)?) as u32 + 1;
    let mistake = Mistake::Uneven {
        key: key.to_owned(),
        column,
        above: above.to_owned(),
        line: at as u32 + 1,
    };
    let _ = colon;
    Some(page.slip(words.start..words.start + key.len(), mistake))
}

fn uneven_list(page: &Page<'_>, line: &str) -> Option<Slip> {
    if let Some(slip) = list_left(page, page.here, line) {
        return Some(slip);
    }
    let (at, member) =
        page.above(page.here).find(|(_, above)| above.trim_start().starts_with("- "))?;
    let mistake = Mistake::UnevenList { column: indent(member) as u32 + 1, line: at as u32 + 1 };
    let start = page.start_of(page.here) + indent(line);
    Some(page.slip(start..start + 1, mistake))
}

/// A list whose first member stands to the left of the key that it belongs to.
fn list_left(page: &Page<'_>, member: usize, line: &str) -> Option<Slip> {
    let mut first = (member, line);
    let mut key = None;
    for (at, above) in page.above(member) {
        if above.trim_start().starts_with("- ") && indent(above) == indent(line) {
            first = (at, above);
            continue;
        }
        key =
            key_of(above).filter(|(_, rest, _)| rest.is_empty()).map(|(key, ..)| (at, above, key));
        break;
    }
    let (at, above, key) = key?;
    if indent(above) <= indent(first.1) {
        return None;
    }
    let start = page.start_of(first.0) + indent(first.1);
    let mut slip = page.slip(start..start + 1, Mistake::ListLeft(key.to_owned()));
    slip.from = page.start_of(at) as u32;
    Some(slip)
}

/// `depends_on: - web`, or a text that begins with a dash.
fn list_behind_key(page: &Page<'_>) -> Option<Slip> {
    let line = page.line(page.here)?;
    let (key, rest, colon) = key_of(line)?;
    let behind = line.get(colon + 1..)?;
    let start = page.start_of(page.here) + colon + 1 + (behind.len() - behind.trim_start().len());
    if !rest.starts_with('-') {
        return None;
    }
    let mistake = if holds_text(key) {
        Mistake::StartsText { sign: '-', text: rest.to_owned() }
    } else {
        Mistake::ListBehindKey(key.to_owned())
    };
    Some(page.slip(start..start + 1, mistake))
}
