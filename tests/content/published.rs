//! Ids once published are kept.

use frise::content::check::record_ids;

use crate::folder::{Folder, expect};

const FILE: &str = "published-ids.json";

#[test]
fn an_id_that_was_lost() {
    for (list, id, home) in [
        ("entries", "mieux-launched", "timeline.json"),
        ("questions", "q4-past", "questions.json"),
        ("sources", "mieux-leaflet", "sources.json"),
    ] {
        let part = match list {
            "entries" => "entry",
            "questions" => "question",
            _ => "source",
        };
        let expected = format!(
            "{{at}}: error: {part} \"{id}\": was published and is gone from {home}, so links to it no longer work. \
             Put it back under the same id."
        );
        expect(
            |folder| folder.replace(FILE, &format!("\"{list}\": ["), &format!("\"{list}\": [\n    \"{id}\",")),
            (FILE, "{", &format!("\"{id}\"")),
            &[&expected],
        );
    }
}

#[test]
fn ids_that_are_not_recorded_yet() {
    let folder = Folder::new();
    folder.replace(FILE, "\"mieux-created\",", "");
    let remedy = "Record what is about to be published with `cargo xtask check --record`.";
    assert_eq!(
        folder.warnings(),
        [format!("published-ids.json: warning: 1 id is not recorded yet (mieux-created). {remedy}")]
    );
    folder.write(FILE, "{ \"version\": 1, \"entries\": [], \"questions\": [], \"sources\": [] }");
    assert_eq!(
        folder.warnings(),
        [format!(
            "published-ids.json: warning: 215 ids are not recorded yet (rabat-process-founded, \
             global-approach-one-year-on, mobility-partnerships-proposed …). {remedy}"
        )]
    );
}

#[test]
fn recording_adds_and_never_removes() {
    let folder = Folder::new();
    let before = folder.text(FILE);
    assert_eq!(record_ids(folder.path()).unwrap(), 0);
    assert_eq!(folder.text(FILE), before);

    folder.replace(FILE, "\"mieux-created\",", "").replace(FILE, "\"entries\": [", "\"entries\": [\n    \"gone\",");
    assert_eq!(record_ids(folder.path()).unwrap(), 1);
    let ids = serde_json::from_str::<serde_json::Value>(&folder.text(FILE)).unwrap();
    let entries = ids["entries"].as_array().unwrap();
    assert_eq!((&entries[0], &entries[1]), (&"gone".into(), &"rabat-process-founded".into()));
    assert_eq!(entries.last().unwrap(), "mieux-created");
    assert_eq!(entries.len(), 70);
    assert_eq!(record_ids(folder.path()).unwrap(), 0);
}

#[test]
fn recording_from_nothing() {
    let folder = Folder::new();
    let before = folder.text(FILE);
    folder.remove(FILE);
    assert_eq!(record_ids(folder.path()).unwrap(), 215);
    assert!(folder.text(FILE) == before, "another layout than the committed one");
}

#[test]
fn nothing_is_recorded_of_broken_content() {
    let folder = Folder::new();
    folder.replace("timeline.json", "\"2008-12\"", "\"2008-13\"").write(FILE, "{");
    let before = folder.text(FILE);
    let error = record_ids(folder.path()).unwrap_err().to_string();
    assert!(error.contains("names a month that does not exist"), "{error}");
    folder.replace("timeline.json", "\"2008-13\"", "\"2008-12\"");
    let error = record_ids(folder.path()).unwrap_err().to_string();
    assert!(error.starts_with("published-ids.json:1:1: error: this is not JSON"), "{error}");
    assert_eq!(folder.text(FILE), before);
}
