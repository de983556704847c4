//! The overview: the density of the whole range, and the visible window as a slider with two thumbs. In a small
//! window it is all that stays at the top.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::place::{fraction, moment};
use crate::browser::element;
use crate::i18n::{Phrase, Style};
use crate::layout::density;
use crate::time::{Date, Precision};
use crate::ui::model::Model;
use crate::ui::parts::{IconButton, hole};
use crate::ui::store::{Picture, Store, live, use_store, yes_no};

/// Parts that the density is counted in.
const BINS: usize = 180;

/// The button that unfolds the frieze in a small window, and the strip.
#[component]
pub fn Overview(picture: Picture) -> impl IntoView {
    let store = use_store();
    let name =
        live(move || store.say(if store.unfolded.get().is_some() { Phrase::FriezeClose } else { Phrase::FriezeOpen }));
    view! {
        <div class="overview-row">
            <IconButton
                name
                shape="M3.5 6l4.5 4.5L12.5 6"
                class="icon-button fold needs-script"
                press=Store::fold
                expanded=live(move || yes_no(store.unfolded.get().is_some()))
                fold=""
            />
            <div class="overview" data-overview="" role="group" aria-label=store.say(Phrase::OverviewLabel)>
                <Strip picture />
                <ReadFrom picture />
                <p class="strip-ends" aria-hidden="true">{hole(|| view! { <Ends /> })}</p>
            </div>
        </div>
    }
}

/// The whole range, with the window on it.
#[component]
fn Strip(picture: Picture) -> impl IntoView {
    let store = use_store();
    view! {
        <div
            class="strip"
            data-strip=""
            style:--start=live(move || fraction(picture.window().0))
            style:--span=live(move || {
                let (from, to) = picture.window();
                fraction(to - from)
            })
            node_ref=store.nodes.strip
            on:click=move |event| store.read_at(&event)
            on:pointerdown=move |event| store.hold_window(&event)
            on:pointermove=move |event| store.drag_held(&event)
            on:pointerup=move |_| store.let_go()
            on:pointercancel=move |_| store.let_go()
        >
            <div class="strip-shape">{hole(|| view! { <Shape /> })}</div>
            <Found />
            <div class="window"></div>
            <Here />
            <Thumb end=false picture />
            <Thumb end=true picture />
        </div>
    }
}

/// Where the entry that is read stands, and its year.
#[component]
fn Here() -> impl IntoView {
    let store = use_store();
    let here = move || {
        let model = store.model();
        let entry = model.outline.entries.get(store.current.get()?)?;
        let (start, _) = model.scale.place(entry.date.span());
        Some((fraction(start), year(&model, start, false)))
    };
    view! {
        <span
            class="here"
            data-reading=""
            aria-hidden="true"
            hidden=live(move || here().is_none())
            style:--start=live(move || here().map(|(start, _)| start).unwrap_or_default())
        >
            {live(move || here().map(|(_, year)| year))}
        </span>
    }
}

/// What a click on the strip does, for the keyboard: it leads to the text of the window's first year. In sight once it
/// has focus.
#[component]
fn ReadFrom(picture: Picture) -> impl IntoView {
    let store = use_store();
    let from = move || {
        let model = store.model();
        model.fill(Phrase::ReadFrom, &[("year", &year(&model, picture.window().0, false))])
    };
    view! {
        <button
            type="button"
            class="read-from needs-script"
            data-read-from=""
            disabled=store.waiting
            on:click=move |_| store.read_from(untrack(|| picture.window().0))
        >
            {live(from)}
        </button>
    }
}

/// An edge of the window.
#[component]
fn Thumb(end: bool, picture: Picture) -> impl IntoView {
    let store = use_store();
    let (hook, phrase) = if end { ("to", Phrase::OverviewTo) } else { ("from", Phrase::OverviewFrom) };
    let at = move || if end { picture.window().1 } else { picture.window().0 };
    view! {
        <div
            class="thumb needs-script"
            data-thumb=hook
            role="slider"
            aria-label=store.say(phrase)
            aria-orientation="horizontal"
            aria-valuemin="0"
            aria-valuemax="1000"
            aria-valuenow=live(move || Some(((at() * 1_000.0).round() as u32).to_string()))
            aria-valuetext=live(move || store.alive.get().then(|| day(&store.model(), at(), end)))
            aria-disabled=live(move || store.waiting.get().then(|| "true".to_owned()))
            tabindex=live(move || store.alive.get().then(|| "0".to_owned()))
            on:keydown=move |event| store.thumb_key(&event, end, picture)
            on:pointerdown=move |event| store.hold_edge(&event, end)
        ></div>
    }
}

