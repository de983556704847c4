//! The article that is read is the current one, and its mark is in view.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::element;
use crate::ui::store::Store;

impl Store {
    /// Follows the reader from now on.
    pub fn follow_reading(self) {
        window_event_listener(ev::scroll, move |event| {
            self.remember(|running| {
                running.choice = running.choice.scrolled(element::page_scrolled());
                running.scrolled_at = event.time_stamp();
            });
            self.reading();
        });
        window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                self.tip.set(None);
            }
        });
        window_event_listener(ev::focusin, move |event| {
            let nav = self.nodes.nav.get_untracked();
            let is_inside = nav.is_some_and(|nav| element::holds(&nav, event.target()));
            self.remember(|running| running.is_inside = is_inside);
        });
        window_event_listener(ev::pointerdown, move |_| self.remember(|running| running.is_inside = false));
    }

    /// Focus has come to an entry's article. To go on to another one than was chosen is to read on.
    pub fn focused(self, entry: usize) {
        if self.current.get_untracked() != Some(entry) {
            self.remember(|running| running.choice = running.choice.left());
            self.reading();
        }
    }

    /// The article at the top becomes the current one, unless what was chosen is.
    fn reading(self) {
        let Some(frieze) = self.nodes.frieze.get_untracked().filter(|_| !self.now().choice.holds()) else { return };
        let bottom = frieze.get_bounding_client_rect().bottom().max(0.0);
        let model = self.model();
        // The space between articles belongs to none: look a little further down, too.
        let at = |below: f64| element::ids_at(bottom + below).iter().find_map(|id| model.outline.find(id));
        let entry = at(48.0).or_else(|| at(96.0));
        if entry.is_some() && entry != self.current.get_untracked() {
            self.current.set(entry);
            self.follow_address();
            let nav = self.nodes.nav.get_untracked();
            let is_busy = nav.is_some_and(|nav| element::is_busy(&nav));
            entry.filter(|_| !is_busy).into_iter().for_each(|entry| self.show_mark(entry));
        }
    }
}
