//! Days as people read them.

use crate::Lang;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

impl Lang {
    /// A day of the calendar in prose; in tables and for programs it stays `2026-11-01`.
    ///
    /// ```
    /// use trefonds_lang::Lang;
    /// assert_eq!(Lang::En.day("2026-11-01"), "1 November 2026");
    /// assert_eq!(Lang::Fr.day("2026-11-01"), "1er novembre 2026");
    /// assert_eq!(Lang::Fr.day("?"), "?");
    /// ```
    #[must_use]
    pub fn day(self, day: &str) -> String {
        self.worded(day).unwrap_or_else(|| day.to_owned())
    }

    fn worded(self, day: &str) -> Option<String> {
        let mut parts = day.splitn(3, '-');
        let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
        let shape = [year, month, date].map(str::len) == [4, 2, 2]
            && [year, month, date].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        let month = month.parse::<usize>().ok()?.checked_sub(1)?;
        let date = date.trim_start_matches('0');
        let names = if self == Self::Fr { FRENCH } else { ENGLISH };
        let name = names.get(month).filter(|_| shape)?;
        let first = if self == Self::Fr && date == "1" { "er" } else { "" };
        Some(format!("{date}{first} {name} {year}"))
    }
}
