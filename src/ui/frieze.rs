//! The frieze: ticks, eras, and a link for every entry, in bands by lane.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::effects;
use super::model::Model;
use super::page::Page;
use super::pointer;
use super::view::{fraction, mark};
use crate::browser;
use crate::html::direction;
use crate::i18n::{Phrase, Style};
use crate::layout::{Cluster, Viewport};
use crate::session::{FriezeKey, Stop, frieze_key, neighbour};
use crate::time::{Date, Precision};

/// The frieze's landmark.
pub const NAV: &str = "[data-frieze]";
/// Its scroll container.
pub const SCROLLER: &str = "[data-frieze-scroller]";
/// The axis inside it.
pub const AXIS: &str = ".axis";
/// One step of a zoom button or key.
pub const ZOOM_STEP: f64 = 1.6;

/// The number of rows, for the style sheet.
pub fn rows_style(model: &Model) -> String {
    format!("--rows:{}", model.rows.iter().sum::<usize>())
}

/// The frieze without its overview.
pub fn frieze(page: Page) -> impl IntoView {
    let model = page.model();
    let total = model.timeline().entries.len();
    let timeline = model.edition.bundle_path();
    let (from, to) = (move || edtf_edge(page, false), move || edtf_edge(page, true));
    let names = model.timeline().site.lanes.iter().enumerate().map(|(index, lane)| {
        let (hue, rows) = (lane.hue.clone(), lane_style(&model, index));
        view! { <div class="lane-name" data-hue=hue style=rows>{mark(&model, index)} {lane.short.as_str().to_owned()}</div> }
    });
    let lanes = (0..model.timeline().site.lanes.len()).map(|index| lane(page, index));
    view! {
        <nav data-frieze="" data-total=total.to_string() data-timeline=timeline
            data-shown=move || page.count().to_string() data-from=from data-to=to
            aria-label=model.phrase(Phrase::FriezeLabel) aria-describedby="frieze-help"
            on:keydown=move |event| key_down(page, &event)
            on:pointerover=move |event| show_tip(page, &event)
            on:pointerleave=move |_| page.tip.set(None)
            on:focusin=move |event| {
                if let Some(stop) = stop_of(&event) {
                    page.roving.set(Some(stop));
                }
                show_tip(page, &event);
            }
            on:focusout=move |_| page.tip.set(None)
        >
            <p id="frieze-help" class="visually-hidden needs-script">{model.phrase(Phrase::FriezeHelp)}</p>
            <div class="gutter" aria-hidden="true">{names.collect_view()}</div>
            <div data-frieze-scroller="" tabindex="-1"
                on:scroll=move |_| scrolled(page)
                on:wheel=move |event| {
                    // A plain wheel scrolls the page.
                    if event.ctrl_key() || event.meta_key() {
                        event.prevent_default();
                        let factor = (-event.delta_y().clamp(-100.0, 100.0) / 250.0).exp2();
                        zoom(page, factor, browser::pointer_fraction(&event, AXIS));
                    }
                }
                on:dblclick=move |event| zoom(page, ZOOM_STEP, browser::pointer_fraction(&event, AXIS))
                on:pointerdown=move |event| pointer::drag_start(page, &event)
                on:pointermove=move |event| pointer::drag_move(page, &event)
            >
                <div class="axis">
                    {eras(&model)}
                    <div class="ticks" aria-hidden="true">{move || ticks(page)}</div>
                    {lanes.collect_view()}
                    {tip(page)}
                </div>
            </div>
        </nav>
    }
}

fn lane_style(model: &Model, lane: usize) -> String {
    format!("--lane-rows:{}", model.rows.get(lane).copied().unwrap_or(1))
}

fn eras(model: &Model) -> impl IntoView + use<> {
    let eras = model.timeline().eras.iter().map(|era| {
        let (start, length) = model.scale.place(era.date.span());
        let style = format!("--start:{};--span:{}", fraction(start), fraction(length));
        view! { <div class="era" style=style data-disputed=era.end_disputed.then_some("")><span>{era.name.as_str().to_owned()}</span></div> }
    });
    view! { <div class="era-bands" aria-hidden="true">{eras.collect_view()}</div> }
}

fn ticks(page: Page) -> impl IntoView {
    let model = page.model();
    let ticks = page.scene.with(|scene| scene.ticks.clone());
    ticks
        .into_iter()
        .map(|tick| {
            let style = format!("--start:{}", fraction(tick.at));
            view! { <span class="tick" style=style>{model.edition.words.dates.tick(tick.moment.civil(), tick.unit)}</span> }
        })
        .collect_view()
}

