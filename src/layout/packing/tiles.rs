//! Rows of labels, tile by tile: where a label stands is decided from what is near it alone.
//!
//! The axis is cut into 2ˡᵉᵛᵉˡ tiles so long that a label never reaches further than into the next one.
//! Tiles with even numbers choose first, the others around them, so no tile waits for a chain of others
//! and where one begins to look makes no difference:
//!
//! ```text
//!   tile        0              1              2              3
//!            ├──────────────┼──────────────┼──────────────┼──────────────┤
//!   first    │● label  ● label that reaches│● label   ● label            │
//!   then     │              │     ● label  │              │ ● label …    │
//! ```
//!
//! A bar longer than a tile is at home in the tiles of its own length, which choose before the shorter
//! ones; they leave a row to labels where there are two. A tile has room for few labels, so only
//! its weightiest entries ask for it.

use super::lanes::{Lane, Subject};
use super::row::{Bounds, CLEAR, GAP, MARK, Row, Taken, begin, extent, least_label};
use crate::order::sort_by;

/// The shortest tile in rem, where the axis is longer than two of them.
const TILE: f64 = 64.0;
/// So many entries ask for a place in each row of a tile.
const ASKING: usize = 16;
/// So many bars do, that are at least half as long as their tile.
const BARS_ASKING: usize = 4;
/// An entry nearer to the one it is a detail of than this many rem is folded: it takes no label.
const FOLD: f64 = 12.0;

/// The tiles of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tiling {
    /// Length of the axis in rem.
    pub axis: f64,
    /// There are 2ˡᵉᵛᵉˡ tiles.
    pub level: u32,
}

impl Tiling {
    /// Tiles of at least [`TILE`] and less than twice as many rem; an axis that is shorter is one.
    pub fn new(axis: f64) -> Self {
        let (mut level, mut length) = (0, axis);
        while length >= 2.0 * TILE {
            length /= 2.0;
            level += 1;
        }
        Self { axis, level }
    }

    /// Length of a tile as a fraction of the axis.
    pub fn length(self) -> f64 {
        part(self.level)
    }

    /// Where a tile begins. What starts at the very end of the axis belongs to the last tile, so the one
    /// after it begins nowhere.
    pub fn edge(self, tile: u64) -> f64 {
        edge(self.level, tile)
    }

    /// The tile in which a place on the axis lies.
    pub fn tile(self, at: f64) -> u64 {
        tile_of(self.level, at)
    }
}

/// 2⁻ˡᵉᵛᵉˡ
fn part(level: u32) -> f64 {
    (0..level).fold(1.0, |part, _| part / 2.0)
}

fn tile_of(level: u32, at: f64) -> u64 {
    ((at / part(level)).max(0.0) as u64).min(last_tile(level))
}

fn edge(level: u32, tile: u64) -> f64 {
    if tile > last_tile(level) { f64::INFINITY } else { tile as f64 * part(level) }
}

fn last_tile(level: u32) -> u64 {
    (1 << level) - 1
}

/// What has a place in one tile.
struct Tile {
    level: u32,
    tile: u64,
    /// Row and stretch.
    taken: Vec<(usize, Taken)>,
}

/// Finds places in a lane's rows of labels, tile by tile, each once.
pub struct Placer<'a> {
    lane: &'a Lane,
    tiling: Tiling,
    /// Rows of labels: all but the base row.
    rows: usize,
    done: Vec<Tile>,
}

impl<'a> Placer<'a> {
    pub fn new(lane: &'a Lane, tiling: Tiling) -> Self {
        Self { lane, tiling, rows: lane.rows - 1, done: Vec::new() }
    }

    /// What the tile itself gives a place, by row; nothing for a tile beyond the last.
    pub fn tile(&mut self, tile: u64) -> Vec<(usize, Taken)> {
        if tile > last_tile(self.tiling.level) {
            return Vec::new();
        }
        let at = self.place(self.tiling.level, tile);
        self.done.get(at).map(|tile| tile.taken.clone()).unwrap_or_default()
    }

    /// Bars longer than a tile that meet a stretch of the axis, by row.
    pub fn bars(&mut self, (from, to): (f64, f64)) -> Vec<(usize, Taken)> {
        let mut bars = Vec::new();
        for class in self.lane.longer_than(self.tiling.level) {
            self.gather(class, (from, to), &mut bars);
        }
        bars
    }

    /// Adds what bars of a class have in a stretch of the axis.
    fn gather(&mut self, class: u32, (from, to): (f64, f64), into: &mut Vec<(usize, Taken)>) {
        let axis = self.tiling.axis;
        // A bar reaches from its tile into the next at most.
        let mut next = edge(class, tile_of(class, from).saturating_sub(1));
        while let Some(start) = self.lane.next_of_class(class, next).filter(|start| *start <= to) {
            let tile = tile_of(class, start);
            let at = self.place(class, tile);
            let taken = self.done.get(at).into_iter().flat_map(|tile| &tile.taken);
            into.extend(taken.filter(|(_, taken)| taken.to >= from * axis && taken.from <= to * axis));
            next = edge(class, tile + 1);
        }
    }

