//! The clipboard.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Copies a text and calls back with whether that was allowed.
pub fn copy(text: &str, done: Rc<dyn Fn(bool)>) {
    let Some(window) = super::dom::window() else { return };
    let clipboard = window.navigator().clipboard();
    // Pages without a secure context have no clipboard, whatever the type says.
    if clipboard.is_undefined() {
        return done(false);
    }
    let also_done = Rc::clone(&done);
    let copied = Closure::once(move |_: JsValue| also_done(true));
    let refused = Closure::once(move |_: JsValue| done(false));
    let _ = clipboard.write_text(text).then2(&copied, &refused);
    // One of the two runs later, once.
    copied.forget();
    refused.forget();
}
