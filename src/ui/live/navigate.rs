//! Following addresses, and keeping frieze and chronicle in step.

use std::rc::Rc;

use leptos::prelude::*;

use super::filters;
use super::frieze::{NAV, focus_stop};
use super::state::Live;
use crate::browser;
use crate::i18n::Phrase;
use crate::session::{Command, Outcome, Part, Target, stop_of};

/// What sticks to the top of the window.
const STICKY: &str = ".frieze";
/// What stands right before it: a sticky element itself cannot be scrolled to.
const ABOVE_FRIEZE: &str = ".messages";

/// Follows the address: at the start, on Back and Forward, and after a link within the page.
pub fn arrive(live: Live) {
    let fragment = browser::fragment();
    let id = fragment.trim_start_matches('#');
    let on_page = !id.is_empty() && browser::has_id(id);
    live.dispatch(Command::Arrive { query: browser::query(), fragment, on_page });
}

impl Live {
    /// Carries out what a command left to do.
    pub fn perform(self, outcomes: Vec<Outcome>) {
        for outcome in outcomes {
            match outcome {
                Outcome::Push(query) => browser::push_query(&self.with_kept(&query)),
                Outcome::Replace(query) => browser::replace_query(&self.with_kept(&query)),
                Outcome::AnnounceCount => {
                    self.page.repack.set(true);
                    self.announce_count();
                }
                Outcome::Reveal(target) => reveal(self, target),
            }
        }
        self.page.session.with_untracked(|session| filters::fill_fields(&session.filters));
        browser::carry_address("[data-lang-link]");
    }

    /// A query with what is kept of it.
    fn with_kept(self, query: &str) -> String {
        self.kept_query.with_value(|kept| match query.strip_prefix('?') {
            _ if kept.is_empty() => query.to_owned(),
            Some(filters) => format!("?{kept}&{filters}"),
            None => format!("?{kept}"),
        })
    }
}

/// Brings a target into view and moves focus to its heading.
fn reveal(live: Live, target: Target) {
    let model = live.page.model();
    let timeline = model.timeline();
    let (id, heading) = match target {
        Target::Entry(index) => {
            live.page.current.set(Some(index));
            live.chosen.set_value(true);
            if live.page.packed.with_untracked(|packed| packed.place(index).is_some()) {
                live.page.roving.set(Some(index));
            }
            show_mark(live, index);
            if let Some(turn) = live.turn.get_value() {
                turn(index);
            }
            let Some(entry) = timeline.entries.get(index) else { return };
            (entry.id.clone(), format!("#title-{}", entry.id))
        }
        Target::Question(index) => {
            let Some(question) = timeline.questions.get(index) else { return };
            (question.words.id.clone(), format!("#title-{}", question.words.id))
        }
        Target::Part(part) => {
            let id = match part {
                Part::Decade => "decade",
                Part::Conversation => "conversation",
                Part::Sources => "sources",
            };
            // The browser moves focus to where it scrolls by itself.
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

/// From an article to its mark on the frieze, or to the cluster it is in.
pub fn locate(live: Live, entry: usize) {
    let page = live.page;
    page.unfolded.set(true);
    if let Some(stop) = page.packed.with_untracked(|packed| stop_of(packed, entry)) {
        page.current.set(Some(entry));
        live.chosen.set_value(true);
        // A frieze that was folded is measured in the next frame; only then can its mark be revealed.
        browser::next_frame(move || {
            browser::next_frame(move || {
                focus_stop(live, stop);
                browser::bring_into_view(ABOVE_FRIEZE);
            });
        });
    }
}

/// Copies an entry's address.
pub fn copy_link(live: Live, entry: usize) {
    let model = live.page.model();
    let Some(id) = model.timeline().entries.get(entry).map(|entry| entry.id.clone()) else { return };
    let link = format!("{}#{id}", browser::address());
    let text = link.clone();
    let done = move |copied: bool| {
        if copied {
            live.announce(model.say(Phrase::Copied));
        } else {
            live.announce(&model.edition.fill(Phrase::CopyFailed, &[("link", &link)]));
        }
    };
    browser::copy(&text, Rc::new(done));
}

/// The reader scrolls: the article at the top becomes the current one.
pub fn reading(live: Live) {
    if live.chosen.get_value() {
        return;
    }
    let page = live.page;
    let id = browser::article_in_view(STICKY, "article[data-lane]");
    let entry = id.and_then(|id| page.model().timeline().find(&id));
    if entry.is_some() && entry != page.current.get_untracked() {
        page.current.set(entry);
        let busy = browser::matches(NAV, ":hover") || browser::has_focus_within(NAV);
        if let Some(entry) = entry.filter(|_| !busy) {
            show_mark(live, entry);
        }
    }
}

/// Pans the frieze if an entry's mark is out of view.
fn show_mark(live: Live, entry: usize) {
    let model = live.page.model();
    if let Some(entry) = model.timeline().entries.get(entry) {
        let viewport = live.page.viewport.get_untracked();
        let revealed = viewport.revealing(model.scale.place(entry.date.span()).0);
        if revealed != viewport {
            live.page.viewport.set(revealed);
        }
    }
}