/// A lane: its entries by start, then its clusters.
fn lane(page: Page, lane: usize) -> impl IntoView {
    let model = page.model();
    let Some(words) = model.timeline().site.lanes.get(lane) else { return ().into_any() };
    let (name, hue) = (words.name.as_str().to_owned(), words.hue.clone());
    let entries = move || {
        let mut places = page
            .scene
            .with(|scene| scene.places.iter().filter(|place| place.lane == lane).copied().collect::<Vec<_>>());
        places.sort_by(|a, b| a.start.total_cmp(&b.start).then(a.entry.cmp(&b.entry)));
        places.into_iter().map(|place| place.entry).collect::<Vec<_>>()
    };
    let clusters = move || {
        page.scene
            .with(|scene| scene.clusters.iter().filter(|cluster| cluster.lane == lane).cloned().collect::<Vec<_>>())
    };
    view! {
        <div class="lane" role="group" aria-label=name data-hue=hue style=lane_style(&model, lane)>
            <For each=entries key=|entry| *entry children=move |entry| link(page, entry) />
            <For each=clusters key=|cluster| (cluster.entries.clone(), cluster.row) children=move |found| cluster(page, found) />
        </div>
    }
    .into_any()
}

/// An entry's link. It starts at its mark; a bar as long as the entry lies under its label.
fn link(page: Page, entry: usize) -> AnyView {
    let model = page.model();
    let Some(found) = model.timeline().entries.get(entry) else { return ().into_any() };
    let place = Memo::new(move |_| page.packed.with(|packed| packed.place(entry)));
    let style = move || {
        place.get().map(|place| {
            let (start, span, room) = (fraction(place.start), fraction(place.span), fraction(place.room));
            format!("--start:{start};--span:{span};--at:{};--room:{room}", place.row)
        })
    };
    let row = move || place.get().map(|place| place.row.to_string());
    let flipped = move || place.get().is_some_and(|place| place.flipped).then_some("");
    let bare = move || place.get().is_some_and(|place| place.room <= 0.0).then_some("");
    let lang = found.title.lang().map(str::to_owned);
    let dir = lang.as_deref().map(direction);
    let title = found.title.as_str().to_owned();
    let rest = format!(", {}", model.edition.date(entry, Style::Long));
    let interval = matches!(found.date, crate::time::Edtf::Interval(..));
    view! {
        <a href=format!("#{}", found.id) draggable="false" class="item"
            data-entry=found.id.clone() data-stop=entry.to_string() data-row=row style=style
            data-flipped=flipped data-bare=bare data-weight=found.weight.to_string()
            data-interval=interval.then_some("") data-precision=found.date.precision().name()
            tabindex=move || tab_index(page, entry)
            aria-current=move || (page.current.get() == Some(entry)).then_some("true")
            on:click=move |event| effects::choose(page, entry, &event)
        >
            <span class="bar" aria-hidden="true"></span>
            {mark(&model, found.lane)}
            <span class="label" lang=lang dir=dir>{title}</span>
            <span class="visually-hidden">{rest}</span>
        </a>
    }
    .into_any()
}

fn cluster(page: Page, cluster: Cluster) -> AnyView {
    let model = page.model();
    let n = cluster.entries.len();
    let stop = cluster.entries.first().copied().unwrap_or_default();
    let style = format!("--start:{};--span:{};--at:{}", fraction(cluster.start), fraction(cluster.span), cluster.row);
    let lane = model.timeline().site.lanes.get(cluster.lane).map(|lane| lane.name.as_str()).unwrap_or_default();
    let name = model
        .edition
        .fill(Phrase::Cluster, &[("n", &n.to_string()), ("lane", lane), ("span", &cluster_span(&model, &cluster))]);
    view! {
        <button type="button" class="cluster" data-cluster=n.to_string() data-stop=stop.to_string() style=style aria-label=name
            tabindex=move || tab_index(page, stop)
            disabled=move || !page.interactive.get()
            on:click=move |_| effects::open_cluster(page, &cluster)
        >{n}</button>
    }
    .into_any()
}

/// The years from a cluster's first entry to its last.
fn cluster_span(model: &Model, cluster: &Cluster) -> String {
    let year = |entry: Option<&usize>| {
        entry.and_then(|&entry| model.timeline().entries.get(entry)).map(|entry| entry.date.anchor().civil())
    };
    let date = |civil| Date::new(civil, Precision::Year).map(crate::time::Bound::Known);
    match (year(cluster.entries.first()).and_then(date), year(cluster.entries.last()).and_then(date)) {
        (Some(from), Some(to)) if from != to => {
            model.edition.words.dates.text(crate::time::Edtf::Interval(from, to), Style::Long)
        }
        (Some(crate::time::Bound::Known(date)), _) => model.edition.words.dates.date(date, Style::Long),
        _ => String::new(),
    }
}

