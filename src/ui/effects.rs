//! What follows from commands outside the state: addresses, focus, scrolling, announcements.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::filters;
use super::page::Page;
use crate::browser;
use crate::layout::Cluster;
use crate::session::{Outcome, Part, Stop, Target};

/// How long the live region waits for typing to pause.
const PAUSE: i32 = 600;

/// Carries out what a command left to do.
pub fn perform(page: Page, outcomes: Vec<Outcome>) {
    for outcome in outcomes {
        match outcome {
            Outcome::Push(query) => {
                browser::push_query(&query);
                page.repack.set(true);
            }
            Outcome::Replace(query) => browser::replace_query(&query),
            Outcome::AnnounceCount => {
                page.repack.set(true);
                announce_count(page);
            }
            Outcome::Reveal(target) => reveal(page, target),
        }
    }
    page.session.with_untracked(|session| filters::fill_fields(&session.filters));
    browser::carry_address("[data-lang-link]");
}

/// Brings a target into view and moves focus to its heading.
fn reveal(page: Page, target: Target) {
    let model = page.model();
    let timeline = model.timeline();
    let (id, heading) = match target {
        Target::Entry(entry) => {
            page.current.set(Some(entry));
            page.roving.set(Some(entry));
            page.chosen.set_value(true);
            show_mark(page, entry);
            let Some(entry) = timeline.entries.get(entry) else { return };
            (entry.id.clone(), format!("#title-{}", entry.id))
        }
        Target::Question(index) => {
            let Some(question) = timeline.questions.get(index) else { return };
            (question.words.id.clone(), format!("#title-{}", question.words.id))
        }
        Target::Source(index) => {
            let Some(source) = timeline.sources.get(index) else { return };
            (format!("source-{}", source.id), format!("#source-{}", source.id))
        }
        Target::Part(part) => {
            let id = match part {
                Part::Decade => "decade",
                Part::Conversation => "conversation",
                Part::Sources => "sources",
            };
            // The browser has scrolled there; focus starts from there by itself.
            browser::bring_into_view(&format!("#{id}"));
            return;
        }
    };
    // An article that was hidden is shown by the next frame.
    browser::next_frame(move || {
        browser::focus(&heading);
        browser::bring_into_view(&format!("#{id}"));
    });
}

/// A click on an entry's link. The browser follows the fragment; where the address names the entry
/// already nothing would move, so focus is moved here.
pub fn choose(page: Page, entry: usize, event: &MouseEvent) {
    let dragged = page.drag.with_value(|drag| drag.as_ref().is_some_and(|drag| drag.moved));
    page.drag.set_value(None);
    if dragged {
        event.prevent_default();
        return;
    }
    let named = page.session.with_untracked(|session| session.target == Some(Target::Entry(entry)));
    if named {
        reveal(page, Target::Entry(entry));
    }
}

/// Opens a cluster: closer, where that tells its entries apart, else as a list.
pub fn open_cluster(page: Page, cluster: &Cluster) {
    let viewport = page.viewport.get_untracked();
    let apart = cluster.span * crate::layout::MAX_AXIS > crate::layout::TARGET * cluster.entries.len() as f64;
    if apart && !viewport.is_deepest() {
        let room = (cluster.span * 1.5).max(0.0);
        page.repack.set(true);
        page.viewport.set(viewport.showing(cluster.start - (room - cluster.span) / 2.0, cluster.start + room));
        if let Some(&first) = cluster.entries.first() {
            browser::next_frame(move || {
                browser::focus(&stop_selector(first));
            });
        }
    } else {
        page.listed.set(cluster.entries.clone());
        let anchor = cluster.entries.first().map(|&first| stop_selector(first)).unwrap_or_default();
        browser::next_frame(move || {
            browser::show_popover("#cluster");
            browser::place_below("#cluster", &anchor);
            browser::focus("#cluster a");
        });
    }
}

pub fn stop_selector(stop: usize) -> String {
    format!("[data-stop='{stop}']")
}

/// Moves the frieze's Tab stop and focus.
pub fn focus_stop(page: Page, stop: Stop) {
    page.roving.set(Some(stop.entry));
    page.viewport.update(|viewport| *viewport = viewport.revealing(stop.at));
    browser::next_frame(move || {
        browser::focus(&stop_selector(stop.entry));
    });
}

/// Says the number of entries once typing has paused.
fn announce_count(page: Page) {
    if let Some(timer) = page.announcing.get_value() {
        browser::cancel(timer);
    }
    page.announcing.set_value(browser::after(PAUSE, move || page.announcement.set(page.count_text())));
}

/// Pans the frieze if an entry's mark is out of view.
pub fn show_mark(page: Page, entry: usize) {
    if let Some(subject) = page.model().subjects.get(entry) {
        let viewport = page.viewport.get_untracked();
        let revealed = viewport.revealing(subject.start);
        if revealed != viewport {
            page.viewport.set(revealed);
        }
    }
}
