//! The presenter as HTML: a frame that stays, and the stage, which is written anew for every change.

use super::code;
use super::reading::{Entry, Question, Said};
use crate::browser;
use crate::html::Html;
use crate::i18n::{Phrase, Words};
use crate::session::{Panel, Presenter, Timer};

const ARROW_BACK: &str = "M10 3 5 8l5 5";
const ARROW_ON: &str = "m6 3 5 5-5 5";
const FULL: &str = "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10";
const CODE: &str = "M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h1.5v1.5M13.5 9.5v4h-4";
const BLANK: &str = "M2 3h12v8.5H2zM5.5 14h5";
const KEYS: &str = "M5.6 6.1a2.4 2.4 0 1 1 3.6 2.1c-.8.4-1.2.9-1.2 1.8M8 12.6v.1";
const LEAVE: &str = "m3.5 3.5 9 9M12.5 3.5l-9 9";
const RESET: &str = "M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3";

/// A button of the bar: its command, what it is called, its key.
struct Tool {
    press: &'static str,
    name: Phrase,
    key: &'static str,
}

const PANELS: [Tool; 3] = [
    Tool { press: "evidence", name: Phrase::PresenterEvidence, key: "E" },
    Tool { press: "stressed", name: Phrase::PresenterStressed, key: "S" },
    Tool { press: "prompts", name: Phrase::PresenterPrompts, key: "P" },
];

/// What stays as long as the presenter is open.
pub fn frame(words: &Words, questions: &[Question], timer: Timer) -> String {
    let say = |phrase| words.phrases.get(phrase);
    let mut html = Html::default();
    html.start("div").attr("id", "presenter").attr("role", "dialog").attr("aria-modal", "true");
    html.attr("aria-labelledby", "presenter-place presenter-question").attr("tabindex", "-1");

    html.start("div").attr("class", "presenter-head");
    html.start("p").attr("id", "presenter-place").attr("data-place", "").close();
    html.start("p").attr("data-said", "").attr("role", "status").close();
    html.start("p").attr("class", "presenter-time").attr("role", "timer").attr("aria-live", "off");
    html.attr("aria-label", say(Phrase::PresenterTimer)).attr("data-timer", "").close();
    html.close();

    html.start("div").attr("class", "presenter-stage").attr("data-stage", "").close();

    let (back, on) = arrows();
    html.start("div").attr("class", "presenter-bar");
    html.start("div").attr("class", "presenter-group");
    icon_button(&mut html, words, "previous", Phrase::PresenterPrevious, (back, "PageUp"), ARROW_BACK);
    for number in 1..=questions.len() {
        let (number, total) = (number.to_string(), questions.len().to_string());
        let name = words.phrases.fill(Phrase::PresenterPlace, &[("n", &number), ("total", &total)]);
        html.start("button").attr("type", "button").attr("class", "presenter-go").attr("data-go", &number);
        html.attr("aria-label", &name).text(&number).close();
    }
    icon_button(&mut html, words, "next", Phrase::PresenterNext, (on, "PageDown"), ARROW_ON);
    html.close();

    html.start("div").attr("class", "presenter-group");
    for Tool { press, name, key } in &PANELS {
        word_button(&mut html, press, key);
        html.attr("aria-expanded", "false");
        finish_word(&mut html, words, *name, key);
    }
    word_button(&mut html, "discussed", "D");
    html.attr("aria-pressed", "false");
    finish_word(&mut html, words, Phrase::PresenterDiscussed, "D");
    html.close();

    html.start("div").attr("class", "presenter-group");
    html.start("label").attr("class", "presenter-minutes").start("input").attr("type", "number");
    html.attr("min", "1").attr("max", &Timer::MOST.to_string()).attr("inputmode", "numeric");
    html.attr("data-minutes", "").attr("value", &timer.minutes().to_string()).void();
    html.text(" ").text(say(Phrase::PresenterMinutes)).close();
    word_button(&mut html, "timer", "T");
    finish_word(&mut html, words, Phrase::PresenterStart, "T");
    icon_button(&mut html, words, "reset", Phrase::PresenterReset, ("", ""), RESET);
    html.close();

    html.start("div").attr("class", "presenter-group");
    icon_button(&mut html, words, "code", Phrase::PresenterCode, ("Q", "Q"), CODE);
    icon_button(&mut html, words, "blank", Phrase::PresenterBlank, ("B", "B ."), BLANK);
    icon_button(&mut html, words, "full", Phrase::PresenterFull, ("F", "F"), FULL);
    icon_button(&mut html, words, "keys", Phrase::PresenterKeys, ("?", "?"), KEYS);
    icon_button(&mut html, words, "leave", Phrase::PresenterLeave, ("Esc", "Escape"), LEAVE);
    html.close().close();

    // What a screen reader is told of changes that are plain to see.
    html.start("p").attr("class", "visually-hidden").attr("role", "status").attr("data-told", "").close();
    html.start("button").attr("type", "button").attr("class", "presenter-dark").attr("data-press", "blank");
    html.attr("hidden", "").attr("aria-label", say(Phrase::PresenterBlankBack)).close();
    html.finish()
}

