//! Everything that does not change while the page is open.

use crate::content::{Item, Outline, SearchIndex};
use crate::i18n::{Phrase, Style, Words};
use crate::layout::{Lanes, ROWS, Scale, Subject, label_width, lane_rows};

/// An outline with the interface's words, and what is computed from both once.
#[derive(Clone, Debug)]
pub struct Model {
    /// The timeline without its texts.
    pub outline: Outline,
    /// The interface's words.
    pub words: Words,
    /// The way from this page to the folder that holds all languages: empty or `../`.
    pub root: String,
    /// Where the timeline's file lies.
    pub file: String,
    /// Folded texts.
    pub search: SearchIndex,
    /// The axis.
    pub scale: Scale,
    /// Every entry as the layout sees it, by start.
    pub subjects: Vec<Subject>,
}

impl Model {
    /// The page's own timeline, whose file the build has put in its place.
    pub fn own(outline: Outline, words: Words, root: String, search: SearchIndex) -> Self {
        let file = format!("{root}bundle/{}.json", outline.lang);
        Self::new(outline, words, root, file, search)
    }

    /// Computes the rest; `search` holds the outline's texts.
    pub fn new(outline: Outline, words: Words, root: String, file: String, search: SearchIndex) -> Self {
        let scale = Scale::over(outline.entries.iter().map(|entry| entry.date.span()));
        let mut subjects = Vec::with_capacity(outline.entries.len());
        for (index, entry) in outline.entries.iter().enumerate() {
            let (start, span) = scale.place(entry.date.span());
            let label = label_width(entry.label().as_str());
            let parent = entry.parent.and_then(|parent| outline.entries.get(parent));
            let parent = parent.filter(|parent| parent.lane == entry.lane);
            let from_parent = parent.map_or(f64::INFINITY, |parent| (start - scale.place(parent.date.span()).0).abs());
            let Item { lane, weight, .. } = *entry;
            subjects.push(Subject { entry: index, lane, start, span, weight, label, from_parent });
        }
        Lanes::sort(&mut subjects);
        Self { outline, words, root, file, search, scale, subjects }
    }

    /// The rows of each lane, and what of it is shown.
    pub fn lanes(&self, is_shown: impl Fn(usize) -> bool) -> Lanes {
        let mut counts = vec![0; self.outline.lanes.len()];
        let shown = || self.subjects.iter().copied().filter(|subject| is_shown(subject.entry));
        for subject in shown() {
            counts.get_mut(subject.lane).into_iter().for_each(|count| *count += 1);
        }
        Lanes::new(shown(), &lane_rows(&counts, ROWS))
    }

    /// A phrase.
    pub fn say(&self, phrase: Phrase) -> String {
        self.words.phrases.get(phrase).to_owned()
    }

    /// A phrase with values filled in.
    pub fn fill(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        self.words.phrases.fill(phrase, values)
    }

    /// An entry's title; empty for an entry that does not exist.
    pub fn title(&self, entry: usize) -> &str {
        self.outline.entries.get(entry).map(|entry| entry.title.as_str()).unwrap_or_default()
    }

    /// An entry's date in words.
    pub fn date(&self, entry: usize, style: Style) -> String {
        self.outline.entries.get(entry).map(|entry| self.words.dates.text(entry.date, style)).unwrap_or_default()
    }

    /// Hue and shape of a lane.
    pub fn look(&self, lane: usize) -> (String, String) {
        self.outline.lanes.get(lane).map(|lane| (lane.hue.clone(), lane.shape.clone())).unwrap_or_default()
    }

    /// How many entries are shown, in words.
    pub fn count_text(&self, shown: usize) -> String {
        let total = self.outline.entries.len();
        let forms = if shown == total {
            [Phrase::CountOne, Phrase::CountMany, Phrase::CountOther]
        } else {
            [Phrase::CountSomeOne, Phrase::CountSomeMany, Phrase::CountSomeOther]
        };
        self.words.phrases.count(&self.words.lang, forms, shown, total)
    }
}
