//! Every row of docs/keyboard.md has its test.

use crate::breach::{Breach, hold, lines};
use crate::files::{File, file, files};
use crate::tokens::{Kind, tokens};

/// The rows' ids with their lines: the first column, without backticks, of the table under `id`.
fn ids(page: &File) -> Vec<(String, usize)> {
    let rows = page.text.lines().enumerate().filter_map(|(at, line)| {
        let first = line.trim().strip_prefix('|')?.split('|').next()?.trim().trim_matches('`');
        let is_rule = !first.is_empty() && first.chars().all(|c| matches!(c, '-' | ':' | ' '));
        (!is_rule && first != "id").then(|| (first.to_owned(), at + 1))
    });
    rows.collect()
}

/// Names of functions, and texts.
fn names(source: &File) -> Vec<String> {
    let all = tokens(&source.text);
    let texts =
        all.iter().filter_map(|token| if let Kind::Text(text) = &token.kind { Some(text.clone()) } else { None });
    let functions =
        all.windows(2).filter(|pair| pair[0].is_word("fn")).filter_map(|pair| pair[1].word().map(str::to_owned));
    texts.chain(functions).collect()
}

fn breaches(page: &File, sources: &[File]) -> Vec<Breach> {
    let ids = ids(page);
    if ids.is_empty() {
        return vec![Breach::new(&page.path, 1, "no row has an id", "keep the table: id, keys, what")];
    }
    let names: Vec<_> = sources.iter().flat_map(names).map(|name| name.replace('_', "-")).collect();
    let tested = |id: &str| {
        // Whole words: `frieze-enter` is not in `frieze-entered`.
        let ends = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        names.iter().any(|name| {
            name.match_indices(id)
                .any(|(at, _)| ends(name[..at].chars().next_back()) && ends(name[at + id.len()..].chars().next()))
        })
    };
    let mut found = Vec::new();
    for (at, (id, line)) in ids.iter().enumerate() {
        let is_id = !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !is_id || ids[..at].iter().any(|(other, _)| other == id) {
            let remedy = "give the row an id of its own: lower case, with hyphens";
            found.push(Breach::new(&page.path, *line, format!("`{id}` is no id, or another row's"), remedy));
        } else if !tested(id) {
            let remedy = "write a test whose name begins with it, `_` for `-`, in tests/e2e/tests/page";
            found.push(Breach::new(&page.path, *line, format!("`{id}` has no test"), remedy));
        }
    }
    found
}

#[test]
fn every_key_has_its_test() {
    let mut sources = files("tests/e2e", ".rs");
    sources.extend(files("tests/core", ".rs"));
    hold(&breaches(&file("docs/keyboard.md"), &sources));
}

#[test]
fn a_key_without_a_test_is_seen() {
    let file = |text: &str| File { path: "x".to_owned(), text: text.to_owned() };
    let page = "# Keys\n\n| id | keys |\n|---|:-:|\n| a-b | x |\n| `c-d` | y |\n| e-f | z |\n| g | z |\n";
    let source = file("fn a_b_moves() {} // e_f\nfn x() { e_f(); \"c-d g2\" }");
    assert_eq!(lines(&breaches(&file(page), &[source])), [7, 8]);
    assert_eq!(lines(&breaches(&file("# Keys"), &[])), [1]);
    assert_eq!(lines(&breaches(&file("| a | x |\n| a | y |\n| B | z |\n|  | z |"), &[file("fn a() {}")])), [2, 3, 4]);
}

#[test]
#[should_panic(expected = "docs/keyboard.txt could not be read")]
fn a_missing_page_fails() {
    file("docs/keyboard.txt");
}
