//! The notes of a page: commands in, what has to happen outside out.

use std::collections::BTreeSet;

use super::command::{Command, Outcome, Spot};
use super::items::{Ids, Item, ItemId, Kind, Place};
use super::keeping::{Keeper, Keeping};
use super::pending::{Pending, Record, note_of};
use crate::notes::{Change, Hash, Note, NoteKey, Notes, Revision};

/// Notes, what stands of them under each question, and how they are kept.
#[derive(Clone, Debug)]
pub struct Notebook {
    notes: Notes,
    /// Notes that were deleted on this device.
    deleted: BTreeSet<NoteKey>,
    /// What is kept here and cannot be read: it stays as it is.
    unreadable: Vec<Record>,
    places: Vec<Place>,
    /// The item that has focus.
    writing: Option<ItemId>,
    keeper: Keeper,
    /// Whether the browser has promised to keep what is kept.
    is_promised: bool,
    /// It was asked to.
    has_asked: bool,
    ids: Ids,
    /// An id that nobody else makes.
    new_id: fn() -> String,
}

impl Notebook {
    /// Nothing is known yet of the notes on these questions. `new_id` makes ids that nobody else makes.
    pub fn new(questions: impl IntoIterator<Item = String>, new_id: fn() -> String) -> Self {
        Self {
            notes: Notes::default(),
            deleted: BTreeSet::new(),
            unreadable: Vec::new(),
            places: questions.into_iter().map(Place::new).collect(),
            writing: None,
            keeper: Keeper::default(),
            is_promised: false,
            has_asked: false,
            ids: Ids::default(),
            new_id,
        }
    }

    /// All notes.
    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    /// The notes that were deleted on this device.
    pub fn deleted(&self) -> &BTreeSet<NoteKey> {
        &self.deleted
    }

    /// Records that cannot be read.
    pub fn unreadable(&self) -> &[Record] {
        &self.unreadable
    }

    /// Where notes are kept.
    pub fn keeping(&self) -> &Keeping {
        &self.keeper.keeping
    }

    /// Whether the browser has promised to keep them.
    pub fn is_promised(&self) -> bool {
        self.is_promised
    }

    /// Whether there is something that only this page has, or that was deleted and is still kept.
    pub fn has_unkept(&self) -> bool {
        self.keeper.has_unkept()
    }

    /// Whether what is written may be gone when the page is closed.
    pub fn is_unsure(&self) -> bool {
        self.keeper.is_unsure()
    }

    /// Tells one stretch of time in which something is not kept from others: for [`Command::Late`].
    pub fn times(&self) -> u32 {
        self.keeper.times()
    }

