//! Hands on the marks of the frieze. The lanes listen for all of them: listeners of its own would cost each mark that a
//! zoom makes anew more than all else of it.

use leptos::ev::{FocusEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;
use leptos::web_sys::EventTarget;

use crate::browser::element;
use crate::page::ids;
use crate::ui::store::{Picture, Stand, Store};

/// The first entry of the mark that a target is, or is in.
fn mark(target: Option<EventTarget>) -> Option<usize> {
    element::by_ids_around(target, ids::stop_first)
}

impl Store {
    /// Focus came to a mark.
    pub fn focus_mark(self, event: &FocusEvent, picture: Picture) {
        if let Some(first) = mark(event.target()) {
            if Stand::lane(first).is_none() {
                picture.roving.set(Some(first));
            }
            let is_returning = self.now().is_returning;
            self.remember(|running| running.is_returning = false);
            self.tip.set((!is_returning).then_some(first));
        }
    }

    /// The pointer came to a mark, or to another part of it.
    pub fn enter_mark(self, event: &PointerEvent) {
        let first = mark(event.target());
        if first.is_some() && first != self.tip.get_untracked() {
            self.tip.set(first);
        }
    }

    /// The pointer leaves a mark: its tip goes, unless the pointer is on it now.
    pub fn leave_mark(self, event: &PointerEvent) {
        let next = event.related_target();
        let is_on_tip = self.nodes.tip.get_untracked().is_some_and(|tip| element::holds(&tip, next.clone()));
        if !is_on_tip && mark(next) != mark(event.target()) {
            self.tip.set(None);
        }
    }

    /// A mark was clicked: a button opens; a link is followed by the browser. A finger hovers over nothing: where there
    /// is no label, its first tap shows the tip.
    pub fn click_mark(self, event: &MouseEvent, picture: Picture) {
        let Some(first) = mark(event.target()).filter(|_| !self.has_dragged()) else { return };
        let link = element::by_id(&ids::stop(picture.number, first)).filter(|mark| mark.has_attribute("data-entry"));
        let Some(link) = link else { return self.open(first, picture) };
        // A key counts no clicks.
        let is_tap = self.now().hand.is_finger && event.detail() > 0;
        if is_tap && link.has_attribute("data-bare") && self.now().tapped != Some(first) {
            event.prevent_default();
            self.tip.set(Some(first));
            return self.remember(|running| running.tapped = Some(first));
        }
        self.remember(|running| (running.is_leaving, running.tapped) = (true, None));
    }
}
