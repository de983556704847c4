//! Events of the whole page, found by the hooks around their target.

use leptos::prelude::*;

use super::frieze::{self, NAV, ZOOM_STEP};
use super::navigate;
use super::overview;
use super::state::Live;
use super::{filters, theme};
use crate::browser::{self, Event};
use crate::session::Command;

/// Keys with which a reader scrolls on.
const SCROLL_KEYS: [&str; 7] = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "];

/// Listens.
pub fn install(live: Live) {
    browser::on_window("click", move |event| clicked(live, &event));
    browser::on_window("keydown", move |event| key_down(live, &event));
    browser::on_window("input", move |event| filters::typed(live, &event, false));
    browser::on_window("change", move |event| filters::typed(live, &event, true));
    browser::on_window("submit", move |event| {
        event.prevent_default();
        live.dispatch(Command::CommitText);
    });
    browser::on_window("pointerdown", move |_| live.inside.set_value(false));
    browser::on_window("focusin", move |event| {
        live.inside.set_value(browser::is_within(&event, NAV));
        if let Some(stop) = frieze::stop_of(&event) {
            live.page.roving.set(Some(stop));
        }
        point_at(live, &event);
    });
    browser::on_window("pointerover", move |event| point_at(live, &event));
    browser::on_window("popstate", move |_| navigate::arrive(live));
    browser::on_window("scroll", move |_| navigate::reading(live));
    for own in ["wheel", "touchmove"] {
        browser::on_window(own, move |_| live.chosen.set_value(false));
    }
}

fn clicked(live: Live, event: &Event) {
    let page = live.page;
    let attribute = |name: &str| browser::closest_attribute(event, &format!("[{name}]"), name);
    let is_on = |name: &str| attribute(name).is_some();
    let index = |name: &str, ids: &[&str]| attribute(name).and_then(|id| ids.iter().position(|known| *known == id));
    let model = page.model();
    let lanes: Vec<_> = model.timeline().site.lanes.iter().map(|lane| lane.id.as_str()).collect();
    let regions: Vec<_> = model.timeline().site.regions.iter().map(|region| region.id.as_str()).collect();
    let dragged = live.drag.get_value().is_some_and(|drag| drag.moved);
    live.drag.set_value(None);

    if let Some(lane) = index("data-lane-filter", &lanes) {
        live.dispatch(Command::ToggleLane(lane));
    } else if let Some(region) = index("data-region-filter", &regions) {
        live.dispatch(Command::ToggleRegion(region));
    } else if is_on("data-clear") {
        live.dispatch(Command::Clear);
    } else if is_on("data-dismiss") {
        live.dispatch(Command::Dismiss);
    } else if is_on("data-fold") {
        page.unfolded.update(|unfolded| *unfolded = !*unfolded);
    } else if let Some(zoom) = attribute("data-zoom") {
        match zoom.as_str() {
            "in" => frieze::zoom(live, ZOOM_STEP, None),
            "out" => frieze::zoom(live, 1.0 / ZOOM_STEP, None),
            _ => frieze::show_all(live),
        }
    } else if let Some(theme) = attribute("data-theme-set") {
        theme::choose(&theme);
    } else if is_on("data-print") {
        browser::print();
    } else if let Some(entry) = article_around(live, event, "[data-locate]") {
        navigate::locate(live, entry);
    } else if let Some(entry) = article_around(live, event, "[data-copy]") {
        navigate::copy_link(live, entry);
    } else if dragged {
        // The end of a drag is no choice.
        event.prevent_default();
    } else if is_on("data-cluster") {
        frieze::stop_of(event).into_iter().for_each(|first| frieze::open_cluster(live, first));
    } else if let Some(href) = attribute("href").filter(|href| href.starts_with('#')) {
        followed(live, &href);
    }
}

/// A link within the page was followed. Where the address names its target already no history event
/// will come, so it is revealed here.
fn followed(live: Live, href: &str) {
    browser::hide_popover("#cluster");
    if browser::fragment() == href {
        navigate::arrive(live);
    }
}

/// The entry of the article around an event, if that is on what a selector finds.
fn article_around(live: Live, event: &Event, on: &str) -> Option<usize> {
    browser::is_within(event, on)
        .then(|| entry_of(live, browser::closest_attribute(event, "article[data-lane]", "id")))?
}

fn entry_of(live: Live, id: Option<String>) -> Option<usize> {
    live.page.model().timeline().find(&id?)
}

/// The pointer or focus is on something new: the tip follows, and stays while it is on the tip.
fn point_at(live: Live, event: &Event) {
    if !browser::is_within(event, ".tip") {
        live.tip.set(entry_of(live, browser::closest_attribute(event, "[data-entry]", "data-entry")));
    }
}

fn key_down(live: Live, event: &Event) {
    let Some((name, modified)) = browser::key(event) else { return };
    if name == "Escape" {
        let shown = live.tip.get_untracked().is_some();
        live.tip.set(None);
        if let Some(entry) = article_around(live, event, "*").filter(|_| !shown) {
            navigate::locate(live, entry);
        }
        return;
    }
    let thumb = browser::closest_attribute(event, "[data-thumb]", "data-thumb");
    let own = match thumb {
        Some(thumb) => !modified && overview::key(live, &thumb, &name),
        None if browser::is_within(event, NAV) => frieze::key(live, event, &name, modified),
        None if name == "Enter" && browser::is_within(event, filters::SEARCH) => {
            live.dispatch(Command::CommitText);
            false
        }
        None => false,
    };
    if own {
        event.prevent_default();
    } else if SCROLL_KEYS.contains(&name.as_str()) {
        live.chosen.set_value(false);
    }
}
