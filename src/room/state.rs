//! What the tools know, and how it is kept.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::files::Incoming;
use super::keeping::{Keeping, Pending};
use super::{editors, synthesis, tools};
use crate::browser::{self, Channel, Record, Store};
use crate::i18n::{Phrase, Words};
use crate::notes::{Change, NoteKey, Notes};

/// A question of the page.
pub struct Question {
    pub id: String,
    pub text: String,
}

/// Everything that changes.
#[derive(Default)]
pub struct State {
    pub notes: Notes,
    /// Notes that were deleted on this device.
    pub deleted: BTreeSet<NoteKey>,
    /// What is kept here and cannot be read: it stays as it is.
    pub unreadable: Vec<Record>,
    pub keeping: Keeping,
    /// Fields that nothing was written into yet.
    pub blank: Vec<NoteKey>,
    /// Deleted since the page was opened: this can be undone.
    pub gone: Notes,
    /// How many notes of a question are on the page, where that is more than at first.
    pub shown: BTreeMap<String, usize>,
    /// What is not kept yet.
    pub(super) pending: BTreeMap<NoteKey, Pending>,
    pub(super) store: Option<Rc<Store>>,
    pub(super) is_saving: bool,
    /// How often saving has begun.
    pub(super) savings: u32,
    /// Whether the browser was asked to promise to keep notes.
    pub(super) has_asked: bool,
    /// Another page has written something while this one was saving.
    pub(super) is_stale: bool,
}

impl State {
    /// Remembers what is still to be done to a note that is kept.
    fn must(&mut self, key: &NoteKey, pending: Pending) {
        let before = self.pending.remove(key);
        let both = before.map_or(pending.clone(), |before| before.and_then(pending));
        self.pending.insert(key.clone(), both);
    }
}

/// The tools. Clones are the same.
#[derive(Clone)]
pub struct Room {
    pub words: Rc<Words>,
    pub questions: Rc<Vec<Question>>,
    pub state: Rc<RefCell<State>>,
    /// What was opened and waits to be merged.
    pub incoming: Rc<RefCell<Option<Incoming>>>,
    /// The synthesis that waits to be written.
    pub synthesis_waits: Rc<Cell<Option<i32>>>,
    pub(super) channel: Rc<Channel>,
    pub(super) name: Rc<String>,
}

impl Room {
    /// Tools that know nothing yet.
    pub fn new(words: Rc<Words>) -> Self {
        let questions = browser::rows("article[data-question]", [("", "data-question"), ("h3", "")]);
        let questions = questions.into_iter().map(|[id, text]| Question { id, text }).collect();
        // Pages of one site share a device's notes in all languages; two sites of one host do not.
        let name =
            format!("frise-notes {}", browser::folder(&browser::attribute("#app", "data-root").unwrap_or_default()));
        let channel = Rc::new(Channel::new(&name));
        Self {
            words,
            questions: Rc::new(questions),
            state: Rc::default(),
            incoming: Rc::default(),
            synthesis_waits: Rc::default(),
            channel,
            name: Rc::new(name),
        }
    }

    /// A phrase.
    pub fn say(&self, phrase: Phrase) -> &str {
        self.words.phrases.get(phrase)
    }

    /// A phrase with values filled in.
    pub fn fill(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        self.words.phrases.fill(phrase, values)
    }

    /// Which of the page's questions has that id.
    pub fn position(&self, question: &str) -> Option<usize> {
        self.questions.iter().position(|known| known.id == question)
    }

    /// Says something in the page's live region.
    pub fn announce(&self, text: &str) {
        browser::set_text("[data-live]", text);
    }

    /// Writes what depends on the state anew.
    pub fn refresh(&self) {
        editors::refresh(self);
        tools::refresh(self);
        synthesis::refresh_soon(self);
    }

    /// Takes in what was written in a note.
    pub fn write(&self, key: &NoteKey, change: Change) {
        {
            let mut state = self.state.borrow_mut();
            let note = state.notes.entry(key);
            note.apply(change.clone());
            if note.is_blank() {
                state.notes.remove(key);
            }
            state.must(key, Pending::Write(vec![change], false));
        }
        self.keep();
    }

    /// Deletes a note on this device; until the page is closed that can be undone.
    pub fn delete(&self, key: &NoteKey) {
        {
            let mut state = self.state.borrow_mut();
            let Some(note) = state.notes.remove(key) else { return };
            state.must(key, Pending::Delete);
            state.deleted.insert(key.clone());
            state.gone.replace(note);
        }
        self.keep();
        self.refresh();
    }

    /// Brings back what was deleted.
    pub fn undo(&self, key: &NoteKey) {
        let gone = self.state.borrow().gone.get(key).cloned();
        self.take_in(gone.into_iter().collect());
    }

    /// Unites with other notes, also such as were deleted here.
    pub fn take_in(&self, incoming: Notes) {
        {
            let mut state = self.state.borrow_mut();
            for note in incoming.iter() {
                state.blank.retain(|blank| blank.question != note.key.question);
                state.deleted.remove(&note.key);
                state.gone.remove(&note.key);
                state.must(&note.key, Pending::Write(Vec::new(), true));
            }
            state.notes.merge(incoming);
        }
        self.keep();
        self.refresh();
    }

    /// Marks notes as having left this device: writing on makes history of what they say now.
    pub fn seal(&self, keys: &[NoteKey]) {
        {
            let mut state = self.state.borrow_mut();
            for key in keys {
                if state.notes.entry(key).seal() {
                    state.must(key, Pending::Write(Vec::new(), true));
                }
            }
        }
        self.keep();
    }

    /// Deletes everything on this device.
    pub fn delete_all(&self) {
        {
            let mut state = self.state.borrow_mut();
            state.notes = Notes::default();
            state.gone = Notes::default();
            state.pending.clear();
            state.deleted.clear();
            state.unreadable.clear();
            state.blank.clear();
        }
        self.clear();
        self.refresh();
    }
}
