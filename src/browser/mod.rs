//! The only place that touches the browser. Small verbs over web-sys that the components call; it
//! knows nothing of the rest of the program, and every call natively is a mistake that a test catches.

mod clipboard;
mod dom;
mod event;
#[cfg(feature = "fetch")]
mod fetch;
mod frieze;
mod history;
mod listen;

pub use clipboard::copy;
pub use dom::*;
pub use event::*;
#[cfg(feature = "fetch")]
pub use fetch::{FetchError, fetch, now, pause, same_origin, spawn};
pub use frieze::*;
pub use history::*;
pub use listen::*;
pub use web_sys::Event;
