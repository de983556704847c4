//! Everything that reads what others wrote. Each reader says whether it took an input or why not, and fails
//! where what it took does not hold together.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use frise::content::{Bundle, Json, Outline, Timeline};
use frise::i18n::Words;
use frise::notes::{self, Hash, Notes, Revision};
use frise::room::model::{is_of_this_device, is_presenting, with_presenter, without_presenter};
use frise::session::{Target, parameter, parse_query, query_of, target_of};
use frise::time::Edtf;
use serde_json::Value;

use super::bundles;

/// A reader of what others wrote.
pub struct Parser {
    /// Also its folder of kept inputs, in `tests/core/corpus`.
    pub name: &'static str,
    /// Whether every line of a kept file is an input, not the whole file.
    pub lines: bool,
    /// Words of its format.
    pub tokens: &'static [&'static str],
    /// Reads an input; an error is why it was refused.
    pub read: fn(&[u8]) -> Result<(), String>,
    /// Makes a changed input whole again, so that reading goes further than its first check.
    pub mend: Option<fn(&mut Vec<u8>)>,
}

/// All of them.
pub const PARSERS: &[Parser] = &[
    Parser { name: "dates", lines: true, tokens: DATES, read: dates, mend: None },
    Parser { name: "json", lines: false, tokens: JSON, read: json, mend: None },
    Parser { name: "bundle", lines: false, tokens: BUNDLE, read: bundle, mend: None },
    Parser { name: "query", lines: true, tokens: QUERY, read: query, mend: None },
    Parser { name: "fragment", lines: true, tokens: QUERY, read: fragment, mend: None },
    Parser { name: "notes", lines: false, tokens: NOTES, read: notes_file, mend: Some(mend_hashes) },
    Parser { name: "record", lines: false, tokens: NOTES, read: record, mend: Some(mend_hashes) },
    Parser { name: "words", lines: false, tokens: &["\n", "{n}", "{", "}", "|"], read: words, mend: None },
    #[cfg(feature = "check")]
    Parser { name: "content", lines: false, tokens: BUNDLE, read: super::folder::content, mend: None },
];

const DATES: &[&str] = &[
    "2017",
    "-0044",
    "Y170000002",
    "Y-99999",
    "2017-09",
    "2017-02-29",
    "2016-02-29",
    "T10:30",
    "T23:59:59",
    "Z",
    "+02:00",
    "-14:00",
    "+1",
    "/",
    "..",
    "?",
    "~",
    "%",
    "2017-21",
    "201X",
    "Y1E9",
    "1985-04-XX",
    "{",
    "[",
    "100000000000",
];
const JSON: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\"a\":",
    "null",
    "true",
    "false",
    "-0",
    "1.5e3",
    "0e-1",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\\udc00",
    "\\u0000",
    "\\/",
    "\"\"",
    "[]",
    "{}",
];
const BUNDLE: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "null",
    "true",
    "\"entries\":",
    "\"sources\":",
    "\"site\":",
    "\"version\":1",
    "\"version\":2",
    "\"id\":\"a\"",
    "\"parent\":\"a\"",
    "\"date\":\"2017\"",
    "\"date\":\"../..\"",
    "\"lane\":\"a\"",
    "\"regions\":[\"r\"]",
    "\"weight\":300",
    "[\"fr\",\"x\"]",
    "\"citations\":[{\"source\":\"s\"}]",
    "\"questions\":[",
    "\"conversation\":{",
    "\"languages\":",
    "\"title\":\"T\"",
    "\"a\"",
    "\"b\"",
    "\"q1\"",
    "\"status\":\"original\"",
];
const QUERY: &[&str] = &[
    "?",
    "&",
    "=",
    "%",
    "+",
    "%C3%A9",
    "%2",
    "%00",
    "%FF",
    "q=",
    "lane=",
    "region=",
    "from=",
    "to=",
    "v=",
    "v=2",
    "a,b",
    "2017",
    "2017-09~",
    "2016/2020",
    "timeline=",
    "present=1",
    "#",
    "first",
    "q1",
    "decade",
    "sources",
    "localhost",
];
const NOTES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\"frise\":\"notes\"",
    "\"version\":1",
    "\"version\":2",
    "\"saved\":\"\"",
    "\"notes\":",
    "\"question\":\"q\"",
    "\"id\":\"n\"",
    "\"revisions\":",
    "\"hash\":",
    "\"replaces\":[",
    "\"at\":\"\"",
    "\"label\":",
    "\"text\":",
    "\"draft\":true",
    "null",
    "\\u0000",
];

