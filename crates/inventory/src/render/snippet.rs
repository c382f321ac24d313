use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Snippet};
use trefonds_declare::told;
use trefonds_lang::{Lang, shown, visible};
use trefonds_source::{Diagnostic, Label, SourceFile, SourceMap};

/// Lines up to this many bytes are given to the renderer, which cuts them to the terminal's width.
/// Of a longer one, such as that of a large file in one line, a part is quoted.
const LONGEST_LINE: usize = 1 << 14;
/// How much of a longer line is quoted on each side of the place.
const AROUND: usize = 40;

/// The lines that a problem points at, and nothing else of the files, each label by itself.
pub(super) fn of<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a SourceMap,
    lang: Lang,
) -> Vec<Element<'a>> {
    let mut elements = Vec::new();
    for (at, label) in diagnostic.labels.iter().enumerate() {
        let Some(file) = sources.file(label.span.file) else {
            elements.extend(named(label, sources, lang));
            continue;
        };
        let line = file.line_of(label.span.start);
        let Some((start, text)) = file.line(line) else { continue };
        let place = place_in(text, label.span.start - start, label.span.end.saturating_sub(start));
        if text.len() > LONGEST_LINE {
            elements.extend(quoted(label, text, &place, sources));
        } else {
            let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            elements.push(underlined(label, kind, file, line, text, place));
        }
    }
    elements
}

/// A place in a file whose text is not at hand, or in what is no text.
fn named<'a>(label: &'a Label, sources: &'a SourceMap, lang: Lang) -> Option<Element<'a>> {
    let at = sources.locate(label.span);
    if at.spot.is_some() {
        let words = visible(&told(&at, lang)).into_owned();
        return Some(Origin::path(words).into());
    }
    let origin =
        Origin::path(visible(at.file)).line(at.line as usize).char_column(at.column as usize);
    (!at.file.is_empty()).then(|| origin.into())
}

fn underlined<'a>(
    label: &'a Label,
    kind: AnnotationKind,
    file: &'a SourceFile,
    line: u32,
    text: &'a str,
    place: Range<usize>,
) -> Element<'a> {
    let annotation = kind.span(place);
    let annotation =
        if label.text.is_empty() { annotation } else { annotation.label(&*label.text) };
    let snippet =
        Snippet::source(harmless(text)).path(visible(file.name())).line_start(line as usize);
    snippet.annotation(annotation).into()
}

fn quoted<'a>(
    label: &Label,
    text: &str,
    place: &Range<usize>,
    sources: &'a SourceMap,
) -> [Element<'a>; 2] {
    let at = sources.locate(label.span);
    let origin =
        Origin::path(visible(at.file)).line(at.line as usize).char_column(at.column as usize);
    let end = floor(text, place.end.min(place.start + AROUND) + AROUND);
    let excerpt = text.get(floor(text, place.start.saturating_sub(AROUND))..end);
    let note = Level::NOTE.no_name().message(format!("… {} …", harmless(excerpt.unwrap_or(""))));
    [origin.into(), note.into()]
}

/// The underlined part of a line: within it, on character boundaries.
fn place_in(text: &str, start: u32, end: u32) -> Range<usize> {
    let start = floor(text, start as usize);
    start..floor(text, end as usize).max(start)
}

/// The last character boundary up to a byte.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// A line without what steers, hides or turns and the renderer leaves. What stands for it has as many
/// bytes, so that places stay right; the renderer sees to characters of one byte itself.
fn harmless(text: &str) -> Cow<'_, str> {
    let seen = |c: char| match c.len_utf8() {
        2 if shown(c) != c => '\u{b7}',
        3 if shown(c) != c => '\u{fffd}',
        _ => c,
    };
    if text.chars().all(|c| seen(c) == c) {
        return text.into();
    }
    text.chars().map(seen).collect()
}
