//! Files that were opened: what each would bring, before anything comes in.

use std::collections::BTreeSet;

use super::notebook::Notebook;
use crate::notes::{Arrivals, FileError, NoteKey, Notes};

/// What was opened and waits for the reader's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// File by file, in their order.
    pub rows: Vec<Row>,
    notes: Notes,
    /// What there would be after the files so far.
    known: Notes,
    deleted: BTreeSet<NoteKey>,
    /// The page's questions.
    questions: Vec<String>,
}

/// A file and what it would bring, or why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// What it would bring beside the files before it.
    pub outcome: Result<Arrivals, Refused>,
}

/// Why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no file of notes.
    File(FileError),
    /// None of its notes is on a question of this page.
    Questions,
}

impl Incoming {
    /// No file yet, for a page with these notes.
    pub fn new(book: &Notebook) -> Self {
        Self {
            rows: Vec::new(),
            notes: Notes::default(),
            known: book.notes().clone(),
            deleted: book.deleted().clone(),
            questions: book.places().iter().map(|place| place.question.clone()).collect(),
        }
    }

    /// One more file.
    pub fn add(&mut self, name: String, notes: Result<Notes, FileError>) {
        let outcome = notes.map_err(Refused::File).and_then(|notes| self.take(notes));
        self.rows.push(Row { name, outcome });
    }

    fn take(&mut self, notes: Notes) -> Result<Arrivals, Refused> {
        if !notes.is_empty() && !notes.iter().any(|note| self.questions.contains(&note.key.question)) {
            return Err(Refused::Questions);
        }
        let arrivals = self.known.arrivals(&notes, &self.deleted);
        self.known.merge(notes.clone());
        self.notes.merge(notes);
        Ok(arrivals)
    }

    /// How many notes are new or changed in all files, and how many were deleted on this device.
    pub fn sums(&self) -> (usize, usize) {
        let arrivals = self.rows.iter().filter_map(|row| row.outcome.as_ref().ok());
        arrivals.fold((0, 0), |(comes, deleted), one| (comes + one.new + one.changed, deleted + one.deleted))
    }

    /// What is to come in: those deleted on this device only where that is wished.
    pub fn notes(self, with_deleted: bool, deleted: &BTreeSet<NoteKey>) -> Notes {
        let mut notes = self.notes;
        if !with_deleted {
            notes.retain(|note| !deleted.contains(&note.key));
        }
        notes
    }
}
