//! Nothing of a folder of content is lost on the way to the page, in any of its languages.

use std::path::Path;

use frise::content::check::{Page, read};
use frise::content::{Status, Text, Timeline, WireEntry, WireQuestion};
use frise::i18n::Phrase;
use serde_json::{Value, json};

use crate::folder::{Folder, fixture};

fn pages() -> Vec<Page> {
    read(fixture()).pages
}

/// The fixture site, and the same in a third language; each with its pages, one for each of its languages.
fn sites() -> [(Folder, Vec<Page>); 2] {
    [(Folder::new(), 2), (in_three_languages(), 3)].map(|(folder, languages)| {
        let pages = folder.read().pages;
        assert_eq!(pages.len(), languages, "{:#?}", folder.errors());
        (folder, pages)
    })
}

/// In Spanish too, in English words. Of one entry it lacks all: its title is in the default language then, and what
/// sources say of it, which that lacks as well, in the last one.
fn in_three_languages() -> Folder {
    let folder = Folder::new();
    for file in ["site", "entries", "sources", "questions", "ui", "dates"].map(|name| format!("{name}.json")) {
        folder.write(&format!("text/es/{file}"), folder.text(&format!("text/en/{file}")));
    }
    let mut entries = folder.json("text/es/entries.json");
    entries["entries"]["mieux-created"] = json!({});
    let mut site = folder.json("site.json");
    let language = json!({ "tag": "es", "name": "Español", "dir": "ltr" });
    site["languages"].as_array_mut().unwrap().push(language);
    folder.write("text/es/entries.json", entries.to_string()).write("site.json", site.to_string());
    folder
}

/// A file of words in each language: the page's own, then the default one, then the others.
fn words<'a>(folder: &Folder, pages: &'a [Page], page: &Page, file: &str) -> Vec<(&'a str, Value)> {
    let mut tags: Vec<_> = pages.iter().map(|page| page.language.tag.as_str()).collect();
    tags.sort_by_key(|tag| *tag != page.language.tag);
    tags.into_iter().map(|tag| (tag, folder.json(&format!("text/{tag}/{file}")))).collect()
}

/// What the bundle should say: the text of the first language that has it.
fn text(words: &[(&str, Value)], get: impl Fn(&Value) -> &Value) -> Option<Text> {
    let mut found = words.iter().enumerate().filter_map(|(at, (tag, words))| Some((at, tag, get(words).as_str()?)));
    found.next().map(|(at, tag, text)| if at == 0 { Text::own(text) } else { Text::foreign(text, *tag) })
}

#[test]
fn every_fact_lands_in_every_bundle() {
    for (folder, pages) in sites() {
        let timeline = folder.json("timeline.json");
        let timeline = timeline["entries"].as_array().unwrap();
        for page in &pages {
            let words = words(&folder, &pages, page, "entries.json");
            assert_eq!(page.bundle.entries.len(), timeline.len());
            for (raw, entry) in timeline.iter().zip(&page.bundle.entries) {
                same_entry(raw, entry, &words);
            }
        }
    }
}

fn same_entry(raw: &Value, entry: &WireEntry, words: &[(&str, Value)]) {
    let ids =
        |field: &str| -> Vec<&str> { raw[field].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect() };
    let said = |field: &str| text(words, |words| &words["entries"][&entry.id][field]);
    assert_eq!(raw["id"], entry.id.as_str());
    assert_eq!(raw["date"], entry.date.as_str());
    assert_eq!(raw["lane"], entry.lane.as_str());
    assert_eq!(raw["weight"], entry.weight);
    assert_eq!(ids("regions"), entry.regions);
    assert_eq!(raw["parent"].as_str(), entry.parent.as_deref());
    assert_eq!(raw["confidence"] == "medium", entry.uncertain);
    assert_eq!(Some(&entry.title), said("title").as_ref());
    assert_eq!(Some(&entry.summary), said("summary").as_ref());
    assert_eq!(entry.disagreement, said("disagreement"));
    // The page's own or none.
    let short = words[0].1["entries"][&entry.id]["short"].as_str();
    assert_eq!(entry.short, short.map(Text::own));
    assert_eq!(entry.note, said("note"));
    assert_eq!(ids("sources"), entry.citations.iter().map(|citation| citation.source.as_str()).collect::<Vec<_>>());
    for citation in &entry.citations {
        let says = text(words, |words| &words["entries"][&entry.id]["says"][&citation.source]);
        assert!(says.is_some() && citation.says == says, "{} on {}", citation.source, entry.id);
    }
}

