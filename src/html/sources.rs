//! Sources and method: how facts were gathered, and every source once, with what it says and the
//! entries that rest on it.

use super::edition::{Edition, element, mark_language};
use super::writer::Html;
use crate::content::Source;
use crate::i18n::{Phrase, Style};

/// So many entries are listed under a source; of more, their number is said.
const MOST_ENTRIES: usize = 50;

/// The last part of the page.
pub fn sources(edition: &Edition) -> String {
    let mut html = Html::default();
    html.start("h2").attr("id", "sources-title").text(edition.say(Phrase::PartSources)).close();
    html.start("div").attr("class", "method").start("h3").text(edition.say(Phrase::Method)).close();
    for paragraph in &edition.timeline.site.method {
        element(&mut html, "p", None, paragraph);
    }
    html.close();
    html.start("h3").text(edition.say(Phrase::PartSourcesList)).close();
    html.start("p").attr("class", "sources-intro").text(edition.say(Phrase::SourcesIntro)).close();
    html.start("ol").attr("class", "source-list");
    for (index, source) in edition.timeline.sources.iter().enumerate() {
        write_source(edition, &mut html, index, source);
    }
    html.finish()
}

fn write_source(edition: &Edition, html: &mut Html, index: usize, source: &Source) {
    html.start("li").attr("id", &format!("source-{}", source.id)).attr("tabindex", "-1").start("p");
    edition.source_link(html, source, None);
    html.text(" ").start("span").attr("class", "publisher").text(&source.publisher);
    if let Some(date) = source.date {
        html.text(", ").text(&edition.words.dates.text(date, Style::Long));
    }
    html.close();
    if source.lang != edition.timeline.lang {
        html.text(" ").start("span").attr("class", "in-lang").text(&source.lang).close();
    }
    html.close().start("ul");
    let entries = source.entries.iter().filter_map(|&entry| edition.timeline.entries.get(entry));
    for entry in entries.take(MOST_ENTRIES) {
        html.start("li").start("a").attr("href", &format!("#{}", entry.id));
        mark_language(html, entry.title.lang());
        html.text(entry.title.as_str()).close();
        let citation = entry.citations.iter().find(|citation| citation.source == index);
        if let Some(says) = citation.and_then(|citation| citation.says.as_ref()) {
            html.text(edition.say(Phrase::Colon));
            element(html, "span", Some("says"), says);
        }
        html.close();
    }
    edition.more_entries(html, source.entries.len().saturating_sub(MOST_ENTRIES));
    html.close().close();
}
