//! The schemas are those of the program, and the content says where they are.

use std::path::Path;

use frise::content::check::schemas;

use crate::folder::real;

/// `FRISE_BLESS=1 cargo test --features check --test content` writes the schemas anew.
#[test]
fn the_committed_schemas_are_generated() {
    let folder = real().join("schema");
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
fn every_file_names_its_schema() {
    fn visit(folder: &Path, seen: &mut usize) {
        for path in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
            if path.is_dir() && !path.ends_with("schema") {
                visit(&path, seen);
            } else if path.is_file() {
                let value: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
                let schema = folder.join(value["$schema"].as_str().unwrap());
                assert!(schema.is_file(), "{} names {}", path.display(), schema.display());
                *seen += 1;
            }
        }
    }
    let mut seen = 0;
    visit(real(), &mut seen);
    assert!(seen >= 19, "only {seen} files");
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
