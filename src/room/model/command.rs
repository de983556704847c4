//! What a notebook is asked, and what it asks for.

use super::items::ItemId;
use super::keeping::{Job, Opened, Refusal};
use super::pending::Record;
use crate::notes::{NoteKey, Notes};

/// What somebody asks for, and how a job ended.
#[derive(Clone, Debug)]
pub enum Command {
    /// The page is there, or is seen again, or another page has written something.
    Look,
    /// The browser has closed the connection.
    Lost,
    /// [`Job::Open`] has ended; and whether the browser has promised to keep what is kept.
    Opened(Result<Opened, Refusal>, bool),
    /// [`Job::Read`] has ended: records, and keys marked as deleted.
    Read(Result<(Vec<Record>, Vec<String>), Refusal>),
    /// [`Job::Write`] has ended: the notes of the batch as they are kept.
    Written(Result<Notes, Refusal>),
    /// [`Job::Clear`] has ended.
    Cleared(Result<(), Refusal>),
    /// Whether the browser promises to keep what is kept.
    Promised(bool),
    /// Some time has passed since [`super::Notebook::times`] said so.
    Late(u32),
    /// An item has focus.
    Enter(ItemId),
    /// It has it no longer.
    Leave(ItemId),
    /// This stands in a field now.
    Type {
        /// The field.
        item: ItemId,
        /// Table or author.
        label: String,
        /// The note.
        text: String,
        /// When.
        at: String,
    },
    /// One more field for a question.
    Add(String),
    /// Older notes of a question are to be shown.
    More(String),
    /// A note is to be deleted.
    Delete(ItemId),
    /// It is to be brought back.
    Undo(ItemId),
    /// Of versions that were written apart this one is to stand for all.
    Choose(ItemId, String),
    /// Notes come in from files.
    TakeIn(Notes),
    /// Notes have left this device: writing on makes history of what they say now.
    Seal(Vec<NoteKey>),
    /// All notes of this device are to be deleted.
    DeleteAll,
}

/// What has to happen outside.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// To be done with what is kept; its end is told by a command.
    Do(Job),
    /// The other pages of this site are to look.
    Tell,
    /// The browser is to be asked for its promise: some ask the reader.
    AskPromise(bool),
    /// Focus goes there.
    Focus(Spot),
    /// A note was deleted: that is said.
    SayGone,
    /// All were: that is said.
    SayDeleted,
}

/// Where focus goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    /// Into a field.
    Field(ItemId),
    /// Into a field that was added, which comes into view.
    New(ItemId),
    /// To the way back of a note that was deleted.
    Undo(ItemId),
    /// To the button for one more note.
    Add(String),
    /// To the button for older notes.
    More(String),
}
