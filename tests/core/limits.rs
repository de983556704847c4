//! How much a bundle may hold.

use frise::content::{Bundle, LONGEST_TEXT, MOST_ITEMS};

/// A bundle with these entries and regions, and a title.
fn bundle(entries: &str, regions: &str, title: &str) -> String {
    format!(
        r#"{{"version":1,"lang":"en","site":{{"title":"{title}","kicker":"","lede":"","notice":"","regions":[{regions}],
        "lanes":[{{"id":"a","hue":"blue","shape":"circle","name":"A","short":"A","description":""}}]}},
        "entries":[{entries}]}}"#
    )
}

fn refusal(text: &str) -> String {
    Bundle::from_json(text).unwrap_err().to_string()
}

#[test]
fn more_items_than_fit_are_refused() {
    let list = |n: usize, item: &str| vec![item; n].join(",");
    let too_many = format!("more than {MOST_ITEMS} items: split the file");
    let method = |n| bundle("", "", &format!(r#"","method":[{}],"x":""#, list(n, r#""""#)));
    assert!(Bundle::from_json(&method(MOST_ITEMS)).is_ok());
    assert_eq!(refusal(&method(MOST_ITEMS + 1)), format!("method: {too_many}"));
    let entry = r#"{"id":"","date":"","lane":"","title":"","summary":""}"#;
    assert_eq!(refusal(&bundle(&list(MOST_ITEMS + 1, entry), "", "")), format!("entries: {too_many}"));
}

#[test]
fn a_text_that_is_too_long_is_refused_with_its_place() {
    assert!(Bundle::from_json(&bundle("", "", &"é".repeat(LONGEST_TEXT / 2))).is_ok());
    let too_long = format!("the text is longer than {LONGEST_TEXT} bytes: shorten it");
    assert_eq!(refusal(&bundle("", "", &"x".repeat(LONGEST_TEXT + 1))), format!("title: {too_long}"));
    let entry = format!(
        r#"{{"id":"e","date":"2017","lane":"a","title":"","summary":["fr","{}"]}}"#,
        "x".repeat(LONGEST_TEXT + 1)
    );
    assert_eq!(refusal(&bundle(&entry, "", "")), format!("entries › e › summary: {too_long}"));
}

#[test]
fn of_fields_with_one_name_the_last_counts() {
    let entry = r#"{"id":"e","date":"2016","lane":"a","title":"","summary":"","date":"2017"}"#;
    let text = bundle(entry, "", "").replacen(r#""version":1"#, r#""entries":[{}],"version":1,"lang":"fr""#, 1);
    // The first list is refused where it stands: an error is never taken back.
    assert_eq!(refusal(&text), "entries: id: is missing".replacen("entries: ", "entries ›  › ", 1));
    let text = text.replacen("[{}]", &format!("[{}]", entry.replace("\"e\"", "\"f\"")), 1);
    let bundle = Bundle::from_json(&text).unwrap();
    assert_eq!(bundle.lang, "en");
    let entries: Vec<_> = bundle.entries.iter().map(|entry| (entry.id.as_str(), entry.date.as_str())).collect();
    assert_eq!(entries, [("e", "2017")]);
    assert_eq!(refusal(r#"{"version":1,"lang":"en","entries":{},"site":{}}"#), "entries: a list is expected");
}
