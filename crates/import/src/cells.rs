//! The cells of a row by the titles of their columns, and the three ways of not knowing.

use trefonds_lang::country_code;
use trefonds_model::{Country, Date};

use crate::account::{Place, Reason, Tally};
use crate::book::{Ref, Said, Thing};
use crate::mapping::{Chosen, How, Naming};

/// A row of a table.
pub(crate) struct Row<'r> {
    pub(crate) titles: &'r [String],
    pub(crate) cells: &'r [String],
    pub(crate) how: &'r How,
    pub(crate) at: &'r Place,
}

/// What a cell says.
pub(crate) enum Cell<'r> {
    NotSaid,
    None,
    Undisclosed,
    Text(&'r str),
}

impl<'r> Row<'r> {
    /// The text of a column, without spaces around it.
    pub(crate) fn raw(&self, column: &str) -> &'r str {
        let at = self.titles.iter().position(|title| title == column);
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim())
    }

    pub(crate) fn place(&self, column: &str) -> Place {
        Place { column: Some(column.to_owned()), ..self.at.clone() }
    }

    fn means(&self, text: &'r str) -> (Cell<'r>, &'static str) {
        let is = |words: &crate::mapping::Texts| words.0.iter().any(|word| word == text);
        match text {
            "" => (Cell::NotSaid, ""),
            _ if is(&self.how.not_said) => (Cell::NotSaid, "not-said"),
            _ if is(&self.how.none) => (Cell::None, "none"),
            _ if is(&self.how.undisclosed) => (Cell::Undisclosed, "undisclosed"),
            text => (Cell::Text(text), ""),
        }
    }

    fn read(&self, column: &str, text: &'r str, tally: &mut Tally) -> Cell<'r> {
        let (cell, means) = self.means(text);
        if !means.is_empty() {
            tally.placeholder(text, means, &self.place(column));
        }
        cell
    }

    /// A text; the ways of not knowing are none.
    pub(crate) fn text(&self, column: Option<&String>, tally: &mut Tally) -> Option<String> {
        let column = column?;
        match self.read(column, self.raw(column), tally) {
            Cell::Text(text) => Some(text.to_owned()),
            Cell::NotSaid | Cell::None | Cell::Undisclosed => None,
        }
    }

    /// Names of other things.
    pub(crate) fn names(&self, naming: Option<&Naming>, tally: &mut Tally) -> Said<Ref> {
        let mut said = Said::default();
        let Some(naming) = naming else { return said };
        let raw = self.raw(&naming.column);
        let parts: Vec<&str> = match naming.split.as_deref().filter(|it| !it.is_empty()) {
            Some(split) => raw.split(split).map(str::trim).collect(),
            None => vec![raw],
        };
        for part in parts {
            match self.read(&naming.column, part, tally) {
                Cell::NotSaid => {}
                Cell::None => said.none = true,
                Cell::Undisclosed => said.undisclosed = true,
                Cell::Text(text) => {
                    let (text, at) = (text.to_owned(), self.place(&naming.column));
                    said.items.push(Ref { text, by: naming.r#match, at });
                }
            }
        }
        said
    }

    /// A word of the format by the lines of the mapping; a value that no line names is counted.
    pub(crate) fn chosen<T: Copy>(
        &self,
        chosen: &Chosen,
        words: &[(&'static str, T)],
        tally: &mut Tally,
    ) -> Option<T> {
        let raw = self.raw(&chosen.column);
        let word = chosen.values.get(raw).or_else(|| {
            let text = match self.read(&chosen.column, raw, tally) {
                Cell::Text(text) => text,
                Cell::NotSaid | Cell::None | Cell::Undisclosed => return None,
            };
            let all = chosen.values.get("*");
            if all.is_none() {
                tally.unnamed(text, &self.place(&chosen.column));
            }
            all
        })?;
        words.iter().find(|(known, _)| known == word).map(|(_, value)| *value)
    }

    /// A country by its code or its name in some language; what is neither is told beside the thing.
    pub(crate) fn countries(&self, column: Option<&String>, thing: &mut Thing, tally: &mut Tally) {
        let Some(column) = column else { return };
        match self.read(column, self.raw(column), tally) {
            Cell::NotSaid | Cell::None => {}
            Cell::Undisclosed => thing.countries.undisclosed = true,
            Cell::Text(text) => {
                let code = Country::parse(text).or_else(|| Country::parse(code_of(text)?));
                match code {
                    Some(country) => thing.countries.items.push(country),
                    None => {
                        let at = self.place(column);
                        tally.left_out(false, Reason::UnknownCountry, text, &at);
                        thing.remarks.push(format!("{column}: {text}"));
                    }
                }
            }
        }
    }

    /// A day in the form that the mapping says.
    pub(crate) fn day(&self, column: Option<&String>, tally: &mut Tally) -> Option<Date> {
        let column = column?;
        let Cell::Text(text) = self.read(column, self.raw(column), tally) else { return None };
        let day = day_of(text, self.how.dates.as_deref().unwrap_or("%Y-%m-%d"));
        if day.is_none() {
            tally.left_out(false, Reason::BadDay, text, &self.place(column));
        }
        day
    }
}

/// Countries as their neighbours write them, as names are compared; English and French are known besides.
const ABROAD: [(&str, &str); 28] = [
    ("deutschland", "DE"),
    ("alemania", "DE"),
    ("germania", "DE"),
    ("duitsland", "DE"),
    ("frankreich", "FR"),
    ("francia", "FR"),
    ("frankrijk", "FR"),
    ("osterreich", "AT"),
    ("schweiz", "CH"),
    ("svizzera", "CH"),
    ("suiza", "CH"),
    ("espana", "ES"),
    ("spanien", "ES"),
    ("spagna", "ES"),
    ("italia", "IT"),
    ("italien", "IT"),
    ("nederland", "NL"),
    ("niederlande", "NL"),
    ("belgie", "BE"),
    ("belgien", "BE"),
    ("polska", "PL"),
    ("polen", "PL"),
    ("sverige", "SE"),
    ("danmark", "DK"),
    ("norge", "NO"),
    ("suomi", "FI"),
    ("vereinigte staaten", "US"),
    ("estados unidos", "US"),
];

fn code_of(text: &str) -> Option<&'static str> {
    let abroad = || {
        let word = trefonds_lang::fold(text);
        ABROAD.iter().find(|(name, _)| *name == word).map(|(_, code)| *code)
    };
    country_code(text).or_else(abroad)
}

/// The day that a text says in a form such as `%d/%m/%Y`; a time of the day is passed over.
fn day_of(text: &str, form: &str) -> Option<Date> {
    let (mut year, mut month, mut day) = (None, None, None);
    let (mut rest, mut form) = (text, form.chars());
    while let Some(sign) = form.next() {
        if sign != '%' {
            rest = rest.strip_prefix(sign)?;
            continue;
        }
        let unit = form.next()?;
        let most = if unit == 'Y' { 4 } else { 2 };
        let length = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let (digits, behind) = rest.split_at_checked(length)?;
        let number = digits.parse::<u16>().ok()?;
        rest = behind;
        match unit {
            'Y' if length == 4 => year = i16::try_from(number).ok(),
            'm' => month = i8::try_from(number).ok(),
            'd' => day = i8::try_from(number).ok(),
            'H' | 'M' | 'S' => {}
            _ => return None,
        }
    }
    let time = rest.is_empty() || rest.starts_with([' ', 'T']);
    let (year, month, day) = (year?, month?, day?);
    if !time {
        return None;
    }
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn days_in_the_form_that_is_said() {
        let day = |text, form| day_of(text, form).map(|day| day.to_string());
        let first = Some("2026-11-01".to_owned());
        assert_eq!(day("01/11/2026", "%d/%m/%Y"), first);
        assert_eq!(day("2026-11-01 08:00:00", "%Y-%m-%d"), first);
        assert_eq!(day("1.11.2026", "%d.%m.%Y"), first);
        for bad in ["2026-02-30", "2026-11-1x", "01/11/2026", "", "٢٠٢٦-11-01"] {
            assert_eq!(day(bad, "%Y-%m-%d"), None, "{bad}");
        }
    }
}
