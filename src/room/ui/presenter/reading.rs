//! What the page says of its questions, read back from its text: the tools know nothing of the timeline but what stands
//! in the page, whichever program has written it.
//!
//! This is the one place of the presenter with selectors. They name kinds of elements, and are only looked for inside
//! an article that was found by its id: an id of the content never stands in one.

use crate::browser::{self, Element, HtmlElement};
use crate::room::ui::page;

/// In a question: the button that presents it.
const BUTTON: &str = "[data-presenter]";
/// In a question: its wording.
const WORDING: &str = "h3";
/// In a question: where that comes from, and what is said of it first.
const PROVENANCE: &str = ".provenance";
const STATUS: &str = ".provenance > .status";
/// In a question: other wordings; in one of them what it is called, and the words in a language of their own.
const BESIDE: &str = ".beside";
const CALLED: &str = ".status";
const ORIGINAL: &str = "[lang]";
/// In a question: lists of texts.
const STRESSED: &str = ".stressed > li";
const PROMPTS: &str = ".prompts > li";
/// In a question: the entries it rests on; in each the link, the lane's mark and the year.
const ENTRIES: &str = ".entry-list > li";
const LINK: &str = "a";
const MARK: &str = ".mark";
const YEAR: &str = ".year-of";
/// In an entry's article.
const DATE: &str = "time";
const SUMMARY: &str = ".summary";

/// A text with its own language and direction, where it has them.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub text: String,
    pub lang: Option<String>,
    pub dir: Option<String>,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    pub id: String,
    pub text: Said,
    /// Where its wording comes from.
    pub status: String,
    /// The original wording with what it is called, where it is another.
    pub original: Option<(String, Said)>,
    pub stressed: Vec<Said>,
    pub prompts: Vec<Said>,
}

/// An entry that a question rests on.
#[derive(Clone, Debug)]
pub struct Entry {
    pub hue: Option<String>,
    pub shape: Option<String>,
    pub date: String,
    pub title: Said,
    pub summary: Said,
}

/// The page's questions.
pub fn questions() -> Vec<Question> {
    page::articles().into_iter().map(|(id, article)| question(id, &article)).collect()
}

/// The button of one question.
pub fn button_of(question: &str) -> Option<HtmlElement> {
    browser::find(&*browser::by_id(question)?, BUTTON)
}

/// Where a question's article says where its wording comes from.
pub fn provenance(article: &Element) -> Option<HtmlElement> {
    browser::find(article, PROVENANCE)
}

fn question(id: String, article: &Element) -> Question {
    let text = |within| browser::find(article, within).map(|element| browser::text_in(&element)).unwrap_or_default();
    Question {
        text: said_in(article, WORDING),
        // A link is among its words, on a line of its own.
        status: text(STATUS).split_ascii_whitespace().collect::<Vec<_>>().join(" "),
        original: browser::find_all(article, BESIDE).iter().find_map(|beside| {
            let original = said(&*browser::find(beside, ORIGINAL)?);
            let called = browser::find(beside, CALLED).map(|called| browser::text_in(&called)).unwrap_or_default();
            Some((called, original))
        }),
        stressed: browser::find_all(article, STRESSED).iter().map(said).collect(),
        prompts: browser::find_all(article, PROMPTS).iter().map(said).collect(),
        id,
    }
}

/// The entries that a question rests on; of one whose article is not on the page, year and title.
pub fn entries(question: &str) -> Vec<Entry> {
    let Some(article) = browser::by_id(question) else { return Vec::new() };
    browser::find_all(&article, ENTRIES).iter().map(entry).collect()
}

fn entry(item: &Element) -> Entry {
    let mark = browser::find(item, MARK);
    let hook = |name| mark.as_ref().and_then(|mark| mark.get_attribute(name));
    let href = browser::find(item, LINK).and_then(|link| link.get_attribute("href")).unwrap_or_default();
    let article = browser::by_id(href.trim_start_matches('#'));
    let dated = article.as_ref().and_then(|article| browser::find(article, DATE));
    let date = dated.or_else(|| browser::find(item, YEAR));
    Entry {
        hue: hook("data-hue"),
        shape: hook("data-shape"),
        date: date.map(|date| browser::text_in(&date)).unwrap_or_default(),
        title: said_in(item, LINK),
        summary: article.map(|article| said_in(&article, SUMMARY)).unwrap_or_default(),
    }
}

fn said_in(within: &Element, selector: &str) -> Said {
    browser::find(within, selector).map(|element| said(&element)).unwrap_or_default()
}

fn said(element: &Element) -> Said {
    Said { text: browser::text_in(element), lang: element.get_attribute("lang"), dir: element.get_attribute("dir") }
}
