//! The frieze alive: scrolling, zoom, marks, tips and keys.

use leptos::prelude::*;

use super::bind;
use super::state::{Listed, Live};
use crate::browser;
use crate::html::Html;
use crate::i18n::Style;
use crate::layout::{NARROWEST_AXIS, TARGET, within};
use crate::session::{self, FriezeKey, Stop, frieze_key, neighbour};
use crate::time::{Date, Edtf, Moment, Precision};
use crate::ui::Model;
use crate::ui::frieze::{era_style, fraction, slot_id, stop_id, ticks};

/// The frieze's landmark.
pub const NAV: &str = "[data-frieze]";
/// Its scroll container.
pub const SCROLLER: &str = "[data-frieze-scroller]";
/// The axis inside it.
pub const AXIS: &str = ".axis";
/// So many entries of a cluster are listed; of more, their number is said.
const MOST_LISTED: usize = 100;
/// One step of a zoom button or key.
pub const ZOOM_STEP: f64 = 1.6;

/// Keeps axis, window, marks and tip in step with the state.
pub fn install(live: Live) {
    let page = live.page;
    bind::effect(Box::new(move || {
        let (viewport, stage) = (page.viewport.get(), page.stage.get());
        let length = stage.length() * viewport.zoom() * 100.0;
        browser::set_property(AXIS, "inline-size", &format!("{}%", fraction(length)));
        page.packed.track();
        follow(live);
    }));
    bind::effect(Box::new(move || {
        page.scene.track();
        page.stage.track();
        untrack(|| place_marks(live));
        // After the views have followed.
        browser::next_frame(move || keep_focus(live));
    }));
    bind::effect(Box::new(move || {
        let stage = page.stage.get();
        page.scene.with(|scene| browser::set_html(".ticks", &ticks(&page.model(), scene, stage)));
    }));
    let eras: Vec<Edtf> =
        browser::rows(".era", [("", "data-dates")]).iter().filter_map(|[dates]| Edtf::parse(dates).ok()).collect();
    bind::effect(Box::new(move || {
        let (model, stage) = (page.model(), page.stage.get());
        browser::set_styles(".era", eras.iter().map(|dates| era_style(&model, *dates, stage)));
    }));
    bind::attribute(NAV, "data-from", move || edge(live, false));
    bind::attribute(NAV, "data-to", move || edge(live, true));
    browser::set_attribute("[data-stop]", "tabindex", Some("-1"));
    bind::effect(Box::new(move || {
        let stops = (page.roving.get(), page.current.get());
        untrack(|| mark_stops(stops));
    }));
    bind::effect(Box::new(move || show_tip(live)));
    let mut measured = false;
    browser::on_width(SCROLLER, move |px| {
        if px > 0.0 {
            browser::measure_rem();
            let width = px / browser::rem();
            let first = !std::mem::replace(&mut measured, true);
            // Rows follow the real width once the reader resizes; at the start, only where nobody sees it.
            if !first || !browser::is_in_view(NAV) {
                page.repack.set(true);
            }
            page.viewport.update(|viewport| {
                *viewport = viewport.resized(width);
                // A window too narrow for the whole begins with what it can show.
                if first {
                    *viewport = viewport.zoomed(NARROWEST_AXIS / width, 0.0);
                }
            });
        }
    });
    browser::on(SCROLLER, "scroll", move |_| scrolled(live));
    browser::on(SCROLLER, "dblclick", move |event| zoom(live, ZOOM_STEP, browser::pointer_fraction(&event, AXIS)));
    browser::on(SCROLLER, "wheel", move |event| {
        // A plain wheel scrolls the page.
        if let Some(delta) = browser::wheel_with_control(&event) {
            event.prevent_default();
            // So far and back is where it was. (`exp2` would say it in one, and bring its tables.)
            let closer = 1.0 + within(delta.abs(), 0.0, 100.0) / 310.0;
            let factor = if delta < 0.0 { closer } else { 1.0 / closer };
            zoom(live, factor, browser::pointer_fraction(&event, AXIS));
        }
    });
}

