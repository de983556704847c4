//! What the handout takes from the page: the text of its parts, with the elements in it.
//!
//! Selectors here name kinds of elements of the page, and are looked for in the body or in a question's article; an id of
//! the content never stands in one.

use crate::browser::{self, Element};
use crate::room::ui::page;

/// What the page is called.
const TITLE: &str = ".overture h1";
/// What the questions were asked at.
const EVENT: &str = ".event-intro a";
/// All that is known of that.
const ABOUT: &str = ".event";
/// That the page is unofficial.
const NOTICE: &str = ".notice";
/// The sources that the conversation names.
const NAMED: &str = "#conversation .named";
/// In a question's article.
const WORDING: &str = "h3";
const PROVENANCE: &str = ".provenance";
const STRESSED: &str = ".stressed";
const PROMPTS: &str = ".prompts";
const RESTS_ON: &str = ".entry-list";

/// What stands over each sheet and on the last one. All is HTML of the page.
#[derive(Clone)]
pub struct Around {
    pub title: String,
    pub event: String,
    pub about: String,
    pub notice: String,
    /// The sources that the conversation names, each once.
    pub sources: Vec<String>,
}

/// A question.
#[derive(Clone)]
pub struct Question {
    pub text: String,
    /// Its own language and direction, where it has them.
    pub lang: Option<String>,
    pub dir: Option<String>,
    /// HTML of the page.
    pub provenance: String,
    pub stressed: String,
    pub prompts: String,
    pub rests_on: String,
}

fn html_of(within: &Element, selector: &str) -> String {
    browser::find(within, selector).map(|found| found.inner_html()).unwrap_or_default()
}

/// What is around the questions.
pub fn around() -> Option<Around> {
    let body = browser::body()?;
    let html = |selector| html_of(&body, selector);
    let mut sources: Vec<String> = Vec::new();
    for source in browser::find_all(&body, NAMED).iter().map(|source| source.inner_html()) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    Some(Around { title: html(TITLE), event: html(EVENT), about: html(ABOUT), notice: html(NOTICE), sources })
}

/// The questions.
pub fn questions() -> Vec<Question> {
    let question = |(_, article): (String, Element)| {
        let wording = browser::find(&article, WORDING);
        let attribute = |name| wording.as_ref().and_then(|wording| wording.get_attribute(name));
        Question {
            text: wording.as_ref().map(|wording| browser::text_in(wording)).unwrap_or_default(),
            lang: attribute("lang"),
            dir: attribute("dir"),
            provenance: html_of(&article, PROVENANCE),
            stressed: html_of(&article, STRESSED),
            prompts: html_of(&article, PROMPTS),
            rests_on: html_of(&article, RESTS_ON),
        }
    };
    page::articles().into_iter().map(question).collect()
}
