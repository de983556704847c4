//! What the page says: the [`Bundle`] on the wire, the [`Timeline`] that is valid by construction,
//! search, and (feature `check`) the reading of `content/` with every problem named.

mod bundle;
#[cfg(feature = "check")]
pub mod check;
mod fold;
mod json;
#[cfg(feature = "check")]
pub mod raw;
mod read;
mod search;
mod text;
mod timeline;

pub use bundle::{
    BUNDLE_VERSION, Bundle, Chair, Conversation, EraWords, FigureWords, LaneWords, Language, Named, Site, Status,
    WireCitation, WireEntry, WireQuestion, WireSource,
};
pub use fold::fold;
pub use json::{Json, SyntaxError};
pub use read::{Fields, Log, ReadError};
pub use search::{Query, SearchIndex};
pub use text::Text;
pub use timeline::{Citation, Entry, Era, Figure, Question, Source, Timeline, TimelineError};