/// Follows the state in the next frames: scrolls the frieze, once the axis has its length, and draws one lane
/// after the other by the newest packing. A zoom while that goes on begins with the lane whose turn it is.
fn follow(live: Live) {
    if live.following.get_value() {
        return;
    }
    live.following.set_value(true);
    browser::next_frame(move || {
        let (viewport, stage) = (live.page.viewport.get_untracked(), live.page.stage.get_untracked());
        // Where it stands still it is left alone: asking where it is makes the browser lay it out.
        if live.scrolled_to.get_value() != Some((viewport, stage)) {
            browser::set_scroll_start(SCROLLER, stage.rem(viewport, viewport.offset()) * browser::rem());
            live.scrolled_to.set_value(Some((viewport, stage)));
        }
        live.following.set_value(false);
        if live.page.advance() {
            follow(live);
        }
    });
}

/// Brings focus back to the Tab stop: what had it may have joined a cluster, or left one.
fn keep_focus(live: Live) {
    if live.inside.get_value() && browser::has_no_focus() {
        // Read first: focus tells the Tab stop in its turn.
        if let Some(stop) = live.page.roving.get_untracked() {
            browser::focus(&format!("#{}", stop_id(stop)));
        }
    }
}

/// Writes where every mark stands, and which of them is the Tab stop.
fn place_marks(live: Live) {
    let page = live.page;
    page.scene.with_untracked(|scene| {
        for place in &scene.marks.places {
            let slot = slot_id(place.entry);
            browser::set_attribute_of(&slot, "style", Some(&page.place_style(place)));
            browser::set_attribute_of(&slot, "data-form", Some(&page.form(place)));
            browser::set_attribute_of(&stop_id(place.entry), "data-row", Some(&place.row.to_string()));
        }
        for cluster in &scene.marks.clusters {
            browser::set_attribute_of(&slot_id(cluster.first), "style", Some(&page.cluster_style(cluster)));
        }
        let roving = page.roving.get_untracked();
        let stop = roving.and_then(|entry| page.packed.with_untracked(|packed| session::stop_of(packed, entry)));
        let clusters = scene.marks.clusters.iter().map(|cluster| (cluster.start, cluster.first));
        let places = scene.marks.places.iter().map(|place| (place.start, place.entry));
        let first = || places.chain(clusters).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, entry)| entry);
        let stop = stop.map(|stop| stop.entry).or_else(first);
        if stop != roving {
            page.roving.set(stop);
        }
    });
    mark_stops((page.roving.get_untracked(), page.current.get_untracked()));
}

/// Roving tabindex: one stop in the whole frieze, which is also where focus comes back to. Without script
/// all links are plain links.
fn mark_stops((roving, current): (Option<usize>, Option<usize>)) {
    browser::set_attribute("[data-stop][tabindex='0']", "tabindex", Some("-1"));
    browser::set_attribute(".item[aria-current]", "aria-current", None);
    if let Some(roving) = roving {
        browser::set_attribute_of(&stop_id(roving), "tabindex", Some("0"));
    }
    if let Some(current) = current {
        browser::set_attribute_of(&stop_id(current), "aria-current", Some("true"));
    }
}

/// The stop around an event's target.
pub fn stop_of(event: &browser::Event) -> Option<usize> {
    browser::closest_attribute(event, "[data-stop]", "data-stop")?.parse().ok()
}

/// A key was pressed inside the frieze. True if it was one of the frieze's own.
pub fn key(live: Live, event: &browser::Event, name: &str, modified: bool) -> bool {
    let Some(key) = frieze_key(name, modified, browser::is_right_to_left()) else { return false };
    match key {
        FriezeKey::ZoomIn => zoom(live, ZOOM_STEP, None),
        FriezeKey::ZoomOut => zoom(live, 1.0 / ZOOM_STEP, None),
        FriezeKey::ZoomAll => show_all(live),
        FriezeKey::Help => browser::show_popover("#keys"),
        _ => {
            let to = live.page.packed.with_untracked(|packed| {
                let from = session::stop_of(packed, stop_of(event)?)?;
                neighbour(packed, from, key)
            });
            to.into_iter().for_each(|to| focus_stop(live, to));
        }
    }
    true
}

/// Moves the frieze's Tab stop and focus.
pub fn focus_stop(live: Live, stop: Stop) {
    live.page.roving.set(Some(stop.entry));
    live.page.viewport.update(|viewport| *viewport = viewport.revealing(stop.at));
    browser::next_frame(move || {
        browser::focus(&format!("#{}", stop_id(stop.entry)));
    });
}

