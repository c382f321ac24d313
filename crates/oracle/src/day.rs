//! Days as whole numbers, and from when until when a fact holds.

/// Days since 1970-01-01.
pub type Day = i64;

/// First and last day on which something holds, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Dates {
    /// The first; `None` is always before.
    pub from: Option<Day>,
    /// The last; `None` is for ever.
    pub until: Option<Day>,
}

impl Dates {
    /// Whether it holds on a day; where there is no day, nothing has dates.
    #[must_use]
    pub fn hold(&self, day: Option<Day>) -> bool {
        let Some(day) = day else { return true };
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it is over on a day.
    #[must_use]
    pub fn are_over(&self, day: Option<Day>) -> bool {
        day.zip(self.until).is_some_and(|(day, until)| until < day)
    }
}

/// A day of the proleptic Gregorian calendar, `YYYY-MM-DD` (Howard Hinnant, "chrono-compatible low-level
/// date algorithms").
#[must_use]
pub fn written(day: Day) -> String {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{date:02}")
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(written(0), "1970-01-01");
        assert_eq!(written(11_016), "2000-02-29");
        assert_eq!(written(20_758), "2026-11-01");
    }
}
