//! Ids: their form, their being unique, and that what refers to one finds it.

use super::file::File;
use super::json::{Step, trail};
use super::load::Content;
use super::problem::Problem;
use crate::page::ids::is_own;

/// The ids of one kind of thing.
#[derive(Debug)]
pub(super) struct Ids<'a> {
    /// With its article: "a lane".
    pub called: &'static str,
    pub all: Vec<&'a str>,
    /// Whether the list that defines them was read. Where it was not, every reference would be wrong.
    pub sure: bool,
}

/// Everything that can be referred to.
#[derive(Debug)]
pub(super) struct Known<'a> {
    pub entries: Ids<'a>,
    pub questions: Ids<'a>,
    pub sources: Ids<'a>,
    pub lanes: Ids<'a>,
    pub regions: Ids<'a>,
    pub eras: Ids<'a>,
    pub figures: Ids<'a>,
    pub chairs: Ids<'a>,
}

impl<'a> Known<'a> {
    pub fn of(content: &'a Content) -> Self {
        let site = content.site.as_ref().map(|file| &file.raw);
        let timeline = content.timeline.as_ref().map(|file| &file.raw);
        let sources = content.sources.as_ref().map(|file| &file.raw);
        let questions = content.questions.as_ref().map(|file| &file.raw);
        let event = questions.and_then(|raw| raw.event.as_ref());
        let entries = timeline.and_then(|raw| raw.entries.as_ref());
        let lanes = site.and_then(|raw| raw.lanes.as_ref());
        let regions = site.and_then(|raw| raw.regions.as_ref());
        let eras = site.and_then(|raw| raw.eras.as_ref());
        let figures = site.and_then(|raw| raw.figures.as_ref());
        let chairs = event.and_then(|event| event.chairs.as_ref());
        let source_ids = sources.and_then(|raw| raw.sources.as_ref());
        let question_list = questions.and_then(|raw| raw.questions.as_ref());
        // The page may have no event: then there are surely no questions.
        let event_read = questions.is_some() || content.texts.iter().all(|texts| texts.questions.is_none());
        let ids = |called, sure, all: Vec<&'a str>| Ids { called, all, sure };
        macro_rules! of {
            ($list:expr) => {
                $list.into_iter().flatten().filter_map(|item| item.id.as_deref()).collect()
            };
        }
        Self {
            entries: ids("an entry", entries.is_some(), of!(entries)),
            questions: ids("a question", event_read, of!(question_list)),
            sources: ids(
                "a source",
                source_ids.is_some(),
                source_ids.into_iter().flat_map(|map| map.iter()).map(|pair| pair.0).collect(),
            ),
            lanes: ids("a lane", lanes.is_some(), of!(lanes)),
            regions: ids("a region", regions.is_some(), regions.into_iter().flatten().map(String::as_str).collect()),
            eras: ids("an era", site.is_some(), of!(eras)),
            figures: ids("a figure", site.is_some(), of!(figures)),
            chairs: ids("a chair", event_read, of!(chairs)),
        }
    }
}

impl Ids<'_> {
    /// Reports the value at `trail`, `id`, where it is none of these.
    pub fn refer<T>(&self, file: &File<T>, trail: &[Step], id: &str, problems: &mut Vec<Problem>) {
        if self.sure && !self.all.contains(&id) {
            problems.push(file.error(trail, format!("is not the id of {}", self.called), self.advice(id)));
        }
    }

    /// The same of a list, in which nothing may stand twice.
    pub fn refer_all<T>(
        &self,
        file: &File<T>,
        trail: &[Step],
        list: Option<&Vec<String>>,
        problems: &mut Vec<Problem>,
    ) {
        let list = list.map(Vec::as_slice).unwrap_or_default();
        for (index, id) in list.iter().enumerate() {
            let trail: Vec<_> = trail.iter().cloned().chain([index.into()]).collect();
            self.refer(file, &trail, id, problems);
            if list.iter().take(index).any(|earlier| earlier == id) {
                problems.push(file.error(&trail, "stands in this list twice", "Remove one of the two."));
            }
        }
    }

    /// What to write instead: all of them where they are few, else the one most like it.
    pub fn advice(&self, id: &str) -> String {
        const FEW: usize = 12;
        if self.all.is_empty() {
            return format!("Define {} with this id first.", self.called);
        }
        if self.all.len() <= FEW {
            return format!("Write one of: {}.", self.all.join(", "));
        }
        let nearest = self.all.iter().min_by_key(|known| distance(id, known)).copied().unwrap_or_default();
        format!("Write the id of {}, perhaps \"{nearest}\".", self.called)
    }
}

/// How many letters to change, add or drop to make one text of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for ((above, y), diagonal) in row.iter().skip(1).zip(&b).zip(&row) {
            let left = next.last().copied().unwrap_or_default();
            next.push((diagonal + usize::from(x != *y)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// Reports ids of a wrong form and those used twice. `fragment` is true of those that are addresses
/// within the page.
pub(super) fn check_ids<'a, T, S: AsRef<[Step]>>(
    file: &File<T>,
    ids: impl IntoIterator<Item = (S, &'a str)>,
    fragment: bool,
    problems: &mut Vec<Problem>,
) {
    let mut seen: Vec<&str> = Vec::new();
    for (trail, id) in ids {
        let trail = trail.as_ref();
        if !has_form(id) {
            let remedy = "Write lower-case letters, digits and hyphens, beginning with a letter, at most 64 in all.";
            problems.push(file.error(trail, "is not of the form of an id", remedy));
        }
        if fragment && is_own(id) {
            let what = "is an address that the page itself uses";
            problems.push(file.error(trail, what, "Choose another id."));
        }
        if seen.contains(&id) {
            problems.push(file.error(trail, "is used twice as an id", "Give one of the two another id."));
        }
        seen.push(id);
    }
}

/// [`ID_PATTERN`](crate::content::raw::ID_PATTERN) by hand.
pub(super) fn has_form(id: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.len() <= 64 && id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(letters)
}

/// The steps to each item's id, with the id, of a list at `head`.
pub(super) fn id_trails<'a, T>(
    head: &'static str,
    list: Option<&'a Vec<T>>,
    id: impl Fn(&'a T) -> Option<&'a String>,
) -> Vec<([Step; 3], &'a str)> {
    let items = list.into_iter().flatten().enumerate();
    items.filter_map(|(index, item)| Some((trail![head, index, "id"], id(item)?.as_str()))).collect()
}
