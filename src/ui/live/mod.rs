//! What only a running browser can do: the start, and the bindings of events and state to the page.
//!
//! Events are listened for once, on the window, and found by the `data-` hooks around their target;
//! state is written where a selector finds its place. So the same markup serves the page that was
//! prerendered, and views stay few.

mod bind;
mod events;
mod filters;
mod frieze;
mod messages;
mod navigate;
#[cfg(feature = "other")]
pub mod other;
mod overview;
mod pointer;
mod start;
mod state;
mod theme;

pub use start::start;
