//! The screen as a whole: filling it, and keeping it on.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::dom::{document, window};

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
pub async fn fill_screen(element: &Element) -> bool {
    ask(element, "requestFullscreen", None).await.is_some()
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

/// How far the page is scrolled, in a window of some width.
#[derive(Clone, Copy, PartialEq)]
pub struct Place {
    width: Option<f64>,
    x: f64,
    y: f64,
}

impl Place {
    /// Where it is now.
    pub fn now() -> Option<Self> {
        let window = window()?;
        let width = window.inner_width().ok()?.as_f64();
        Some(Self { width, x: window.scroll_x().ok()?, y: window.scroll_y().ok()? })
    }

    /// Scrolls the page there again. False where the window has another width: what stood there does so no longer.
    pub fn go_back(self) -> bool {
        let Some(window) = window() else { return false };
        let is_as_wide = window.inner_width().ok().and_then(|width| width.as_f64()) == self.width;
        if is_as_wide {
            window.scroll_to_with_x_and_y(self.x, self.y);
        }
        is_as_wide
    }
}
