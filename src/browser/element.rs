//! Elements that are known: found by id, focused, measured, scrolled. All lengths in px; inline positions are counted
//! from the inline start, whichever side that is.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, FocusOptions, HtmlElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::dom::{document, window};

/// The element with that id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Whether time runs from right to left.
pub fn is_right_to_left() -> bool {
    document().is_some_and(|document| document.dir() == "rtl")
}

/// Moves focus without scrolling, to a heading too: only a script does that, so no heading has to say so in the file.
pub fn focus_on(element: &HtmlElement) {
    if element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Fails for nothing that can be focused.
    let _ = element.focus_with_options(&options);
}

/// Whether nothing on the page has focus: also after what had it was taken out.
pub fn has_no_focus() -> bool {
    let body = document().and_then(|document| document.body()).map(Element::from);
    let active = document().and_then(|document| document.active_element());
    active.is_none() || active == body
}

/// Whether an element, or something in it, has focus.
pub fn has_focus(element: &Element) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|active| element.contains(Some(&active)))
}

/// Whether an element has focus inside it, or the pointer over it.
pub fn is_busy(element: &Element) -> bool {
    element.matches(":hover, :focus-within").unwrap_or(false)
}

/// Where a point of the window is on an element's inline axis: 0 at its start, 1 at its end.
pub fn fraction(x: f64, element: &Element) -> f64 {
    let rect = element.get_bounding_client_rect();
    let from_left = (x - rect.left()) / rect.width().max(1.0);
    if is_right_to_left() { 1.0 - from_left } else { from_left }
}

/// How far an element is scrolled from its inline start.
pub fn scroll_start(element: &Element) -> f64 {
    f64::from(element.scroll_left()).abs()
}

/// Scrolls an element to a distance from its inline start, unless it is there already.
pub fn set_scroll_start(element: &Element, px: f64) {
    if (scroll_start(element) - px).abs() > 1.0 {
        let px = px.round() as i32;
        element.set_scroll_left(if is_right_to_left() { -px } else { px });
    }
}

/// Whether more than a line or two of an element is in the window.
pub fn is_in_view(element: &Element) -> bool {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let rect = element.get_bounding_client_rect();
    rect.bottom() > 48.0 && rect.top() < height - 48.0 && rect.height() > 0.0
}

/// Puts an element (a popover) under another one, within the window.
pub fn place_below(element: &HtmlElement, anchor: &Element) {
    let rect = anchor.get_bounding_client_rect();
    let left = rect.left().min(inline_size() - f64::from(element.offset_width()) - 8.0).max(8.0);
    let style = element.style();
    let _ = style.set_property("--left", &format!("{}px", left.round() as i32));
    let _ = style.set_property("--top", &format!("{}px", (rect.bottom() + 4.0).round() as i32));
}

/// The ids of the elements around a point in the middle of the window, from the innermost on.
pub fn ids_at(below: f64) -> Vec<String> {
    let x = (inline_size() / 2.0) as f32;
    let mut next = document().and_then(|document| document.element_from_point(x, below as f32));
    let mut ids = Vec::new();
    while let Some(element) = next {
        ids.push(element.id());
        next = element.parent_element();
    }
    ids
}

/// Width of the window without its scroll bar.
fn inline_size() -> f64 {
    let root = document().and_then(|document| document.document_element());
    root.map_or(0.0, |root| f64::from(root.client_width()))
}

/// Pixels in a rem. Asking for it makes the browser compute all styles: ask when sizes change only.
pub fn rem() -> f64 {
    let size = || {
        let root = document()?.document_element()?;
        let style = window()?.get_computed_style(&root).ok()??;
        let size = js_sys::Number::parse_float(&style.get_property_value("font-size").ok()?);
        (size > 0.0).then_some(size)
    };
    size().unwrap_or(16.0)
}

/// Whether an event's target or another node is inside an element.
pub fn holds(element: &Element, target: Option<web_sys::EventTarget>) -> bool {
    let node = target.and_then(|target| target.dyn_into::<Node>().ok());
    element.contains(node.as_ref())
}

/// What the id of an event's target, or of the next element around it that has such an id, says.
pub fn by_ids_around(target: Option<web_sys::EventTarget>, says: fn(&str) -> Option<usize>) -> Option<usize> {
    let mut next = target.and_then(|target| target.dyn_into::<Element>().ok());
    while let Some(element) = next {
        if let Some(said) = says(&element.id()) {
            return Some(said);
        }
        next = element.parent_element();
    }
    None
}

