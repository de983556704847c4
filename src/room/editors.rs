//! Notes under their questions: a field for each, kept as one types.

use super::keeping::Keeping;
use super::state::Room;
use crate::browser::{self, Child, Event};
use crate::html::Html;
use crate::i18n::Phrase;
use crate::notes::{Hash, MOST_LABEL_UNITS, MOST_TEXT_UNITS, Note, NoteKey, Revision};

/// A note, around the field that it is written in.
const NOTE: &str = "[data-note-id]";
/// As many notes of a question are on the page at first, and more with every wish for more.
const PAGE: usize = 20;
/// Where the device remembers who writes on it.
const LABEL: &str = "frise.label";

/// What stands under a question.
enum Item<'a> {
    /// What a note says; and whether it says something else too.
    Head(&'a Note, &'a Revision, bool),
    /// A field to write in.
    Blank(&'a NoteKey),
    /// Where a note was.
    Gone(&'a Note),
}

/// Writes the notes of all questions anew; a field that is being written in stays as it is.
pub fn refresh(room: &Room) {
    let kept = kept(room);
    for question in room.questions.iter() {
        let within = format!("[data-question='{}']", question.id);
        let Some(list) = browser::list(&format!("{within} [data-note-list]")) else { continue };
        {
            let state = &mut *room.state.borrow_mut();
            let is_there = |key: &NoteKey| key.question == question.id;
            if !state.notes.iter().any(|note| is_there(&note.key)) && !state.blank.iter().any(is_there) {
                state.blank.push(NoteKey { question: question.id.clone(), id: browser::random_id() });
            }
        }
        browser::set_children(&list, &children(room, &question.id));
        browser::set_text(&format!("{within} [data-kept]"), &kept);
        browser::set_class(&format!("{within} [data-kept]"), "is-unkept", is_unkept(room));
    }
}

fn is_unkept(room: &Room) -> bool {
    matches!(room.state.borrow().keeping, Keeping::Memory(_))
}

/// Where notes are kept, in a few words.
fn kept(room: &Room) -> String {
    let phrase = match room.state.borrow().keeping {
        Keeping::Opening | Keeping::Kept(true) => Phrase::NotesKept,
        Keeping::Kept(false) => Phrase::NotesUnpromised,
        Keeping::Memory(_) => Phrase::NotesUnkept,
    };
    room.say(phrase).to_owned()
}

fn children(room: &Room, question: &str) -> Vec<Child> {
    let state = room.state.borrow();
    let mut notes = state.notes.of_question(question);
    let most = state.shown.get(question).copied().unwrap_or(PAGE);
    let more = notes.len().saturating_sub(most);
    // The newest are those that are written on.
    let notes = notes.split_off(more);
    let mut items = Vec::new();
    for note in notes {
        let heads = note.heads();
        let apart = heads.len() > 1;
        items.extend(heads.into_iter().map(|head| Item::Head(note, head, apart)));
    }
    items.extend(state.gone.of_question(question).into_iter().map(Item::Gone));
    let begun = |item: &Item| match item {
        Item::Head(note, ..) | Item::Gone(note) => Some((note.begun().to_owned(), note.key.id.clone())),
        Item::Blank(_) => None,
    };
    items.sort_by_key(begun);
    items.extend(state.blank.iter().filter(|key| key.question == question).map(Item::Blank));
    let number = |at: usize| (more + at + 1).to_string();
    let fields = items.iter().enumerate().map(|(at, item)| child(room, item, &number(at)));
    (more > 0).then(|| show_more(room, more)).into_iter().chain(fields).collect()
}

/// A button for the notes that are not on the page.
fn show_more(room: &Room, more: usize) -> Child {
    let mut html = Html::default();
    html.start("button").attr("type", "button").attr("class", "chip note-more").attr("data-note-more", "");
    html.text(&room.fill(Phrase::NoteMore, &[("n", &more.to_string())]));
    Child { key: format!("more {more}"), html: html.finish(), values: Vec::new() }
}

fn child(room: &Room, item: &Item, number: &str) -> Child {
    match item {
        Item::Head(note, head, apart) => {
            let values = vec![("textarea", head.text.clone()), ("input", head.label.clone())];
            let html = field(room, &note.key, number, Some(head.hash), *apart);
            Child { key: key_of(&note.key, Some(head.hash), *apart), html, values }
        }
        Item::Blank(key) => {
            let label = browser::remembered(LABEL).unwrap_or_default();
            let html = field(room, key, number, None, false);
            Child { key: key_of(key, None, false), html, values: vec![("input", label)] }
        }
        Item::Gone(note) => {
            let mut html = Html::default();
            html.start("p").attr("class", "note-gone").attr("data-note-id", &note.key.id);
            html.text(room.say(Phrase::NoteGone)).text(" ");
            html.start("button").attr("type", "button").attr("class", "plain").attr("data-note-undo", "");
            html.text(room.say(Phrase::NoteUndo));
            Child { key: format!("{} gone", note.key.id), html: html.finish(), values: Vec::new() }
        }
    }
}

/// What tells a field from all others: what it shows belongs to it.
fn key_of(key: &NoteKey, head: Option<Hash>, apart: bool) -> String {
    let head = head.map(|head| head.to_string()).unwrap_or_default();
    format!("{} {head}{}", key.id, if apart { " apart" } else { "" })
}

fn field(room: &Room, key: &NoteKey, number: &str, head: Option<Hash>, apart: bool) -> String {
    let mut html = Html::default();
    let button = |html: &mut Html, hook: &str, phrase| {
        html.start("button").attr("type", "button").attr("class", "plain").attr(hook, "");
        html.text(room.say(phrase)).close();
    };
    html.start("div").attr("class", "note-field").attr("data-note-id", &key.id);
    html.attr("data-head", &head.map(|head| head.to_string()).unwrap_or_default());
    if apart {
        html.start("p").attr("class", "note-apart").text(room.say(Phrase::NoteApart)).text(" ");
        button(&mut html, "data-note-keep", Phrase::NoteKeep);
        html.close();
    }
    html.start("textarea").attr("data-note", "").attr("rows", "3").attr("maxlength", &MOST_TEXT_UNITS.to_string());
    html.attr("aria-label", &room.fill(Phrase::NoteName, &[("n", number)])).close();
    html.start("div").attr("class", "note-printed").attr("dir", "auto").close();
    html.start("p").attr("class", "note-foot").start("label");
    html.start("span").text(room.say(Phrase::NoteLabel)).close();
    html.start("input").attr("data-label", "").attr("maxlength", &MOST_LABEL_UNITS.to_string()).attr("dir", "auto");
    html.attr("autocomplete", "off").void().close();
    button(&mut html, "data-note-delete", Phrase::NoteDelete);
    html.finish()
}

/// Something was typed: if it is in a note, that is taken in and kept.
pub fn typed(room: &Room, event: &Event) {
    if !browser::is_within(event, "[data-note], [data-label]") {
        return;
    }
    let Some((key, head)) = note_of(event) else { return };
    let within = format!("[data-note-id='{}'][data-head='{head}']", key.id);
    let text = browser::value_of_field(&format!("{within} textarea"));
    let label = browser::value_of_field(&format!("{within} input"));
    if browser::is_within(event, "[data-label]") {
        browser::remember(LABEL, Some(&label));
    }
    let over: Vec<Hash> = Hash::parse(&head).into_iter().collect();
    if over.is_empty() && text.is_empty() {
        return;
    }
    let change = {
        let state = room.state.borrow();
        let none = Note::new(key.clone());
        state.notes.get(&key).unwrap_or(&none).rewriting(&over, &browser::time(), &label, &text)
    };
    let Some(change) = change else { return };
    let hash = change.added.hash;
    room.write(&key, change);
    let apart = {
        let mut state = room.state.borrow_mut();
        state.blank.retain(|blank| *blank != key);
        let note = state.notes.get(&key).map(|note| note.heads().len());
        if note.is_none() {
            // All was taken out again: the field is as good as a blank one.
            state.blank.push(key.clone());
        }
        note.map(|heads| heads > 1)
    };
    let head = apart.map(|_| hash);
    browser::set_closest_attribute(event, NOTE, "data-key", &key_of(&key, head, apart.unwrap_or_default()));
    let head = head.map(|head| head.to_string()).unwrap_or_default();
    browser::set_closest_attribute(event, NOTE, "data-head", &head);
}

/// The note around an event's target, and the hash of what it shows.
fn note_of(event: &Event) -> Option<(NoteKey, String)> {
    let question = browser::closest_attribute(event, "[data-question]", "data-question")?;
    let id = browser::closest_attribute(event, NOTE, "data-note-id")?;
    let head = browser::closest_attribute(event, NOTE, "data-head").unwrap_or_default();
    Some((NoteKey { question, id }, head))
}

/// A click on one of the buttons of a note, or on those under it. True if it was one.
pub fn clicked(room: &Room, event: &Event) -> bool {
    let is_on = |hook: &str| browser::is_within(event, &format!("[{hook}]"));
    let Some(question) = browser::closest_attribute(event, "[data-question]", "data-question") else { return false };
    if is_on("data-note-add") {
        add(room, &question);
    } else if is_on("data-note-more") {
        *room.state.borrow_mut().shown.entry(question).or_insert(PAGE) += PAGE;
        refresh(room);
    } else if let Some((key, head)) = note_of(event) {
        if is_on("data-note-delete") {
            delete(room, &key);
        } else if is_on("data-note-undo") {
            room.undo(&key);
            browser::focus(&format!("[data-note-id='{}'] textarea", key.id));
        } else if is_on("data-note-keep") {
            keep_only(room, &key, &head);
        } else {
            return false;
        }
    } else {
        return false;
    }
    true
}

/// A field for one more note; where there is a blank one already, that one.
fn add(room: &Room, question: &str) {
    let key = {
        let mut state = room.state.borrow_mut();
        let blank = state.blank.iter().find(|key| key.question == question).cloned();
        blank.unwrap_or_else(|| {
            let key = NoteKey { question: question.to_owned(), id: browser::random_id() };
            state.blank.push(key.clone());
            key
        })
    };
    refresh(room);
    browser::focus(&format!("[data-note-id='{}'] textarea", key.id));
    browser::bring_into_view(&format!("[data-note-id='{}']", key.id));
}

fn delete(room: &Room, key: &NoteKey) {
    // Focus would keep the field on the page.
    browser::focus(&format!("#title-{}", key.question));
    let was_blank = {
        let mut state = room.state.borrow_mut();
        let before = state.blank.len();
        state.blank.retain(|blank| blank != key);
        before > state.blank.len()
    };
    if was_blank {
        refresh(room);
        browser::focus(&format!("[data-question='{}'] [data-note-add]", key.question));
    } else {
        room.delete(key);
        browser::focus(&format!("[data-note-id='{}'] [data-note-undo]", key.id));
        room.announce(room.say(Phrase::NoteGone));
    }
}

/// Of versions that were written apart one is to stand for all.
fn keep_only(room: &Room, key: &NoteKey, head: &str) {
    let change = {
        let state = room.state.borrow();
        let Some(note) = state.notes.get(key) else { return };
        let Some(chosen) = Hash::parse(head).and_then(|head| note.revision(head)) else { return };
        let heads: Vec<Hash> = note.heads().iter().map(|head| head.hash).collect();
        note.rewriting(&heads, &browser::time(), &chosen.label, &chosen.text)
    };
    browser::focus(&format!("#title-{}", key.question));
    change.into_iter().for_each(|change| room.write(key, change));
    refresh(room);
    browser::focus(&format!("[data-note-id='{}'] textarea", key.id));
}

/// Puts what fields hold beside them as text: paper cannot scroll.
pub fn write_for_paper() {
    browser::copy_values("textarea[data-note]", ".note-printed");
}
