//! Keeping notes on a device: what is said of it, and what happens when the browser refuses.

use frise::room::model::{Command, Keeping, Refusal};

use super::device::{Device, End, Page};
use super::{note, notes};

fn refused() -> Keeping {
    Keeping::Memory(Refusal::Denied("refused".to_owned()))
}

#[test]
fn what_is_written_is_kept_and_read_again() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    assert_eq!(page.book.keeping(), &Keeping::Kept);
    let first = page.write("q1", "one", 1);
    assert!(page.book.has_unkept());
    assert!(page.settle(&mut device), "the others are told");
    assert!(!page.book.has_unkept());
    page.type_in(first, "one more", super::at(2));
    page.write("q2", "two", 3);
    page.settle(&mut device);
    let again = Page::open(&mut device);
    assert_eq!(again.texts(), ["one more", "two"]);
    // One draft, not one for every letter.
    assert_eq!(again.book.notes().iter().map(|note| note.revisions().len()).sum::<usize>(), 2);
}

#[test]
fn what_could_not_be_kept_is_kept_with_what_is_written_next() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    let item = page.write("q1", "one", 1);
    while page.is_busy() {
        page.step(&mut device, End::Full);
    }
    assert_eq!(page.book.keeping(), &Keeping::Memory(Refusal::Full));
    assert!(page.book.is_unsure() && page.book.has_unkept());
    page.type_in(item, "one more", super::at(2));
    page.settle(&mut device);
    assert_eq!(page.book.keeping(), &Keeping::Kept);
    assert!(!page.book.is_unsure());
    assert_eq!(device.texts().into_iter().collect::<Vec<_>>(), ["one more"]);
    assert_eq!(page.book.notes().iter().next().unwrap().revisions().len(), 1, "one draft still");
}

/// WebKit does it to pages in the background; older versions do not say so.
#[test]
fn a_connection_that_was_closed_is_made_anew() {
    for says in [true, false] {
        let mut device = Device::default();
        let mut page = Page::open(&mut device);
        page.write("q1", "one", 1);
        page.settle(&mut device);
        page.cut(says);
        assert_eq!(page.book.keeping(), &Keeping::Kept, "what is kept is kept");
        page.settle(&mut device);
        page.write("q1", "two", 2);
        page.settle(&mut device);
        assert_eq!((page.book.keeping(), page.book.has_unkept()), (&Keeping::Kept, false), "said: {says}");
        assert_eq!(device.texts().len(), 2);
        // In the middle of writing.
        page.write("q2", "three", 3);
        page.cut(says);
        page.settle(&mut device);
        assert_eq!(device.texts().len(), 3, "said: {says}");
        assert_eq!(page.texts().len(), 3);
        // The new one too, before anything was done with it.
        page.write("q2", "four", 4);
        page.cut(says);
        for _ in ["it is lost", "the next one is there"] {
            page.step(&mut device, End::Well);
        }
        page.cut(says);
        page.settle(&mut device);
        assert_eq!((page.book.keeping(), page.book.has_unkept()), (&Keeping::Kept, false), "said: {says}");
        assert_eq!(device.texts().len(), 4, "said: {says}");
    }
}

#[test]
fn where_it_cannot_be_made_anew_that_is_said_once_it_matters() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    page.cut(true);
    while page.is_busy() {
        page.step(&mut device, End::Refused);
    }
    assert_eq!(page.book.keeping(), &Keeping::Kept, "nothing waits: all that was said is true");
    page.write("q1", "one", 1);
    while page.is_busy() {
        page.step(&mut device, End::Refused);
    }
    assert_eq!(page.book.keeping(), &refused());
    // The page is seen again.
    page.ask(Command::Look);
    page.settle(&mut device);
    assert_eq!((page.book.keeping(), page.book.has_unkept()), (&Keeping::Kept, false));
    assert_eq!(device.texts().len(), 1);
}

#[test]
fn a_browser_that_refuses_for_good_is_not_asked_for_ever() {
    let mut device = Device::default();
    let mut page = Page::new();
    page.step(&mut device, End::Refused);
    assert_eq!(page.book.keeping(), &refused());
    let item = page.write("q1", "one", 1);
    for number in 0..3 {
        page.type_in(item, &number.to_string(), super::at(2 + number));
        let mut tries = 0;
        while page.is_busy() {
            page.step(&mut device, End::Refused);
            tries += 1;
        }
        assert!(tries <= 1, "{tries} tries");
        assert!(page.book.is_unsure());
    }
    assert_eq!(page.texts(), ["2"]);
}

