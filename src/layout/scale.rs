//! Time to fractions of the axis, and back.

use crate::time::{Moment, Span};

use super::steps::step_for;
use super::within;

/// The whole range of a timeline as an axis from 0 to 1. `start` is before `end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    start: Moment,
    end: Moment,
}

/// Ticks that the whole range is rounded out to.
const TICKS: i64 = 20;

impl Scale {
    /// An axis over all spans, rounded out to ticks so that nothing is glued to an edge by accident.
    /// Ends without a date do not widen it. Without any span it covers 1970.
    pub fn over(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut range: Option<(Moment, Moment)> = None;
        for moment in spans.into_iter().flat_map(|span| [span.start, span.end]).flatten() {
            let (start, end) = range.unwrap_or((moment, moment));
            range = Some((start.min(moment), end.max(moment)));
        }
        let (first, last) = range.unwrap_or((Moment(0), Moment(365 * 86_400)));
        let step = step_for((last.0 - first.0).max(1) / TICKS);
        let start = step.floor(first);
        // `last` is the instant after the last entry: on a boundary it is already the end.
        let end = if step.floor(last) == last { last } else { step.next(last).unwrap_or(last) };
        Self::between(start, end)
    }

    /// An axis from `start` to `end`; an empty range is made a second long.
    pub fn between(start: Moment, end: Moment) -> Self {
        Self { start, end: end.max(Moment(start.0.saturating_add(1))) }
    }

    /// First instant of the axis.
    pub const fn start(self) -> Moment {
        self.start
    }

    /// The instant after the last.
    pub const fn end(self) -> Moment {
        self.end
    }

    /// Length in seconds, at least 1.
    pub const fn seconds(self) -> i64 {
        self.end.0 - self.start.0
    }

    /// How many times the axis can be zoomed: until a minute fills the window, or an eighth of what is
    /// shorter; and no further than f64 can tell instants apart.
    pub fn deepest_zoom(self) -> f64 {
        within(self.seconds() as f64 / 60.0, 8.0, 1e11)
    }

    /// Where an instant stands: 0 at the start, 1 at the end, beyond them outside.
    /// Inverse of [`Scale::moment`].
    pub fn fraction(self, moment: Moment) -> f64 {
        // Saturating: instants outside the axis may be further away than i64 can subtract.
        moment.0.saturating_sub(self.start.0) as f64 / self.seconds() as f64
    }

    /// The instant at a fraction. Inverse of [`Scale::fraction`] to the second on axes up to 285
    /// million years (f64 has 53 bits), to a part in 10¹⁵ beyond.
    pub fn moment(self, fraction: f64) -> Moment {
        Moment(self.start.0.saturating_add((fraction * self.seconds() as f64).round() as i64))
    }

    /// Start and length of a span on the axis. Ends without a date reach the axis' edge; nothing
    /// leaves it.
    pub fn place(self, span: Span) -> (f64, f64) {
        let start = span.start.map_or(0.0, |start| within(self.fraction(start), 0.0, 1.0));
        let end = span.end.map_or(1.0, |end| within(self.fraction(end), 0.0, 1.0));
        (start, (end - start).max(0.0))
    }
}
