//! The checked model: a [`Timeline`] is valid by construction, its references resolved to indices and
//! its entries in the chronicle's order.

use std::fmt;

use super::bundle::{BUNDLE_VERSION, Conversation, FigureWords, Site, WireQuestion};
use super::text::Text;
use crate::order::Ids;
use crate::time::{Edtf, Span};

/// A programme's entries, sources and questions in one language.
///
/// `entries` are in the chronicle's order: by first instant, coarser precision first, then the data's
/// order; an entry's details follow it. All indices are in range.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Language tag of the words.
    pub lang: String,
    /// The page's own words.
    pub site: Site,
    /// In the chronicle's order.
    pub entries: Vec<Entry>,
    /// In the data's order.
    pub sources: Vec<Source>,
    /// Background periods, dates read.
    pub eras: Vec<Era>,
    /// Figures of the overture.
    pub figures: Vec<Figure>,
    /// The event, where there is one; its questions are in `questions`.
    pub conversation: Option<Conversation>,
    /// In the event's order.
    pub questions: Vec<Question>,
    pub(super) by_id: Ids,
}

/// A dated entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The fragment of its address.
    pub id: String,
    /// Its date, as precise as its sources.
    pub date: Edtf,
    /// Index of its lane.
    pub lane: usize,
    /// 1 to 3.
    pub weight: u8,
    /// Indices of its regions.
    pub regions: Vec<usize>,
    /// Index of the entry it is a detail of.
    pub parent: Option<usize>,
    /// Rests on thin or conflicting evidence.
    pub uncertain: bool,
    /// Its title.
    pub title: Text,
    /// Its title where room is short.
    pub short: Option<Text>,
    /// Its summary.
    pub summary: Text,
    /// What its sources disagree on.
    pub disagreement: Option<Text>,
    /// What limits its date or place.
    pub note: Option<Text>,
    /// Its sources, in the data's order.
    pub citations: Vec<Citation>,
    /// Indices of the questions that rest on it.
    pub questions: Vec<usize>,
}

/// A source as one entry uses it.
#[derive(Clone, Debug)]
pub struct Citation {
    /// Index of the source.
    pub source: usize,
    /// What it says, paraphrased.
    pub says: Option<Text>,
}

/// A source and the entries that use it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its title as published, or our description.
    pub title: Text,
    /// Whether the title is our description.
    pub described: bool,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    pub url: String,
    /// Language of the source.
    pub lang: String,
    /// When it was published, where known.
    pub date: Option<Edtf>,
    /// Indices of the entries that cite it, in the chronicle's order.
    pub entries: Vec<usize>,
}

/// A background period.
#[derive(Clone, Debug)]
pub struct Era {
    /// Its name.
    pub name: Text,
    /// What limits its dates.
    pub note: Option<Text>,
    /// Its interval.
    pub date: Edtf,
    /// Whether sources disagree on its end.
    pub end_disputed: bool,
    /// Indices of the entries it comes from.
    pub entries: Vec<usize>,
}

/// A figure of the overture.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its words.
    pub words: FigureWords,
    /// Indices of the entries it rests on.
    pub entries: Vec<usize>,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its words.
    pub words: WireQuestion,
    /// Indices of the entries it rests on.
    pub entries: Vec<usize>,
    /// Index of the source of a published translation.
    pub published_in: Option<usize>,
}

/// Why a bundle cannot be shown: the part, its id, the field and the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimelineError {
    /// Written by a newer program.
    Newer(u32),
    /// Ids of entries and questions that the page has for itself, all of them.
    Own(Vec<String>),
    /// A value that means nothing here: an unknown id, a date that does not exist, an id used twice.
    Value {
        /// Id of the entry, source, era or question.
        id: String,
        /// Name of the field.
        field: &'static str,
        /// What it says.
        value: String,
    },
}

impl fmt::Display for TimelineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(f, "version {version} is newer than {BUNDLE_VERSION}, the newest known"),
            Self::Own(ids) => write!(f, "ids that the page has for itself: {}", ids.join(", ")),
            Self::Value { id, field, value } => write!(f, "{id}: {field}: {value}"),
        }
    }
}

impl std::error::Error for TimelineError {}

impl Timeline {
    /// Index of the entry with that id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id)
    }

    /// Index of the question with that id.
    pub fn find_question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.words.id == id)
    }

    /// Index of the source with that id.
    pub fn find_source(&self, id: &str) -> Option<usize> {
        self.sources.iter().position(|source| source.id == id)
    }

    /// The instants each entry covers, in the order of `entries`.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.entries.iter().map(|entry| entry.date.span())
    }
}
