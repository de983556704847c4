//! All notes together: counted by question and table, in the order that is wished for, and on paper.

use std::collections::BTreeMap;

use super::state::Room;
use crate::browser::{self, Event};
use crate::export::table_key;
use crate::html::Html;
use crate::i18n::Phrase;
use crate::notes::{Note, Notes, Revision};

/// What one version of a note says, and what it belongs to.
struct Shown<'a> {
    /// Position of the question; after the last for one that the page does not know.
    question: usize,
    note: &'a Note,
    head: &'a Revision,
    /// The note says something else too.
    apart: bool,
}

/// The orders that there are: value, and name.
const ORDERS: [(&str, Phrase); 3] =
    [("table", Phrase::SynthesisByTable), ("time", Phrase::SynthesisByTime), ("room", Phrase::SynthesisTables)];

/// As many notes are listed at first; all of them when the reader asks for them, and on paper.
const PAGE: usize = 100;
/// How long it waits for writing to pause, in milliseconds.
const PAUSE: i32 = 500;

/// Writes it anew once nothing has changed for a while.
pub fn refresh_soon(room: &Room) {
    let waiting = room.synthesis_waits.take();
    waiting.into_iter().for_each(browser::cancel);
    let later = room.clone();
    room.synthesis_waits.set(browser::after(PAUSE, move || refresh(&later)));
}

/// Writes it anew. Nothing where there are no notes.
pub fn refresh(room: &Room) {
    let most = if browser::matches("[data-synthesis]", "[data-whole]") { usize::MAX } else { PAGE };
    write(room, most);
}

fn write(room: &Room, most: usize) {
    let order = browser::value_of_field("[data-synthesis-order]");
    let state = room.state.borrow();
    let html = if state.notes.is_empty() { String::new() } else { synthesis(room, &state.notes, &order, most) };
    drop(state);
    browser::set_html("[data-synthesis]", &html);
}

/// Lists all notes, however many: on paper, or because the reader asked.
fn write_whole(room: &Room) {
    if room.state.borrow().notes.len() > PAGE && !browser::matches("[data-synthesis]", "[data-whole]") {
        write(room, usize::MAX);
        browser::set_attribute("[data-synthesis]", "data-whole", Some(""));
    }
}

fn synthesis(room: &Room, notes: &Notes, order: &str, most: usize) -> String {
    let mut shown: Vec<Shown> = Vec::new();
    for note in notes.iter().filter(|note| !note.says_nothing()) {
        let question = room.position(&note.key.question).unwrap_or(room.questions.len());
        let heads = note.heads();
        let apart = heads.len() > 1;
        shown.extend(heads.into_iter().map(|head| Shown { question, note, head, apart }));
    }
    let mut html = Html::default();
    html.start("h4").attr("id", "synthesis-title").text(room.say(Phrase::SynthesisTitle)).close();
    counts(room, &mut html, &shown);
    html.start("p").attr("class", "synthesis-tools").start("label");
    html.start("span").text(room.say(Phrase::SynthesisOrder)).close();
    html.start("select").attr("data-synthesis-order", "");
    for (value, phrase) in ORDERS {
        html.start("option").attr("value", value).maybe("selected", (value == order).then_some(""));
        html.text(room.say(phrase)).close();
    }
    html.close().close();
    html.start("button").attr("type", "button").attr("class", "chip").attr("data-print-synthesis", "");
    html.text(room.say(Phrase::SynthesisPrint)).close().close();
    let label = |shown: &Shown| table_key(&shown.head.label);
    let time = |shown: &Shown| (shown.note.begun().to_owned(), shown.note.key.id.clone());
    if order == "room" {
        shown.sort_by_cached_key(|one| (label(one), one.question, time(one)));
        let listed = shown.iter().take(most);
        groups(room, &mut html, listed, |one| named(room, one), |one| question(room, one.question));
    } else if order == "time" {
        shown.sort_by_cached_key(|one| (one.question, time(one)));
        let listed = shown.iter().take(most);
        groups(room, &mut html, listed, |one| question(room, one.question), |_| String::new());
    } else {
        shown.sort_by_cached_key(|one| (one.question, label(one), time(one)));
        let listed = shown.iter().take(most);
        groups(room, &mut html, listed, |one| question(room, one.question), |one| named(room, one));
    }
    if shown.len() > most {
        html.start("p").start("button").attr("type", "button").attr("class", "chip").attr("data-synthesis-whole", "");
        html.text(&room.fill(Phrase::SynthesisWhole, &[("n", &shown.len().to_string())]));
    }
    html.finish()
}

/// Who wrote a note.
fn named(room: &Room, shown: &Shown) -> String {
    let label = shown.head.label.trim();
    if label.is_empty() { room.say(Phrase::ExportUnnamed).to_owned() } else { label.to_owned() }
}

