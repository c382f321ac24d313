//! Days and counts to positions.

/// How far apart the names of two days stand at least.
const DAY_ROOM: f64 = 96.0;

/// The days of commits, on a horizontal line.
pub(super) struct Days {
    /// Where each commit stands; never to the left of the one before.
    pub(super) places: Vec<f64>,
    /// The days that are named, and where.
    pub(super) named: Vec<(f64, String)>,
    pub(super) left: f64,
    pub(super) right: f64,
}

impl Days {
    /// Spreads days, the oldest first, between two places; evenly when they are all one day. A day
    /// before the one that it follows, as of a clock that was wrong, stands where that one stands.
    pub(super) fn of<'a>(days: impl Iterator<Item = &'a str>, left: f64, right: f64) -> Self {
        let days: Vec<&str> = days.collect();
        let mut last = i64::MIN;
        let mut numbers = Vec::with_capacity(days.len());
        for day in &days {
            last = last.max(number(day).unwrap_or(last));
            numbers.push(last);
        }
        let (first, span) = match (numbers.first(), numbers.last()) {
            (Some(first), Some(last)) => (*first, last.saturating_sub(*first)),
            _ => (0, 0),
        };
        let steps = days.len().saturating_sub(1).max(1) as f64;
        let place = |(at, number): (usize, &i64)| {
            let share = match span {
                0 => at as f64 / steps,
                span => number.saturating_sub(first) as f64 / span as f64,
            };
            left + share * (right - left)
        };
        let places: Vec<f64> = numbers.iter().enumerate().map(place).collect();
        Self { named: named(&days, &places), places, left, right }
    }
}

/// Days whose names do not run into one another.
fn named(days: &[&str], places: &[f64]) -> Vec<(f64, String)> {
    let mut named: Vec<(f64, String)> = Vec::new();
    for (day, place) in days.iter().zip(places) {
        let fits = named.last().is_none_or(|(last, name)| place - last >= DAY_ROOM && name != day);
        if fits {
            named.push((*place, (*day).to_owned()));
        }
    }
    named
}

/// Days since 1970-01-01 of a day written `YYYY-MM-DD`.
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
fn number(day: &str) -> Option<i64> {
    let mut parts = day.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year - era * 400;
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// What a vertical line counts.
pub(super) struct Scale {
    pub(super) most: u32,
    pub(super) step: u32,
}

impl Scale {
    /// Counts up to `most`, in at most five steps of 1, 2 or 5 and zeros.
    pub(super) fn counts(most: u32) -> Self {
        let mut step: u32 = 1;
        // Up to the greatest count that there can be.
        for factor in [2, 5, 2].into_iter().cycle().take(28) {
            if most.div_ceil(step) <= 5 {
                break;
            }
            step = match factor {
                5 => step / 2 * 5,
                factor => step.saturating_mul(factor),
            };
        }
        Self { most: most.div_ceil(step).max(1).saturating_mul(step), step }
    }

    /// Percentages.
    pub(super) const fn percent() -> Self {
        Self { most: 100, step: 25 }
    }

    /// The counts that are written.
    pub(super) fn marks(&self) -> impl Iterator<Item = u32> + '_ {
        (0..=self.most / self.step).map(|times| times * self.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        assert_eq!(number("1970-01-01"), Some(0));
        assert_eq!(number("2000-03-01"), Some(11_017));
        assert_eq!(number("2026-11-01"), Some(20_758));
        assert_eq!(number("someday"), None);
    }

    #[test]
    fn steps_are_round_and_few() {
        for (most, step, top) in [(0, 1, 1), (4, 1, 4), (9, 2, 10), (23, 5, 25), (47, 10, 50)] {
            let scale = Scale::counts(most);
            assert_eq!((scale.step, scale.most), (step, top), "{most}");
        }
        assert!(Scale::counts(1_000_000).marks().count() <= 6);
    }

    #[test]
    fn places_never_go_back() {
        let days = Days::of(["2026-01-01", "2026-03-01", "2026-02-01"].into_iter(), 0.0, 100.0);
        assert_eq!(days.places, [0.0, 100.0, 100.0]);
        let same = Days::of(["2026-01-01"; 3].into_iter(), 0.0, 100.0);
        assert_eq!(same.places, [0.0, 50.0, 100.0]);
    }
}
