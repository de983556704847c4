//! Ids of the page, and those that the content may not have.

use frise::content::{Bundle, Timeline, TimelineError};
use frise::page::ids::{is_own, link, notes, title};
use serde_json::json;

fn timeline(entries: &[&str], questions: &[&str]) -> Result<Timeline, TimelineError> {
    let entry = |id: &&str| json!({ "id": id, "date": "2009", "lane": "a", "title": "T", "summary": "S" });
    let question = |id: &&str| json!({ "id": id, "text": "T?", "status": "original", "entries": [] });
    let bundle = json!({
        "version": 1, "lang": "en",
        "site": {
            "title": "T", "kicker": "K", "lede": "L", "notice": "N", "method": [], "languages": [],
            "lanes": [{"id": "a", "hue": "blue", "shape": "circle", "name": "A", "short": "A", "description": "A"}],
            "regions": [], "eras": [], "figures": []
        },
        "entries": entries.iter().map(entry).collect::<Vec<_>>(),
        "sources": [],
        "conversation": {
            "date": "2009", "entry": "one", "name": "N", "article": "x", "title": "T", "status": "original",
            "chairs": [], "participants": [], "notes": [],
            "questions": questions.iter().map(question).collect::<Vec<_>>()
        }
    });
    Timeline::new(Bundle::from_json(&bundle.to_string()).unwrap())
}

#[test]
fn a_file_with_ids_of_the_page_is_refused_and_all_of_them_named() {
    let refused = timeline(&["one", "decade", "_room", "cluster", "source-x"], &["app", "room", "search"]);
    let own = ["decade", "_room", "source-x", "app", "search"].map(str::to_owned).to_vec();
    assert_eq!(refused.unwrap_err(), TimelineError::Own(own));
    let message = timeline(&["_keys", "one"], &["sources"]).unwrap_err().to_string();
    assert!(message.contains("_keys") && message.contains("sources") && !message.contains("one"), "{message}");
}

#[test]
fn names_that_were_the_pages_once_are_free() {
    let free = ["one", "room", "failed", "keys", "cluster", "presenter", "handout", "title-x", "year-2009"];
    assert_eq!(timeline(&free, &["stop-1", "notes-x"]).unwrap().entries.len(), free.len());
}

#[test]
fn an_entry_and_a_question_are_not_called_the_same() {
    let error = timeline(&["one", "two"], &["two"]).unwrap_err();
    assert!(matches!(&error, TimelineError::Value { field: "id", value, .. } if value == "two"), "{error}");
}

#[test]
fn whatever_the_content_calls_a_thing_the_page_can_too() {
    let ids = ["a b", "a%20b", "a\tb", "a%09b", "é’\"]", "a", ""];
    for made in [title, notes] {
        let made: Vec<_> = ids.iter().map(|id| made(id)).collect();
        for (at, id) in made.iter().enumerate() {
            assert!(is_own(id) && !id.contains(char::is_whitespace), "{id} would be several in a list");
            assert!(!made[..at].contains(id), "{id} is made of two");
        }
    }
    assert_eq!((link("mieux-created"), link("50% of")), ("#mieux-created".to_owned(), "#50%25 of".to_owned()));
}