    /// Finds the places of a tile, unless that is done. Returns where it is in `done`.
    fn place(&mut self, level: u32, tile: u64) -> usize {
        if let Some(at) = self.done.iter().position(|done| (done.level, done.tile) == (level, tile)) {
            return at;
        }
        let asking = self.asking(level, tile);
        let taken = if asking.is_empty() { Vec::new() } else { self.choose(level, tile, &asking) };
        self.done.push(Tile { level, tile, taken });
        self.done.len() - 1
    }

    /// Who asks for a place in a tile, in the order in which they choose.
    fn asking(&self, level: u32, tile: u64) -> Vec<usize> {
        let length = part(level);
        let stretch = (edge(level, tile), edge(level, tile + 1));
        let mut asking = if level < self.tiling.level {
            self.lane.top_of_class(level, stretch, BARS_ASKING * self.rows)
        } else {
            let most = ASKING * self.rows;
            let near = FOLD / self.tiling.axis;
            self.lane.top(stretch, most, |subject| subject.span <= length && subject.from_parent >= near)
        };
        // Of equal weights the earlier first: so labels stand close together.
        let weight = |at: usize| self.lane.subjects.get(at).map_or(0, |subject| subject.weight);
        sort_by(&mut asking, &|&a, &b| weight(b).cmp(&weight(a)).then(a.cmp(&b)));
        asking
    }

    fn choose(&mut self, level: u32, tile: u64, asking: &[usize]) -> Vec<(usize, Taken)> {
        let (axis, length) = (self.tiling.axis, part(level));
        let bars = level < self.tiling.level;
        let around = ((tile as f64 - 1.0) * length, (tile + 2) as f64 * length);
        let mut there = Vec::new();
        for class in self.lane.longer_than(level) {
            self.gather(class, around, &mut there);
        }
        if tile % 2 == 1 {
            for neighbour in [tile - 1, tile + 1].into_iter().filter(|neighbour| *neighbour <= last_tile(level)) {
                let at = self.place(level, neighbour);
                there.extend(self.done.get(at).into_iter().flat_map(|tile| &tile.taken));
            }
        }
        let mut rows = vec![Row::default(); self.rows];
        for (row, taken) in there {
            if let Some(row) = rows.get_mut(row) {
                row.take(taken);
            }
        }
        // Clear of what begins with the tile after the next.
        let limit = if around.1 >= 1.0 { f64::INFINITY } else { around.1 * axis - CLEAR };
        let bounds = Bounds { axis, floor: tile as f64 * length * axis, limit };
        let mut chosen = Vec::new();
        for &at in asking {
            let Some(subject) = self.lane.subjects.get(at) else { continue };
            // The heaviest keep their names: bars take the row that others leave to labels, and labels that are longer
            // than they must be give way.
            let is_heaviest = subject.weight >= 3;
            let count = if bars && !is_heaviest { (self.rows - 1).max(1) } else { self.rows };
            let open = rows.get(..count).unwrap_or_default();
            let found = find(open, subject, at, bounds);
            let found =
                found.or_else(|| is_heaviest.then(|| self.pushed(&mut rows, &mut chosen, at, bounds)).flatten());
            if let Some((number, taken)) = found {
                chosen.push((number, taken));
                if let Some(row) = rows.get_mut(number) {
                    row.take(taken);
                }
            }
        }
        chosen
    }
}

impl Placer<'_> {
    /// Finds a place for a subject where a label of its own tile can be made short enough for it.
    fn pushed(
        &self,
        rows: &mut [Row],
        chosen: &mut [(usize, Taken)],
        at: usize,
        bounds: Bounds,
    ) -> Option<(usize, Taken)> {
        let subject = self.lane.subjects.get(at)?;
        let end = begin(subject.start, bounds.axis) - GAP;
        for (number, before) in chosen.iter_mut() {
            let (Some(other), Some(row)) = (self.lane.subjects.get(before.at), rows.get_mut(*number)) else { continue };
            let is_in_the_way = before.from <= end && before.to > end && !before.flipped;
            let least = (before.from + MARK + least_label(other)).max(extent(other, bounds.axis).1);
            if !is_in_the_way || least > end {
                continue;
            }
            row.put(Taken { to: end, ..*before });
            match row.fit(subject, at, bounds, least_label(subject)) {
                Some(taken) => {
                    before.to = end;
                    return Some((*number, taken));
                }
                None => row.put(*before),
            }
        }
        None
    }
}

/// The first row with room for all of a label, else the one with most of it.
fn find(rows: &[Row], subject: &Subject, at: usize, bounds: Bounds) -> Option<(usize, Taken)> {
    let fits = |label: f64| {
        let rows = rows.iter().enumerate();
        rows.filter_map(move |(row, taken)| Some((row, taken.fit(subject, at, bounds, label)?)))
    };
    fits(subject.label)
        .next()
        .or_else(|| fits(least_label(subject)).max_by(|(_, a), (_, b)| (a.to - a.from).total_cmp(&(b.to - b.from))))
}