/// Whether an input method is composing what was put in.
pub fn is_composing(event: &web_sys::Event) -> bool {
    event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing)
}

/// How far the page is scrolled from its top.
pub fn page_scrolled() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// What all of the page is in.
pub fn body() -> Option<HtmlElement> {
    document()?.body()
}

/// The first that a selector finds inside an element.
pub fn find(within: &Element, selector: &str) -> Option<HtmlElement> {
    within.query_selector(selector).ok()??.dyn_into().ok()
}

/// All that a selector finds inside an element.
pub fn find_all(within: &Element, selector: &str) -> Vec<Element> {
    let found = within.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(|at| found.as_ref()?.get(at)?.dyn_into().ok()).collect()
}

/// The element around another one.
pub fn around(element: &Element) -> Option<HtmlElement> {
    element.parent_element()?.dyn_into().ok()
}

/// An attribute of the page's root element.
pub fn root_attribute(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// An element's text without the white space around it.
pub fn text_in(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}

/// Gives an element an attribute without a value, or takes it away.
pub fn set_flag(element: &Element, name: &str, is_there: bool) {
    // Fails only for what is no name of an attribute.
    let _ = element.toggle_attribute_with_force(name, is_there);
}

/// Sets a custom property; an empty text takes it away. Through the CSSOM, which no policy forbids.
pub fn set_property(element: &HtmlElement, name: &str, value: &str) {
    // Fails only for what is read-only.
    let _ = element.style().set_property(name, value);
}

/// Gives an element an attribute, or takes it away.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    // Fails only for what is no name of an attribute.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Moves focus to the first child of an element.
pub fn focus_first_in(element: &Element) {
    if let Some(first) = element.first_element_child().and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        focus_on(&first);
    }
}

/// Whether focus stays in an element at an event that takes it from something in it: it goes on to something else
/// there, or only the window is left.
pub fn keeps_focus(element: &Element, event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|next| next.dyn_into::<Element>().ok());
    next.is_some_and(|next| element.contains(Some(&next))) || has_focus(element)
}

/// Scrolls to an element. Until all of the page is laid out (src/loader.js) it would land beside it.
pub fn lead_to(element: &Element) {
    super::set_root_attribute("data-partial", None);
    element.scroll_into_view();
}

/// Scrolls as little as it takes to see an element whole.
pub fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls an element most of its height on (1) or back (-1). False where there is nothing more to see there.
pub fn scroll_by_page(element: &Element, direction: i32) -> bool {
    let (at, height) = (element.scroll_top(), element.client_height());
    let most = element.scroll_height() - height;
    // Sizes are rounded: a pixel is no rest.
    let has_more = if direction < 0 { at > 1 } else { most - at > 1 };
    if has_more {
        element.set_scroll_top((at + direction * height * 4 / 5).clamp(0, most));
    }
    has_more
}

/// Takes all that stands beside an element out of reach, of hands and of those who are read to; or gives it back.
pub fn set_inert_beside(element: &Element, is_inert: bool) {
    let Some(around) = element.parent_element() else { return };
    let beside = around.children();
    for other in (0..beside.length()).filter_map(|at| beside.item(at)).filter(|other| other != element) {
        if other.tag_name() != "SCRIPT" {
            set_flag(&other, "inert", is_inert);
        }
    }
}

/// A new, empty element before another one.
pub fn place_before(element: &Element) -> Option<HtmlElement> {
    let place: HtmlElement = document()?.create_element("div").ok()?.dyn_into().ok()?;
    element.parent_element()?.insert_before(&place, Some(element)).ok()?;
    Some(place)
}

/// Gives the links in an element a query and a fragment, in place of those that they had.
pub fn carry(links: &Element, address: &str) {
    let links = links.children();
    for link in (0..links.length()).filter_map(|at| links.item(at)) {
        let href = link.get_attribute("href").unwrap_or_default();
        let plain = href.split(['?', '#']).next().unwrap_or_default();
        // Fails only for what is no name of an attribute.
        let _ = link.set_attribute("href", &format!("{plain}{address}"));
    }
}
