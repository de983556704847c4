//! The files of `content/`, one at a time: their form, with every mistake named.

use frise::content::check::{Level, form};

const NAMES: [&str; 11] = [
    "text/en/site.json",
    "text/en/entries.json",
    "text/en/sources.json",
    "text/en/questions.json",
    "text/en/ui.json",
    "text/en/dates.json",
    "published-ids.json",
    "site.json",
    "sources.json",
    "questions.json",
    "timeline.json",
];

/// Checks a file, which says itself which one it is: by the schema that it names.
pub fn content(bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    let names = |name: &&str| {
        let schema = name.replace("text/en/", "text-").replace(".json", ".schema.json");
        text.contains(&schema)
    };
    let name = NAMES.into_iter().find(names).unwrap_or("timeline.json");
    let problems = form(name, bytes);
    // A carriage return by itself ends a line too.
    let lines = text.matches(['\n', '\r']).count() + 1;
    for problem in &problems {
        assert!((1..=lines).contains(&problem.line.unwrap_or(1)) && !problem.to_string().is_empty(), "{problem}");
    }
    match problems.iter().find(|problem| problem.level == Level::Error) {
        None => Ok(()),
        Some(problem) => Err(problem.to_string()),
    }
}
