use trefonds_model::{Date, Share, Validity};

/// Lower bounds of votes that come to more than the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Excess {
    /// What they come to, in millionths.
    pub total: u64,
    /// The day from which they do; `None` when they do before any date.
    pub day: Option<Date>,
    /// The holding with which they do, by its position.
    pub holding: usize,
}

/// Adds up the lower bounds that hold on one day, over all days: O(n log n) for n holdings. A
/// holding without dates holds on every day.
pub(crate) fn excess(holdings: &[(u32, Validity)]) -> Option<Excess> {
    let mut changes: Vec<Change> = Vec::with_capacity(holdings.len());
    for (holding, (votes, validity)) in holdings.iter().enumerate() {
        changes.push(Change { day: validity.from, begins: true, votes: *votes, holding });
        if let Some(until) = validity.until {
            changes.push(Change { day: Some(until), begins: false, votes: *votes, holding });
        }
    }
    // On one day, what ends on it still holds: beginnings first.
    changes.sort_by_key(|change| (change.day, !change.begins, change.holding));
    let mut total = 0_u64;
    for change in changes {
        if change.begins {
            total += u64::from(change.votes);
        } else {
            total = total.saturating_sub(u64::from(change.votes));
        }
        if change.begins && total > u64::from(Share::WHOLE) {
            return Some(Excess { total, day: change.day, holding: change.holding });
        }
    }
    None
}

struct Change {
    day: Option<Date>,
    begins: bool,
    votes: u32,
    holding: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i8) -> Option<Date> {
        Some(Date::constant(2026, 1, day))
    }

    fn between(from: Option<Date>, until: Option<Date>) -> Validity {
        Validity { from, until }
    }

    const ALWAYS: Validity = Validity { from: None, until: None };

    #[test]
    fn the_whole_is_no_excess() {
        assert_eq!(excess(&[(500_000, ALWAYS), (500_000, ALWAYS)]), None);
        let over = excess(&[(500_000, ALWAYS), (500_001, ALWAYS)]).unwrap();
        assert_eq!((over.total, over.day, over.holding), (1_000_001, None, 1));
    }

    #[test]
    fn one_after_the_other_is_no_excess() {
        let first = (900_000, between(None, day(10)));
        assert_eq!(excess(&[first, (900_000, between(day(11), None))]), None);
        let over = excess(&[first, (900_000, between(day(10), None))]).unwrap();
        assert_eq!((over.day, over.holding), (day(10), 1));
    }
}
