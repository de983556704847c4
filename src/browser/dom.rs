//! The window, the document, and what they say of the page as a whole.

use web_sys::{Document, Window};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// Sets an attribute of the page's root element; `None` removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    // Neither fails for a valid attribute name, which all of ours are.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// An attribute of the page's root element, which is taken away.
pub fn take_root_attribute(name: &str) -> Option<String> {
    let root = document()?.document_element()?;
    let value = root.get_attribute(name)?;
    let _ = root.remove_attribute(name);
    Some(value)
}

/// The page's name.
pub fn title() -> String {
    document().map(|document| document.title()).unwrap_or_default()
}

/// Names the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Opens the print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Tells developers.
pub fn log(reason: &str) {
    web_sys::console::error_1(&reason.into());
}

/// Says that the page's tools could not start, by the line that shows where there is no `data-js`; the reason is for
/// developers.
pub fn fail(reason: &str) {
    log(reason);
    set_root_attribute("data-js", None);
}
