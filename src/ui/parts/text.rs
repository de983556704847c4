//! Pieces of text that several parts are made of: written by the prerender and by the program for other files.

use leptos::either::Either;
use leptos::prelude::*;

use super::EntryItem;
use crate::content::{Source, Text};
use crate::i18n::{Phrase, Style};
use crate::page::ids;
use crate::ui::edition::{direction, language, use_edition};

/// A text in a paragraph, marked with its language.
#[component]
pub fn Paragraph(
    /// The text.
    text: Text,
) -> impl IntoView {
    let (lang, dir) = language(&text);
    view! { <p lang=lang dir=dir>{text.as_str().to_owned()}</p> }
}

/// A text within a line: an element only where its language has to be marked.
#[component]
pub fn Inline(
    /// The text.
    text: Text,
) -> impl IntoView {
    let (lang, dir) = language(&text);
    let text = text.as_str().to_owned();
    if lang.is_some() { Either::Left(view! { <span lang=lang dir=dir>{text}</span> }) } else { Either::Right(text) }
}

/// Links to entries with mark and year, as the items of a list.
#[component]
pub fn EntryLinks(
    /// Indices of the entries.
    entries: Vec<usize>,
) -> impl IntoView {
    let edition = use_edition();
    let items = entries.into_iter().filter_map(|entry| edition.timeline.entries.get(entry)).map(|entry| {
        let year = edition.words.dates.year(entry.date.anchor().civil().year);
        let (id, title, look) = (entry.id.clone(), entry.title.clone(), edition.look(entry.lane));
        view! { <EntryItem id title year look /> }
    });
    items.collect::<Vec<_>>()
}

/// Small numbered links to entries, such as a figure's sources.
#[component]
pub fn NumberedLinks(
    /// Indices of the entries.
    entries: Vec<usize>,
) -> impl IntoView {
    let edition = use_edition();
    let entries = entries.into_iter().filter_map(|entry| edition.timeline.entries.get(entry));
    let links = (1..).zip(entries).map(|(number, entry): (usize, _)| {
        let label = edition.fill(Phrase::FigureSource, &[("title", entry.title.as_str())]);
        view! {
            <a class="figure-source" href=ids::link(&entry.id) aria-label=format!("{number} – {label}")>
                {number}
            </a>
        }
    });
    view! { <span class="figure-sources">{links.collect::<Vec<_>>()}</span> }
}

/// All that is known of a source, in a line: title, publisher, date, and language where that is not the page's.
#[component]
pub fn SourceLine(
    /// The source.
    source: Source,
) -> impl IntoView {
    let edition = use_edition();
    let date = source.date.map(|date| format!(", {}", edition.words.dates.text(date, Style::Long)));
    let publisher = format!("{}{}", source.publisher, date.unwrap_or_default());
    let lang = (source.lang != edition.timeline.lang).then(|| {
        view! {
            " "
            <span class="in-lang">{source.lang.clone()}</span>
        }
    });
    view! {
        <SourceLink source />
        " "
        <span class="publisher">{publisher}</span>
        {lang}
    }
}

/// A source's title, linked to its address: our description in brackets in the page's language, a published title
/// marked with the source's own. `data-source` where an entry cites it.
#[component]
pub fn SourceLink(
    /// The source.
    source: Source,
    /// Whether an entry cites it.
    #[prop(optional)]
    is_cited: bool,
) -> impl IntoView {
    let own = &use_edition().timeline.lang;
    let lang = if source.described {
        source.title.lang().map(str::to_owned)
    } else {
        Some(source.lang.clone()).filter(|lang| lang != own)
    };
    let dir = lang.as_deref().map(direction);
    let title = source.title.as_str();
    let title = if source.described { format!("[{title}]") } else { title.to_owned() };
    view! {
        <a data-source=is_cited.then_some("") href=source.url rel="external noopener" lang=lang dir=dir>
            {title}
        </a>
    }
}
