//! A mouse drags the frieze. Touch and pen pan it by the browser's own scrolling.

use leptos::prelude::*;
use leptos::web_sys::{MouseEvent, PointerEvent};

use crate::browser::element;
use crate::ui::store::{Drag, Store};

/// A drag shorter than this many pixels is a click.
const THRESHOLD: f64 = 4.0;

impl Store {
    /// A button goes down on the frieze.
    pub fn drag_start(self, event: &PointerEvent) {
        let offset = self.picture.viewport.get_untracked().offset();
        let (pointer, from) = (event.pointer_id(), f64::from(event.client_x()));
        let kind = event.pointer_type();
        let is_mouse = kind == "mouse" && event.button() == 0;
        let drag = is_mouse.then_some(Drag { pointer, from, offset, has_moved: false });
        self.remember(|running| (running.hand.drag, running.hand.is_finger) = (drag, kind == "touch"));
    }

    /// It moves: past a few pixels the frieze moves along, and the click to come is swallowed.
    pub fn drag_move(self, event: &PointerEvent) {
        let Some(mut drag) = self.now().hand.drag.filter(|drag| drag.pointer == event.pointer_id()) else { return };
        if event.buttons() == 0 {
            return self.remember(|running| running.hand.drag = None);
        }
        let towards_start = if element::is_right_to_left() { -1.0 } else { 1.0 };
        let distance = (f64::from(event.client_x()) - drag.from) * towards_start;
        if !drag.has_moved && distance.abs() > THRESHOLD {
            drag.has_moved = true;
            if let Some(scroller) = self.nodes.scroller.get_untracked() {
                // Fails for a pointer that is gone already.
                let _ = scroller.set_pointer_capture(drag.pointer);
            }
            self.remember(|running| running.hand.drag = Some(drag));
        }
        if drag.has_moved {
            let rem = self.now().rem;
            self.picture.moving(|viewport| viewport.panned_to(drag.offset - distance / (viewport.axis() * rem)));
            self.settle();
        }
    }

    /// The click that ends a drag is no choice.
    pub fn drag_end(self, event: &MouseEvent) {
        if self.has_dragged() {
            event.prevent_default();
        }
        self.remember(|running| running.hand.drag = None);
    }

    /// Whether what ends now was a drag.
    pub fn has_dragged(self) -> bool {
        self.now().hand.drag.is_some_and(|drag| drag.has_moved)
    }
}
