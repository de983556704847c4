//! How much a note and a file of notes may hold.

use frise::notes::{
    LARGEST_FILE, LONGEST_LABEL, LONGEST_TEXT, MOST_LABEL_UNITS, MOST_TEXT_UNITS, Note, Revision, read, write,
};

use crate::notes::key;

/// Fields count UTF-16 units, files bytes: no unit is more than three.
#[test]
fn what_a_field_takes_fits_into_a_file() {
    for (units, bytes) in [(MOST_TEXT_UNITS, LONGEST_TEXT), (MOST_LABEL_UNITS, LONGEST_LABEL)] {
        for c in ['a', 'é', '\u{ffff}', '👩', '\u{10ffff}'] {
            let most = c.to_string().repeat(units / c.len_utf16());
            assert!(most.encode_utf16().count() == units && most.len() <= bytes, "{c:?}: {}", most.len());
        }
    }
    // JSON escapes a control character with six bytes: even then a note fits several times.
    const { assert!(6 * MOST_TEXT_UNITS < LARGEST_FILE) };
}

/// Each a note of its own in the file, or all in one, and neither in order.
#[test]
fn a_note_with_ten_thousand_revisions_is_read() {
    let key = key("q", "n");
    let revision = |number: usize| Revision::new(&key, Vec::new(), String::new(), String::new(), number.to_string());
    let mut one = Note::new(key.clone());
    one.add_all((0..10_000).map(revision));
    let file = serde_json::from_str::<serde_json::Value>(&write([&one].into_iter(), "")).unwrap();
    let mut all = file["notes"][0]["revisions"].as_array().unwrap().clone();
    all.reverse();
    let single = |revision: &serde_json::Value| serde_json::json!({"question": "q", "id": "n", "revisions": [revision, revision]});
    for notes in [
        vec![serde_json::json!({"question": "q", "id": "n", "revisions": &all})],
        all.iter().map(single).collect::<Vec<_>>(),
    ] {
        let text = serde_json::json!({"frise": "notes", "version": 1, "saved": "", "notes": notes}).to_string();
        let read = read(text.as_bytes()).unwrap();
        assert_eq!(read.get(&key), Some(&one));
    }
}
