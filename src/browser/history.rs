//! The address and its history, and what the device remembers.

use wasm_bindgen::JsValue;
use web_sys::Url;

use super::dom::window;

/// The query with its `?`, or nothing.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The fragment with its `#`, or nothing.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// What the fragment names, or nothing: an id as it is written in the page.
#[cfg(feature = "room")]
pub fn fragment_id() -> String {
    let fragment = fragment();
    let coded = fragment.trim_start_matches('#');
    // A fragment that is no percent-code names what it is.
    js_sys::decode_uri_component(coded).map_or_else(|_| coded.to_owned(), String::from)
}

/// The address without query and fragment.
pub fn address() -> String {
    let whole = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    whole.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// A path resolved against the page's address, if that stays on this site.
pub fn same_origin(path: &str) -> Option<String> {
    let location = window()?.location();
    let url = Url::new_with_base(path, &location.href().ok()?).ok()?;
    (url.origin() == location.origin().ok()?).then(|| url.href())
}

/// A path resolved against the page's address, as any page of this site may write it.
pub fn site_path(path: &str) -> Option<String> {
    let url = same_origin(path)?;
    Some(url.strip_prefix(&window()?.location().origin().ok()?)?.to_owned())
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

/// Leaves for another page, which takes this one's place in history.
pub fn lead_on(url: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(url);
    }
}

/// One step back in history; the page hears of it as of any other.
pub fn go_back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.back();
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
