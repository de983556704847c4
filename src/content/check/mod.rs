//! Reading `content/`: every file, every problem, and a page per language where nothing is wrong.
//!
//! [`read`] goes through the folder once: each file into its [raw shape](super::raw), with mistakes of form
//! taken out and reported, so that one never hides another; then the facts against each other, the words
//! against the facts, and the bundles out of both.

mod conversation;
mod dates;
mod facts;
mod file;
mod find;
mod ids;
mod json;
mod load;
mod pages;
mod problem;
mod published;
mod schema;
mod texts;

use std::io;
use std::path::Path;

pub use pages::Page;
pub use problem::{Level, Problem};
pub use schema::{schema_of, schemas};

/// What was found in the folder.
#[derive(Clone, Debug)]
pub struct Report {
    /// Every problem, by file and line.
    pub problems: Vec<Problem>,
    /// A page per language, the default first; empty where there is an error.
    pub pages: Vec<Page>,
}

impl Report {
    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.count(Level::Error)
    }

    /// How many warnings there are.
    pub fn warnings(&self) -> usize {
        self.count(Level::Warning)
    }

    fn count(&self, level: Level) -> usize {
        self.problems.iter().filter(|problem| problem.level == level).count()
    }
}

/// The mistakes of form in one file of the folder, by its name in it; what it says is not held against the
/// other files.
pub fn form(name: &str, bytes: &[u8]) -> Vec<Problem> {
    let mut problems = Vec::new();
    load::one(name, bytes, &mut problems);
    problems
}

/// Reads a folder laid out as `content/` is.
pub fn read(dir: &Path) -> Report {
    if !dir.is_dir() {
        let what = "there is no such folder of content";
        let problem = Problem::of_file(dir.display().to_string(), what, "Give the path of the folder content.");
        return Report { problems: vec![problem], pages: Vec::new() };
    }
    let mut problems = Vec::new();
    let content = load::load(dir, &mut problems);
    let known = ids::Known::of(&content);
    facts::check(&content, &known, &mut problems);
    texts::check(&content, &known, &mut problems);
    published::check(&content, &known, &mut problems);
    let mut pages = pages::pages(&content, &mut problems);
    if problems.iter().all(|problem| problem.level == Level::Warning) {
        pages::try_out(&pages, &mut problems);
    }
    if problems.iter().any(|problem| problem.level == Level::Error) {
        pages.clear();
    }
    problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    Report { problems, pages }
}

/// Adds the ids that are not in `published-ids.json` yet, in the order of the content, and says how many.
/// Ids that are there stay there, in their order.
///
/// # Errors
/// When the content has errors (an id that will still be corrected must not be kept for ever), other than
/// in `published-ids.json` itself, or the file cannot be written.
pub fn record_ids(dir: &Path) -> io::Result<usize> {
    published::record(dir, &read(dir).problems)
}
