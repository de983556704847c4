//! Elements, focus, attributes.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlInputElement, Window};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The first element that a selector finds.
pub fn element(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// The text of an element, such as a block of data.
pub fn text_of(selector: &str) -> Option<String> {
    element(selector)?.text_content()
}

/// An attribute of an element.
pub fn attribute(selector: &str, name: &str) -> Option<String> {
    element(selector)?.get_attribute(name)
}

/// Whether time runs from right to left.
pub fn is_right_to_left() -> bool {
    element("html[dir='rtl']").is_some()
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

/// Sets a custom property of an element.
pub fn set_property(selector: &str, name: &str, value: &str) {
    if let Some(element) = element(selector) {
        let _ = element.style().set_property(name, value);
    }
}

/// Moves focus without scrolling.
pub fn focus(selector: &str) -> bool {
    let Some(element) = element(selector) else { return false };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Scrolls an element to where its scroll margins want it. True if there is one.
pub fn bring_into_view(selector: &str) -> bool {
    element(selector).inspect(|element| element.scroll_into_view()).is_some()
}

/// Whether focus is inside what a selector finds.
pub fn has_focus_within(selector: &str) -> bool {
    matches(selector, ":focus-within")
}

/// Whether nothing on the page has focus: also after what had it was taken out.
pub fn has_no_focus() -> bool {
    document().and_then(|document| document.active_element()).is_none_or(|element| element.tag_name() == "BODY")
}

/// Whether what a selector finds matches another one.
pub fn matches(selector: &str, other: &str) -> bool {
    element(selector).is_some_and(|element| element.matches(other).unwrap_or(false))
}

/// The value of an input.
pub fn input_value(selector: &str) -> Option<String> {
    Some(element(selector)?.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// Writes an input's value, if it is another one.
pub fn set_input_value(selector: &str, value: &str) {
    if let Some(input) = element(selector).and_then(|element| element.dyn_into::<HtmlInputElement>().ok())
        && input.value() != value
    {
        input.set_value(value);
    }
}

/// Opens an element that has the `popover` attribute.
pub fn show_popover(selector: &str) {
    if let Some(element) = element(selector) {
        // Fails where it is open already.
        let _ = element.show_popover();
    }
}

/// Closes a popover.
pub fn hide_popover(selector: &str) {
    if let Some(element) = element(selector) {
        // Fails where it is closed already.
        let _ = element.hide_popover();
    }
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

/// The texts of all elements that a selector finds, apart by spaces.
pub fn texts_of(selector: &str) -> String {
    let mut all = String::new();
    for element in elements(selector) {
        all.push_str(&element.text_content().unwrap_or_default());
        all.push(' ');
    }
    all
}

/// Of everything that a selector finds, values: each an attribute (none: the text) of the element itself or
/// of what a selector finds inside it. What is not there is empty.
pub fn rows<const N: usize>(selector: &str, values: [(&str, &str); N]) -> Vec<[String; N]> {
    elements(selector).map(|element| values.map(|(inside, attribute)| value_of(&element, inside, attribute))).collect()
}

fn value_of(element: &Element, inside: &str, attribute: &str) -> String {
    let element = if inside.is_empty() { Some(element.clone()) } else { element.query_selector(inside).ok().flatten() };
    let value =
        element.and_then(
            |element| {
                if attribute.is_empty() { element.text_content() } else { element.get_attribute(attribute) }
            },
        );
    value.unwrap_or_default().trim().to_owned()
}

/// Sets the `style` of everything that a selector finds, one after the other.
pub fn set_styles(selector: &str, styles: impl Iterator<Item = String>) {
    for (element, style) in elements(selector).zip(styles) {
        let _ = element.set_attribute("style", &style);
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

/// Sets an attribute of everything that a selector finds; `None` removes it.
pub fn set_attribute(selector: &str, name: &str, value: Option<&str>) {
    for element in elements(selector) {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}

/// Enables the controls that a selector finds, and those inside what it finds.
pub fn enable(selector: &str) {
    set_attribute(&format!("{selector}[disabled], {selector} [disabled]"), "disabled", None);
}

/// Whether some element has that id.
pub fn has_id(id: &str) -> bool {
    document().is_some_and(|document| document.get_element_by_id(id).is_some())
}

/// Hides the element with that id, or shows it.
pub fn set_hidden(id: &str, hidden: bool) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let _ = element.toggle_attribute_with_force("hidden", hidden);
    }
}

/// Gives links the query and fragment of the page, so that the page they lead to shows the same.
pub fn carry_address(selector: &str) {
    let carried = format!("{}{}", super::history::query(), super::history::fragment());
    for link in elements(selector) {
        let href = link.get_attribute("href").unwrap_or_default();
        let plain = href.split(['?', '#']).next().unwrap_or_default();
        let _ = link.set_attribute("href", &format!("{plain}{carried}"));
    }
}

pub(super) fn elements(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into().ok())
}

/// Writes an element's text, if it is another one.
pub fn set_text(selector: &str, text: &str) {
    if let Some(element) = element(selector)
        && element.text_content().as_deref() != Some(text)
    {
        element.set_text_content(Some(text));
    }
}

/// Writes the text of everything that a selector finds.
pub fn set_texts(selector: &str, text: &str) {
    elements(selector).for_each(|element| element.set_text_content(Some(text)));
}

/// Writes an element's content as HTML, which the writer has escaped.
pub fn set_html(selector: &str, html: &str) {
    if let Some(element) = element(selector) {
        element.set_inner_html(html);
    }
}

/// Sets an attribute of the element with that id, unless it is that already; `None` removes it.
pub fn set_attribute_of(id: &str, name: &str, value: Option<&str>) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id))
        && element.get_attribute(name).as_deref() != value
    {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}
