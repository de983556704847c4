//! Notes as files: saved, opened, looked at, merged.

use super::state::{Question, Room};
use crate::browser::{self, Chosen};
use crate::export::{Asked, Format, Sheet, Terms};
use crate::html::Html;
use crate::i18n::Phrase;
use crate::notes::{self, Arrivals, FileError, LARGEST_FILE, Note, NoteKey, Notes};

/// What the file dialog offers.
pub const ACCEPTED: &str = ".json,application/json";
/// What may be merged, if the reader says so.
pub const INCOMING: &str = "[data-incoming]";

/// Saves the notes of the questions that were chosen.
pub fn export(room: &Room, hook: &str) {
    let Some(format) = Format::ALL.into_iter().find(|format| format.hook() == hook) else { return };
    let scope = browser::value_of_field("[data-export-scope]");
    let is_chosen = |question: &str| scope.is_empty() || scope == question;
    let keys: Vec<NoteKey> = {
        let state = room.state.borrow();
        state.notes.iter().map(|note| note.key.clone()).filter(|key| is_chosen(&key.question)).collect()
    };
    if keys.is_empty() {
        tell(room, room.say(Phrase::RoomEmpty));
        return;
    }
    let time = browser::time();
    if format == Format::Json {
        room.seal(&keys);
    }
    let name = format!("{}.{}", file_name(room, &keys, &time), format.extension());
    {
        let state = room.state.borrow();
        let title = browser::text_of("#conversation-title").unwrap_or_default();
        let questions = room.questions.iter().filter(|question| is_chosen(&question.id));
        let sheet = Sheet {
            title: &title,
            address: &browser::address(),
            saved: &time,
            terms: Terms::new(&room.words.phrases),
            questions: questions.map(|question| asked(&state.notes, question)).collect(),
            elsewhere: state.notes.iter().filter(|note| scope.is_empty() && !is_ours(room, note)).collect(),
        };
        browser::save(&name, format.media_type(), &crate::export::write(format, &sheet));
    }
    tell(room, &room.fill(Phrase::RoomSaved, &[("n", &keys.len().to_string()), ("file", &name)]));
}

fn is_ours(room: &Room, note: &Note) -> bool {
    room.position(&note.key.question).is_some()
}

fn asked<'a>(notes: &'a Notes, question: &'a Question) -> Asked<'a> {
    Asked { text: &question.text, notes: notes.of_question(&question.id) }
}

/// Says what became of saving, beside the buttons and in the live region.
fn tell(room: &Room, said: &str) {
    browser::set_text("[data-saved]", said);
    room.announce(said);
}