#[test]
fn every_source_lands_in_every_bundle() {
    for (folder, pages) in sites() {
        let sources = folder.json("sources.json");
        for page in &pages {
            let words = folder.json(&format!("text/{}/sources.json", page.language.tag));
            assert_eq!(page.bundle.sources.len(), sources["sources"].as_object().unwrap().len());
            for source in &page.bundle.sources {
                let raw = &sources["sources"][&source.id];
                assert_eq!(raw["publisher"], source.publisher.as_str());
                assert_eq!(raw["url"], source.url.as_str());
                assert_eq!(raw["lang"], source.lang.as_str());
                assert_eq!(raw["date"].as_str(), source.date.as_deref());
                assert_eq!(source.described, raw["title"].is_null());
                let title = if source.described { &words["sources"][&source.id] } else { &raw["title"] };
                assert_eq!(source.title, Text::own(title.as_str().unwrap()));
            }
            let described = page.bundle.sources.iter().filter(|source| source.described).count();
            assert!(described > 0 && described < page.bundle.sources.len(), "both kinds are here");
        }
    }
}

#[test]
fn the_page_s_own_words_land_in_every_bundle() {
    for (folder, pages) in sites() {
        let facts = folder.json("site.json");
        for page in &pages {
            let words = folder.json(&format!("text/{}/site.json", page.language.tag));
            own_words(page, &facts, &words);
        }
    }
}

fn own_words(page: &Page, facts: &Value, words: &Value) {
    let own = |value: &Value| Text::own(value.as_str().unwrap());
    let site = &page.bundle.site;
    for (name, text) in
        [("title", &site.title), ("kicker", &site.kicker), ("lede", &site.lede), ("notice", &site.notice)]
    {
        assert_eq!(*text, own(&words[name]));
    }
    assert_eq!(site.brief, words.get("brief").map(own));
    assert_eq!(site.method, words["method"].as_array().unwrap().iter().map(own).collect::<Vec<_>>());
    for (raw, language) in facts["languages"].as_array().unwrap().iter().zip(&site.languages) {
        assert_eq!((raw["tag"].as_str(), raw["name"].as_str()), (Some(&*language.tag), Some(&*language.name)));
    }
    for (raw, lane) in facts["lanes"].as_array().unwrap().iter().zip(&site.lanes) {
        assert_eq!(
            (raw["id"].as_str(), raw["hue"].as_str(), raw["shape"].as_str()),
            (Some(&*lane.id), Some(&*lane.hue), Some(&*lane.shape))
        );
        let words = &words["lanes"][&lane.id];
        assert_eq!(
            [&lane.name, &lane.short, &lane.description],
            [&own(&words["name"]), &own(&words["short"]), &own(&words["description"])]
        );
    }
    for (raw, region) in facts["regions"].as_array().unwrap().iter().zip(&site.regions) {
        assert_eq!((raw.as_str(), &region.name), (Some(&*region.id), &own(&words["regions"][&region.id])));
    }
    for (raw, era) in facts["eras"].as_array().unwrap().iter().zip(&site.eras) {
        assert_eq!((raw["id"].as_str(), raw["date"].as_str()), (Some(&*era.id), Some(&*era.date)));
        assert_eq!(raw["end_disputed"], era.end_disputed);
        assert_eq!(era.note, words["eras"][&era.id]["note"].as_str().map(Text::own));
    }
    for (raw, figure) in facts["figures"].as_array().unwrap().iter().zip(&site.figures) {
        assert_eq!(raw["disputed"], figure.disputed);
        let words = &words["figures"][&figure.id];
        assert_eq!([&figure.value, &figure.caption], [&own(&words["value"]), &own(&words["caption"])]);
    }
    let counts = [site.languages.len(), site.lanes.len(), site.regions.len(), site.eras.len(), site.figures.len()];
    let lists = ["languages", "lanes", "regions", "eras", "figures"];
    assert_eq!(counts, lists.map(|list| facts[list].as_array().unwrap().len()));
}

