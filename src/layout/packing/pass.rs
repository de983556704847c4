//! One lane in one window: labels from its tiles, then the base row, and what of both meets the window.

use super::base::{Group, groups, join};
use super::lanes::{Lane, Subject};
use super::marks::{Cluster, Marks, Place};
use super::row::{CLEAR, GAP, HALF, MARK, Row, Taken, least_label};
use super::tiles::{Placer, Tiling};
use crate::order::sort_by;

/// One lane, looked at in one window.
pub struct Pass<'a> {
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
    pub fn new(tiling: Tiling, lane: &'a Lane, number: usize, (from, to): (f64, f64)) -> Self {
        // A mark begins half of it before its instant.
        let tiles = (tiling.tile(from), tiling.tile(to + HALF / tiling.axis));
        let window = (from * tiling.axis, to * tiling.axis);
        let rows = vec![Row::default(); lane.rows - 1];
        Self { tiling, lane, number, window, tiles, placer: Placer::new(lane, tiling), rows }
    }

    /// Adds what meets the window to the marks.
    pub fn run(mut self, marks: &mut Marks) {
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
        sort_by(&mut labelled, &|a, b| a.cmp(b));
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
        (self.tiling.edge(tile) * axis - CLEAR).min(axis)
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
            let labelled = bar_fits && end - group.from >= MARK + least_label(first);
            let room = if labelled { self.room(group.from, end) } else { 0.0 };
            let mut place = self.place(first, row, room, false);
            if !labelled {
                place.bar = place.bar.min(self.clear(found.get(at + 1), first) - first.start);
            }
            marks.places.push(place);
        }
    }

    /// Where the bar of what has no label has to end: two bars of one row would be read as one. What begins later than
    /// in the next tile is not looked at.
    fn clear(&self, next: Option<&Group>, subject: &Subject) -> f64 {
        let tile = self.tiling.tile(subject.start) + 2;
        let is_near = |next: &&Group| self.lane.starts(next.first, next.first + 1) < &[self.tiling.edge(tile)];
        let end =
            next.filter(is_near).map_or(self.tiling.edge(tile) * self.tiling.axis - CLEAR, |next| next.from - GAP);
        end / self.tiling.axis
    }

    /// Room from one end to another as a fraction, but for the half mark at one of them, which does not
    /// stretch: so no box passes its neighbour on a wider axis.
    fn room(&self, from: f64, to: f64) -> f64 {
        ((to - from - HALF) / self.tiling.axis).max(0.0)
    }

    fn place(&self, subject: &Subject, row: usize, room: f64, flipped: bool) -> Place {
        let Subject { entry, lane, start, span, label, .. } = *subject;
        Place { entry, lane, row, start, span, label, bar: span, room, flipped }
    }
}
