//! What the page says: the [`Bundle`] on the wire, the [`Timeline`] that is valid by construction,
//! search, and (feature `check`) the reading of `content/` with every problem named.

mod address;
mod assembly;
mod bundle;
#[cfg(feature = "check")]
pub mod check;
mod fold;
mod json;
mod outline;
#[cfg(feature = "check")]
pub mod raw;
mod read;
mod reading;
mod search;
mod text;
mod timeline;

pub use assembly::Assembly;
pub use bundle::{
    BUNDLE_VERSION, Bundle, Chair, Conversation, EraWords, FigureWords, LaneWords, Language, Named, Site, Status,
    WireCitation, WireEntry, WireQuestion, WireSource,
};
pub use fold::fold;
pub use json::{Json, SyntaxError};
pub use outline::{Item, Lane, Outline, Period, Region};
pub use read::{LONGEST_TEXT, MOST_ITEMS, ReadError};
pub use reading::Reading;
pub use search::{Query, SearchIndex};
pub use text::Text;
pub use timeline::{Citation, Entry, Era, Figure, Question, Source, Timeline, TimelineError};
