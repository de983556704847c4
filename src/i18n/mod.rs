//! Languages: typed phrases, plurals, and dates as text.

mod dates;
mod keyed;
mod phrases;
mod plural;

pub use dates::{DateForm, DateWords, Style};
pub use phrases::{Phrase, Phrases};
pub use plural::{Plural, plural};

use serde::Serialize;

/// Everything a page says that is not its content, in one language.
#[derive(Clone, Debug, Serialize)]
pub struct Words {
    /// BCP 47 tag.
    pub lang: String,
    /// The interface's phrases.
    pub phrases: Phrases,
    /// Names and patterns for dates.
    pub dates: DateWords,
}
