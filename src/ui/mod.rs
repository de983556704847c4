//! The running page: Leptos components for what reacts, thin. The text around them is written by
//! [`crate::html`]; the same functions run natively to prerender the page.

mod effects;
mod filters;
mod frieze;
mod icons;
#[cfg(feature = "browser")]
mod install;
mod model;
mod overview;
mod page;
mod panels;
mod pointer;
#[cfg(feature = "browser")]
mod start;
#[cfg(feature = "browser")]
mod theme;
mod view;

pub use model::Model;
pub use page::{Page, app};
#[cfg(feature = "browser")]
pub use start::start;