fn question(room: &Room, at: usize) -> String {
    match room.questions.get(at) {
        Some(question) => format!("{}. {}", at + 1, question.text),
        None => room.say(Phrase::ExportElsewhere).to_owned(),
    }
}

/// How many notes each table has on each question.
fn counts(room: &Room, html: &mut Html, shown: &[Shown]) {
    let mut tables: BTreeMap<(bool, String), (String, Vec<usize>)> = BTreeMap::new();
    let others = shown.iter().any(|one| one.question == room.questions.len());
    let columns = room.questions.len() + usize::from(others);
    let mut sums = vec![0; columns];
    for one in shown {
        let name = named(room, one);
        let (_, numbers) = tables.entry(table_key(&one.head.label)).or_insert_with(|| (name, vec![0; columns]));
        for numbers in [numbers, &mut sums] {
            numbers.get_mut(one.question).into_iter().for_each(|number| *number += 1);
        }
    }
    html.start("div").attr("class", "synthesis-counts").attr("tabindex", "0").attr("role", "region");
    html.attr("aria-labelledby", "synthesis-title").start("table").start("thead").start("tr");
    html.start("th").attr("scope", "col").text(room.say(Phrase::NoteLabel)).close();
    for at in 0..columns {
        html.start("th").attr("scope", "col").attr("title", &question(room, at));
        let number = (at + 1).to_string();
        html.text(if at < room.questions.len() { &number } else { room.say(Phrase::ExportElsewhere) }).close();
    }
    html.start("th").attr("scope", "col").text(room.say(Phrase::SynthesisSum)).close();
    html.close().close().start("tbody");
    for (name, numbers) in tables.values() {
        row(html, name, numbers);
    }
    html.close().start("tfoot");
    row(html, room.say(Phrase::SynthesisSum), &sums);
    html.close().close().close();
}

fn row(html: &mut Html, name: &str, numbers: &[usize]) {
    html.start("tr").start("th").attr("scope", "row").start("bdi").text(name).close().close();
    for number in numbers.iter().chain([&numbers.iter().sum()]) {
        html.start("td").text(&number.to_string()).close();
    }
    html.close();
}

/// The notes under a heading for each group, and a smaller one for each part of it.
fn groups<'a>(
    room: &Room,
    html: &mut Html,
    shown: impl Iterator<Item = &'a Shown<'a>>,
    group: impl Fn(&Shown) -> String,
    part: impl Fn(&Shown) -> String,
) {
    let mut open: Option<(String, String)> = None;
    for one in shown {
        let now = (group(one), part(one));
        // Unless a heading says it.
        let with_label = now.1.is_empty();
        let is_new_group = open.as_ref().is_none_or(|(group, _)| *group != now.0);
        if is_new_group || open.as_ref() != Some(&now) {
            if open.is_some() {
                html.close();
            }
            if is_new_group {
                html.start("h5").attr("dir", "auto").text(&now.0).close();
            }
            if !now.1.is_empty() {
                html.start("h6").attr("dir", "auto").text(&now.1).close();
            }
            html.start("ul").attr("class", "synthesis-notes");
            open = Some(now);
        }
        note(room, html, one, with_label);
    }
    if open.is_some() {
        html.close();
    }
}

fn note(room: &Room, html: &mut Html, Shown { head, apart, .. }: &Shown, with_label: bool) {
    html.start("li")
        .start("p")
        .attr("dir", "auto")
        .attr("class", "synthesis-text")
        .text(&head.text.replace('\0', "\u{fffd}"))
        .close();
    let [.., hour, minute] = browser::local_time(&head.at);
    html.start("p").attr("class", "status");
    if with_label && !head.label.trim().is_empty() {
        html.start("bdi").text(head.label.trim()).close().text(" · ");
    }
    html.start("time").attr("datetime", &head.at).text(&format!("{hour:02}:{minute:02}")).close();
    if *apart {
        html.text(" · ").text(room.say(Phrase::NoteApart));
    }
    html.close().close();
}

/// Another order was chosen.
pub fn changed(room: &Room, event: &Event) {
    if browser::is_within(event, "[data-synthesis-order]") {
        refresh(room);
        browser::focus("[data-synthesis-order]");
    }
}

/// A click on its button for all of it. True if it was one.
pub fn clicked(room: &Room, event: &Event) -> bool {
    let whole = browser::is_within(event, "[data-synthesis-whole]");
    if whole {
        write_whole(room);
        // Focus was on the button, which is gone.
        browser::focus("[data-synthesis-order]");
    }
    whole
}

/// Prints it alone.
pub fn print(room: &Room) {
    write_whole(room);
    browser::set_root_attribute("data-printing", Some("synthesis"));
    browser::next_frame(browser::print);
}

/// The page as it was. Nothing where something else was printed.
pub fn put_away() {
    if browser::attribute("html", "data-printing").as_deref() == Some("synthesis") {
        browser::set_root_attribute("data-printing", None);
    }
}
