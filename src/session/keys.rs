//! The frieze's keys: what each does, and where the arrows lead.

use std::cmp::Ordering;

use crate::keyboard::Pressed;
use crate::layout::{Cluster, Marks, Packing, Place, Spot};

/// What a key does while focus is inside the frieze. `docs/keyboard.md` lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FriezeKey {
    /// To the entry before, in the same lane.
    Previous,
    /// To the entry after, in the same lane.
    Next,
    /// To the nearest entry of the lane above.
    LaneAbove,
    /// To the nearest entry of the lane below.
    LaneBelow,
    /// To the lane's first entry.
    First,
    /// To the lane's last entry.
    Last,
    /// Closer, about the focused entry.
    ZoomIn,
    /// Further away.
    ZoomOut,
    /// The whole range.
    ZoomAll,
    /// The list of keys.
    Help,
}

/// The command of a key, or nothing.
pub fn frieze_key(pressed: &Pressed, right_to_left: bool) -> Option<FriezeKey> {
    pressed.meanings().iter().find_map(|key| {
        Some(match key.as_str() {
            "ArrowLeft" if right_to_left => FriezeKey::Next,
            "ArrowRight" if right_to_left => FriezeKey::Previous,
            "ArrowLeft" => FriezeKey::Previous,
            "ArrowRight" => FriezeKey::Next,
            "ArrowUp" => FriezeKey::LaneAbove,
            "ArrowDown" => FriezeKey::LaneBelow,
            "Home" => FriezeKey::First,
            "End" => FriezeKey::Last,
            "+" | "=" => FriezeKey::ZoomIn,
            "-" => FriezeKey::ZoomOut,
            "0" => FriezeKey::ZoomAll,
            "?" => FriezeKey::Help,
            _ => return None,
        })
    })
}

/// A place where focus can stand on the frieze: an entry's link, or a cluster's button.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// The entry, or the cluster's first.
    pub entry: usize,
    /// Index of its lane.
    pub lane: usize,
    /// Where it stands on the axis.
    pub at: f64,
}

/// What a key leads over: the lanes as they are packed.
struct Way<'a>(&'a Packing);

/// Where a key leads from a stop, or nothing at an end. Only what is near is packed for it.
pub fn neighbour(packing: &Packing, from: Stop, key: FriezeKey) -> Option<Stop> {
    let way = Way(packing);
    let before_all = Stop { at: f64::NEG_INFINITY, ..from };
    let after_all = Stop { at: f64::INFINITY, ..from };
    match key {
        FriezeKey::Previous => way.previous(from, from.at),
        FriezeKey::Next => way.next(from, from.at),
        FriezeKey::First => way.next(before_all, 0.0),
        FriezeKey::Last => way.previous(after_all, 1.0),
        // A lane whose entries are all filtered out is passed over.
        FriezeKey::LaneAbove => (0..from.lane).rev().find_map(|lane| way.nearest(lane, from.at)),
        FriezeKey::LaneBelow => (from.lane + 1..packing.lanes().count()).find_map(|lane| way.nearest(lane, from.at)),
        FriezeKey::ZoomIn | FriezeKey::ZoomOut | FriezeKey::ZoomAll | FriezeKey::Help => None,
    }
}

/// The stop at which an entry is reached: its link, or the cluster it is in.
pub fn stop_of(packing: &Packing, entry: usize) -> Option<Stop> {
    Some(match packing.spot(entry)? {
        Spot::Place(Place { lane, start, .. }) => Stop { entry, lane, at: start },
        Spot::Cluster(Cluster { first, lane, start, .. }) => Stop { entry: first, lane, at: start },
    })
}

impl Way<'_> {
    /// The stops of a lane that begin in the tile around a place on the axis.
    fn stops(&self, lane: usize, at: f64) -> Vec<Stop> {
        let (from, to) = self.0.tile(at);
        let mut marks = Marks::default();
        self.0.lane_near(lane, (from, to.min(1.0)), &mut marks);
        let places = marks.places.iter().map(|place| Stop { entry: place.entry, lane, at: place.start });
        let clusters = marks.clusters.iter().map(|cluster| Stop { entry: cluster.first, lane, at: cluster.start });
        places.chain(clusters).filter(|stop| (from..to).contains(&stop.at)).collect()
    }

    /// The first stop after another, looked for from a place on the axis.
    fn next(&self, from: Stop, mut at: f64) -> Option<Stop> {
        loop {
            let after = self.stops(from.lane, at).into_iter().filter(|stop| in_order(&from, stop).is_lt());
            if let Some(next) = after.min_by(in_order) {
                return Some(next);
            }
            at = self.0.lanes().start_after(from.lane, self.0.tile(at).1)?;
        }
    }

    /// The last stop before another, looked for from a place on the axis.
    fn previous(&self, from: Stop, mut at: f64) -> Option<Stop> {
        loop {
            let before = self.stops(from.lane, at).into_iter().filter(|stop| in_order(stop, &from).is_lt());
            if let Some(previous) = before.max_by(in_order) {
                return Some(previous);
            }
            at = self.0.lanes().start_before(from.lane, self.0.tile(at).0)?;
        }
    }

    /// The stop of a lane nearest to a place on the axis.
    fn nearest(&self, lane: usize, at: f64) -> Option<Stop> {
        let here = Stop { entry: usize::MAX, lane, at };
        let distance = |stop: &Stop| (stop.at - at).abs();
        let both = [self.previous(here, at), self.next(here, at)];
        both.into_iter().flatten().min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }
}

fn in_order(a: &Stop, b: &Stop) -> Ordering {
    a.at.total_cmp(&b.at).then(a.entry.cmp(&b.entry))
}
