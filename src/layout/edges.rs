//! What the edges of the window do: marks stay on their dates, labels do not.
//!
//! ```text
//!        │ window                                   │
//!   ●────│─Label of a bar that crosses──────        │     the label stays at the edge, while its bar is in view
//!      ● │                       ● A label that go… │     it ends at the edge; a mark that has left takes it along
//!      ▒▒│(12)     ●                                │     what has no row of its own is counted
//! ```
//!
//! All of it is for a window that stands still: rows never depend on it.

use super::packing::{Marks, Packing, Place};
use super::within;
use crate::order::sort_by;

/// Most of half a mark, in rem: so much has to be in view.
const HALF_MARK: f64 = 0.2;
/// From an instant to its label.
const TO_LABEL: f64 = 0.64;
/// From an edge of the window to a label that ends or stays there.
const INSET: f64 = 0.1875;
/// A label that is cut shorter than this says nothing: four letters.
const LEAST_CUT: f64 = 3.25;
/// Room of the button that counts what has no row, at the start of the window.
const BUTTON: f64 = 2.75;
/// Half a mark with the space around it: where a target begins before its instant.
const BEFORE: f64 = 0.5;
/// From a tick, or the beginning of a period, to its words.
const TICK: f64 = 0.375;

/// What a window shows of a link, or of a cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Sight {
    /// As it is packed.
    #[default]
    Whole,
    /// Its label so much later, and no longer than so many rem.
    Cut {
        /// How much later than after its mark the label begins, in rem.
        later: f64,
        /// The most it may take, in rem.
        most: f64,
    },
    /// Its mark alone.
    Bare,
    /// Nothing: it is out of the window, or counted by the button at its start.
    Gone,
}

/// A window of the axis that stands still, in rem.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rest {
    axis: f64,
    from: f64,
    to: f64,
}

impl Rest {
    /// Of a window as fractions of an axis of so many rem.
    pub fn new((from, to): (f64, f64), axis: f64) -> Self {
        Self { axis, from: from * axis, to: to * axis }
    }

    /// Length of the axis in rem.
    pub fn axis(self) -> f64 {
        self.axis
    }

    /// The window as fractions of the axis.
    pub fn window(self) -> (f64, f64) {
        (self.from / self.axis, self.to / self.axis)
    }

    /// What is seen of a link. On the base row, a button that counts may stand in its place.
    pub fn link(self, place: &Place, is_base: bool, has_button: bool) -> Sight {
        let Place { start, span, label, room, .. } = *place;
        let (at, bar_ends) = (start * self.axis, (start + span) * self.axis);
        let is_out = self.is_out(at);
        let crosses = is_out && bar_ends > self.from;
        let is_named = !place.is_bare();
        if is_base && (has_button && self.is_under(at) || is_out && !(crosses && is_named)) {
            return Sight::Gone;
        }
        if !is_named {
            return Sight::Whole;
        }
        if place.flipped {
            return self.before_mark(place);
        }
        // Where its box ends, and its label if nothing keeps it.
        let ends = (at.max(BEFORE) + room * self.axis).max(bar_ends) - INSET;
        let label_ends = ends.min((at + TO_LABEL + label).max(bar_ends));
        let from = at + TO_LABEL;
        let edge = self.from + INSET;
        if crosses {
            // The style sheet keeps the label of a long bar in view by itself.
            let later = if place.is_long(self.axis) { 0.0 } else { (edge - from).max(0.0) };
            self.cut((from.max(edge), label_ends), label, later)
        } else if is_out && ends > self.from {
            Sight::Bare
        } else if !is_out && at - HALF_MARK < self.to && ends > self.to - INSET {
            self.cut((from, ends), label, 0.0)
        } else {
            Sight::Whole
        }
    }

    /// The same where the label stands before its mark.
    fn before_mark(self, place: &Place) -> Sight {
        let Place { start, span, label, room, .. } = *place;
        let at = start * self.axis;
        let ends = (at + BEFORE).max((start + span) * self.axis).min(self.axis);
        let (begins, edge) = (ends - room * self.axis - BEFORE, self.from + INSET);
        if self.is_out(at) || at - HALF_MARK > self.to {
            Sight::Bare
        } else if begins < edge {
            self.cut((edge, at - TO_LABEL), label, 0.0)
        } else {
            Sight::Whole
        }
    }

