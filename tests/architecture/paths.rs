//! No file knows the machine it was written on.

use crate::breach::{Breach, hold, lines};
use crate::files::{File, all};

/// In two pieces each, or this file would break its own rule.
const MACHINE: &[&str] = &[concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/wo", "rk/")];
const OUTSIDE: &str = concat!("../sha", "red");

fn breaches(file: &File) -> Vec<Breach> {
    let mut found = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        let mut add = |what: String| {
            found.push(Breach::new(
                &file.path,
                at + 1,
                what,
                "write it from the project's root, or ask the system for it",
            ));
        };
        for path in MACHINE {
            // Behind a letter it is a part of some longer path, such as an address.
            let starts = |(start, _)| !line[..start].ends_with(|c: char| c.is_alphanumeric() || "._-~%}".contains(c));
            if line.match_indices(path).any(starts) {
                add(format!("`{path}` is a path of one machine"));
            }
        }
        if line.contains(OUTSIDE) {
            add(format!("`{OUTSIDE}` is outside the project"));
        }
    }
    found
}

#[test]
fn no_file_knows_its_machine() {
    hold(&all().iter().flat_map(breaches).collect::<Vec<_>>());
}

#[test]
fn a_path_of_one_machine_is_seen() {
    let file = |text: String| File { path: "x".to_owned(), text };
    for path in MACHINE {
        for before in ["", " ", "\"", "=", "(", "file://", "a:"] {
            assert_eq!(lines(&breaches(&file(format!("a\n{before}{path}b")))), [2], "{before}{path}");
        }
        hold(&breaches(&file(format!("https://example.org{path}b $HOME{path}"))));
    }
    assert_eq!(lines(&breaches(&file(format!("see {OUTSIDE}/design")))), [1]);
}
