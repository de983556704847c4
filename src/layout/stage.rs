//! The stretch of the axis that is an element on the page.

use super::Viewport;
use super::within;

/// The longest element in rem: about a million pixels, well below where browsers clamp it.
const LONGEST: f64 = 60_000.0;

/// Where the scrolled element begins and ends on the axis: all of it, or, zoomed in further than an
/// element can be long, a stretch around the window. It is moved when the window comes near its end.
///
/// ```text
///   0                                                        1
///   ├──────────────┼────────[ window ]──────────┼────────────┤   axis
///                  ├─────── element ────────────┤                at most LONGEST rem
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    from: f64,
    to: f64,
}

impl Default for Stage {
    /// All of the axis.
    fn default() -> Self {
        Self { from: 0.0, to: 1.0 }
    }
}

impl Stage {
    /// The stage of a viewport; the one before is kept while it serves.
    pub fn of(viewport: Viewport, before: Option<Self>) -> Self {
        let length = (LONGEST / viewport.axis()).min(1.0);
        let (from, to) = viewport.window();
        let room = 1.0 / viewport.zoom();
        let serves = |stage: &Self| {
            // The same zoom, and a window's room on both sides or the axis' end.
            (stage.to - stage.from) / length > 0.999
                && (stage.to - stage.from) / length < 1.001
                && (stage.from <= 0.0 || stage.from <= from - room)
                && (stage.to >= 1.0 || stage.to >= to + room)
        };
        before.filter(serves).unwrap_or_else(|| {
            let from = within((from + to - length) / 2.0, 0.0, 1.0 - length);
            Self { from, to: from + length }
        })
    }

    /// Where it begins and ends on the axis.
    pub const fn stretch(self) -> (f64, f64) {
        (self.from, self.to)
    }

    /// Its length as a fraction of the axis.
    pub fn length(self) -> f64 {
        self.to - self.from
    }

    /// A stretch of the axis, start and length, as fractions of the stage. Nothing leaves it.
    pub fn place(self, start: f64, length: f64) -> (f64, f64) {
        let at = |place: f64| within((place - self.from) / self.length(), 0.0, 1.0);
        (at(start), at(start + length) - at(start))
    }

    /// Where on the stage a place on the axis is, in rem of a viewport's axis.
    pub fn rem(self, viewport: Viewport, at: f64) -> f64 {
        (at - self.from) * viewport.axis()
    }

    /// The place on the axis at so many rem from the stage's start.
    pub fn at(self, viewport: Viewport, rem: f64) -> f64 {
        self.from + rem / viewport.axis()
    }
}