/// What the filters leave, over the shape of all; nothing where they leave all.
#[component]
fn Found() -> impl IntoView {
    let store = use_store();
    let found = move || {
        let model = store.model();
        let mut path = String::new();
        let mut last = (0, 0, 0);
        let is_filtered = store.session.with(|session| !session.filters.is_empty());
        for subject in &model.subjects {
            let part = |fraction: f64| (fraction * BINS as f64) as usize;
            let bar = (subject.lane, part(subject.start), part(subject.span) + 1);
            // Of many entries in one part one is enough.
            if is_filtered && bar != last && store.is_shown(subject.entry) {
                path.push_str(&format!("M{} {}h{}v8h-{}z", bar.1, bar.0 * 10 + 1, bar.2, bar.2));
                last = bar;
            }
        }
        path
    };
    view! {
        <svg class="found" viewBox=view_box(&store.model()) preserveAspectRatio="none" aria-hidden="true">
            <path d=live(found)></path>
        </svg>
    }
}

fn view_box(model: &Model) -> String {
    format!("0 0 {BINS} {}", model.outline.lanes.len() * 10)
}

/// A path for every lane: a bar for every part that has entries, higher the more it has.
#[component]
fn Shape() -> impl IntoView {
    let model = use_store().model();
    let lanes = &model.outline.lanes;
    let counts = |lane: usize| {
        let of_lane = model.subjects.iter().filter(|subject| subject.lane == lane);
        density(of_lane.map(|subject| (subject.start, subject.span)), BINS)
    };
    let counts: Vec<_> = (0..lanes.len()).map(counts).collect();
    // Seven steps of height, from the fewest that any part has to the most.
    let least = counts.iter().flatten().copied().filter(|count| *count > 0).min().unwrap_or(1);
    let most = counts.iter().flatten().copied().max().unwrap_or(1);
    let step = |count: u32| (7 * (count - least)).checked_div(most - least).unwrap_or(3);
    let paths = lanes.iter().enumerate().zip(&counts).map(|((lane, words), counts)| {
        let mut path = String::new();
        for (at, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let height = (2 + step(count)) as usize;
            path.push_str(&format!("M{at} {}h1v{height}h-1z", lane * 10 + (10 - height) / 2));
        }
        view! { <path data-hue=words.hue.clone() d=path></path> }
    });
    view! {
        <svg viewBox=view_box(&model) preserveAspectRatio="none" aria-hidden="true">
            {paths.collect::<Vec<_>>()}
        </svg>
    }
}

/// The first and the last year.
#[component]
fn Ends() -> impl IntoView {
    let model = use_store().model();
    view! {
        <span>{year(&model, 0.0, false)}</span>
        <span>{year(&model, 1.0, true)}</span>
    }
}

/// The year at a fraction of the axis.
fn year(model: &Model, at: f64, end: bool) -> String {
    model.words.dates.year(moment(model, at, end).civil().year)
}

/// The day at a fraction of the axis, in words.
fn day(model: &Model, at: f64, end: bool) -> String {
    let date = Date::new(moment(model, at, end).civil(), Precision::Day);
    date.map(|date| model.words.dates.date(date, Style::Long)).unwrap_or_default()
}

impl Store {
    /// A key was pressed on a thumb: it moves its edge (ARIA's multi-thumb slider).
    fn thumb_key(self, event: &KeyboardEvent, end: bool, picture: Picture) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let (from, to) = picture.viewport.get_untracked().window();
        let at = if end { to } else { from };
        let forwards = if element::is_right_to_left() { -1.0 } else { 1.0 };
        let step = ((to - from) / 10.0).max(0.000_1);
        let target = match event.key().as_str() {
            "ArrowRight" => at + step * forwards,
            "ArrowLeft" => at - step * forwards,
            "ArrowUp" => at + step,
            "ArrowDown" => at - step,
            "PageUp" => at + (to - from),
            "PageDown" => at - (to - from),
            "Home" => 0.0,
            "End" => 1.0,
            _ => return,
        };
        event.prevent_default();
        self.move_edge(end, target);
    }
}
