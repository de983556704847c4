//! The only place that touches the browser. Small verbs over web-sys that the components call; it
//! knows nothing of the rest of the program but what a key is, and every call natively is a mistake that a test
//! catches.

mod clipboard;
#[cfg(feature = "room")]
mod device;
mod dom;
pub mod element;
mod event;
#[cfg(feature = "fetch")]
mod fetch;
#[cfg(feature = "room")]
mod file;
mod history;
mod listen;
#[cfg(feature = "room")]
mod screen;
#[cfg(feature = "room")]
mod store;

pub use clipboard::copy;
#[cfg(feature = "room")]
pub use device::*;
pub use dom::*;
#[cfg(feature = "room")]
pub use element::{
    around, body, by_id, find, find_all, focus_first_in, focus_on, has_focus, has_no_focus, is_right_to_left,
    keeps_focus, place_before, reveal, root_attribute, scroll_by_page, set_flag, set_inert_beside, text_in,
};
pub use event::*;
#[cfg(feature = "fetch")]
pub use fetch::{FetchError, fetch, now, pause, spawn};
#[cfg(feature = "room")]
pub use file::{Chosen, save, take_files};
pub use history::*;
pub use listen::*;
#[cfg(feature = "room")]
pub use screen::*;
#[cfg(feature = "room")]
pub use store::{Channel, Opened, Record, Store, StoreError, Writes, is_promised};
pub use web_sys::Event;
#[cfg(feature = "room")]
pub use web_sys::{Element, HtmlElement};
