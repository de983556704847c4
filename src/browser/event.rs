//! What an event says.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent, TouchEvent, WheelEvent};

use super::dom::{element, is_right_to_left};

/// A pointer at the moment of an event.
#[derive(Clone, Copy, Debug)]
pub struct Pointer {
    /// Its number.
    pub id: i32,
    /// Position from the window's left edge in px.
    pub x: f64,
    /// A mouse, not touch or pen.
    pub is_mouse: bool,
    /// The event is of the primary button.
    pub is_primary: bool,
    /// Some button is down.
    pub is_down: bool,
}

/// The pointer of an event, if it has one.
pub fn pointer(event: &Event) -> Option<Pointer> {
    let event: &PointerEvent = event.dyn_ref()?;
    Some(Pointer {
        id: event.pointer_id(),
        x: f64::from(event.client_x()),
        is_mouse: event.pointer_type() == "mouse",
        is_primary: event.button() == 0,
        is_down: event.buttons() != 0,
    })
}

/// The name of the key of an event, and whether Ctrl, Alt or Meta is down with it.
pub fn key(event: &Event) -> Option<(String, bool)> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    Some((event.key(), event.ctrl_key() || event.alt_key() || event.meta_key()))
}

/// Whether Shift is down with the key of an event.
pub fn is_shifted(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(KeyboardEvent::shift_key)
}

/// How far a wheel was turned with Ctrl or Meta down; a pinch on a trackpad says the same.
pub fn wheel_with_control(event: &Event) -> Option<f64> {
    let event: &WheelEvent = event.dyn_ref()?;
    (event.ctrl_key() || event.meta_key()).then(|| event.delta_y())
}

/// Where a pointer is on an element's inline axis: 0 at its start, 1 at its end.
pub fn pointer_fraction(event: &Event, selector: &str) -> Option<f64> {
    let event: &MouseEvent = event.dyn_ref()?;
    fraction_of(f64::from(event.client_x()), selector)
}

fn fraction_of(x: f64, selector: &str) -> Option<f64> {
    let rect = element(selector)?.get_bounding_client_rect();
    let from_left = (x - rect.left()) / rect.width().max(1.0);
    Some(if is_right_to_left() { 1.0 - from_left } else { from_left })
}

/// Two fingers on an element: the point between them on its inline axis, and how many pixels they are apart.
pub fn two_fingers(event: &Event, selector: &str) -> Option<(f64, f64)> {
    let touches = event.dyn_ref::<TouchEvent>()?.touches();
    let (a, b) = (touches.get(0)?, touches.get(1).filter(|_| touches.length() == 2)?);
    let [ax, ay, bx, by] = [a.client_x(), a.client_y(), b.client_x(), b.client_y()].map(f64::from);
    let apart = ((ax - bx) * (ax - bx) + (ay - by) * (ay - by)).sqrt();
    Some((fraction_of((ax + bx) / 2.0, selector)?, apart.max(1.0)))
}

/// Keeps a pointer's events coming to the element that the event was listened for on.
pub fn capture_pointer(event: &Event) {
    let element = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let (Some(element), Some(pointer)) = (element, pointer(event)) {
        // Fails for a pointer that is gone already.
        let _ = element.set_pointer_capture(pointer.id);
    }
}

/// Whether an event's target is inside what a selector finds.
pub fn is_within(event: &Event, selector: &str) -> bool {
    target(event).is_some_and(|target| matches!(target.closest(selector), Ok(Some(_))))
}

/// An attribute of the nearest element around an event's target that a selector matches.
pub fn closest_attribute(event: &Event, selector: &str, attribute: &str) -> Option<String> {
    target(event)?.closest(selector).ok()??.get_attribute(attribute)
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
