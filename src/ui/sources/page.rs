//! The list of sources as a page of its own: text that no program has to run for.

use leptos::prelude::*;

use super::text::List;
use crate::i18n::Phrase;
use crate::page::SOURCES_FOLDER;
use crate::ui::edition::{language, use_edition};
use crate::ui::masthead::{Languages, Parts};

/// Everything inside `#app` of that page.
#[component]
pub fn SourcesPage() -> impl IntoView {
    let edition = use_edition();
    let title = edition.timeline.site.title.clone();
    let (lang, dir) = language(&title);
    view! {
        <header class="masthead">
            <nav class="parts" aria-label=edition.say(Phrase::NavParts)>
                <Parts />
            </nav>
            <Languages folder=SOURCES_FOLDER />
        </header>
        <main class="sources">
            <p class="kicker">
                <a href=edition.entries_at.clone() lang=lang dir=dir>{title.as_str().to_owned()}</a>
            </p>
            <h1>{edition.say(Phrase::PartSourcesList)}</h1>
            <p class="sources-intro">{edition.say(Phrase::SourcesIntro)}</p>
            <List />
        </main>
    }
}
