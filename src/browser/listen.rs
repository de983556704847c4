//! Listeners that live as long as the page: their closures are handed to the browser for good.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, ResizeObserver};

use super::dom::{element, window};

/// Calls back on an event anywhere in the window.
pub fn on_window(name: &str, callback: impl FnMut(Event) + 'static) {
    if let Some(window) = window() {
        listen(&window, name, Box::new(callback));
    }
}

/// Calls back on an event on an element.
pub fn on(selector: &str, name: &str, callback: impl FnMut(Event) + 'static) {
    if let Some(element) = element(selector) {
        listen(&element, name, Box::new(callback));
    }
}

#[cfg(feature = "room")]
pub(super) fn listen_on(target: &EventTarget, name: &str, callback: impl FnMut(Event) + 'static) {
    listen(target, name, Box::new(callback));
}

fn listen(target: &EventTarget, name: &str, callback: Box<dyn FnMut(Event)>) {
    let closure = Closure::wrap(callback).into_js_value();
    let _ = target.add_event_listener_with_callback(name, closure.unchecked_ref());
}

/// A callback for elements that are not known yet.
pub struct Listener(JsValue);

impl Listener {
    /// Lives as long as the page.
    pub fn new(callback: impl FnMut(Event) + 'static) -> Self {
        Self(Closure::wrap(Box::new(callback) as Box<dyn FnMut(Event)>).into_js_value())
    }

    /// Listens on the target of an event, also after that has left the page. Once, however often it is asked.
    pub fn on_target(&self, event: &Event, name: &str) {
        if let Some(target) = event.target() {
            let _ = target.add_event_listener_with_callback(name, self.0.unchecked_ref());
        }
    }
}

/// Calls back with an element's inner width in px, now and whenever it changes.
pub fn on_width(selector: &'static str, mut callback: impl FnMut(f64) + 'static) {
    let closure = Closure::<dyn FnMut()>::new(move || callback(super::inner_width(selector))).into_js_value();
    if let (Some(element), Ok(observer)) = (element(selector), ResizeObserver::new(closure.unchecked_ref())) {
        observer.observe(&element);
        // The observer lives as long as the page.
        std::mem::forget(observer);
    }
}

/// Calls back before the next frame.
pub fn next_frame(callback: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let _ = window.request_animation_frame(Closure::once_into_js(callback).unchecked_ref());
    }
}

/// Calls back after so many milliseconds. Returns a number for [`cancel`].
pub fn after(milliseconds: i32, callback: impl FnOnce() + 'static) -> Option<i32> {
    let callback = Closure::once_into_js(callback);
    window()?.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds).ok()
}

/// Cancels what [`after`] began.
pub fn cancel(timer: i32) {
    if let Some(window) = window() {
        window.clear_timeout_with_handle(timer);
    }
}
