//! Zooming, by buttons, keys and the wheel.

use std::time::Duration;

use leptos::prelude::*;
use leptos::web_sys::{MouseEvent, WheelEvent};

use crate::browser::{self, element};
use crate::layout::within;
use crate::ui::store::{Running, Store};

/// One step of a zoom button or key.
pub const STEP: f64 = 1.6;
/// Where the device remembers that it was said how the wheel zooms.
const HINTED: &str = "frise.hinted";
/// How long that is said.
const HINT: Duration = Duration::from_secs(3);
/// Who has scrolled the page so many ms ago is scrolling past.
const PAUSE: f64 = 500.0;

impl Store {
    /// One step closer, about the entry that has focus, or the centre.
    pub fn zoom_in(self) {
        self.zoom(STEP, None);
    }

    /// One step back.
    pub fn zoom_out(self) {
        self.zoom(1.0 / STEP, None);
    }

    /// Shows the whole range.
    pub fn show_all(self) {
        self.picture.repacked(|viewport| viewport.whole());
    }

    /// A double click: one step closer, about the pointer.
    pub fn zoom_to(self, event: &MouseEvent) {
        self.zoom(STEP, self.on_axis(event));
    }

    /// The wheel was turned: with Ctrl or Meta down, as a pinch on a trackpad says it, the frieze is zoomed. A plain
    /// wheel scrolls the page.
    pub fn wheel(self, event: &WheelEvent) {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            // So far and back is where it was. (`exp2` would say it in one, and bring its tables.)
            let closer = 1.0 + within(event.delta_y().abs(), 0.0, 100.0) / 310.0;
            self.zoom(if event.delta_y() < 0.0 { closer } else { 1.0 / closer }, self.on_axis(event));
        } else if event.delta_y().abs() > event.delta_x().abs() {
            self.hint(event.time_stamp());
        }
    }

    /// Says how the wheel zooms, for a moment: once per device, and not to who is scrolling past.
    fn hint(self, now: f64) {
        let Running { has_hinted, scrolled_at, .. } = self.now();
        if has_hinted || now - scrolled_at < PAUSE {
            return;
        }
        self.remember(|running| running.has_hinted = true);
        if browser::remembered(HINTED).is_none() {
            browser::remember(HINTED, Some(""));
            self.is_hinting.set(true);
            set_timeout(move || self.is_hinting.set(false), HINT);
        }
    }

    fn on_axis(self, event: &MouseEvent) -> Option<f64> {
        Some(element::fraction(f64::from(event.client_x()), &self.nodes.axis.get_untracked()?.into()))
    }

    /// Zooms about a fraction of the axis, which stays where it is in the window: the pointer's, or that of the Tab
    /// stop while focus is in the frieze, or the centre's.
    fn zoom(self, factor: f64, anchor: Option<f64>) {
        // State first, the page last: after an arrow focus follows its stop a frame late.
        let focused = || {
            let is_inside = self.nodes.nav.get_untracked().is_some_and(|nav| element::has_focus(&nav));
            let stop = self.picture.roving.get_untracked().filter(|_| is_inside)?;
            untrack(|| self.picture.stop_of(stop)).map(|stop| stop.at)
        };
        self.picture.repacked(|viewport| {
            let (from, to) = viewport.window();
            let anchor = anchor.or_else(focused).unwrap_or((from + to) / 2.0);
            viewport.zoomed(factor, anchor)
        });
    }
}
