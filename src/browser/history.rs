//! The address and its history, and what the device remembers.

use wasm_bindgen::JsValue;

use super::dom::window;

/// The query with its `?`, or nothing.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The fragment with its `#`, or nothing.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The address without query and fragment.
pub fn address() -> String {
    let whole = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    whole.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The path of a folder of this site, written from the page's own.
pub fn folder(relative: &str) -> String {
    let here = window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    let mut folders: Vec<&str> = here.split('/').collect();
    // What follows the last slash is the page itself.
    folders.pop();
    for _ in relative.matches("../") {
        folders.pop();
    }
    folders.join("/") + "/"
}

/// A new history step with another query; the fragment is dropped, since what it named may be filtered.
pub fn push_query(query: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let url = if query.is_empty() { address() } else { query.to_owned() };
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// Another query in place of the current one; the fragment stays.
pub fn replace_query(query: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let url = format!("{}{query}{}", address(), fragment());
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// A new history step with another address; nothing is scrolled to.
pub fn push_address(url: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// Another address in place of the current one; nothing is scrolled to.
pub fn replace_address(url: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// What the device remembers under a key; nothing where storage is denied.
pub fn remembered(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Remembers a value, or forgets it. False where storage is denied or full.
pub fn remember(key: &str, value: Option<&str>) -> bool {
    let Some(storage) = window().and_then(|window| window.local_storage().ok()).flatten() else { return false };
    match value {
        Some(value) => storage.set_item(key, value).is_ok(),
        None => storage.remove_item(key).is_ok(),
    }
}
