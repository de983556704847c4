//! All notes of a device, and what comes in.

use std::collections::{BTreeMap, BTreeSet};

use super::note::{Note, NoteKey};
use crate::order;

/// Notes by question and id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(BTreeMap<NoteKey, Note>);

/// What merging other notes would bring, in numbers of notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrivals {
    /// Not here yet.
    pub new: usize,
    /// Here, with revisions that are not.
    pub changed: usize,
    /// Of those changed: shown in more versions than before, since they were written apart.
    pub apart: usize,
    /// Here already, with all that comes.
    pub known: usize,
    /// Deleted here.
    pub deleted: usize,
}

impl Notes {
    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, by question and id.
    pub fn iter(&self) -> impl Iterator<Item = &Note> {
        self.0.values()
    }

    /// Those of a question in the order they were begun.
    pub fn of_question<'a>(&'a self, question: &'a str) -> Vec<&'a Note> {
        let mut notes: Vec<_> = self.iter().filter(|note| note.key.question == question).collect();
        order::sort_by(&mut notes, &|a, b| (a.begun(), &a.key.id).cmp(&(b.begun(), &b.key.id)));
        notes
    }

    /// One of them.
    pub fn get(&self, key: &NoteKey) -> Option<&Note> {
        self.0.get(key)
    }

    /// One of them, which is made where there is none yet.
    pub fn entry(&mut self, key: &NoteKey) -> &mut Note {
        self.0.entry(key.clone()).or_insert_with(|| Note::new(key.clone()))
    }

    /// Puts a note in the place of what was known of it.
    pub fn replace(&mut self, note: Note) {
        self.0.insert(note.key.clone(), note);
    }

    /// Puts notes in the place of what was known of them.
    pub fn replace_all(&mut self, notes: Notes) {
        self.0.extend(notes.0);
    }

    /// Takes a note out.
    pub fn remove(&mut self, key: &NoteKey) -> Option<Note> {
        self.0.remove(key)
    }

    /// Adds every revision of a note. True if any was not there.
    pub fn unite(&mut self, note: Note) -> bool {
        match self.0.get_mut(&note.key) {
            Some(known) => known.unite(note),
            None => self.0.insert(note.key.clone(), note).is_none(),
        }
    }

    /// Adds every revision of other notes: commutative, associative, idempotent.
    pub fn merge(&mut self, other: Notes) {
        other.0.into_values().for_each(|note| {
            self.unite(note);
        });
    }

    /// Keeps only some.
    pub fn retain(&mut self, keep: impl Fn(&Note) -> bool) {
        self.0.retain(|_, note| keep(note));
    }

    /// What of `incoming` is news here; `deleted` are the notes that were deleted on this device.
    pub fn arrivals(&self, incoming: &Notes, deleted: &BTreeSet<NoteKey>) -> Arrivals {
        let mut arrivals = Arrivals::default();
        for note in incoming.iter() {
            match self.get(&note.key) {
                _ if deleted.contains(&note.key) => arrivals.deleted += 1,
                None => arrivals.new += 1,
                Some(known) => {
                    let mut united = known.clone();
                    if united.unite(note.clone()) {
                        arrivals.changed += 1;
                        arrivals.apart += usize::from(united.heads().len() > known.heads().len());
                    } else {
                        arrivals.known += 1;
                    }
                }
            }
        }
        arrivals
    }
}

impl FromIterator<Note> for Notes {
    fn from_iter<T: IntoIterator<Item = Note>>(notes: T) -> Self {
        // Brought together first: a file may say the same note any number of times.
        let mut all = Self::default();
        for note in notes {
            all.entry(&note.key.clone()).take_loose(note);
        }
        all.0.values_mut().for_each(Note::tidy);
        all
    }
}
