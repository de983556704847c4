//! A note as a device keeps it: one record each, so that writing one touches no other.

use serde::{Deserialize, Serialize};

use super::file::{NoteShape, note_of, shape};
use super::note::Note;

/// The version of a record's form.
pub const RECORD_VERSION: u32 = 1;

#[derive(Deserialize, Serialize)]
struct Record {
    version: u32,
    note: NoteShape,
}

/// A note with its drafts.
pub fn to_record(note: &Note) -> String {
    // Plain structs of texts and numbers can always be written.
    serde_json::to_string(&Record { version: RECORD_VERSION, note: shape(note) }).unwrap_or_default()
}

/// The note of a record; nothing where it is broken, or written by a newer version of the page.
pub fn from_record(record: &str) -> Option<Note> {
    let Record { version, note } = serde_json::from_str(record).ok()?;
    (version <= RECORD_VERSION).then(|| note_of(note).ok())?
}
