//! What the page says of its questions, read back from its text.

use crate::browser;

/// A text with its own language and direction, empty where they are the page's.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub text: String,
    pub lang: String,
    pub dir: String,
}

/// A question.
#[derive(Clone, Debug, Default)]
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
#[derive(Clone, Debug, Default)]
pub struct Entry {
    pub hue: String,
    pub shape: String,
    pub date: String,
    pub title: Said,
    pub summary: Said,
}

const QUESTION: &str = "article[data-question]";

/// The page's questions.
pub fn questions() -> Vec<Question> {
    let hooks = [("", "data-question"), ("h3", ""), ("h3", "lang"), ("h3", "dir"), (".provenance > .status", "")];
    let rows = browser::rows(QUESTION, hooks).into_iter();
    rows.map(|[id, text, lang, dir, status]| {
        let inside = format!("article[data-question='{id}']");
        Question {
            text: Said { text, lang, dir },
            status: words_of(&status),
            original: original(&inside),
            stressed: list(&format!("{inside} .stressed > li")),
            prompts: list(&format!("{inside} .prompts > li")),
            id,
        }
    })
    .collect()
}

/// The wording beside the question that is marked as another language's.
fn original(inside: &str) -> Option<(String, Said)> {
    let hooks = [(".status", ""), ("[lang]", ""), ("[lang]", "lang"), ("[lang]", "dir")];
    let mut rows = browser::rows(&format!("{inside} .beside"), hooks).into_iter();
    rows.find(|[_, text, _, _]| !text.is_empty()).map(|[label, text, lang, dir]| (label, Said { text, lang, dir }))
}

fn list(selector: &str) -> Vec<Said> {
    let rows = browser::rows(selector, [("", ""), ("", "lang"), ("", "dir")]).into_iter();
    rows.map(|[text, lang, dir]| Said { text, lang, dir }).collect()
}

/// The entries of a question; of one whose article is not on the page, year and title.
pub fn entries(question: &str) -> Vec<Entry> {
    let selector = format!("article[data-question='{question}'] .entry-list > li");
    let hooks = [
        ("a", "href"),
        (".mark", "data-hue"),
        (".mark", "data-shape"),
        (".year-of", ""),
        ("a", ""),
        ("a", "lang"),
        ("a", "dir"),
    ];
    let rows = browser::rows(&selector, hooks).into_iter();
    rows.map(|[href, hue, shape, year, text, lang, dir]| {
        let id = href.trim_start_matches('#');
        let hooks = [("time", ""), (".summary", ""), (".summary", "lang"), (".summary", "dir")];
        let article = browser::rows(&format!("article[data-lane][id='{id}']"), hooks).into_iter().next();
        let [date, summary, summary_lang, summary_dir] = article.unwrap_or_default();
        Entry {
            hue,
            shape,
            date: if date.is_empty() { year } else { date },
            title: Said { text, lang, dir },
            summary: Said { text: summary, lang: summary_lang, dir: summary_dir },
        }
    })
    .collect()
}

/// A text whose white space is single spaces.
fn words_of(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
