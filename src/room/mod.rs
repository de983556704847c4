//! The conversation's tools on the running page: a program of its own (`src/bin/room.rs`), which the loader
//! starts once a reader is near the questions. It knows nothing of the page's program and reads what it needs
//! from the page's text. [`model`] is what they know and do, without a browser; `ui` shows it.

#[cfg(feature = "room")]
mod asked;
#[cfg(feature = "room")]
mod broken;
pub mod model;
#[cfg(feature = "room")]
mod overlay;
#[cfg(feature = "room")]
mod ui;

#[cfg(feature = "room")]
pub use ui::start;
