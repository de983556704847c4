//! One file of the content, read into its raw shape with every mistake of form reported: what all the
//! files have in common.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;

use super::json::{self, Item, Node, Step, trail};
use super::problem::{Level, Problem};
use super::schema::{self, VERSION};

/// A file: its name within `content/`, what it says, and where it says it.
#[derive(Debug)]
pub(super) struct File<T> {
    pub name: String,
    pub raw: T,
    tree: Node,
}

/// Lists and objects whose items have an id, with what one item is called.
const PARTS: [(&str, &str); 11] = [
    ("entries", "entry"),
    ("sources", "source"),
    ("questions", "question"),
    ("lanes", "lane"),
    ("regions", "region"),
    ("eras", "era"),
    ("figures", "figure"),
    ("languages", "language"),
    ("chairs", "chair"),
    ("phrases", "phrase"),
    ("forms", "form"),
];

/// Reads a file's bytes. `complete` is false where nothing is required of it, as in a language that is
/// not shown yet. `None` where it cannot be read far enough to be worth looking at.
pub(super) fn read<T: DeserializeOwned + JsonSchema>(
    name: &str,
    bytes: &[u8],
    complete: bool,
    problems: &mut Vec<Problem>,
) -> Option<File<T>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let what = format!("is not UTF-8 at byte {}", error.valid_up_to());
            problems.push(Problem::of_file(name, what, "Save the file with the encoding UTF-8."));
            return None;
        }
    };
    if text.starts_with('\u{feff}') {
        let what = "begins with a byte-order mark";
        problems.push(Problem::of_file(name, what, "Save the file as UTF-8 without byte-order mark (BOM)."));
        return None;
    }
    let (tree, doubled) = match json::parse(text) {
        Ok(parsed) => parsed,
        Err(json::Unparsed { at, what, remedy }) => {
            let problem = Problem::of_file(name, format!("this is not JSON: {what}"), remedy);
            problems.push(Problem { line: Some(at.line), column: Some(at.column), ..problem });
            return None;
        }
    };
    let mut file = File { name: name.to_owned(), raw: (), tree };
    for (at, trail) in doubled {
        let problem = file.error(&trail, "is written twice", "Keep one of the two.").valueless();
        problems.push(Problem { line: Some(at.line), column: Some(at.column), ..problem });
    }
    if !matches!(file.tree.item, Item::Object(_)) {
        problems.push(file.error(&[], "the file does not hold an object", "Put its content in braces.").valueless());
        return None;
    }
    check_version(&file, problems)?;
    report_missing::<T>(&file, complete, problems);
    file.tree.remove(&trail!["version"]);
    let schema = trail!["$schema"];
    if file.node(&schema).is_some_and(|node| node.as_str().is_none()) {
        let remedy =
            format!("Write where the schema is: {}{}.", "../".repeat(name.matches('/').count()), schema::path_of(name));
        problems.push(file.error(&schema, "is not a text", remedy));
    }
    file.tree.remove(&schema);
    remove_blanks(&mut file, problems);
    let raw = deserialize(&mut file, problems)?;
    Some(File { name: file.name, raw, tree: file.tree })
}

fn report_missing<T: JsonSchema>(file: &File<()>, complete: bool, problems: &mut Vec<Problem>) {
    schema::required(&schema::of::<T>(), &file.tree, &mut Vec::new(), &mut |trail, about| {
        if !complete && *trail != trail!["version"] {
            return;
        }
        let mut letters = about.chars();
        let about: String =
            letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default();
        let remedy = if about.is_empty() { "Add it.".to_owned() } else { format!("Add it: {about}") };
        problems.push(file.error(trail, "is missing", remedy));
    });
}

/// `None` where a newer program wrote the file: whatever else it says may mean something else by now.
fn check_version(file: &File<()>, problems: &mut Vec<Problem>) -> Option<()> {
    let trail = trail!["version"];
    // A missing one is reported with all that is missing.
    let Some(version) = file.node(&trail).map(Node::to_value) else { return Some(()) };
    match version.as_i64() {
        Some(version) if version > VERSION => {
            let what = format!("is newer than {VERSION}, the newest version that this program knows");
            let remedy = "Update the program, or take the file of an older edition.";
            problems.push(file.error(&trail, what, remedy));
            None
        }
        Some(version) if version == VERSION => Some(()),
        _ => {
            problems.push(file.error(&trail, "is not a version", format!("Write {VERSION}.")));
            Some(())
        }
    }
}

/// Takes out every `null` and every text of nothing but spaces.
fn remove_blanks(file: &mut File<()>, problems: &mut Vec<Problem>) {
    let mut blanks = Vec::new();
    file.tree.leaves(&mut Vec::new(), &mut |trail, value| {
        // No-break spaces are texts: they stand between groups of digits.
        let blank = value.as_str().is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_whitespace()));
        if value.is_null() || blank {
            blanks.push(trail.to_vec());
        }
    });
    for trail in &blanks {
        let remedy = "Write it, or leave the field out where it is not required.";
        problems.push(file.error(trail, "is empty", remedy).valueless());
    }
    // From the end, so that no list moves under the steps that are still to be taken.
    for trail in blanks.iter().rev() {
        file.tree.remove(trail);
    }
}