/// The folder of a parser's kept inputs.
pub fn folder(parser: &Parser) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/corpus").join(parser.name)
}

/// The kept inputs with their names, and why each is refused, if it is.
pub fn kept(parser: &Parser) -> Vec<(String, Vec<u8>, Option<String>)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder(parser)).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let is_list = |file: &Path| file.file_name().is_some_and(|name| name == "refused.txt");
    let refused = files.iter().find(|file| is_list(file)).map(|file| std::fs::read_to_string(file).unwrap());
    let refused = refused.unwrap_or_default();
    let mut kept = Vec::new();
    for file in files.iter().filter(|file| !is_list(file)) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(file).unwrap();
        if parser.lines {
            let lines = String::from_utf8(bytes).unwrap();
            kept.extend(lines.lines().map(|line| (line.to_owned(), line.as_bytes().to_vec(), None)));
        } else {
            let why = refused.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
            kept.push((name, bytes, why.map(str::to_owned)));
        }
    }
    if parser.lines {
        let refused = refused.lines().filter_map(|line| line.split_once('\t'));
        kept.extend(refused.map(|(line, why)| (line.to_owned(), line.as_bytes().to_vec(), Some(why.to_owned()))));
    }
    kept
}

/// Bytes as text, as a browser makes them one.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn dates(bytes: &[u8]) -> Result<(), String> {
    let date = Edtf::parse(&text(bytes)).map_err(|error| error.to_string())?;
    assert_eq!(Edtf::parse(&date.to_string()), Ok(date), "it is read as it was written");
    let span = date.span();
    assert!(span.start.is_some() || span.end.is_some());
    assert!(span.start.is_none_or(|start| span.end.is_none_or(|end| start < end)), "{span:?}");
    Ok(())
}

fn json(bytes: &[u8]) -> Result<(), String> {
    let text = text(bytes);
    let other = serde_json::from_str::<Value>(&text);
    match Json::parse(&text) {
        Ok(_) => {
            // A number that fits no float is still a number as it is written.
            let agrees = other.as_ref().err().is_none_or(|error| error.to_string().contains("number out of range"));
            assert!(agrees, "another reader refuses it: {other:?}");
            Ok(())
        }
        Err(error) => {
            assert!(other.is_err() || depth(&text) > 64, "another reader takes it");
            assert!(error.line >= 1 && error.line <= text.matches('\n').count() + 1);
            assert!(error.column >= 1 && error.column <= text.chars().count() + 1);
            Err(format!("line {}, column {}", error.line, error.column))
        }
    }
}

/// The most lists and objects that are around a value of a text that is JSON; a field that another one of its
/// name replaces counts too.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut in_text, mut is_escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_text => is_escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn bundle(bytes: &[u8]) -> Result<(), String> {
    let text = text(bytes);
    let read = bundles::read(&text)?;
    bundles::assemble(read)
}

/// The outline of a timeline to find things in.
fn outline() -> &'static Outline {
    static OUTLINE: OnceLock<Outline> = OnceLock::new();
    OUTLINE.get_or_init(|| {
        let parser = PARSERS.iter().find(|parser| parser.name == "bundle").unwrap();
        let text = std::fs::read_to_string(folder(parser).join("whole.json")).unwrap();
        Outline::of(&Timeline::new(Bundle::from_json(&text).unwrap()).unwrap())
    })
}

