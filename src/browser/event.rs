//! What an event says.

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use crate::keyboard::Pressed;

/// The key of an event.
pub fn pressed(event: &Event) -> Option<Pressed> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    Some(Pressed {
        key: event.key(),
        code: event.code(),
        is_shifted: event.shift_key(),
        is_modified: event.ctrl_key() || event.alt_key() || event.meta_key() || event.get_modifier_state("AltGraph"),
        // Some browsers say the latter of the key that begins or ends it.
        is_composing: event.is_composing() || event.key_code() == 229,
    })
}