/// The whole title and date of the entry under the pointer or in focus.
fn tip(page: Page) -> impl IntoView {
    let entry = move || page.tip.get();
    let text = move |of: fn(&Model, usize) -> String| {
        move || entry().map(|entry| of(&page.model(), entry)).unwrap_or_default()
    };
    let title = text(|model, entry| model.edition.title(entry).to_owned());
    let date = text(|model, entry| model.edition.date(entry, Style::Long));
    let place = Memo::new(move |_| page.packed.with(|packed| entry().and_then(|entry| packed.place(entry))));
    let style = move || {
        let place = place.get()?;
        let model = page.model();
        let row = model.rows.iter().take(place.lane).sum::<usize>() + place.row;
        Some(format!("--start:{};--tip-row:{row}", fraction(place.start)))
    };
    // Past the middle of the window it opens towards the start.
    let turned = move || {
        let (from, to) = page.viewport.with(|viewport| viewport.window());
        place.get().is_some_and(|place| place.start > (from + to) / 2.0).then_some("")
    };
    let low = move || {
        let rows: usize = page.model().rows.iter().sum();
        let row = place.get().map(|place| page.model().rows.iter().take(place.lane).sum::<usize>() + place.row);
        row.is_some_and(|row| row + 3 > rows).then_some("")
    };
    view! {
        <div class="tip" role="tooltip" hidden=move || place.get().is_none() style=style data-turned=turned data-low=low>
            <strong>{title}</strong>
            <span>{date}</span>
        </div>
    }
}

fn show_tip(page: Page, event: &browser::Event) {
    if browser::closest_attribute(event, ".tip", "class").is_none() {
        let entry = browser::closest_attribute(event, "[data-entry]", "data-entry");
        page.tip.set(entry.and_then(|id| page.model().timeline().find(&id)));
    }
}

fn stop_of(event: &browser::Event) -> Option<usize> {
    browser::closest_attribute(event, "[data-stop]", "data-stop")?.parse().ok()
}

/// Roving tabindex: one stop in the whole frieze. Without script all links are plain links.
fn tab_index(page: Page, stop: usize) -> Option<&'static str> {
    page.interactive.get().then(|| if page.roving.get() == Some(stop) { "0" } else { "-1" })
}

/// Where focus can stand, in the order of time.
pub fn stops(page: Page) -> Vec<Stop> {
    page.packed.with_untracked(|packed| {
        let places =
            packed.packing.places.iter().map(|place| Stop { entry: place.entry, lane: place.lane, at: place.start });
        let clusters = packed.packing.clusters.iter().filter_map(|cluster| {
            Some(Stop { entry: *cluster.entries.first()?, lane: cluster.lane, at: cluster.start })
        });
        let mut stops: Vec<_> = places.chain(clusters).collect();
        stops.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.entry.cmp(&b.entry)));
        stops
    })
}

fn key_down(page: Page, event: &KeyboardEvent) {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if event.key() == "Escape" {
        page.tip.set(None);
        return;
    }
    let Some(key) = frieze_key(&event.key(), modified, browser::is_right_to_left()) else { return };
    event.prevent_default();
    match key {
        FriezeKey::ZoomIn => zoom(page, ZOOM_STEP, None),
        FriezeKey::ZoomOut => zoom(page, 1.0 / ZOOM_STEP, None),
        FriezeKey::ZoomAll => show_all(page),
        FriezeKey::Help => browser::show_popover("#keys"),
        _ => {
            let stops = stops(page);
            let from = stop_of(event).and_then(|entry| stops.iter().find(|stop| stop.entry == entry));
            if let Some(to) = from.and_then(|from| neighbour(&stops, *from, key)) {
                effects::focus_stop(page, to);
            }
        }
    }
}

/// Zooms about a fraction of the axis: the pointer's, or that of the focused entry, or the centre.
pub fn zoom(page: Page, factor: f64, anchor: Option<f64>) {
    let focused = || {
        let stop = page.roving.get_untracked().filter(|_| browser::has_focus_within(NAV))?;
        stops(page).iter().find(|other| other.entry == stop).map(|stop| stop.at)
    };
    let centre = || page.viewport.with_untracked(|viewport| (viewport.window().0 + viewport.window().1) / 2.0);
    let anchor = anchor.or_else(focused).unwrap_or_else(centre);
    page.repack.set(true);
    page.viewport.update(|viewport| *viewport = viewport.zoomed(factor, anchor));
}

/// Shows the whole range.
pub fn show_all(page: Page) {
    page.repack.set(true);
    page.viewport.update(|viewport| *viewport = Viewport::whole(viewport.width()));
}

/// The browser has scrolled the frieze: the window follows.
fn scrolled(page: Page) {
    let viewport = page.viewport.get_untracked();
    let axis = viewport.axis() * browser::rem();
    let offset = browser::scroll_start(SCROLLER) / axis;
    if (offset - viewport.offset()).abs() * axis >= 1.0 {
        page.viewport.set(viewport.panned_to(offset));
    }
}

/// An edge of the window as an EDTF date, once the real frieze is drawn.
fn edtf_edge(page: Page, end: bool) -> Option<String> {
    if !page.interactive.get() {
        return None;
    }
    let model = page.model();
    let window = page.viewport.with(|viewport| viewport.window());
    let length = (window.1 - window.0) * model.scale.seconds() as f64;
    let precision = match length {
        length if length < 3_600.0 => Precision::Second,
        length if length < 30.0 * 86_400.0 => Precision::Minute,
        _ => Precision::Day,
    };
    let moment = model.scale.moment(if end { window.1 } else { window.0 });
    // The end of the axis belongs to the next day; the window's last instant is just before it.
    let moment = if end { crate::time::Moment(moment.0 - 1) } else { moment };
    Date::new(moment.civil(), precision).map(|date| date.to_string())
}
