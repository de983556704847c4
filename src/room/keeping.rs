//! Keeping: what was written goes to the device in the order it was written, many
//! notes in one transaction; what cannot be kept waits, and is tried again with what is written next.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::state::{Room, State};
use super::{editors, synthesis, tools};
use crate::browser::{self, Record, Store, StoreError, Writes};
use crate::notes::{Change, Note, NoteKey, Notes, from_record, to_record};

/// Where notes are kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Keeping {
    /// It is not known yet.
    Opening,
    /// On this device; whether the browser has promised to keep them.
    Kept(bool),
    /// Only as long as the page is open.
    Memory(StoreError),
}

/// So many notes are kept in one transaction: the page has its turn between two of them.
const BATCH: usize = 250;

/// What is still to be done to a note that is kept.
#[derive(Clone, Debug)]
pub enum Pending {
    /// Carry out these changes.
    Write(Vec<Change>),
    /// Unite it with what is known here.
    Unite,
    /// Take it out, and remember that.
    Delete,
}

impl Room {
    /// Opens what is kept on this device.
    pub async fn open(&self) {
        match Store::open(&self.name).await {
            Ok(store) => {
                self.state.borrow_mut().store = Some(Rc::new(store));
                self.reload().await;
                let room = self.clone();
                self.channel.listen(move |_| {
                    let room = room.clone();
                    browser::spawn(async move { room.reload().await });
                });
            }
            Err(error) => self.state.borrow_mut().keeping = Keeping::Memory(error),
        }
        self.refresh();
    }

    /// Takes in what is kept: also what another page of this site has written since.
    async fn reload(&self) {
        let Some(store) = self.store() else { return };
        let read = store.all().await;
        let is_promised = browser::is_promised(false).await;
        {
            let mut state = self.state.borrow_mut();
            if state.is_saving {
                state.is_stale = true;
                return;
            }
            match read {
                Ok((records, deleted)) => state.take_kept(records, &deleted, is_promised),
                Err(error) => state.keeping = Keeping::Memory(error),
            }
        }
        self.refresh();
    }

    fn store(&self) -> Option<Rc<Store>> {
        self.state.borrow().store.clone()
    }

    /// Whether there is something that only this page has.
    pub fn has_unkept(&self) -> bool {
        let state = self.state.borrow();
        state.is_saving || !state.pending.is_empty()
    }

    /// Takes everything out of the device.
    pub fn clear(&self) {
        let Some(store) = self.store() else { return };
        let room = self.clone();
        browser::spawn(async move {
            let outcome = store.clear().await;
            room.channel.say("");
            room.became(outcome).await;
        });
    }

    /// Keeps what is not kept yet. What cannot be kept waits, and is tried again with what is written next.
    pub fn keep(&self) {
        let Some(store) = self.store() else { return };
        if std::mem::replace(&mut self.state.borrow_mut().is_saving, true) {
            return;
        }
        let room = self.clone();
        browser::spawn(async move {
            let mut outcome = Ok(());
            while outcome.is_ok() && !room.state.borrow().pending.is_empty() {
                outcome = room.keep_pending(&store).await;
            }
            let is_stale = {
                let mut state = room.state.borrow_mut();
                state.is_saving = false;
                std::mem::take(&mut state.is_stale)
            };
            room.became(outcome).await;
            if is_stale {
                room.reload().await;
            }
        });
    }

    async fn keep_pending(&self, store: &Store) -> Result<(), StoreError> {
        let (batch, known) = {
            let mut state = self.state.borrow_mut();
            let mut batch = BTreeMap::new();
            while batch.len() < BATCH
                && let Some((key, pending)) = state.pending.pop_first()
            {
                batch.insert(key, pending);
            }
            let known: Notes = batch.keys().filter_map(|key| state.notes.get(key).cloned()).collect();
            (batch, known)
        };
        let keys: Vec<String> = batch.keys().map(NoteKey::to_text).collect();
        let mut kept = Notes::default();
        let written = store.update(&keys, |records, marked| writes(&batch, &known, (records, marked), &mut kept)).await;
        let mut state = self.state.borrow_mut();
        match &written {
            Ok(()) => {
                // What was written on meanwhile comes with the next batch.
                kept.retain(|note| !state.pending.contains_key(&note.key));
                state.notes.replace_all(kept);
                if state.pending.is_empty() {
                    self.channel.say("");
                }
            }
            Err(_) => {
                for (key, before) in batch {
                    let after = state.pending.remove(&key);
                    state.pending.insert(key, before.and_then(after));
                }
            }
        }
        written
    }

