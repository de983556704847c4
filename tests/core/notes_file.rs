//! Notes as a file and as a record: what is written comes back byte for byte, and whatever else comes is
//! refused whole, with the reason.

use std::path::{Path, PathBuf};

use frise::notes::{
    FILE_VERSION, FileError, LARGEST_FILE, LONGEST_LABEL, LONGEST_TEXT, Note, Notes, RECORD_VERSION, Revision,
    from_record, read, to_record, write,
};
use proptest::prelude::*;

use crate::notes::{at, key};

/// What a table might write to see what happens, and what keyboards and scripts of the world make.
pub const HOSTILE: [&str; 14] = [
    "<script>alert(1)</script>",
    "\u{202e}reversed\u{202c}",
    "=HYPERLINK(\"https://example.org\";\"x\")",
    "a\0b",
    "one\r\ntwo\rthree\nfour\n\n",
    "👩🏽‍🚀 🇨🇻",
    "\u{301}\u{20dd} alone",
    "\u{2028}\u{2029}\u{85}\u{feff}",
    "العربية und עברית",
    "  \t leading and trailing \t ",
    "\"quoted\"; 'twice', \\u0041 \\",
    "",
    "{\"frise\":\"notes\"}",
    "\u{10ffff}\u{e000}\u{fffd}",
];

/// A note with a history, two versions that were written apart, and a draft.
pub fn note(id: &str, label: &str, texts: [&str; 3]) -> Note {
    let mut note = Note::new(key("q1-real-partnership", id));
    let first = note.rewriting(&[], &at(0), label, texts[0]).unwrap();
    note.apply(first.clone());
    note.seal();
    for (second, text) in [(1, texts[1]), (2, texts[2])] {
        if let Some(change) = note.rewriting(&[first.added.hash], &at(second), label, text) {
            note.apply(change);
        }
    }
    note
}

/// As it is once it has left the device.
fn sealed(notes: &Notes) -> Notes {
    let all = notes.iter().cloned().map(|mut note| {
        note.seal();
        note
    });
    all.collect()
}

fn written(notes: &Notes) -> String {
    write(notes.iter(), &at(59))
}

fn example() -> Notes {
    [note("n1", "Table 1", ["a", "b", "c"]), note("n2", "Café", ["é", "e\u{301}", "👩🏽‍🚀"])].into_iter().collect()
}

