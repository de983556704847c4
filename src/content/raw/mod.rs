//! The shapes of the files of `content/`, field by field, as people write them.
//!
//! Every field is an `Option`: what a file lacks is for the check to report, all of it at once.
//! `#[schemars(required)]` marks what must be there. The documentation of a field is what an editor
//! shows beside it (through the schemas) and what the check proposes where it is missing, so it is
//! written for those who edit the content. `$schema` and `version` are common to all files and are
//! handled where every file is read.

mod facts;
mod keyed;
mod texts;

pub use facts::{
    Chair, Confidence, Dir, Entry, Era, Event, Figure, Lane, Language, PublishedIds, Question, Questions, Site, Source,
    Sources, Timeline,
};
pub use keyed::Keyed;
pub use texts::{
    ArticleText, ChairText, DatesText, EntriesText, EntryText, EraText, FigureText, LaneText, NotesText, QuestionText,
    QuestionsText, SiteText, SourcesText, UiText,
};

/// Hues that the style sheet has tokens for.
pub const HUES: [&str; 8] = ["blue", "plum", "green", "rust", "ochre", "teal", "rose", "slate"];

/// Shapes that a mark can have.
pub const SHAPES: [&str; 6] = ["circle", "diamond", "square", "triangle", "star", "cross"];

/// More lanes than this cannot be told apart, nor stand on the frieze.
pub const MAX_LANES: usize = 12;

/// What an id looks like: it becomes part of an address.
pub const ID_PATTERN: &str = "^[a-z][a-z0-9-]{0,63}$";
