//! The frieze's keys: what each does, and where the arrows lead.

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

/// The command of a key, or nothing. With Ctrl, Alt or Meta the key is the browser's own.
pub fn frieze_key(key: &str, modified: bool, right_to_left: bool) -> Option<FriezeKey> {
    if modified {
        return None;
    }
    Some(match key {
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

/// Where a key leads from a stop, or nothing at an end. Stops in any order.
pub fn neighbour(stops: &[Stop], from: Stop, key: FriezeKey) -> Option<Stop> {
    let in_order = |a: &&Stop, b: &&Stop| a.at.total_cmp(&b.at).then(a.entry.cmp(&b.entry));
    let lane = |lane: usize| stops.iter().filter(move |stop| stop.lane == lane);
    let is_before = |stop: &&Stop| (stop.at, stop.entry) < (from.at, from.entry);
    let is_after = |stop: &&Stop| (stop.at, stop.entry) > (from.at, from.entry);
    let nearest = |lane_index: usize| {
        lane(lane_index).min_by(|a, b| (a.at - from.at).abs().total_cmp(&(b.at - from.at).abs()).then(in_order(a, b)))
    };
    let found = match key {
        FriezeKey::Previous => lane(from.lane).filter(is_before).max_by(in_order),
        FriezeKey::Next => lane(from.lane).filter(is_after).min_by(in_order),
        FriezeKey::First => lane(from.lane).min_by(in_order),
        FriezeKey::Last => lane(from.lane).max_by(in_order),
        // A lane whose entries are all filtered out is passed over.
        FriezeKey::LaneAbove => (0..from.lane).rev().find_map(nearest),
        FriezeKey::LaneBelow => {
            let lanes = stops.iter().map(|stop| stop.lane + 1).max().unwrap_or(0);
            (from.lane + 1..lanes).find_map(nearest)
        }
        FriezeKey::ZoomIn | FriezeKey::ZoomOut | FriezeKey::ZoomAll | FriezeKey::Help => None,
    };
    found.copied()
}
