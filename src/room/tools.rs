//! What stands after the questions: what is kept and where, files, and what to do with all notes.

use super::files;
use super::keeping::Keeping;
use super::state::Room;
use crate::browser::{self, Event, StoreError};
use crate::export::Format;
use crate::html::Html;
use crate::i18n::Phrase;

/// Writes what does not change.
pub fn install(room: &Room) {
    let mut html = Html::default();
    html.start("section").attr("class", "room").attr("aria-labelledby", "room-title");
    html.start("h3").attr("id", "room-title").attr("tabindex", "-1").text(room.say(Phrase::RoomTitle)).close();
    html.start("div").attr("data-room-state", "").close();
    html.start("div").attr("class", "room-tools");
    group(room, &mut html, "room-save", Phrase::RoomSave, Phrase::RoomSaveHint);
    scope(room, &mut html);
    html.start("p").attr("class", "chips");
    for format in Format::ALL {
        let phrase = match format {
            Format::Json => Phrase::RoomJson,
            Format::Markdown => Phrase::RoomMarkdown,
            Format::Csv => Phrase::RoomCsv,
        };
        button(room, &mut html, "data-export", format.hook(), phrase);
    }
    html.close().start("p").attr("class", "status").attr("data-saved", "").close().close();
    group(room, &mut html, "room-open", Phrase::RoomOpen, Phrase::RoomOpenHint);
    html.start("p").start("label").attr("class", "chip chip-main file").text(room.say(Phrase::RoomOpenFiles));
    html.start("input").attr("type", "file").attr("data-import", "");
    html.attr("multiple", "").attr("accept", files::ACCEPTED).void().close().close().close();
    group(room, &mut html, "room-handout", Phrase::RoomHandout, Phrase::RoomHandoutHint);
    html.start("p").attr("class", "chips");
    button(room, &mut html, "data-handout", "questions", Phrase::RoomHandoutQuestions);
    button(room, &mut html, "data-handout", "chronicle", Phrase::RoomHandoutChronicle);
    html.close().close();
    group(room, &mut html, "room-delete", Phrase::RoomDelete, Phrase::RoomDeleteHint);
    html.start("p").attr("class", "chips");
    button(room, &mut html, "data-delete-all", "", Phrase::RoomDeleteAll);
    html.close().close();
    html.close();
    html.start("div").attr("data-incoming", "").close();
    html.start("div").attr("data-synthesis", "").close();
    html.close();
    html.start("dialog").attr("id", "delete-all").attr("class", "panel").attr("aria-labelledby", "delete-all-title");
    html.start("p").attr("id", "delete-all-title").close();
    html.start("p").attr("class", "chips");
    for (hook, phrase) in [
        ("data-delete-no", Phrase::DeleteNo),
        ("data-delete-save", Phrase::DeleteSave),
        ("data-delete-yes", Phrase::DeleteYes),
    ] {
        button(room, &mut html, hook, "", phrase);
    }
    browser::set_html("#room", &html.finish());
}

/// Starts a part of the tools: what it is for, and how.
fn group(room: &Room, html: &mut Html, id: &str, title: Phrase, hint: Phrase) {
    html.start("div").attr("class", "room-group").start("h4").attr("id", id).text(room.say(title)).close();
    html.start("p").attr("class", "status").text(room.say(hint)).close();
}

/// Which notes are saved: those of all questions or of one.
fn scope(room: &Room, html: &mut Html) {
    html.start("p").start("label").start("span").text(room.say(Phrase::RoomScope)).close();
    html.start("select").attr("data-export-scope", "");
    html.start("option").attr("value", "").text(room.say(Phrase::RoomAll)).close();
    for (at, question) in room.questions.iter().enumerate() {
        html.start("option").attr("value", &question.id).text(&format!("{}. {}", at + 1, question.text)).close();
    }
    html.close().close().close();
}

fn button(room: &Room, html: &mut Html, hook: &str, value: &str, phrase: Phrase) {
    html.start("button").attr("type", "button").attr("class", "chip").attr(hook, value);
    html.text(room.say(phrase)).close();
}

/// Writes what follows from the state.
pub fn refresh(room: &Room) {
    let mut html = Html::default();
    state(room, &mut html);
    browser::set_html("[data-room-state]", &html.finish());
}

/// What is kept, and where; and what cannot be.
fn state(room: &Room, html: &mut Html) {
    let state = room.state.borrow();
    let count = state.notes.len().to_string();
    let problem = match &state.keeping {
        Keeping::Opening => return,
        Keeping::Kept(promised) => {
            let phrase = if *promised { Phrase::RoomPromised } else { Phrase::RoomUnpromised };
            html.start("p").attr("data-count-notes", &count).text(&room.fill(Phrase::RoomCount, &[("n", &count)]));
            html.text(" ").text(room.say(phrase)).close();
            None
        }
        Keeping::Memory(StoreError::Newer) => Some(room.say(Phrase::RoomNewer).to_owned()),
        Keeping::Memory(StoreError::Full) => Some(room.say(Phrase::RoomFull).to_owned()),
        Keeping::Memory(StoreError::Damaged) => Some(room.say(Phrase::RoomDamaged).to_owned()),
        Keeping::Memory(StoreError::Denied(reason)) => Some(room.fill(Phrase::RoomDenied, &[("reason", reason)])),
    };
    if let Some(problem) = problem {
        html.start("p").attr("class", "message").attr("data-problem", "store").attr("role", "status");
        html.text(&problem).text(" ");
        button(room, html, "data-export", Format::Json.hook(), Phrase::RoomJson);
        html.close();
    }
    if !state.unreadable.is_empty() {
        html.start("p").attr("class", "message").attr("data-problem", "unreadable").attr("role", "status");
        html.text(&room.fill(Phrase::RoomUnreadable, &[("n", &state.unreadable.len().to_string())])).text(" ");
        button(room, html, "data-save-unreadable", "", Phrase::RoomUnreadableSave);
        html.close();
    }
}

/// A click on one of the tools.
pub fn clicked(room: &Room, event: &Event) {
    let value = |hook: &str| browser::closest_attribute(event, &format!("[{hook}]"), hook);
    if let Some(format) = value("data-export") {
        files::export(room, &format);
    } else if value("data-export-of").is_some() {
        let question = browser::closest_attribute(event, "[data-question]", "data-question").unwrap_or_default();
        browser::set_field("[data-export-scope]", &question);
        browser::bring_into_view("#room");
        browser::focus("[data-export-scope]");
    } else if value("data-save-unreadable").is_some() {
        files::save_unreadable(room);
    } else if value("data-merge").is_some() {
        files::merge(room);
    } else if value("data-merge-cancel").is_some() {
        files::forget(room);
    } else if value("data-delete-all").is_some() {
        let count = room.state.borrow().notes.len().to_string();
        browser::set_text("#delete-all-title", &room.fill(Phrase::DeleteAsk, &[("n", &count)]));
        browser::show_dialog("#delete-all");
    } else if value("data-delete-no").is_some() {
        browser::close_dialog("#delete-all");
    } else if value("data-delete-save").is_some() {
        browser::set_field("[data-export-scope]", "");
        files::export(room, Format::Json.hook());
    } else if value("data-delete-yes").is_some() {
        browser::close_dialog("#delete-all");
        room.delete_all();
        room.announce(room.say(Phrase::DeleteDone));
    }
}
