//! What stands under a question.

use frise::room::model::{Command, ItemId, Kind, Spot};

use super::device::{Device, Page};
use super::{note, notes};

fn ids(page: &Page) -> Vec<ItemId> {
    page.items().into_iter().map(|item| item.id).collect()
}

/// The items of the first question: blank, gone, or what they say.
fn shown(page: &Page) -> Vec<&str> {
    let place = &page.book.places()[0];
    let said = |item| page.book.said(item).map_or("?", |said| said.text.as_str());
    let items = place.items.iter().map(|item| match item.kind {
        Kind::Blank => "–",
        Kind::Gone(_) => "gone",
        Kind::Field { .. } => said(item),
    });
    items.collect()
}

#[test]
fn there_is_always_something_to_write_in() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    assert_eq!(shown(&page), ["–"]);
    let item = page.write("q1", "one", 1);
    assert_eq!((shown(&page), ids(&page)[0]), (vec!["one"], item), "the field stays what it is");
    page.type_in(item, "", super::at(2));
    assert_eq!((shown(&page), ids(&page)[0]), (vec!["–"], item), "emptied it is as good as blank");
    page.settle(&mut device);
    assert!(device.records.is_empty() && device.deleted.is_empty());
    page.type_in(item, "two", super::at(3));
    assert_eq!(shown(&page), ["two"]);
    // A label alone is no note.
    let blank = page.blank("q1");
    page.ask(Command::Type { item: blank, label: "Table 1".to_owned(), text: String::new(), at: super::at(4) });
    assert_eq!(page.book.notes().len(), 1);
}

#[test]
fn a_blank_field_is_enough() {
    let mut page = Page::open(&mut Device::default());
    page.write("q1", "one", 1);
    let blank = page.blank("q1");
    assert_eq!(page.spot, Some(Spot::New(blank)));
    assert_eq!(page.blank("q1"), blank);
    assert_eq!(shown(&page), ["one", "–"]);
}

#[test]
fn a_deleted_note_comes_back_where_it_was() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    let items = ["one", "two", "three"].map(|text| page.write("q1", text, text.len()));
    page.settle(&mut device);
    page.ask(Command::Delete(items[1]));
    assert_eq!(shown(&page), ["one", "gone", "three"]);
    let gone = ids(&page)[1];
    assert_eq!((&page.spot, page.said.as_slice()), (&Some(Spot::Undo(gone)), &["gone"][..]));
    page.settle(&mut device);
    assert_eq!((device.records.len(), device.deleted.len()), (2, 1));
    page.ask(Command::Undo(gone));
    assert_eq!(shown(&page), ["one", "two", "three"], "and nothing says that it is gone");
    let back = ids(&page)[1];
    assert!(![gone, items[1]].contains(&back));
    assert_eq!(page.spot, Some(Spot::Field(back)));
    page.ask(Command::Undo(gone));
    page.settle(&mut device);
    assert_eq!((device.records.len(), device.deleted.len()), (3, 0));
}

#[test]
fn deleting_a_blank_field_leaves_one() {
    let mut page = Page::open(&mut Device::default());
    let blank = page.blank("q1");
    page.ask(Command::Delete(blank));
    assert_eq!((shown(&page), &page.spot), (vec!["–"], &Some(Spot::Add("q1".to_owned()))));
    assert!(page.said.is_empty() && !page.book.has_unkept());
}

#[test]
fn versions_written_apart_are_both_shown_until_one_stands_for_both() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    let both = [note("q1", "n", "", "one", 1), note("q1", "n", "", "two", 2)];
    page.ask(Command::TakeIn(notes(both)));
    assert_eq!(shown(&page), ["one", "two"]);
    assert!(page.items()[..2].iter().all(|item| matches!(item.kind, Kind::Field { apart: true, .. })));
    let chosen = ids(&page)[1];
    page.ask(Command::Choose(chosen, super::at(3)));
    assert_eq!((shown(&page), ids(&page)[0]), (vec!["two"], chosen));
    assert_eq!(page.spot, Some(Spot::Field(chosen)));
    assert!(matches!(page.items()[0].kind, Kind::Field { apart: false, .. }));
    // History is kept.
    assert_eq!(page.book.notes().iter().next().unwrap().revisions().len(), 3);
    // Deleting goes for all versions.
    page.ask(Command::TakeIn(notes([note("q1", "n", "", "three", 4)])));
    assert_eq!(shown(&page), ["two", "three"]);
    page.ask(Command::Delete(chosen));
    assert_eq!(shown(&page), ["gone", "–"]);
}

