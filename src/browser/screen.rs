//! The screen as a whole: filling it, keeping it on, and what lies over the page.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dom::{document, element, window};

/// Calls a method that a browser may not have. What it promises is waited for; `None` where there is no such
/// method or it was refused.
async fn ask(object: &JsValue, method: &str, argument: Option<&str>) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    let answer = match argument {
        Some(argument) => method.call1(object, &argument.into()),
        None => method.call0(object),
    };
    match answer.ok()?.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await.ok(),
        Err(answer) => Some(answer),
    }
}

/// Fills the screen with an element. False where that is not to be had.
pub async fn fill_screen(selector: &str) -> bool {
    let Some(element) = element(selector) else { return false };
    ask(&element, "requestFullscreen", None).await.is_some()
}

/// Fills the screen no longer.
pub async fn leave_full_screen() {
    if let Some(document) = document() {
        ask(&document, "exitFullscreen", None).await;
    }
}

/// Whether an element fills the screen.
pub fn is_full_screen() -> bool {
    let Some(document) = document() else { return false };
    Reflect::get(&document, &"fullscreenElement".into()).is_ok_and(|element| element.is_truthy())
}

/// The screen stays on as long as this is not released and the page is visible.
pub struct Awake(JsValue);

impl Awake {
    /// Lets the screen go off again.
    pub async fn release(self) {
        ask(&self.0, "release", None).await;
    }
}

/// Keeps the screen on, where the browser grants it.
pub async fn keep_awake() -> Option<Awake> {
    let navigator = window()?.navigator();
    let lock = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_truthy)?;
    ask(&lock, "request", Some("screen")).await.map(Awake)
}

/// Whether the page is out of sight, such as in a tab behind others.
pub fn is_out_of_sight() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Calls back again and again, as long as the page lives, every so many milliseconds or less often.
pub fn every(milliseconds: i32, callback: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(callback).into_js_value();
    if let Some(window) = window() {
        let callback = callback.unchecked_ref();
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(callback, milliseconds);
    }
}

/// Scrolls an element most of its height on (1) or back (-1). False where there is nothing more to see there.
pub fn scroll_by_page(selector: &str, direction: i32) -> bool {
    let Some(element) = element(selector) else { return false };
    let (at, height) = (element.scroll_top(), element.client_height());
    let most = element.scroll_height() - height;
    // Sizes are rounded: a pixel is no rest.
    let has_more = if direction < 0 { at > 1 } else { most - at > 1 };
    if has_more {
        element.set_scroll_top((at + direction * height * 4 / 5).clamp(0, most));
    }
    has_more
}

/// Scrolls an element back to its beginning.
pub fn scroll_to_start(selector: &str) {
    if let Some(element) = element(selector) {
        element.set_scroll_top(0);
    }
}

/// Scrolls as little as it takes to see an element whole.
pub fn reveal(selector: &str) {
    let Some(element) = element(selector) else { return };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
