//! The lanes: their names beside their bands, and their marks in the order of time.

use leptos::prelude::*;

use super::mark::Slot;
use super::seats::{Seats, placed};
use crate::browser::element;
use crate::ui::parts::Mark;
use crate::ui::store::{Picture, Store, use_store};

/// What says how many rows a lane has, for its name and its band. It stands on the frieze.
fn rows_of(lane: usize) -> String {
    format!("--lane-{lane}")
}

/// The rows of all lanes, as a style.
pub fn rows(store: Store, picture: Picture) -> String {
    let lanes = 0..store.model().outline.lanes.len();
    lanes.map(|lane| format!("{}:{};", rows_of(lane), untrack(|| picture.rows(lane)))).collect()
}

/// The lanes' names.
#[component]
pub fn Gutter() -> impl IntoView {
    let model = use_store().model();
    let lanes = model.outline.lanes.iter().cloned().enumerate().map(|(at, lane)| {
        view! {
            <div class="lane-name" data-lane-name="" data-hue=lane.hue style:--lane-rows=format!("var({})", rows_of(at))>
                <Mark shape=lane.shape />
                {lane.short}
            </div>
        }
    });
    lanes.collect::<Vec<_>>()
}

/// All lanes with their marks.
#[component]
pub fn Lanes(picture: Picture) -> impl IntoView {
    let store = use_store();
    let count = store.model().outline.lanes.len();
    view! {
        <div
            data-marks=""
            on:click=move |event| store.click_mark(&event, picture)
            on:focusin=move |event| store.focus_mark(&event, picture)
            on:focusout=move |_| store.tip.set(None)
            on:pointerover=move |event| store.enter_mark(&event)
            on:pointerout=move |event| store.leave_mark(&event)
        >
            {(0..count).map(|lane| view! { <Lane lane picture /> }).collect::<Vec<_>>()}
        </div>
    }
}

/// A lane's marks.
#[component]
fn Lane(lane: usize, picture: Picture) -> impl IntoView {
    let store = use_store();
    let model = store.model();
    let words = model.outline.lanes.get(lane).cloned().unwrap_or_default();
    let rows = format!("var({})", rows_of(lane));
    Effect::new(move |_| {
        let rows = picture.rows(lane).to_string();
        store.nodes.nav.get().iter().for_each(|nav| element::set_property(nav, &rows_of(lane), &rows));
    });
    let places = Memo::new(move |_| placed(store, lane, picture));
    let seats = Seats::following(places);
    view! {
        <div class="lane" role="group" aria-label=words.name data-hue=words.hue style:--lane-rows=rows>
            <For each=move || places.get() key=|(stand, _)| *stand let((stand, placed))>
                <Slot stand placed seats picture />
            </For>
        </div>
    }
}
