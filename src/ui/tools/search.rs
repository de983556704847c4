//! The search field.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::element;
use crate::i18n::Phrase;
use crate::session::Command;
use crate::ui::store::{Store, use_store};

/// A real form: without script, or before it runs, Enter keeps what was typed in the address; then it leads to the first
/// that was found. The field is
/// uncontrolled: what is typed is never written over.
#[component]
pub fn Search() -> impl IntoView {
    let store = use_store();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        store.dispatch(Command::CommitText);
        if !store.search_text().trim().is_empty() {
            store.read_from(0.0);
        }
    };
    let typed = move |event: ev::Event| {
        // While an input method composes, what stands there is not yet what is meant.
        if !element::is_composing(&event) {
            store.typed();
        }
    };
    let changed = move |_| {
        store.typed();
        store.dispatch(Command::CommitText);
    };
    // The Enter that ends a composition is not the end of the search.
    let key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.is_composing() || event.key_code() == COMPOSING) {
            event.prevent_default();
        }
    };
    view! {
        <form class="search" role="search" method="get" action="" on:submit=submit>
            <input
                type="search"
                name="q"
                data-search=""
                autocomplete="off"
                spellcheck="false"
                aria-label=store.say(Phrase::SearchLabel)
                placeholder=store.say(Phrase::SearchHint)
                node_ref=store.nodes.search
                on:input=typed
                on:compositionend=move |_| store.typed()
                on:change=changed
                on:keydown=key
            />
        </form>
    }
}

/// The code of every key while an input method composes, where a browser does not say so otherwise.
const COMPOSING: u32 = 229;

impl Store {
    /// What the search field holds.
    pub fn search_text(self) -> String {
        self.nodes.search.get_untracked().map(|field| field.value()).unwrap_or_default()
    }

    fn typed(self) {
        self.dispatch(Command::Type(self.search_text()));
    }
}