    /// A label of `width` between two places in rem, as far as the window goes.
    fn cut(self, (from, to): (f64, f64), width: f64, later: f64) -> Sight {
        let most = to.min(self.to - INSET) - from;
        if most >= width.min(LEAST_CUT) { Sight::Cut { later, most } } else { Sight::Bare }
    }

    /// What is seen of a cluster.
    pub fn cluster(self, start: f64, has_button: bool) -> Sight {
        let at = start * self.axis;
        if self.is_out(at) || has_button && self.is_under(at) { Sight::Gone } else { Sight::Whole }
    }

    /// What is seen of a tick's label of `width`, where what the axis begins with takes `taken`.
    pub fn tick(self, start: f64, width: f64, taken: f64) -> Sight {
        let at = start * self.axis;
        if at < self.from + taken || at + TICK + width > self.to { Sight::Bare } else { Sight::Whole }
    }

    /// What is seen of a background period's name of `width`, which has to end before a place in rem.
    pub fn era(self, (start, span): (f64, f64), width: f64, before: f64) -> Sight {
        let (from, to) = (start * self.axis, (start + span) * self.axis);
        if from >= self.from && to <= self.to || to <= self.from || from >= self.to {
            return Sight::Whole;
        }
        self.cut((from.max(self.from) + 2.0 * TICK, to.min(before)), width, 0.0)
    }

    /// Where the name of a period begins, in rem, that ends with the axis and has no room for it: it ends there too.
    pub fn late(self, (start, span): (f64, f64), width: f64) -> Option<f64> {
        let begins = self.axis - width - 2.0 * TICK;
        let is_last = (start + span) * self.axis >= self.axis - INSET && self.to >= self.axis - INSET;
        (is_last && (start * self.axis).max(self.from) > begins).then_some(begins)
    }

    /// How far a stretch goes on beyond a place, in rem.
    pub fn beyond(self, (start, span): (f64, f64), place: f64) -> f64 {
        within((start + span) * self.axis - place, 0.0, span * self.axis)
    }

    /// Whether a mark has left the window at its start.
    fn is_out(self, at: f64) -> bool {
        at + HALF_MARK < self.from
    }

    /// Whether the button at the start of the window stands where something does.
    fn is_under(self, at: f64) -> bool {
        at - BEFORE < self.from + BUTTON
    }

    /// What is in force where a lane begins in the window and has no row of its own, with what stands under the button
    /// that counts it: the entries in the order of time, none where all can be seen.
    pub fn uncounted(self, packing: &Packing, lane: usize, marks: &Marks) -> Vec<usize> {
        let base = packing.lanes().rows(lane) - 1;
        let clusters = || marks.clusters.iter().filter(move |cluster| cluster.lane == lane);
        // Once a mark has left, its instant is half of it before the window.
        let at = (self.from - HALF_MARK) / self.axis;
        let is_named =
            |place: &Place| place.start < at && !place.is_bare() && self.link(place, false, false) != Sight::Bare;
        let in_rows = packing.positions(lane, marks, &|place| place.row < base && is_named(place));
        let mut found = packing.in_force(lane, at, self.window().0);
        found.retain(|position| !in_rows.contains(position));
        let alone = found.len() == 1 && packing.positions(lane, marks, &is_named).contains(found.first().unwrap_or(&0));
        // A cluster whose button has left may hold what begins in the window.
        for cluster in clusters().filter(|cluster| cluster.start < at && cluster.start + cluster.span >= at) {
            let first = packing.first_from(lane, at);
            found.extend(packing.members_at(cluster, marks).into_iter().filter(|position| *position >= first));
        }
        // One bar of the last row keeps its name, if nothing else is to be counted.
        if found.is_empty() || alone && found.len() == 1 {
            return Vec::new();
        }
        let is_under = |start: f64| start >= at && self.is_under(start * self.axis);
        found.extend(packing.positions(lane, marks, &|place| place.row == base && is_under(place.start)));
        for cluster in clusters().filter(|cluster| is_under(cluster.start)) {
            found.extend(packing.members_at(cluster, marks));
        }
        sort_by(&mut found, &|a, b| a.cmp(b));
        found.dedup();
        packing.entries(lane, &found)
    }
}
