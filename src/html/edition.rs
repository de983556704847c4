//! A timeline with the words of its interface, and the small pieces that every part writes.

use super::writer::Html;
use crate::content::{Source, Text, Timeline};
use crate::i18n::{Phrase, Style, Words};

/// What a page is made from.
#[derive(Debug)]
pub struct Edition {
    /// The content.
    pub timeline: Timeline,
    /// The interface's words.
    pub words: Words,
    /// The way from this page to the folder that holds all languages: empty or `../`.
    pub root: String,
    /// Where the timeline's file lies.
    pub file: String,
}

impl Edition {
    /// The page's own timeline.
    pub fn own(timeline: Timeline, words: Words, root: String) -> Self {
        let file = format!("{root}bundle/{}.json", timeline.lang);
        Self { timeline, words, root, file }
    }

    /// A phrase.
    pub fn say(&self, phrase: Phrase) -> &str {
        self.words.phrases.get(phrase)
    }

    /// A phrase with values filled in.
    pub fn fill(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        self.words.phrases.fill(phrase, values)
    }

    /// Two texts as a label and what it labels, as the language joins them.
    pub fn labelled(&self, label: Phrase, text: &str) -> String {
        format!("{}{}{text}", self.say(label), self.say(Phrase::Colon))
    }

    /// An entry's title; empty for an entry that does not exist.
    pub fn title(&self, entry: usize) -> &str {
        self.timeline.entries.get(entry).map(|entry| entry.title.as_str()).unwrap_or_default()
    }

    /// An entry's date in words.
    pub fn date(&self, entry: usize, style: Style) -> String {
        self.timeline.entries.get(entry).map(|entry| self.words.dates.text(entry.date, style)).unwrap_or_default()
    }

    /// Hue and shape of a lane.
    pub fn look(&self, lane: usize) -> (&str, &str) {
        self.timeline.site.lanes.get(lane).map(|lane| (lane.hue.as_str(), lane.shape.as_str())).unwrap_or_default()
    }

    /// The end of a list that leaves out so many entries: their number.
    pub fn more_entries(&self, html: &mut Html, left_out: usize) {
        if left_out > 0 {
            html.start("li").text(&self.fill(Phrase::MoreEntries, &[("n", &left_out.to_string())])).close();
        }
    }

    /// The mark of a lane: its shape in its hue, decoration only.
    pub fn mark(&self, html: &mut Html, lane: usize) {
        let (hue, shape) = self.look(lane);
        html.start("span").attr("class", "mark").attr("data-hue", hue).attr("data-shape", shape).close();
    }

    /// A mark inside an element that has the hue already.
    pub fn mark_in_hue(&self, html: &mut Html, lane: usize) {
        html.start("span").attr("class", "mark").attr("data-shape", self.look(lane).1).close();
    }

    /// A source's title, linked to its address: our description in brackets in the page's language, a
    /// published title marked with the source's own.
    pub(super) fn source_link(&self, html: &mut Html, source: &Source, hook: Option<&str>) {
        html.start("a").maybe("data-source", hook).attr("href", &source.url).attr("rel", "external noopener");
        if source.described {
            mark_language(html, source.title.lang());
            html.text("[").text(source.title.as_str()).text("]");
        } else {
            mark_language(html, Some(source.lang.as_str()).filter(|lang| *lang != self.timeline.lang));
            html.text(source.title.as_str());
        }
        html.close();
    }

    /// Small numbered links to entries, such as a figure's sources.
    pub(super) fn numbered_links(&self, html: &mut Html, entries: &[usize]) {
        html.start("span").attr("class", "figure-sources");
        for (number, entry) in entries.iter().filter_map(|&entry| self.timeline.entries.get(entry)).enumerate() {
            let label = self.fill(Phrase::FigureSource, &[("title", entry.title.as_str())]);
            html.start("a").attr("class", "figure-source").attr("href", &format!("#{}", entry.id));
            let number = (number + 1).to_string();
            html.attr("aria-label", &format!("{number} – {label}")).text(&number).close();
        }
        html.close();
    }
}

/// Marks the element just started with a language that is not the page's.
pub(super) fn mark_language(html: &mut Html, lang: Option<&str>) {
    html.maybe("lang", lang).maybe("dir", lang.map(direction));
}

/// A text in an element of its own.
pub(super) fn element(html: &mut Html, tag: &'static str, class: Option<&str>, text: &Text) {
    html.start(tag).maybe("class", class);
    mark_language(html, text.lang());
    html.text(text.as_str()).close();
}

/// A text within a line: an element only where its language has to be marked.
pub(super) fn inline(html: &mut Html, text: &Text) {
    if text.lang().is_some() {
        element(html, "span", None, text);
    } else {
        html.text(text.as_str());
    }
}

/// The direction in which a language is written.
pub fn direction(lang: &str) -> &'static str {
    match lang.split('-').next() {
        Some("ar" | "fa" | "he" | "ps" | "ur" | "yi") => "rtl",
        _ => "ltr",
    }
}
