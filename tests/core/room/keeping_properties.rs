//! Keeping, in any order of events: nothing that was written is lost unless it was deleted, nothing that was deleted
//! comes back, and what is said of it is true at every moment.

use std::collections::{BTreeMap, BTreeSet};

use frise::notes::{Hash, Note, NoteKey};
use frise::room::model::{Command, Item, Kind};
use proptest::prelude::*;

use super::device::{Device, End, Page, QUESTIONS};
use super::texts_of;

/// Something that happens. Numbers choose among what there is.
#[derive(Clone, Copy, Debug)]
enum Event {
    /// A note is begun under a question.
    Begin(usize),
    /// A field is written on.
    WriteOn(usize),
    /// A field is emptied.
    Empty(usize),
    Enter(usize),
    Leave(usize),
    Delete(usize),
    Undo(usize),
    DeleteAll,
    Step(End),
    /// The connection is closed; and that is said, or not.
    Cut(bool),
    /// The page is seen again.
    Look,
    /// It looks because another page has written.
    Hear,
    Reload,
    /// The browser takes everything away from under the open pages.
    Vanish,
}

fn event() -> impl Strategy<Value = Event> {
    let at = 0..6_usize;
    prop_oneof![
        4 => (0..2_usize).prop_map(Event::Begin),
        6 => at.clone().prop_map(Event::WriteOn),
        1 => at.clone().prop_map(Event::Empty),
        2 => at.clone().prop_map(Event::Enter),
        1 => at.clone().prop_map(Event::Leave),
        3 => at.clone().prop_map(Event::Delete),
        2 => at.prop_map(Event::Undo),
        1 => Just(Event::DeleteAll),
        16 => Just(Event::Step(End::Well)),
        3 => Just(Event::Step(End::Refused)),
        2 => Just(Event::Step(End::Full)),
        1 => any::<bool>().prop_map(Event::Cut),
        1 => Just(Event::Look),
        4 => Just(Event::Hear),
        1 => Just(Event::Reload),
    ]
}

/// A text of its own for every time that something is written.
fn token(number: usize) -> String {
    format!("t{number}")
}

fn chosen(page: &Page, number: usize, is_wanted: impl Fn(&Item) -> bool) -> Option<&Item> {
    let items: Vec<_> = page.items().into_iter().filter(|item| is_wanted(item)).collect();
    items.get(number % items.len().max(1)).copied()
}

fn is_field(item: &Item) -> bool {
    matches!(item.kind, Kind::Field { .. })
}

fn texts(page: &Page) -> BTreeSet<String> {
    page.book.notes().iter().flat_map(texts_of).collect()
}

