//! How many links cross.

use super::layers::Layers;

/// Crossings of the links between each rank of `order` and the next, in O(links · log nodes).
pub(super) fn crossings(layers: &Layers, order: &[Vec<usize>], position: &[usize]) -> usize {
    let pairs = order.windows(2);
    pairs.map(|pair| between(layers, &pair[0], pair[1].len(), position)).sum()
}

fn between(layers: &Layers, left: &[usize], right: usize, position: &[usize]) -> usize {
    let mut counts = vec![0_usize; right + 1];
    let mut put = 0;
    let mut crossings = 0;
    let mut ends = Vec::new();
    for &node in left {
        ends.clear();
        let links = layers.right[node].iter();
        ends.extend(links.map(|&link| position[layers.links[link].right]));
        crossings += ends.iter().map(|&end| put - up_to(&counts, end)).sum::<usize>();
        ends.iter().for_each(|&end| add(&mut counts, end));
        put += ends.len();
    }
    crossings
}

/// How many were added at or below `end`.
fn up_to(counts: &[usize], end: usize) -> usize {
    let mut at = end + 1;
    let mut sum = 0;
    while at > 0 {
        sum += counts[at];
        at &= at - 1;
    }
    sum
}

fn add(counts: &mut [usize], end: usize) {
    let mut at = end + 1;
    while at < counts.len() {
        counts[at] += 1;
        at += at & at.wrapping_neg();
    }
}

/// Crossings between the links of two neighbours, given the sorted places where these end:
/// with the first above the second, and with the second above the first.
pub(super) fn of_two(upper: &[usize], lower: &[usize]) -> (usize, usize) {
    let (mut as_is, mut swapped) = (0, 0);
    let (mut less, mut at_most) = (0, 0);
    for &end in upper {
        while less < lower.len() && lower[less] < end {
            less += 1;
        }
        while at_most < lower.len() && lower[at_most] <= end {
            at_most += 1;
        }
        as_is += less;
        swapped += lower.len() - at_most;
    }
    (as_is, swapped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_neighbours_are_counted_both_ways() {
        assert_eq!(of_two(&[1, 3], &[0, 2]), (3, 1));
        assert_eq!(of_two(&[1], &[1]), (0, 0));
    }
}
