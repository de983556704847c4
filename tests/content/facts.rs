//! Ids, dates, weights, lanes, sources: what a fact may not be.

use frise::page::ids;

use crate::folder::{Folder, expect};

const TIMELINE: &str = "timeline.json";
const SOURCES: &str = "sources.json";
const CREATED: &str = "\"id\": \"mieux-created\"";
const FIIAPP: &str = "\"fiiapp-news-rabat-process-senior\"";

/// Gives an entry that nothing refers to another id, everywhere but in published-ids.json.
fn rename<'a>(folder: &'a Folder, id: &str) -> &'a Folder {
    let old = "mieux-first-mission-malawi";
    folder.replace(TIMELINE, old, id);
    for lang in ["fr", "en"] {
        folder.replace(&format!("text/{lang}/entries.json"), old, id);
    }
    folder.replace("published-ids.json", old, id)
}

#[test]
fn an_id_of_a_wrong_form() {
    for id in ["Malawi", "2010-malawi", "malawi_mission", "mission-à-malawi", "-malawi", &"m".repeat(65)] {
        let expected = format!(
            "{{at}}: error: entry \"{id}\", field \"id\": \"{id}\" is not of the form of an id. Write lower-case \
             letters, digits and hyphens, beginning with a letter, at most 64 in all."
        );
        expect(|folder| rename(folder, id), (TIMELINE, &format!("\"id\": \"{id}\""), "\"id\""), &[&expected]);
    }
}

#[test]
fn the_longest_id() {
    let folder = Folder::new();
    rename(&folder, &"m".repeat(64));
    assert!(folder.errors().is_empty(), "{:?}", folder.errors());
}

#[test]
fn a_reserved_id() {
    for id in ["decade", "conversation", "sources", "app", "search", "source-malawi"] {
        let expected = format!(
            "{{at}}: error: entry \"{id}\", field \"id\": \"{id}\" is an address that the page itself uses. \
             Choose another id."
        );
        expect(|folder| rename(folder, id), (TIMELINE, &format!("\"id\": \"{id}\""), "\"id\""), &[&expected]);
    }
    // What else the page calls its own no id of the content can be.
    for id in [ids::ROOM, ids::FAILED, ids::KEYS, ids::CLUSTER, ids::PRESENTER, ids::DATA, &ids::title("malawi")] {
        let folder = Folder::new();
        let errors = rename(&folder, id).errors();
        let own = format!("\"{id}\" is an address that the page itself uses.");
        assert!(errors.iter().any(|error| error.contains(&own)), "{id}: {errors:#?}");
    }
}

#[test]
fn names_that_the_page_does_not_use_are_free() {
    for id in ["room", "failed", "keys", "cluster", "presenter", "handout", "words", "title-malawi"] {
        let folder = Folder::new();
        let errors = rename(&folder, id).errors();
        assert!(errors.is_empty(), "{id}: {errors:#?}");
    }
}

#[test]
fn a_missing_id() {
    let folder = Folder::new();
    folder.replace(TIMELINE, CREATED, "\"weight\": 1").replace_after(TIMELINE, "2008-12", "\"weight\": 3,", "");
    let at = folder.at(TIMELINE, "{\n      \"weight\": 1,\n      \"date\": \"2008-12\"", "{");
    let expected = format!(
        "{at}: error: field \"entries.id\": is missing. Add it: the entry's id, the fragment of its address: \
         lower-case letters, digits and hyphens; never changed once published."
    );
    assert!(folder.errors().contains(&expected), "{:#?}", folder.errors());
}

#[test]
fn an_id_used_twice() {
    expect(
        |folder| {
            let copy = "\"id\": \"mieux-created\", \"date\": \"2008\", \"lane\": \"event\", \
                        \"sources\": [\"mieux-2018-10-years-mieux\"]\n    },\n    {\n      ";
            folder.replace(TIMELINE, CREATED, &format!("{copy}{CREATED}"))
        },
        (TIMELINE, "\"id\": \"mieux-created\",\n", "\"id\""),
        &["{at}: error: entry \"mieux-created\", field \"id\": \"mieux-created\" is used twice as an id. \
           Give one of the two another id."],
    );
}

