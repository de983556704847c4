//! Where everything stands on the axis: pure functions from time to fractions of the axis.
//!
//! Lengths are in rem, positions in fractions of the axis (0 its start, 1 its end), so that one layout
//! serves every width: a wider axis only stretches the space between marks.
//!
//! ```text
//!   entries ─► Scale ─┐
//!   shown ────────────┼─► Lanes (who chooses first: once for every filter)
//!                     │     │
//!   axis length ──────┴─────┴─► Packing (rows, room, clusters: computed where they are asked for)
//!   window of the axis ───────────┴─► Scene (what is near the window: on scrolling)
//!   once it stands still ─────────────► Rest (what its edges leave of each)
//! ```

mod density;
mod edges;
mod label;
mod packing;
mod rows;
mod scale;
mod scene;
mod stage;
mod steps;
mod ticks;
mod viewport;

pub use density::density;
pub use edges::{Rest, Sight};
pub use label::label_width;
pub use packing::{Cluster, Lanes, Marks, Packing, Place, Ranked, Spot, Subject};
pub use rows::lane_rows;
pub use scale::Scale;
pub use scene::{DRAW_ALL, Scene};
pub use stage::Stage;
pub use steps::step_for;
pub use ticks::{Tick, ticks};
pub use viewport::Viewport;

/// A number held between two others. `f64::clamp` does the same, and carries the machinery that prints
/// floats for a panic that cannot happen here.
pub fn within(value: f64, least: f64, most: f64) -> f64 {
    value.max(least).min(most)
}

/// Smallest side of a target, in rem (24 px: WCAG 2.5.8).
pub const TARGET: f64 = 1.5;
/// The narrowest axis the frieze is shown on, in rem.
pub const NARROWEST_AXIS: f64 = 36.0;
/// The axes that the prerendered page has a picture for, in rem: each is stretched until a window has room for the next.
/// The style sheet says from which width on that is.
pub const AXES: [f64; 5] = [NARROWEST_AXIS, 50.0, 65.0, 75.0, 105.0];
/// Rows of the whole frieze: eleven of 1.5 rem, with axis and overview, stay below 40svh of the
/// smallest window in which all of it sticks.
pub const ROWS: usize = 11;
