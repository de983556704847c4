//! The running page. What does not react is written as text ([`crate::html`] and the functions here
//! that return a `String`); the frieze's marks are Leptos views; and [`live`] binds events and state
//! to all of it by the page's `data-` hooks. All but `live` runs natively, too, to prerender the page.

mod frieze;
#[cfg(feature = "browser")]
pub mod live;
mod model;
mod overview;
mod page;
mod panels;
mod tools;

pub use model::Model;
pub use page::{Packed, Page, app};