/// One page alone: it always shows exactly what was written and not deleted, and so does the device as soon as the
/// page says that all is kept.
fn alone(events: &[Event]) {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    let mut expected = BTreeSet::new();
    for (number, event) in events.iter().enumerate() {
        match *event {
            Event::Begin(question) => {
                page.write(QUESTIONS[question], &token(number), number);
                expected.insert(token(number));
            }
            Event::WriteOn(at) | Event::Empty(at) => {
                let Some(item) = chosen(&page, at, is_field).cloned() else { continue };
                let text = if matches!(event, Event::Empty(_)) { String::new() } else { token(number) };
                expected.remove(&page.book.said(&item).unwrap().text);
                page.type_in(item.id, &text, super::at(number));
                expected.extend(Some(text).filter(|text| !text.is_empty()));
            }
            Event::Enter(at) => {
                let Some(item) = chosen(&page, at, |_| true).map(|item| item.id) else { continue };
                page.ask(Command::Enter(item));
            }
            Event::Leave(at) => {
                let Some(item) = chosen(&page, at, |_| true).map(|item| item.id) else { continue };
                page.ask(Command::Leave(item));
            }
            Event::Delete(at) => {
                let Some(item) = chosen(&page, at, is_field).cloned() else { continue };
                let note = page.book.notes().get(&item.key).map(texts_of).unwrap_or_default();
                expected.retain(|text| !note.contains(text));
                page.ask(Command::Delete(item.id));
            }
            Event::Undo(at) => {
                let gone = |item: &Item| matches!(item.kind, Kind::Gone(_));
                let Some(Item { id, kind: Kind::Gone(note), .. }) = chosen(&page, at, gone).cloned() else { continue };
                expected.extend(texts_of(&note));
                page.ask(Command::Undo(id));
            }
            Event::DeleteAll => {
                expected.clear();
                page.ask(Command::DeleteAll);
            }
            Event::Step(end) => drop(page.step(&mut device, end)),
            Event::Cut(says) => page.cut(says),
            Event::Look | Event::Hear => drop(page.ask(Command::Look)),
            // The page asks before it is left with something that is not kept.
            Event::Reload if page.book.has_unkept() => {}
            Event::Reload => page = Page::open(&mut device),
            Event::Vanish => {
                device = Device::default();
                page.cut(true);
            }
        }
        assert_eq!(texts(&page), expected, "{number}: {event:?}");
        if !page.book.has_unkept() && !matches!(event, Event::Vanish) && device.exists {
            assert_eq!(device.texts(), expected, "{number}: {event:?} is said to be kept");
        }
        if page.book.has_unkept() && !page.is_busy() {
            assert!(page.book.is_unsure(), "{number}: {event:?}: nobody tries, and nobody says so");
        }
    }
    page.ask(Command::Look);
    page.settle(&mut device);
    assert!(!page.book.has_unkept() && !page.book.is_unsure());
    assert_eq!((texts(&page), device.texts()), (expected.clone(), expected.clone()));
    assert_eq!(texts(&Page::open(&mut device)), expected);
}

/// What two pages did, as far as it matters in the end.
#[derive(Default)]
struct Story {
    /// Every text that was written: by note.
    written: BTreeMap<NoteKey, BTreeSet<String>>,
    /// Where they are shown.
    heads: BTreeMap<Hash, String>,
    /// Those that somebody has written over.
    over: BTreeSet<String>,
    /// Those that a page has deleted, knowing them.
    dead: BTreeSet<(usize, String)>,
    /// Those that were brought back, perhaps beside what had taken their place elsewhere.
    back: BTreeSet<String>,
    /// Notes that were deleted as a whole, and not touched since.
    deleted: BTreeSet<NoteKey>,
}

impl Story {
    /// Writes in a field: over what that shows, whatever has become of it elsewhere.
    fn writes(&mut self, page: &mut Page, item: &Item, number: usize) {
        self.over.extend(item.head().and_then(|head| self.heads.get(&head).cloned()));
        page.type_in(item.id, &token(number), super::at(number));
        self.wrote(page, page.book.item(item.id).unwrap(), number);
    }

    fn wrote(&mut self, page: &Page, item: &Item, number: usize) {
        self.heads.insert(page.book.said(item).unwrap().hash, token(number));
        self.deleted.remove(&item.key);
        self.written.entry(item.key.clone()).or_default().insert(token(number));
    }

    /// A page deletes what it knows of a note, while another one has all kept that it knows, or has not.
    fn deletes(&mut self, page: usize, key: &NoteKey, known: &BTreeSet<String>, all_is_kept: bool) {
        self.dead.extend(known.iter().map(|text| (page, text.clone())));
        let mut written = self.written.get(key).into_iter().flatten();
        let is_out = |text: &String| known.contains(text) || self.is_past(text) && !self.back.contains(text);
        if all_is_kept && written.all(is_out) {
            self.deleted.insert(key.clone());
        }
    }

    fn brings_back(&mut self, page: usize, note: &Note) {
        self.deleted.remove(&note.key);
        let back = texts_of(note);
        self.dead.retain(|(by, text)| *by != page || !back.contains(text));
        self.back.extend(back);
    }

