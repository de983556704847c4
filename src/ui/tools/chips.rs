//! Filters that are pressed or not.

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::session::{Command, Toggle};
use crate::ui::model::Model;
use crate::ui::parts::Mark;
use crate::ui::store::{flag, live, use_store, yes_no};

/// Filters that are neither a lane's nor a region's.
pub const FLAGS: [Toggle; 1] = [Toggle::Disputed];

/// A filter's name.
pub fn name(model: &Model, filter: Toggle) -> String {
    let outline = &model.outline;
    match filter {
        Toggle::Lane(lane) => outline.lanes.get(lane).map(|lane| lane.name.clone()).unwrap_or_default(),
        Toggle::Region(region) => outline.regions.get(region).map(|region| region.name.clone()).unwrap_or_default(),
        Toggle::Disputed => model.say(Phrase::FilterDisputed),
    }
}

/// How to loosen it where nothing is found.
pub fn loosen(filter: Toggle) -> Phrase {
    match filter {
        Toggle::Lane(_) => Phrase::LoosenLane,
        Toggle::Region(_) => Phrase::LoosenRegion,
        Toggle::Disputed => Phrase::LoosenDisputed,
    }
}

/// A filter's button. Each kind of filter has an attribute of its own, by which others find it.
#[component]
pub fn Chip(filter: Toggle) -> impl IntoView {
    let store = use_store();
    let model = store.model();
    let outline = &model.outline;
    let lane = if let Toggle::Lane(lane) = filter { outline.lanes.get(lane) } else { None };
    let region = if let Toggle::Region(region) = filter { outline.regions.get(region) } else { None };
    view! {
        <button
            type="button"
            class="chip"
            data-lane-filter=lane.map(|lane| lane.id.clone())
            data-region-filter=region.map(|region| region.id.clone())
            data-disputed-filter=flag(filter == Toggle::Disputed)
            aria-pressed=live(move || yes_no(store.session.with(|session| session.filters.has(filter))))
            disabled=store.waiting
            title=lane.map(|lane| lane.description.clone())
            on:click=move |_| store.dispatch(Command::Toggle(filter))
        >
            {lane.map(|lane| view! { <Mark hue=lane.hue.clone() shape=lane.shape.clone() />" " })}
            {name(&model, filter)}
        </button>
    }
}