/// A name that tells files apart on a stick: what they are, whose, and when.
fn file_name(room: &Room, keys: &[NoteKey], time: &str) -> String {
    let state = room.state.borrow();
    let labels = keys.iter().filter_map(|key| state.notes.get(key)).flat_map(|note| note.heads());
    let mut labels: Vec<&str> = labels.map(|head| head.label.trim()).filter(|label| !label.is_empty()).collect();
    labels.sort_unstable();
    labels.dedup();
    let label = match labels.as_slice() {
        [only] => only.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(40).collect(),
        _ => String::new(),
    };
    let [year, month, day, hour, minute] = browser::local_time(time);
    let time = format!("{year}-{month:02}-{day:02}-{hour:02}{minute:02}");
    ["notes", label.trim_matches('-'), &time].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Saves what is kept and cannot be read, as it is.
pub fn save_unreadable(room: &Room) {
    let records = room.state.borrow().unreadable.clone();
    let text: String =
        records.iter().map(|(key, record)| format!("{key}\n{}\n\n", record.as_deref().unwrap_or("–"))).collect();
    browser::save("notes-unreadable.txt", "text/plain", &text);
}

/// What was opened and waits for the reader's word.
#[derive(Default)]
pub struct Incoming {
    notes: Notes,
    rows: Vec<Row>,
}

/// A file and what it would bring, or why it is refused.
struct Row {
    name: String,
    outcome: Result<Arrivals, String>,
}

/// Reads the files that were chosen and says what they would bring. Nothing comes in yet.
pub async fn open(room: &Room, files: Vec<Chosen>) {
    let mut incoming = Incoming::default();
    // What there would be after the files so far.
    let mut known = room.state.borrow().notes.clone();
    for file in files {
        let name = file.name();
        let outcome = match read(&file).await {
            Ok(notes) => take(room, &mut known, &mut incoming.notes, notes),
            Err(error) => Err(refusal(room, &error)),
        };
        incoming.rows.push(Row { name, outcome });
        browser::pause().await;
    }
    show(room, &incoming);
    *room.incoming.borrow_mut() = Some(incoming);
    browser::focus(&format!("{INCOMING} h4"));
    browser::bring_into_view(INCOMING);
}

async fn read(file: &Chosen) -> Result<Notes, FileError> {
    if file.length() > LARGEST_FILE as f64 {
        return Err(FileError::TooLarge);
    }
    let bytes = file.bytes().await.map_err(FileError::Broken)?;
    notes::read(&bytes)
}

/// Counts what a file brings beside those before it, and adds it to them.
fn take(room: &Room, known: &mut Notes, all: &mut Notes, notes: Notes) -> Result<Arrivals, String> {
    if !notes.is_empty() && !notes.iter().any(|note| is_ours(room, note)) {
        return Err(room.say(Phrase::RefusedQuestions).to_owned());
    }
    let arrivals = known.arrivals(&notes, &room.state.borrow().deleted);
    known.merge(notes.clone());
    all.merge(notes);
    Ok(arrivals)
}

/// Why a file is refused, and what to do.
fn refusal(room: &Room, error: &FileError) -> String {
    match error {
        FileError::TooLarge => room.fill(Phrase::RefusedLarge, &[("n", &(LARGEST_FILE / 1_000_000).to_string())]),
        FileError::NotText => room.say(Phrase::RefusedText).to_owned(),
        FileError::Truncated => room.say(Phrase::RefusedTruncated).to_owned(),
        FileError::NotJson { line, column } => {
            room.fill(Phrase::RefusedJson, &[("line", &line.to_string()), ("column", &column.to_string())])
        }
        FileError::Foreign => room.say(Phrase::RefusedForeign).to_owned(),
        FileError::Newer(version) => room.fill(Phrase::RefusedNewer, &[("version", &version.to_string())]),
        FileError::Broken(what) => room.fill(Phrase::RefusedBroken, &[("what", what)]),
    }
}

/// Writes what would come in.
fn show(room: &Room, incoming: &Incoming) {
    let mut html = Html::default();
    html.start("h4").attr("tabindex", "-1").text(room.say(Phrase::IncomingTitle)).close();
    html.start("ul").attr("class", "incoming");
    let mut sum = Arrivals::default();
    for Row { name, outcome } in &incoming.rows {
        html.start("li").maybe("data-problem", outcome.as_ref().err().map(|_| "file"));
        html.start("bdi").attr("class", "file-name").text(name).close().text(" ");
        match outcome {
            Err(reason) => {
                html.start("span").attr("class", "refused").text(reason).close();
            }
            Ok(arrivals) => {
                sum.new += arrivals.new;
                sum.changed += arrivals.changed;
                sum.deleted += arrivals.deleted;
                html.text(&counts(room, arrivals));
            }
        }
        html.close();
    }
    html.close();
    let comes = sum.new + sum.changed > 0;
    if sum.deleted > 0 {
        html.start("p").start("label").attr("class", "box");
        html.start("input").attr("type", "checkbox").attr("data-merge-deleted", "").void();
        html.text(&room.fill(Phrase::IncomingDeleted, &[("n", &sum.deleted.to_string())])).close().close();
    } else if !comes {
        html.start("p").text(room.say(Phrase::IncomingNothing)).close();
    }
    html.start("p").attr("class", "chips");
    if comes || sum.deleted > 0 {
        html.start("button").attr("type", "button").attr("class", "chip chip-main").attr("data-merge", "");
        html.text(room.say(Phrase::Merge)).close();
    }
    html.start("button").attr("type", "button").attr("class", "chip").attr("data-merge-cancel", "");
    html.text(room.say(Phrase::MergeCancel));
    browser::set_html(INCOMING, &html.finish());
}

fn counts(room: &Room, arrivals: &Arrivals) -> String {
    let parts = [
        (arrivals.new, Phrase::ArrivalsNew),
        (arrivals.changed, Phrase::ArrivalsChanged),
        (arrivals.apart, Phrase::ArrivalsApart),
        (arrivals.known, Phrase::ArrivalsKnown),
        (arrivals.deleted, Phrase::ArrivalsDeleted),
    ];
    let said = parts.iter().filter(|(n, _)| *n > 0).map(|(n, phrase)| room.fill(*phrase, &[("n", &n.to_string())]));
    let said: Vec<String> = said.collect();
    if said.is_empty() { room.say(Phrase::ArrivalsNone).to_owned() } else { said.join(" · ") }
}

/// Takes in what was looked at.
pub fn merge(room: &Room) {
    let Some(Incoming { mut notes, .. }) = room.incoming.borrow_mut().take() else { return };
    if !browser::is_checked("[data-merge-deleted]") {
        let deleted = room.state.borrow().deleted.clone();
        notes.retain(|note| !deleted.contains(&note.key));
    }
    let before = room.state.borrow().notes.len();
    room.take_in(notes);
    let after = room.state.borrow().notes.len();
    let said = room.fill(Phrase::Merged, &[("n", &(after - before).to_string()), ("all", &after.to_string())]);
    done(room, &said);
}

/// Leaves out what was looked at.
pub fn forget(room: &Room) {
    room.incoming.borrow_mut().take();
    done(room, room.say(Phrase::MergeNot));
}

fn done(room: &Room, said: &str) {
    let mut html = Html::default();
    html.start("p").attr("tabindex", "-1").attr("class", "status").text(said);
    browser::set_html(INCOMING, &html.finish());
    browser::focus(&format!("{INCOMING} p"));
    room.announce(said);
}
