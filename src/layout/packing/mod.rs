//! Row packing: which row an entry stands in, how much room its label has, and what is so near to its
//! neighbours that it becomes a counted cluster.
//!
//! A lane of three rows:
//!
//! ```text
//!   row 0   ● Création de MIEUX        ● MIEUX II : tous les domaines
//!   row 1        ● MIEUX commence…          ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒      a bar lies under its label
//!   base row          ●   (3)      ● Premiè…          ●                  marks, clusters, spare labels
//! ```
//!
//! A mark is centred on its instant; its target reaches half a mark before it. Heavier entries choose
//! first. What finds no room for a label goes to the base row. Everything is computed for the stretch of
//! the axis that is asked for, and is the same whatever that is: a row changes with zoom, filter and
//! width only, never with the scroll position.

mod base;
mod lanes;
mod pass;
mod ranked;
mod row;
mod tiles;

use std::sync::Arc;

pub use lanes::{Lanes, Subject};
use pass::Pass;
pub use ranked::Ranked;
use tiles::Tiling;

/// Where an entry stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// Index of the entry.
    pub entry: usize,
    /// Index of its lane.
    pub lane: usize,
    /// Row within the lane, from 0.
    pub row: usize,
    /// Start on the axis.
    pub start: f64,
    /// Length on the axis.
    pub span: f64,
    /// Width of its label in rem.
    pub label: f64,
    /// Room for mark and label together beyond half a mark, as a fraction of the axis; 0 where only the
    /// mark is shown.
    pub room: f64,
    /// Whether the label stands before its mark, because after it the axis ends.
    pub flipped: bool,
}

/// Entries too near to each other to be told apart, as one mark.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cluster {
    /// Index of the lane.
    pub lane: usize,
    /// Row within the lane.
    pub row: usize,
    /// Start of the first entry.
    pub start: f64,
    /// From there to the start of the last.
    pub span: f64,
    /// At least two.
    pub count: usize,
    /// Index of the first entry; [`Packing::members`] lists all.
    pub first: usize,
    /// Positions of the first and the last in the lane.
    range: (usize, usize),
}

/// By what an entry is reached: a link of its own, or the cluster it is in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spot {
    /// Its link.
    Place(Place),
    /// Its cluster.
    Cluster(Cluster),
}

/// What stands in a stretch of the axis: every subject that starts there is in `places` or counted by a
/// cluster.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// Entries with a link of their own, by lane, row and start.
    pub places: Vec<Place>,
    /// By lane and start.
    pub clusters: Vec<Cluster>,
}

/// The lanes packed for one length of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Packing {
    lanes: Shared,
    tiling: Tiling,
}

/// Two packings are of the same lanes if these are one object.
#[derive(Clone, Debug)]
struct Shared(Arc<Lanes>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Packing {
    /// Packs lanes for an axis of `axis` rem. Nothing is computed before it is asked for.
    pub fn new(lanes: Arc<Lanes>, axis: f64) -> Self {
        Self { lanes: Shared(lanes), tiling: Tiling::new(axis) }
    }

    /// The same lanes on an axis of another length.
    pub fn on_axis(&self, axis: f64) -> Self {
        Self { tiling: Tiling::new(axis), ..self.clone() }
    }

    /// Whether another one is of the same lanes.
    pub fn is_of_same(&self, other: &Self) -> bool {
        self.lanes == other.lanes
    }

    /// Length of the axis in rem.
    pub fn axis(&self) -> f64 {
        self.tiling.axis
    }

    /// What is packed.
    pub fn lanes(&self) -> &Lanes {
        &self.lanes.0
    }

    /// What stands in a window of the axis, and a little beyond it.
    pub fn near(&self, window: (f64, f64)) -> Marks {
        let mut marks = Marks::default();
        for lane in 0..self.lanes().count() {
            self.lane_near(lane, window, &mut marks);
        }
        marks
    }

    /// The same of one lane.
    pub fn lane_near(&self, number: usize, window: (f64, f64), marks: &mut Marks) {
        if let Some(lane) = self.lanes().lane(number).filter(|lane| !lane.subjects.is_empty()) {
            Pass::new(self.tiling, lane, number, window).run(marks);
        }
    }

    /// The tile around a place on the axis: the stretch that is packed at once. The last one has no end.
    pub fn tile(&self, at: f64) -> (f64, f64) {
        let tile = self.tiling.tile(at);
        (self.tiling.edge(tile), self.tiling.edge(tile + 1))
    }

    /// By what an entry that is shown is reached.
    pub fn spot(&self, entry: usize) -> Option<Spot> {
        let (number, at) = self.lanes().home(entry)?;
        let start = self.lanes().lane(number)?.subjects.get(at)?.start;
        let mut marks = Marks::default();
        self.lane_near(number, (start, start), &mut marks);
        let place = marks.places.into_iter().find(|place| place.entry == entry).map(Spot::Place);
        let holds = |cluster: &Cluster| (cluster.range.0..=cluster.range.1).contains(&at);
        place.or_else(|| marks.clusters.into_iter().find(holds).map(Spot::Cluster))
    }

    /// Where an entry stands, if it has a link of its own.
    pub fn place(&self, entry: usize) -> Option<Place> {
        match self.spot(entry)? {
            Spot::Place(place) => Some(place),
            Spot::Cluster(_) => None,
        }
    }

    /// The cluster that an entry is in.
    pub fn cluster_of(&self, entry: usize) -> Option<Cluster> {
        match self.spot(entry)? {
            Spot::Place(_) => None,
            Spot::Cluster(cluster) => Some(cluster),
        }
    }

    /// The entries of a cluster in the order of time, as many as are wanted.
    pub fn members(&self, cluster: &Cluster, most: usize) -> Vec<usize> {
        let Some(lane) = self.lanes().lane(cluster.lane) else { return Vec::new() };
        let mut marks = Marks::default();
        self.lane_near(cluster.lane, (cluster.start, cluster.start + cluster.span), &mut marks);
        let has_place = |entry: usize| marks.places.iter().any(|place| place.entry == entry);
        let members = lane.subjects.get(cluster.range.0..=cluster.range.1).unwrap_or_default();
        members.iter().map(|subject| subject.entry).filter(|&entry| !has_place(entry)).take(most).collect()
    }
}
