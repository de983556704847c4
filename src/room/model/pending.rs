//! What is still to be done to notes that are kept, and what a transaction makes of it.

use std::collections::BTreeMap;

use crate::notes::{Change, Hash, Note, NoteKey, Notes, from_record, to_record};

/// A record as the device keeps it: its key, and its text unless it is none.
pub type Record = (String, Option<String>);

/// What is still to be done to a note that is kept, in this order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pending {
    /// Take out these revisions. What others have written meanwhile is not among them.
    forgets: Vec<Hash>,
    /// Carry out these changes.
    changes: Vec<Change>,
    /// Unite it with what is known here.
    unites: bool,
    /// It was deleted: where nothing is left of it, that is remembered.
    deletes: bool,
}

impl Pending {
    /// Something was written.
    pub fn change(change: Change) -> Self {
        Self { changes: vec![change], ..Self::default() }
    }

    /// It is to be kept as it is known here, with whatever else is kept of it.
    pub fn unite() -> Self {
        Self { unites: true, ..Self::default() }
    }

    /// It was emptied again by this change, which has left nothing of it.
    pub fn emptying(change: Change) -> Self {
        Self { forgets: change.removed, ..Self::default() }
    }

    /// It was deleted, and said this.
    pub fn deletion(note: &Note) -> Self {
        let forgets = note.revisions().iter().map(|revision| revision.hash).collect();
        Self { forgets, deletes: true, ..Self::default() }
    }

    /// This, and then what came after it.
    fn and_then(mut self, after: Self) -> Self {
        // What is not to be written any more has written over something that may be kept still.
        for change in self.changes.extract_if(.., |change| after.forgets.contains(&change.added.hash)) {
            self.forgets.extend(change.removed);
        }
        self.forgets.extend(after.forgets);
        after.changes.into_iter().for_each(|change| Change::push(&mut self.changes, change));
        // Whole, where it was deleted in between.
        Self { unites: self.unites || after.unites || self.deletes, deletes: after.deletes, ..self }
    }

    /// Does it to what is kept of a note, where `known` is what is known here. Nothing where nothing is left.
    pub fn apply(&self, kept: Option<Note>, known: Option<&Note>) -> Option<Note> {
        // What another page deleted meanwhile comes back whole, if it is written on here.
        let mut note = kept.or_else(|| known.cloned())?;
        note.forget(&self.forgets);
        self.changes.iter().cloned().for_each(|change| note.apply(change));
        if let Some(known) = known.filter(|_| self.unites) {
            note.unite(known.clone());
        }
        Some(note).filter(|note| !note.is_blank())
    }

    /// Whether this is what has left nothing of a note.
    pub fn has_deleted(&self, left: Option<&Note>) -> bool {
        self.deletes && left.is_none()
    }
}

/// What waits, note by note.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Waiting(BTreeMap<NoteKey, Pending>);

impl Waiting {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn contains(&self, key: &NoteKey) -> bool {
        self.0.contains_key(key)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&NoteKey, &Pending)> {
        self.0.iter()
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// This is to be done, after what is to be done already.
    pub(super) fn add(&mut self, key: &NoteKey, pending: Pending) {
        let both = match self.0.remove(key) {
            Some(before) => before.and_then(pending),
            None => pending,
        };
        self.0.insert(key.clone(), both);
    }

    /// Puts back what could not be done, before what came after it.
    pub(super) fn put_back(&mut self, batch: Waiting) {
        for (key, before) in batch.0 {
            let both = match self.0.remove(&key) {
                Some(after) => before.and_then(after),
                None => before,
            };
            self.0.insert(key, both);
        }
    }

    /// Takes at most so many notes out.
    pub(super) fn take(&mut self, most: usize) -> Self {
        let mut batch = BTreeMap::new();
        while batch.len() < most
            && let Some((key, pending)) = self.0.pop_first()
        {
            batch.insert(key, pending);
        }
        Self(batch)
    }
}

/// What one transaction is to do: it reads the records of these notes and writes what comes of them.
#[derive(Clone, Debug)]
pub struct Batch {
    pub(super) waiting: Waiting,
    /// What is known here of its notes.
    pub(super) known: Notes,
}

/// What a transaction writes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Writes {
    /// Records to keep under another key too, as they are: from, to.
    pub aside: Vec<(String, String)>,
    /// Records to put in the place of what has their keys.
    pub put: Vec<(String, String)>,
    /// Keys of records to take out.
    pub remove: Vec<String>,
    /// Keys to mark as deleted.
    pub mark: Vec<String>,
    /// Keys that are no longer marked.
    pub unmark: Vec<String>,
}

impl Batch {
    /// The keys of its records.
    pub fn keys(&self) -> Vec<String> {
        self.waiting.iter().map(|(key, _)| key.to_text()).collect()
    }

    /// What it makes of the records that there are and of the keys that are marked as deleted, and the notes that are
    /// kept then. `spare` is a name that nothing has yet.
    pub fn writes(&self, records: &[Record], marked: &[String], spare: &str) -> (Writes, Notes) {
        let (mut writes, mut kept) = (Writes::default(), Notes::default());
        for (key, pending) in self.waiting.iter() {
            let name = key.to_text();
            let record = records.iter().find(|(key, _)| *key == name).map(|(_, record)| record);
            let note = record.and_then(Option::as_deref).and_then(|record| note_of(&name, record));
            if record.is_some() && note.is_none() {
                // Its note came from a file meanwhile, and takes its place; what it is stays, under a key of its own.
                writes.aside.push((name.clone(), format!("{name} {spare}")));
            }
            let note = pending.apply(note, self.known.get(key));
            if pending.has_deleted(note.as_ref()) {
                writes.mark.push(name.clone());
            } else if marked.contains(&name) {
                writes.unmark.push(name.clone());
            }
            match note {
                Some(note) => {
                    writes.put.push((name, to_record(&note)));
                    kept.replace(note);
                }
                None => writes.remove.push(name),
            }
        }
        (writes, kept)
    }
}

/// The note in a record, if it can be read and is where it belongs.
pub(super) fn note_of(key: &str, record: &str) -> Option<Note> {
    from_record(record).filter(|note| note.key.to_text() == key)
}
