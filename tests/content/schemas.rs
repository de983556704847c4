//! The schemas are those of the program.

use std::path::Path;

use frise::content::check::{schema_of, schemas};
use frise::notes::{FILE_VERSION, NotesFile};
use serde_json::json;

/// `FRISE_BLESS=1 cargo test --features check --test content` writes the schemas anew.
#[test]
fn the_committed_schemas_are_generated() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/schema");
    for (name, text) in schemas() {
        let path = folder.join(name);
        if std::env::var_os("FRISE_BLESS").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &text).unwrap();
        }
        assert!(
            std::fs::read_to_string(&path).is_ok_and(|old| old == text),
            "{name} is out of date: set FRISE_BLESS=1"
        );
    }
    let mut names: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let mut generated: Vec<_> = schemas().into_iter().map(|(name, _)| name).collect();
    generated.sort_unstable();
    assert_eq!(names, generated);
}

#[test]
fn the_committed_schema_of_notes_is_generated() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/notes.schema.json");
    let text = schema_of::<NotesFile>(FILE_VERSION);
    if std::env::var_os("FRISE_BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert!(std::fs::read_to_string(&path).is_ok_and(|old| old == text), "it is out of date: set FRISE_BLESS=1");
}

#[test]
fn the_schema_of_notes_says_what_is_written() {
    let schema: serde_json::Value = serde_json::from_str(&schema_of::<NotesFile>(FILE_VERSION)).unwrap();
    assert_eq!(schema["required"], json!(["version", "frise", "saved", "notes"]));
    assert_eq!(schema["properties"]["frise"]["const"], frise::notes::KIND);
    assert_eq!(schema["properties"]["version"]["const"], FILE_VERSION);
    let note = &schema["properties"]["notes"]["items"];
    assert_eq!(note["required"], json!(["question", "id", "revisions"]));
    let revision = &note["properties"]["revisions"]["items"];
    assert_eq!(revision["required"], json!(["hash", "replaces", "at", "label", "text"]));
    assert_eq!(revision["properties"].as_object().unwrap().len(), 5, "a draft is nobody else's business");
    // The corpus has what the schema asks for, and nothing that it does not know.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/corpus/notes/v1.json");
    let file: serde_json::Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    fits(&file, &schema);
}

/// Whether objects have the fields of their schema, and texts its pattern: 32 hexadecimal digits.
fn fits(value: &serde_json::Value, schema: &serde_json::Value) {
    if let Some(fields) = value.as_object() {
        for (name, value) in fields {
            fits(value, &schema["properties"][name]);
        }
        for name in schema["required"].as_array().unwrap() {
            assert!(fields.contains_key(name.as_str().unwrap()), "{name} of {value}");
        }
    }
    for element in value.as_array().into_iter().flatten() {
        fits(element, &schema["items"]);
    }
    assert!(schema.is_object(), "the schema does not know {value}");
    if let Some(pattern) = schema["pattern"].as_str() {
        let text = value.as_str().unwrap();
        assert_eq!(pattern, "^[0-9a-f]{32}$");
        assert!(text.len() == 32 && text.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')), "{text}");
    }
}

#[test]
fn a_schema_says_what_a_field_is_for() {
    let schemas = schemas();
    let (_, text) = schemas.iter().find(|(name, _)| *name == "timeline.schema.json").unwrap();
    let schema: serde_json::Value = serde_json::from_str(text).unwrap();
    let entry = &schema["properties"]["entries"]["items"];
    assert_eq!(schema["required"], serde_json::json!(["version", "entries"]));
    assert_eq!(entry["required"], serde_json::json!(["id", "date", "lane", "sources"]));
    assert_eq!(entry["additionalProperties"], false);
    assert_eq!(entry["properties"]["weight"]["maximum"], 3);
    for (name, field) in entry["properties"].as_object().unwrap() {
        let about = field["description"].as_str().unwrap_or_default();
        assert!(about.ends_with(['.', ')']) && !about.contains('\n'), "{name}: {about}");
    }
    assert!(!text.contains("null"));
}
