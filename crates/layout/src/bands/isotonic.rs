//! Isotonic regression: places as near as possible to where each thing wants to be, in a given
//! order and at given distances.
//!
//! Both functions pool adjacent violators (Ayer et al. 1955): things that push one another move as
//! one block, to where the block's members want to be on the whole. `O(n)` blocks, and for
//! [`medians`] `O(n · w)` for `w` wishes.

/// A wish: where, and how strongly.
pub(super) type Wish = (f64, f64);

/// Least squares. `least[i]` is the distance from thing `i` to thing `i + 1`.
pub(super) fn means(wishes: &[Wish], least: &[f64]) -> Vec<f64> {
    let offsets = offsets(least, wishes.len());
    // (sum of weights, weighted sum, members)
    let mut blocks: Vec<(f64, f64, usize)> = Vec::with_capacity(wishes.len());
    for (&(at, weight), offset) in wishes.iter().zip(&offsets) {
        let mut block = (weight, weight * (at - offset), 1);
        while let Some(&(w, sum, members)) = blocks.last() {
            if sum / w < block.1 / block.0 {
                break;
            }
            blocks.pop();
            block = (block.0 + w, block.1 + sum, block.2 + members);
        }
        blocks.push(block);
    }
    let places = blocks.iter().map(|&(w, sum, members)| (sum / w, members));
    spread(places, &offsets)
}

/// Least distances: each thing may have several wishes, or none.
pub(super) fn medians(wishes: &[Vec<Wish>], least: &[f64]) -> Vec<f64> {
    let offsets = offsets(least, wishes.len());
    let mut blocks: Vec<(Vec<Wish>, f64, usize)> = Vec::with_capacity(wishes.len());
    for (wishes, offset) in wishes.iter().zip(&offsets) {
        let mut own: Vec<Wish> = wishes.iter().map(|&(at, w)| (at - offset, w)).collect();
        own.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut block = (median(&own), own, 1);
        while let Some((wishes, at, members)) = blocks.pop() {
            if at < block.0 {
                blocks.push((wishes, at, members));
                break;
            }
            let merged = merge(wishes, block.1);
            block = (median(&merged), merged, block.2 + members);
        }
        blocks.push((block.1, block.0, block.2));
    }
    let places = blocks.iter().map(|&(_, at, members)| (at, members));
    spread(places, &offsets)
}

fn offsets(least: &[f64], things: usize) -> Vec<f64> {
    let mut sum = 0.0;
    let mut offsets = vec![0.0; things];
    for (offset, least) in offsets.iter_mut().skip(1).zip(least) {
        sum += least;
        *offset = sum;
    }
    offsets
}

fn spread(blocks: impl Iterator<Item = (f64, usize)>, offsets: &[f64]) -> Vec<f64> {
    let places = blocks.flat_map(|(at, members)| std::iter::repeat_n(at, members));
    places.zip(offsets).map(|(at, offset)| at + offset).collect()
}

/// The middle of the places that are equally good.
fn median(sorted: &[Wish]) -> f64 {
    let half = sorted.iter().map(|wish| wish.1).sum::<f64>() / 2.0;
    let mut sum = 0.0;
    for (index, &(at, weight)) in sorted.iter().enumerate() {
        sum += weight;
        if sum > half + 1e-9 {
            return at;
        }
        if sum > half - 1e-9 {
            return sorted.get(index + 1).map_or(at, |next| (at + next.0) / 2.0);
        }
    }
    0.0
}

fn merge(a: Vec<Wish>, b: Vec<Wish>) -> Vec<Wish> {
    let mut all = a;
    all.extend(b);
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_room_gets_its_wish() {
        assert_eq!(means(&[(0.0, 1.0), (50.0, 1.0)], &[10.0]), [0.0, 50.0]);
    }

    #[test]
    fn what_pushes_meets_in_the_middle() {
        assert_eq!(means(&[(0.0, 1.0), (0.0, 1.0)], &[10.0]), [-5.0, 5.0]);
        let both = medians(&[vec![(0.0, 3.0)], vec![(0.0, 1.0)]], &[10.0]);
        assert_eq!(both, [0.0, 10.0]);
    }

    #[test]
    fn two_equal_wishes_give_the_middle_three_the_second() {
        let wishes = |at: &[f64]| at.iter().map(|&at| (at, 1.0)).collect::<Vec<_>>();
        assert_eq!(medians(&[wishes(&[0.0, 8.0])], &[]), [4.0]);
        assert_eq!(medians(&[wishes(&[0.0, 8.0, 90.0])], &[]), [8.0]);
    }
}
