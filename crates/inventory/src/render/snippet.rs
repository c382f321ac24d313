use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Element, Origin, Snippet};
use trefonds_source::{Diagnostic, Label, SourceMap};

/// Lines up to this many bytes are shown whole; of a longer one, such as that of a file in one
/// line, only what stands around the place.
const WHOLE_LINE: usize = 160;
/// How much of a longer line is shown on each side of the place.
const AROUND: usize = 60;

/// The lines that a problem points at, and nothing else of the files, each label by itself.
pub(super) fn of<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> Vec<Element<'a>> {
    let mut elements = Vec::new();
    for (at, label) in diagnostic.labels.iter().enumerate() {
        let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        elements.extend(shown(label, kind, sources).into_iter().flatten());
    }
    elements
}

fn shown<'a>(
    label: &'a Label,
    kind: AnnotationKind,
    sources: &'a SourceMap,
) -> Option<Vec<Element<'a>>> {
    let file = sources.file(label.span.file)?;
    let line = file.line_of(label.span.start);
    let (start, text) = file.line(line)?;
    let place = place_in(text, label.span.start - start, label.span.end.saturating_sub(start));
    let mut annotation: Annotation<'a> = kind.span(place.clone());
    if !label.text.is_empty() {
        annotation = annotation.label(&*label.text);
    }
    if text.len() <= WHOLE_LINE {
        let snippet = Snippet::source(text).path(file.name()).line_start(line as usize);
        return Some(vec![snippet.annotation(annotation).into()]);
    }
    let window = window(text, &place);
    let cut = Cow::Borrowed(text.get(window.clone())?);
    let located = sources.locate(label.span);
    let origin = Origin::path(file.name()).line(line as usize).char_column(located.column as usize);
    let place = place.start - window.start..place.end.min(window.end) - window.start;
    let mut annotation: Annotation<'a> = kind.span(place);
    if !label.text.is_empty() {
        annotation = annotation.label(&*label.text);
    }
    let snippet = Snippet::source(cut).line_start(line as usize).annotation(annotation);
    Some(vec![origin.into(), snippet.into()])
}

/// The underlined part of a line: within it, on character boundaries.
fn place_in(text: &str, start: u32, end: u32) -> Range<usize> {
    let start = floor(text, start as usize);
    start..floor(text, end as usize).max(start)
}

fn window(text: &str, place: &Range<usize>) -> Range<usize> {
    let end = place.end.min(place.start + AROUND);
    floor(text, place.start.saturating_sub(AROUND))..floor(text, end + AROUND)
}

/// The last character boundary up to a byte.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
