//! The top of the page: ways in, tools, title, and the decade in a paragraph and a few figures.

use super::edition::{Edition, element, inline};
use super::writer::Html;
use crate::i18n::Phrase;

const PARTS: [(&str, Phrase, Phrase); 3] = [
    ("#decade", Phrase::SkipDecade, Phrase::PartDecade),
    ("#conversation", Phrase::SkipConversation, Phrase::PartConversation),
    ("#sources", Phrase::SkipSources, Phrase::PartSources),
];

/// The parts that the page has.
fn parts(edition: &Edition) -> impl Iterator<Item = (&'static str, Phrase, Phrase)> {
    let has_conversation = edition.timeline.conversation.is_some();
    PARTS.into_iter().filter(move |(href, ..)| has_conversation || *href != "#conversation")
}

/// Links to the parts, for those who do not want to walk through everything before them.
pub fn skip_links(edition: &Edition) -> String {
    let mut html = Html::default();
    for (href, phrase, _) in parts(edition) {
        html.start("a").attr("href", href).text(edition.say(phrase)).close();
    }
    html.finish()
}

/// Table of contents, languages and tools.
pub fn masthead(edition: &Edition) -> String {
    let mut html = Html::default();
    html.start("nav").attr("class", "parts").attr("aria-label", edition.say(Phrase::NavParts));
    for (href, _, phrase) in parts(edition) {
        html.start("a").attr("href", href).text(edition.say(phrase)).close();
    }
    html.close();
    html.start("div").attr("class", "page-tools");
    languages(edition, &mut html);
    html.start("div").attr("class", "themes needs-script").attr("role", "group");
    html.attr("aria-label", edition.say(Phrase::ThemeLabel));
    for (theme, phrase, shape) in [
        ("auto", Phrase::ThemeAuto, "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12v12M10.5 3v10M12.5 4.5v7"),
        (
            "light",
            Phrase::ThemeLight,
            "M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
        ),
        ("dark", Phrase::ThemeDark, "M13.5 9.5A5.8 5.8 0 1 1 6.5 2.5a4.6 4.6 0 0 0 7 7z"),
    ] {
        let pressed = if theme == "auto" { "true" } else { "false" };
        html.start("button").attr("type", "button").attr("class", "icon-button").attr("disabled", "");
        html.attr("data-theme-set", theme).attr("aria-pressed", pressed);
        html.attr("aria-label", edition.say(phrase)).attr("title", edition.say(phrase));
        html.icon(shape);
        html.close();
    }
    html.close();
    html.start("button").attr("type", "button").attr("class", "icon-button needs-script").attr("disabled", "");
    html.attr("data-print", "")
        .attr("aria-label", edition.say(Phrase::Print))
        .attr("title", edition.say(Phrase::Print));
    html.icon("M4.5 6V2h7v4M4.5 12H2V6h12v6h-2.5M4.5 10h7v4h-7z");
    html.close();
    html.start("a").attr("class", "icon-button").attr("data-download", "").attr("download", "");
    html.attr("href", &edition.file);
    html.attr("aria-label", edition.say(Phrase::Download)).attr("title", edition.say(Phrase::Download));
    html.icon("M8 2v8.5M4.5 7L8 10.5 11.5 7M3 13.5h10");
    html.finish()
}

/// Links to the page in each language; the running page adds query and fragment to them.
fn languages(edition: &Edition, html: &mut Html) {
    html.start("nav").attr("class", "languages").attr("aria-label", edition.say(Phrase::NavLanguages));
    for language in &edition.timeline.site.languages {
        let is_this = language.tag == edition.words.lang;
        html.start("a").attr("href", &format!("{}{}/", edition.root, language.tag));
        html.attr("hreflang", &language.tag).attr("lang", &language.tag).attr("data-lang-link", &language.tag);
        html.maybe("aria-current", is_this.then_some("page")).text(&language.name).close();
    }
    html.close();
}

/// Title, lede, figures and notice.
pub fn overture(edition: &Edition) -> String {
    let site = &edition.timeline.site;
    let mut html = Html::default();
    element(&mut html, "p", Some("kicker"), &site.kicker);
    element(&mut html, "h1", None, &site.title);
    element(&mut html, "p", Some("lede"), &site.lede);
    html.start("dl").attr("class", "figures");
    for figure in &edition.timeline.figures {
        html.start("div").attr("class", "figure");
        element(&mut html, "dt", None, &figure.words.value);
        html.start("dd");
        inline(&mut html, &figure.words.caption);
        html.text(" ");
        if figure.words.disputed {
            html.start("span").attr("class", "disputed").text(edition.say(Phrase::FigureDisputed)).close().text(" ");
        }
        edition.numbered_links(&mut html, &figure.entries);
        html.close().close();
    }
    html.close();
    element(&mut html, "p", Some("notice"), &site.notice);
    // Shown once it is true (src/offline.js).
    html.start("p").attr("class", "offline").text(edition.say(Phrase::Offline)).close();
    html.finish()
}
