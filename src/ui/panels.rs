//! Messages, announcements, the list of keys, and the list of a cluster.

use leptos::prelude::*;

use super::page::Page;
use crate::browser;
use crate::html;
use crate::i18n::Phrase;
use crate::session::{Command, Problem, Target};

/// What went wrong and what to do, and what was found to be nothing.
pub fn problem(page: Page) -> impl IntoView {
    let message = move || {
        let model = page.model();
        page.session.with(|session| {
            if let Some(problem) = &session.problem {
                return Some(match problem {
                    Problem::UnknownFragment(id) => model.edition.fill(Phrase::UnknownFragment, &[("id", id)]),
                    Problem::UnknownFilter(id) => model.edition.fill(Phrase::UnknownFilter, &[("id", id)]),
                    Problem::NewerLink => model.phrase(Phrase::NewerLink),
                });
            }
            let Some(Target::Entry(entry)) = session.target else { return None };
            let passing = session.filters.passing(model.timeline(), &model.search);
            let excluded = passing.get(entry).is_some_and(|passes| !passes);
            let title = model.edition.title(entry);
            excluded.then(|| model.edition.fill(Phrase::ExcludedShown, &[("title", title)]))
        })
    };
    let message = Memo::new(move |_| message());
    let none_found = move || page.count() == 0;
    let advice = move || {
        let model = page.model();
        page.session.with(|session| {
            let filters = &session.filters;
            [
                (!filters.text.is_empty(), Phrase::LoosenQuery),
                (!filters.lanes.is_empty(), Phrase::LoosenLane),
                (!filters.regions.is_empty(), Phrase::LoosenRegion),
                (filters.from.is_some() || filters.to.is_some(), Phrase::LoosenPeriod),
            ]
            .into_iter()
            .filter_map(|(applies, phrase)| applies.then(|| model.phrase(phrase)))
            .collect::<Vec<_>>()
        })
    };
    view! {
        {move || message.get().map(|message| view! {
            <div class="message" data-problem="" role="status">
                <p>{message}</p>
                <button type="button" class="plain" hidden=move || page.session.with(|session| session.filters.is_empty())
                    on:click=move |_| page.dispatch(Command::Clear)>{page.model().phrase(Phrase::ClearAll)}</button>
                <button type="button" class="plain" hidden=move || page.session.with(|session| session.problem.is_none())
                    on:click=move |_| page.dispatch(Command::Dismiss)>{page.model().phrase(Phrase::Dismiss)}</button>
            </div>
        })}
        {move || none_found().then(|| view! {
            <div class="message" data-none="">
                <p><strong>{page.model().phrase(Phrase::NoneFound)}</strong></p>
                {advice().into_iter().map(|advice| view! { <p>{advice}</p> }).collect_view()}
                <button type="button" class="plain" on:click=move |_| page.dispatch(Command::Clear)>
                    {page.model().phrase(Phrase::ClearAll)}
                </button>
            </div>
        })}
    }
}

/// What lies over the page: announcements, keys, the list of a cluster.
pub fn panels(page: Page) -> impl IntoView {
    let model = page.model();
    let listed = move || page.listed.with(|entries| html::entry_links(&page.model().edition, entries));
    let heading =
        move || page.model().edition.fill(Phrase::ClusterTitle, &[("n", &page.listed.with(Vec::len).to_string())]);
    view! {
        <p class="visually-hidden" data-live="" aria-live="polite">{move || page.announcement.get()}</p>
        <div id="keys" class="panel" popover="auto" role="dialog" aria-labelledby="keys-title" inner_html=page.prose(html::keys)></div>
        <div id="cluster" class="panel" popover="auto" role="dialog" aria-labelledby="cluster-title"
            on:click=move |event| if browser::closest_attribute(&event, "a", "href").is_some() {
                browser::hide_popover("#cluster");
            }
        >
            <h2 id="cluster-title">{heading}</h2>
            <ul class="entry-list" inner_html=listed></ul>
            <button type="button" class="plain" on:click=move |_| browser::hide_popover("#cluster")>{model.phrase(Phrase::KeysClose)}</button>
        </div>
    }
}
