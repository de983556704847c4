//! Files of notes: what they would bring, and what they are called.

use frise::notes::{Arrivals, FileError};
use frise::room::model::{Command, Incoming, Refused, file_name, in_scope};

use super::device::{Device, Page};
use super::{note, notes};

#[test]
fn each_file_is_counted_beside_those_before_it() {
    let mut page = Page::open(&mut Device::default());
    page.ask(Command::TakeIn(notes([note("q1", "here", "", "x", 1)])));
    page.write("q1", "gone", 2);
    let item = page.items().into_iter().find(|item| page.book.said(item).unwrap().text == "gone").unwrap();
    let (key, id) = (item.key.clone(), item.id);
    let deleted = page.book.notes().get(&key).unwrap().clone();
    page.ask(Command::Delete(id));
    let mut incoming = Incoming::new(&page.book);
    let file = || notes([note("q1", "here", "", "x", 1), note("q2", "new", "", "y", 3), deleted.clone()]);
    incoming.add("a.json".to_owned(), Ok(file()));
    incoming.add("b.json".to_owned(), Ok(file()));
    incoming.add("c.json".to_owned(), Err(FileError::NotText));
    incoming.add("d.json".to_owned(), Ok(notes([note("elsewhere", "n", "", "z", 4)])));
    let first = Arrivals { new: 1, known: 1, deleted: 1, ..Arrivals::default() };
    let second = Arrivals { known: 2, deleted: 1, ..Arrivals::default() };
    let outcomes: Vec<_> = incoming.rows.iter().map(|row| row.outcome.clone()).collect();
    assert_eq!(outcomes, [Ok(first), Ok(second), Err(Refused::File(FileError::NotText)), Err(Refused::Questions)]);
    assert_eq!(incoming.sums(), (1, 2));
    assert_eq!(incoming.clone().notes(false, page.book.deleted()).len(), 2);
    assert_eq!(incoming.notes(true, page.book.deleted()).len(), 3);
}

#[test]
fn a_file_is_named_after_its_table_and_time() {
    let time = [2017, 9, 21, 8, 5];
    let all =
        notes([note("q1", "a", " Table 3 ", "x", 1), note("q2", "b", "Table 3", "y", 2), note("q2", "c", "", "z", 3)]);
    let keys = in_scope(&all, "");
    assert_eq!(file_name(&all, &keys, time), "notes-Table-3-2017-09-21-0805");
    let other = notes(all.iter().cloned().chain([note("q1", "d", "Table 4", "w", 4)]));
    assert_eq!(file_name(&other, &in_scope(&other, ""), time), "notes-2017-09-21-0805");
    assert_eq!(in_scope(&other, "q1").len(), 2);
    assert_eq!(in_scope(&other, "q3"), []);
}

#[test]
fn what_was_saved_becomes_history_when_it_is_written_on() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    let item = page.write("q1", "a", 1);
    page.settle(&mut device);
    page.ask(Command::Seal(in_scope(page.book.notes(), "")));
    page.type_in(item, "ab", super::at(2));
    page.settle(&mut device);
    let again = Page::open(&mut device);
    assert_eq!(again.book.notes().iter().next().unwrap().revisions().len(), 2);
    assert_eq!(again.texts(), ["ab"]);
}