#[test]
fn an_id_of_a_lane_used_twice() {
    expect(
        |folder| {
            folder.replace(
                "site.json",
                "\"lanes\": [",
                "\"lanes\": [{ \"id\": \"event\", \"hue\": \"teal\", \"shape\": \"star\" },",
            )
        },
        ("site.json", "\"id\": \"event\",\n", "\"id\""),
        &["{at}: error: lane \"event\", field \"id\": \"event\" is used twice as an id. \
           Give one of the two another id."],
    );
}

#[test]
fn an_id_of_an_entry_and_of_a_question() {
    expect(
        |folder| {
            folder.replace("questions.json", "q3-future", "mieux-created");
            folder.replace("published-ids.json", "q3-future", "q1-real-partnership");
            folder.replace("text/fr/questions.json", "q3-future", "mieux-created");
            folder.replace("text/en/questions.json", "q3-future", "mieux-created")
        },
        ("questions.json", "\"id\": \"mieux-created\"", "\"id\""),
        &["{at}: error: question \"mieux-created\", field \"id\": \"mieux-created\" is already the id of an entry, \
             and both are addresses of the page. Give the question another id."],
    );
}

#[test]
fn dates() {
    for (date, expected) in [
        ("2021-02-31", "names a day that its month does not have. Write an existing date, such as 2021-02-28."),
        ("2008-02-30~", "names a day that its month does not have. Write an existing date, such as 2008-02-29."),
        ("2008-01/2008-04-31", "names a day that its month does not have. Write an existing date, such as 2008-04-30."),
        ("2008-13", "names a month that does not exist. Months are 01 to 12."),
        ("2009/2008", "ends before it starts. Correct one of the two, or swap them: 2008/2009."),
        ("December 2008", "is not a date. Write 2017, 2017-09, 2017-09-21, or an interval such as 2016/2020-04."),
        (
            "2008-24",
            "is EDTF that the page cannot draw (season, unspecified digit or set). Write the year, or an interval.",
        ),
        (
            "2008-12-01T25:00",
            "names a time of day that does not exist. Hours are 00 to 23, minutes and seconds 00 to 59.",
        ),
        ("Y999999999999", "is further than 100 billion years away. Write a nearer year."),
        ("../..", "has no date at either end. Write a date at one end at least, such as 2016/2020."),
    ] {
        let expected = format!("{{at}}: error: entry \"mieux-created\", field \"date\": \"{date}\" {expected}");
        expect(
            |folder| folder.replace_after(TIMELINE, CREATED, "2008-12", date),
            (TIMELINE, CREATED, "\"date\""),
            &[&expected],
        );
    }
}

#[test]
fn the_date_of_an_era_and_of_a_source_and_of_the_event() {
    let wrong = "is not a date. Write 2017, 2017-09, 2017-09-21, or an interval such as 2016/2020-04.";
    for (file, from, head, after) in [
        ("site.json", "2012-01/2015", "era \"mieux-ii\", field", "\"id\": \"mieux-ii\""),
        (SOURCES, "2014-11-28", "source \"iom-side-event\", field", ""),
        ("questions.json", "2017-09-21", "field", "\"event\""),
    ] {
        let folder = Folder::new();
        folder.replace(file, from, "soon");
        let problems = folder.errors();
        assert_eq!(problems.len(), 1);
        assert!(problems[0].ends_with(&format!("date\": \"soon\" {wrong}")), "{problems:?}");
        if !after.is_empty() {
            assert!(problems[0].starts_with(&format!("{}: error: {head}", folder.at(file, after, "\"date\""))));
        }
    }
}

#[test]
fn a_weight_that_is_none() {
    for weight in ["0", "4", "-1", "300"] {
        let expected = format!(
            "{{at}}: error: entry \"mieux-created\", field \"weight\": {weight} is not a weight. \
             Write 3 to keep the label longest, then 2, then 1."
        );
        expect(
            |folder| folder.replace_after(TIMELINE, CREATED, "\"weight\": 3", &format!("\"weight\": {weight}")),
            (TIMELINE, CREATED, "\"weight\""),
            &[&expected],
        );
    }
}

