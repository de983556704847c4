//! One row of labels: what is taken, and whether another finds room.

use super::lanes::Subject;
use crate::layout::TARGET;

/// A mark with its gap to the label, in rem.
pub const MARK: f64 = 1.25;
/// Half a mark, with the space around it.
pub const HALF: f64 = 0.5;
/// Space between neighbours in a row.
pub const GAP: f64 = 0.5;
/// Before a tile that is not looked at: half the mark that may begin with it, and the space to it.
pub const CLEAR: f64 = HALF + GAP;
/// A label shorter than this says nothing.
const LEAST_LABEL: f64 = 6.0;
/// One of the heaviest keeps its name, so that one may be as short as this.
const LEAST_NAME: f64 = 4.0;

/// So much of a label can be read: it does not move for the sake of the rest.
const READABLE: f64 = 12.0;

/// The shortest that a label may be.
pub fn least_label(subject: &Subject) -> f64 {
    subject.label.min(if subject.weight < 3 { LEAST_LABEL } else { LEAST_NAME })
}

/// A stretch of a row that is taken, in rem.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Taken {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Position of its subject in the lane.
    pub at: usize,
    /// Whether its label stands before its mark.
    pub flipped: bool,
}

/// A row: what is taken, by position, never overlapping.
#[derive(Clone, Debug, Default)]
pub struct Row(pub Vec<Taken>);

/// The part of the axis in which a subject may stand, in rem.
#[derive(Clone, Copy)]
pub struct Bounds {
    /// Length of the axis.
    pub axis: f64,
    /// No label that stands before its mark may begin before this.
    pub floor: f64,
    /// Nothing may end beyond this.
    pub limit: f64,
}

impl Row {
    /// The free stretch around a position, if it is free.
    fn gap_at(&self, at: f64) -> Option<(f64, f64)> {
        let next = self.0.partition_point(|taken| taken.from <= at);
        let from = next.checked_sub(1).and_then(|previous| self.0.get(previous)).map_or(0.0, |taken| taken.to + GAP);
        let to = self.0.get(next).map_or(f64::INFINITY, |taken| taken.from - GAP);
        (from <= at && at <= to).then_some((from, to))
    }

    /// Takes a stretch that is free; taking it twice is taking it once.
    pub fn take(&mut self, taken: Taken) {
        let at = self.0.partition_point(|other| other.from < taken.from);
        if self.0.get(at).is_none_or(|other| other.at != taken.at) {
            self.0.insert(at, taken);
        }
    }

    /// Changes what a subject has taken.
    pub fn put(&mut self, taken: Taken) {
        self.0.iter_mut().filter(|other| other.at == taken.at).for_each(|other| *other = taken);
    }

    /// Where a subject would stand with at least `least` rem of label, or nothing.
    pub fn fit(&self, subject: &Subject, at: usize, bounds: Bounds, least: f64) -> Option<Taken> {
        let Bounds { axis, floor, limit } = bounds;
        let (start, end) = extent(subject, axis);
        let (gap_from, gap_to) = self.gap_at(start)?;
        let gap_to = gap_to.min(limit);
        if end > gap_to {
            return None;
        }
        let (wanted, least) = (MARK + subject.label, MARK + least);
        let after = gap_to.min(axis) - start;
        let ends_with_axis = start + wanted.min(MARK + READABLE) > axis;
        let stands_after = |room: f64| Taken { from: start, to: end.max(start + room), at, flipped: false };
        if after >= wanted {
            return Some(stands_after(wanted));
        }
        // The axis ends before much of the label is read: let it stand before its mark, which stays on its instant.
        let (from, to) = flipped_extent(subject, axis);
        let mark_end = (subject.start * axis + HALF).min(axis);
        let before = mark_end - gap_from.max(floor);
        let enough = least.max(MARK + subject.label.min(LEAST_LABEL)).max(after);
        if ends_with_axis && before >= enough && from >= gap_from {
            return Some(Taken { from: from.min(mark_end - wanted.min(before)), to, at, flipped: true });
        }
        (after >= least).then(|| stands_after(after))
    }
}

/// Start and end of mark or bar in rem: from half a mark before its instant, as long as the entry, at
/// least a target, within the axis.
pub fn extent(subject: &Subject, axis: f64) -> (f64, f64) {
    let start = begin(subject.start, axis);
    (start, (start + TARGET).max((subject.start + subject.span) * axis))
}

/// Where a mark begins, in rem: half a mark before its instant, within the axis.
pub fn begin(start: f64, axis: f64) -> f64 {
    (start * axis - HALF).min(axis - TARGET).max(0.0)
}

/// Mark and bar of what has its label before its mark: to half a mark after its instant, or to the end of its
/// bar. The label comes on top.
fn flipped_extent(subject: &Subject, axis: f64) -> (f64, f64) {
    let to = (subject.start * axis + HALF).max((subject.start + subject.span) * axis).min(axis).max(TARGET);
    (begin(subject.start, axis).min(to - TARGET).max(0.0), to)
}
