//! What is written, whatever the format: notes under the questions they answer, table by table.

use std::cmp::Ordering;

use crate::i18n::{Phrase, Phrases};
use crate::notes::{Note, Revision};
use crate::order;

/// All that a file says.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// Of the event.
    pub title: &'a str,
    /// Of the page; may be empty.
    pub address: &'a str,
    /// When this was saved: UTC, `2017-09-21T10:00:00.000Z`.
    pub saved: &'a str,
    /// The words around the notes.
    pub terms: Terms,
    /// The questions in their order.
    pub questions: Vec<Asked<'a>>,
    /// Notes on questions that the page does not know.
    pub elsewhere: Vec<&'a Note>,
}

/// A question with its notes.
#[derive(Debug)]
pub struct Asked<'a> {
    /// As it is asked.
    pub text: &'a str,
    /// In any order.
    pub notes: Vec<&'a Note>,
}

/// The words around the notes, in the page's language.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// With `{time}`.
    pub saved: String,
    /// Heading of the column of question numbers.
    pub number: String,
    /// Heading of the column of questions.
    pub question: String,
    /// Heading of the column of tables or authors.
    pub table: String,
    /// Heading of the column of times.
    pub time: String,
    /// Heading of the column of version marks.
    pub version: String,
    /// Heading of the column of notes.
    pub note: String,
    /// The mark of one of several versions of a note, which were written apart; with `{n}` and `{total}`.
    pub version_of: String,
    /// Where nobody named a table.
    pub unnamed: String,
    /// Where a question has no notes.
    pub none: String,
    /// Heading of the notes on questions that the page does not know.
    pub elsewhere: String,
    /// What parts the cells of a line where the language's spreadsheets expect it.
    pub separator: char,
}

impl Terms {
    /// Those of the interface's language.
    pub fn new(phrases: &Phrases) -> Self {
        let say = |phrase| phrases.get(phrase).to_owned();
        Self {
            saved: say(Phrase::ExportSaved),
            number: say(Phrase::ExportNumber),
            question: say(Phrase::ExportQuestion),
            table: say(Phrase::ExportTable),
            time: say(Phrase::ExportTime),
            version: say(Phrase::ExportVersion),
            note: say(Phrase::ExportNote),
            version_of: say(Phrase::ExportVersionOf),
            unnamed: say(Phrase::ExportUnnamed),
            none: say(Phrase::ExportNone),
            elsewhere: say(Phrase::ExportElsewhere),
            separator: phrases.get(Phrase::ExportSeparator).chars().next().unwrap_or(','),
        }
    }
}

/// A version of a note that is shown.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub note: &'a Note,
    pub revision: &'a Revision,
    /// Its number from 1 and how many there are, where there is more than one.
    pub version: Option<(usize, usize)>,
}

impl<'a> Sheet<'a> {
    /// Every note.
    pub(super) fn notes(&self) -> impl Iterator<Item = &'a Note> {
        let asked = self.questions.iter().flat_map(|question| question.notes.iter().copied());
        asked.chain(self.elsewhere.iter().copied())
    }
}

/// The versions that are shown of some notes, by table, then by the time a note was begun. Notes that were
/// emptied are left out.
pub(super) fn rows<'a>(notes: &[&'a Note]) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for &note in notes.iter().filter(|note| !note.says_nothing()) {
        let heads = note.heads();
        let total = heads.len();
        let heads = heads.into_iter().zip(1..);
        rows.extend(heads.map(|(revision, n)| Row { note, revision, version: (total > 1).then_some((n, total)) }));
    }
    order::sort_by(&mut rows, &|a, b| {
        let by_note = |row: &Row| (row.note.begun().to_owned(), row.note.key.clone(), row.version);
        by_table(&a.revision.label, &b.revision.label).then_with(|| by_note(a).cmp(&by_note(b)))
    });
    rows
}

/// What sorts tables: table 2 comes before table 10, and a table without a name last. Two labels that differ in
/// capitals or spaces around them only are one table's.
pub fn table_key(label: &str) -> (bool, String) {
    (label.trim().is_empty(), natural(label))
}

fn by_table(a: &str, b: &str) -> Ordering {
    table_key(a).cmp(&table_key(b)).then_with(|| a.cmp(b))
}

/// A text that sorts as people count: numbers by their size.
fn natural(label: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for c in label.trim().to_lowercase().chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            key.push_str(&format!("{:0>20}", digits.trim_start_matches('0')));
            digits.clear();
        }
        key.push(c);
    }
    key
}

/// A time for people, to the minute; what is no such time stays as it is.
pub(super) fn moment(at: &str) -> String {
    let parts = at.strip_suffix('Z').and_then(|at| at.split_once('T'));
    let numbers = |text: &str, sign: char, most: usize| {
        text.split(sign).count() == most && text.chars().all(|c| c.is_ascii_digit() || c == sign || c == '.')
    };
    match parts {
        Some((day, time)) if numbers(day, '-', 3) && numbers(time, ':', 3) => {
            let minutes = time.rsplit_once(':').map_or(time, |(minutes, _)| minutes);
            format!("{day} {minutes}")
        }
        _ => at.to_owned(),
    }
}
