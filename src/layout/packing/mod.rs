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
mod ranked;
mod row;
mod tiles;

use std::sync::Arc;

use base::{Group, groups, join};
use lanes::Lane;
pub use lanes::{Lanes, Subject};
pub use ranked::Ranked;
use row::{GAP, HALF, LEAST_LABEL, MARK, Row, Taken};
use tiles::{Placer, Tiling};

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

/// One lane, looked at in one window.
struct Pass<'a> {
    tiling: Tiling,
    lane: &'a Lane,
    number: usize,
    /// The window in rem.
    window: (f64, f64),
    /// Its first and last tile.
    tiles: (u64, u64),
    placer: Placer<'a>,
    rows: Vec<Row>,
}

impl<'a> Pass<'a> {
    fn new(tiling: Tiling, lane: &'a Lane, number: usize, (from, to): (f64, f64)) -> Self {
        // A mark begins half of it before its instant.
        let tiles = (tiling.tile(from), tiling.tile(to + HALF / tiling.axis));
        let window = (from * tiling.axis, to * tiling.axis);
        let rows = vec![Row::default(); lane.rows - 1];
        Self { tiling, lane, number, window, tiles, placer: Placer::new(lane, tiling), rows }
    }

    fn run(mut self, marks: &mut Marks) {
        // One tile more on each side: what reaches in from there, and what ends a label there.
        let (first, last) = (self.tiles.0.saturating_sub(1), self.tiles.1 + 1);
        let (from, to) = (self.tiling.edge(first), self.tiling.edge(last + 1));
        for (row, bar) in self.placer.bars((from, to)) {
            self.take(row, bar);
        }
        let mut found = Vec::new();
        let mut next = from;
        while let Some(start) = self.lane.next_start(next).filter(|start| *start < to) {
            let tile = self.tiling.tile(start);
            self.tile(tile, &mut found);
            next = self.tiling.edge(tile + 1);
        }
        self.labels(marks);
        join(&mut found, self.tiling.axis);
        self.base(&found, marks);
    }

    fn take(&mut self, row: usize, taken: Taken) {
        if let Some(row) = self.rows.get_mut(row) {
            row.take(taken);
        }
    }

    /// Finds the labels and the groups of a tile.
    fn tile(&mut self, tile: u64, found: &mut Vec<Group>) {
        let stretch = (self.tiling.edge(tile), self.tiling.edge(tile + 1));
        let range = (self.lane.first_from(stretch.0), self.lane.first_from(stretch.1));
        let mut labelled: Vec<usize> = self.placer.bars(stretch).into_iter().map(|(_, bar)| bar.at).collect();
        labelled.retain(|at| (range.0..range.1).contains(at));
        for (row, taken) in self.placer.tile(tile) {
            labelled.push(taken.at);
            self.take(row, taken);
        }
        labelled.sort_unstable();
        found.extend(groups(self.lane, range, &labelled, self.tiling.axis));
    }

    /// Whether a stretch in rem meets the window.
    fn is_near(&self, from: f64, to: f64) -> bool {
        from <= self.window.1 && to >= self.window.0
    }

    /// Gives each label of a row all the room up to its neighbour, as far as is known.
    fn labels(&self, marks: &mut Marks) {
        for (number, row) in self.rows.iter().enumerate() {
            for (at, taken) in row.0.iter().enumerate() {
                let Some(subject) = self.lane.subjects.get(taken.at) else { continue };
                // The neighbour before a flipped label already has the room between them; a bar longer than
                // a tile has its label inside.
                let end = if taken.flipped || subject.span > self.tiling.length() {
                    taken.to
                } else {
                    let neighbour = row.0.get(at + 1).map_or(f64::INFINITY, |next| next.from - GAP);
                    neighbour.min(self.reach(self.tiling.tile(subject.start) + 2)).max(taken.to)
                };
                if self.is_near(taken.from, end) {
                    let room = self.room(taken.from, end);
                    marks.places.push(self.place(subject, number, room, taken.flipped));
                }
            }
        }
    }

    /// Where the labels before a tile have to end, in rem.
    fn reach(&self, tile: u64) -> f64 {
        let axis = self.tiling.axis;
        (self.tiling.edge(tile) * axis - 2.0 * GAP).min(axis)
    }

    fn base(&self, found: &[Group], marks: &mut Marks) {
        let row = self.lane.rows - 1;
        for (at, group) in found.iter().enumerate() {
            let (Some(first), Some(last)) = (self.lane.subjects.get(group.first), self.lane.subjects.get(group.last))
            else {
                continue;
            };
            let neighbour = found.get(at + 1).map_or(f64::INFINITY, |next| next.from - GAP);
            let end = neighbour.min(self.reach(self.tiling.tile(first.start) + 1));
            // Joined across tiles, a cluster may hold what starts beyond its button.
            if !self.is_near(group.from, end.max(group.to).max(last.start * self.tiling.axis)) {
                continue;
            }
            if group.count > 1 {
                let (start, span) = (first.start, last.start - first.start);
                let (lane, range) = (self.number, (group.first, group.last));
                marks.clusters.push(Cluster { lane, row, start, span, count: group.count, first: first.entry, range });
                continue;
            }
            // With a label the whole bar becomes its target, so all of it has to fit.
            let bar_fits = (first.start + first.span) * self.tiling.axis <= end;
            let labelled = bar_fits && end - group.from >= MARK + first.label.min(LEAST_LABEL);
            let room = if labelled { self.room(group.from, end) } else { 0.0 };
            marks.places.push(self.place(first, row, room, false));
        }
    }

    /// Room from one end to another as a fraction, but for the half mark at one of them, which does not
    /// stretch: so no box passes its neighbour on a wider axis.
    fn room(&self, from: f64, to: f64) -> f64 {
        ((to - from - HALF) / self.tiling.axis).max(0.0)
    }

    fn place(&self, subject: &Subject, row: usize, room: f64, flipped: bool) -> Place {
        let Subject { entry, lane, start, span, .. } = *subject;
        Place { entry, lane, row, start, span, room, flipped }
    }
}
