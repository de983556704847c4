//! The part of the axis that is in view.

use super::within;

/// A window on the axis: how wide the scroller is, how many windows long the axis is, and where the
/// window begins.
///
/// ```text
///   0          offset                              1
///   ├────────────┼───────[ window ]───────┼────────┤   axis = width × zoom
///                        ◄─ width ─►
/// ```
///
/// Always `1 ≤ zoom ≤ deepest` and `0 ≤ offset ≤ 1 − 1/zoom`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    width: f64,
    zoom: f64,
    offset: f64,
    deepest: f64,
}

impl Viewport {
    /// The whole axis in a window of `width` rem, to be zoomed up to `deepest` times.
    pub fn new(width: f64, deepest: f64) -> Self {
        Self { width: width.max(1.0), zoom: 1.0, offset: 0.0, deepest: deepest.max(1.0) }
    }

    /// The whole axis in the same window.
    pub fn whole(self) -> Self {
        Self { zoom: 1.0, offset: 0.0, ..self }
    }

    /// The deepest zoom.
    pub const fn deepest(self) -> f64 {
        self.deepest
    }

    /// Width of the window in rem.
    pub const fn width(self) -> f64 {
        self.width
    }

    /// Axis length in windows, at least 1.
    pub const fn zoom(self) -> f64 {
        self.zoom
    }

    /// Fraction of the axis at the window's start.
    pub const fn offset(self) -> f64 {
        self.offset
    }

    /// Axis length in rem.
    pub fn axis(self) -> f64 {
        self.width * self.zoom
    }

    /// The window as fractions of the axis.
    pub fn window(self) -> (f64, f64) {
        (self.offset, (self.offset + 1.0 / self.zoom).min(1.0))
    }

    /// The same zoom and start in a window of another width.
    pub fn resized(self, width: f64) -> Self {
        Self { width: width.max(1.0), ..self }.clamped()
    }

    /// Begun at another fraction, as far as the axis allows.
    pub fn panned_to(self, offset: f64) -> Self {
        Self { offset, ..self }.clamped()
    }

    /// Zoomed by `factor` so that the axis' point at fraction `anchor` stays where it is in the window.
    pub fn zoomed(self, factor: f64, anchor: f64) -> Self {
        self.pinned(self.zoom * factor, anchor, self.in_window(anchor))
    }

    /// Zoomed to `zoom`, with the axis' point at fraction `anchor` at the fraction `in_window` of the window.
    pub fn pinned(self, zoom: f64, anchor: f64, in_window: f64) -> Self {
        let zoom = within(zoom, 1.0, self.deepest);
        Self { zoom, offset: anchor - in_window / zoom, ..self }.clamped()
    }

    /// Where in the window a point of the axis is: 0 at its start, 1 at its end.
    pub fn in_window(self, at: f64) -> f64 {
        (at - self.offset) * self.zoom
    }

    /// The point of the axis at a fraction of the window.
    pub fn at(self, in_window: f64) -> f64 {
        self.offset + in_window / self.zoom
    }

    /// The window from one fraction to another, at least as wide as the deepest zoom.
    pub fn showing(self, from: f64, to: f64) -> Self {
        let zoom = within(1.0 / (to - from).max(f64::EPSILON), 1.0, self.deepest);
        Self { zoom, offset: from, ..self }.clamped()
    }

    /// Panned by as little as brings a stretch into view, its start in any case; with some room before it where that was
    /// out of view. Not at all where it is in view.
    pub fn revealing(self, start: f64, end: f64) -> Self {
        let (from, to) = self.window();
        if !(from..=to).contains(&start) {
            self.panned_to(start - 0.3 / self.zoom)
        } else if end > to {
            self.panned_to((end - (to - from)).min(start))
        } else {
            self
        }
    }

    /// Whether nothing can be zoomed out further.
    pub fn is_whole(self) -> bool {
        self.zoom <= 1.0
    }

    /// Whether nothing can be zoomed in further.
    pub fn is_deepest(self) -> bool {
        self.zoom >= self.deepest
    }

    fn clamped(self) -> Self {
        Self { offset: within(self.offset, 0.0, (1.0 - 1.0 / self.zoom).max(0.0)), ..self }
    }
}
