//! The document of each language, from the real content.

use std::path::Path;

use frise::content::check::{self, Page as Content};
use frise::content::{Bundle, PageParts, SearchIndex, Timeline};
use frise::html::{Edition, chronicle};
use frise::ui::{Model, Page, document, marks};
use leptos::prelude::*;

fn pages() -> Vec<Content> {
    let pages = check::read(Path::new("content")).pages;
    assert!(!pages.is_empty(), "content/ has errors");
    pages
}

pub fn render(content: &Content, bundle: Bundle) -> String {
    let timeline = Timeline::new(bundle).unwrap();
    let search = SearchIndex::new(&timeline);
    let edition = Edition::own(timeline, content.words.clone(), "../".to_owned());
    Owner::new_root(None).with(|| {
        let page = Page::new(Model::new(edition, search));
        document(page, &marks(page).to_html(), &chronicle(&page.model().edition))
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn count(page: &str, what: &str) -> usize {
    page.matches(what).count()
}

/// The part of a page between two texts.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page.find(from).unwrap_or_else(|| panic!("{from} is not in the page"));
    let end = page[start..].find(to).unwrap_or_else(|| panic!("{to} does not follow {from}"));
    &page[start..start + end]
}

#[test]
fn every_entry_is_whole_in_its_article() {
    for content in pages() {
        let page = render(&content, content.bundle.clone());
        assert_eq!(count(&page, "<article id="), content.bundle.entries.len() + 3);
        for entry in &content.bundle.entries {
            let article = between(&page, &format!("<article id=\"{}\"", entry.id), "</article>");
            assert!(article.contains(&format!("data-lane=\"{}\"", entry.lane)));
            assert!(article.contains(&format!("<time datetime=\"{}\"", entry.date)), "{}", entry.id);
            assert!(article.contains(&escaped(entry.title.as_str())), "{}", entry.id);
            assert!(article.contains(&escaped(entry.summary.as_str())), "{}", entry.id);
            assert_eq!(count(article, "<a data-source "), entry.citations.len(), "{}", entry.id);
            for citation in &entry.citations {
                let source = content.bundle.sources.iter().find(|source| source.id == citation.source).unwrap();
                assert!(article.contains(&format!("href=\"{}\"", escaped(&source.url))), "{}", source.id);
                assert!(article.contains(&escaped(source.title.as_str())), "{}", source.id);
            }
            assert_eq!(count(article, "data-disagreement"), usize::from(entry.disagreement.is_some()), "{}", entry.id);
            for text in [&entry.disagreement, &entry.note].into_iter().flatten() {
                assert!(article.contains(&escaped(text.as_str())), "{}", entry.id);
            }
        }
    }
}

#[test]
fn the_questions_stand_word_for_word() {
    let page = render(&pages()[0], pages()[0].bundle.clone());
    let file = std::fs::read_to_string("content/text/fr/questions.json").unwrap();
    let questions: serde_json::Value = serde_json::from_str(&file).unwrap();
    let questions = questions["questions"].as_object().unwrap();
    assert_eq!(questions.len(), 3);
    for (id, question) in questions {
        let article = between(&page, &format!("<article id=\"{id}\""), "</article>");
        assert!(article.contains(&format!("data-question=\"{id}\"")));
        assert!(article.contains(&format!(">{}</h3>", question["text"].as_str().unwrap())), "{id}");
        for text in question["stressed"].as_array().unwrap().iter().chain(question["prompts"].as_array().unwrap()) {
            assert!(article.contains(&escaped(text.as_str().unwrap())), "{text}");
        }
    }
}

#[test]
fn a_translation_says_where_it_comes_from_and_shows_the_original() {
    let english = &pages()[1];
    assert_eq!(english.language.tag, "en");
    let page = render(english, english.bundle.clone());
    let (published, ours) = ("Translation published by the programme", "Unofficial translation");
    let article = |id: &str| between(&page, &format!("<article id=\"{id}\""), "</article>").to_owned();
    for id in ["q1-real-partnership", "q2-role-of-capacity-development"] {
        assert!(article(id).contains(published), "{id}");
    }
    assert!(article("q3-future").contains(ours));
    assert_eq!(
        count(between(&page, "<section id=\"conversation\"", "<section id=\"sources\""), "lang=\"fr\" dir=\"ltr\""),
        4
    );
}

#[test]
fn every_source_stands_once_with_what_it_says_in_its_own_language() {
    for content in pages() {
        let page = render(&content, content.bundle.clone());
        for source in &content.bundle.sources {
            assert_eq!(count(&page, &format!("<li id=\"source-{}\"", source.id)), 1);
        }
        let says: usize = content.bundle.entries.iter().map(|entry| entry.citations.len()).sum();
        assert_eq!(count(&page, "class=\"says\""), says);
        let foreign = if content.language.tag == "en" { 0 } else { says };
        assert_eq!(count(&page, "class=\"says\" lang=\"en\" dir=\"ltr\""), foreign);
    }
}

#[test]
fn every_entry_is_on_the_frieze_or_counted_in_a_cluster() {
    for content in pages() {
        let page = render(&content, content.bundle.clone());
        let clustered: usize = page
            .split("data-cluster=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().parse::<usize>().unwrap())
            .sum();
        assert_eq!(count(&page, "data-entry=\"") + clustered, content.bundle.entries.len());
    }
}

/// An attribute of the tag that a text begins with; empty if it has none.
fn attribute(tag: &str, name: &str) -> String {
    let tag = tag.split('>').next().unwrap();
    let value = tag.split_once(&format!(" {name}=\"")).map(|(_, rest)| rest.split('"').next().unwrap());
    value.unwrap_or_default().to_owned()
}

/// The text of a page's HTML, without its tags.
fn text(html: &str) -> String {
    let text: String = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&").trim().to_owned()
}

#[test]
fn the_page_itself_is_read_back_to_the_same_marks() {
    for content in pages() {
        let page = render(&content, content.bundle.clone());
        let chips = |hook: &str| page.split(&format!(" {hook}=\"")).skip(1).map(str::to_owned).collect::<Vec<_>>();
        let of = |chip: &String| chip.split("</button").next().unwrap().to_owned();
        let id = |chip: &String| chip.split('"').next().unwrap().to_owned();
        let lanes = chips("data-lane-filter").into_iter().map(|chip| {
            let mark = chip.split_once("class=\"mark\"").unwrap().1.to_owned();
            [
                id(&chip),
                attribute(&mark, "data-hue"),
                attribute(&mark, "data-shape"),
                text(&of(&chip)[id(&chip).len()..]),
            ]
        });
        let regions =
            chips("data-region-filter").into_iter().map(|chip| [id(&chip), text(&of(&chip)[id(&chip).len()..])]);
        let articles = page.split("<article").skip(1).filter(|article| !attribute(article, "data-lane").is_empty());
        let entries = articles.map(|article| {
            let heading = &article[article.find("<h4").unwrap()..];
            let own = |name| attribute(article, name);
            [
                own("id"),
                attribute(&article[article.find("<time").unwrap()..], "datetime"),
                own("data-lane"),
                own("data-weight"),
                own("data-detail"),
                own("data-regions"),
                text(heading.split("</h4").next().unwrap()),
                attribute(heading, "lang"),
            ]
        });
        let parts = PageParts {
            lang: content.bundle.lang.clone(),
            lanes: lanes.collect(),
            regions: regions.collect(),
            entries: entries.collect(),
            questions: Vec::new(),
        };
        let timeline = Timeline::of_page(parts).unwrap();
        assert_eq!(timeline.entries.len(), content.bundle.entries.len());
        let search = SearchIndex::new(&timeline);
        let edition = Edition::own(timeline, content.words.clone(), String::new());
        let again = Owner::new_root(None).with(|| marks(Page::new(Model::new(edition, search))).to_html());
        let first = between(&page, "<div data-marks>", "</div><div class=\"tip\"").replacen("<div data-marks>", "", 1);
        let differ = again.chars().zip(first.chars()).take_while(|(a, b)| a == b).count();
        assert!(again == first, "they differ from here on: {:.200}", first.chars().skip(differ).collect::<String>());
    }
}

#[test]
fn a_bundle_reads_back_as_it_was_written() {
    for content in pages() {
        let written = serde_json::to_value(&content.bundle).unwrap();
        let read = Bundle::from_json(&written.to_string()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), written);
    }
}

#[test]
fn a_broken_bundle_names_the_place() {
    let content = &pages()[0];
    let broken = |from: &str, to: &str| {
        let text = serde_json::to_string(&content.bundle).unwrap();
        assert!(text.contains(from));
        Bundle::from_json(&text.replacen(from, to, 1)).unwrap_err().to_string()
    };
    assert_eq!(
        broken("\"weight\":3", "\"weight\":\"3\""),
        "entries › rabat-process-founded › weight: a whole number is expected"
    );
    assert_eq!(broken("\"lang\":\"fr\",", ""), "lang: is missing");
    assert_eq!(broken("\"entries\":[{", "\"entries\":[7,{"), "an object is expected");
    assert!(broken("\"version\":1", "\"version\":1 1").starts_with("not JSON from line 1, column"));
}

#[test]
fn rendering_is_the_same_every_time() {
    let content = &pages()[0];
    assert_eq!(render(content, content.bundle.clone()), render(content, content.bundle.clone()));
}
