/// A duration in whole hours that saturates at *never*. The unit of every survival time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hours(pub u32);

impl Hours {
    /// At once.
    pub const ZERO: Self = Self(0);
    /// Infinity: it never happens.
    pub const NEVER: Self = Self(u32::MAX);

    /// The sum, saturating at [`Hours::NEVER`].
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Whole hours, or `None` for never.
    #[must_use]
    pub const fn finite(self) -> Option<u32> {
        if self.0 == u32::MAX { None } else { Some(self.0) }
    }

    /// Reads `4h`, `30d`, `2w`, `6mo` (a month is 30 days) or `1y` (365 days).
    ///
    /// `None` when the text is not a whole number followed by one of these units, or is 2^32 hours or more.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let split = text.find(|c: char| !c.is_ascii_digit())?;
        let (digits, unit) = text.split_at(split);
        let hours: u32 = match unit.trim_start() {
            "h" => 1,
            "d" => 24,
            "w" => 24 * 7,
            "mo" => 24 * 30,
            "y" => 24 * 365,
            _ => return None,
        };
        let total = digits.parse::<u32>().ok()?.checked_mul(hours)?;
        (total != u32::MAX).then_some(Self(total))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units() {
        let hours = |text| Hours::parse(text).map(|hours| hours.0);
        assert_eq!(hours("4h"), Some(4));
        assert_eq!(hours("30d"), Some(720));
        assert_eq!(hours("2w"), Some(336));
        assert_eq!(hours("6mo"), Some(180 * 24));
        assert_eq!(hours("1y"), Some(365 * 24));
        for bad in ["", "4", "h", "-4h", "4 hours", "4.5h", "99999999999h", "4294967295h"] {
            assert_eq!(hours(bad), None, "{bad}");
        }
    }

    #[test]
    fn never_absorbs() {
        assert_eq!(Hours::NEVER.plus(Hours(3)), Hours::NEVER);
        assert_eq!(Hours(u32::MAX - 1).plus(Hours(9)), Hours::NEVER);
    }
}
