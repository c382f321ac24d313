//! Paths of a tree of ways as people read them: the middle of a long one is left out, and said to be.

use trefonds_findings::WayStep;

/// A path of more things is shortened.
const LONGEST: usize = 12;
/// How many things are told on each side of what is left out.
const EACH_END: usize = 4;

/// A tree of ways, with how long each is and how it starts: worked out once, linear in the tree, so that
/// each path costs what is told of it.
pub(super) struct Paths<'w> {
    ways: &'w [WayStep],
    lengths: Vec<usize>,
    /// The last of the first things of each way; from there they are followed back.
    starts: Vec<usize>,
}

impl<'w> Paths<'w> {
    pub(super) fn new(ways: &'w [WayStep]) -> Self {
        let (mut lengths, mut starts): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        for (at, step) in ways.iter().enumerate() {
            let before = step.after.map(|after| after as usize).filter(|after| *after < at);
            let length = before.map_or(1, |before| lengths[before] + 1);
            lengths.push(length);
            starts.push(if length <= EACH_END { at } else { before.map_or(at, |it| starts[it]) });
        }
        Self { ways, lengths, starts }
    }

    /// What stands at the end of a way.
    pub(super) fn last(&self, end: Option<u32>) -> &'w str {
        end.and_then(|end| self.ways.get(end as usize)).map_or("", |step| &step.id)
    }

    /// "a > b > c"; of a long one the ends, with what is said of so many things left out.
    pub(super) fn text(&self, end: Option<u32>, left_out: impl Fn(usize) -> String) -> String {
        let Some(end) = end.map(|end| end as usize).filter(|end| *end < self.ways.len()) else {
            return String::new();
        };
        let length = self.lengths[end];
        if length <= LONGEST {
            return self.back(end, length).join(" > ");
        }
        let mut path = self.back(self.starts[end], EACH_END);
        let middle = left_out(length - 2 * EACH_END);
        path.push(&middle);
        path.extend(self.back(end, EACH_END));
        path.join(" > ")
    }

    /// So many things of a way, up to its end.
    fn back(&self, end: usize, many: usize) -> Vec<&str> {
        let next = |at: &usize| self.ways[*at].after.map(|after| after as usize);
        let mut ids: Vec<&str> = std::iter::successors(Some(end), next)
            .take(many)
            .map(|at| &*self.ways[at].id)
            .collect();
        ids.reverse();
        ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(length: u32) -> Vec<WayStep> {
        (0..length).map(|at| WayStep { id: format!("c{at}"), after: at.checked_sub(1) }).collect()
    }

    #[test]
    fn a_long_path_keeps_its_ends_and_counts_what_is_left_out() {
        let ways = chain(20_000);
        let paths = Paths::new(&ways);
        let text = |end| paths.text(end, |n| format!("[{n}]"));
        assert_eq!(text(None), "");
        assert_eq!(text(Some(1)), "c0 > c1");
        assert_eq!(text(Some(11)).matches(" > ").count(), 11);
        assert_eq!(
            text(Some(19_999)),
            "c0 > c1 > c2 > c3 > [19992] > c19996 > c19997 > c19998 > c19999"
        );
        assert_eq!(paths.last(Some(7)), "c7");
    }

    #[test]
    fn branches_share_their_start() {
        let mut ways = chain(20);
        ways.push(WayStep { id: "x".to_owned(), after: Some(17) });
        let paths = Paths::new(&ways);
        let text = paths.text(Some(20), |n| n.to_string());
        assert_eq!(text, "c0 > c1 > c2 > c3 > 11 > c15 > c16 > c17 > x");
    }
}
