//! How many rows each lane gets. It depends on the data alone, so bands never move.

/// Shares `rows` among lanes: at least two each (a row of labels, a base row) as far as they go, the
/// rest one by one to the lane with most entries per row. A lane without room still gets one.
pub fn lane_rows(entries: &[usize], rows: usize) -> Vec<usize> {
    let least = if entries.len() * 2 <= rows { 2 } else { 1 };
    let mut shares = vec![least; entries.len()];
    for _ in shares.len() * least..rows {
        let crowded = shares
            .iter_mut()
            .zip(entries)
            // The first of equals: max_by keeps the last, so compare in reverse order.
            .rev()
            .max_by(|(a, n), (b, m)| (**n * **b).cmp(&(**m * **a)));
        if let Some((share, _)) = crowded {
            *share += 1;
        }
    }
    shares
}
