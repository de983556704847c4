//! The frieze: eras, ticks and marks on a scrolled axis, with zoom and overview.

mod axis;
mod cluster;
mod keys;
mod lanes;
mod mark;
mod overview;
mod place;
mod seats;
mod tip;
mod zoom;

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::parts::{hole, said};
use crate::ui::store::{Picture, Unfolded, live, use_store};

use axis::{Eras, Ticks};
use lanes::{Gutter, Lanes, rows};
use overview::Overview;
use place::{edge, percent};
use tip::Tip;
use zoom::Zoom;

/// A picture of the timeline, and what moves it: all that sticks to the top of the window.
#[component]
pub fn Frieze(
    /// What it shows.
    picture: Picture,
) -> impl IntoView {
    let store = use_store();
    let unfolded = live(move || {
        store.unfolded.get().map(|place| if place == Unfolded::Over { "over" } else { "true" }.to_owned())
    });
    view! {
        <div class="frieze" node_ref=store.nodes.frieze data-unfolded=unfolded>
            <p
                id=ids::FRIEZE_HELP
                class="visually-hidden needs-script"
            >
                {said(Phrase::FriezeHelp)}
            </p>
            <Nav picture />
            <p class="wheel-hint" data-wheel-hint="" aria-hidden="true" hidden=live(move || !store.is_hinting.get())>
                {said(Phrase::WheelHint)}
            </p>
            <Zoom picture />
            <Overview picture />
        </div>
    }
}

/// The frieze itself: a landmark of links, one Tab stop, moved over by arrows.
#[component]
pub fn Nav(picture: Picture) -> impl IntoView {
    let store = use_store();
    let model = store.model();
    let total = model.outline.entries.len().to_string();
    let at =
        move |end: bool| live(move || store.alive.get().then(|| edge(&store.model(), picture.window(), end)).flatten());
    view! {
        <nav
            id=ids::frieze(picture.number)
            data-frieze=""
            style=rows(store, picture)
            data-total=total
            data-timeline=model.file.clone()
            data-shown=live(move || store.alive.get().then(|| store.count().to_string()))
            data-from=at(false)
            data-to=at(true)
            aria-label=store.say(Phrase::FriezeLabel)
            aria-describedby=ids::FRIEZE_HELP
            node_ref=store.nodes.nav
            on:keydown=move |event| store.frieze_key(&event)
        >
            <div class="gutter" aria-hidden="true">{hole(|| view! { <Gutter /> })}</div>
            <Scroller picture />
        </nav>
    }
}

/// What is scrolled: panning is the browser's own.
#[component]
fn Scroller(picture: Picture) -> impl IntoView {
    let store = use_store();
    let length = live(move || percent(picture.stage.get().length() * picture.viewport.get().zoom()));
    view! {
        <div
            data-frieze-scroller=""
            tabindex="-1"
            node_ref=store.nodes.scroller
            on:scroll=move |_| store.scrolled()
            on:wheel=move |event| store.wheel(&event)
            on:dblclick=move |event| store.zoom_to(&event)
            on:click=move |event| store.drag_end(&event)
            on:pointerdown=move |event| store.drag_start(&event)
            on:pointermove=move |event| store.drag_move(&event)
            on:touchstart=move |event| store.pinch_start(&event)
        >
            <div class="axis" node_ref=store.nodes.axis style:inline-size=length>
                <Eras picture />
                <Ticks picture />
                <Lanes picture />
                <Tip picture />
            </div>
        </div>
    }
}
