//! Files that are missing, not UTF-8, or not JSON.

use crate::folder::{Folder, expect};

const TIMELINE: &str = "timeline.json";
const CREATED: &str = "\"id\": \"mieux-created\"";

#[test]
fn a_missing_folder() {
    let report = frise::content::check::read(std::path::Path::new("/nowhere/content"));
    assert_eq!(
        report.problems[0].to_string(),
        "/nowhere/content: error: there is no such folder of content. Give the path of the folder content."
    );
    assert_eq!((report.errors(), report.warnings(), report.pages.len()), (1, 0, 0));
}

#[test]
fn a_missing_file_of_facts() {
    let folder = Folder::new();
    folder.remove("sources.json");
    let expected =
        "sources.json: error: the file is missing. Restore it, or write it after schema/sources.schema.json.";
    assert_eq!(folder.errors(), [expected]);
    assert!(folder.read().pages.is_empty());
}

#[test]
fn a_missing_file_of_texts() {
    let folder = Folder::new();
    folder.remove("text/en/dates.json").remove("text/fr/ui.json");
    let expected = [
        "text/en/dates.json: error: the file is missing. Copy text/fr/dates.json and translate it.",
        "text/fr/ui.json: error: the file is missing. Restore it, or write it after schema/text-ui.schema.json.",
    ];
    assert_eq!(folder.errors(), expected);
}

#[test]
fn a_missing_folder_of_texts() {
    let folder = Folder::new();
    folder.remove("text");
    let expected = "text: error: the folder is missing. Restore it: it holds a folder of texts for each language.";
    assert!(folder.errors().contains(&expected.to_owned()), "{:#?}", folder.errors());
}

#[test]
fn a_file_that_is_not_utf8() {
    let folder = Folder::new();
    let mut bytes = folder.text(TIMELINE).into_bytes();
    bytes[100] = 0xe9;
    folder.write(TIMELINE, bytes);
    let expected = "timeline.json: error: is not UTF-8 at byte 100. Save the file with the encoding UTF-8.";
    assert_eq!(folder.errors(), [expected]);
}

#[test]
fn a_byte_order_mark() {
    let folder = Folder::new();
    folder.write(TIMELINE, format!("\u{feff}{}", folder.text(TIMELINE)));
    let expected = "timeline.json: error: begins with a byte-order mark. \
                    Save the file as UTF-8 without byte-order mark (BOM).";
    assert_eq!(folder.errors(), [expected]);
}

#[test]
fn a_comma_too_many() {
    expect(
        |folder| folder.replace_after(TIMELINE, CREATED, "\"global\", \"eu\"]", "\"global\", \"eu\",]"),
        (TIMELINE, CREATED, ",]"),
        &["{at}: error: this is not JSON: trailing commas are not allowed. Remove the comma after the last item."],
    );
}

#[test]
fn a_comma_too_few() {
    expect(
        |folder| folder.replace_after(TIMELINE, CREATED, "\"2008-12\",", "\"2008-12\""),
        (TIMELINE, "\"2008-12\"", "\n"),
        &["{at}: error: this is not JSON: expected comma. Write a comma here."],
    );
}

#[test]
fn what_only_resembles_json() {
    for (from, to, mark, expected) in [
        ("\"2008-12\"", "'2008-12'", "'", "single-quoted strings are not allowed. Write it in double quotes."),
        ("\"date\"", "date", "date", "expected string for object property. Write it in double quotes."),
        ("\"weight\"", "// heavy\n\"weight\"", "//", "comments are not allowed. Remove the comment."),
        ("3", "0x3", "0x3", "hexadecimal numbers are not allowed. Correct the text here, or just before."),
        ("3", "+3", "+3", "unary plus on numbers is not allowed. Correct the text here, or just before."),
        (
            "3",
            ".3",
            ".3",
            "leading or trailing decimal points on numbers are not allowed. \
                           Correct the text here, or just before.",
        ),
    ] {
        let expected = format!("{{at}}: error: this is not JSON: {expected}");
        expect(|folder| folder.replace_after(TIMELINE, CREATED, from, to), (TIMELINE, CREATED, mark), &[&expected]);
    }
}

#[test]
fn a_line_break_in_a_text() {
    let folder = Folder::new();
    folder.replace("text/en/site.json", "Ten years", "Ten\nyears");
    assert_eq!(
        folder.errors(),
        ["text/en/site.json:4:16: error: this is not JSON: control character (\\u0000-\\u001F) found while parsing \
          a string. Correct the text here, or just before."]
    );
}

#[test]
fn an_unfinished_file() {
    let folder = Folder::new();
    folder.write(TIMELINE, "{\n  \"version\": 1,\n  \"entries\": [\n");
    assert_eq!(
        folder.errors(),
        ["timeline.json:3:14: error: this is not JSON: unterminated array. Close the bracket that opens here."]
    );
    folder.write(TIMELINE, "");
    assert_eq!(folder.errors(), ["timeline.json:1:1: error: this is not JSON: the file is empty. Restore it."]);
    folder.write(TIMELINE, "[]");
    assert_eq!(
        folder.errors(),
        ["timeline.json:1:1: error: the file does not hold an object. Put its content in braces."]
    );
}
