//! What the page and its programs agree on.

pub mod events;
pub mod ids;

/// Where the list of sources is a page of its own: the folder of that page, in the language's.
pub const SOURCES_FOLDER: &str = "sources/";
