//! Two fingers zoom the frieze: the browser would zoom the page. One finger pans by the browser's own scrolling.

use leptos::prelude::*;
use leptos::web_sys::TouchEvent;
use wasm_bindgen::JsCast;

use crate::browser::{Listener, element};
use crate::ui::store::{Pinch, Store};

impl Store {
    /// Fingers touch the frieze. They go on at what they began on, even when a zoom takes that from the page.
    pub fn pinch_start(self, event: &TouchEvent) {
        let fingers = Listener::new(move |event| {
            event.dyn_ref().into_iter().for_each(|event| self.pinch(event));
        });
        for name in ["touchmove", "touchend", "touchcancel"] {
            fingers.on_target(event, name);
        }
        self.pinch(event);
    }

    /// They move, or leave.
    fn pinch(self, event: &TouchEvent) {
        let touches = event.touches();
        let two = touches.get(0).zip(touches.get(1).filter(|_| touches.length() == 2));
        let (Some((a, b)), Some(scroller)) = (two, self.nodes.scroller.get_untracked()) else {
            return self.remember(|running| running.hand.pinch = None);
        };
        event.prevent_default();
        let [ax, ay, bx, by] = [a.client_x(), a.client_y(), b.client_x(), b.client_y()].map(f64::from);
        let apart = ((ax - bx) * (ax - bx) + (ay - by) * (ay - by)).sqrt().max(1.0);
        let between = element::fraction((ax + bx) / 2.0, &scroller);
        let viewport = self.picture.viewport.get_untracked();
        let Some(pinch) = self.now().hand.pinch else {
            let pinch = Pinch { zoom: viewport.zoom(), at: viewport.at(between), apart };
            return self.remember(|running| running.hand.pinch = Some(pinch));
        };
        self.picture.repacked(|viewport| viewport.pinned(pinch.zoom * apart / pinch.apart, pinch.at, between));
    }
}
