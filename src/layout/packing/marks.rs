//! What stands on the axis: entries with their marks and labels, and clusters of them.

use super::row::{GAP, MARK};

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
    /// Length of the part of its bar that is drawn: without a label it ends before what stands next in its row.
    pub bar: f64,
    /// Room for mark and label together beyond half a mark, as a fraction of the axis; 0 where only the
    /// mark is shown. Where the label stands before its mark, the bar is in it too.
    pub room: f64,
    /// Whether the label stands before its mark, because after it the axis ends. The mark never moves.
    pub flipped: bool,
}

impl Place {
    /// How far mark and label reach from its start on, on an axis of so many rem: as a fraction of it.
    pub fn reach(&self, axis: f64) -> f64 {
        if self.flipped { 0.0 } else { self.room.min((MARK + self.label + GAP) / axis) }
    }

    /// Whether only its mark is shown.
    pub fn is_bare(&self) -> bool {
        self.room <= 0.0
    }

    /// Whether its bar has room for its label to stay in view, on an axis of so many rem.
    pub fn is_long(&self, axis: f64) -> bool {
        self.span * axis > self.label + 2.0
    }
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
    /// Index of the first entry; [`Packing::members`](super::Packing::members) lists all.
    pub first: usize,
    /// Positions of the first and the last in the lane.
    pub(super) range: (usize, usize),
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
