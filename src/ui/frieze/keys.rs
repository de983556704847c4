//! Keys inside the frieze.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::{self, element};
use crate::page::ids;
use crate::session::{FriezeKey, frieze_key, neighbour};
use crate::ui::store::Store;

impl Store {
    /// A key was pressed while focus is inside. What is not the frieze's own stays the browser's.
    pub fn frieze_key(self, event: &KeyboardEvent) {
        let pressed = browser::pressed(event);
        let Some(key) = pressed.and_then(|pressed| frieze_key(&pressed, element::is_right_to_left())) else { return };
        event.prevent_default();
        match key {
            FriezeKey::ZoomIn => self.zoom_in(),
            FriezeKey::ZoomOut => self.zoom_out(),
            FriezeKey::ZoomAll => self.show_all(),
            FriezeKey::Help => self.open_keys(),
            _ => {
                let from = self.focused_stop().and_then(|entry| untrack(|| self.picture.stop_of(entry)));
                let to = self.picture.packed.with_untracked(|packed| neighbour(packed, from?, key));
                to.into_iter().for_each(|to| self.focus_stop(to));
            }
        }
    }

    /// The stop that has focus.
    fn focused_stop(self) -> Option<usize> {
        let roving = self.picture.roving.get_untracked()?;
        element::by_id(&ids::stop(self.picture.number, roving))
            .is_some_and(|stop| element::has_focus(&stop))
            .then_some(roving)
    }
}
