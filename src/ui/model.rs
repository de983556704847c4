//! Everything that does not change while the page is open.

use crate::content::{Entry, SearchIndex, Timeline};
use crate::html::Edition;
use crate::i18n::{Phrase, Words};
use crate::layout::{Lanes, ROWS, Scale, Subject, label_width, lane_rows};

/// An edition and what is computed from it once.
#[derive(Debug)]
pub struct Model {
    /// The content and its words.
    pub edition: Edition,
    /// Folded texts.
    pub search: SearchIndex,
    /// The axis.
    pub scale: Scale,
    /// Rows of each lane.
    pub rows: Vec<usize>,
    /// Every entry as the layout sees it, by start.
    pub subjects: Vec<Subject>,
}

impl Model {
    /// Computes the rest from an edition; `search` holds its texts.
    pub fn new(edition: Edition, search: SearchIndex) -> Self {
        let timeline = &edition.timeline;
        let scale = Scale::over(timeline.spans());
        let mut entries_per_lane = vec![0; timeline.site.lanes.len()];
        let mut subjects = Vec::with_capacity(timeline.entries.len());
        for (index, entry) in timeline.entries.iter().enumerate() {
            if let Some(count) = entries_per_lane.get_mut(entry.lane) {
                *count += 1;
            }
            let (start, span) = scale.place(entry.date.span());
            let label = label_width(entry.title.as_str());
            let parent = entry.parent.and_then(|parent| timeline.entries.get(parent));
            let parent = parent.filter(|parent| parent.lane == entry.lane);
            let from_parent = parent.map_or(f64::INFINITY, |parent| (start - scale.place(parent.date.span()).0).abs());
            let Entry { lane, weight, .. } = *entry;
            subjects.push(Subject { entry: index, lane, start, span, weight, label, from_parent });
        }
        Lanes::sort(&mut subjects);
        let rows = lane_rows(&entries_per_lane, ROWS);
        Self { edition, search, scale, rows, subjects }
    }

    /// The content.
    pub fn timeline(&self) -> &Timeline {
        &self.edition.timeline
    }

    /// A phrase.
    pub fn say(&self, phrase: Phrase) -> &str {
        self.edition.say(phrase)
    }

    /// How many entries are shown, in words; `None` for all of them.
    pub fn count_text(&self, shown: Option<usize>) -> String {
        let Words { lang, phrases, .. } = &self.edition.words;
        let total = self.timeline().entries.len();
        let forms = match shown {
            None => [Phrase::CountOne, Phrase::CountMany, Phrase::CountOther],
            Some(shown) if shown == total => [Phrase::CountOne, Phrase::CountMany, Phrase::CountOther],
            Some(_) => [Phrase::CountSomeOne, Phrase::CountSomeMany, Phrase::CountSomeOther],
        };
        phrases.count(lang, forms, shown.unwrap_or(total), total)
    }

    /// A phrase as an owned text, for a view.
    pub fn phrase(&self, phrase: Phrase) -> String {
        self.edition.say(phrase).to_owned()
    }
}