/// Reads the tree into its shape. What does not fit is reported and taken out until the rest does.
fn deserialize<T: DeserializeOwned>(file: &mut File<()>, problems: &mut Vec<Problem>) -> Option<T> {
    loop {
        let error = match serde_path_to_error::deserialize(file.tree.to_value()) {
            Ok(raw) => return Some(raw),
            Err(error) => error,
        };
        let mut trail = Vec::new();
        for segment in error.path() {
            match segment {
                Segment::Seq { index } => trail.push(Step::Index(*index)),
                Segment::Map { key } => trail.push(Step::Key(key.clone())),
                Segment::Enum { .. } | Segment::Unknown => break,
            }
        }
        problems.push(misfit(file, &trail, &error.inner().to_string()));
        if !file.tree.remove(&trail) {
            return None;
        }
    }
}

/// Says in plain words what serde says of a value.
fn misfit(file: &File<()>, trail: &[Step], message: &str) -> Problem {
    let names = |from: &str| {
        let names = message.split(from).nth(1).unwrap_or_default().split('`').skip(1).step_by(2);
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    if message.starts_with("unknown field") {
        let remedy = format!("Remove it, or write one of: {}.", names("expected ").join(", "));
        return file.error(trail, "is not a field that belongs here", remedy).valueless();
    }
    if message.starts_with("unknown variant") {
        let names: Vec<_> = names("expected ").iter().map(|name| format!("\"{name}\"")).collect();
        return file.error(trail, "means nothing here", format!("Write {}.", names.join(" or ")));
    }
    let (wanted, remedy) = match message.rsplit("expected ").next().unwrap_or_default() {
        "a string" | "string or map" => ("a text", "Write a text in double quotes."),
        "a boolean" => ("true or false", "Write true or false, without quotes."),
        "i64" => ("a whole number", "Write a whole number, without quotes."),
        "a sequence" => ("a list", "Write a list in square brackets."),
        _ => ("an object", "Write an object in braces."),
    };
    let found = match file.node(trail).map(|node| &node.item) {
        Some(Item::List(_)) => "a list",
        Some(Item::Object(_)) => "an object",
        Some(Item::Leaf(Value::String(_))) => "a text",
        Some(Item::Leaf(Value::Bool(_))) => "true or false",
        _ => "a number",
    };
    file.error(trail, format!("is {found}, not {wanted}"), remedy)
}

impl<T> File<T> {
    fn node(&self, trail: &[Step]) -> Option<&Node> {
        trail.iter().try_fold(&self.tree, |node, step| node.get(step))
    }

    /// An error at the value that the steps lead to, or where they end before it.
    pub fn error(&self, trail: &[Step], what: impl Into<String>, remedy: impl Into<String>) -> Problem {
        let mut node = Some(&self.tree);
        let mut at = self.tree.at;
        let (mut part, mut entry, mut field) = ("", None, Vec::new());
        let mut list = None;
        for step in trail {
            node = node.and_then(|node| node.get(step));
            at = node.map_or(at, |node| node.at);
            if let (Some(called), None) = (list.take(), &entry) {
                entry = id_of(step, node);
                if entry.is_some() {
                    part = called;
                    field.clear();
                }
            } else if let Step::Key(key) = step {
                field.push(key.as_str());
                list = PARTS.iter().find(|(name, _)| name == key).map(|(_, called)| *called);
            }
        }
        let value = match node.map(|node| &node.item) {
            Some(Item::Leaf(value)) if entry.as_deref() != value.as_str() || !field.is_empty() => Some(shown(value)),
            _ => None,
        };
        let field = Some(field.join(".")).filter(|field| !field.is_empty());
        let (line, column) = (Some(at.line), Some(at.column));
        let (file, what, remedy) = (self.name.clone(), what.into(), remedy.into());
        Problem { level: Level::Error, file, line, column, part, entry, field, value, what, remedy }
    }
}

/// The id of an item: its key, its field `id` or `tag`, or itself where it is a text.
fn id_of(step: &Step, node: Option<&Node>) -> Option<String> {
    if let Step::Key(key) = step {
        return Some(key.clone());
    }
    let node = node?;
    let own = ["id", "tag"].iter().find_map(|key| node.get(&Step::from(*key))?.as_str());
    own.or_else(|| node.as_str()).map(str::to_owned)
}

/// A value as the file has it, long texts cut.
fn shown(value: &Value) -> String {
    const LONGEST: usize = 80;
    match value.as_str() {
        Some(text) if text.chars().count() > LONGEST => {
            Value::from(text.chars().take(LONGEST).chain(['…']).collect::<String>()).to_string()
        }
        _ => value.to_string(),
    }
}
