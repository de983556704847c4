//! A copy of the fixture site to break one thing in.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use frise::content::check::{Level, Report, read};

/// The content that tests are written for: what the editors change is no business of theirs.
pub fn fixture() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/site"))
}

/// A copy of it, gone when it is dropped.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("content-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        copy(fixture(), &dir);
        Self(dir)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.0.join(file)).unwrap()
    }

    pub fn json(&self, file: &str) -> serde_json::Value {
        serde_json::from_str(&self.text(file)).unwrap()
    }

    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.0.join(file), bytes).unwrap();
        self
    }

    /// Replaces the first occurrence of `from` after the first one of `after`.
    pub fn replace_after(&self, file: &str, after: &str, from: &str, to: &str) -> &Self {
        let text = self.text(file);
        let start = text.find(after).unwrap_or_else(|| panic!("{file} has no {after}"));
        let at = start + text[start..].find(from).unwrap_or_else(|| panic!("{file} has no {from} after {after}"));
        self.write(file, format!("{}{to}{}", &text[..at], &text[at + from.len()..]))
    }

    /// Replaces the first occurrence of `from`.
    pub fn replace(&self, file: &str, from: &str, to: &str) -> &Self {
        self.replace_after(file, from, from, to)
    }

    pub fn remove(&self, path: &str) -> &Self {
        let path = self.0.join(path);
        if path.is_dir() {
            std::fs::remove_dir_all(path).unwrap()
        } else {
            std::fs::remove_file(path).unwrap()
        }
        self
    }

    /// `file:line:column` of the first `text` after the first `after`, counted here by other means than
    /// the program's.
    pub fn at(&self, file: &str, after: &str, text: &str) -> String {
        let whole = self.text(file);
        let start = whole.find(after).unwrap_or_else(|| panic!("{file} has no {after}"));
        let offset = start + whole[start..].find(text).unwrap_or_else(|| panic!("{file} has no {text} after {after}"));
        let before = &whole[..offset];
        format!(
            "{file}:{}:{}",
            before.matches('\n').count() + 1,
            before.split('\n').next_back().unwrap().chars().count() + 1
        )
    }

    pub fn read(&self) -> Report {
        read(&self.0)
    }

    /// The errors, as they are shown.
    pub fn errors(&self) -> Vec<String> {
        self.shown(Level::Error)
    }

    /// The warnings that the fixture site does not cause by itself.
    pub fn warnings(&self) -> Vec<String> {
        let known: Vec<_> = read(fixture()).problems.iter().map(ToString::to_string).collect();
        self.shown(Level::Warning).into_iter().filter(|problem| !known.contains(problem)).collect()
    }

    fn shown(&self, level: Level) -> Vec<String> {
        let problems = self.read().problems.into_iter().filter(|problem| problem.level == level);
        problems.map(|problem| problem.to_string()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Breaks the content and compares the errors. `{at}` in the expectation stands for `file:line:column` of
/// the first `mark` after the first `after` in the broken file.
#[track_caller]
pub fn expect(change: impl FnOnce(&Folder) -> &Folder, (file, after, mark): (&str, &str, &str), expected: &[&str]) {
    let folder = Folder::new();
    change(&folder);
    let at = folder.at(file, after, mark);
    let expected: Vec<_> = expected.iter().map(|line| line.replace("{at}", &at)).collect();
    assert_eq!(folder.errors(), expected);
}