fn query(bytes: &[u8]) -> Result<(), String> {
    let (query, outline) = (text(bytes), outline());
    let (filters, problems) = parse_query(&query, outline);
    assert!(filters.lanes.is_sorted_by(|a, b| a < b) && filters.lanes.iter().all(|&at| at < outline.lanes.len()));
    let regions = outline.regions.len();
    assert!(filters.regions.is_sorted_by(|a, b| a < b) && filters.regions.iter().all(|&at| at < regions));
    let written = query_of(&filters, outline);
    assert_eq!(parse_query(&written, outline), (filters, Vec::new()), "{written}");
    if let Some((pair, value)) = parameter(&query, "timeline") {
        assert!(query.contains(&pair) && !value.is_empty());
    }
    assert!(is_presenting(&with_presenter(&query)) && !is_presenting(&without_presenter(&query)));
    is_of_this_device(&query);
    if problems.is_empty() { Ok(()) } else { Err(format!("{problems:?}")) }
}

fn fragment(bytes: &[u8]) -> Result<(), String> {
    let outline = outline();
    match target_of(&text(bytes), outline) {
        Ok(Some(Target::Entry(at))) => assert!(at < outline.entries.len()),
        Ok(Some(Target::Question(at))) => assert!(at < outline.questions.len()),
        Ok(_) => {}
        Err(id) => return Err(format!("names nothing: {id}")),
    }
    Ok(())
}

fn notes_file(bytes: &[u8]) -> Result<(), String> {
    let read = notes::read(bytes).map_err(|error| error.to_string())?;
    let written = notes::write(read.iter(), "2017-09-21T10:00:00.000Z");
    assert_eq!(notes::read(written.as_bytes()), Ok(read.clone()), "it is read as it was written");
    for note in read.iter() {
        assert!(!note.heads().is_empty() && !note.revisions().is_empty(), "a note shows something");
    }
    let mut twice: Notes = read.clone();
    twice.merge(read.clone());
    assert_eq!(twice, read, "merging the same changes nothing");
    Ok(())
}

fn record(bytes: &[u8]) -> Result<(), String> {
    let note = notes::from_record(&text(bytes)).ok_or("unreadable")?;
    assert_eq!(notes::from_record(&notes::to_record(&note)), Some(note), "it is read as it was written");
    Ok(())
}

fn words(bytes: &[u8]) -> Result<(), String> {
    let words = Words::from_text(&text(bytes));
    let written = words.to_text();
    let again = Words::from_text(&written);
    // What is missing at the end is blank.
    let said = |text: &str| text.trim_end_matches('\n').to_owned();
    assert_eq!(said(&again.to_text()), said(&written), "it is read as it was written");
    assert_eq!(again.lang, words.lang);
    Ok(())
}

/// Writes the hash that each revision should have, as a file that was made on purpose would.
fn mend_hashes(bytes: &mut Vec<u8>) {
    let Ok(mut value) = serde_json::from_slice::<Value>(bytes) else { return };
    let one = |value: &mut Value| {
        let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let key = text(value, "question").zip(text(value, "id"));
        let (Some((question, id)), Some(revisions)) = (key, value.get_mut("revisions").and_then(Value::as_array_mut))
        else {
            return;
        };
        let key = notes::NoteKey { question, id };
        for revision in revisions {
            let replaces = revision.get("replaces").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            let replaces = replaces.iter().filter_map(|hash| Hash::parse(hash.as_str()?)).collect();
            let parts = [text(revision, "at"), text(revision, "label"), text(revision, "text")];
            let [Some(at), Some(label), Some(text)] = parts else { continue };
            let hash = Revision::new(&key, replaces, at, label, text).hash.to_string();
            if let Some(fields) = revision.as_object_mut() {
                fields.insert("hash".to_owned(), hash.into());
            }
        }
    };
    if let Some(notes) = value.get_mut("notes").and_then(Value::as_array_mut) {
        notes.iter_mut().for_each(one);
    } else if let Some(note) = value.get_mut("note") {
        one(note);
    }
    *bytes = value.to_string().into_bytes();
}