    fn is_past(&self, text: &String) -> bool {
        self.over.contains(text) || self.dead.iter().any(|(_, dead)| dead == text)
    }
}

/// Two pages on one device, which may write in the same note.
fn together(events: &[(usize, Event)]) {
    let mut device = Device::default();
    let mut pages = [Page::open(&mut device), Page::open(&mut device)];
    let mut story = Story::default();
    for (number, (at_page, event)) in events.iter().enumerate() {
        let (page, other) = match (&mut pages, at_page) {
            ([first, second], 0) => (first, second),
            ([first, second], _) => (second, first),
        };
        match *event {
            Event::Begin(question) => {
                let item = page.write(QUESTIONS[question], &token(number), number);
                story.wrote(page, page.book.item(item).unwrap(), number);
            }
            Event::WriteOn(at) => {
                let Some(item) = chosen(page, at, is_field).cloned() else { continue };
                story.writes(page, &item, number);
            }
            Event::Enter(at) | Event::Leave(at) => {
                let Some(item) = chosen(page, at, |_| true).map(|item| item.id) else { continue };
                page.ask(if matches!(event, Event::Enter(_)) { Command::Enter(item) } else { Command::Leave(item) });
            }
            Event::Delete(at) => {
                let Some(item) = chosen(page, at, is_field).cloned() else { continue };
                if let Some(note) = page.book.notes().get(&item.key) {
                    story.deletes(*at_page, &item.key, &texts_of(note), !other.book.has_unkept());
                }
                page.ask(Command::Delete(item.id));
            }
            Event::Undo(at) => {
                let gone = |item: &Item| matches!(item.kind, Kind::Gone(_));
                let Some(Item { id, kind: Kind::Gone(note), .. }) = chosen(page, at, gone).cloned() else { continue };
                story.brings_back(*at_page, &note);
                page.ask(Command::Undo(id));
            }
            Event::Step(end) => other.is_told |= page.step(&mut device, end),
            Event::Cut(says) => page.cut(says),
            Event::Look => drop(page.ask(Command::Look)),
            Event::Hear if page.is_told => {
                page.is_told = false;
                page.ask(Command::Look);
            }
            Event::Reload if !page.book.has_unkept() => *page = Page::open(&mut device),
            // Both see to it that all is there; emptying is deleting without a way back.
            Event::Empty(_) | Event::DeleteAll | Event::Hear | Event::Reload | Event::Vanish => {}
        }
    }
    for _ in 0..3 {
        for page in &mut pages {
            page.ask(Command::Look);
            page.settle(&mut device);
        }
    }
    let there = device.texts();
    for page in &pages {
        assert_eq!(texts(page), there, "what is shown is what is kept");
    }
    let lost = story.written.values().flatten().filter(|text| !story.is_past(text) && !there.contains(*text));
    let lost: Vec<_> = lost.collect();
    assert!(lost.is_empty(), "{lost:?} is lost: {there:?}");
    let back: Vec<_> = story.deleted.iter().filter(|key| device.records.contains_key(&key.to_text())).collect();
    assert!(back.is_empty(), "{back:?} has come back: {there:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn a_page_alone_shows_what_was_written_and_so_does_the_device(events in prop::collection::vec(event(), 1..60)) {
        alone(&events);
    }

    #[test]
    fn two_pages_lose_nothing_of_each_other(events in prop::collection::vec((0..2_usize, event()), 1..80)) {
        together(&events);
    }
}

/// A device from which everything is taken away while a page is open, at any moment.
#[test]
fn what_vanishes_under_an_open_page_is_kept_again() {
    for length in 0..8 {
        let mut events = vec![Event::Begin(0), Event::Step(End::Well), Event::Begin(1), Event::WriteOn(0)];
        events.extend(std::iter::repeat_n(Event::Step(End::Well), length));
        events.extend([Event::Vanish, Event::Begin(0)]);
        events.extend(std::iter::repeat_n(Event::Step(End::Well), 8));
        alone(&events);
    }
}
