//! How many rows each lane gets. It depends on what is shown alone, so bands move with a filter and with nothing else.

/// Shares `rows` among lanes by how many entries each has: one to an empty lane, at least two to the others (a row of
/// labels, a base row) as far as they go, the rest one by one to the lane with most entries per row. A lane without room
/// still gets one. Where all are empty they share alike.
pub fn lane_rows(entries: &[usize], rows: usize) -> Vec<usize> {
    let is_empty = entries.iter().all(|count| *count == 0);
    let weights: Vec<usize> = entries.iter().map(|count| count + usize::from(is_empty)).collect();
    let taken = |least: usize| weights.iter().map(move |count| if *count == 0 { 1 } else { least });
    let least = if taken(2).sum::<usize>() <= rows { 2 } else { 1 };
    let mut shares: Vec<usize> = taken(least).collect();
    for _ in shares.iter().sum::<usize>()..rows {
        let crowded = shares
            .iter_mut()
            .zip(&weights)
            // The first of equals: max_by keeps the last, so compare in reverse order.
            .rev()
            .max_by(|(a, n), (b, m)| (**n * **b).cmp(&(**m * **a)));
        if let Some((share, _)) = crowded {
            *share += 1;
        }
    }
    shares
}
