//! Finding entries: every word typed must begin a word of the entry.

use super::fold::fold;
use super::timeline::Timeline;

/// What is searched, folded once: for each entry its title, summary, regions and source names.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    /// One text per entry, each word preceded by a space.
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
        Self { words: fold(typed).split(' ').filter(|word| !word.is_empty()).map(|word| format!(" {word}")).collect() }
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl SearchIndex {
    /// Folds a timeline's texts.
    pub fn new(timeline: &Timeline) -> Self {
        let mut texts = Vec::with_capacity(timeline.entries.len());
        for entry in &timeline.entries {
            let mut text = String::new();
            let mut add = |part: &str| {
                text.push(' ');
                text.push_str(&fold(part));
            };
            add(entry.title.as_str());
            add(entry.summary.as_str());
            for region in entry.regions.iter().filter_map(|&region| timeline.site.regions.get(region)) {
                add(region.name.as_str());
            }
            for source in entry.citations.iter().filter_map(|citation| timeline.sources.get(citation.source)) {
                add(source.title.as_str());
                add(&source.publisher);
            }
            texts.push(text);
        }
        Self { texts }
    }

    /// Whether the entry of that index has every word of the query, each at the start of a word.
    pub fn matches(&self, entry: usize, query: &Query) -> bool {
        self.texts.get(entry).is_some_and(|text| query.words.iter().all(|word| text.contains(word.as_str())))
    }
}
