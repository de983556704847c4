//! Pieces of the page that come and go.

use super::dom::{document, element};

/// What is inside an element, as HTML; nothing where there is none.
pub fn html_of(selector: &str) -> String {
    element(selector).map(|element| element.inner_html()).unwrap_or_default()
}

/// Puts HTML, which the writer has escaped, before everything else on the page.
pub fn put_first(html: &str) {
    if let Some(body) = document().and_then(|document| document.body()) {
        // Fails only for a place that is none.
        let _ = body.insert_adjacent_html("afterbegin", html);
    }
}

/// Takes an element out of the page. True if there was one.
pub fn take_out(selector: &str) -> bool {
    element(selector).inspect(|element| element.remove()).is_some()
}
