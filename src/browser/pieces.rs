//! Pieces of the page that come and go.

use super::dom::element;

/// What is inside an element, as HTML; nothing where there is none.
pub fn html_of(selector: &str) -> String {
    element(selector).map(|element| element.inner_html()).unwrap_or_default()
}

/// Adds HTML, which the writer has escaped, at the end of an element (`beforeend`) or at another place that
/// `insertAdjacentHTML` names.
pub fn insert_html(selector: &str, place: &str, html: &str) {
    if let Some(element) = element(selector) {
        // Fails only for a place that is none.
        let _ = element.insert_adjacent_html(place, html);
    }
}

/// Takes an element out of the page. True if there was one.
pub fn take_out(selector: &str) -> bool {
    element(selector).inspect(|element| element.remove()).is_some()
}
