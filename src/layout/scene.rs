//! What is drawn: the packed entries near a window, and the window's ticks.

use super::index::IntervalIndex;
use super::packing::{Cluster, Packing, Place};
use super::scale::Scale;
use super::ticks::{Tick, ticks};

/// Up to so many marks all are drawn; beyond, only those near the window.
const DRAW_ALL: usize = 400;

/// What to draw for one window. It costs what is near the window, not what exists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// From the last tick before the window to the first after it.
    pub ticks: Vec<Tick>,
    /// Entries with a link of their own.
    pub places: Vec<Place>,
    /// Counted clusters.
    pub clusters: Vec<Cluster>,
}

impl Scene {
    /// The scene of a window `(from, to)` of the axis, which is `axis` rem long.
    pub fn new(packing: &Packing, index: &IntervalIndex, scale: Scale, axis: f64, window: (f64, f64)) -> Self {
        let ticks = ticks(scale, axis, window);
        if packing.places.len() + packing.clusters.len() <= DRAW_ALL {
            return Self { ticks, places: packing.places.clone(), clusters: packing.clusters.clone() };
        }
        let mut scene = Self { ticks, ..Self::default() };
        for item in index.meeting(window.0, window.1) {
            match packing.places.get(item) {
                Some(place) => scene.places.push(*place),
                None => scene.clusters.extend(packing.clusters.get(item - packing.places.len()).cloned()),
            }
        }
        scene
    }

    /// The index that [`Scene::new`] needs: what each place and each cluster covers with its label.
    pub fn index(packing: &Packing) -> IntervalIndex {
        let places = packing.places.iter().map(|place| {
            let (end, room) = (place.start + place.span, place.room);
            if place.flipped { (end - room, end) } else { (place.start, end.max(place.start + room)) }
        });
        let clusters = packing.clusters.iter().map(|cluster| (cluster.start, cluster.start + cluster.span));
        IntervalIndex::new(places.chain(clusters))
    }
}

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
