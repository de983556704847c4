//! What the tools read of the page's text, and where they stand in it: they know nothing of the timeline but what the
//! page says, whichever program has written it.
//!
//! Selectors here name kinds of elements and are looked for in the body, or inside an article that was found so; an id
//! of the content never stands in one.

use crate::browser::{self, Element, HtmlElement};
use crate::page::ids;

/// A question's article, inside of the body; its hook's value is its id.
const QUESTION: &str = "article[data-question]";
const HOOK: &str = "data-question";
/// In it: how the question is worded.
const WORDING: &str = "h3";

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// As it is asked.
    pub text: String,
}

/// The articles of the questions, by their ids.
pub fn articles() -> Vec<(String, Element)> {
    let found = browser::body().map(|body| browser::find_all(&body, QUESTION)).unwrap_or_default();
    found.into_iter().map(|article| (article.get_attribute(HOOK).unwrap_or_default(), article)).collect()
}

/// The questions.
pub fn questions() -> Vec<Question> {
    let question = |(id, article): (String, Element)| {
        let text = browser::find(&article, WORDING).map(|wording| browser::text_in(&wording)).unwrap_or_default();
        Question { id, text }
    };
    articles().into_iter().map(question).collect()
}

/// Makes room for a question's notes: what has stood in their place until now goes. They come last in what is around.
pub fn make_room_for_notes(question: &str) -> Option<HtmlElement> {
    let former = browser::around(&*browser::by_id(&ids::notes(question))?)?;
    let around = browser::around(&former)?;
    former.remove();
    Some(around)
}

/// An attribute of the element that holds the page.
pub fn app_attribute(name: &str) -> String {
    browser::by_id(ids::APP).and_then(|app| app.get_attribute(name)).unwrap_or_default()
}

/// The text of the element with that id.
pub fn text_of(id: &str) -> Option<String> {
    browser::by_id(id)?.text_content()
}
