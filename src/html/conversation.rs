//! The conversation: the event and its questions, the evidence they rest on, prompts for a workshop.

use super::edition::{Edition, element, inline, mark_language};
use super::panels::entry_links;
use super::writer::Html;
use crate::content::{Conversation, Question, Status, Text};
use crate::i18n::{Phrase, Style};
use crate::time::Edtf;

/// The part; empty where the page has no event.
pub fn conversation(edition: &Edition) -> String {
    let mut html = Html::default();
    let Some(conversation) = &edition.timeline.conversation else { return String::new() };
    let date =
        Edtf::parse(&conversation.date).map(|date| edition.words.dates.text(date, Style::Long)).unwrap_or_default();
    let intro = edition.fill(Phrase::EventIntro, &[("date", &date), ("name", conversation.name.as_str())]);
    html.start("div").attr("class", "conversation-head");
    html.start("h2").attr("id", "conversation-title").text(edition.say(Phrase::PartConversation)).close();
    html.start("p").attr("class", "event-intro");
    html.start("a").attr("href", &format!("#{}", conversation.entry)).text(&intro).close().close();
    html.close();
    for (index, question) in edition.timeline.questions.iter().enumerate() {
        write_question(edition, &mut html, index, question);
    }
    html.start("p").attr("class", "message room-failed").text(edition.say(Phrase::RoomFailed)).close();
    // What the conversation's tools write once they run.
    html.start("div").attr("id", "room").close();
    event(edition, &mut html, conversation);
    html.finish()
}

/// The event: article, chairs, participants, and what is not known.
fn event(edition: &Edition, html: &mut Html, conversation: &Conversation) {
    let article = edition.timeline.find_source(&conversation.article).and_then(|at| edition.timeline.sources.get(at));
    html.start("dl").attr("class", "event");
    html.start("dt").text(edition.say(Phrase::EventArticle)).close().start("dd");
    inline(html, &conversation.title);
    html.text(" ").start("span").attr("class", "status").text(edition.say(status_phrase(conversation.status))).close();
    if let Some(original) = &conversation.original {
        html.text(" ");
        element(html, "span", Some("original"), original);
    }
    if let Some(source) = article {
        html.text(" ").start("a").attr("class", "publisher").attr("href", &format!("#source-{}", source.id));
        html.text(&source.publisher).close();
    }
    html.close();
    html.start("dt").text(edition.say(Phrase::EventChairs)).close().start("dd").start("ul");
    for chair in &conversation.chairs {
        html.start("li").start("strong").text(&chair.name).close().text(", ");
        inline(html, &chair.office);
        if let Some(said) = &chair.said {
            element(html, "p", None, said);
        }
        html.close();
    }
    html.close().close();
    html.start("dt")
        .text(edition.say(Phrase::EventParticipants))
        .close()
        .start("dd")
        .start("ul")
        .attr("class", "inline");
    for group in &conversation.participants {
        element(html, "li", None, group);
    }
    html.close().close();
    html.start("dt").text(edition.say(Phrase::EventNotes)).close().start("dd").attr("class", "event-notes");
    for note in &conversation.notes {
        element(html, "p", None, note);
    }
    html.close().close();
}

fn status_phrase(status: Status) -> Phrase {
    match status {
        Status::Original => Phrase::StatusOriginal,
        Status::Published => Phrase::StatusPublished,
        Status::Unofficial => Phrase::StatusUnofficial,
    }
}

/// A question, as large as it deserves.
fn write_question(edition: &Edition, html: &mut Html, index: usize, question: &Question) {
    let words = &question.words;
    let heading = format!("title-{}", words.id);
    html.start("article").attr("id", &words.id).attr("class", "question").attr("data-question", &words.id);
    html.attr("aria-labelledby", &heading);
    html.start("p").attr("class", "question-number").attr("aria-hidden", "true").text(&(index + 1).to_string()).close();
    html.start("div").attr("class", "question-body");
    html.start("h3").attr("id", &heading).attr("tabindex", "-1");
    mark_language(html, words.text.lang());
    html.text(words.text.as_str()).close();
    provenance(edition, html, question);
    html.start("div").attr("class", "columns").start("div");
    list(edition, html, Phrase::Stressed, ("ul", "stressed"), &words.stressed);
    list(edition, html, Phrase::Prompts, ("ol", "prompts"), &words.prompts);
    html.close().start("div");
    html.start("h4").text(edition.say(Phrase::OnFrieze)).close().start("ul").attr("class", "entry-list");
    entry_links(edition, html, &question.entries);
    html.close().close().close();
    notes(edition, html, &words.id);
    html.close().close();
}

/// Room for the reader's own notes, in its place and disabled until the conversation's tools run.
fn notes(edition: &Edition, html: &mut Html, question: &str) {
    let heading = format!("notes-{question}");
    html.start("section").attr("class", "notes needs-room");
    html.start("h4").attr("id", &heading).text(edition.say(Phrase::Notes)).close();
    html.start("p").attr("class", "status").attr("data-kept", "").text(edition.say(Phrase::NotesKept)).close();
    html.start("div").attr("data-note-list", "").start("textarea").attr("data-note", "").attr("disabled", "");
    html.attr("aria-labelledby", &heading).close().close();
    html.start("p").attr("class", "note-tools");
    for (hook, phrase, class) in [
        ("data-note-add", Phrase::NoteAdd, "chip"),
        ("data-export-of", Phrase::NotesExport, "chip"),
        ("data-presenter", Phrase::Present, "chip chip-main"),
    ] {
        html.start("button").attr("type", "button").attr("class", class).attr(hook, "").attr("disabled", "");
        html.text(edition.say(phrase)).close();
    }
    html.close().close();
}

fn list(edition: &Edition, html: &mut Html, heading: Phrase, (tag, class): (&'static str, &str), items: &[Text]) {
    html.start("h4").text(edition.say(heading)).close().start(tag).attr("class", class);
    for item in items {
        element(html, "li", None, item);
    }
    html.close();
}

/// Where a question's wording comes from, with the original and our own beside it.
fn provenance(edition: &Edition, html: &mut Html, question: &Question) {
    let words = &question.words;
    html.start("div").attr("class", "provenance").start("p").attr("class", "status");
    html.text(edition.say(status_phrase(words.status)));
    if let Some(source) = question.published_in.and_then(|at| edition.timeline.sources.get(at)) {
        html.text(" ").start("a").attr("class", "publisher").attr("href", &format!("#source-{}", source.id));
        html.text(&source.publisher).close();
    }
    html.close();
    for (label, text) in [(Phrase::OriginalLabel, &words.original), (Phrase::OursLabel, &words.ours)] {
        if let Some(text) = text {
            html.start("p").attr("class", "beside").start("span").attr("class", "status");
            html.text(edition.say(label)).text(edition.say(Phrase::Colon)).close();
            inline(html, text);
            html.close();
        }
    }
    if let Some(note) = &words.note {
        element(html, "p", Some("note"), note);
    }
    html.close();
}