fn broken(text: &str) -> String {
    match read(text.as_bytes()) {
        Err(FileError::Broken(what)) => what,
        other => panic!("{other:?} for {text}"),
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read(texts in prop::collection::vec(any::<[String; 3]>(), 0..6), label in any::<String>()) {
        let label: String = label.chars().take(200).collect();
        let notes = texts.iter().enumerate();
        let notes: Notes = notes.map(|(id, texts)| note(&id.to_string(), &label, texts.each_ref().map(String::as_str))).collect();
        let file = written(&notes);
        prop_assert_eq!(read(file.as_bytes()), Ok(sealed(&notes)));
        prop_assert_eq!(written(&read(file.as_bytes()).unwrap()), file, "and once more the same");
        for note in notes.iter() {
            prop_assert_eq!(from_record(&to_record(note)), Some(note.clone()), "a record keeps drafts");
        }
    }

    #[test]
    fn whatever_comes_is_read_or_refused(bytes in any::<Vec<u8>>(), text in any::<String>(), at in any::<prop::sample::Index>()) {
        let _ = (read(&bytes), read(text.as_bytes()), from_record(&text));
        // A file in which one character has become another.
        let file = written(&example());
        let at = file.char_indices().map(|(place, _)| place).nth(at.index(file.chars().count())).unwrap();
        let mut changed = file.clone();
        changed.remove(at);
        changed.insert_str(at, &text);
        if let Ok(read) = read(changed.as_bytes()) {
            // Spaces between, the time of saving, a field that nobody knows: no note has changed.
            for note in read.iter() {
                prop_assert_eq!(sealed(&example()).get(&note.key).cloned(), Some(note.clone()), "{}", changed);
            }
        }
    }
}

#[test]
fn hostile_texts_come_back_byte_for_byte() {
    let huge = "é".repeat(500_000);
    for text in HOSTILE.into_iter().chain([huge.as_str()]) {
        let label: String = text.chars().take(100).collect();
        let notes: Notes = [note("n1", &label, ["first", text, "other"])].into_iter().collect();
        let back = read(written(&notes).as_bytes()).unwrap();
        let read = back.get(&key("q1-real-partnership", "n1")).unwrap();
        assert!(read.heads().iter().any(|head| head.text == text && head.label == label), "{label:?}");
        assert_eq!(back, sealed(&notes));
    }
}

#[test]
fn a_file_with_a_byte_order_mark_is_read() {
    let file = format!("\u{feff}{}", written(&example()));
    assert_eq!(read(file.as_bytes()), Ok(sealed(&example())));
}

#[test]
fn no_file_speaks_of_drafts() {
    let mut notes = example();
    assert!(notes.iter().any(|note| note.revisions().iter().any(|revision| revision.is_draft)));
    assert!(!written(&notes).contains("draft"));
    // Whatever a file claims: it has left a device.
    let text = "\"text\": \"a\"";
    let claims = written(&notes).replacen(text, &format!("{text}, \"draft\": true"), 1);
    assert!(claims.contains("draft"));
    let read = read(claims.as_bytes()).unwrap();
    assert!(read.iter().all(|note| note.revisions().iter().all(|revision| !revision.is_draft)));
    notes.merge(read);
    assert_eq!(notes, sealed(&example()), "and so has what is here");
}

#[test]
fn a_note_that_says_nothing_does_not_spoil_the_file() {
    let mut notes = example();
    notes.entry(&key("q1-real-partnership", "empty"));
    assert_eq!(read(written(&notes).as_bytes()), Ok(sealed(&example())));
}

#[test]
fn files_of_three_devices_come_together_in_any_order_and_twice() {
    let start: Notes = [note("n1", "", ["a", "b", "c"])].into_iter().collect();
    let files = [1, 2, 3].map(|device| {
        let mut notes = sealed(&start);
        let shared = notes.entry(&key("q1-real-partnership", "n1"));
        let heads: Vec<_> = shared.heads().iter().map(|head| head.hash).collect();
        let change = shared.rewriting(&heads, &at(10 + device), "", &format!("device {device}")).unwrap();
        shared.apply(change);
        notes.unite(note(&format!("own-{device}"), &format!("Table {device}"), ["x", "y", "z"]));
        written(&notes)
    });
    let together = |order: &[usize]| {
        let mut all = Notes::default();
        for &file in order {
            all.merge(read(files[file].as_bytes()).unwrap());
        }
        written(&all)
    };
    let all = together(&[0, 1, 2]);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(together(&order), all);
        assert_eq!(together(&[order, order].concat()), all, "{order:?} twice");
    }
    let all = read(all.as_bytes()).unwrap();
    assert_eq!((all.len(), all.get(&key("q1-real-partnership", "n1")).unwrap().heads().len()), (4, 3));
}

#[test]
fn an_end_in_the_middle_is_never_taken_for_the_whole() {
    let file = written(&example());
    // The last byte is the end of the last line.
    for end in 0..file.len() - 1 {
        assert_eq!(read(&file.as_bytes()[..end]), Err(FileError::Truncated), "{end} of {} bytes", file.len());
    }
    assert!(read(file.trim_end().as_bytes()).is_ok());
}

