/// A duration in whole minutes that saturates at *never*. The unit of every survival time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Minutes(pub u32);

/// Minutes of a day.
const PER_DAY: u32 = 24 * 60;

impl Minutes {
    /// At once.
    pub const ZERO: Self = Self(0);
    /// Infinity: it never happens.
    pub const NEVER: Self = Self(u32::MAX);

    /// The sum, saturating at [`Minutes::NEVER`].
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Whole minutes, or `None` for never.
    #[must_use]
    pub const fn finite(self) -> Option<u32> {
        if self.0 == u32::MAX { None } else { Some(self.0) }
    }

    /// So many hours; saturates at [`Minutes::NEVER`].
    #[must_use]
    pub const fn hours(hours: u32) -> Self {
        Self(hours.saturating_mul(60))
    }

    /// So many days; saturates at [`Minutes::NEVER`].
    #[must_use]
    pub const fn days(days: u32) -> Self {
        Self(days.saturating_mul(PER_DAY))
    }

    /// Reads `15min`, `4h`, `30d`, `2w`, `6mo` (a month is 30 days) or `1y` (365 days).
    ///
    /// `None` when the text is not a whole number followed by one of these units, or is 2^32 minutes or more.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let split = text.find(|c: char| !c.is_ascii_digit())?;
        let (digits, unit) = text.split_at(split);
        let unit: u32 = match unit.trim_start() {
            "min" => 1,
            "h" => 60,
            "d" => PER_DAY,
            "w" => PER_DAY * 7,
            "mo" => PER_DAY * 30,
            "y" => PER_DAY * 365,
            _ => return None,
        };
        let total = digits.parse::<u32>().ok()?.checked_mul(unit)?;
        (total != u32::MAX).then_some(Self(total))
    }

    /// The duration as [`Minutes::parse`] reads it, in the largest unit in which people say it: `4h`, `90d`,
    /// `6mo`, `1y`. Months from half a year on. `None` for never.
    #[must_use]
    pub fn written(self) -> Option<String> {
        const HALF_A_YEAR: u32 = PER_DAY * 180;
        let minutes = self.finite()?;
        let (unit, name) = match minutes {
            0 => (60, "h"),
            _ if minutes % (PER_DAY * 365) == 0 => (PER_DAY * 365, "y"),
            HALF_A_YEAR.. if minutes % (PER_DAY * 30) == 0 => (PER_DAY * 30, "mo"),
            _ if minutes % PER_DAY == 0 => (PER_DAY, "d"),
            _ if minutes % 60 == 0 => (60, "h"),
            _ => (1, "min"),
        };
        Some(format!("{}{name}", minutes / unit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units() {
        let minutes = |text| Minutes::parse(text).map(|minutes| minutes.0);
        assert_eq!(minutes("15min"), Some(15));
        assert_eq!(minutes("4h"), Some(240));
        assert_eq!(minutes("30d"), Some(43_200));
        assert_eq!(minutes("2w"), Some(20_160));
        assert_eq!(minutes("6mo"), Some(259_200));
        assert_eq!(minutes("1y"), Some(525_600));
        for bad in [
            "",
            "4",
            "h",
            "-4h",
            "4 hours",
            "4.5h",
            "4m",
            "15 minutes",
            "99999999999h",
            "4294967295min",
            "71582789h",
        ] {
            assert_eq!(minutes(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_written_reads_back_in_the_unit_of_people() {
        let written = |text| Minutes::parse(text).and_then(Minutes::written).unwrap();
        for same in
            ["0h", "15min", "90min", "4h", "1d", "30d", "90d", "150d", "6mo", "12mo", "1y", "2y"]
        {
            assert_eq!(written(same), same);
        }
        assert_eq!(
            (written("2w"), written("60min"), written("3mo")),
            ("14d".into(), "1h".into(), "90d".into())
        );
        for minutes in (0..3_000_000).step_by(7).chain([u32::MAX - 1]) {
            let text = Minutes(minutes).written().unwrap();
            assert_eq!(Minutes::parse(&text), Some(Minutes(minutes)), "{text}");
        }
        assert_eq!(Minutes::NEVER.written(), None);
    }

    #[test]
    fn never_absorbs() {
        assert_eq!(Minutes::NEVER.plus(Minutes::hours(3)), Minutes::NEVER);
        assert_eq!(Minutes(u32::MAX - 1).plus(Minutes::hours(9)), Minutes::NEVER);
    }
}
