//! Finding entries: every word typed must begin a word of the entry.

use super::fold::fold;
use super::outline::Outline;
use super::timeline::{Entry, Timeline};

/// What is searched, folded once: for each entry its title, summary, regions and source names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchIndex {
    /// One text per entry, its words apart by spaces.
    texts: Vec<String>,
}

/// A query, folded: words apart by spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads what was typed. Text without a letter or digit finds everything.
    pub fn new(typed: &str) -> Self {
        Self { words: fold(typed).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect() }
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl SearchIndex {
    /// Folds a timeline's texts.
    pub fn new(timeline: &Timeline) -> Self {
        Self::of(&Outline::of(timeline), timeline.entries.iter().map(|entry| timeline.searched(entry)))
    }

    /// Folds the texts of an outline's entries, each with what is searched beside them ([`Timeline::searched`]).
    pub fn of(outline: &Outline, beside: impl Iterator<Item = String>) -> Self {
        let mut index = Self::default();
        index.extend(outline, beside);
        index
    }

    /// The same of some more entries.
    pub fn extend(&mut self, outline: &Outline, beside: impl Iterator<Item = String>) {
        let next = self.texts.len()..;
        self.texts.extend(next.zip(beside).map(|(at, beside)| {
            let entry = outline.entries.get(at);
            let regions = entry.iter().flat_map(|entry| &entry.regions).filter_map(|&at| outline.regions.get(at));
            let mut parts = vec![entry.map(|entry| entry.title.as_str()).unwrap_or_default(), &beside];
            parts.extend(regions.map(|region| region.name.as_str()));
            fold(&parts.join(" "))
        }));
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Whether the entry of that index has every word of the query, each at the start of a word.
    pub fn matches(&self, entry: usize, query: &Query) -> bool {
        let begins = |text: &str, word: &String| text.split(' ').any(|other| other.starts_with(word.as_str()));
        self.texts.get(entry).is_some_and(|text| query.words.iter().all(|word| begins(text, word)))
    }
}

impl Timeline {
    /// What is searched of an entry beside its title and its regions: its summary and the names of its sources.
    pub fn searched(&self, entry: &Entry) -> String {
        let sources = entry.citations.iter().filter_map(|citation| self.sources.get(citation.source));
        let names = sources.flat_map(|source| [source.title.as_str(), source.publisher.as_str()]);
        [entry.summary.as_str()].into_iter().chain(names).collect::<Vec<_>>().join(" ")
    }
}
