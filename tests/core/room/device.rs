//! A device that keeps notes, and the pages that are open on it.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use frise::room::model::{Command, Item, ItemId, Job, Kind, Notebook, Opened, Outcome, Refusal, Spot};

/// The questions of the pages.
pub const QUESTIONS: [&str; 2] = ["q1", "q2"];

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Device {
    pub records: BTreeMap<String, String>,
    pub deleted: BTreeSet<String>,
    /// There is something, though it may be empty.
    pub exists: bool,
}

/// A page on a device.
pub struct Page {
    pub book: Notebook,
    job: Option<Job>,
    is_connected: bool,
    /// Another page has written something, and this one has not looked yet.
    pub is_told: bool,
    /// Where focus went last.
    pub spot: Option<Spot>,
    /// What was said.
    pub said: Vec<&'static str>,
}

/// How a job ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    Well,
    Refused,
    /// A connection is made; whatever else it is, is refused.
    OnlyConnects,
    Full,
    Newer,
}

fn new_id() -> String {
    thread_local! {
        static LAST: Cell<u32> = const { Cell::new(0) };
    }
    LAST.set(LAST.get() + 1);
    format!("id{}", LAST.get())
}

impl Page {
    /// A page that has just been opened.
    pub fn new() -> Self {
        let book = Notebook::new(QUESTIONS.map(str::to_owned), new_id);
        let mut page = Self { book, job: None, is_connected: false, is_told: false, spot: None, said: Vec::new() };
        page.ask(Command::Look);
        page
    }

    /// A page that has read what is kept.
    pub fn open(device: &mut Device) -> Self {
        let mut page = Self::new();
        page.settle(device);
        page
    }

    /// Carries out a command. True if other pages are to be told.
    pub fn ask(&mut self, command: Command) -> bool {
        let mut tells = false;
        for outcome in self.book.update(command) {
            match outcome {
                Outcome::Do(job) => {
                    let before = self.job.replace(job);
                    assert!(before.is_none(), "two jobs at once: {before:?}, {:?}", self.job);
                }
                Outcome::Tell => tells = true,
                Outcome::Focus(spot) => self.spot = Some(spot),
                Outcome::SayGone => self.said.push("gone"),
                Outcome::SayDeleted => self.said.push("deleted"),
                Outcome::AskPromise(_) => {}
            }
        }
        tells
    }

    /// Whether the browser has something to do.
    pub fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// The browser ends what it does. True if other pages are to be told.
    pub fn step(&mut self, device: &mut Device, end: End) -> bool {
        let Some(job) = self.job.take() else { return false };
        let refusal = match end {
            End::Full => Some(Refusal::Full),
            End::Newer => Some(Refusal::Newer),
            End::OnlyConnects if matches!(job, Job::Open) => None,
            End::Refused | End::OnlyConnects => Some(Refusal::Denied("refused".to_owned())),
            End::Well if !self.is_connected && !matches!(job, Job::Open) => {
                Some(Refusal::Denied("InvalidStateError".to_owned()))
            }
            End::Well => None,
        };
        let command = match (job, refusal) {
            (Job::Open, Some(refusal)) => Command::Opened(Err(refusal), false),
            (Job::Read, Some(refusal)) => Command::Read(Err(refusal)),
            (Job::Write(_), Some(refusal)) => Command::Written(Err(refusal)),
            (Job::Clear, Some(refusal)) => Command::Cleared(Err(refusal)),
            (Job::Open, None) => {
                self.is_connected = true;
                let is_new = !std::mem::replace(&mut device.exists, true);
                Command::Opened(Ok(Opened { is_whole: true, is_new }), false)
            }
            (Job::Read, None) => {
                let records = device.records.iter().map(|(key, record)| (key.clone(), Some(record.clone())));
                Command::Read(Ok((records.collect(), device.deleted.iter().cloned().collect())))
            }
            (Job::Write(batch), None) => {
                let keys = batch.keys();
                let records = keys.iter().filter_map(|key| Some((key.clone(), Some(device.records.get(key)?.clone()))));
                let marked: Vec<_> = keys.iter().filter(|key| device.deleted.contains(*key)).cloned().collect();
                let (writes, kept) = batch.writes(&records.collect::<Vec<_>>(), &marked, "spare");
                for (from, to) in writes.aside {
                    device.records.insert(to, device.records[&from].clone());
                }
                device.records.extend(writes.put);
                writes.remove.iter().for_each(|key| drop(device.records.remove(key)));
                device.deleted.extend(writes.mark);
                device.deleted.retain(|key| !writes.unmark.contains(key));
                Command::Written(Ok(kept))
            }
            (Job::Clear, None) => {
                device.records.clear();
                device.deleted.clear();
                Command::Cleared(Ok(()))
            }
        };
        self.ask(command)
    }

    /// The browser ends well whatever there is to do. True if other pages are to be told.
    pub fn settle(&mut self, device: &mut Device) -> bool {
        let mut tells = false;
        let mut steps = 0;
        while self.is_busy() {
            tells |= self.step(device, End::Well);
            steps += 1;
            assert!(steps < 1_000, "it never comes to an end");
        }
        tells
    }

    /// The browser closes the connection; and says so, or does not.
    pub fn cut(&mut self, says: bool) {
        self.is_connected = false;
        if says {
            self.ask(Command::Lost);
        }
    }

    /// What stands under all questions.
    pub fn items(&self) -> Vec<&Item> {
        self.book.places().iter().flat_map(|place| &place.items).collect()
    }

    /// The blank field of a question, which is made where there is none.
    pub fn blank(&mut self, question: &str) -> ItemId {
        self.ask(Command::Add(question.to_owned()));
        let place = self.book.places().iter().find(|place| place.question == question).unwrap();
        place.items.iter().find(|item| item.kind == Kind::Blank).unwrap().id
    }

    /// Types in a field.
    pub fn type_in(&mut self, item: ItemId, text: &str, at: String) {
        self.ask(Command::Type { item, label: String::new(), text: text.to_owned(), at });
    }

    /// Writes a note, and gives its field.
    pub fn write(&mut self, question: &str, text: &str, number: usize) -> ItemId {
        let item = self.blank(question);
        self.type_in(item, text, super::at(number));
        item
    }

    /// What the fields say that something is written in, in their order.
    pub fn texts(&self) -> Vec<&str> {
        self.items().into_iter().filter_map(|item| Some(self.book.said(item)?.text.as_str())).collect()
    }
}

impl Device {
    /// What is said by the notes that are kept: all that is shown of them.
    pub fn texts(&self) -> BTreeSet<String> {
        let notes = self.records.values().map(|record| frise::notes::from_record(record).unwrap());
        notes.flat_map(|note| super::texts_of(&note)).collect()
    }
}
