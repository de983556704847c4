//! Lists of links to entries, and the list of keys.

use super::edition::{Edition, mark_language};
use super::writer::Html;
use crate::i18n::Phrase;

/// Links to entries with mark and year, as the items of a list.
pub fn entry_links(edition: &Edition, html: &mut Html, entries: &[usize]) {
    for entry in entries.iter().filter_map(|&entry| edition.timeline.entries.get(entry)) {
        html.start("li");
        edition.mark(html, entry.lane);
        html.start("span").attr("class", "year-of");
        html.text(&edition.words.dates.year(entry.date.anchor().civil().year)).close();
        html.start("a").attr("href", &format!("#{}", entry.id));
        mark_language(html, entry.title.lang());
        html.text(entry.title.as_str()).close().close();
    }
}

/// The keys of the frieze, each with what it does.
pub fn keys(edition: &Edition, html: &mut Html) {
    html.start("h2").attr("id", "keys-title").text(edition.say(Phrase::KeysTitle)).close();
    html.start("dl");
    for (name, does) in [
        (Phrase::KeyNameArrows, Phrase::KeyArrows),
        (Phrase::KeyNameLanes, Phrase::KeyLanes),
        (Phrase::KeyNameEnds, Phrase::KeyEnds),
        (Phrase::KeyNameEnter, Phrase::KeyEnter),
        (Phrase::KeyNameZoom, Phrase::KeyZoom),
        (Phrase::KeyNameEscape, Phrase::KeyEscape),
        (Phrase::KeyNameHelp, Phrase::KeyHelp),
    ] {
        html.start("dt").start("kbd").text(edition.say(name)).close().close();
        html.start("dd").text(edition.say(does)).close();
    }
    html.close();
    html.start("button").attr("type", "button").attr("class", "plain").attr("popovertarget", "keys");
    html.text(edition.say(Phrase::KeysClose)).close();
}
