//! The masthead: the parts of the page, languages, theme, print, download.

mod languages;
mod text;
mod themes;

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::parts::{Icon, IconButton, hole};
use crate::ui::store::use_store;

pub use languages::Languages;
#[cfg(feature = "prerender")]
pub use text::Parts;
use themes::Themes;

/// Ways past all that comes before a part, for those who do not want to walk through it.
#[component]
pub fn SkipLinks() -> impl IntoView {
    view! { <div class="skip">{hole(|| view! { <text::SkipLinks /> })}</div> }
}

/// Table of contents and tools.
#[component]
pub fn Masthead() -> impl IntoView {
    let store = use_store();
    view! {
        <header class="masthead">
            <nav
                class="parts"
                aria-label=store.say(Phrase::NavParts)
            >
                {hole(|| view! { <text::Parts /> })}
            </nav>
            <div class="page-tools">
                <Languages />
                <Menu />
            </div>
        </header>
    }
}

/// Theme, print and download: in line where there is room, else a popover behind a button.
#[component]
fn Menu() -> impl IntoView {
    let store = use_store();
    let name = store.say(Phrase::NavMenu);
    view! {
        <button type="button" class="icon-button opens-menu" popovertarget=ids::MENU aria-label=name.clone() title=name>
            <Icon shape="M3 8h.1M8 8h.1M13 8h.1" />
        </button>
        <div id=ids::MENU class="menu" popover="auto">
            <Themes />
            <IconButton
                name=store.say(Phrase::Print)
                shape="M4.5 6V2h7v4M4.5 12H2V6h12v6h-2.5M4.5 10h7v4h-7z"
                class="icon-button needs-script"
                press=|_| drop(window().print())
                print=""
            />
            <Download />
        </div>
    }
}

/// The timeline's file.
#[component]
fn Download() -> impl IntoView {
    let store = use_store();
    let name = store.say(Phrase::Download);
    view! {
        <a
            class="icon-button"
            data-download=""
            download=true
            href=store.model().file.clone()
            aria-label=name.clone()
            title=name
        >
            <Icon shape="M8 2v8.5M4.5 7L8 10.5 11.5 7M3 13.5h10" />
        </a>
    }
}
