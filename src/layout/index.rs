//! Which intervals meet a window, without looking at all of them.

use crate::order::sort_by;

/// An implicit interval tree: intervals sorted by start, with the furthest end of each subtree.
///
/// ```text
///   sorted by start:   a  b  c  d  e  f  g        the middle of every slice is its root;
///                      └──b──┘  │  └──f──┘        `reach` holds the furthest end in its slice,
///                         └─────d─────┘           so a subtree that ends too early is skipped
/// ```
#[derive(Clone, Debug, Default)]
pub struct IntervalIndex {
    /// `(start, end, item)`, by start.
    intervals: Vec<(f64, f64, usize)>,
    /// The furthest end in the slice whose middle this is.
    reach: Vec<f64>,
}

impl IntervalIndex {
    /// An index of `(start, end)`; an item is its position in the iterator.
    pub fn new(intervals: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let mut intervals: Vec<_> =
            intervals.into_iter().enumerate().map(|(item, (start, end))| (start, end, item)).collect();
        sort_by(&mut intervals, &|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
        let mut reach = vec![f64::NEG_INFINITY; intervals.len()];
        fill_reach(&intervals, &mut reach);
        Self { intervals, reach }
    }

    /// Items that meet the closed window, in the order of their starts.
    pub fn meeting(&self, from: f64, to: f64) -> Vec<usize> {
        let mut found = Vec::new();
        visit(&self.intervals, &self.reach, from, to, &mut found);
        found
    }
}

fn fill_reach(intervals: &[(f64, f64, usize)], reach: &mut [f64]) -> f64 {
    let middle = intervals.len() / 2;
    let (Some((left, [root, right @ ..])), Some((reach_left, [reach_root, reach_right @ ..]))) =
        (intervals.split_at_checked(middle), reach.split_at_mut_checked(middle))
    else {
        return f64::NEG_INFINITY;
    };
    *reach_root = root.1.max(fill_reach(left, reach_left)).max(fill_reach(right, reach_right));
    *reach_root
}

fn visit(intervals: &[(f64, f64, usize)], reach: &[f64], from: f64, to: f64, found: &mut Vec<usize>) {
    let middle = intervals.len() / 2;
    let (Some((left, [root, right @ ..])), Some((reach_left, [furthest, reach_right @ ..]))) =
        (intervals.split_at_checked(middle), reach.split_at_checked(middle))
    else {
        return;
    };
    if *furthest < from {
        return;
    }
    visit(left, reach_left, from, to, found);
    if root.0 <= to {
        if root.1 >= from {
            found.push(root.2);
        }
        visit(right, reach_right, from, to, found);
    }
}
