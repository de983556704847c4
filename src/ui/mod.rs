//! The page as Leptos components: one [`App`], rendered natively into every page's HTML, hydrated in the browser from
//! one root, and mounted by the program that shows other files.
//!
//! One folder for each part of the page, as a reader would name it; `parts` has what several of them use, `store` the
//! state, `hooks` what listens beyond one element. What never changes is text that the page's program does not
//! contain ([`parts::hole`]).

mod chronicle;
mod conversation;
mod edition;
mod embedded;
mod frieze;
mod hooks;
mod masthead;
mod model;
#[cfg(feature = "other")]
pub mod other;
mod overture;
mod panels;
mod parts;
#[cfg(feature = "prerender")]
mod render;
mod sources;
#[cfg(feature = "browser")]
mod start;
mod store;
mod tools;

pub use edition::Edition;
pub use embedded::Embedded;
pub use model::Model;
#[cfg(feature = "prerender")]
pub use render::{Page, render};
#[cfg(feature = "browser")]
pub use start::start;
pub use store::Store;

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::layout::ROWS;
use crate::page::ids;
use chronicle::Chronicle;
use conversation::Conversation;
use frieze::Frieze;
use masthead::{Masthead, SkipLinks};
use overture::{Figures, Overture};
use panels::{ClusterPanel, KeysPanel, LiveRegion};
use parts::said;
use sources::Sources;
use store::use_store;
use tools::{Messages, Tools};

/// Everything inside `#app`. In context it needs a [`Store`], and where texts are written an [`Edition`] in an `Arc`.
#[component]
pub fn App() -> impl IntoView {
    let store = use_store();
    view! {
        <SkipLinks />
        <Masthead />
        <main on:click=move |event| store.followed(&event)>
            <Overture />
            <Decade />
            <Conversation />
            <Sources />
        </main>
        <LiveRegion />
        <KeysPanel />
        <ClusterPanel />
    }
}

/// The decade: frieze and chronicle, two views of the same entries, and the tools for both.
#[component]
fn Decade() -> impl IntoView {
    let store = use_store();
    let rows = ROWS.max(store.model().outline.lanes.len()).to_string();
    view! {
        <section id=ids::DECADE class="decade" aria-labelledby=ids::DECADE_TITLE style:--rows=rows>
            <Tools />
            // Said until the script runs, and again when it breaks down (src/loader.js).
            <p
                id=ids::FAILED
                class="message"
                role="status"
                data-failed=""
            >
                {said(Phrase::Failed)}
            </p>
            <Messages />
            <Frieze picture=store.picture />
            <Figures />
            <Chronicle />
        </section>
    }
}