    /// What became of keeping.
    async fn became(&self, outcome: Result<(), StoreError>) {
        let before = self.state.borrow().keeping.clone();
        let keeping = match outcome {
            // Asked for when there is something to keep, until it was promised.
            Ok(()) => Keeping::Kept(before == Keeping::Kept(true) || browser::is_promised(true).await),
            Err(error) => Keeping::Memory(error),
        };
        if keeping != before {
            self.state.borrow_mut().keeping = keeping;
            editors::refresh(self);
            tools::refresh(self);
        }
        synthesis::refresh_soon(self);
    }
}

impl Pending {
    /// This, and then what came after it.
    fn and_then(self, after: Option<Self>) -> Self {
        match (self, after) {
            (before, None) => before,
            (_, Some(Self::Delete)) => Self::Delete,
            (Self::Write(mut changes), Some(Self::Write(later))) => {
                later.into_iter().for_each(|change| Change::push(&mut changes, change));
                Self::Write(changes)
            }
            _ => Self::Unite,
        }
    }
}

impl State {
    /// Takes what is kept for what there is, with what is not kept yet.
    fn take_kept(&mut self, records: Vec<Record>, deleted: &[String], is_promised: bool) {
        let mut kept = Notes::default();
        self.unreadable.clear();
        for (key, record) in records {
            match record.as_deref().and_then(from_record).filter(|note| note.key.to_text() == key) {
                Some(note) => kept.replace(note),
                None => self.unreadable.push((key, record)),
            }
        }
        self.deleted = deleted.iter().filter_map(|key| NoteKey::from_text(key)).collect();
        for (key, pending) in &self.pending {
            match pending {
                Pending::Write(changes) => {
                    let note = kept.entry(key);
                    changes.iter().cloned().for_each(|change| note.apply(change));
                }
                Pending::Unite => {
                    self.deleted.remove(key);
                    self.notes.get(key).cloned().into_iter().for_each(|note| {
                        kept.unite(note);
                    });
                }
                Pending::Delete => {
                    self.deleted.insert(key.clone());
                    kept.remove(key);
                }
            }
        }
        self.notes = kept;
        if self.pending.is_empty() {
            self.keeping = Keeping::Kept(is_promised);
        }
    }
}

/// What a batch makes of the records there are; the notes that come of it go into `kept`.
fn writes(
    batch: &BTreeMap<NoteKey, Pending>,
    known: &Notes,
    (records, marked): (Vec<Record>, Vec<String>),
    kept: &mut Notes,
) -> Writes {
    let records: BTreeMap<String, Option<String>> = records.into_iter().collect();
    let mut writes = Writes::default();
    for (key, pending) in batch {
        let name = key.to_text();
        let record = records.get(&name).and_then(Option::as_deref).and_then(from_record);
        // What another page deleted meanwhile comes back whole, if it is written on here.
        let known = known.get(key).cloned();
        let mut note = match pending {
            Pending::Delete => {
                writes.remove.push(name.clone());
                writes.mark.push(name);
                continue;
            }
            Pending::Unite => record.unwrap_or_else(|| Note::new(key.clone())),
            Pending::Write(_) => record.or_else(|| known.clone()).unwrap_or_else(|| Note::new(key.clone())),
        };
        match pending {
            Pending::Write(changes) => changes.iter().cloned().for_each(|change| note.apply(change)),
            _ => known.into_iter().for_each(|known| {
                note.unite(known);
            }),
        }
        if marked.contains(&name) {
            writes.unmark.push(name.clone());
        }
        if note.is_blank() {
            writes.remove.push(name);
        } else {
            writes.put.push((name, to_record(&note)));
            kept.replace(note);
        }
    }
    writes
}
