//! Every row of docs/keyboard.md has its test, and those of the presenter name the keys that the program knows.

use std::collections::BTreeMap;

use frise::room::model::{Panel, PresenterCommand};

use crate::breach::{Breach, hold, lines};
use crate::files::{File, file, files};
use crate::rust::tokens;

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
    let all: Vec<_> = tokens(source).iter().map(ToString::to_string).collect();
    let texts = all.iter().filter(|token| token.ends_with('"'));
    let functions = all.windows(2).filter(|pair| pair[0] == "fn").map(|pair| &pair[1]);
    texts.chain(functions).cloned().collect()
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

/// The row of the presenter's keys that a command is in.
fn row_of(command: PresenterCommand) -> Option<&'static str> {
    use PresenterCommand as Ask;
    Some(match command {
        Ask::Next | Ask::Previous => "presenter-next-previous",
        Ask::PageNext | Ask::PagePrevious => "presenter-pages",
        Ask::First | Ask::Last => "presenter-ends",
        Ask::Toggle(Panel::Evidence) => "presenter-evidence",
        Ask::Toggle(Panel::Stressed) => "presenter-stressed",
        Ask::Toggle(Panel::Prompts) | Ask::FewerPrompts => "presenter-prompts",
        Ask::Toggle(Panel::Code) => "presenter-code",
        Ask::Toggle(Panel::Keys) => "presenter-keys",
        Ask::Discussed => "presenter-discussed",
        Ask::Timer => "presenter-timer",
        Ask::FullScreen => "presenter-full-screen",
        Ask::Blank => "presenter-blank",
        // Where nothing is open that it could close, it leaves.
        Ask::Escape | Ask::Leave => "presenter-escape",
        Ask::Go(_) | Ask::ResetTimer => return None,
    })
}

/// The keys of each row of the presenter, as the program knows them.
fn known() -> BTreeMap<String, Vec<String>> {
    let mut rows = BTreeMap::<String, Vec<String>>::new();
    for command in PresenterCommand::ALL {
        let keys: Vec<_> = command.tool().keys.iter().map(|key| key.written(false)).collect();
        match row_of(command) {
            Some(row) => {
                let row = rows.entry(row.to_owned()).or_default();
                let fresh: Vec<_> = keys.into_iter().filter(|key| !row.contains(key)).collect();
                row.extend(fresh);
            }
            None => assert!(keys.is_empty(), "{command:?} has keys, and no row"),
        }
    }
    rows
}

/// The keys of each row of the presenter, as the page lists them.
fn listed(page: &File) -> BTreeMap<String, Vec<String>> {
    let rows = page.text.lines().filter_map(|line| {
        let mut cells = line.trim().strip_prefix('|')?.split('|').map(str::trim);
        let (id, keys) = (cells.next()?, cells.next()?);
        // Arrows stand side by side.
        let keys = keys.replace("→ ←", "→, ←");
        id.starts_with("presenter-").then(|| (id.to_owned(), keys.split(", ").map(str::to_owned).collect()))
    });
    rows.collect()
}

#[test]
fn the_presenters_keys_are_those_of_the_program() {
    assert_eq!(listed(&file("docs/keyboard.md")), known());
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
