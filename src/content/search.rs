//! Finding entries: every word typed must begin a word of the entry.

use super::fold::fold;
use super::timeline::Timeline;

/// What is searched, folded once: for each entry its title, summary, regions and source names.
#[derive(Clone, Debug, Default)]
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
        let mut index = Self::default();
        index.extend(timeline, usize::MAX);
        index
    }

    /// Folds the texts of some more entries. True while there are others left.
    pub fn extend(&mut self, timeline: &Timeline, most: usize) -> bool {
        let next = timeline.entries.iter().skip(self.texts.len()).take(most);
        self.texts.extend(next.map(|entry| {
            let regions = entry.regions.iter().filter_map(|&region| timeline.site.regions.get(region));
            let sources = entry.citations.iter().filter_map(|citation| timeline.sources.get(citation.source));
            let mut parts = vec![entry.title.as_str(), entry.summary.as_str()];
            parts.extend(regions.map(|region| region.name.as_str()));
            parts.extend(sources.flat_map(|source| [source.title.as_str(), source.publisher.as_str()]));
            fold(&parts.join(" "))
        }));
        self.texts.len() < timeline.entries.len()
    }

    /// Folds texts that were gathered elsewhere, one per entry.
    pub fn of_texts(texts: impl Iterator<Item = String>) -> Self {
        Self { texts: texts.map(|text| fold(&text)).collect() }
    }

    /// Whether the entry of that index has every word of the query, each at the start of a word.
    pub fn matches(&self, entry: usize, query: &Query) -> bool {
        let begins = |text: &str, word: &String| text.split(' ').any(|other| other.starts_with(word.as_str()));
        self.texts.get(entry).is_some_and(|text| query.words.iter().all(|word| begins(text, word)))
    }
}
