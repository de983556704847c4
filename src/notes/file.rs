//! Notes as a file: `docs/notes.schema.json` says its form.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::hash::Hash;
use super::merge::Notes;
use super::note::{Note, NoteKey, Revision};

/// The version that is written; older ones are read, newer ones refused.
pub const FILE_VERSION: u32 = 1;
/// What the field `frise` says.
pub const KIND: &str = "notes";
/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 64_000_000;
/// The longest text of a note, in bytes.
pub const LONGEST_TEXT: usize = 4_000_000;
/// The longest label, in bytes.
pub const LONGEST_LABEL: usize = 1_000;
/// The longest text that a field takes, in UTF-16 units: each is at most three bytes, so what was typed can
/// always be read back.
pub const MOST_TEXT_UNITS: usize = 1_300_000;
/// The longest label that a field takes, in UTF-16 units.
pub const MOST_LABEL_UNITS: usize = 300;
/// The longest id or time, in bytes.
const LONGEST_ID: usize = 200;
/// The most characters of a file that a message quotes.
const LONGEST_QUOTE: usize = 200;

/// Notes of a conversation, as tables save them and a facilitator merges them.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
pub struct NotesFile {
    /// Always `notes`.
    #[cfg_attr(feature = "check", schemars(extend("const" = "notes")))]
    pub frise: String,
    /// Version of this form.
    pub version: u32,
    /// When it was saved (UTC).
    pub saved: String,
    /// Every note once.
    pub notes: Vec<NoteShape>,
}

/// A note: all its revisions. Those that no other one replaces are what it says.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
pub struct NoteShape {
    /// Id of the question.
    #[cfg_attr(feature = "check", schemars(length(min = 1)))]
    question: String,
    /// Id of the note, made at random.
    #[cfg_attr(feature = "check", schemars(length(min = 1)))]
    id: String,
    /// Every revision once.
    #[cfg_attr(feature = "check", schemars(length(min = 1)))]
    revisions: Vec<RevisionShape>,
}

/// A note as it was at some time.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
struct RevisionShape {
    /// First half of the SHA-256, in hexadecimal, of question, id, `at`, `label`, `text` and `replaces`, each
    /// preceded by its length in bytes (64 bits, little-endian).
    #[cfg_attr(feature = "check", schemars(regex(pattern = "^[0-9a-f]{32}$")))]
    hash: String,
    /// Hashes of the revisions that this one was written over, in order.
    #[cfg_attr(feature = "check", schemars(inner(regex(pattern = "^[0-9a-f]{32}$"))))]
    replaces: Vec<String>,
    /// When it was written (UTC).
    at: String,
    /// Table or author; may be empty.
    label: String,
    /// The note.
    text: String,
    /// It has never left the device: only in what a device keeps for itself.
    #[cfg_attr(feature = "check", schemars(skip))]
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    draft: bool,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// More than [`LARGEST_FILE`] bytes.
    TooLarge,
    /// Not text in UTF-8: an image, for one.
    NotText,
    /// The text ends in the middle.
    Truncated,
    /// Not JSON from this line and column on.
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// JSON, but not notes.
    Foreign,
    /// Written by a newer version of the page.
    Newer(u32),
    /// Notes, but this does not hold; for a message: it names what and where.
    Broken(String),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "larger than {LARGEST_FILE} bytes"),
            Self::NotText => f.write_str("not text in UTF-8"),
            Self::Truncated => f.write_str("the text ends in the middle"),
            Self::NotJson { line, column } => write!(f, "not JSON from line {line}, column {column} on"),
            Self::Foreign => f.write_str("not a file of notes"),
            Self::Newer(version) => write!(f, "version {version}, newer than {FILE_VERSION}"),
            Self::Broken(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for FileError {}

/// Writes notes as a file.
pub fn write<'a>(notes: impl Iterator<Item = &'a Note>, saved: &str) -> String {
    // A note without revisions says nothing, and a reader would refuse it.
    let mut notes: Vec<NoteShape> = notes.filter(|note| !note.revisions().is_empty()).map(shape).collect();
    for revision in notes.iter_mut().flat_map(|note| &mut note.revisions) {
        revision.draft = false;
    }
    let file = NotesFile { frise: KIND.to_owned(), version: FILE_VERSION, saved: saved.to_owned(), notes };
    // Plain structs of texts and numbers can always be written.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// Reads a file.
///
/// # Errors
/// Why it is refused; then nothing of it was taken.
pub fn read(bytes: &[u8]) -> Result<Notes, FileError> {
    if bytes.len() > LARGEST_FILE {
        return Err(FileError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        None => FileError::Truncated,
        Some(_) => FileError::NotText,
    })?;
    // Some editors begin a file with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('[') {
        // Derived readers would take a list for the fields in their order.
        serde_json::from_str::<serde::de::IgnoredAny>(text).map_err(not_json)?;
        return Err(FileError::Foreign);
    }
    let head: Head = serde_json::from_str(text).map_err(not_json)?;
    if head.frise.as_deref() != Some(KIND) {
        return Err(FileError::Foreign);
    }
    if let Some(version) = head.version.filter(|version| *version > FILE_VERSION) {
        return Err(FileError::Newer(version));
    }
    let file: NotesFile = serde_json::from_str(text).map_err(|error| FileError::Broken(short(&error.to_string())))?;
    if file.version == 0 {
        return Err(FileError::Broken("there is no version 0".to_owned()));
    }
    let note = |(number, shape)| {
        let mut note = note_of(shape).map_err(|what| FileError::Broken(format!("notes[{number}]: {what}")))?;
        // Whatever a file says: it has left a device.
        note.seal();
        Ok(note)
    };
    file.notes.into_iter().enumerate().map(note).collect()
}

