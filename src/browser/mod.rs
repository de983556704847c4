//! The only place that touches the browser. Small verbs over web-sys that the components call; it
//! knows nothing of the rest of the program, and every call natively is a mistake that a test catches.

mod clipboard;
mod dom;
#[cfg(feature = "room")]
mod edit;
mod event;
#[cfg(feature = "fetch")]
mod fetch;
#[cfg(feature = "room")]
mod file;
mod frieze;
mod history;
mod listen;
mod pieces;
#[cfg(feature = "fetch")]
mod screen;
#[cfg(feature = "room")]
mod store;

pub use clipboard::copy;
pub use dom::*;
#[cfg(feature = "room")]
pub use edit::*;
pub use event::*;
#[cfg(feature = "fetch")]
pub use fetch::{FetchError, fetch, now, pause, same_origin, spawn};
#[cfg(feature = "room")]
pub use file::{Chosen, save, take_files};
pub use frieze::*;
pub use history::*;
pub use listen::*;
pub use pieces::*;
#[cfg(feature = "fetch")]
pub use screen::*;
#[cfg(feature = "room")]
pub use store::{Channel, Record, Store, StoreError, Writes, is_promised};
pub use web_sys::Event;
