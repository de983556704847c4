//! The document of each language, from the fixture site.

use std::path::Path;

use frise::content::check::{self, Page as Content};
use frise::content::{Bundle, Outline, SearchIndex, Text, Timeline};
use frise::layout::AXES;
use frise::ui::{self, Embedded, Page};

/// The content that tests are written for.
pub const FIXTURE: &str = "tests/fixtures/site";

fn pages() -> Vec<Content> {
    let pages = check::read(Path::new(FIXTURE)).pages;
    assert!(!pages.is_empty(), "{FIXTURE} has errors");
    pages
}

pub fn render(content: &Content, bundle: Bundle) -> String {
    render_page(content, bundle, Page::Timeline)
}

fn render_page(content: &Content, bundle: Bundle, page: Page) -> String {
    let root = if page == Page::Sources { "../../" } else { "../" };
    ui::render(Timeline::new(bundle).unwrap(), content.words.clone(), root, page)
}

/// Every page of a language.
const PAGES: [Page; 3] = [Page::Timeline, Page::Sources, Page::Whole];

/// A page with the picture of the frieze that its program knows first: of several one stays.
pub fn with_one_picture(page: &str) -> String {
    let (first, own) = (page.find("<nav id=\"_frieze-1\""), page.find("<nav id=\"_frieze-0\""));
    first.zip(own).map_or_else(|| page.to_owned(), |(first, own)| format!("{}{}", &page[..first], &page[own..]))
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
            assert_eq!(count(article, "<a data-source="), entry.citations.len(), "{}", entry.id);
            for citation in &entry.citations {
                let source = content.bundle.sources.iter().find(|source| source.id == citation.source).unwrap();
                assert!(article.contains(&format!("href=\"{}\"", escaped(&source.url))), "{}", source.id);
                assert!(article.contains(&escaped(source.title.as_str())), "{}", source.id);
                assert!(article.contains(&escaped(&source.publisher)), "{}", source.id);
                let says = citation.says.as_ref().unwrap();
                assert!(article.contains(&format!(">{}</p>", escaped(says.as_str()))), "{}", source.id);
            }
            assert_eq!(count(article, "<details class=\"says\"><summary>"), entry.citations.len(), "{}", entry.id);
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
    let file = std::fs::read_to_string(format!("{FIXTURE}/text/fr/questions.json")).unwrap();
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
fn every_source_stands_once_in_the_list_and_what_it_says_where_it_is_cited_in_its_own_language() {
    for content in pages() {
        let says: usize = content.bundle.entries.iter().map(|entry| entry.citations.len()).sum();
        let foreign = if content.language.tag == "en" { 0 } else { says };
        for (kind, listed, said) in [(Page::Timeline, 0, says), (Page::Sources, 1, 0), (Page::Whole, 1, says)] {
            let page = render_page(&content, content.bundle.clone(), kind);
            for source in &content.bundle.sources {
                assert_eq!(count(&page, &format!("<li id=\"source-{}\"", source.id)), listed, "{kind:?}");
            }
            assert_eq!(count(&page, "class=\"says\""), said, "{kind:?}");
            assert_eq!(count(&page, "</summary><p lang=\"en\" dir=\"ltr\">"), foreign * said / says, "{kind:?}");
        }
    }
}

/// Where a link on one page of a language leads: to that page or another one.
#[test]
fn links_between_the_list_and_what_rests_on_it_arrive() {
    for content in pages() {
        let [timeline, sources, whole] = PAGES.map(|kind| render_page(&content, content.bundle.clone(), kind));
        let at = format!("../{}/sources/", content.language.tag);
        for (page, way, target, least) in [
            (&timeline, format!("{at}#"), &sources, 50),
            (&sources, "../#".to_owned(), &timeline, 199),
            (&whole, "#".to_owned(), &whole, 400),
        ] {
            let links: Vec<_> = page.split(&format!(" href=\"{way}")).skip(1).collect();
            assert!(links.len() >= least, "{way}: {} links", links.len());
            for id in links.iter().map(|rest| rest.split('"').next().unwrap()) {
                assert_eq!(count(target, &format!(" id=\"{id}\"")), 1, "{way}{id}");
            }
        }
        // The list itself, from the table of contents and from its place at the end.
        assert_eq!(count(&timeline, &format!(" href=\"{at}\"")), 2);
        assert_eq!(count(&sources, " href=\"./\" aria-current=\"page\""), 1);
        assert!(!sources.contains("href=\"#") && !whole.contains(&at));
    }
}

#[test]
fn a_source_that_one_entry_rests_on_leads_to_no_others() {
    let content = &pages()[0];
    let page = render(content, content.bundle.clone());
    let cites = |id: &str| {
        let entries = content.bundle.entries.iter();
        entries.filter(|entry| entry.citations.iter().any(|citation| citation.source == id)).count()
    };
    for source in &content.bundle.sources {
        let cited = cites(&source.id);
        let links = count(&page, &format!("sources/#source-{}\"", source.id));
        assert_eq!(links, if cited > 1 { cited } else { 0 }, "{}", source.id);
    }
}

#[test]
fn every_entry_is_on_the_frieze_or_counted_in_a_cluster() {
    for content in pages() {
        let page = render(&content, content.bundle.clone());
        let pictures: Vec<_> =
            page.split("<nav id=\"_frieze-").skip(1).map(|picture| picture.split("</nav>").next().unwrap()).collect();
        assert_eq!(pictures.len(), AXES.len());
        for picture in pictures {
            let clustered: usize = picture
                .split("data-cluster=\"")
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().parse::<usize>().unwrap())
                .sum();
            assert_eq!(count(picture, "data-entry=\"") + clustered, content.bundle.entries.len());
        }
    }
}

