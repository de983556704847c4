//! An entry's article.

use super::edition::{Edition, element, inline, mark_language};
use super::writer::Html;
use crate::content::Entry;
use crate::i18n::{Phrase, Style};

pub(super) fn article(edition: &Edition, html: &mut Html, index: usize, entry: &Entry) {
    let heading = format!("title-{}", entry.id);
    let lane = edition.timeline.site.lanes.get(entry.lane);
    html.start("article").attr("id", &entry.id).attr("class", "entry");
    html.maybe("data-lane", lane.map(|lane| lane.id.as_str())).attr("data-hue", edition.look(entry.lane).0);
    let parent = entry.parent.and_then(|parent| edition.timeline.entries.get(parent));
    html.maybe("data-detail", parent.map(|parent| parent.id.as_str()));
    if entry.weight > 1 {
        html.attr("data-weight", &entry.weight.to_string());
    }
    let regions = entry.regions.iter().filter_map(|&region| edition.timeline.site.regions.get(region));
    let regions: Vec<_> = regions.map(|region| region.id.as_str()).collect();
    if !regions.is_empty() {
        html.attr("data-regions", &regions.join(" "));
    }
    meta(edition, html, index, entry);
    html.start("h4").attr("id", &heading).attr("tabindex", "-1");
    mark_language(html, entry.title.lang());
    html.text(entry.title.as_str()).close();
    if let Some(parent) = parent {
        html.start("p").attr("class", "detail-of").text(edition.say(Phrase::DetailOf)).text(" ");
        html.start("a").attr("href", &format!("#{}", parent.id)).text(parent.title.as_str()).close().close();
    }
    element(html, "p", Some("summary"), &entry.summary);
    if let Some(disagreement) = &entry.disagreement {
        html.start("div").attr("class", "disagreement").attr("data-disagreement", "");
        html.start("strong").text(edition.say(Phrase::Disagree)).close();
        element(html, "p", None, disagreement);
        html.close();
    }
    note(edition, html, entry);
    sources(edition, html, entry);
    questions(edition, html, entry);
    links(edition, html, index);
    html.close();
}

/// Date, lane and regions.
fn meta(edition: &Edition, html: &mut Html, index: usize, entry: &Entry) {
    html.start("p").attr("class", "meta");
    edition.mark_in_hue(html, entry.lane);
    html.start("strong").start("time").attr("datetime", &entry.date.to_string());
    html.attr("data-precision", entry.date.precision().name());
    html.text(&edition.date(index, Style::Long)).close().close().text(" ");
    if let Some(lane) = edition.timeline.site.lanes.get(entry.lane) {
        element(html, "span", Some("lane-of"), &lane.name);
    }
    html.text(" ").start("span").attr("class", "regions");
    for (at, region) in entry.regions.iter().filter_map(|&region| edition.timeline.site.regions.get(region)).enumerate()
    {
        if at > 0 {
            html.text(", ");
        }
        inline(html, &region.name);
    }
    html.close().close();
}

/// What limits the date or place, and confidence where it is not high.
fn note(edition: &Edition, html: &mut Html, entry: &Entry) {
    if entry.note.is_none() && !entry.uncertain {
        return;
    }
    html.start("div").attr("class", "note");
    if let Some(note) = &entry.note {
        element(html, "p", None, note);
    }
    if entry.uncertain {
        html.start("p").attr("class", "confidence").text(edition.say(Phrase::ConfidenceMedium)).close();
    }
    html.close();
}

/// A plain numbered list: the title leads to the source, the publisher to what the source says.
fn sources(edition: &Edition, html: &mut Html, entry: &Entry) {
    let forms = [Phrase::SourcesOne, Phrase::SourcesMany, Phrase::SourcesOther];
    let count = entry.citations.len();
    if count == 0 {
        return;
    }
    let heading = edition.words.phrases.count(&edition.words.lang, forms, count, count);
    html.start("div").attr("class", "sources-of");
    html.start("p").attr("class", "label-line").text(&heading).close().start("ol");
    for source in entry.citations.iter().filter_map(|citation| edition.timeline.sources.get(citation.source)) {
        html.start("li");
        edition.source_link(html, source, Some(""));
        html.text(" ").start("a").attr("class", "publisher").attr("href", &format!("#source-{}", source.id));
        html.attr("aria-describedby", "source-says").text(&source.publisher).close().close();
    }
    html.close().close();
}

/// The questions it bears on.
fn questions(edition: &Edition, html: &mut Html, entry: &Entry) {
    if entry.questions.is_empty() {
        return;
    }
    html.start("div").attr("class", "bears-on");
    html.start("p").attr("class", "label-line").text(edition.say(Phrase::BearsOn)).close().start("ul");
    for (number, question) in
        entry.questions.iter().filter_map(|&at| Some((at + 1, edition.timeline.questions.get(at)?)))
    {
        html.start("li").start("span").attr("class", "number").text(&number.to_string()).close().text(" ");
        html.start("a").attr("href", &format!("#{}", question.words.id));
        mark_language(html, question.words.text.lang());
        html.text(question.words.text.as_str()).close().close();
    }
    html.close().close();
}

/// The neighbouring entries, the way to the frieze, and a link to copy.
fn links(edition: &Edition, html: &mut Html, index: usize) {
    html.start("p").attr("class", "article-links");
    let neighbours = [(index.checked_sub(1), "prev", Phrase::Previous), (Some(index + 1), "next", Phrase::Next)];
    for (at, rel, label) in neighbours {
        if let Some(neighbour) = at.and_then(|at| edition.timeline.entries.get(at)) {
            html.start("a").attr("rel", rel).attr("href", &format!("#{}", neighbour.id));
            html.start("span").attr("class", "visually-hidden").text(edition.say(label));
            html.text(edition.say(Phrase::Colon)).close();
            inline(html, &neighbour.title);
            html.close();
        }
    }
    for (hook, label) in [("data-locate", Phrase::BackToFrieze), ("data-copy", Phrase::CopyLink)] {
        html.start("button").attr("type", "button").attr("class", "plain needs-script").attr(hook, "");
        html.attr("disabled", "").text(edition.say(label)).close();
    }
    html.close();
}
