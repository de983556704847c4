//! Measures and moves the frieze's scroller. All lengths in px unless a name says otherwise; inline
//! positions are counted from the inline start, whichever side that is.

use std::cell::Cell;

use web_sys::HtmlElement;

use super::dom::{document, element, is_right_to_left, window};

thread_local! {
    /// Asking for it makes the browser compute all styles, so it is asked for when sizes change only.
    static REM: Cell<f64> = const { Cell::new(16.0) };
}

/// Pixels in a rem, as they were measured last.
pub fn rem() -> f64 {
    REM.get()
}

/// Measures how many pixels a rem has.
pub fn measure_rem() {
    let size = || {
        let root = document()?.document_element()?;
        let style = window()?.get_computed_style(&root).ok()??;
        let size = js_sys::Number::parse_float(&style.get_property_value("font-size").ok()?);
        (size > 0.0).then_some(size)
    };
    REM.set(size().unwrap_or(16.0));
}

/// Width of an element's content box, without scroll bars.
pub fn inner_width(selector: &str) -> f64 {
    element(selector).map_or(0.0, |element| f64::from(element.client_width()))
}

/// How far an element is scrolled from its inline start.
pub fn scroll_start(selector: &str) -> f64 {
    element(selector).map_or(0.0, |element| f64::from(element.scroll_left()).abs())
}

/// Scrolls an element to a distance from its inline start, unless it is there already.
pub fn set_scroll_start(selector: &str, px: f64) {
    if (scroll_start(selector) - px).abs() <= 1.0 {
        return;
    }
    if let Some(element) = element(selector) {
        let px = px.round() as i32;
        element.set_scroll_left(if is_right_to_left() { -px } else { px });
    }
}

/// Whether more than a line or two of an element is in the window.
pub fn is_in_view(selector: &str) -> bool {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    element(selector).is_some_and(|element| {
        let rect = element.get_bounding_client_rect();
        rect.bottom() > 48.0 && rect.top() < height - 48.0 && rect.height() > 0.0
    })
}

/// The id of the article that is being read: the one a little below what sticks at the top.
pub fn article_in_view(sticky: &str, articles: &str) -> Option<String> {
    let bottom = element(sticky)?.get_bounding_client_rect().bottom().max(0.0);
    let document = document()?;
    let width = f64::from(document.document_element()?.client_width());
    // The space between articles belongs to none: look a little further down, too.
    [48.0, 96.0].into_iter().find_map(|below| {
        let under = document.element_from_point((width / 2.0) as f32, (bottom + below) as f32)?;
        Some(under.closest(articles).ok()??.id())
    })
}

/// Puts an element (a popover) under another one, within the window.
pub fn place_below(selector: &str, anchor: &str) {
    let (Some(element), Some(anchor)) = (element(selector), element(anchor)) else { return };
    let rect = anchor.get_bounding_client_rect();
    let room = |element: &HtmlElement| f64::from(element.offset_width());
    let document_width =
        document().and_then(|document| document.document_element()).map_or(0.0, |root| f64::from(root.client_width()));
    let left = rect.left().min(document_width - room(&element) - 8.0).max(8.0);
    let style = element.style();
    let _ = style.set_property("--left", &format!("{}px", left.round() as i32));
    let _ = style.set_property("--top", &format!("{}px", (rect.bottom() + 4.0).round() as i32));
}
