//! Files and folders that can be taken in.

use std::collections::BTreeMap;

use crate::breach::{Breach, hold, lines};
use crate::files::{File, files};

const MOST_LINES: usize = 400;
const MOST_FILES: usize = 14;

fn breaches(sources: &[File]) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut folders = BTreeMap::<&str, usize>::new();
    for file in sources {
        let count = file.text.lines().count();
        if count > MOST_LINES {
            let what = format!("{count} lines, more than {MOST_LINES}");
            found.push(Breach::new(&file.path, count, what, "cut the file where its parts meet least"));
        }
        *folders.entry(file.path.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default() += 1;
    }
    for (folder, count) in folders {
        if count > MOST_FILES {
            let what = format!("{count} files in this folder, more than {MOST_FILES}");
            found.push(Breach::new(folder, 0, what, "give those that belong together a folder of their own"));
        }
    }
    found
}

#[test]
fn files_and_folders_stay_small() {
    hold(&breaches(&files("src", "")));
}

#[test]
fn what_is_too_large_is_seen() {
    let file = |name: String, lines| File { path: format!("src/a/{name}.rs"), text: "\n".repeat(lines) };
    hold(&breaches(&[file("x".to_owned(), 400)]));
    assert_eq!(lines(&breaches(&[file("x".to_owned(), 401)])), [401]);
    let many = |count: usize| (0..count).map(|at| file(at.to_string(), 1)).collect::<Vec<_>>();
    hold(&breaches(&many(14)));
    assert_eq!(lines(&breaches(&many(15))), [0]);
}
