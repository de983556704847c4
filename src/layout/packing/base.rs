//! The base row: marks of all that has no label, those nearer than a target joined to counted clusters.
//!
//! Tiles are joined from their start, each by itself; where one ends, what would touch the next joins it.
//! So, as in the rows of labels, nothing depends on where one begins to look:
//!
//! ```text
//!   tile        k                          k + 1
//!            ├──────────────────────────┼──────────────────────────┤
//!   joined   ● (4)   ●        (12)    ●││●  ●     (3)
//!   at the end                         (2)  ●     (3)
//! ```

use super::lanes::Lane;
use super::row::begin;
use crate::layout::TARGET;

/// Room of a cluster in rem: its button is 2 wide, the rest keeps a crowd apart.
const CLUSTER: f64 = 2.75;

/// Marks of the base row that stand together: one, or a cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Where it begins and ends, in rem.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Position of its first subject in the lane.
    pub first: usize,
    /// Position of its last.
    pub last: usize,
    /// How many it holds; those between first and last that have a label are not among them.
    pub count: usize,
}

impl Group {
    fn one(first: usize, from: f64) -> Self {
        Self { from, to: from + TARGET, first, last: first, count: 1 }
    }

    /// Both as one, where they would touch; the other comes after.
    fn joined(&self, other: &Self, axis: f64) -> Option<Self> {
        (self.to > other.from).then(|| {
            let from = self.from.min(axis - CLUSTER).max(0.0);
            Self { from, to: from + CLUSTER, last: other.last, count: self.count + other.count, ..*self }
        })
    }
}

/// Groups of the positions `from..to` of a lane, but for the positions in `labelled`, which is sorted.
pub fn groups(lane: &Lane, (from, to): (usize, usize), labelled: &[usize], axis: f64) -> Vec<Group> {
    let starts = lane.starts(from, to);
    let position = |rem: f64| from + starts.partition_point(|start| begin(*start, axis) < rem);
    let has_label = |at: usize| labelled.binary_search(&at).is_ok();
    let mut groups: Vec<Group> = Vec::new();
    let mut at = from;
    while at < to {
        if has_label(at) {
            at += 1;
            continue;
        }
        let Some(&start) = starts.get(at - from) else { break };
        let mut group = Group::one(at, begin(start, axis));
        // First what a mark would touch, then what the wider cluster would.
        let mut next = at + 1;
        for reach in [TARGET, CLUSTER] {
            let end = position(group.from + reach).max(next);
            let labelled = |end: usize| labelled.partition_point(|&labelled| labelled < end);
            let more = end - next - (labelled(end) - labelled(next));
            if more > 0 {
                group.count += more;
                group.last = (next..end).rev().find(|&at| !has_label(at)).unwrap_or(group.last);
                group.to = group.from + CLUSTER;
            }
            next = end;
            if group.count == 1 {
                break;
            }
        }
        at = next;
        groups.push(group);
    }
    // Near the end of the axis clusters have to stand further back.
    join(&mut groups, axis);
    groups
}

/// Joins what touches, from the start.
pub fn join(groups: &mut Vec<Group>, axis: f64) {
    let mut joined: Vec<Group> = Vec::with_capacity(groups.len());
    for mut group in groups.drain(..) {
        if group.count > 1 {
            group.from = group.from.min(axis - CLUSTER).max(0.0);
            group.to = group.from + CLUSTER;
        }
        while let Some(both) = joined.last().and_then(|last| last.joined(&group, axis)) {
            joined.pop();
            group = both;
        }
        joined.push(group);
    }
    *groups = joined;
}