#[test]
fn what_is_written_in_stays_while_others_write() {
    let mut device = Device::default();
    let mut here = Page::open(&mut device);
    let item = here.write("q1", "x", 1);
    here.settle(&mut device);
    here.ask(Command::Enter(item));
    let mut there = Page::open(&mut device);
    let same = there.items()[0].id;
    there.type_in(same, "xb", super::at(2));
    there.write("q1", "of there", 3);
    there.settle(&mut device);
    here.ask(Command::Look);
    here.settle(&mut device);
    assert_eq!(ids(&here)[0], item);
    assert_eq!(shown(&here), ["?", "xb", "of there"], "its field still shows what was written here");
    here.type_in(item, "xa", super::at(4));
    assert_eq!(shown(&here), ["xa", "xb", "of there"]);
    here.settle(&mut device);
    there.ask(Command::Look);
    there.settle(&mut device);
    assert_eq!(there.items()[0].id, same);
    assert_eq!(device.texts().len(), 3);
}

#[test]
fn a_field_takes_over_what_others_wrote_once_it_is_left() {
    let mut device = Device::default();
    let mut here = Page::open(&mut device);
    let item = here.write("q1", "x", 1);
    here.settle(&mut device);
    let mut there = Page::open(&mut device);
    let same = there.items()[0].id;
    there.type_in(same, "xb", super::at(2));
    there.settle(&mut device);
    here.ask(Command::Look);
    here.settle(&mut device);
    assert_eq!((shown(&here), ids(&here)[0]), (vec!["xb"], item), "the same field, with another text");
    // Written in, it would have stayed beside it until it is left.
    here.ask(Command::Enter(item));
    there.type_in(same, "xbc", super::at(3));
    there.settle(&mut device);
    here.ask(Command::Look);
    here.settle(&mut device);
    assert_eq!(shown(&here), ["?", "xbc"]);
    here.ask(Command::Leave(item));
    assert_eq!(shown(&here), ["xbc"]);
}

#[test]
fn no_item_changes_place_with_another() {
    let mut device = Device::default();
    let mut page = Page::open(&mut device);
    let items: Vec<_> = ["one", "two", "three"].into_iter().map(|text| page.write("q1", text, 10)).collect();
    // The draft's time is that of its last letter.
    page.type_in(items[0], "one more", super::at(50));
    page.settle(&mut device);
    page.ask(Command::Look);
    page.settle(&mut device);
    let before = ids(&page);
    assert_eq!(before[..3], items[..]);
    page.ask(Command::TakeIn(notes([note("q1", "early", "", "early", 1), note("q1", "late", "", "late", 90)])));
    let after: Vec<_> = ids(&page).into_iter().filter(|id| before.contains(id)).collect();
    assert_eq!(after[..], before[..after.len()]);
    assert_eq!(shown(&page), ["early", "one more", "two", "three", "late"]);
}

#[test]
fn older_notes_come_when_they_are_wished_for() {
    let mut page = Page::open(&mut Device::default());
    let many = (0..50).map(|number| note("q1", &format!("n{number:02}"), "", &number.to_string(), number));
    page.ask(Command::TakeIn(notes(many)));
    for (count, more, first) in [(20, 30, "30"), (40, 10, "10"), (50, 0, "0")] {
        let place = &page.book.places()[0];
        assert_eq!((place.items.len(), place.more, shown(&page)[0]), (count, more, first));
        page.ask(Command::More("q1".to_owned()));
    }
    assert_eq!(page.spot, Some(Spot::Field(ids(&page)[0])));
}
