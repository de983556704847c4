//! What all components share: the model in signals, commands in, and what follows outside in one place.

use std::cell::Cell;
use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;

use super::device::Device;
use super::page::{self, Question};
use crate::browser;
use crate::i18n::{Phrase, Words};
use crate::room::model::{Command, Incoming, Item, ItemId, Keeping, Notebook, Order, Outcome, Place, Spot, Synthesis};
use crate::room::{asked, broken};

/// The tools' state. Copies are the same; components find it in context.
#[derive(Clone, Copy)]
pub struct Room {
    words: StoredValue<Rc<Words>, LocalStorage>,
    questions: StoredValue<Vec<Question>>,
    pub book: RwSignal<Notebook>,
    /// Where focus is to go; whatever is there takes it.
    pub spot: RwSignal<Option<Spot>>,
    pub inbox: RwSignal<Inbox>,
    /// What became of saving.
    pub saved: RwSignal<String>,
    pub synthesis: RwSignal<Option<Synthesis>>,
    pub order: RwSignal<Order>,
    /// Whether the synthesis lists all notes, however many.
    pub is_whole: RwSignal<bool>,
    /// The field that says which notes are saved.
    pub scope: NodeRef<html::Select>,
    /// Where files that were opened are looked at.
    pub incoming: NodeRef<html::Div>,
    device: StoredValue<Rc<Device>, LocalStorage>,
}

/// Files that were opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Inbox {
    /// None.
    Empty,
    /// They wait for the reader's word.
    Open(Incoming),
    /// What became of them.
    Done(String),
}

thread_local! {
    /// Whether there is something that only this page has: also to be known where the tools have broken down.
    static HAS_UNKEPT: Cell<bool> = const { Cell::new(false) };
}

/// The tools that a component belongs to.
pub fn use_room() -> Room {
    expect_context()
}

impl Room {
    /// Tools that know nothing yet.
    pub fn new(words: Rc<Words>) -> Self {
        let questions = page::questions();
        let ids: Vec<_> = questions.iter().map(|question| question.id.clone()).collect();
        Self {
            words: StoredValue::new_local(words),
            questions: StoredValue::new(questions),
            book: RwSignal::new(Notebook::new(ids, browser::random_id)),
            spot: RwSignal::new(None),
            inbox: RwSignal::new(Inbox::Empty),
            saved: RwSignal::default(),
            synthesis: RwSignal::new(None),
            order: RwSignal::default(),
            is_whole: RwSignal::new(false),
            scope: NodeRef::new(),
            incoming: NodeRef::new(),
            device: StoredValue::new_local(Rc::new(Device::new())),
        }
    }

    /// The interface's words.
    pub fn words(self) -> Rc<Words> {
        self.words.get_value()
    }

    /// A phrase.
    pub fn say(self, phrase: Phrase) -> String {
        self.words.with_value(|words| words.phrases.get(phrase).to_owned())
    }

    /// A phrase with values filled in.
    pub fn fill(self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        self.words.with_value(|words| words.phrases.fill(phrase, values))
    }

    /// A phrase that counts.
    pub fn count(self, phrase: Phrase, n: usize) -> String {
        self.fill(phrase, &[("n", &n.to_string())])
    }

    /// What somebody wants to know of the page's questions.
    pub fn questions<T>(self, read: impl FnOnce(&[Question]) -> T) -> T {
        self.questions.with_value(|questions| read(questions))
    }

    /// A question with its number, by position; after the last: those that the page does not know.
    pub fn question(self, at: usize) -> String {
        let known = self.questions(|questions| questions.get(at).map(|one| format!("{}. {}", at + 1, one.text)));
        known.unwrap_or_else(|| self.say(Phrase::ExportElsewhere))
    }

    /// What somebody wants to know of a question's place; it follows.
    pub fn place<T: Default>(self, at: usize, read: impl FnOnce(&Place) -> T) -> T {
        self.book.with(|book| book.places().get(at).map(read).unwrap_or_default())
    }

    /// What somebody wants to know of an item; it follows.
    pub fn item<T>(self, id: ItemId, read: impl FnOnce(&Notebook, &Item) -> T) -> Option<T> {
        self.book.with(|book| Some(read(book, book.item(id)?)))
    }

    /// Whether it is known what is kept, or that this takes too long to wait for; it follows.
    pub fn is_ready(self) -> bool {
        self.book.with(|book| *book.keeping() != Keeping::Opening || book.is_unsure())
    }

    /// Carries out a command, and what follows from it. Not where the tools have broken down: nothing of them can be
    /// trusted then.
    pub fn ask(self, command: Command) {
        if broken::is_broken() {
            return;
        }
        HAS_UNKEPT.set(true);
        let outcomes = self.book.try_update(|book| book.update(command)).unwrap_or_default();
        HAS_UNKEPT.set(self.book.with_untracked(Notebook::has_unkept));
        outcomes.into_iter().for_each(|outcome| self.perform(outcome));
    }

    /// Looks at what is kept whenever another page of the site has written something.
    pub fn hear_others(self) {
        self.device.get_value().hear_others(move || self.ask(Command::Look));
    }

    fn perform(self, outcome: Outcome) {
        match outcome {
            Outcome::Do(job) => {
                let device = self.device.get_value();
                browser::spawn(async move {
                    self.ask(device.carry_out(job, move || self.ask(Command::Lost)).await);
                });
            }
            Outcome::Tell => self.device.get_value().tell_others(),
            Outcome::AskPromise(ask) => {
                browser::spawn(async move { self.ask(Command::Promised(browser::is_promised(ask).await)) });
            }
            Outcome::Focus(spot) => self.spot.set(Some(spot)),
            Outcome::SayGone => asked::announce(&self.say(Phrase::NoteGone)),
            Outcome::SayDeleted => asked::announce(&self.say(Phrase::DeleteDone)),
        }
    }
}

/// Whether there is something that only this page has.
pub fn has_unkept() -> bool {
    HAS_UNKEPT.get()
}
