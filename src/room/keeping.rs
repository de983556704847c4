//! Keeping: what was written goes to the device in the order it was written, many
//! notes in one transaction; what cannot be kept waits, and is tried again with what is written next.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::state::{Room, State};
use super::{editors, synthesis, tools};
use crate::browser::{self, Record, Store, StoreError, Writes};
use crate::notes::{Change, Note, NoteKey, Notes, from_record, to_record};

/// Where notes are kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Keeping {
    /// It is not known yet.
    #[default]
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
    /// Carry out these changes; and then, if so, unite it with what is known here.
    Write(Vec<Change>, bool),
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
        let is_promised = browser::is_promised(false).await;
        loop {
            let before = self.state.borrow().savings;
            let read = store.all().await;
            let mut state = self.state.borrow_mut();
            if state.is_saving {
                state.is_stale = true;
                return;
            }
            // What was saved while it was read would be missing.
            if state.savings == before {
                match read {
                    Ok((records, deleted)) => {
                        state.take_kept(records, &deleted, is_promised);
                        if !store.is_whole() {
                            state.keeping = Keeping::Memory(StoreError::Damaged);
                        }
                    }
                    Err(error) => state.keeping = Keeping::Memory(error),
                }
                break;
            }
        }
        self.refresh();
    }

    fn store(&self) -> Option<Rc<Store>> {
        self.state.borrow().store.clone()
    }

    /// Whether there is something that only this page has; that is not sure where the tools broke down over it.
    pub fn has_unkept(&self) -> bool {
        self.state.try_borrow().map_or(true, |state| state.is_saving || !state.pending.is_empty())
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
        {
            let mut state = self.state.borrow_mut();
            if std::mem::replace(&mut state.is_saving, true) {
                return;
            }
            state.savings += 1;
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
                    state.pending.insert(key, after.map_or(before.clone(), |after| before.and_then(after)));
                }
            }
        }
        written
    }

    /// What became of keeping.
    async fn became(&self, outcome: Result<(), StoreError>) {
        let before = self.state.borrow().keeping.clone();
        let keeping = match outcome {
            Ok(()) => {
                // Asked for once, when there is something to keep: some browsers ask the reader.
                let ask = !std::mem::replace(&mut self.state.borrow_mut().has_asked, true);
                Keeping::Kept(before == Keeping::Kept(true) || browser::is_promised(ask).await)
            }
            Err(error) => Keeping::Memory(error),
        };
        let is_news = keeping != before;
        let is_kept = matches!(keeping, Keeping::Kept(_));
        self.state.borrow_mut().keeping = keeping;
        if is_news {
            editors::refresh(self);
        }
        // How many there are has changed; a problem that is said already is not said again.
        if is_news || is_kept {
            tools::refresh(self);
        }
        synthesis::refresh_soon(self);
    }
}

impl Pending {
    /// This, and then what came after it.
    pub fn and_then(self, after: Self) -> Self {
        match (self, after) {
            (_, Self::Delete) => Self::Delete,
            // Whole, since nothing of it is kept any more.
            (Self::Delete, Self::Write(changes, _)) => Self::Write(changes, true),
            (Self::Write(mut changes, unite), Self::Write(later, unite_later)) => {
                later.into_iter().for_each(|change| Change::push(&mut changes, change));
                Self::Write(changes, unite || unite_later)
            }
        }
    }

    /// Does it to what is kept of a note, where `known` is what is known here. Nothing is left where it is deleted.
    fn apply(&self, kept: Option<Note>, known: Option<&Note>) -> Option<Note> {
        let Self::Write(changes, unite) = self else { return None };
        // What another page deleted meanwhile comes back whole, if it is written on here.
        let mut note = kept.or_else(|| known.cloned())?;
        changes.iter().cloned().for_each(|change| note.apply(change));
        if let Some(known) = known.filter(|_| *unite) {
            note.unite(known.clone());
        }
        Some(note).filter(|note| !note.is_blank())
    }
}

impl State {
    /// Takes what is kept for what there is, with what is not kept yet.
    fn take_kept(&mut self, records: Vec<Record>, deleted: &[String], is_promised: bool) {
        let mut kept = Notes::default();
        self.unreadable.clear();
        for (key, record) in records {
            match record.as_deref().and_then(|record| note_of(&key, record)) {
                Some(note) => kept.replace(note),
                None => self.unreadable.push((key, record)),
            }
        }
        self.deleted = deleted.iter().filter_map(|key| NoteKey::from_text(key)).collect();
        for (key, pending) in &self.pending {
            match pending {
                Pending::Write(..) => self.deleted.remove(key),
                Pending::Delete => self.deleted.insert(key.clone()),
            };
            let note = pending.apply(kept.remove(key), self.notes.get(key));
            note.into_iter().for_each(|note| kept.replace(note));
        }
        self.notes = kept;
        if self.pending.is_empty() {
            self.keeping = Keeping::Kept(is_promised);
        }
    }
}

/// The note in a record, if it can be read and is where it belongs.
fn note_of(key: &str, record: &str) -> Option<Note> {
    from_record(record).filter(|note| note.key.to_text() == key)
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
        let record = records.get(&name);
        let note = record.and_then(Option::as_deref).and_then(|record| note_of(&name, record));
        if record.is_some() && note.is_none() {
            // Its note came from a file meanwhile, and takes its place; what it is stays, under a key of its own.
            writes.aside.push((name.clone(), format!("{name} {}", browser::random_id())));
        }
        let is_marked = marked.contains(&name);
        match pending {
            Pending::Write(..) if is_marked => writes.unmark.push(name.clone()),
            Pending::Delete => writes.mark.push(name.clone()),
            Pending::Write(..) => {}
        }
        match pending.apply(note, known.get(key)) {
            Some(note) => {
                writes.put.push((name, to_record(&note)));
                kept.replace(note);
            }
            None => writes.remove.push(name),
        }
    }
    writes
}
