//! Reading a bundle in pieces, and what goes on the wire beside it.

use frise::content::{Bundle, Reading, Timeline};
use frise::i18n::{DateForm, DateWords, Phrase, Phrases, Words};
use frise::session::parameter;
use proptest::prelude::*;

fn bundle(entries: usize) -> String {
    let entry = |at: usize| {
        serde_json::json!({
            "id": format!("e{at}"), "date": format!("{}-05", 1900 + at), "lane": "a", "weight": 1 + at % 3,
            "title": format!("Entry {at} \"quoted\" é {{ [ ]"), "summary": "…",
        })
    };
    let text = serde_json::json!({
        "version": 1, "lang": "es",
        "site": {
            "title": "T", "kicker": "K", "lede": "L", "notice": "N", "method": [], "languages": [],
            "lanes": [{"id": "a", "hue": "blue", "shape": "circle", "name": "A", "short": "A", "description": "A"}],
            "regions": [], "eras": [], "figures": []
        },
        "entries": (0..entries).map(entry).collect::<Vec<_>>(),
        "sources": []
    });
    text.to_string()
}

fn written(bundle: &Bundle) -> String {
    serde_json::to_string(bundle).unwrap()
}

proptest! {
    #[test]
    fn reading_in_pieces_is_reading_at_once(entries in 0usize..60, piece in 1usize..20) {
        let text = bundle(entries);
        let mut reading = Reading::new(text.clone());
        let mut before = 0.0;
        while reading.step(piece) {
            prop_assert!(reading.progress() >= before && reading.progress() <= 1.0);
            before = reading.progress();
        }
        let bundle = reading.finish().unwrap();
        prop_assert_eq!(bundle.entries.len(), entries);
        prop_assert_eq!(written(&bundle), written(&Bundle::from_json(&text).unwrap()));
    }

    #[test]
    fn a_truncated_bundle_is_refused_wherever_it_ends(entries in 0usize..4, cut in 0.0f64..1.0) {
        let text = bundle(entries);
        let end = (0..=(text.len() as f64 * cut) as usize).rev().find(|&end| text.is_char_boundary(end)).unwrap();
        prop_assert!(Bundle::from_json(&text[..end]).is_err());
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[\\[\\]{}\":,a-e0-9\\\\ ]{0,80}") {
        let _ = Bundle::from_json(&text);
        let _ = Bundle::from_json(&format!("{{\"entries\":[{text}"));
    }
}

#[test]
fn fields_may_come_in_any_order() {
    let text = r#"{"sources":[],"entries":[],"lang":"es","version":1}"#;
    let error = Bundle::from_json(text).unwrap_err().to_string();
    assert_eq!(error, "site: is missing");
}

#[test]
fn a_bundle_in_another_language_says_so_of_every_text() {
    let mut bundle = Bundle::from_json(&bundle(2)).unwrap();
    bundle.mark_language();
    let timeline = Timeline::new(bundle).unwrap();
    assert!(
        timeline.entries.iter().all(|entry| entry.title.lang() == Some("es") && entry.summary.lang() == Some("es"))
    );
    assert_eq!(timeline.site.title.lang(), Some("es"));
}

#[test]
fn words_are_read_back_as_they_were_written() {
    let numbered = |name: &str, n: usize| (0..n).map(|at| format!("{name} {at} « é »")).collect::<Vec<_>>();
    let words = Words {
        lang: "fr".to_owned(),
        dates: DateWords {
            months: numbered("month", 12),
            months_short: numbered("short", 12),
            forms: numbered("form", DateForm::ALL.len()),
        },
        phrases: Phrases::new(numbered("phrase", Phrase::ALL.len())),
    };
    let text = words.to_text();
    let read = Words::from_text(&text);
    assert_eq!(read.to_text(), text);
    assert_eq!(read.phrases.get(Phrase::Colon), words.phrases.get(Phrase::Colon));
    assert_eq!((read.lang, read.dates.months, read.dates.forms), (words.lang, words.dates.months, words.dates.forms));
    // A word with a line end would shift all that follow.
    let torn = Words { lang: "f\nr".to_owned(), ..Words::from_text(&text) };
    assert_eq!(Words::from_text(&torn.to_text()).phrases.get(Phrase::Colon), words.phrases.get(Phrase::Colon));
}

#[test]
fn a_parameter_is_found_decoded_and_as_it_is_written() {
    let found = parameter("?q=a&timeline=..%2Fsample%2F10+0.json&lane=b", "timeline");
    assert_eq!(found, Some(("timeline=..%2Fsample%2F10+0.json".to_owned(), "../sample/10 0.json".to_owned())));
    assert_eq!(parameter("?timeline=&q=x", "timeline"), None);
    assert_eq!(parameter("", "timeline"), None);
}
