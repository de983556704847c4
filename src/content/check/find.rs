//! The texts of one page: each in the page's language where it has been translated, else in another,
//! with a warning.

use super::file::File;
use super::load::{Content, Texts};
use super::problem::Problem;
use crate::content::Text;

/// Where a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot<'a> {
    /// Name of the file in each folder of texts.
    pub file: &'static str,
    /// What `id` is the id of; empty of the page's own words.
    pub part: &'static str,
    pub id: &'a str,
    /// Empty where there is nothing but a text under the id.
    pub field: &'static str,
}

/// A text or what holds several, and its language where that is not the page's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'a, T> {
    pub value: T,
    pub lang: Option<&'a str>,
}

impl<T> Found<'_, T> {
    /// A text of the same language.
    pub fn text(&self, text: &str) -> Text {
        match self.lang {
            None => Text::own(text),
            Some(lang) => Text::foreign(text, lang),
        }
    }
}

/// Looks for the texts of one page, and remembers what it did not find.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    page: &'a Texts,
    /// The page's language, then the default one, then the others.
    order: Vec<&'a Texts>,
    is_default: bool,
    fallbacks: Vec<Fallback<'a>>,
    lost: Vec<Problem>,
}

/// Texts of one kind that are shown in the same other language.
#[derive(Debug)]
struct Fallback<'a> {
    first: Spot<'a>,
    from: &'a str,
    ids: Vec<&'a str>,
}

impl<'a> Finder<'a> {
    pub fn new(content: &'a Content, page: &'a Texts) -> Self {
        let others = content.texts.iter().filter(|texts| texts.tag != page.tag);
        let is_default = content.texts.first().is_some_and(|default| default.tag == page.tag);
        let order = [page].into_iter().chain(others).collect();
        Self { page, order, is_default, fallbacks: Vec::new(), lost: Vec::new() }
    }

    /// The words of the page's own language.
    pub fn page(&self) -> &'a Texts {
        self.page
    }

    /// What `get` finds in the first language that has it.
    pub fn find<T>(&mut self, spot: Spot<'a>, get: impl Fn(&'a Texts) -> Option<T>) -> Option<Found<'a, T>> {
        let (texts, value) = self.order.iter().find_map(|texts| Some((*texts, get(texts)?)))?;
        if texts.tag == self.page.tag {
            return Some(Found { value, lang: None });
        }
        // Where the whole file could not be read, that is what is wrong.
        if self.page.has(spot.file) {
            let alike = |other: &&mut Fallback<'_>| {
                (other.first.file, other.first.part, other.first.field, other.from)
                    == (spot.file, spot.part, spot.field, texts.tag.as_str())
                    && !spot.part.is_empty()
            };
            match self.fallbacks.iter_mut().find(alike) {
                Some(fallback) => fallback.ids.push(spot.id),
                None => self.fallbacks.push(Fallback { first: spot, from: &texts.tag, ids: vec![spot.id] }),
            }
        }
        Some(Found { value, lang: Some(&texts.tag) })
    }

    /// A text that may be absent.
    pub fn text(&mut self, spot: Spot<'a>, get: impl Fn(&'a Texts) -> Option<&'a String>) -> Option<Text> {
        self.find(spot, get).map(|found| found.text(found.value))
    }

    /// A text in the page's own language, where it has one: what is absent is no lack.
    pub fn own(&self, get: impl Fn(&'a Texts) -> Option<&'a String>) -> Option<Text> {
        get(self.page).map(|text| Text::own(text.clone()))
    }

    /// A text that the page cannot do without; an error where no language has it.
    pub fn need(&mut self, spot: Spot<'a>, get: impl Fn(&'a Texts) -> Option<&'a String>) -> Text {
        self.text(spot, get).unwrap_or_else(|| {
            self.report_lost(spot);
            Text::default()
        })
    }

    /// Paragraphs; none where no language has them.
    pub fn list(&mut self, spot: Spot<'a>, get: impl Fn(&'a Texts) -> Option<&'a Vec<String>>) -> Vec<Text> {
        let Some(found) = self.find(spot, get) else { return Vec::new() };
        found.value.iter().map(|text| found.text(text)).collect()
    }

    /// Says once, with the default language, that a text is nowhere.
    pub fn report_lost(&mut self, spot: Spot<'a>) {
        if self.is_default && self.order.iter().all(|texts| texts.has(spot.file)) {
            let problem = self.problem(spot, "has no text in any language", "Write it.".to_owned());
            self.lost.push(problem);
        }
    }

    fn problem(&self, spot: Spot<'_>, what: impl Into<String>, remedy: String) -> Problem {
        let problem = Problem::of_file(format!("text/{}/{}", self.page.tag, spot.file), what, remedy);
        let name = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
        Problem { part: spot.part, entry: name(spot.id), field: name(spot.field), ..problem }
    }

    /// What was not found: errors, and a warning for each kind of text that falls back.
    pub fn finish(self, problems: &mut Vec<Problem>) {
        for Fallback { first, from, ids } in &self.fallbacks {
            let page = &self.page.tag;
            let problem = match ids.as_slice() {
                [_] => {
                    let what = format!("has no text in \"{page}\" and falls back to \"{from}\"");
                    self.problem(*first, what, format!("Translate it; until then it is marked as \"{from}\"."))
                }
                ids => {
                    let what = format!(
                        "{} {} have no text in \"{page}\" and fall back to \"{from}\"",
                        ids.len(),
                        plural(*first)
                    );
                    let mut distinct = ids.to_vec();
                    distinct.dedup();
                    let some: Vec<_> = distinct.iter().take(3).copied().collect();
                    let more = if distinct.len() > some.len() { " …" } else { "" };
                    let remedy = format!(
                        "Translate them ({}{more}); until then they are marked as \"{from}\".",
                        some.join(", ")
                    );
                    self.problem(Spot { part: "", id: "", field: "", ..*first }, what, remedy)
                }
            };
            problems.push(problem.warning());
        }
        problems.extend(self.lost);
    }
}

/// What texts of a kind are called together: `source notes ("says")`.
fn plural(spot: Spot<'_>) -> String {
    let name = match (spot.part, spot.field) {
        ("entry", "says") => "source notes",
        ("entry", _) => "entries",
        ("source", _) => "descriptions of sources",
        ("region", _) => "names of regions",
        ("lane", _) => "lanes",
        ("era", _) => "eras",
        ("figure", _) => "figures",
        ("question", _) => "questions",
        _ => "chairs",
    };
    if spot.field.is_empty() { name.to_owned() } else { format!("{name} (\"{}\")", spot.field) }
}

impl Texts {
    /// Whether that file of the folder was read.
    fn has(&self, file: &str) -> bool {
        fn read<T>(file: &Option<File<T>>) -> bool {
            file.is_some()
        }
        match file {
            "site.json" => read(&self.site),
            "entries.json" => read(&self.entries),
            "sources.json" => read(&self.sources),
            _ => read(&self.questions),
        }
    }
}
