//! Keeping: what is written goes to the device in the order it was written, many notes in one transaction. What cannot
//! be kept waits, and is tried again: at once where the browser has only closed the connection, else with what is
//! written next and when the page is seen again.
//!
//! The browser does one [`Job`] at a time and says how it ended before it is given another, so that nothing is read
//! while something is written.

use super::pending::{Batch, Pending, Waiting};
use crate::notes::{NoteKey, Notes};

/// So many notes are kept in one transaction: the page has its turn between two of them.
const BATCH: usize = 250;
/// So many connections in a row are made for the same thing: browsers close them without a word, sometimes the next
/// one too, before anything was done with it.
const CONNECTIONS: u8 = 3;

/// Where notes are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It is not known yet.
    #[default]
    Opening,
    /// On this device.
    Kept,
    /// Only as long as the page is open.
    Memory(Refusal),
}

/// Why something could not be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A newer version of the page has been here.
    Newer,
    /// There is no room.
    Full,
    /// What is kept has not the form that it is made with: it can be read at most.
    Damaged,
    /// The browser does not allow it, or cannot; in its own words.
    Denied(String),
}

/// Something for the browser to do with what is kept.
#[derive(Clone, Debug)]
pub enum Job {
    /// Connect, or connect anew.
    Open,
    /// Read everything.
    Read,
    /// Carry out a batch in one transaction.
    Write(Batch),
    /// Take everything out.
    Clear,
}

/// What was found on connecting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// It has the form that it is made with.
    pub is_whole: bool,
    /// There was nothing yet.
    pub is_new: bool,
}

/// A job under way.
#[derive(Clone, Debug, PartialEq)]
enum Running {
    Open,
    Read,
    Write(Waiting),
    Clear,
}

/// What is to be kept, and how that goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Keeper {
    pub keeping: Keeping,
    /// What is not kept yet.
    waiting: Waiting,
    /// Before that, everything is to be taken out of the device.
    must_clear: bool,
    /// What is kept may be other than what is known here.
    must_read: bool,
    is_connected: bool,
    /// It was connected at some time.
    has_connected: bool,
    /// What there is can be read at most.
    is_damaged: bool,
    running: Option<Running>,
    /// Nothing more is tried until somebody asks.
    has_given_up: bool,
    /// So many connections were made for what is tried now.
    connections: u8,
    /// How often all was kept.
    times: u32,
    /// It takes so long that nobody should rely on it.
    is_late: bool,
}

impl Keeper {
    /// Whether there is something that only this page has, or that was deleted and is still there.
    pub fn has_unkept(&self) -> bool {
        let is_writing = matches!(self.running, Some(Running::Write(_) | Running::Clear));
        is_writing || self.must_clear || !self.waiting.is_empty()
    }

    /// Whether what is written may be gone when the page is closed.
    pub fn is_unsure(&self) -> bool {
        self.is_late || matches!(self.keeping, Keeping::Memory(_))
    }

    /// Tells the stretch of time until all is kept from others.
    pub fn times(&self) -> u32 {
        self.times
    }

    /// That stretch has become long.
    pub fn late(&mut self, times: u32) {
        self.is_late = times == self.times && (self.has_unkept() || self.keeping == Keeping::Opening);
    }

    /// What waits, note by note.
    pub fn waiting(&self) -> &Waiting {
        &self.waiting
    }

    /// Whether what was read is to be deleted anyway.
    pub fn must_clear(&self) -> bool {
        self.must_clear
    }

    /// Something is to be done to a note.
    pub fn must(&mut self, key: &NoteKey, pending: Pending) {
        self.waiting.add(key, pending);
        self.try_again();
    }

    /// Something was written: it is tried again, unless that cannot help.
    fn try_again(&mut self) {
        self.has_given_up &= matches!(self.keeping, Keeping::Memory(Refusal::Newer | Refusal::Damaged));
        self.connections = 0;
    }

    /// Everything is to be deleted. What is on its way to the device is, too.
    pub fn delete_all(&mut self) {
        self.waiting.clear();
        self.must_clear = self.has_connected;
        self.try_again();
    }

    /// What is kept may have changed, or it is time to try again.
    pub fn look_again(&mut self) {
        self.must_read = true;
        self.has_given_up = false;
        self.connections = 0;
    }

    /// The browser has closed the connection.
    pub fn lost(&mut self) {
        self.is_connected = false;
        self.look_again();
    }

    /// What to do next, if it is time to do something.
    pub fn next(&mut self, known: &Notes) -> Option<Job> {
        if self.running.is_some() || self.has_given_up {
            return None;
        }
        let can_write = !self.is_damaged;
        let (running, job) = if !(self.must_read || can_write && self.has_unkept()) {
            return None;
        } else if !self.is_connected {
            (Running::Open, Job::Open)
        } else if can_write && self.must_clear {
            (Running::Clear, Job::Clear)
        } else if can_write && !self.waiting.is_empty() {
            let batch = self.waiting.take(BATCH);
            let known = batch.iter().filter_map(|(key, _)| known.get(key).cloned()).collect();
            (Running::Write(batch.clone()), Job::Write(Batch { waiting: batch, known }))
        } else {
            self.must_read = false;
            (Running::Read, Job::Read)
        };
        self.running = Some(running);
        Some(job)
    }

    /// The browser has connected. True if what is known here has to be kept anew, since nothing is there.
    pub fn opened(&mut self, Opened { is_whole, is_new }: Opened) -> bool {
        self.running = None;
        self.is_connected = true;
        self.has_connected = true;
        self.connections += 1;
        self.is_damaged = !is_whole;
        self.must_read = true;
        is_new && self.keeping != Keeping::Opening
    }

    /// Everything was read.
    pub fn read(&mut self) {
        self.running = None;
        self.worked();
    }

    /// Everything was taken out.
    pub fn cleared(&mut self) {
        self.running = None;
        self.must_clear = false;
        self.worked();
    }

    /// A batch was written. False if it was deleted meanwhile.
    pub fn written(&mut self) -> bool {
        self.running = None;
        self.worked();
        !self.must_clear
    }

    fn worked(&mut self) {
        self.connections = 0;
        if self.is_damaged {
            self.keeping = Keeping::Memory(Refusal::Damaged);
        } else if !self.has_unkept() {
            self.keeping = Keeping::Kept;
            self.times = self.times.wrapping_add(1);
            self.is_late = false;
        }
    }

    /// The job under way could not be done. What was to be written waits again, and is tried with another connection
    /// unless that was tried [`CONNECTIONS`] times.
    pub fn failed(&mut self, refusal: Refusal) {
        let was_opening = self.running == Some(Running::Open);
        match self.running.take() {
            Some(Running::Write(batch)) if !self.must_clear => self.waiting.put_back(batch),
            Some(Running::Read) => self.must_read = true,
            _ => {}
        }
        let is_denied = matches!(refusal, Refusal::Denied(_));
        // What is full is not closed.
        self.is_connected &= refusal == Refusal::Full;
        if is_denied && self.connections < CONNECTIONS && !was_opening {
            return;
        }
        self.has_given_up = true;
        // As long as nothing waits, all that was said of what is kept is true.
        if self.keeping != Keeping::Kept || self.has_unkept() || !is_denied {
            self.keeping = Keeping::Memory(refusal);
        }
    }
}
