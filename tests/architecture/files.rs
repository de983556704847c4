//! The project's text files.

use std::fs;
use std::path::Path;

pub struct File {
    /// From the project's root, with `/`.
    pub path: String,
    pub text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One file; fails if it is missing.
#[track_caller]
pub fn file(path: &str) -> File {
    match fs::read_to_string(root().join(path)) {
        Ok(text) => File { path: path.to_owned(), text },
        Err(error) => panic!("{path} could not be read ({error}): bring it back, or change this test with it"),
    }
}

/// The files under a folder whose names end in `ending`; fails if there are none.
#[track_caller]
pub fn files(folder: &str, ending: &str) -> Vec<File> {
    let mut found = Vec::new();
    walk(folder, &[], &mut found);
    found.retain(|file| file.path.ends_with(ending));
    assert!(!found.is_empty(), "no {ending} under {folder}: this test looks in the wrong place");
    found
}

/// All text files, without what `.gitignore` names.
pub fn all() -> Vec<File> {
    let ignore = file(".gitignore").text;
    let ignored: Vec<_> = ignore.lines().map(|line| line.trim().trim_matches('/')).chain([".git"]).collect();
    let mut found = Vec::new();
    walk("", &ignored, &mut found);
    assert!(found.len() > 100, "only {} files: this test looks in the wrong place", found.len());
    found
}

fn walk(folder: &str, ignored: &[&str], found: &mut Vec<File>) {
    let entries = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut entries: Vec<_> = entries.map(Result::unwrap).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().into_string().unwrap();
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if ignored.contains(&name.as_str()) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            walk(&path, ignored, found);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            // What is not UTF-8 is no text.
            found.push(File { path, text });
        }
    }
}
