//! How facts were gathered, and every source once, with the entries that rest on it.

use leptos::either::Either;
use leptos::prelude::*;

use crate::content::{Entry, Source};
use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::edition::{language, use_edition};
use crate::ui::parts::{Paragraph, SourceLine};

/// So many entries are listed under a source; of more, their number is said.
const MOST_ENTRIES: usize = 50;

/// The last part of the page: the list itself, or the link to it.
#[component]
pub fn Sources() -> impl IntoView {
    let edition = use_edition();
    let method = edition.timeline.site.method.iter().cloned().map(|text| view! { <Paragraph text /> });
    let name = edition.say(Phrase::PartSourcesList);
    let page = edition.sources_at.clone();
    let is_here = page.is_empty();
    view! {
        <h2 id=ids::SOURCES_TITLE>{edition.say(Phrase::PartSources)}</h2>
        <div class="method">
            <h3>{edition.say(Phrase::Method)}</h3>
            {method.collect::<Vec<_>>()}
        </div>
        <h3>
            {if is_here {
                Either::Left(name)
            } else {
                Either::Right(view! { <a id=ids::SOURCES_PAGE href=page>{name}</a> })
            }}
        </h3>
        <p class="sources-intro">{edition.say(Phrase::SourcesIntro)}</p>
        {is_here.then(|| view! { <List /> })}
    }
}

/// Every source.
#[component]
pub fn List() -> impl IntoView {
    let sources = use_edition().timeline.sources.clone().into_iter();
    view! { <ol class="source-list">{sources.map(|source| view! { <SourceItem source /> }).collect::<Vec<_>>()}</ol> }
}

/// A source with the entries that cite it.
#[component]
fn SourceItem(source: Source) -> impl IntoView {
    let edition = use_edition();
    let entries = source.entries.iter().filter_map(|&entry| edition.timeline.entries.get(entry)).take(MOST_ENTRIES);
    let entries = entries.cloned().map(|entry| view! { <Citing entry /> }).collect::<Vec<_>>();
    let more = source.entries.len().saturating_sub(MOST_ENTRIES);
    let more = (more > 0).then(|| view! { <li>{edition.fill(Phrase::MoreEntries, &[("n", &more.to_string())])}</li> });
    view! {
        <li id=ids::source(&source.id) tabindex="-1">
            <p>
                <SourceLine source=source.clone() />
            </p>
            <ul>{entries} {more}</ul>
        </li>
    }
}

/// An entry that cites a source.
#[component]
fn Citing(entry: Entry) -> impl IntoView {
    let (lang, dir) = language(&entry.title);
    view! {
        <li>
            <a href=use_edition().entry_link(&entry.id) lang=lang dir=dir>{entry.title.as_str().to_owned()}</a>
        </li>
    }
}