/// What the page's program is given must make the same page of it: hydration repairs nothing.
#[test]
fn what_is_embedded_makes_the_same_model() {
    for content in pages() {
        let timeline = Timeline::new(content.bundle.clone()).unwrap();
        let embedded = Embedded::new(&timeline, &content.words, "../");
        let text = embedded.write();
        assert!(!text.contains('<'));
        let read = Embedded::read(&text).unwrap();
        assert_eq!(read, embedded);
        let again = read.into_model();
        assert_eq!(again.outline, Outline::of(&timeline));
        assert_eq!(again.search, SearchIndex::new(&timeline), "what is found");
        for (at, entry) in timeline.entries.iter().enumerate() {
            assert_eq!(again.outline.find(&entry.id), Some(at));
            assert_eq!(again.title(at), entry.title.as_str());
        }
    }
}

#[test]
fn what_is_embedded_may_say_anything() {
    let content = &pages()[0];
    let mut bundle = content.bundle.clone();
    let hostile = "a\tb\nc \\t \\ </script><b>&lt;\u{2028}";
    bundle.entries[0].title = Text::own(hostile);
    bundle.entries[1].title = Text::foreign(hostile, "x\t<y");
    bundle.site.lanes[0].name = Text::own(hostile);
    let embedded = Embedded::new(&Timeline::new(bundle).unwrap(), &content.words, hostile);
    assert!(!embedded.write().contains('<'));
    assert_eq!(Embedded::read(&embedded.write()).unwrap(), embedded);
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
fn all_ids_are_the_pages_own_or_the_contents() {
    let all = pages();
    for (content, kind) in all.iter().flat_map(|content| PAGES.map(|kind| (content, kind))) {
        let page = render_page(content, content.bundle.clone(), kind);
        let questions = content.bundle.conversation.iter().flat_map(|conversation| &conversation.questions);
        let mut contents: Vec<&str> = content.bundle.entries.iter().map(|entry| entry.id.as_str()).collect();
        contents.extend(questions.map(|question| question.id.as_str()));
        let mut ids: Vec<_> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(ids.len() > if kind == Page::Sources { 100 } else { 2 * contents.len() }, "{ids:?}");
        for id in &ids {
            assert!(contents.contains(id) != frise::page::ids::is_own(id), "{id}");
        }
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "an id stands twice: {ids:?}");
    }
}

#[test]
fn what_others_rely_on_is_hooked() {
    let content = &pages()[0];
    let page = render(content, content.bundle.clone());
    let page = with_one_picture(&page);
    let entries = count(&page, " data-entry=\"");
    for (hook, wanted) in [
        ("data-mark", entries),
        ("data-label", entries),
        ("data-lane-name", content.bundle.site.lanes.len()),
        ("data-era", content.bundle.site.eras.len()),
        ("data-copy", content.bundle.entries.len()),
        ("data-locate", content.bundle.entries.len()),
        ("data-question", 3),
        ("data-thumb", 2),
        ("data-zoom", 3),
        ("data-panel", 2),
        ("data-period", 2),
        ("data-overview", 1),
        ("data-strip", 1),
        ("data-fold", 1),
        ("data-more", 1),
        ("data-tip", 1),
        ("data-live", 1),
        ("data-failed", 1),
    ] {
        let found = count(&page, &format!(" {hook}=\""))
            + count(&page, &format!(" {hook}>"))
            + count(&page, &format!(" {hook} "));
        assert_eq!(found, wanted, "{hook}");
    }
    assert!(count(&page, "data-tick") > 5 && count(&page, "data-bare") > 5);
}

#[test]
fn rendering_is_the_same_every_time() {
    let content = &pages()[0];
    assert_eq!(render(content, content.bundle.clone()), render(content, content.bundle.clone()));
}