#[test]
fn a_browser_that_connects_and_then_refuses_is_not_asked_for_ever() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    page.write("q1", "one", 1);
    let mut tries = 0;
    while page.is_busy() {
        page.step(&mut device, End::OnlyConnects);
        tries += 1;
    }
    assert!(tries < 10, "{tries} tries");
    assert_eq!(page.book.keeping(), &refused());
    page.ask(Command::Look);
    page.settle(&mut device);
    assert_eq!((page.book.keeping(), device.texts().len()), (&Keeping::Kept, 1));
}

#[test]
fn what_was_taken_away_while_the_page_was_open_is_kept_again() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    page.write("q1", "one", 1);
    page.settle(&mut device);
    device = Device::default();
    page.cut(true);
    page.settle(&mut device);
    assert_eq!(page.texts(), ["one"]);
    assert_eq!(device.texts().len(), 1);
}

#[test]
fn a_newer_version_is_left_alone() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    let item = page.write("q1", "one", 1);
    page.settle(&mut device);
    page.cut(true);
    page.step(&mut device, End::Newer);
    assert_eq!(page.book.keeping(), &Keeping::Memory(Refusal::Newer));
    page.type_in(item, "one more", super::at(2));
    assert!(page.book.is_unsure() && !page.is_busy());
    assert_eq!(page.texts(), ["one more"]);
}

#[test]
fn deleting_everything_waits_its_turn_and_takes_along_what_is_on_its_way() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    // More than go into one transaction.
    let many = (0..600).map(|number| note("q1", &format!("n{number:03}"), "", "x", number));
    page.ask(Command::TakeIn(notes(many)));
    page.step(&mut device, End::Well);
    assert!(!device.records.is_empty() && page.book.has_unkept());
    page.ask(Command::DeleteAll);
    assert!(page.book.notes().is_empty() && page.said.is_empty(), "not said before it is so");
    page.write("q2", "new", 1_000);
    page.settle(&mut device);
    assert_eq!(page.said, ["deleted"]);
    assert_eq!((page.texts(), device.texts().len()), (vec!["new"], 1));
    // Where it is refused, it is not done and not said.
    page.ask(Command::DeleteAll);
    page.step(&mut device, End::Refused);
    page.settle(&mut device);
    assert_eq!((device.records.len(), page.said.len()), (0, 2));
}

#[test]
fn a_note_that_is_written_on_elsewhere_outlives_its_deletion() {
    let mut device = Device::default();
    let mut here = Page::open(&mut device);
    let item = here.write("q1", "one", 1);
    here.settle(&mut device);
    let mut there = Page::open(&mut device);
    let same = there.items()[0].id;
    there.type_in(same, "one and two", super::at(2));
    there.settle(&mut device);
    here.ask(Command::Delete(item));
    here.settle(&mut device);
    assert_eq!(device.texts().into_iter().collect::<Vec<_>>(), ["one and two"]);
    assert_eq!(here.texts(), ["one and two"]);
    assert!(device.deleted.is_empty() && here.book.deleted().is_empty());
}

#[test]
fn what_takes_long_is_not_relied_on() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    let before = page.book.times();
    page.write("q1", "one", 1);
    page.settle(&mut device);
    page.write("q1", "two", 2);
    page.ask(Command::Late(before));
    assert!(!page.book.is_unsure(), "that was another time");
    page.ask(Command::Late(page.book.times()));
    assert!(page.book.is_unsure());
    page.settle(&mut device);
    assert!(!page.book.is_unsure());
    page.ask(Command::Late(page.book.times()));
    assert!(!page.book.is_unsure(), "nothing waits");
}

#[test]
fn an_unreadable_record_stays_beside_the_note_that_takes_its_place() {
    let mut device = Device::default();
    device.records.insert("q1/n".to_owned(), "{".to_owned());
    device.records.insert("q1/other".to_owned(), "half of it".to_owned());
    let mut page = Page::open(&mut device);
    assert_eq!(page.book.unreadable().len(), 2);
    page.ask(Command::TakeIn(notes([note("q1", "n", "", "from a file", 1)])));
    page.settle(&mut device);
    assert_eq!(device.records["q1/n spare"], "{");
    assert_eq!(device.records["q1/other"], "half of it");
    assert!(device.records["q1/n"].contains("from a file"));
    device.records.remove("q1/n");
    page.ask(Command::Look);
    page.settle(&mut device);
    assert_eq!(page.book.unreadable().len(), 2);
}
