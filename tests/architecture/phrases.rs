//! The page says every phrase that translators are asked for.

use crate::breach::{Breach, hold, lines};
use crate::files::{File, file, files};

const PHRASES: &str = "src/i18n/phrases.rs";

/// The variants of `Phrase` with their lines: `Name = "key",`.
fn variants(phrases: &File) -> Vec<(&str, usize)> {
    let lines = phrases.text.lines().enumerate().filter(|(_, line)| line.ends_with("\","));
    lines.filter_map(|(at, line)| Some((line.split_once(" = \"")?.0.trim(), at + 1))).collect()
}

/// What a file's code names of it: the word behind each `Phrase::`.
fn said(source: &File) -> Vec<&str> {
    let code = source.text.lines().map(|line| line.split("//").next().unwrap_or_default());
    let behind = code.flat_map(|code| code.split("Phrase::").skip(1));
    behind.map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()).collect()
}

fn breaches(phrases: &File, sources: &[File]) -> Vec<Breach> {
    let said: Vec<_> = sources.iter().filter(|source| source.path != phrases.path).flat_map(said).collect();
    let unsaid = variants(phrases).into_iter().filter(|(name, _)| !said.contains(name));
    let remedy = "say it, or remove it here and from every ui.json";
    unsaid.map(|(name, line)| Breach::new(&phrases.path, line, format!("nobody says `{name}`"), remedy)).collect()
}

#[test]
fn every_phrase_is_said() {
    let phrases = file(PHRASES);
    assert!(variants(&phrases).len() > 200, "{PHRASES} is read wrongly");
    hold(&breaches(&phrases, &files("src", ".rs")));
}

#[test]
fn a_phrase_that_nobody_says_is_seen() {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let phrases = file("p.rs", "Phrase {\n    A = \"a\",\n    Ab = \"a.b\",\n    C = \"c\",\n}\nPhrase::Ab");
    let other = file("q.rs", "let a = [Phrase::A, Other::Ab]; // Phrase::C");
    assert_eq!(lines(&breaches(&phrases, &[file("p.rs", "Phrase::C"), other])), [3, 4]);
}