fn icon_button(html: &mut Html, words: &Words, press: &str, name: Phrase, (key, shortcuts): (&str, &str), icon: &str) {
    let name = words.phrases.get(name);
    let title = if key.is_empty() { name.to_owned() } else { format!("{name} ({key})") };
    html.start("button").attr("type", "button").attr("class", "icon-button").attr("data-press", press);
    html.attr("aria-label", name).attr("title", &title);
    html.maybe("aria-keyshortcuts", filled(shortcuts)).icon(icon).close();
}

/// Begins a button that is a word and its key.
fn word_button(html: &mut Html, press: &str, key: &str) {
    html.start("button").attr("type", "button").attr("class", "presenter-word").attr("data-press", press);
    html.attr("aria-keyshortcuts", key);
}

fn finish_word(html: &mut Html, words: &Words, name: Phrase, key: &str) {
    html.start("span").attr("data-word", "").text(words.phrases.get(name)).close();
    html.start("kbd").attr("aria-hidden", "true").text(key).close().close();
}

/// What a panel is written from, beside the question.
pub struct Around<'a> {
    pub entries: &'a [Entry],
    /// The question's address.
    pub address: &'a str,
    /// Whether that leads nowhere from other devices.
    pub is_here_only: bool,
    /// Whether the screen stays on.
    pub is_awake: bool,
}

/// The question, and what is open under it.
pub fn stage(words: &Words, presenter: &Presenter, question: &Question, around: &Around) -> String {
    let mut html = Html::default();
    html.start("div").attr("class", "presenter-question");
    html.start("p").attr("class", "presenter-number").attr("aria-hidden", "true");
    html.text(&(presenter.current() + 1).to_string()).close();
    html.start("div");
    html.start("h2").attr("id", "presenter-question").attr("tabindex", "-1");
    said(&mut html, &question.text).close();
    html.start("p").attr("class", "presenter-status").text(&question.status).close();
    if let Some((label, original)) = &question.original {
        html.start("p").attr("class", "presenter-status").text(label).text(" ");
        html.start("span");
        said(&mut html, original).close().close();
    }
    html.close().close();
    if let Some(panel) = presenter.panel() {
        html.start("section").attr("class", "presenter-panel").attr("data-panel", name_of(panel));
        html.attr("aria-labelledby", "presenter-panel");
        match panel {
            Panel::Evidence => evidence(&mut html, words, around.entries),
            Panel::Stressed => stressed(&mut html, words, question),
            Panel::Prompts => prompts(&mut html, words, question, presenter.prompts()),
            Panel::Code => code_panel(&mut html, words, around),
            Panel::Keys => keys(&mut html, words, around),
        }
        html.start("p").attr("class", "presenter-tools");
        if panel == Panel::Prompts {
            prompt_buttons(&mut html, words, presenter.prompts());
        }
        button(&mut html, words, "close", Phrase::KeysClose);
        html.close().close();
    }
    html.finish()
}

/// The name of a panel, which is that of its button.
pub fn name_of(panel: Panel) -> &'static str {
    match panel {
        Panel::Evidence => "evidence",
        Panel::Stressed => "stressed",
        Panel::Prompts => "prompts",
        Panel::Code => "code",
        Panel::Keys => "keys",
    }
}

/// Writes a text into the element just started, with its language.
fn said<'a>(html: &'a mut Html, said: &Said) -> &'a mut Html {
    html.maybe("lang", filled(&said.lang)).maybe("dir", filled(&said.dir)).text(&said.text)
}

fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// The arrows that lead back and on.
fn arrows() -> (&'static str, &'static str) {
    if browser::is_right_to_left() { ("→", "←") } else { ("←", "→") }
}