#[test]
fn the_interface_s_words_are_complete() {
    for (folder, pages) in sites() {
        for page in &pages {
            let ui = folder.json(&format!("text/{}/ui.json", page.language.tag));
            for (key, phrase) in Phrase::ALL {
                assert_eq!(ui["phrases"][key], page.words.phrases.get(*phrase));
            }
            assert_eq!((page.words.dates.months.len(), page.words.dates.months_short.len()), (12, 12));
            assert!(page.words.dates.forms.iter().all(|form| !form.is_empty()));
        }
    }
}

#[test]
fn the_questions_in_the_language_they_were_asked_in() {
    let pages = pages();
    let conversation = pages[0].bundle.conversation.as_ref().unwrap();
    let texts: Vec<_> = conversation.questions.iter().map(|question| question.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Que peut-on considérer comme un partenariat réel\u{a0}?",
            "Quel rôle le développement des capacités joue-t-il au sein d’un partenariat\u{a0}?",
            "Que réserve le futur pour le développement des capacités et pour les partenariats\u{a0}?",
        ]
    );
    let entries =
        |questions: &[WireQuestion]| questions.iter().map(|question| question.entries.len()).collect::<Vec<_>>();
    assert_eq!(entries(&conversation.questions), [10, 9, 11]);
    assert!(conversation.questions.iter().all(|q| q.status == Status::Original && q.original.is_none()));
    assert_eq!((conversation.status, &conversation.original), (Status::Original, &None));
    let names: Vec<_> = conversation.chairs.iter().map(|chair| chair.name.as_str()).collect();
    assert_eq!(names, ["Mme\u{a0}Camilla Hagström", "M.\u{a0}Ralph Genetzke"]);
    let notes: Vec<_> =
        conversation.notes.iter().map(|note| note.as_str().split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(notes, ["L’article ne", "L’article ne", "Non indiquée.", "Adresses relevées", "La formulation"]);
    assert_eq!(conversation.notes[1].as_str(), "L’article ne donne ni noms ni nombre.");
}

#[test]
fn the_questions_in_another_language() {
    let pages = pages();
    let conversation = pages[1].bundle.conversation.as_ref().unwrap();
    let originals: Vec<_> =
        pages[0].bundle.conversation.as_ref().unwrap().questions.iter().map(|q| q.text.clone()).collect();
    for (question, original) in conversation.questions.iter().zip(&originals) {
        assert_eq!(question.text.lang(), None);
        assert_eq!(question.original, Some(Text::foreign(original.as_str(), "fr")));
        assert_eq!((question.stressed.len(), question.prompts.len()), (3, 4));
    }
    let status: Vec<_> = conversation.questions.iter().map(|question| question.status).collect();
    assert_eq!(status, [Status::Published, Status::Published, Status::Unofficial]);
    assert_eq!(conversation.questions[0].published_in.as_deref(), Some("mieux-english-version-article-event-21"));
    assert_eq!(conversation.questions[0].ours, Some(Text::own("What counts as a real partnership?")));
    assert!(conversation.questions[2].note.is_some());
    assert_eq!(conversation.status, Status::Unofficial);
    assert_eq!(conversation.original.as_ref().unwrap().lang(), Some("fr"));
    let names: Vec<_> = conversation.chairs.iter().map(|chair| chair.name.as_str()).collect();
    assert_eq!(names, ["Camilla Hagström", "Ralph Genetzke"]);
    assert!(conversation.chairs[1].said.is_some());
    assert_eq!((conversation.participants.len(), conversation.notes.len()), (4, 5));
}

#[test]
fn the_bundles_are_timelines_and_survive_the_wire() {
    for page in pages() {
        let wire = serde_json::to_string(&page.bundle).unwrap();
        let timeline = Timeline::new(frise::content::Bundle::from_json(&wire).unwrap()).unwrap();
        assert_eq!((timeline.entries.len(), timeline.questions.len(), timeline.sources.len()), (69, 3, 143));
    }
}

#[test]
fn reading_takes_no_more_than_the_folder() {
    assert!(read(Path::new(env!("CARGO_TARGET_TMPDIR"))).pages.is_empty());
}
