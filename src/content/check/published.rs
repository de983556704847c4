//! Ids that were ever published: their addresses stay good.

use std::io;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::ids::{Ids, Known};
use super::json::trail;
use super::load::{self, Content};
use super::problem::{Level, Problem};
use super::schema::{self, VERSION};
use crate::content::raw::PublishedIds;

const FILE: &str = "published-ids.json";

/// Reports ids that were lost since they were published, and warns of those not recorded yet.
pub(super) fn check(content: &Content, known: &Known<'_>, problems: &mut Vec<Problem>) {
    let Some(file) = &content.published else { return };
    let mut new: Vec<&str> = Vec::new();
    for (head, recorded, ids, home) in lists(&file.raw, known) {
        for (index, id) in recorded.iter().enumerate() {
            if ids.sure && !ids.all.contains(&id.as_str()) {
                let what = format!("was published and is gone from {home}, so links to it no longer work");
                problems.push(file.error(&trail![head, index], what, "Put it back under the same id."));
            }
        }
        new.extend(unrecorded(ids, recorded));
    }
    if !new.is_empty() {
        let some: Vec<_> = new.iter().take(3).copied().collect();
        let more = if new.len() > some.len() { " …" } else { "" };
        let what = match new.len() {
            1 => format!("1 id is not recorded yet ({})", some.join(", ")),
            n => format!("{n} ids are not recorded yet ({}{more})", some.join(", ")),
        };
        let remedy = "Record what is about to be published with `cargo xtask check --record`.";
        problems.push(Problem::of_file(FILE, what, remedy).warning());
    }
}

/// Name of each list, what is recorded in it, what there is, and where.
fn lists<'a>(
    recorded: &'a PublishedIds,
    known: &'a Known<'a>,
) -> [(&'static str, &'a [String], &'a Ids<'a>, &'static str); 3] {
    [
        ("entries", recorded.entries.as_deref().unwrap_or_default(), &known.entries, "timeline.json"),
        ("questions", recorded.questions.as_deref().unwrap_or_default(), &known.questions, "questions.json"),
        ("sources", recorded.sources.as_deref().unwrap_or_default(), &known.sources, "sources.json"),
    ]
}

fn unrecorded<'a>(ids: &Ids<'a>, recorded: &[String]) -> impl Iterator<Item = &'a str> {
    ids.all.iter().copied().filter(|id| !recorded.iter().any(|known| known == id))
}

/// Does what [`record_ids`](super::record_ids) says, in a folder in which these problems were found.
pub(super) fn record(dir: &Path, found: &[Problem]) -> io::Result<usize> {
    if let Some(problem) = found.iter().find(|p| p.level == Level::Error && p.file != FILE) {
        return Err(io::Error::new(io::ErrorKind::InvalidData, problem.to_string()));
    }
    let path = dir.join(FILE);
    let mut problems = Vec::new();
    let content = load::load(dir, &mut problems);
    let none = PublishedIds { entries: None, questions: None, sources: None };
    let recorded = match &content.published {
        Some(file) => &file.raw,
        None if path.exists() => {
            let first = problems.iter().find(|problem| problem.file == FILE).map(Problem::to_string);
            return Err(io::Error::new(io::ErrorKind::InvalidData, first.unwrap_or_default()));
        }
        None => &none,
    };
    let mut root = Map::new();
    root.insert("$schema".to_owned(), schema::path_of(FILE).into());
    root.insert("version".to_owned(), VERSION.into());
    let mut added = 0;
    for (head, recorded, ids, _) in lists(recorded, &Known::of(&content)) {
        let new: Vec<_> = unrecorded(ids, recorded).collect();
        added += new.len();
        let all: Vec<Value> = recorded.iter().map(|id| json!(id)).chain(new.into_iter().map(|id| json!(id))).collect();
        root.insert(head.to_owned(), all.into());
    }
    if added > 0 {
        std::fs::write(path, format!("{:#}\n", Value::Object(root)))?;
    }
    Ok(added)
}