fn heading(html: &mut Html, text: &str) {
    html.start("h3").attr("id", "presenter-panel").attr("tabindex", "-1").text(text).close();
}

fn button(html: &mut Html, words: &Words, press: &str, name: Phrase) {
    html.start("button").attr("type", "button").attr("class", "chip").attr("data-press", press);
    html.text(words.phrases.get(name)).close();
}

fn evidence(html: &mut Html, words: &Words, entries: &[Entry]) {
    heading(html, words.phrases.get(Phrase::OnFrieze));
    html.start("ul").attr("class", "presenter-entries");
    for entry in entries {
        html.start("li").attr("data-hue", &entry.hue);
        html.start("p").attr("class", "presenter-date");
        html.start("span").attr("class", "mark").attr("data-shape", &entry.shape).close();
        html.text(" ").text(&entry.date).close();
        html.start("h4");
        said(html, &entry.title).close();
        html.start("p");
        said(html, &entry.summary).close().close();
    }
    html.close();
}

fn stressed(html: &mut Html, words: &Words, question: &Question) {
    heading(html, words.phrases.get(Phrase::Stressed));
    html.start("ul").attr("class", "presenter-large");
    for one in &question.stressed {
        html.start("li");
        said(html, one).close();
    }
    html.close();
}

fn prompts(html: &mut Html, words: &Words, question: &Question, (shown, all): (usize, usize)) {
    let (number, total) = (shown.to_string(), all.to_string());
    html.start("h3").attr("id", "presenter-panel").attr("tabindex", "-1").text(words.phrases.get(Phrase::Prompts));
    html.text(" ").start("span");
    html.text(&words.phrases.fill(Phrase::PresenterPromptsOf, &[("n", &number), ("total", &total)])).close().close();
    html.start("ol").attr("class", "presenter-large presenter-prompts");
    for one in question.prompts.iter().take(shown) {
        html.start("li");
        said(html, one).close();
    }
    html.close();
}

fn prompt_buttons(html: &mut Html, words: &Words, (shown, all): (usize, usize)) {
    if shown < all {
        button(html, words, "prompts", Phrase::PresenterPromptsMore);
    }
    button(html, words, "fewer", Phrase::PresenterPromptsFewer);
}

fn code_panel(html: &mut Html, words: &Words, around: &Around) {
    let say = |phrase| words.phrases.get(phrase);
    heading(html, say(Phrase::PresenterCodeLead));
    html.start("div").attr("class", "presenter-code");
    match code::drawing(around.address, say(Phrase::PresenterCode)) {
        Some(drawing) => html.raw(&drawing),
        None => html.start("p").text(say(Phrase::PresenterCodeLong)).close(),
    };
    html.start("div");
    html.start("p").attr("class", "presenter-address").attr("dir", "ltr").text(around.address).close();
    if around.is_here_only {
        html.start("p").attr("class", "presenter-status").attr("data-here", "").text(say(Phrase::PresenterCodeHere));
        html.close();
    }
    html.close().close();
}

fn keys(html: &mut Html, words: &Words, around: &Around) {
    let say = |phrase| words.phrases.get(phrase);
    heading(html, say(Phrase::PresenterKeysTitle));
    let (back, on) = arrows();
    html.start("dl").attr("class", "presenter-keys");
    for (key, does) in [
        (on, Phrase::PresenterNext),
        (back, Phrase::PresenterPrevious),
        (say(Phrase::PresenterKeyNamePages), Phrase::PresenterKeyPages),
        (say(Phrase::KeyNameEnds), Phrase::PresenterKeyEnds),
        ("E", Phrase::PresenterEvidence),
        ("S", Phrase::PresenterStressed),
        ("P", Phrase::PresenterKeyPrompts),
        ("D", Phrase::PresenterDiscussed),
        ("T", Phrase::PresenterKeyTimer),
        ("B .", Phrase::PresenterKeyBlank),
        ("F", Phrase::PresenterFull),
        ("Q", Phrase::PresenterCode),
        ("?", Phrase::KeyHelp),
        (say(Phrase::KeyNameEscape), Phrase::PresenterKeyEscape),
    ] {
        html.start("div").start("dt").start("kbd").text(key).close().close();
        html.start("dd").text(say(does)).close().close();
    }
    html.close();
    html.start("p").attr("class", "presenter-status").attr("data-awake", "");
    html.text(say(if around.is_awake { Phrase::PresenterAwake } else { Phrase::PresenterAsleep })).close();
}
