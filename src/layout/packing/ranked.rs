//! Which items of a range matter most, without looking at all of them.

/// Items in the order of their starts, with the weightiest of every part of that order.
///
/// ```text
///   items by start:    a  b  c  d  e  f  g  h        a tournament: every node holds the better of
///                      └b─┘  └c─┘  └f─┘  └g─┘        its two; the best of any range is found in
///                        └──b──┘     └──f──┘         O(log n), and the k best by taking the best
///                            └────b────┘             and going on in what lies on either side
/// ```
#[derive(Clone, Debug, Default)]
pub struct Ranked {
    /// Leaves from the middle on; node `i` is better than nodes `2i` and `2i + 1`.
    best: Vec<Rank>,
    /// Number of items.
    len: usize,
}

/// An item by its rank: three less its weight in the two highest bits, its position in the others, its bits
/// in reverse. The smallest is the best; reversed, positions that follow each other in rank lie far apart
/// (the van der Corput sequence), so the best of a crowd of equal weights are spread over all of it.
type Rank = u32;

fn rank(weight: u8, position: u32) -> Rank {
    u32::from(3 - weight.min(3)) << 30 | position.reverse_bits() >> 2
}

fn position(rank: Rank) -> usize {
    (rank << 2).reverse_bits() as usize
}

impl Ranked {
    /// A tournament of items by their weights, of which 3 is the greatest. There is room for 2³⁰.
    pub fn new(weights: impl ExactSizeIterator<Item = u8>) -> Self {
        let len = weights.len();
        let mut best: Vec<Rank> = vec![0; len];
        best.extend(weights.zip(0..1 << 30).map(|(weight, item)| rank(weight, item)));
        for node in (1..len).rev() {
            let better = best.get(2 * node).min(best.get(2 * node + 1)).copied();
            if let (Some(slot), Some(better)) = (best.get_mut(node), better) {
                *slot = better;
            }
        }
        Self { best, len }
    }

    /// The `most` best items of positions `from..to`, the best first, of those that `keep` wants. At most
    /// four times as many are looked at.
    pub fn top(&self, (from, to): (usize, usize), most: usize, keep: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut top = Vec::new();
        let mut parts: Vec<_> = self.winner(from, to).map(|winner| (winner, from, to)).into_iter().collect();
        for _ in 0..4 * most {
            let Some((at, _)) = parts.iter().enumerate().min_by_key(|(_, part)| part.0) else { break };
            let (winner, from, to) = parts.swap_remove(at);
            let winner = position(winner);
            if keep(winner) {
                top.push(winner);
                if top.len() == most {
                    break;
                }
            }
            for (from, to) in [(from, winner), (winner + 1, to)] {
                parts.extend(self.winner(from, to).map(|winner| (winner, from, to)));
            }
        }
        top
    }

    /// The best item of `from..to`.
    fn winner(&self, from: usize, to: usize) -> Option<Rank> {
        let (mut from, mut to) = (from + self.len, to.min(self.len) + self.len);
        let mut found = Rank::MAX;
        let mut meet = |node: usize| found = self.best.get(node).map_or(found, |&other| found.min(other));
        while from < to {
            if from % 2 == 1 {
                meet(from);
                from += 1;
            }
            if to % 2 == 1 {
                to -= 1;
                meet(to);
            }
            from /= 2;
            to /= 2;
        }
        (found < Rank::MAX).then_some(found)
    }
}