    /// The place for notes under each question.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// An item.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.places.iter().flat_map(|place| &place.items).find(|item| item.id == id)
    }

    /// What an item's field says, as far as it is known: what is written in may be about a version that is gone.
    pub fn said(&self, item: &Item) -> Option<&Revision> {
        self.notes.get(&item.key)?.revision(item.head()?)
    }

    /// Carries out a command.
    pub fn update(&mut self, command: Command) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        match command {
            Command::Look => self.keeper.look_again(),
            Command::Lost => self.keeper.lost(),
            Command::Opened(..) | Command::Read(_) | Command::Written(_) | Command::Cleared(_) => {
                self.job_ended(command, &mut outcomes);
            }
            Command::Promised(is_promised) => self.is_promised = is_promised,
            Command::Late(times) => {
                self.keeper.late(times);
                self.fill_up();
            }
            Command::Enter(item) => self.writing = Some(item),
            Command::Leave(item) => {
                if self.writing == Some(item) {
                    self.writing = None;
                    self.follow();
                }
            }
            Command::Type { item, label, text, at } => self.type_in(item, &label, &text, &at),
            Command::Add(question) => outcomes.extend(self.add(&question).map(Spot::New).map(Outcome::Focus)),
            Command::More(question) => outcomes.extend(self.show_more(question)),
            Command::Delete(item) => self.delete(item, &mut outcomes),
            Command::Undo(item) => outcomes.extend(self.undo(item).map(Spot::Field).map(Outcome::Focus)),
            Command::Choose(item, at) => outcomes.extend(self.choose(item, &at).map(Spot::Field).map(Outcome::Focus)),
            Command::TakeIn(notes) => self.take_in(notes),
            Command::Seal(keys) => self.seal(&keys),
            Command::DeleteAll => self.delete_all(&mut outcomes),
        }
        outcomes.extend(self.keeper.next(&self.notes).map(Outcome::Do));
        outcomes
    }

    fn job_ended(&mut self, command: Command, outcomes: &mut Vec<Outcome>) {
        match command {
            Command::Opened(Ok(opened), is_promised) => {
                self.is_promised = is_promised;
                if self.keeper.opened(opened) {
                    // It was taken away while the page was open; what stands there is not.
                    let all: Vec<_> = self.notes.iter().map(|note| note.key.clone()).collect();
                    all.iter().for_each(|key| self.keeper.must(key, Pending::unite()));
                }
            }
            Command::Read(Ok((records, deleted))) => {
                self.take_kept(records, deleted);
            }
            Command::Written(Ok(mut kept)) => {
                if self.keeper.written() {
                    // What was written on meanwhile comes with the next batch.
                    kept.retain(|note| !self.keeper.waiting().contains(&note.key));
                    // One that was deleted here may have been written on elsewhere.
                    self.deleted.retain(|key| kept.get(key).is_none());
                    self.notes.replace_all(kept);
                    self.follow();
                }
                self.kept(outcomes);
            }
            Command::Cleared(Ok(())) => {
                self.keeper.cleared();
                outcomes.push(Outcome::SayDeleted);
                self.kept(outcomes);
            }
            Command::Opened(Err(refusal), _)
            | Command::Read(Err(refusal))
            | Command::Written(Err(refusal))
            | Command::Cleared(Err(refusal)) => {
                self.keeper.failed(refusal);
                self.fill_up();
            }
            _ => {}
        }
    }

    /// Something was kept. Once all is, the other pages are told, and the browser is asked for its promise.
    fn kept(&mut self, outcomes: &mut Vec<Outcome>) {
        if self.keeper.has_unkept() {
            return;
        }
        outcomes.push(Outcome::Tell);
        if !self.is_promised {
            // Asked for once, when there is something to keep; after that it is only looked at.
            outcomes.push(Outcome::AskPromise(!std::mem::replace(&mut self.has_asked, true)));
        }
    }

    /// Replaces the notes by those that are kept, with what is not kept yet applied on top.
    fn take_kept(&mut self, records: Vec<Record>, deleted: Vec<String>) {
        // What is to be deleted is not there any more.
        let (records, deleted) = if self.keeper.must_clear() { Default::default() } else { (records, deleted) };
        let mut kept = Notes::default();
        self.unreadable.clear();
        for (key, record) in records {
            match record.as_deref().and_then(|record| note_of(&key, record)) {
                Some(note) => kept.replace(note),
                None => self.unreadable.push((key, record)),
            }
        }
        self.deleted.clear();
        for key in deleted.iter().filter_map(|key| NoteKey::from_text(key)) {
            self.deleted.insert(key);
        }
        for (key, pending) in self.keeper.waiting().iter() {
            let note = pending.apply(kept.remove(key), self.notes.get(key));
            if pending.has_deleted(note.as_ref()) {
                self.deleted.insert(key.clone());
            } else {
                self.deleted.remove(key);
            }
            note.into_iter().for_each(|note| kept.replace(note));
        }
        self.notes = kept;
        if self.keeper.keeping == Keeping::Opening {
            self.clear_blank(|_| true);
        }
        self.keeper.read();
        self.follow();
    }

    /// Takes blank fields of some questions out, but what is written in.
    fn clear_blank(&mut self, is_meant: impl Fn(&Place) -> bool) {
        let writing = self.writing;
        for place in self.places.iter_mut().filter(|place| is_meant(place)) {
            place.items.retain(|item| item.kind != Kind::Blank || writing == Some(item.id));
        }
    }

    /// Brings what stands under the questions in step with the notes.
    fn follow(&mut self) {
        for place in &mut self.places {
            place.follow(&self.notes, self.writing, &mut self.ids);
        }
        self.fill_up();
    }

    /// There is always something to write in, once it is known what there is.
    fn fill_up(&mut self) {
        if self.keeper.keeping == Keeping::Opening && !self.keeper.is_unsure() {
            return;
        }
        for place in self.places.iter_mut().filter(|place| place.has_no_field() && place.more == 0) {
            place.add(self.ids.next(), (self.new_id)());
        }
    }

    fn place(&mut self, question: &str) -> Option<&mut Place> {
        self.places.iter_mut().find(|place| place.question == question)
    }

    fn item_mut(&mut self, id: ItemId) -> Option<&mut Item> {
        self.places.iter_mut().flat_map(|place| &mut place.items).find(|item| item.id == id)
    }

    fn type_in(&mut self, item: ItemId, label: &str, text: &str, at: &str) {
        let Some(Item { key, kind, .. }) = self.item(item) else { return };
        let over: Vec<Hash> = match kind {
            Kind::Field { head, .. } => vec![*head],
            // A label alone is no note.
            Kind::Blank if text.is_empty() => return,
            Kind::Blank => Vec::new(),
            Kind::Gone(_) => return,
        };
        self.rewrite(item, key.clone(), &over, (label, text), at);
    }

    /// Writes in a field, in the place of some versions of its note.
    fn rewrite(&mut self, item: ItemId, key: NoteKey, over: &[Hash], (label, text): (&str, &str), at: &str) {
        let none = Note::new(key.clone());
        let Some(change) = self.notes.get(&key).unwrap_or(&none).rewriting(over, at, label, text) else { return };
        let head = change.added.hash;
        self.write(&key, change);
        let is_there = self.notes.get(&key).is_some();
        if let Some(item) = self.item_mut(item) {
            // Where all was taken out again the field is as good as a blank one.
            item.kind = if is_there { Kind::Field { head, apart: false } } else { Kind::Blank };
        }
        self.follow();
    }

    fn write(&mut self, key: &NoteKey, change: Change) {
        let note = self.notes.entry(key);
        note.apply(change.clone());
        let pending = if note.is_blank() {
            self.notes.remove(key);
            Pending::emptying(change)
        } else {
            Pending::change(change)
        };
        self.keeper.must(key, pending);
    }

    /// A field for one more note; where there is a blank one already, that one.
    fn add(&mut self, question: &str) -> Option<ItemId> {
        let (id, note) = (self.ids.next(), (self.new_id)());
        let place = self.place(question)?;
        let blank = place.items.iter().find(|item| item.kind == Kind::Blank).map(|item| item.id);
        if blank.is_none() {
            place.add(id, note);
        }
        Some(blank.unwrap_or(id))
    }

    fn show_more(&mut self, question: String) -> Option<Outcome> {
        self.place(&question)?.show_more();
        self.follow();
        let place = self.place(&question)?;
        let first = place.items.first().map(|item| Spot::Field(item.id));
        Some(Outcome::Focus(if place.more > 0 { Spot::More(question) } else { first? }))
    }

    fn delete(&mut self, item: ItemId, outcomes: &mut Vec<Outcome>) {
        let Some(key) = self.item(item).map(|item| item.key.clone()) else { return };
        if self.writing == Some(item) {
            self.writing = None;
        }
        let note = self.notes.remove(&key);
        let deletion = note.as_ref().map(Pending::deletion);
        let new = self.ids.next();
        if let Some(place) = self.place(&key.question) {
            // Its other versions go with it.
            place.items.retain(|one| one.id == item || one.key != key || matches!(one.kind, Kind::Gone(_)));
            match (note, place.items.iter().position(|one| one.id == item)) {
                (Some(note), Some(at)) => {
                    let gone = Item { id: new, key: key.clone(), kind: Kind::Gone(note) };
                    place.items.splice(at..=at, [gone]);
                }
                _ => place.items.retain(|one| one.id != item),
            }
        }
        if let Some(deletion) = deletion {
            self.keeper.must(&key, deletion);
            self.deleted.insert(key);
            outcomes.extend([Outcome::Focus(Spot::Undo(new)), Outcome::SayGone]);
        } else {
            outcomes.push(Outcome::Focus(Spot::Add(key.question)));
        }
        self.follow();
    }

    fn undo(&mut self, item: ItemId) -> Option<ItemId> {
        let Item { key, kind: Kind::Gone(note), .. } = self.item(item)?.clone() else { return None };
        let heads: Vec<Hash> = note.heads().iter().map(|head| head.hash).collect();
        self.take_in([note].into_iter().collect());
        let place = self.place(&key.question)?;
        let back = place.items.iter().find(|one| one.head().is_some_and(|head| heads.contains(&head)))?;
        Some(back.id)
    }

    fn choose(&mut self, item: ItemId, at: &str) -> Option<ItemId> {
        let chosen = self.item(item)?;
        let key = chosen.key.clone();
        let Revision { label, text, .. } = self.said(chosen)?.clone();
        let heads: Vec<Hash> = self.notes.get(&key)?.heads().iter().map(|head| head.hash).collect();
        self.rewrite(item, key, &heads, (&label, &text), at);
        Some(item)
    }

    /// Unites with other notes, also such as were deleted here.
    fn take_in(&mut self, incoming: Notes) {
        self.clear_blank(|place| incoming.iter().any(|note| note.key.question == place.question));
        for Note { key, .. } in incoming.iter() {
            self.deleted.remove(key);
            self.keeper.must(key, Pending::unite());
        }
        self.notes.merge(incoming);
        self.follow();
    }

    fn seal(&mut self, keys: &[NoteKey]) {
        for key in keys {
            if self.notes.get(key).is_some() && self.notes.entry(key).seal() {
                self.keeper.must(key, Pending::unite());
            }
        }
    }

    fn delete_all(&mut self, outcomes: &mut Vec<Outcome>) {
        self.notes = Notes::default();
        self.deleted.clear();
        self.unreadable.clear();
        self.writing = None;
        self.places.iter_mut().for_each(|place| place.items.clear());
        self.keeper.delete_all();
        if !self.keeper.must_clear() {
            outcomes.push(Outcome::SayDeleted);
        }
        self.follow();
    }
}
