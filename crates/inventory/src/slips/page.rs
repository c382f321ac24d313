use std::ops::Range;

use super::{Mistake, Slip};

/// A text in lines, with the place where its parser gave up.
pub(super) struct Page<'t> {
    pub text: &'t str,
    /// Where the parser gave up.
    pub at: usize,
    /// The line of that place, counted from 0.
    pub here: usize,
    starts: Vec<usize>,
}

impl<'t> Page<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts: Vec<usize> = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect();
        let here = starts.partition_point(|start| *start <= at).saturating_sub(1);
        Self { text, at, here, starts }
    }

    /// A line without its break.
    pub(super) fn line(&self, line: usize) -> Option<&'t str> {
        let start = *self.starts.get(line)?;
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        Some(self.text.get(start..end)?.trim_end_matches(['\n', '\r']))
    }

    /// The first byte of a line.
    pub(super) fn start_of(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.text.len())
    }

    /// What a line holds between its outer spaces.
    pub(super) fn words(&self, line: usize) -> Range<usize> {
        let text = self.line(line).unwrap_or_default();
        let start = self.start_of(line) + indent(text);
        start..(start + text.trim().len()).max(start)
    }

    /// The lines above one that hold something else than a remark, the nearest first.
    pub(super) fn above(&self, line: usize) -> impl Iterator<Item = (usize, &'t str)> + '_ {
        (0..line).rev().filter_map(|at| Some((at, self.line(at)?))).filter(|(_, text)| {
            let text = text.trim();
            !text.is_empty() && !text.starts_with('#')
        })
    }

    /// What stands before the place on its line.
    pub(super) fn head(&self) -> &'t str {
        self.text.get(self.start_of(self.here)..self.at).unwrap_or_default()
    }

    /// The end of the character at the place; the place itself at a line's end.
    pub(super) fn next_char(&self) -> usize {
        let next = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        self.at + next.filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8)
    }

    /// A slip whose effects begin with its line.
    pub(super) fn slip(&self, range: Range<usize>, mistake: Mistake) -> Slip {
        let line = self.starts.partition_point(|start| *start <= range.start).saturating_sub(1);
        let from = self.start_of(line) as u32;
        Slip { start: range.start as u32, end: range.end as u32, from, mistake }
    }
}

/// How many bytes of spaces a line begins with.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
