//! Finding entries: every word typed begins a word of the entry.

use frise::content::{
    BUNDLE_VERSION, Bundle, Named, Query, SearchIndex, Site, Text, Timeline, WireCitation, WireEntry, WireSource,
};
use proptest::prelude::*;

fn text(text: &str) -> Text {
    Text::own(text)
}

fn named(id: &str, name: &str) -> Named {
    Named { id: id.to_owned(), name: text(name) }
}

fn source(id: &str, title: &str, publisher: &str) -> WireSource {
    WireSource {
        id: id.to_owned(),
        title: text(title),
        described: false,
        publisher: publisher.to_owned(),
        url: "https://example.org/".to_owned(),
        lang: "fr".to_owned(),
        date: None,
    }
}

fn entry(id: &str, date: &str, title: &str, summary: &str) -> WireEntry {
    WireEntry {
        id: id.to_owned(),
        date: date.to_owned(),
        lane: "programme".to_owned(),
        weight: 1,
        regions: Vec::new(),
        parent: None,
        uncertain: false,
        title: text(title),
        short: None,
        summary: text(summary),
        disagreement: Some(text("Désaccord sur le budget")),
        note: Some(text("Remarque sur la méthode")),
        citations: Vec::new(),
    }
}

fn timeline() -> Timeline {
    let lane = frise::content::LaneWords {
        id: "programme".to_owned(),
        hue: "blue".to_owned(),
        shape: "circle".to_owned(),
        name: text("Programme"),
        short: text("Prog."),
        description: text("Vie du programme"),
    };
    let mut senegal = entry("senegal", "2012-03", "Le Sénégal demande conseil", "Une étude de l’immigration, à Dakar.");
    senegal.regions = vec!["africa".to_owned()];
    senegal.citations = vec![WireCitation { source: "iom".to_owned(), says: Some(text("Paraphrase privée")) }];
    let mut mexico =
        entry("mexico", "2015-04/2020-04", "Protection de l’enfance au Mexique", "Cœur de l’Action : 3 000 agents.");
    mexico.regions = vec!["lac".to_owned(), "africa".to_owned()];
    let bundle = Bundle {
        version: BUNDLE_VERSION,
        lang: "fr".to_owned(),
        site: Site {
            title: text("Frise"),
            kicker: text(""),
            lede: text(""),
            brief: None,
            notice: text(""),
            method: Vec::new(),
            languages: Vec::new(),
            lanes: vec![lane],
            regions: vec![named("africa", "Afrique"), named("lac", "Amérique latine et Caraïbes")],
            eras: Vec::new(),
            figures: Vec::new(),
        },
        // Out of order, so that an entry's index is not its place in the bundle.
        entries: vec![mexico, senegal],
        sources: vec![source("iom", "Euro-African Dialogue", "OIM"), source("unused", "Jamais cité", "Personne")],
        conversation: None,
    };
    Timeline::new(bundle).unwrap()
}

/// Ids of what a query finds.
fn found(query: &str) -> Vec<String> {
    let timeline = timeline();
    let (index, query) = (SearchIndex::new(&timeline), Query::new(query));
    let entries = timeline.entries.iter().enumerate();
    entries.filter(|(at, _)| index.matches(*at, &query)).map(|(_, entry)| entry.id.clone()).collect()
}

#[test]
fn an_empty_query_finds_everything() {
    for query in ["", " ", "\u{a0}", "« » – … !", "'"] {
        assert!(Query::new(query).is_empty(), "{query:?}");
        assert_eq!(found(query), ["senegal", "mexico"], "{query:?}");
    }
    assert!(!Query::new("a").is_empty());
}

#[test]
fn a_word_is_found_by_its_start_and_not_by_its_middle() {
    for query in
        ["s", "sen", "sénégal", "SENEGAL", "Séné", "se\u{301}ne", "  dakar,", "deman", "immigration", "l’immigration"]
    {
        assert_eq!(found(query), ["senegal"], "{query}");
    }
    for query in ["negal", "énégal", "akar", "mmigration", "senegals", "senegal2"] {
        assert!(found(query).is_empty(), "{query}");
    }
}

#[test]
fn every_word_must_occur() {
    assert_eq!(found("senegal dakar etude"), ["senegal"]);
    assert_eq!(found("dak dem im"), ["senegal"]);
    assert!(found("senegal mexique").is_empty());
    assert!(found("senegal etude introuvable").is_empty());
    assert_eq!(found("l"), ["senegal", "mexico"]);
}

#[test]
fn words_are_found_across_title_summary_region_and_source() {
    assert_eq!(found("conseil dakar afrique dialogue oim"), ["senegal"]);
    assert_eq!(found("afrique"), ["senegal", "mexico"]);
    assert_eq!(found("caraibes"), ["mexico"]);
    assert_eq!(found("oim"), ["senegal"]);
    assert_eq!(found("euro african"), ["senegal"]);
    assert_eq!(found("coeur"), ["mexico"]);
    assert_eq!(found("3 000"), ["mexico"]);
}

#[test]
fn nothing_else_of_an_entry_is_searched() {
    // Ids, lanes, what a source says, disagreements, notes, and sources that the entry does not cite.
    for query in ["programme", "paraphrase", "désaccord", "remarque", "jamais", "personne", "lac", "2012", "example"] {
        assert!(found(query).is_empty(), "{query}");
    }
}

#[test]
fn two_words_run_together_are_not_found_where_texts_meet() {
    // The title ends in "conseil", the summary begins with "Une".
    assert_eq!(found("conseil une"), ["senegal"]);
    assert!(found("conseilune").is_empty());
}

#[test]
fn an_entry_that_does_not_exist_matches_nothing() {
    assert!(!SearchIndex::new(&timeline()).matches(2, &Query::new("")));
    assert!(!SearchIndex::default().matches(0, &Query::default()));
}

proptest! {
    #[test]
    fn the_order_of_the_words_makes_no_difference(
        words in prop::collection::vec(prop::sample::select(vec!["senegal", "dak", "afr", "oim", "mex", "coeur", "xyz"]), 0..5)
            .prop_shuffle(),
    ) {
        let mut sorted = words.clone();
        sorted.sort_unstable();
        sorted.dedup();
        prop_assert_eq!(found(&words.join(" ")), found(&sorted.join(", ")));
    }

    #[test]
    fn another_word_never_finds_more(query in "[a-zé ]{0,8}", more in "[a-zé]{1,3}") {
        let (wide, narrow) = (found(&query), found(&format!("{query} {more}")));
        prop_assert!(narrow.iter().all(|id| wide.contains(id)), "{narrow:?} {wide:?}");
    }

    #[test]
    fn any_text_can_be_typed(query in any::<String>()) {
        found(&query);
    }
}