/// What tells a file of notes from others.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Head {
    #[serde(deserialize_with = "text_or_nothing")]
    frise: Option<String>,
    #[serde(deserialize_with = "number_or_nothing")]
    version: Option<u32>,
}

fn text_or_nothing<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match serde_json::Value::deserialize(deserializer)? {
        serde_json::Value::String(text) => Some(text),
        _ => None,
    })
}

fn number_or_nothing<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    Ok(serde_json::Value::deserialize(deserializer)?.as_u64().map(|number| u32::try_from(number).unwrap_or(u32::MAX)))
}

fn not_json(error: serde_json::Error) -> FileError {
    match error.classify() {
        serde_json::error::Category::Eof => FileError::Truncated,
        serde_json::error::Category::Data => FileError::Foreign,
        _ => FileError::NotJson { line: error.line(), column: error.column() },
    }
}

/// A note as it is written.
pub(super) fn shape(note: &Note) -> NoteShape {
    let revisions = note.revisions().iter().map(|revision| RevisionShape {
        hash: revision.hash.to_string(),
        replaces: revision.replaces.iter().map(Hash::to_string).collect(),
        at: revision.at.clone(),
        label: revision.label.clone(),
        text: revision.text.clone(),
        draft: revision.is_draft,
    });
    NoteShape { question: note.key.question.clone(), id: note.key.id.clone(), revisions: revisions.collect() }
}

/// The note that a shape describes; an error says what does not hold.
pub(super) fn note_of(shape: NoteShape) -> Result<Note, String> {
    let NoteShape { question, id, revisions } = shape;
    if id.is_empty() || question.is_empty() {
        return Err("`id` and `question` may not be empty".to_owned());
    }
    if !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Err(format!("`{id}` is no id of a note: letters, digits and hyphens are"));
    }
    longest("id", &id, LONGEST_ID)?;
    longest("question", &question, LONGEST_ID)?;
    let mut note = Note::new(NoteKey { question, id });
    if revisions.is_empty() {
        return Err("a note has at least one revision".to_owned());
    }
    let revision =
        |(number, shape)| revision_of(&note.key, shape).map_err(|what| format!("revisions[{number}]: {what}"));
    let revisions: Vec<_> = revisions.into_iter().enumerate().map(revision).collect::<Result<_, _>>()?;
    note.add_all(revisions);
    Ok(note)
}

fn revision_of(key: &NoteKey, shape: RevisionShape) -> Result<Revision, String> {
    let RevisionShape { hash, replaces, at, label, text, draft } = shape;
    longest("at", &at, LONGEST_ID)?;
    longest("label", &label, LONGEST_LABEL)?;
    longest("text", &text, LONGEST_TEXT)?;
    let parse = |text: &String| Hash::parse(text).ok_or_else(|| format!("`{}` is no hash", short(text)));
    let replaces = replaces.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
    let revision = Revision::new(key, replaces, at, label, text);
    if revision.hash != parse(&hash)? {
        return Err("the content does not fit its hash: something has changed the file".to_owned());
    }
    Ok(Revision { is_draft: draft, ..revision })
}

/// A message that quotes what a file says must not be as long as the file.
fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn longest(field: &str, text: &str, most: usize) -> Result<(), String> {
    if text.len() > most { Err(format!("`{field}` is longer than {most} bytes")) } else { Ok(()) }
}
