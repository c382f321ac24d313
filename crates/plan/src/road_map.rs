//! The order in which the options of a plan are carried out.

use std::collections::BTreeSet;

use crate::search::Search;
use crate::touch::OptionIx;
use crate::trial::{Left, PointKey, weight};

/// Up to so many options every next step is tried out; beyond, the order is that of what each holds off.
const TRIED_OUT: usize = 30;

/// A step of the road map.
pub(crate) struct Step {
    pub option: OptionIx,
    pub removes: Vec<PointKey>,
    pub brings: Vec<PointKey>,
    pub holds_off: Vec<PointKey>,
    pub left: u32,
}

/// Each next step is the one after which the least weight is left; of equals the one that holds off
/// most, then the cheapest, the quickest, the first in file order. What a step needs comes before it.
pub(crate) fn steps(search: &mut Search<'_>, taken: &[OptionIx]) -> Vec<Step> {
    let end = search.trial.left(taken);
    let held: Vec<(OptionIx, Vec<PointKey>, u64)> = taken
        .iter()
        .map(|option| {
            let without: Vec<OptionIx> = taken.iter().copied().filter(|it| it != option).collect();
            let left = search.trial.left(&without);
            let off = beyond(&left, &end);
            let own = findings(&off, &left);
            // What sums up others is told where there are no others.
            (*option, if own.is_empty() { off } else { own }, weight(&left))
        })
        .collect();
    let mut done: Vec<OptionIx> = Vec::new();
    let mut steps = Vec::with_capacity(taken.len());
    while steps.len() < taken.len() {
        let Some(option) = next(search, taken, &done, &held) else { break };
        let before = search.trial.left(&done);
        done = with(&done, option);
        let after = search.trial.left(&done);
        let holds_off = held.iter().find(|(own, ..)| *own == option);
        steps.push(Step {
            option,
            removes: findings(&beyond(&before, &after), &before),
            brings: findings(&beyond(&after, &before), &after),
            holds_off: holds_off.map(|(_, points, _)| points.clone()).unwrap_or_default(),
            left: after.iter().filter(|left| !left.is_sum).count() as u32,
        });
    }
    steps
}

fn next(
    search: &mut Search<'_>,
    taken: &[OptionIx],
    done: &[OptionIx],
    held: &[(OptionIx, Vec<PointKey>, u64)],
) -> Option<OptionIx> {
    let ready = held.iter().filter(|(option, ..)| done.binary_search(option).is_err());
    // Options that need one another are begun with the first of them.
    let needs = |option: &OptionIx| {
        let needed = search.rules.needs.iter().filter(|(own, _)| own == option);
        needed.filter(|(_, other)| done.binary_search(other).is_err()).count()
    };
    let fewest = ready.clone().map(|(option, ..)| needs(option)).min()?;
    let ready: Vec<(OptionIx, u64)> = ready
        .filter(|(option, ..)| needs(option) == fewest)
        .map(|(option, _, held)| (*option, *held))
        .collect();
    let try_out = taken.len() <= TRIED_OUT;
    let ranked = ready.into_iter().map(|(option, held)| {
        let left = if try_out { weight(&search.trial.left(&with(done, option))) } else { 0 };
        let facts = &search.trial.model.alternatives[option as usize];
        let lead_time = facts.lead_time.map_or(u32::MAX, |time| time.0);
        (left, std::cmp::Reverse(held), facts.cost, lead_time, option)
    });
    ranked.min().map(|(.., option)| option)
}

fn with(done: &[OptionIx], option: OptionIx) -> Vec<OptionIx> {
    let mut with = done.to_vec();
    if let Err(at) = with.binary_search(&option) {
        with.insert(at, option);
    }
    with
}

/// Those that are findings of their own.
fn findings(points: &[PointKey], of: &[Left]) -> Vec<PointKey> {
    let sums: BTreeSet<&PointKey> =
        of.iter().filter(|left| left.is_sum).map(|left| &left.point).collect();
    points.iter().filter(|point| !sums.contains(point)).cloned().collect()
}

/// The points of one list that are not in another.
fn beyond(list: &[Left], other: &[Left]) -> Vec<PointKey> {
    let there: BTreeSet<&PointKey> = other.iter().map(|left| &left.point).collect();
    let points = list.iter().map(|left| &left.point);
    points.filter(|point| !there.contains(point)).cloned().collect()
}
