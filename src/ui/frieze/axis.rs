//! What stands behind the marks: background periods and ticks.

use leptos::prelude::*;

use super::place::{fraction, moment, rem};
use crate::content::Period;
use crate::i18n::Style;
use crate::layout::{Rest, Sight, Tick, label_width};
use crate::time::{Date, Precision};
use crate::ui::model::Model;
use crate::ui::store::{Picture, flag, live, use_store};

/// A year in seconds, at least.
const YEAR: f64 = 366.0 * 86_400.0;

/// The background periods.
#[component]
pub fn Eras(picture: Picture) -> impl IntoView {
    let eras = use_store().model().outline.eras.clone();
    let eras = eras.into_iter().enumerate().map(|(at, era)| view! { <Era at era picture /> });
    view! {
        <div class="era-bands" aria-hidden="true">
            {eras.collect::<Vec<_>>()}
        </div>
    }
}

#[component]
fn Era(at: usize, era: Period, picture: Picture) -> impl IntoView {
    let store = use_store();
    let (start, span) = store.model().scale.place(era.date.span());
    let place = move || picture.stage.get().place(start, span);
    let width = label_width(&era.name);
    let rest = move || picture.scene.with(|scene| scene.rest);
    let late = move || late(&store.model(), rest());
    let is_late = move || late().0 == at;
    let sight = move || if is_late() { Sight::Whole } else { rest().era((start, span), width, late().1) };
    let most = move || match sight() {
        Sight::Cut { most, .. } => rem(most),
        _ if is_late() => String::new(),
        _ => format!("calc(100% - {})", rem(rest().beyond((start, span), late().1))),
    };
    let form = live(move || match sight() {
        Sight::Bare => Some("gone".to_owned()),
        _ => is_late().then(|| "late".to_owned()),
    });
    view! {
        <div
            class="era"
            data-era=""
            data-disputed=flag(era.end_disputed)
            // Where the axis ends soon, the name stands at its end.
            data-form=form
            style:--start=live(move || fraction(place().0))
            style:--span=live(move || fraction(place().1))
        >
            <span style:max-inline-size=live(most)>{era.name}</span>
        </div>
    }
}

/// The period whose name stands at the end of the axis, and where that begins.
fn late(model: &Model, rest: Rest) -> (usize, f64) {
    let late = |era: &Period| rest.late(model.scale.place(era.date.span()), label_width(&era.name));
    let mut eras = model.outline.eras.iter().enumerate();
    eras.find_map(|(at, era)| Some((at, late(era)?))).unwrap_or((usize::MAX, f64::INFINITY))
}

/// Calendar boundaries, and what of the calendar the window begins with.
#[component]
pub fn Ticks(picture: Picture) -> impl IntoView {
    let store = use_store();
    let ticks = move || picture.scene.with(|scene| scene.ticks.clone());
    let start = move || beginning(&store.model(), picture.window(), picture);
    view! {
        <div class="ticks" aria-hidden="true">
            <For each=ticks key=|tick| (tick.moment, tick.unit) let:tick>
                <TickLine tick picture />
            </For>
            <span class="axis-start" data-axis-start="">
                {live(start)}
            </span>
        </div>
    }
}

#[component]
fn TickLine(tick: Tick, picture: Picture) -> impl IntoView {
    let store = use_store();
    let text = store.model().words.dates.tick(tick.moment.civil(), tick.unit);
    let start = live(move || fraction(picture.stage.get().place(tick.at, 0.0).0));
    let width = label_width(&text);
    let is_cut = move |rest: Rest| {
        let taken = untrack(|| label_width(&beginning(&store.model(), rest.window(), picture)));
        rest.tick(tick.at, width, taken + 0.75) == Sight::Bare
    };
    let cut = live(move || flag(is_cut(picture.scene.with(|scene| scene.rest))));
    view! { <span class="tick" data-tick="" data-cut=cut style:--start=start>{text}</span> }
}

/// The year in which a window begins; in less than a year the month, in less than a few days the day. Where years do
/// not count, that of the tick before.
fn beginning(model: &Model, window: (f64, f64), picture: Picture) -> String {
    let length = (window.1 - window.0) * model.scale.seconds() as f64;
    let precision = match length {
        length if length < 4.0 * 86_400.0 => Precision::Day,
        length if length < YEAR => Precision::Month,
        _ => Precision::Year,
    };
    let is_before = |tick: &&Tick| tick.at <= window.0 && length > 2_000.0 * YEAR;
    let before = picture.scene.with(|scene| scene.ticks.iter().rev().find(is_before).map(|tick| tick.moment));
    let civil = before.unwrap_or_else(|| moment(model, window.0, false)).civil();
    match Date::new(civil, precision) {
        Some(date) if precision > Precision::Year => model.words.dates.date(date, Style::Short),
        _ => model.words.dates.year(civil.year),
    }
}
