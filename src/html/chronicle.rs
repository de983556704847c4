//! The chronicle: the same entries as articles in the order of time. It is the text that reads
//! without script, prints, and is found by search engines.

use super::article::article;
use super::edition::{Edition, element};
use super::writer::Html;
use crate::i18n::{Phrase, Style};

/// Phases, then years with their articles.
pub fn chronicle(edition: &Edition) -> String {
    let mut html = Html::default();
    // What a link to a source's own place on the page is described by.
    html.start("span").attr("id", "source-says").attr("hidden", "").text(edition.say(Phrase::SourceSays)).close();
    phases(edition, &mut html);
    years(edition, &mut html, 0..edition.timeline.entries.len());
    html.finish()
}

/// Years with the articles of these entries, which are in the chronicle's order.
pub fn years(edition: &Edition, html: &mut Html, entries: impl Iterator<Item = usize>) {
    let mut open: Option<i64> = None;
    for index in entries {
        let Some(entry) = edition.timeline.entries.get(index) else { continue };
        // A detail stands by its parent, whatever its own year.
        let dated = entry.parent.and_then(|parent| edition.timeline.entries.get(parent)).unwrap_or(entry);
        let year = dated.date.anchor().civil().year;
        if open != Some(year) {
            if open.replace(year).is_some() {
                html.close().close();
            }
            let heading = format!("year-{year}");
            html.start("section").attr("class", "year").attr("aria-labelledby", &heading);
            html.start("h3").attr("id", &heading).text(&edition.words.dates.year(year)).close();
            html.start("div").attr("class", "entries");
        }
        article(edition, html, index, entry);
    }
    if open.is_some() {
        html.close().close();
    }
}

/// The background periods with the entries they come from.
fn phases(edition: &Edition, html: &mut Html) {
    if edition.timeline.eras.is_empty() {
        return;
    }
    html.start("section").attr("class", "phases").attr("aria-labelledby", "phases-title");
    html.start("h3").attr("id", "phases-title").text(edition.say(Phrase::Eras)).close();
    html.start("ul");
    for era in &edition.timeline.eras {
        html.start("li");
        element(html, "strong", None, &era.name);
        html.start("span").attr("class", "era-date").text(&edition.words.dates.text(era.date, Style::Long)).text(" ");
        if era.end_disputed {
            html.start("span").attr("class", "disputed").text(edition.say(Phrase::EraDisputed)).close().text(" ");
        }
        edition.numbered_links(html, &era.entries);
        html.close();
        if let Some(note) = &era.note {
            element(html, "p", None, note);
        }
        html.close();
    }
    html.close().close();
}
