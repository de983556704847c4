//! Small components that are used in several places.

mod entry_links;
mod hole;
mod icon;
mod mark;
mod text;

pub use entry_links::EntryItem;
pub use hole::{hole, said};
pub use icon::{Icon, IconButton};
pub use mark::Mark;
pub use text::{EntryLinks, Inline, NumberedLinks, Paragraph, SourceLine, SourceLink};
