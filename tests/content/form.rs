//! What is not of the shape of its file: versions, fields, types, empty texts.

use crate::folder::{Folder, expect};

const TIMELINE: &str = "timeline.json";
const CREATED: &str = "\"id\": \"mieux-created\"";

#[test]
fn a_newer_version() {
    expect(
        |folder| folder.replace(TIMELINE, "\"version\": 1", "\"version\": 2").replace(TIMELINE, "\"lane\"", "\"band\""),
        (TIMELINE, "{", "\"version\""),
        &["{at}: error: field \"version\": 2 is newer than 1, the newest version that this program knows. \
           Update the program, or take the file of an older edition."],
    );
}

#[test]
fn a_missing_version() {
    expect(
        |folder| folder.replace("text/fr/ui.json", "\"version\": 1,", ""),
        ("text/fr/ui.json", "{", "{"),
        &["{at}: error: field \"version\": is missing. Add it: the version of the layout of this file, 1."],
    );
}

#[test]
fn a_version_that_is_none() {
    expect(
        |folder| folder.replace(TIMELINE, "\"version\": 1", "\"version\": \"one\""),
        (TIMELINE, "{", "\"version\""),
        &["{at}: error: field \"version\": \"one\" is not a version. Write 1."],
    );
}

#[test]
fn an_unknown_field() {
    expect(
        |folder| folder.replace_after(TIMELINE, CREATED, "\"weight\"", "\"wieght\""),
        (TIMELINE, CREATED, "\"wieght\""),
        &["{at}: error: entry \"mieux-created\", field \"wieght\": is not a field that belongs here. \
           Remove it, or write one of: id, date, lane, weight, regions, parent, confidence, in_article, sources."],
    );
}

#[test]
fn an_unknown_field_of_a_whole_file() {
    expect(
        |folder| folder.replace(TIMELINE, "\"version\": 1,", "\"version\": 1, \"events\": [],"),
        (TIMELINE, "{", "\"events\""),
        &["{at}: error: field \"events\": is not a field that belongs here. Remove it, or write one of: entries."],
    );
}

#[test]
fn wrong_types() {
    for (from, to, expected) in [
        ("\"date\": \"2008-12\"", "\"date\": 2008", "2008 is a number, not a text. Write a text in double quotes."),
        (
            "\"weight\": 3",
            "\"weight\": \"3\"",
            "\"3\" is a text, not a whole number. Write a whole number, without quotes.",
        ),
        (
            "\"weight\": 3",
            "\"weight\": 2.5",
            "2.5 is a number, not a whole number. Write a whole number, without quotes.",
        ),
        (
            "\"regions\": [\"global\", \"eu\"]",
            "\"regions\": \"eu\"",
            "\"eu\" is a text, not a list. Write a list in square brackets.",
        ),
        (
            "\"regions\": [\"global\", \"eu\"]",
            "\"regions\": {}",
            "is an object, not a list. Write a list in square brackets.",
        ),
        (
            "\"in_article\": false",
            "\"in_article\": \"no\"",
            "\"no\" is a text, not true or false. Write true or false, without quotes.",
        ),
        (
            "\"confidence\": \"high\"",
            "\"confidence\": \"low\"",
            "\"low\" means nothing here. Write \"high\" or \"medium\".",
        ),
        (
            "\"confidence\": \"high\"",
            "\"confidence\": true",
            "true is true or false, not a text. Write a text in double quotes.",
        ),
    ] {
        let field = to.split('"').nth(1).unwrap();
        let expected = format!("{{at}}: error: entry \"mieux-created\", field \"{field}\": {expected}");
        expect(
            |folder| folder.replace_after(TIMELINE, CREATED, from, to),
            (TIMELINE, CREATED, &format!("\"{field}\"")),
            &[&expected],
        );
    }
}

#[test]
fn a_text_where_an_object_belongs() {
    expect(
        |folder| folder.replace("text/en/entries.json", "\"entries\": {", "\"entries\": {\n\"mieux-plus\": \"later\","),
        ("text/en/entries.json", "\"entries\"", "\"mieux-plus\""),
        &["{at}: error: entry \"mieux-plus\": \"later\" is a text, not an object. Write an object in braces."],
    );
}

#[test]
fn a_missing_field() {
    expect(
        |folder| folder.replace_after(TIMELINE, CREATED, "\"lane\": \"programme\",", ""),
        (TIMELINE, "{\n      \"id\": \"mieux-created\"", "{"),
        &["{at}: error: entry \"mieux-created\", field \"lane\": is missing. \
           Add it: the id of the lane that it stands in."],
    );
}

#[test]
fn every_problem_of_an_entry_at_once() {
    let folder = Folder::new();
    folder
        .replace_after(TIMELINE, CREATED, "\"lane\": \"programme\",", "\"line\": \"programme\",")
        .replace_after(TIMELINE, CREATED, "\"weight\": 3", "\"weight\": \"heavy\"")
        .replace_after(TIMELINE, CREATED, "\"2008-12\"", "\"2008-13\"")
        .replace_after(TIMELINE, CREATED, "\"eu\"", "\"europe\"");
    let fields: Vec<_> = folder
        .read()
        .problems
        .into_iter()
        .filter(|problem| problem.entry.as_deref() == Some("mieux-created"))
        .map(|problem| problem.field.unwrap())
        .collect();
    assert_eq!(fields, ["lane", "date", "line", "weight", "regions"]);
}

#[test]
fn a_field_written_twice() {
    expect(
        |folder| folder.replace_after(TIMELINE, CREATED, "\"weight\": 3", "\"weight\": 3, \"date\": \"2009\""),
        (TIMELINE, CREATED, "\"date\": \"2009\""),
        &["{at}: error: entry \"mieux-created\", field \"date\": is written twice. Keep one of the two."],
    );
}

#[test]
fn an_empty_text() {
    expect(
        |folder| folder.replace("text/en/site.json", "\"kicker\": \"", "\"kicker\": \" \", \"notice\": \""),
        ("text/en/site.json", "{", "\"kicker\""),
        &[
            "{at}: error: field \"kicker\": is empty. Write it, or leave the field out where it is not required.",
            "text/en/site.json:8:3: error: field \"notice\": is written twice. Keep one of the two.",
        ],
    );
}

#[test]
fn null_is_no_text() {
    expect(
        |folder| folder.replace_after("sources.json", "\"fiiapp-news-rabat-process-senior\"", "\"en\"", "null"),
        ("sources.json", "\"fiiapp-news-rabat-process-senior\"", "\"lang\""),
        &["{at}: error: source \"fiiapp-news-rabat-process-senior\", field \"lang\": is empty. \
           Write it, or leave the field out where it is not required."],
    );
}

#[test]
fn a_schema_that_is_no_address() {
    expect(
        |folder| folder.replace("text/fr/ui.json", "\"../../schema/text-ui.schema.json\"", "1"),
        ("text/fr/ui.json", "{", "\"$schema\""),
        &["{at}: error: field \"$schema\": 1 is not a text. \
           Write where the schema is: ../../schema/text-ui.schema.json."],
    );
}
