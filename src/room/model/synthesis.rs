//! All notes together: counted by question and table, and in the order that is wished for.

use crate::export::table_key;
use crate::notes::{Notes, Revision};
use crate::order;

/// As many notes are listed at first; all of them when the reader asks for them, and on paper.
pub const PAGE: usize = 100;

/// In which order notes are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By question, then table.
    #[default]
    Table,
    /// By question, then time.
    Time,
    /// By table, then question.
    Room,
}

impl Order {
    /// All of them, the first one first.
    pub const ALL: [Self; 3] = [Self::Table, Self::Time, Self::Room];

    /// Its name among values of a field.
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Time => "time",
            Self::Room => "room",
        }
    }

    /// The order of that name, or the first one.
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|order| order.name() == name).unwrap_or_default()
    }
}

/// All notes, counted and listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Synthesis {
    /// Whether there is a column for notes on questions that the page does not know.
    pub has_others: bool,
    /// How many notes each table has on each question.
    pub tables: Vec<Table>,
    /// How many there are on each question.
    pub sums: Vec<usize>,
    /// The notes, as many as are listed.
    pub groups: Vec<Group>,
    /// How many there are in all, where not all are listed.
    pub all: Option<usize>,
}

/// The name of a table, if it has one, and its notes on each question.
pub type Table = (Option<String>, Vec<usize>);

/// Notes under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The heading.
    pub of: Of,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// Notes under a smaller heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The heading, if there is one.
    pub of: Option<Of>,
    /// In their order.
    pub notes: Vec<Said>,
}

/// What notes belong to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// A question, by position; after the last those that the page does not know.
    Question(usize),
    /// A table or an author; none where nobody gave a name.
    Table(Option<String>),
}

/// What one version of a note says.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The note.
    pub text: String,
    /// When it was written.
    pub at: String,
    /// Table or author, where no heading says it.
    pub label: Option<String>,
    /// The note says something else too.
    pub apart: bool,
}

/// A version of a note on its way to its place.
struct Shown<'a> {
    question: usize,
    /// What sorts its table.
    table: (bool, String),
    begun: &'a str,
    id: &'a str,
    head: &'a Revision,
    apart: bool,
}

impl Synthesis {
    /// Of notes on these questions; nothing where there are none.
    pub fn new(notes: &Notes, questions: &[String], order: Order, most: usize) -> Option<Self> {
        if notes.is_empty() {
            return None;
        }
        let mut shown: Vec<Shown> = Vec::new();
        for note in notes.iter().filter(|note| !note.says_nothing()) {
            let question = questions.iter().position(|known| *known == note.key.question).unwrap_or(questions.len());
            let heads = note.heads();
            let apart = heads.len() > 1;
            let (begun, id) = (note.begun(), note.key.id.as_str());
            shown.extend(heads.into_iter().map(|head| {
                let table = table_key(&head.label);
                Shown { question, table, begun, id, head, apart }
            }));
        }
        let has_others = shown.iter().any(|one| one.question == questions.len());
        let (tables, sums) = counts(&shown, questions.len() + usize::from(has_others));
        let all = Some(shown.len()).filter(|all| *all > most);
        Some(Self {
            has_others,
            tables,
            sums,
            groups: groups(sorted(&shown, order).into_iter().take(most), order),
            all,
        })
    }
}

impl Shown<'_> {
    fn label(&self) -> Option<String> {
        Some(self.head.label.trim()).filter(|label| !label.is_empty()).map(str::to_owned)
    }
}

/// How many notes each table has on each question, and all of them.
fn counts(shown: &[Shown], columns: usize) -> (Vec<Table>, Vec<usize>) {
    let mut tables: Vec<(&(bool, String), Table)> = Vec::new();
    let mut sums = vec![0; columns];
    let mut by_table: Vec<&Shown> = shown.iter().collect();
    order::sort_by(&mut by_table, &|a, b| a.table.cmp(&b.table));
    for one in by_table {
        if tables.last().is_none_or(|(table, _)| **table != one.table) {
            tables.push((&one.table, (one.label(), vec![0; columns])));
        }
        let numbers = tables.last_mut().map(|(_, (_, numbers))| numbers);
        for numbers in numbers.into_iter().chain([&mut sums]) {
            numbers.get_mut(one.question).into_iter().for_each(|number| *number += 1);
        }
    }
    (tables.into_iter().map(|(_, table)| table).collect(), sums)
}

/// In the order that is wished for; within that by time.
fn sorted<'a>(shown: &'a [Shown<'a>], order: Order) -> Vec<&'a Shown<'a>> {
    let mut sorted: Vec<&Shown> = shown.iter().collect();
    order::sort_by(&mut sorted, &|a, b| {
        let (question, table) = (a.question.cmp(&b.question), || a.table.cmp(&b.table));
        let by_heading = match order {
            Order::Table => question.then_with(table),
            Order::Time => question,
            Order::Room => table().then(question),
        };
        by_heading.then_with(|| (a.begun, &a.id).cmp(&(b.begun, &b.id)))
    });
    sorted
}

/// Puts neighbours with the same heading under it.
fn groups<'a>(shown: impl Iterator<Item = &'a Shown<'a>>, order: Order) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for one in shown {
        let (question, table) = (Of::Question(one.question), Of::Table(one.label()));
        let (of, part) = match order {
            Order::Table => (question, Some(table)),
            Order::Time => (question, None),
            Order::Room => (table, Some(question)),
        };
        let label = one.label().filter(|_| part.is_none());
        let said = Said { text: one.head.text.clone(), at: one.head.at.clone(), label, apart: one.apart };
        match groups.last_mut().filter(|group| group.of == of) {
            Some(group) => match group.parts.last_mut().filter(|last| last.of == part) {
                Some(part) => part.notes.push(said),
                None => group.parts.push(Part { of: part, notes: vec![said] }),
            },
            None => groups.push(Group { of, parts: vec![Part { of: part, notes: vec![said] }] }),
        }
    }
    groups
}
