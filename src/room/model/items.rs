//! What stands under a question: a field for each note, fields to write in, and where notes were.
//!
//! An item keeps its id as long as it is on the page, whatever becomes of its note, so that what shows it keeps its
//! element, focus and the place of the caret; and its place among the others.

use crate::notes::{Hash, Note, NoteKey, Notes};

/// As many notes of a question are on the page at first, and so many more with every wish for more.
const PAGE: usize = 20;

/// What tells an item from all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ItemId(pub(super) u32);

/// Something under a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What tells it from all others.
    pub id: ItemId,
    /// The note.
    pub key: NoteKey,
    /// What stands there of it.
    pub kind: Kind,
}

/// What stands there of a note.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A field that nothing is written in.
    Blank,
    /// A field with one version of the note.
    Field {
        /// The version.
        head: Hash,
        /// The note says something else too.
        apart: bool,
    },
    /// The note was deleted, and can be brought back.
    Gone(Note),
}

impl Item {
    /// The version that its field shows.
    pub fn head(&self) -> Option<Hash> {
        match self.kind {
            Kind::Field { head, .. } => Some(head),
            Kind::Blank | Kind::Gone(_) => None,
        }
    }
}

/// A question's place for notes.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Id of the question.
    pub question: String,
    /// In their order.
    pub items: Vec<Item>,
    /// Notes that are not on the page: the older ones.
    pub more: usize,
    most: usize,
}

/// Makes ids of items.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ids(u32);

impl Ids {
    pub fn next(&mut self) -> ItemId {
        self.0 += 1;
        ItemId(self.0)
    }
}

impl Place {
    /// A place without anything.
    pub(super) fn new(question: String) -> Self {
        Self { question, items: Vec::new(), more: 0, most: PAGE }
    }

    /// Shows more notes.
    pub(super) fn show_more(&mut self) {
        self.most += PAGE;
    }

    /// Brings it in step with the notes. The item that is written in stays, whatever has become of its note, and no item
    /// changes place with another.
    pub(super) fn follow(&mut self, notes: &Notes, writing: Option<ItemId>, ids: &mut Ids) {
        let all = notes.of_question(&self.question);
        self.more = all.len().saturating_sub(self.most);
        let shown = all.get(self.more..).unwrap_or_default();
        let mut wanted: Vec<Wanted> = shown.iter().copied().flat_map(Wanted::of).collect();
        // Versions that are on the page, before any takes the place of another.
        let there: Vec<Hash> = self.items.iter().filter_map(Item::head).collect();
        let mut items = Vec::with_capacity(self.items.len());
        for mut item in std::mem::take(&mut self.items) {
            let is_written_in = writing == Some(item.id) && !matches!(item.kind, Kind::Gone(_));
            let is_ours = |one: &Wanted| one.note.key == item.key && !one.is_there;
            let found = match &item.kind {
                Kind::Field { head, .. } => wanted.iter().position(|one| is_ours(one) && one.head == *head),
                _ => None,
            };
            let takes_over = |one: &Wanted| is_ours(one) && !there.contains(&one.head);
            let found = found.or_else(|| wanted.iter().position(|one| !is_written_in && takes_over(one)));
            match found.and_then(|at| wanted.get_mut(at)) {
                Some(one) => {
                    one.is_there = true;
                    if matches!(item.kind, Kind::Gone(_)) {
                        item.id = ids.next();
                    }
                    item.kind = Kind::Field { head: one.head, apart: one.apart };
                    items.push(item);
                }
                None if is_written_in || !matches!(item.kind, Kind::Field { .. }) => items.push(item),
                None => {}
            }
        }
        self.items = items;
        for one in wanted.iter().filter(|one| !one.is_there) {
            let before = self.items.iter().position(|item| comes_after(item, one, notes));
            let kind = Kind::Field { head: one.head, apart: one.apart };
            let item = Item { id: ids.next(), key: one.note.key.clone(), kind };
            self.items.insert(before.unwrap_or(self.items.len()), item);
        }
    }

    /// Whether there is nothing to write in.
    pub(super) fn has_no_field(&self) -> bool {
        self.items.iter().all(|item| matches!(item.kind, Kind::Gone(_)))
    }

    /// Adds a blank field.
    pub(super) fn add(&mut self, id: ItemId, note: String) {
        let key = NoteKey { question: self.question.clone(), id: note };
        self.items.push(Item { id, key, kind: Kind::Blank });
    }
}

/// A version of a note that is to be shown.
struct Wanted<'a> {
    note: &'a Note,
    head: Hash,
    apart: bool,
    is_there: bool,
}

impl<'a> Wanted<'a> {
    fn of(note: &'a Note) -> Vec<Self> {
        let heads = note.heads();
        let apart = heads.len() > 1;
        heads.iter().map(|head| Self { note, head: head.hash, apart, is_there: false }).collect()
    }
}

/// Whether an item stands behind a note that is new on the page: it was begun later, or nothing is written in it.
fn comes_after(item: &Item, one: &Wanted, notes: &Notes) -> bool {
    let begun = match &item.kind {
        Kind::Blank => return true,
        Kind::Gone(note) => note.begun(),
        Kind::Field { .. } => notes.get(&item.key).map(Note::begun).unwrap_or_default(),
    };
    (begun, &item.key.id) > (one.note.begun(), &one.note.key.id)
}
