//! The page and its state. The [`document`] is text, written once; the frieze's marks in it are Leptos
//! views, which change with every zoom; and `live` binds events and state to all of it by the page's
//! `data-` hooks. All but `live` runs natively, to prerender the page.

mod document;
mod frieze;
#[cfg(feature = "browser")]
pub mod live;
mod model;
mod overview;
mod page;
mod panels;
mod tools;

pub use document::document;
pub use frieze::marks;
pub use model::Model;
pub use page::Page;
