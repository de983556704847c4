//! A pointer on the strip of the overview: it moves the window, or one of its edges.

use leptos::prelude::*;
use leptos::web_sys::{MouseEvent, PointerEvent};

use crate::browser::element;
use crate::layout::within;
use crate::ui::store::{Hold, Store, Unfolded};

impl Store {
    /// A pointer goes down on a thumb: the edge it stands for is held. The strip under it hears of it too.
    pub fn hold_edge(self, event: &PointerEvent, end: bool) {
        self.remember(|running| running.hand.has_moved = true);
        self.hold(event, Hold::Edge(end));
    }

    /// A pointer goes down on the strip, unless it is on a thumb, which has it already.
    pub fn hold_window(self, event: &PointerEvent) {
        let is_held = self.now().hand.held.is_some_and(|(pointer, _)| pointer == event.pointer_id());
        let (false, Some(at)) = (is_held, self.on_strip(event)) else { return };
        self.remember(|running| running.hand.has_moved = false);
        let (from, to) = self.picture.viewport.get_untracked().window();
        if (from..=to).contains(&at) {
            return self.hold(event, Hold::Window(at - from));
        }
        // A click beside the window centres it there.
        self.picture.moved(|viewport| viewport.panned_to(at - (to - from) / 2.0));
        self.hold(event, Hold::Window((to - from) / 2.0));
    }

    fn hold(self, event: &PointerEvent, hold: Hold) {
        if let Some(strip) = self.nodes.strip.get_untracked() {
            // Fails for a pointer that is gone already.
            let _ = strip.set_pointer_capture(event.pointer_id());
        }
        self.remember(|running| running.hand.held = Some((event.pointer_id(), hold)));
    }

    /// Drags what the pointer holds.
    pub fn drag_held(self, event: &PointerEvent) {
        let held = self.now().hand.held.filter(|(pointer, _)| *pointer == event.pointer_id() && event.buttons() != 0);
        let (Some((_, hold)), Some(at)) = (held, self.on_strip(event)) else { return };
        let before = untrack(|| self.picture.window());
        match hold {
            Hold::Edge(end) => self.move_edge(end, at),
            Hold::Window(grip) => self.picture.moved(|viewport| viewport.panned_to(at - grip)),
        }
        if untrack(|| self.picture.window()) != before {
            self.remember(|running| running.hand.has_moved = true);
        }
    }

    /// The pointer lets go.
    pub fn let_go(self) {
        self.remember(|running| running.hand.held = None);
    }

    /// A click on the strip. Where the frieze is in sight it has moved the window; where only the strip is, it leads to the
    /// text of that time.
    pub fn read_at(self, event: &MouseEvent) {
        let has_moved = self.now().hand.has_moved;
        if let (false, false, Some(at)) = (has_moved, self.is_frieze_in_sight(), self.on_strip(event)) {
            self.read_from(at);
        }
    }

    /// Leads to the text of the first entry from a time on. The address stays.
    pub fn read_from(self, at: f64) {
        let model = self.model();
        let mut shown = model.subjects.iter().filter(|subject| untrack(|| self.is_shown(subject.entry)));
        let Some(entry) = shown.find(|subject| subject.start >= at).map(|subject| subject.entry) else { return };
        #[cfg(feature = "other")]
        self.turn_to(entry);
        let id = model.outline.entries.get(entry).map(|entry| entry.id.clone()).unwrap_or_default();
        self.show_text(id);
    }

    /// Unfolds the frieze of a small window, or folds it.
    pub fn fold(self) {
        let frieze = self.nodes.frieze.get_untracked();
        let is_stuck = frieze.is_some_and(|frieze| frieze.get_bounding_client_rect().top() <= 0.0);
        let place = if is_stuck { Unfolded::Over } else { Unfolded::There };
        self.unfolded.update(|unfolded| *unfolded = unfolded.is_none().then_some(place));
    }

    fn is_frieze_in_sight(self) -> bool {
        self.nodes.nav.get_untracked().is_some_and(|nav| element::is_in_view(&nav))
    }

    fn on_strip(self, event: &MouseEvent) -> Option<f64> {
        Some(element::fraction(f64::from(event.client_x()), &self.nodes.strip.get_untracked()?.into()))
    }

    /// Moves one edge of the window; the other stays.
    pub fn move_edge(self, end: bool, to: f64) {
        self.picture.repacked(|viewport| {
            let (from, until) = viewport.window();
            let to = within(to, 0.0, 1.0);
            if end { viewport.showing(from, to.max(from)) } else { viewport.showing(to.min(until), until) }
        });
    }
}
