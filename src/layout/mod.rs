//! Where everything stands on the axis: pure functions from time to fractions of the axis.
//!
//! Lengths are in rem, positions in fractions of the axis (0 its start, 1 its end), so that one layout
//! serves every width: a wider axis only stretches the space between marks.
//!
//! ```text
//!   entries ─► Scale ─┐
//!   shown ────────────┼─► Packing (row, room, clusters: on zoom, filter, resize)
//!   axis width ───────┘        │
//!   window of the axis ────────┴─► Scene (what is near the window: on scrolling)
//! ```

mod index;
mod label;
mod packing;
mod rows;
mod scale;
mod scene;
mod ticks;
mod viewport;

pub use index::IntervalIndex;
pub use label::label_width;
pub use packing::{Cluster, Packing, Place, Subject};
pub use rows::lane_rows;
pub use scale::Scale;
pub use scene::{Scene, density};
pub use ticks::{Tick, step_for, ticks};
pub use viewport::{MAX_AXIS, Viewport};

/// A number held between two others. `f64::clamp` does the same, and carries the machinery that prints
/// floats for a panic that cannot happen here.
pub fn within(value: f64, least: f64, most: f64) -> f64 {
    value.max(least).min(most)
}

/// Smallest side of a target, in rem (24 px: WCAG 2.5.8).
pub const TARGET: f64 = 1.5;
/// The narrowest axis the frieze is shown on, in rem; the prerendered page is packed for it.
pub const NARROWEST_AXIS: f64 = 36.0;
/// Rows of the whole frieze: eleven of 1.5 rem, with axis and overview, stay below 40svh of the
/// smallest window in which all of it sticks.
pub const ROWS: usize = 11;
