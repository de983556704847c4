//! How many entries are left, by which filters, and the way back to all.

use leptos::prelude::*;

use super::chips::name;
use crate::i18n::{Phrase, Style};
use crate::session::{Command, Filters};
use crate::ui::model::Model;
use crate::ui::store::{live, use_store};

/// Count, summary, the way to the first that is left, and "clear all".
#[component]
pub fn Count() -> impl IntoView {
    let store = use_store();
    let text = live(move || Some(store.model().count_text(store.count())));
    let summary = live(move || store.session.with(|session| summary(&store.model(), &session.filters)));
    let hidden = live(move || store.session.with(|session| session.filters.is_empty()));
    view! {
        <p class="count">
            <span data-count=live(move || Some(store.count().to_string()))>{text}</span>
            <span class="filter-summary">{summary}</span>
            <button
                type="button"
                class="plain"
                data-read-found=""
                hidden=live(move || hidden.get() || store.count() == 0)
                on:click=move |_| store.read_from(0.0)
            >
                {store.say(Phrase::ReadFound)}
            </button>
            <button
                type="button"
                class="plain"
                data-clear=""
                hidden=hidden
                on:click=move |_| store.clear(Command::Clear)
            >
                {store.say(Phrase::ClearAll)}
            </button>
        </p>
    }
}

/// Which filters are on, in words: for the reader, and for paper.
fn summary(model: &Model, filters: &Filters) -> Option<String> {
    let mut parts = Vec::new();
    if !filters.text.trim().is_empty() {
        parts.push(model.fill(Phrase::FilterQuery, &[("text", filters.text.trim())]));
    }
    parts.extend(filters.on().map(|filter| name(model, filter)));
    for (label, date) in [(Phrase::PeriodFrom, filters.from), (Phrase::PeriodTo, filters.to)] {
        if let Some(date) = date {
            parts.push(format!("{} {}", model.say(label), model.words.dates.date(date, Style::Long)));
        }
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}
