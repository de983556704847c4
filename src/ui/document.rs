//! The page's parts in their order, as text: what stands in `#app`.

use leptos::prelude::*;

use super::page::Page;
use super::{frieze, overview, panels, tools};
use crate::html::{self, Html};
use crate::i18n::Phrase;

/// Everything inside `#app`, with the frieze's `marks` and the `chronicle` as they are rendered. Only the
/// marks are views: they are rendered by Leptos and hydrated by it, the rest is found by its hooks.
pub fn document(page: Page, marks: &str, chronicle: &str) -> String {
    let model = page.model();
    let edition = &model.edition;
    let mut html = Html::default();
    part(&mut html, "div", "skip", &html::skip_links(edition));
    part(&mut html, "header", "masthead", &html::masthead(edition));
    html.start("main");
    part(&mut html, "section", "overture", &html::overture(edition));
    decade(page, &mut html, marks, chronicle);
    if edition.timeline.conversation.is_some() {
        section(&mut html, "conversation", &html::conversation(edition));
    }
    section(&mut html, "sources", &html::sources(edition));
    html.close();
    html.raw(&panels::panels(&model));
    html.finish()
}

fn decade(page: Page, html: &mut Html, marks: &str, chronicle: &str) {
    let model = &page.model();
    html.start("section").attr("id", "decade").attr("class", "decade").attr("aria-labelledby", "decade-title");
    html.attr("style", &format!("--rows:{}", model.rows.iter().sum::<usize>()));
    part(html, "div", "tools", &tools::tools(model));
    // Said until the script runs, and again when it breaks down (src/loader.js).
    html.start("p").attr("id", "failed").attr("class", "message").attr("role", "status");
    html.text(model.edition.say(Phrase::Failed)).close();
    part(html, "div", "messages", "");
    html.start("div").attr("class", "frieze");
    frieze::frieze(model, html, &page.scene.get_untracked(), marks);
    part(html, "div", "zoom needs-script", &overview::zoom_buttons(model));
    part(html, "div", "overview-row", &overview::overview(model));
    html.close();
    part(html, "div", "chronicle", chronicle);
    html.close();
}

fn part(html: &mut Html, tag: &'static str, class: &str, content: &str) {
    html.start(tag).attr("class", class).raw(content).close();
}

/// A part that the table of contents names: its id, and a heading that names it.
fn section(html: &mut Html, id: &str, content: &str) {
    html.start("section").attr("id", id).attr("class", id).attr("aria-labelledby", &format!("{id}-title"));
    html.raw(content).close();
}