#[test]
fn an_entry_without_source() {
    let folder = Folder::new();
    folder.replace_after(
        TIMELINE,
        "\"id\": \"global-approach-one-year-on\"",
        "[\"eur-lex-global-approach-migration-one\"]",
        "[]",
    );
    let at = folder.at(TIMELINE, "\"id\": \"global-approach-one-year-on\"", "\"sources\"");
    let expected = format!(
        "{at}: error: entry \"global-approach-one-year-on\", field \"sources\": names no source. \
         Write the id of at least one source; describe the source in sources.json."
    );
    assert!(folder.errors().contains(&expected), "{:#?}", folder.errors());
}

#[test]
fn a_source_without_publisher() {
    expect(
        |folder| folder.replace_after(SOURCES, FIIAPP, "\"publisher\": \"FIIAPP\",", ""),
        (SOURCES, FIIAPP, FIIAPP),
        &["{at}: error: source \"fiiapp-news-rabat-process-senior\", field \"publisher\": is missing. \
           Add it: who published it."],
    );
}

#[test]
fn a_source_without_address() {
    expect(
        |folder| folder.replace_after(SOURCES, FIIAPP, "\"url\": \"https://fiiapp.org/?p=23249\",", ""),
        (SOURCES, FIIAPP, FIIAPP),
        &["{at}: error: source \"fiiapp-news-rabat-process-senior\", field \"url\": is missing. \
           Add it: its full address, beginning with https:// or http://."],
    );
}

#[test]
fn an_address_that_is_none() {
    for url in [
        "fiiapp.org/?p=23249",
        "ftp://fiiapp.org",
        "https://",
        "https:///page",
        "javascript:alert(1)",
        "https://fiiapp.org/a b",
    ] {
        let expected = format!(
            "{{at}}: error: source \"fiiapp-news-rabat-process-senior\", field \"url\": \"{url}\" is not a web \
             address. Write the full address, such as https://example.org/page."
        );
        expect(
            |folder| folder.replace_after(SOURCES, FIIAPP, "https://fiiapp.org/?p=23249", url),
            (SOURCES, FIIAPP, "\"url\""),
            &[&expected],
        );
    }
}

#[test]
fn a_source_of_no_language() {
    expect(
        |folder| folder.replace_after(SOURCES, FIIAPP, "\"lang\": \"en\"", "\"lang\": \"\""),
        (SOURCES, FIIAPP, "\"lang\""),
        &["{at}: error: source \"fiiapp-news-rabat-process-senior\", field \"lang\": is empty. \
           Write it, or leave the field out where it is not required."],
    );
    expect(
        |folder| folder.replace_after(SOURCES, FIIAPP, "\"lang\": \"en\"", "\"lang\": \"in English\""),
        (SOURCES, FIIAPP, "\"lang\""),
        &["{at}: error: source \"fiiapp-news-rabat-process-senior\", field \"lang\": \"in English\" is not a \
           language tag. Write a BCP 47 tag, such as en or pt-BR."],
    );
}

#[test]
fn an_unknown_hue_or_shape() {
    expect(
        |folder| folder.replace("site.json", "\"plum\"", "\"pink\""),
        ("site.json", "\"policy\"", "\"hue\""),
        &["{at}: error: lane \"policy\", field \"hue\": \"pink\" is not a hue that the page has. \
           Write one of: blue, plum, green, rust, ochre, teal, rose, slate."],
    );
    expect(
        |folder| folder.replace("site.json", "\"diamond\"", "\"heart\""),
        ("site.json", "\"policy\"", "\"shape\""),
        &["{at}: error: lane \"policy\", field \"shape\": \"heart\" is not a shape that the page has. \
           Write one of: circle, diamond, square, triangle, star, cross."],
    );
}

#[test]
fn too_many_lanes() {
    let folder = Folder::new();
    let lanes: Vec<_> =
        (0..9).map(|n| format!("{{ \"id\": \"l{n}\", \"hue\": \"rose\", \"shape\": \"star\" }},")).collect();
    folder.replace("site.json", "\"lanes\": [", &format!("\"lanes\": [{}", lanes.join("\n")));
    let at = folder.at("site.json", "{\n      \"id\": \"event\"", "{");
    let expected = format!(
        "{at}: error: lane \"event\": is one lane more than the 12 that can be told apart. \
         Join lanes that belong together."
    );
    assert!(folder.errors().contains(&expected), "{:#?}", folder.errors());
}
