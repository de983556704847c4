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
mod marks;
mod pass;
mod ranked;
mod row;
mod tiles;

use std::sync::Arc;

pub use lanes::{Lanes, Subject};
pub use marks::{Cluster, Marks, Place, Spot};
use pass::Pass;
pub use ranked::Ranked;
use tiles::Tiling;

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
        let mut marks = Marks::default();
        self.lane_near(cluster.lane, (cluster.start, cluster.start + cluster.span), &mut marks);
        let mut members = self.members_at(cluster, &marks);
        members.truncate(most);
        self.entries(cluster.lane, &members)
    }

    /// The positions of a cluster's entries, among what stands around it.
    pub fn members_at(&self, cluster: &Cluster, marks: &Marks) -> Vec<usize> {
        let (first, last) = cluster.range;
        let mut placed = self.positions(cluster.lane, marks, &|_| true);
        placed.retain(|at| (first..=last).contains(at));
        (first..=last).filter(|at| !placed.contains(at)).collect()
    }

    /// The positions of a lane's links, of those that `keep` wants.
    pub fn positions(&self, lane: usize, marks: &Marks, keep: &dyn Fn(&Place) -> bool) -> Vec<usize> {
        let places = marks.places.iter().filter(|place| place.lane == lane && keep(place));
        places.filter_map(|place| self.lanes().home(place.entry)).map(|(_, at)| at).collect()
    }

    /// The entries at positions of a lane.
    pub fn entries(&self, lane: usize, positions: &[usize]) -> Vec<usize> {
        let lane = self.lanes().lane(lane);
        positions.iter().filter_map(|&at| lane?.subjects.get(at)).map(|subject| subject.entry).collect()
    }

    /// The positions of what starts in a lane before a place on the axis and ends after another.
    pub fn in_force(&self, lane: usize, before: f64, after: f64) -> Vec<usize> {
        self.lanes().lane(lane).map(|lane| lane.in_force(before, after)).unwrap_or_default()
    }

    /// The position of the first that starts in a lane at or after a place on the axis.
    pub fn first_from(&self, lane: usize, at: f64) -> usize {
        self.lanes().lane(lane).map_or(0, |lane| lane.first_from(at))
    }
}
