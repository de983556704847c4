//! Links to the parts of the page.

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::edition::use_edition;

/// Links that skip to the parts.
#[component]
pub fn SkipLinks() -> impl IntoView {
    let edition = use_edition();
    let parts = [
        (ids::DECADE, Phrase::SkipDecade),
        (ids::CONVERSATION, Phrase::SkipConversation),
        (ids::SOURCES, Phrase::SkipSources),
    ];
    let parts = parts.into_iter().filter(|(id, _)| edition.has_part(id));
    let links = parts.map(|(id, phrase)| view! { <a href=ids::link(id)>{edition.say(phrase)}</a> });
    links.collect::<Vec<_>>()
}

/// The table of contents; sources are the list of them where that is a page of its own.
#[component]
pub fn Parts() -> impl IntoView {
    let edition = use_edition();
    let is_list = !edition.entries_at.is_empty();
    let list = Some(edition.sources_at.clone()).filter(|list| !list.is_empty());
    let parts = [(ids::DECADE, Phrase::NavDecade), (ids::CONVERSATION, Phrase::NavConversation)];
    let parts = parts.into_iter().filter(|(id, _)| edition.has_part(id));
    let parts = parts.map(|(id, phrase)| view! { <a href=edition.entry_link(id)>{edition.say(phrase)}</a> });
    view! {
        {parts.collect::<Vec<_>>()}
        <a href=list.unwrap_or_else(|| ids::link(ids::SOURCES)) aria-current=is_list.then_some("page")>
            {edition.say(Phrase::NavSources)}
        </a>
    }
}
