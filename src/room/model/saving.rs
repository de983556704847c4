//! Notes as files: which, and what the file is called.

use crate::notes::{NoteKey, Notes};

/// The notes of a question, or of all where it is empty.
pub fn in_scope(notes: &Notes, question: &str) -> Vec<NoteKey> {
    let keys = notes.iter().map(|note| &note.key);
    keys.filter(|key| question.is_empty() || key.question == question).cloned().collect()
}

/// A name that tells files apart on a stick: what they are, whose, and when (year, month, day, hour, minute).
pub fn file_name(notes: &Notes, keys: &[NoteKey], [year, month, day, hour, minute]: [u32; 5]) -> String {
    let heads = keys.iter().filter_map(|key| notes.get(key)).flat_map(|note| note.heads());
    let mut labels = heads.map(|head| head.label.trim()).filter(|label| !label.is_empty());
    let first = labels.next().unwrap_or_default();
    let only = if labels.all(|label| label == first) { first } else { "" };
    let label: String = only.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(40).collect();
    let time = format!("{year}-{month:02}-{day:02}-{hour:02}{minute:02}");
    ["notes", label.trim_matches('-'), &time].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
