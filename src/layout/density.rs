//! How many entries there are along the axis.

/// How many entries of one lane touch each of `bins` equal parts of the axis.
pub fn density(intervals: impl IntoIterator<Item = (f64, f64)>, bins: usize) -> Vec<u32> {
    // Differences first, sums after: a long entry costs no more than a short one.
    let mut changes = vec![0i64; bins + 1];
    for (start, span) in intervals {
        let bin = |at: f64| ((at * bins as f64) as usize).min(bins.saturating_sub(1));
        if let Some(change) = changes.get_mut(bin(start)) {
            *change += 1;
        }
        if let Some(change) = changes.get_mut(bin(start + span) + 1) {
            *change -= 1;
        }
    }
    let mut sum = 0;
    changes
        .iter()
        .take(bins)
        .map(|change| {
            sum += change;
            u32::try_from(sum).unwrap_or(0)
        })
        .collect()
}
