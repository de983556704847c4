//! The overview: the density of the whole range, the visible window as a slider with two thumbs, and
//! the zoom buttons beside it. In a small window it is all that stays at the top.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::frieze::{ZOOM_STEP, show_all, zoom};
use super::icons::{self, icon};
use super::page::Page;
use super::pointer;
use super::view::fraction;
use crate::browser;
use crate::i18n::{Phrase, Style};
use crate::layout::density;
use crate::time::{Date, Precision};

/// Parts that the density is counted in.
const BINS: usize = 180;

/// Zoom buttons, fold button and strip.
pub fn overview(page: Page) -> impl IntoView {
    let model = page.model();
    let disabled = move || !page.interactive.get();
    let at_whole = move || !page.interactive.get() || page.viewport.with(|viewport| viewport.is_whole());
    let at_deepest = move || !page.interactive.get() || page.viewport.with(|viewport| viewport.is_deepest());
    let fold = move || {
        let phrase = if page.unfolded.get() { Phrase::FriezeClose } else { Phrase::FriezeOpen };
        page.model().phrase(phrase)
    };
    view! {
        <div class="zoom needs-script">
            <button type="button" class="icon-button" data-zoom="out" disabled=at_whole
                aria-label=model.phrase(Phrase::ZoomOut) title=model.phrase(Phrase::ZoomOut)
                on:click=move |_| zoom(page, 1.0 / ZOOM_STEP, None)>{icon(icons::MINUS)}</button>
            <button type="button" class="icon-button" data-zoom="in" disabled=at_deepest
                aria-label=model.phrase(Phrase::ZoomIn) title=model.phrase(Phrase::ZoomIn)
                on:click=move |_| zoom(page, ZOOM_STEP, None)>{icon(icons::PLUS)}</button>
            <button type="button" class="icon-button" data-zoom="all" disabled=at_whole
                aria-label=model.phrase(Phrase::ZoomAll) title=model.phrase(Phrase::ZoomAll)
                on:click=move |_| show_all(page)>{icon(icons::WHOLE)}</button>
            <button type="button" class="icon-button" data-keys="" disabled=disabled
                aria-label=model.phrase(Phrase::FriezeKeys) title=model.phrase(Phrase::FriezeKeys)
                on:click=move |_| browser::show_popover("#keys")>{icon(icons::QUESTION)}</button>
        </div>
        <div class="overview-row">
            <button type="button" class="icon-button fold needs-script" data-fold="" disabled=disabled
                aria-expanded=move || page.unfolded.get().to_string() aria-label=fold title=fold
                on:click=move |_| page.unfolded.update(|unfolded| *unfolded = !*unfolded)>{icon(icons::CHEVRON)}</button>
            <div class="overview" data-overview="" role="group" aria-label=model.phrase(Phrase::OverviewLabel)>
                {strip(page)}
            </div>
        </div>
    }
}

fn strip(page: Page) -> impl IntoView {
    let model = page.model();
    let lanes = model.timeline().site.lanes.iter().enumerate().map(|(lane, words)| {
        let of_lane = model.subjects.iter().filter(|subject| subject.lane == lane);
        let path = density_path(&density(of_lane.map(|subject| (subject.start, subject.span)), BINS), lane);
        let hue = words.hue.clone();
        view! { <path data-hue=hue d=path></path> }
    });
    let view_box = format!("0 0 {BINS} {}", model.timeline().site.lanes.len() * 10);
    let window = move || {
        let (from, to) = page.viewport.with(|viewport| viewport.window());
        format!("--start:{};--span:{}", fraction(from), fraction(to - from))
    };
    let edge_year = |moment: crate::time::Moment| model.edition.words.dates.year(moment.civil().year);
    view! {
        <div class="strip" style=window
            on:pointerdown=move |event| pointer::hold(page, &event)
            on:pointermove=move |event| pointer::move_held(page, &event)
        >
            <svg viewBox=view_box preserveAspectRatio="none" aria-hidden="true" focusable="false">{lanes.collect_view()}</svg>
            <div class="window" aria-hidden="true"></div>
            {thumb(page, false)}
            {thumb(page, true)}
        </div>
        <p class="strip-ends" aria-hidden="true">
            <span>{edge_year(model.scale.start())}</span>
            <span>{edge_year(crate::time::Moment(model.scale.end().0 - 1))}</span>
        </p>
    }
}

/// A bar for every part that has entries, as high as the square root of how many.
fn density_path(counts: &[u32], lane: usize) -> String {
    let mut path = String::new();
    for (at, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let height = (3 + 2 * count.ilog2()).min(9);
        let top = lane as u32 * 10 + (10 - height) / 2;
        path.push_str(&format!("M{at} {top}h1v{height}h-1z"));
    }
    path
}

/// One end of the window, as a slider of its own.
fn thumb(page: Page, end: bool) -> impl IntoView {
    let model = page.model();
    let label = model.phrase(if end { Phrase::OverviewTo } else { Phrase::OverviewFrom });
    let at = move || {
        let window = page.viewport.with(|viewport| viewport.window());
        if end { window.1 } else { window.0 }
    };
    let now = move || ((at() * 1_000.0).round() as u32).to_string();
    let text = move || {
        let model = page.model();
        let moment = model.scale.moment(at());
        let civil = crate::time::Moment(moment.0 - i64::from(end)).civil();
        Date::new(civil, Precision::Day)
            .map(|date| model.edition.words.dates.date(date, Style::Long))
            .unwrap_or_default()
    };
    view! {
        <div class="thumb" data-thumb=if end { "to" } else { "from" } role="slider" aria-label=label aria-orientation="horizontal"
            aria-valuemin="0" aria-valuemax="1000" aria-valuenow=now aria-valuetext=text
            tabindex=move || page.interactive.get().then_some("0")
            aria-disabled=move || (!page.interactive.get()).then_some("true")
            on:keydown=move |event| thumb_key(page, end, &event)></div>
    }
}

/// Moves one edge of the window; the other stays.
pub fn move_edge(page: Page, end: bool, to: f64) {
    page.repack.set(true);
    page.viewport.update(|viewport| {
        let (from, until) = viewport.window();
        let to = to.clamp(0.0, 1.0);
        *viewport = if end { viewport.showing(from, to.max(from)) } else { viewport.showing(to.min(until), until) };
    });
}

fn thumb_key(page: Page, end: bool, event: &KeyboardEvent) {
    let (from, to) = page.viewport.with_untracked(|viewport| viewport.window());
    let at = if end { to } else { from };
    let forwards = if browser::is_right_to_left() { -1.0 } else { 1.0 };
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
    move_edge(page, end, target);
}
