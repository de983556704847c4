//! The text of the page as HTML: what does not change while the page is open.
//!
//! These parts are written as plain text, natively and in the browser alike, because nothing in them
//! reacts: as Leptos views they made the program three times as heavy, and hydrating them cost the
//! reader a walk over five thousand nodes. What they need of the running page (a click, what is hidden)
//! is reached by their `data-` hooks.

mod article;
mod chronicle;
mod conversation;
mod edition;
mod masthead;
mod panels;
mod sources;
mod writer;

pub use chronicle::{chronicle, years};
pub use conversation::conversation;
pub use edition::{Edition, direction};
pub use masthead::{masthead, overture, skip_links};
pub use panels::{entry_links, keys};
pub use sources::sources;
pub use writer::Html;
