//! The handout: the questions on paper, a page each with room to write, for those without a device.
//!
//! It is written from the page's own text when it is asked for, printed, and taken away again.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::broken;
use crate::browser;
use crate::html::Html;
use crate::i18n::{Phrase, Words};

const HANDOUT: &str = "#handout";
/// While the root element says so, the handout is what is printed.
const PRINTING: &str = "data-printing";
/// Lines to write on, more than a page holds: the style sheet shows those for which there is room.
const LINES: usize = 30;
/// Every question of the page.
const QUESTIONS: &str = "article[data-question]";

/// Prints for whoever clicks `[data-handout]`: the questions, or with `chronicle` what led to them as well.
pub fn install(words: &Rc<Words>) {
    let words = Rc::clone(words);
    broken::on_window("click", move |event| {
        if let Some(what) = browser::closest_attribute(&event, "[data-handout]", "data-handout") {
            print(&words, what == "chronicle");
        }
    });
    broken::on_window("afterprint", |_| put_away());
}

fn print(words: &Words, with_chronicle: bool) {
    put_away();
    browser::insert_html("body", "afterbegin", &handout(words, with_chronicle));
    browser::set_root_attribute(PRINTING, Some("handout"));
    browser::next_frame(browser::print);
}

/// The page as it was. Nothing where something else was printed.
fn put_away() {
    if browser::take_out(HANDOUT) {
        browser::set_root_attribute(PRINTING, None);
    }
}

/// A question as the page has it.
struct Question {
    id: String,
    text: String,
    lang: String,
    dir: String,
}

impl Question {
    fn new([id, text, lang, dir]: [String; 4]) -> Self {
        Self { id, text, lang, dir }
    }
}

fn handout(words: &Words, with_chronicle: bool) -> String {
    let values = [("", "data-question"), ("h3", ""), ("h3", "lang"), ("h3", "dir")];
    let questions: Vec<_> = browser::rows(QUESTIONS, values).into_iter().map(Question::new).collect();
    let mut html = Html::default();
    html.start("div").attr("id", "handout").maybe("data-chronicle", with_chronicle.then_some(""));
    for (index, question) in questions.iter().enumerate() {
        let of = [("n", (index + 1).to_string()), ("total", questions.len().to_string())];
        let of =
            words.phrases.fill(Phrase::HandoutQuestion, &of.each_ref().map(|(name, value)| (*name, value.as_str())));
        html.start("section").attr("class", "sheet");
        head(&mut html, &of);
        write_question(words, &mut html, index + 1, question);
        room_to_write(words, &mut html);
        html.close();
    }
    sources(words, &mut html);
    html.finish()
}

/// What stands over each page: what the sheet is about, and which it is.
fn head(html: &mut Html, of: &str) {
    html.start("header").attr("class", "sheet-head");
    html.start("p").attr("class", "sheet-title").raw(&browser::html_of(".overture h1")).close();
    html.start("p").attr("class", "sheet-of").text(of).close();
    html.start("p").attr("class", "sheet-event").raw(&browser::html_of(".event-intro a")).close();
    html.close();
}

fn write_question(words: &Words, html: &mut Html, number: usize, question: &Question) {
    let inside = |selector: &str| browser::html_of(&format!("{QUESTIONS}[data-question='{}'] {selector}", question.id));
    html.start("div").attr("class", "sheet-question");
    html.start("p").attr("class", "sheet-number").text(&number.to_string()).close();
    let given = |value: &str| Some(value.to_owned()).filter(|value| !value.is_empty());
    html.start("h2").maybe("lang", given(&question.lang).as_deref()).maybe("dir", given(&question.dir).as_deref());
    html.text(&question.text).close();
    html.start("div").attr("class", "provenance").raw(&inside(".provenance")).close();
    html.close();
    html.start("div").attr("class", "sheet-columns");
    for (phrase, tag, class) in [
        (Phrase::Stressed, "ul", "stressed"),
        (Phrase::Prompts, "ol", "prompts"),
        (Phrase::HandoutRests, "ul", "entry-list"),
    ] {
        let items = inside(&format!(".{class}"));
        if !items.is_empty() {
            html.start("div").attr("class", &format!("sheet-part sheet-{class}"));
            html.start("h3").text(words.phrases.get(phrase)).close();
            html.start(tag).attr("class", class).raw(&items).close().close();
        }
    }
    html.close();
}

/// The rest of the page: whose it is, and lines.
fn room_to_write(words: &Words, html: &mut Html) {
    html.start("div").attr("class", "sheet-room");
    html.start("p").attr("class", "sheet-table").start("span").text(words.phrases.get(Phrase::HandoutTable));
    html.text(words.phrases.get(Phrase::Colon)).close().close();
    html.start("h3").text(words.phrases.get(Phrase::HandoutNotes)).close();
    html.start("div").attr("class", "sheet-lines");
    for _ in 0..LINES {
        html.start("i").close();
    }
    html.close().close();
}

/// Where all this comes from: the event, its article and other sources with their addresses, the page.
fn sources(words: &Words, html: &mut Html) {
    html.start("section").attr("class", "sheet sheet-sources");
    head(html, "");
    html.start("h2").text(words.phrases.get(Phrase::HandoutSources)).close();
    html.start("dl").attr("class", "sheet-list").raw(&browser::html_of(".event"));
    html.start("dt").text(words.phrases.get(Phrase::HandoutCited)).close().start("dd");
    for source in cited() {
        html.start("p").raw(&browser::html_of(&format!("{source} > p"))).close();
    }
    html.close();
    html.start("dt").text(words.phrases.get(Phrase::HandoutPage)).close().start("dd");
    html.start("p").attr("class", "address").text(&browser::address()).close();
    html.start("p").raw(&browser::html_of(".notice")).close();
    html.close().close().close();
}

/// The sources that the conversation names, each once, as links to their place on the page.
fn cited() -> Vec<String> {
    let links = browser::rows("#conversation .event .publisher, #conversation .provenance .publisher", [("", "href")]);
    let mut seen = BTreeSet::new();
    let links = links.into_iter().map(|[href]| href).filter(|href| href.starts_with('#'));
    links.filter(|href| seen.insert(href.clone())).collect()
}
