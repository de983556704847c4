//! What texts are written from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::content::{Text, Timeline};
use crate::i18n::{Phrase, Style, Words};
use crate::page::ids;
use crate::time::Edtf;

/// A timeline with all it says, and the interface's words. In context where texts are written: in the prerender and
/// in the program for other files. The page's own program has none, see [`super::parts::hole`].
#[derive(Debug)]
pub struct Edition {
    /// The content.
    pub timeline: Timeline,
    /// The interface's words.
    pub words: Words,
    /// The way to the page with the entries; empty where it is this one.
    pub entries_at: String,
    /// The way to the page with the list of sources; empty where both are on one page.
    pub sources_at: String,
}

/// The edition around a component of text.
pub fn use_edition() -> Arc<Edition> {
    expect_context()
}

impl Edition {
    /// A phrase.
    pub fn say(&self, phrase: Phrase) -> String {
        self.words.phrases.get(phrase).to_owned()
    }

    /// A phrase with values filled in.
    pub fn fill(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        self.words.phrases.fill(phrase, values)
    }

    /// When the event took place, in words; nothing where the page has none.
    pub fn event_date(&self) -> String {
        let date = self.timeline.conversation.as_ref().and_then(|event| Edtf::parse(&event.date).ok());
        date.map(|date| self.words.dates.text(date, Style::Long)).unwrap_or_default()
    }

    /// Whether the page has that part.
    pub fn has_part(&self, id: &str) -> bool {
        id != ids::CONVERSATION || self.timeline.conversation.is_some()
    }

    /// A link to an entry, or to a part of the page with the entries.
    pub fn entry_link(&self, id: &str) -> String {
        format!("{}{}", self.entries_at, ids::link(id))
    }

    /// A link to a source's place in the list.
    pub fn source_link(&self, id: &str) -> String {
        format!("{}{}", self.sources_at, ids::link(&ids::source(id)))
    }

    /// Hue and shape of a lane.
    pub fn look(&self, lane: usize) -> (String, String) {
        self.timeline.site.lanes.get(lane).map(|lane| (lane.hue.clone(), lane.shape.clone())).unwrap_or_default()
    }
}

/// The direction in which a language is written.
pub fn direction(lang: &str) -> &'static str {
    match lang.split('-').next() {
        Some("ar" | "fa" | "he" | "ps" | "ur" | "yi") => "rtl",
        _ => "ltr",
    }
}

/// `lang` and `dir` of a text that is not in the page's language.
pub fn language(text: &Text) -> (Option<String>, Option<String>) {
    (text.lang().map(str::to_owned), text.lang().map(|lang| direction(lang).to_owned()))
}
