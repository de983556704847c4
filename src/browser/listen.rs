//! Listeners that live as long as the page: their closures are handed to the browser for good.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Event, EventTarget};

use super::dom::window;

/// Calls back on an event anywhere in the window.
pub fn on_window(name: &str, callback: impl FnMut(Event) + 'static) {
    if let Some(window) = window() {
        listen(&window, name, Box::new(callback));
    }
}

/// Asks whoever listens for it, by a cancelable event of the document that carries a text. True if it was answered.
pub fn ask(name: &str, detail: &str) -> bool {
    let options = CustomEventInit::new();
    options.set_cancelable(true);
    options.set_detail(&JsValue::from_str(detail));
    let event = CustomEvent::new_with_event_init_dict(name, &options);
    let sent = event.ok().zip(super::dom::document()).map(|(event, document)| document.dispatch_event(&event));
    // What was cancelled was answered.
    matches!(sent, Some(Ok(false)))
}

/// Answers what [`ask`] asks: `callback` is given the text, and says whether it has dealt with it.
pub fn answer(name: &str, mut callback: impl FnMut(&str) -> bool + 'static) {
    let Some(document) = super::dom::document() else { return };
    let answer = move |event: Event| {
        let detail = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string()).unwrap_or_default();
        if callback(&detail) {
            event.prevent_default();
        }
    };
    listen(&document, name, Box::new(answer));
}

/// Calls back on an event on a target.
#[cfg(feature = "room")]
pub fn listen_on(target: &EventTarget, name: &str, callback: impl FnMut(Event) + 'static) {
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
