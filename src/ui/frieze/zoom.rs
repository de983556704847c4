//! The buttons that zoom, and the one that says how to read and move.

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::parts::{Icon, IconButton};
use crate::ui::store::{Picture, Store, live, use_store};

/// All of them.
#[component]
pub fn Zoom(picture: Picture) -> impl IntoView {
    let store = use_store();
    let name = store.say(Phrase::FriezeKeys);
    view! {
        <div class="zoom needs-script">
            <ZoomButton hook="out" phrase=Phrase::ZoomOut shape="M3 8h10" press=Store::zoom_out picture />
            <ZoomButton hook="in" phrase=Phrase::ZoomIn shape="M3 8h10M8 3v10" press=Store::zoom_in picture />
            <ZoomButton
                hook="all"
                phrase=Phrase::ZoomAll
                shape="M1.5 8h13M4.5 5l-3 3 3 3M11.5 5l3 3-3 3"
                press=Store::show_all
                picture
            />
            <button
                type="button"
                class="icon-button"
                popovertarget=ids::KEYS
                disabled=store.waiting
                aria-label=name.clone()
                title=name
            >
                <Icon shape="M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.6v.2" />
            </button>
        </div>
    }
}

/// Disabled where there is no further to go.
#[component]
fn ZoomButton(
    hook: &'static str,
    phrase: Phrase,
    shape: &'static str,
    press: fn(Store),
    picture: Picture,
) -> impl IntoView {
    let store = use_store();
    let disabled = live(move || {
        let viewport = picture.viewport.get();
        store.waiting.get() || if hook == "in" { viewport.is_deepest() } else { viewport.is_whole() }
    });
    view! { <IconButton name=store.say(phrase) shape press disabled zoom=hook /> }
}
