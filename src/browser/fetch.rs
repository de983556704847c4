//! What takes time: fetching and the clipboard.

use wasm_bindgen_futures::JsFuture;

/// The text at an address of the same origin.
///
/// # Errors
/// What went wrong, in the browser's words, or the HTTP status.
pub async fn text(path: &str) -> Result<String, String> {
    let response = gloo_net::http::Request::get(path).send().await.map_err(|error| error.to_string())?;
    if !response.ok() {
        return Err(format!("{path}: {}", response.status()));
    }
    response.text().await.map_err(|error| error.to_string())
}

/// Copies a text; false where the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = super::dom::window() else { return false };
    let clipboard = window.navigator().clipboard();
    // Pages without a secure context have no clipboard, whatever the type says.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
