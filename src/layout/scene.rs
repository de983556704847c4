//! What is drawn: the packed entries near a window, and the window's ticks.

use super::edges::Rest;
use super::packing::{Marks, Packing, Spot};
use super::scale::Scale;
use super::ticks::{Tick, ticks};

/// Up to so many entries all are drawn; beyond, only those near the window.
pub const DRAW_ALL: usize = 400;

/// What to draw for one window. It costs what is near the window, not what exists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// From the last tick before the window to the first after it.
    pub ticks: Vec<Tick>,
    /// Links and clusters.
    pub marks: Marks,
    /// The window that stands still.
    pub rest: Rest,
    /// For each lane, what is in force at the start of that and has no row of its own.
    pub uncounted: Vec<Vec<usize>>,
}

impl Scene {
    /// The scene of a window of the axis, near the one that last stood still. Every lane has a packing, which may be one
    /// for another length. Few entries are drawn on all of the `stage`. The entry `kept` is drawn wherever it stands:
    /// where focus is.
    pub fn new(
        packings: &[Packing],
        scale: Scale,
        rest: Rest,
        window: (f64, f64),
        stage: (f64, f64),
        kept: Option<usize>,
    ) -> Self {
        let mut marks = Marks::default();
        for (lane, packing) in packings.iter().enumerate() {
            packing.lane_near(lane, if packing.lanes().len() <= DRAW_ALL { stage } else { window }, &mut marks);
        }
        let of_lane = |entry: usize| packings.get(packings.first()?.lanes().lane_of(entry)?);
        match kept.and_then(|kept| of_lane(kept)?.spot(kept)) {
            Some(Spot::Place(place)) if !marks.places.contains(&place) => marks.places.push(place),
            Some(Spot::Cluster(cluster)) if !marks.clusters.contains(&cluster) => marks.clusters.push(cluster),
            _ => {}
        }
        let lanes = packings.iter().enumerate();
        let uncounted = lanes.map(|(lane, packing)| rest.uncounted(packing, lane, &marks)).collect();
        Self { ticks: ticks(scale, rest.axis(), window), marks, rest, uncounted }
    }
}
