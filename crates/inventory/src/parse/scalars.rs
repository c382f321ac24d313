//! Single values: texts, words of closed lists, days, durations, countries.

use std::borrow::Cow;

use trefonds_lang::Lang;
use trefonds_model::{Country, Date, Jurisdiction, Minutes};

use super::node::{Node, Scalar};
use super::{Name, Reader};
use crate::diags;

impl<'a> Reader<'a> {
    /// A text; a number or a word such as `true` is taken as it is written.
    pub(super) fn text(&mut self, node: Node<'a>) -> Option<Cow<'a, str>> {
        let scalar = self.scalar(node, Lang::a_text)?;
        self.warn_of_a_cut(&scalar);
        Some(scalar.text)
    }

    /// Warns of a remark that cuts a text: `Server #3` is `Server`. A remark that is one has a space
    /// behind its sign.
    fn warn_of_a_cut(&mut self, scalar: &Scalar<'a>) {
        // Asked first: a file in one line has a long rest behind each of its texts, which are quoted.
        if !scalar.plain {
            return;
        }
        let behind = self.text.get(scalar.at.end as usize..).and_then(|rest| rest.lines().next());
        let Some(behind) = behind else { return };
        let sign = behind.trim_start();
        let cut = behind.starts_with(' ')
            && sign.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if cut {
            let start = scalar.at.end + (behind.len() - sign.len()) as u32;
            let at = trefonds_source::Span::new(scalar.at.file, start, start + 1);
            self.report(diags::cut_by_remark(self.lang, at, &scalar.text, sign));
        }
    }

    /// A reference to something by its id.
    pub(super) fn reference(&mut self, node: Node<'a>) -> Option<Name<'a>> {
        let scalar = self.scalar(node, Lang::an_id)?;
        Some(Name { text: scalar.text, at: scalar.at })
    }

    /// A list of references, or a single one; an empty list is reported.
    pub(super) fn some_references(&mut self, node: Node<'a>, key: &str) -> Vec<Name<'a>> {
        let Node::List(at) = node else {
            return self.reference(node).into_iter().collect();
        };
        let before = self.diagnostics.len();
        let mut names = Vec::new();
        while let Some(item) = self.item() {
            names.extend(self.reference(item));
        }
        if names.is_empty() && before == self.diagnostics.len() {
            self.report(diags::empty_list(self.lang, at, key));
        }
        names
    }

    /// A list of texts, or a single one.
    pub(super) fn texts(&mut self, node: Node<'a>) -> Vec<Cow<'a, str>> {
        let Node::List(_) = node else {
            return self.text(node).into_iter().collect();
        };
        let mut texts = Vec::new();
        while let Some(item) = self.item() {
            texts.extend(self.text(item));
        }
        texts
    }

    /// One word of a closed list.
    pub(super) fn word<T: Copy>(
        &mut self,
        node: Node<'a>,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let scalar = self.scalar(node, Lang::a_text)?;
        let found = words.iter().find(|(word, _)| *word == scalar.text);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let (lang, rest) = (self.lang, self.next_line_of(&scalar));
            self.report(diags::unknown_value(lang, scalar.at, &scalar.text, &known, rest));
        }
        found.map(|(_, value)| *value)
    }

    /// `true` or `false`.
    pub(super) fn yes_or_no(&mut self, node: Node<'a>) -> Option<bool> {
        self.word(node, &[("true", true), ("false", false)])
    }

    /// A day.
    pub(super) fn date(&mut self, node: Node<'a>) -> Option<Date> {
        let scalar = self.scalar(node, Lang::a_day)?;
        self.date_of(&scalar)
    }

    /// The first or the last day of a fact; where the first of all stands is remembered.
    pub(super) fn first_or_last_day(&mut self, node: Node<'a>) -> Option<Date> {
        let at = node.at();
        let date = self.date(node)?;
        self.dated.get_or_insert(at);
        Some(date)
    }

    /// The day of a check; the newest of all is remembered.
    pub(super) fn verified_on(&mut self, scalar: &Scalar<'a>) -> Option<Date> {
        let date = self.date_of(scalar);
        self.newest_verified = self.newest_verified.max(date);
        date
    }

    /// The day that a scalar says.
    fn date_of(&mut self, scalar: &Scalar<'a>) -> Option<Date> {
        let date = parse_date(&scalar.text);
        if date.is_none() {
            self.report(diags::bad_date(self.lang, scalar.at, &scalar.text));
        }
        date
    }

    /// A duration.
    pub(super) fn duration(&mut self, node: Node<'a>) -> Option<Minutes> {
        let scalar = self.scalar(node, Lang::a_duration)?;
        let minutes = Minutes::parse(&scalar.text);
        if minutes.is_none() {
            self.report(diags::bad_duration(self.lang, scalar.at, &scalar.text));
        }
        minutes
    }

    /// A country code.
    pub(super) fn country_code(&mut self, node: Node<'a>) -> Option<Country> {
        let scalar = self.scalar(node, Lang::a_country)?;
        let country = Country::parse(&scalar.text);
        if country.is_none() {
            self.report(diags::unknown_country(self.lang, scalar.at, &scalar.text));
        }
        country
    }

    /// A country code, `EU` or `EEA`.
    pub(super) fn jurisdiction(&mut self, node: Node<'a>) -> Option<Jurisdiction> {
        let scalar = self.scalar(node, Lang::a_country)?;
        let jurisdiction = Jurisdiction::parse(&scalar.text);
        if jurisdiction.is_none() {
            self.report(diags::unknown_jurisdiction(self.lang, scalar.at, &scalar.text));
        }
        jurisdiction
    }

    /// A whole number that is not negative.
    pub(super) fn number(&mut self, node: Node<'a>) -> Option<u64> {
        let number = match &node {
            Node::Scalar(scalar) if scalar.plain => parse_number(&scalar.text),
            _ => None,
        };
        if number.is_none() {
            self.refuse(node, Lang::a_number);
        }
        number
    }
}

fn parse_number(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// A day written `YYYY-MM-DD`, and in no other way.
fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shape = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shape {
        return None;
    }
    let year = text.get(..4)?.parse().ok()?;
    let month = text.get(5..7)?.parse().ok()?;
    let day = text.get(8..)?.parse().ok()?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar() {
        assert_eq!(parse_date("2024-02-29").unwrap().to_string(), "2024-02-29");
        for bad in
            ["2023-02-29", "2024-2-9", "20240229", "2024-13-01", "2024-02-29T00", "２024-02-2"]
        {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }

    #[test]
    fn whole_numbers() {
        assert_eq!(parse_number("12"), Some(12));
        for bad in ["", "-1", "1.5", "1e3", "99999999999999999999"] {
            assert_eq!(parse_number(bad), None, "{bad}");
        }
    }
}
