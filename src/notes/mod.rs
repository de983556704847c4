//! Notes and their files: what tables write, how it comes together, and how it travels.
//!
//! A [`Note`] is a question, an id and a set of [`Revision`]s. A revision carries the hash of its content and
//! the hashes it replaces, so merging is the union of revisions: it does not matter which file comes first or
//! how often. One that another replaces is history; two that neither replaces are both shown.
//!
//! ```text
//!   first ◄── second ◄── third        `third` is shown
//!                  ▲
//!                  └──── fourth       and `fourth` too: both were written over `second`, apart
//! ```

mod file;
mod hash;
mod merge;
mod note;
mod record;

pub use file::{
    FILE_VERSION, FileError, KIND, LARGEST_FILE, LONGEST_LABEL, LONGEST_TEXT, MOST_LABEL_UNITS, MOST_TEXT_UNITS,
    NotesFile, read, write,
};
pub use hash::{Hash, fingerprint};
pub use merge::{Arrivals, Notes};
pub use note::{Change, Note, NoteKey, Revision};
pub use record::{RECORD_VERSION, from_record, to_record};
