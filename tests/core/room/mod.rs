//! The model of the conversation's tools.

mod device;
mod incoming;
mod items;
mod keeping;
mod keeping_properties;
mod presenter;
mod synthesis;

use std::collections::BTreeSet;

use frise::notes::{Note, NoteKey, Notes, Revision};

/// A time that is later than all before.
fn at(number: usize) -> String {
    format!("2017-09-21T10:{:02}:{:02}.{:03}Z", number / 60_000 % 60, number / 1_000 % 60, number % 1_000)
}

/// A note of one revision, as it comes from elsewhere.
fn note(question: &str, id: &str, label: &str, text: &str, number: usize) -> Note {
    let key = NoteKey { question: question.to_owned(), id: id.to_owned() };
    let mut note = Note::new(key.clone());
    note.add(Revision::new(&key, vec![], at(number), label.to_owned(), text.to_owned()));
    note
}

/// All that is shown of a note, and says something.
fn texts_of(note: &Note) -> BTreeSet<String> {
    note.heads().iter().map(|head| head.text.clone()).filter(|text| !text.is_empty()).collect()
}

fn notes(all: impl IntoIterator<Item = Note>) -> Notes {
    all.into_iter().collect()
}