#[test]
fn what_is_no_file_of_notes_is_refused() {
    let png = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, b'I', b'H', b'D', b'R'];
    let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F'];
    let utf_16 = "{".encode_utf16().flat_map(u16::to_le_bytes);
    let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf_16).collect();
    for bytes in [&png[..], &jpeg, &utf_16] {
        assert_eq!(read(bytes), Err(FileError::NotText));
    }
    assert_eq!(read(&vec![b' '; LARGEST_FILE + 1]), Err(FileError::TooLarge));
    assert_eq!(read(&vec![b' '; LARGEST_FILE]), Err(FileError::Truncated));
    let foreign = [
        "{}",
        "[]",
        "null",
        "17",
        "\"notes\"",
        "true",
        "[\"notes\", 1, \"\", []]",
        "{\"frise\":\"bundle\"}",
        "{\"frise\":1}",
        "[{\"frise\":\"notes\"}]",
    ];
    for text in foreign {
        assert_eq!(read(text.as_bytes()), Err(FileError::Foreign), "{text}");
    }
    for (text, line, column) in
        [("table;note", 1, 2), ("{}\n{}", 2, 1), ("{\n\"frise\": notes}", 2, 11), ("{'frise': 1}", 1, 2)]
    {
        assert_eq!(read(text.as_bytes()), Err(FileError::NotJson { line, column }), "{text}");
    }
    // As deep as one likes.
    assert!(matches!(read("[".repeat(1_000_000).as_bytes()), Err(FileError::NotJson { .. } | FileError::Truncated)));
    assert!(read(format!("{{\"frise\":{}", "{\"a\":".repeat(1_000_000)).as_bytes()).is_err());
}

#[test]
fn a_newer_file_is_refused_as_such_whatever_its_form() {
    for version in ["2", "3", "4294967295"] {
        let file = written(&example()).replace("\"version\": 1", &format!("\"version\": {version}"));
        assert_eq!(read(file.as_bytes()), Err(FileError::Newer(version.parse().unwrap())));
    }
    assert_eq!(
        read(b"{\"version\": 99999999999, \"frise\": \"notes\", \"leaves\": {}}"),
        Err(FileError::Newer(u32::MAX))
    );
    assert_eq!(FILE_VERSION, 1, "add a file of this version to the corpus");
}

#[test]
fn what_has_changed_on_the_way_is_refused_with_its_place() {
    let file = written(&example());
    for (old, new) in
        [("\"Café\"", "\"Cafe\""), (at(1).as_str(), "2017-09-21T11:00:00.000Z"), ("\"n2\"", "\"n3\""), ("q1-", "q2-")]
    {
        let what = broken(&file.replacen(old, new, 1));
        assert!(what.contains("notes[") && what.contains("revisions[") && what.contains("hash"), "{what}");
    }
    let hash = example().iter().next().unwrap().revisions()[1].hash.to_string();
    for other in [
        "",
        "x",
        "0",
        &hash[1..],
        &hash.to_uppercase().replace(|c: char| c.is_ascii_digit(), "A"),
        &format!("sha256-{hash}"),
        &format!("+{}", &hash[1..]),
    ] {
        let what = broken(&file.replacen(&format!("\"hash\": \"{hash}\""), &format!("\"hash\": \"{other}\""), 1));
        assert!(what.starts_with("notes[0]: revisions[1]: `") && what.ends_with("is no hash"), "{what}");
    }
    let what = broken(&file.replacen(&hash, &"f".repeat(1_000_000), 1));
    assert!(what.len() < 1_000, "{} bytes of message", what.len());
    let what = broken(&file.replacen("\"replaces\": []", &format!("\"replaces\": \"{}\"", "f".repeat(1_000_000)), 1));
    assert!(what.len() < 1_000, "{} bytes of message", what.len());
}