/// Zooms about a fraction of the axis: the pointer's, or that of the focused entry, or the centre.
pub fn zoom(live: Live, factor: f64, anchor: Option<f64>) {
    let page = live.page;
    let focused = || {
        let entry = page.roving.get_untracked().filter(|_| browser::has_focus_within(NAV))?;
        page.packed.with_untracked(|packed| session::stop_of(packed, entry)).map(|stop| stop.at)
    };
    let centre = || page.viewport.with_untracked(|viewport| (viewport.window().0 + viewport.window().1) / 2.0);
    let anchor = anchor.or_else(focused).unwrap_or_else(centre);
    page.repack.set(true);
    page.viewport.update(|viewport| *viewport = viewport.zoomed(factor, anchor));
}

/// Shows the whole range.
pub fn show_all(live: Live) {
    live.page.repack.set(true);
    live.page.viewport.update(|viewport| *viewport = viewport.whole());
}

/// Opens a cluster: closer, where that tells its entries apart, else as a list.
pub fn open_cluster(live: Live, first: usize) {
    let page = live.page;
    let Some(cluster) = page.packed.with_untracked(|packed| packed.cluster_of(first)) else { return };
    let viewport = page.viewport.get_untracked();
    // As one, they would only be a smaller cluster of the same entries.
    let apart = cluster.span * viewport.width() * viewport.deepest() > TARGET;
    if apart && !viewport.is_deepest() {
        page.repack.set(true);
        page.roving.set(Some(first));
        page.viewport.set(viewport.showing(cluster.start - cluster.span * 0.25, cluster.start + cluster.span * 1.25));
    } else {
        let entries = page.packed.with_untracked(|packed| packed.members(&cluster, MOST_LISTED));
        live.listed.set(Listed { entries, count: cluster.count });
        browser::next_frame(move || {
            browser::show_popover("#cluster");
            browser::place_below("#cluster", &format!("#{}", stop_id(first)));
            browser::focus("#cluster a");
        });
    }
}

/// The browser has scrolled the frieze: the window follows.
fn scrolled(live: Live) {
    // What is not yet written would be taken for the reader's own scrolling.
    if live.following.get_value() {
        return;
    }
    let viewport = live.page.viewport.get_untracked();
    let rem = browser::rem();
    let stage = live.page.stage.get_untracked();
    let offset = stage.at(viewport, browser::scroll_start(SCROLLER) / rem);
    if (offset - viewport.offset()).abs() * viewport.axis() * rem >= 1.0 {
        live.page.viewport.set(viewport.panned_to(offset));
    }
}

/// An edge of the window as an EDTF date.
fn edge(live: Live, end: bool) -> Option<String> {
    let model = live.page.model();
    let window = live.page.viewport.with(|viewport| viewport.window());
    let precision = match (window.1 - window.0) * model.scale.seconds() as f64 {
        length if length < 3_600.0 => Precision::Second,
        length if length < 30.0 * 86_400.0 => Precision::Minute,
        _ => Precision::Day,
    };
    let moment = model.scale.moment(if end { window.1 } else { window.0 });
    // The end of the axis belongs to the next day; the window's last instant is just before it.
    let moment = if end { Moment(moment.0 - 1) } else { moment };
    Date::new(moment.civil(), precision).map(|date| date.to_string())
}

/// The whole title and date of the entry under the pointer or in focus, beside its mark.
fn show_tip(live: Live) {
    const TIP: &str = ".tip";
    let page = live.page;
    let place = page.packed.with(|packed| live.tip.get().and_then(|entry| packed.place(entry)));
    browser::set_attribute(TIP, "hidden", place.is_none().then_some(""));
    let Some(place) = place else { return };
    let model = page.model();
    let row = model.rows.iter().take(place.lane).sum::<usize>() + place.row;
    let (start, _) = page.stage.get_untracked().place(place.start, 0.0);
    browser::set_attribute(TIP, "style", Some(&format!("--start:{};--tip-row:{row}", fraction(start))));
    // Past the middle of the window it opens towards the start, in the last rows upwards.
    let (from, to) = page.viewport.with_untracked(|viewport| viewport.window());
    browser::set_attribute(TIP, "data-turned", (place.start > (from + to) / 2.0).then_some(""));
    browser::set_attribute(TIP, "data-low", (row + 3 > model.rows.iter().sum()).then_some(""));
    browser::set_html(TIP, &tip(&model, place.entry));
}

fn tip(model: &Model, entry: usize) -> String {
    let mut html = Html::default();
    html.start("strong").text(model.edition.title(entry)).close();
    html.start("span").text(&model.edition.date(entry, Style::Long));
    html.finish()
}
