//! Which phrases the page's program says: those that its files name are those that the page ships to it.

use std::collections::BTreeSet;

use crate::files::{File, file, files};

/// The list of what is shipped.
const LIST: &str = "src/ui/embedded.rs";
/// The program for other files has all words.
const OTHER: &str = "src/ui/other/";

/// The phrases that a text names, but for those inside `said(…)`, which stand in the page already.
fn named(text: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
    let mut rest = text;
    let mut names = BTreeSet::new();
    while let Some((before, after)) = rest.split_once("Phrase::") {
        if !before.ends_with("said(") {
            names.insert(name(after));
        }
        rest = after;
    }
    names
}

/// What files of the page say themselves: those of text take their words from the edition, which the page's program
/// has none of, and so does the chronicle of large files.
fn said(files: &[File]) -> BTreeSet<String> {
    let lives = |file: &&File| {
        let is_text = file.text.contains("use_edition");
        let is_large = file.path.ends_with("chronicle/pages.rs");
        !is_text && !is_large && !file.path.starts_with(OTHER) && file.path != LIST
    };
    files.iter().filter(lives).flat_map(|file| named(&file.text)).collect()
}

#[test]
fn the_page_ships_what_its_program_says() {
    let said = said(&files("src/ui", ".rs"));
    let shipped = named(&file(LIST).text);
    let missing: Vec<_> = said.difference(&shipped).collect();
    let unsaid: Vec<_> = shipped.difference(&said).collect();
    assert!(missing.is_empty(), "add to SAID in {LIST}, or the page shows nothing there: {missing:?}");
    assert!(unsaid.is_empty(), "nobody says these, take them out of SAID in {LIST}: {unsaid:?}");
}

#[test]
fn what_a_file_says_is_found() {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let files = [
        file("src/ui/a.rs", "store.say(Phrase::Print); said(Phrase::Failed)"),
        file("src/ui/b.rs", "use_edition().say(Phrase::Eras)"),
        file("src/ui/other/c.rs", "Phrase::FileEmpty"),
    ];
    assert_eq!(said(&files), BTreeSet::from(["Print".to_owned()]));
}