#[test]
fn what_is_missing_empty_or_too_long_is_refused_with_its_place() {
    let file = written(&example());
    for (old, new, says) in [
        ("\"id\": \"n1\"", "\"id\": \"\"", "notes[0]: `id` and `question` may not be empty"),
        ("\"question\": \"q1-real-partnership\"", "\"question\": \"\"", "may not be empty"),
        ("\"id\": \"n1\"", "\"ID\": \"n1\"", "missing field `id`"),
        ("\"version\": 1", "\"version\": \"1\"", "expected u32"),
        ("\"version\": 1", "\"version\": -1", "expected u32"),
        ("\"version\": 1", "\"version\": 0", "version 0"),
        ("\"version\": 1,", "", "missing field `version`"),
        ("\"text\": \"a\"", "\"text\": null", "expected a string"),
        ("\"text\": \"a\"", "\"text\": \"\\ud800\"", "hex escape"),
    ] {
        assert!(file.contains(old), "{old}");
        let what = broken(&file.replacen(old, new, 1));
        assert!(what.contains(says), "{what}");
    }
    let empty = format!(
        "{{\"frise\":\"notes\",\"version\":1,\"saved\":\"\",\"notes\":[{}]}}",
        "{\"question\":\"q\",\"id\":\"n\",\"revisions\":[]}"
    );
    assert!(broken(&empty).contains("at least one revision"));
    assert_eq!(
        read(empty.replace("[{\"question\":\"q\",\"id\":\"n\",\"revisions\":[]}]", "[]").as_bytes()),
        Ok(Notes::default())
    );
    // Just as long as may be, and one byte more.
    let of = |id: usize, at: usize, label: usize, text: usize| {
        let mut note = Note::new(key("q", &"i".repeat(id)));
        let [at, label, text] = [at, label, text].map(|length| "x".repeat(length));
        let key = note.key.clone();
        note.add(Revision::new(&key, Vec::new(), at, label, text));
        read(write([&note].into_iter(), "").as_bytes()).map(|notes| notes.len())
    };
    assert_eq!(of(200, 200, LONGEST_LABEL, LONGEST_TEXT), Ok(1));
    for (field, file) in [
        ("id", of(201, 1, 1, 1)),
        ("at", of(1, 201, 1, 1)),
        ("label", of(1, 1, LONGEST_LABEL + 1, 1)),
        ("text", of(1, 1, 1, LONGEST_TEXT + 1)),
    ] {
        assert!(
            matches!(&file, Err(FileError::Broken(what)) if what.contains(&format!("`{field}` is longer"))),
            "{field}: {file:?}"
        );
    }
}

#[test]
fn nothing_of_a_refused_file_is_taken() {
    // The first note is whole; the second one is not.
    let what = broken(&written(&example()).replacen("\"Café\"", "\"\"", 1));
    assert!(what.starts_with("notes[1]: "), "{what}");
}

#[test]
fn a_record_that_cannot_be_read_is_nothing() {
    let note = note("n1", "Table 1", ["a", "b", "c"]);
    let record = to_record(&note);
    assert_eq!(from_record(&record), Some(note));
    for end in 0..record.len() {
        assert_eq!(from_record(&record[..end]), None, "{end}");
    }
    let newer = format!("\"version\":{}", RECORD_VERSION + 1);
    for text in [
        "{}",
        "[]",
        "null",
        "garbage",
        &record.replace("\"version\":1", &newer),
        &record.replace("\"text\":\"a\"", "\"text\":\"b\""),
        &written(&example()),
    ] {
        assert_eq!(from_record(text), None, "{text}");
    }
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/corpus/notes")
}

/// Files that are out there: they stay readable, whatever becomes of the program.
#[test]
fn files_of_every_version_are_read_for_ever() {
    let file = std::fs::read_to_string(corpus().join("v1.json")).unwrap();
    let mut expected = example();
    expected.unite({
        let mut note = Note::new(key("q3-future", "0f8e"));
        let change = note.rewriting(&[], &at(3), "", &HOSTILE.join("\n")).unwrap();
        note.apply(change);
        note
    });
    assert_eq!(read(file.as_bytes()), Ok(sealed(&expected)));
    assert_eq!(written(&expected), file, "this is how version 1 is written");
}

#[test]
fn refused_files_stay_refused() {
    let table = std::fs::read_to_string(corpus().join("refused.txt")).unwrap();
    let mut named: Vec<_> = table.lines().filter_map(|line| line.split_once(": ")).collect();
    named.sort_unstable();
    let mut files: Vec<_> =
        std::fs::read_dir(corpus()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.retain(|name| name != "v1.json" && name != "refused.txt");
    files.sort();
    assert_eq!(named.iter().map(|(name, _)| *name).collect::<Vec<_>>(), files);
    for (name, why) in named {
        let error = read(&std::fs::read(corpus().join(name)).unwrap()).unwrap_err();
        assert_eq!(error.to_string(), why, "{name}");
    }
}
