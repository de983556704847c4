//! What only a running browser can do: listeners, measures, and the tools that the text carries.

use leptos::prelude::*;

use super::effects::{focus_stop, show_mark};
use super::frieze::{self, AXIS, NAV, SCROLLER};
use super::page::Page;
use super::view::fraction;
use super::{filters, theme};
use crate::browser;
use crate::i18n::Phrase;
use crate::session::Command;

/// What sticks to the top of the window.
const STICKY: &str = ".frieze";
/// Keys with which a reader scrolls on.
const SCROLL_KEYS: [&str; 7] = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "];

/// Starts what only a browser can do. Called once, after the page was hydrated or mounted.
pub fn install(page: Page) {
    theme::restore();
    browser::enable(".needs-script");
    // The zoom is written here, not in the view: the axis must be that long before it is scrolled.
    Effect::new(move |_| {
        let viewport = page.viewport.get();
        browser::set_property(AXIS, "--zoom", &fraction(viewport.zoom()));
        browser::set_scroll_start(SCROLLER, viewport.offset() * viewport.axis() * browser::rem());
    });
    Effect::new(move |_| {
        let exists = |stop: usize| frieze::stops(page).iter().any(|other| other.entry == stop);
        page.packed.track();
        if !page.roving.get_untracked().is_some_and(exists) {
            page.roving.set(frieze::stops(page).first().map(|stop| stop.entry));
        }
    });
    Effect::new(move |_| {
        let model = page.model();
        page.shown.with(|shown| {
            for (entry, shown) in model.timeline().entries.iter().zip(shown) {
                browser::set_hidden(&entry.id, !shown);
            }
        });
    });
    let mut measured = false;
    browser::on_width(SCROLLER, move |px| {
        if px > 0.0 {
            let width = px / browser::rem();
            if std::mem::replace(&mut measured, true) {
                page.repack.set(true);
            }
            page.viewport.update(|viewport| *viewport = viewport.resized(width));
        }
    });
    browser::on_window("popstate", move |_| arrive(page));
    browser::on_window("scroll", move |_| reading(page));
    for own in ["wheel", "touchmove"] {
        browser::on_window(own, move |_| page.chosen.set_value(false));
    }
    browser::on_window("click", move |event| clicked(page, &event));
    browser::on_key(move |event| {
        if event.key() == "Escape"
            && let Some(entry) = entry_around(page, event, "article[data-lane]", "id")
        {
            locate(page, entry);
        }
        if SCROLL_KEYS.contains(&event.key().as_str()) {
            page.chosen.set_value(false);
        }
    });
    // What was typed before the script ran is kept, and beats the address.
    let typed = browser::input_value(filters::SEARCH).filter(|typed| !typed.is_empty());
    arrive(page);
    if let Some(typed) = typed {
        page.dispatch(Command::Type(typed));
    }
    page.interactive.set(true);
    browser::next_frame(|| browser::set_root_attribute("data-ready", Some("")));
}

/// Follows the address: at the start, on Back and Forward, and after a link within the page.
fn arrive(page: Page) {
    page.dispatch(Command::Arrive { query: browser::query(), fragment: browser::fragment() });
}

/// The reader scrolls: the article at the top becomes the current one.
fn reading(page: Page) {
    if page.chosen.get_value() {
        return;
    }
    let id = browser::article_in_view(STICKY, "article[data-lane]");
    let entry = id.and_then(|id| page.model().timeline().find(&id));
    if entry.is_some() && entry != page.current.get_untracked() {
        page.current.set(entry);
        let busy = browser::matches(NAV, ":hover") || browser::has_focus_within(NAV);
        if let Some(entry) = entry.filter(|_| !busy) {
            show_mark(page, entry);
        }
    }
}

/// A click on one of the tools that the text carries.
fn clicked(page: Page, event: &browser::Event) {
    if let Some(theme) = browser::closest_attribute(event, "[data-theme-set]", "data-theme-set") {
        theme::choose(&theme);
    } else if browser::closest_attribute(event, "[data-print]", "data-print").is_some() {
        browser::print();
    } else if let Some(entry) = entry_around(page, event, "[data-locate]", "data-locate") {
        locate(page, entry);
    } else if let Some(entry) = entry_around(page, event, "[data-copy]", "data-copy") {
        copy_link(page, entry);
    }
}

/// The entry whose id an attribute around an event's target names.
fn entry_around(page: Page, event: &browser::Event, selector: &str, attribute: &str) -> Option<usize> {
    page.model().timeline().find(&browser::closest_attribute(event, selector, attribute)?)
}

/// From an article to its mark on the frieze, or to the cluster it is in.
fn locate(page: Page, entry: usize) {
    page.unfolded.set(true);
    let stops = frieze::stops(page);
    let in_cluster = page.packed.with_untracked(|packed| {
        let cluster = packed.packing.clusters.iter().find(|cluster| cluster.entries.contains(&entry));
        cluster.and_then(|cluster| cluster.entries.first().copied())
    });
    let wanted = in_cluster.unwrap_or(entry);
    if let Some(stop) = stops.iter().find(|stop| stop.entry == wanted) {
        page.current.set(Some(entry));
        page.chosen.set_value(true);
        focus_stop(page, *stop);
        browser::next_frame(|| {
            browser::bring_into_view(STICKY);
        });
    }
}

/// Copies an entry's address.
fn copy_link(page: Page, entry: usize) {
    let model = page.model();
    let Some(id) = model.timeline().entries.get(entry).map(|entry| entry.id.clone()) else { return };
    leptos::task::spawn_local(async move {
        let link = format!("{}#{id}", browser::address());
        let copied = browser::copy(&link).await;
        page.announcement.set(if copied {
            model.phrase(Phrase::Copied)
        } else {
            model.edition.fill(Phrase::CopyFailed, &[("link", &link)])
        });
    });
}
