//! **Frise**: a programme's decade and the questions it asked, on one page.
//!
//! The layers, from the inside out (`docs/architecture.md` says why, `tests/architecture` holds them):
//!
//! | module | what it knows |
//! |---|---|
//! | [`keyboard`] | keys as shortcuts mean them |
//! | [`time`] | dates as history writes them |
//! | [`content`] | the bundle, the checked [`content::Timeline`], search |
//! | [`i18n`] | phrases, plurals, dates as text |
//! | [`layout`] | where everything stands on the axis |
//! | [`session`] | what the reader is doing |
//! | `browser` | the only place that touches the browser (feature `ui`) |
//! | `ui` | Leptos components, thin (feature `ui`) |

pub mod content;
pub mod export;
pub mod i18n;
pub mod keyboard;
pub mod layout;
pub mod notes;
pub mod order;
pub mod page;
pub mod room;
pub mod session;
pub mod time;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "ui")]
pub mod ui;
