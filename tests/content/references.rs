//! References that lead nowhere.

use crate::folder::{Folder, expect};

const TIMELINE: &str = "timeline.json";
const CREATED: &str = "\"id\": \"mieux-created\"";

#[test]
fn an_unknown_lane() {
    expect(
        |folder| folder.replace_after(TIMELINE, CREATED, "\"programme\"", "\"program\""),
        (TIMELINE, CREATED, "\"lane\""),
        &["{at}: error: entry \"mieux-created\", field \"lane\": \"program\" is not the id of a lane. \
           Write one of: programme, policy, partnership, event."],
    );
}

#[test]
fn an_unknown_region() {
    expect(
        |folder| folder.replace_after(TIMELINE, CREATED, "\"global\"", "\"world\""),
        (TIMELINE, CREATED, "\"world\""),
        &["{at}: error: entry \"mieux-created\", field \"regions\": \"world\" is not the id of a region. \
           Write one of: africa, asia, neighbourhood-east, neighbourhood-south, lac, eu, global."],
    );
}

#[test]
fn a_region_twice() {
    expect(
        |folder| folder.replace_after(TIMELINE, CREATED, "\"global\", \"eu\"", "\"global\", \"eu\", \"global\""),
        (TIMELINE, "\"global\", \"eu\", \"global\"]", "\"global\"]"),
        &["{at}: error: entry \"mieux-created\", field \"regions\": \"global\" stands in this list twice. \
           Remove one of the two."],
    );
}

#[test]
fn an_unknown_source() {
    let folder = Folder::new();
    folder.replace_after(TIMELINE, CREATED, "\"mieux-2018-10-years-mieux\"", "\"mieux-2018-10-year-mieux\"");
    let at = folder.at(TIMELINE, CREATED, "\"mieux-2018-10-year-mieux\"");
    let expected = format!(
        "{at}: error: entry \"mieux-created\", field \"sources\": \"mieux-2018-10-year-mieux\" is not the id of a \
         source. Write the id of a source, perhaps \"mieux-2018-10-years-mieux\"."
    );
    assert!(folder.errors().contains(&expected), "{:#?}", folder.errors());
}

#[test]
fn an_unknown_parent() {
    expect(
        |folder| {
            folder.replace(TIMELINE, "\"parent\": \"european-conversation-2017\"", "\"parent\": \"conversation-2017\"")
        },
        (TIMELINE, "{", "\"parent\""),
        &["{at}: error: entry \"event-2017-three-questions\", field \"parent\": \"conversation-2017\" is not the id \
           of an entry. Write the id of an entry, perhaps \"european-conversation-2017\"."],
    );
}

#[test]
fn a_parent_that_is_a_detail() {
    expect(
        |folder| {
            folder.replace_after(
                TIMELINE,
                CREATED,
                "\"weight\"",
                "\"parent\": \"event-2017-three-questions\", \"weight\"",
            )
        },
        (TIMELINE, CREATED, "\"parent\""),
        &[
            "{at}: error: entry \"mieux-created\", field \"parent\": \"event-2017-three-questions\" is itself a detail, \
           and a detail has no details. Write the id of an entry without \"parent\", perhaps \
           \"european-conversation-2017\".",
        ],
    );
}

#[test]
fn a_parent_that_is_the_entry_itself() {
    expect(
        |folder| folder.replace_after(TIMELINE, CREATED, "\"weight\"", "\"parent\": \"mieux-created\", \"weight\""),
        (TIMELINE, CREATED, "\"parent\""),
        &["{at}: error: entry \"mieux-created\", field \"parent\": \"mieux-created\" is the entry itself. \
           Write the id of the entry that it is a detail of, or leave the field out."],
    );
}

#[test]
fn unknown_entries() {
    let advice = "is not the id of an entry. Write the id of an entry, perhaps \"mieux-created\".";
    for (file, from, after, head) in [
        (
            "questions.json",
            "\"mieux-created\"",
            "\"q2",
            "question \"q2-role-of-capacity-development\", field \"entries\"",
        ),
        ("site.json", "\"mieux-phase-two\"", "\"mieux-ii\"", "era \"mieux-ii\", field \"entries\""),
        ("site.json", "\"mieux-record-year-2017\"", "\"activities\"", "figure \"activities\", field \"entries\""),
        ("questions.json", "\"european-conversation-2017\"", "\"event\"", "field \"event.entry\""),
    ] {
        let expected = format!("{{at}}: error: {head}: \"mieux-creatd\" {advice}");
        let mark = if head.ends_with("entry\"") { "\"entry\"" } else { "\"mieux-creatd\"" };
        expect(|folder| folder.replace_after(file, after, from, "\"mieux-creatd\""), (file, after, mark), &[&expected]);
    }
}

#[test]
fn an_unknown_article() {
    let folder = Folder::new();
    folder.replace(
        "questions.json",
        "\"article\": \"mieux-faconner-partenariats-domaine\"",
        "\"article\": \"façonner\"",
    );
    folder.replace("questions.json", "\"en\": \"mieux-english-version-article-event-21\"", "\"en\": \"shaping\"");
    folder.replace(
        "text/en/questions.json",
        "\"published_in\": \"mieux-english-version-article-event-21\"",
        "\"published_in\": \"shaping\"",
    );
    let problems = folder.read().problems.into_iter().filter(|p| p.what == "is not the id of a source");
    let fields: Vec<_> = problems.map(|p| (p.file, p.entry, p.field.unwrap(), p.value.unwrap())).collect();
    assert_eq!(
        fields,
        [
            ("questions.json".to_owned(), None, "event.article".to_owned(), "\"façonner\"".to_owned()),
            ("questions.json".to_owned(), None, "event.article_translations.en".to_owned(), "\"shaping\"".to_owned()),
            (
                "text/en/questions.json".to_owned(),
                Some("q1-real-partnership".to_owned()),
                "published_in".to_owned(),
                "\"shaping\"".to_owned()
            ),
        ]
    );
}

#[test]
fn one_broken_file_does_not_make_all_references_wrong() {
    let folder = Folder::new();
    folder.write(TIMELINE, "{").write("sources.json", "{").write("site.json", "{");
    let files: Vec<_> = folder.read().problems.iter().map(|problem| problem.file.clone()).collect();
    assert_eq!(files, ["site.json", "sources.json", "timeline.json"]);
}

#[test]
fn one_broken_list_does_not_make_all_references_wrong() {
    expect(
        |folder| folder.replace(TIMELINE, "\"entries\"", "\"events\""),
        (TIMELINE, "{", "\"events\""),
        &[
            "timeline.json:1:1: error: field \"entries\": is missing. \
             Add it: the entries, in any order; those of one date stay in this order.",
            "{at}: error: field \"events\": is not a field that belongs here. Remove it, or write one of: entries.",
        ],
    );
}

#[test]
fn an_original_language_without_folder() {
    let folder = Folder::new();
    folder.replace("questions.json", "\"original_language\": \"fr\"", "\"original_language\": \"de\"");
    let at = folder.at("questions.json", "{", "\"original_language\"");
    let expected = format!(
        "{at}: error: field \"event.original_language\": \"de\" has no folder text/de. \
         Write the questions as they were asked in text/de/questions.json."
    );
    assert!(folder.errors().contains(&expected), "{:#?}", folder.errors());
}
