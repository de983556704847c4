//! Keeping the browser in step with the frieze's picture: its scroll position, its one Tab stop, focus.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::element;
use crate::page::ids;
use crate::session::Stop;
use crate::ui::store::Store;

/// A pause in scrolling, after which the frieze stands still.
const STILL: Duration = Duration::from_millis(100);

impl Store {
    /// Follows the picture from now on.
    pub fn follow_picture(self) {
        let picture = self.picture;
        Effect::new(move |_| {
            picture.viewport.track();
            picture.stage.track();
            picture.packed.track();
            self.follow();
        });
        Effect::new(move |_| {
            picture.scene.track();
            untrack(|| picture.keep_stop());
            // After the views have followed.
            request_animation_frame(move || self.keep_focus());
        });
    }

    /// In the next frame: scrolls the frieze, once the axis has its length, and draws one lane after the other by the
    /// newest packing. Writing comes before reading, so that a zoom makes the browser compute its layout once.
    fn follow(self) {
        if self.now().is_following {
            return;
        }
        self.remember(|running| running.is_following = true);
        request_animation_frame(move || {
            let (viewport, stage) = (self.picture.viewport.get_untracked(), self.picture.stage.get_untracked());
            if let Some(scroller) = self.nodes.scroller.get_untracked() {
                element::set_scroll_start(&scroller, stage.rem(viewport, viewport.offset()) * self.now().rem);
            }
            self.remember(|running| running.is_following = false);
            if self.picture.advance() {
                self.follow();
            }
        });
    }

    /// The reader has scrolled the frieze: the window follows.
    pub fn scrolled(self) {
        // What is not yet written would be taken for the reader's own scrolling.
        let following = self.now().is_following;
        let Some(scroller) = self.nodes.scroller.get_untracked().filter(|_| !following) else { return };
        let (viewport, stage, rem) =
            (self.picture.viewport.get_untracked(), self.picture.stage.get_untracked(), self.now().rem);
        let offset = stage.at(viewport, element::scroll_start(&scroller) / rem);
        if (offset - viewport.offset()).abs() * viewport.axis() * rem >= 1.0 {
            self.picture.moving(|viewport| viewport.panned_to(offset));
            self.settle();
        }
    }

    /// Once the window has stood still for a moment, labels end at its edges.
    pub fn settle(self) {
        self.now().settling.into_iter().for_each(|timer| timer.clear());
        let timer = set_timeout_with_handle(move || self.picture.settled(), STILL).ok();
        self.remember(|running| running.settling = timer);
    }

    /// Brings focus back to the Tab stop: what had it may have joined a cluster, or left one.
    fn keep_focus(self) {
        if self.now().is_inside
            && element::has_no_focus()
            // Read first: focus tells the Tab stop in its turn.
            && let Some(stop) = self.picture.roving.get_untracked()
        {
            element::by_id(&ids::stop(self.picture.number, stop)).iter().for_each(element::focus_on);
        }
    }

    /// Moves the frieze's Tab stop and focus: at once, since the next key may come before the next frame. A mark that is
    /// not on the page yet, or not in sight, comes with that.
    pub fn focus_stop(self, stop: Stop) {
        self.picture.roving.set(Some(stop.entry));
        self.picture.moved(|viewport| viewport.revealing(stop.at, stop.at));
        let focus = move || {
            let there = element::by_id(&ids::stop(self.picture.number, stop.entry)).inspect(element::focus_on);
            // In a window that is lower than the frieze: its slot's lane, as long as the axis, so that only the page scrolls.
            let lane = there.as_ref().and_then(|mark| mark.parent_element()?.parent_element());
            lane.iter().for_each(element::reveal);
            there.is_some_and(|there| element::has_focus(&there))
        };
        if !focus() {
            request_animation_frame(move || {
                focus();
            });
        }
    }
}
