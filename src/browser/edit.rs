//! Fields that come and go, and what is typed into them.

use js_sys::{Date, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlDialogElement};

use super::dom::{document, element, window};

/// A child of a list: its key, and what it is made of. Values are set apart from the HTML, since a parser of
/// HTML would change some characters.
pub struct Child {
    /// What tells it from the others.
    pub key: String,
    /// One element.
    pub html: String,
    /// For fields in it: selector and value.
    pub values: Vec<(&'static str, String)>,
}

/// Makes these the children of an element, in their order. One that is there already stays as it is; one that
/// is not among them goes, unless focus is in it.
pub fn set_children(list: &Element, children: &[Child]) {
    let mut at = list.first_element_child();
    for child in children {
        if let Some(there) = child_of(list, &child.key) {
            if at.as_ref() == Some(&there) {
                at = there.next_element_sibling();
            } else if !has_focus(&there) {
                let _ = list.insert_before(&there, at.as_ref().map(AsRef::as_ref));
            }
            continue;
        }
        let before = at.clone();
        let Some(made) = element_of(&child.html) else { continue };
        let _ = made.set_attribute("data-key", &child.key);
        for (selector, value) in &child.values {
            if let Ok(Some(field)) = made.query_selector(selector) {
                set_value(&field, value);
            }
        }
        let _ = list.insert_before(&made, before.as_ref().map(AsRef::as_ref));
    }
    let mut next = list.first_element_child();
    while let Some(child) = next {
        next = child.next_element_sibling();
        let key = child.get_attribute("data-key").unwrap_or_default();
        if !children.iter().any(|wanted| wanted.key == key) && !has_focus(&child) {
            child.remove();
        }
    }
}

fn child_of(list: &Element, key: &str) -> Option<Element> {
    let mut next = list.first_element_child();
    while let Some(child) = next {
        if child.get_attribute("data-key").as_deref() == Some(key) {
            return Some(child);
        }
        next = child.next_element_sibling();
    }
    None
}

/// `:focus-within` would not do: in a window behind another one it finds nothing, and the reader comes back.
fn has_focus(element: &Element) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|active| element.contains(Some(&active)))
}

fn element_of(html: &str) -> Option<Element> {
    let holder = document()?.create_element("div").ok()?;
    holder.set_inner_html(html);
    holder.first_element_child()
}

/// The element that a selector finds, for [`set_children`].
pub fn list(selector: &str) -> Option<Element> {
    element(selector).map(Into::into)
}

fn set_value(field: &Element, value: &str) {
    // Fields of all kinds have a value.
    let _ = Reflect::set(field, &"value".into(), &JsValue::from_str(value));
}

fn value(field: &Element) -> Option<String> {
    Reflect::get(field, &"value".into()).ok()?.as_string()
}

/// What a field holds.
pub fn value_of_field(selector: &str) -> String {
    element(selector).and_then(|field| value(&field)).unwrap_or_default()
}

/// Writes what a field holds.
pub fn set_field(selector: &str, value: &str) {
    if let Some(field) = element(selector) {
        set_value(&field, value);
    }
}

/// Whether a box is ticked.
pub fn is_checked(selector: &str) -> bool {
    element(selector).is_some_and(|field| field.matches(":checked").unwrap_or(false))
}

/// Gives the next sibling of every field that a selector finds, if another one finds that, the field's value as
/// its text.
pub fn copy_values(fields: &str, beside: &str) {
    for field in super::dom::elements(fields) {
        let text = value(&field);
        if let Some(sibling) = field.next_element_sibling().filter(|sibling| sibling.matches(beside).unwrap_or(false)) {
            sibling.set_text_content(text.as_deref());
        }
    }
}

/// Gives an element a class, or takes it away.
pub fn set_class(selector: &str, class: &str, is_there: bool) {
    if let Some(element) = element(selector) {
        let _ = element.class_list().toggle_with_force(class, is_there);
    }
}

/// Sets an attribute of the nearest element around an event's target that a selector matches.
pub fn set_closest_attribute(event: &Event, selector: &str, attribute: &str, value: &str) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(Ok(Some(around))) = target.map(|target| target.closest(selector)) {
        let _ = around.set_attribute(attribute, value);
    }
}

/// Opens a dialog above everything; focus goes into it, and comes back when it closes.
pub fn show_dialog(selector: &str) {
    if let Some(dialog) = element(selector).and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        // Fails where it is open already.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_dialog(selector: &str) {
    if let Some(dialog) = element(selector).and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// The time: UTC, `2017-09-21T10:00:00.000Z`.
pub fn time() -> String {
    Date::new_0().to_iso_string().into()
}

/// A time as the reader's clock shows it: year, month, day, hour, minute.
pub fn local_time(utc: &str) -> [u32; 5] {
    let date = Date::new(&JsValue::from_str(utc));
    [date.get_full_year(), date.get_month() + 1, date.get_date(), date.get_hours(), date.get_minutes()]
}

/// An id that nobody else makes: 32 digits.
pub fn random_id() -> String {
    // Every browser with WebAssembly has it, in pages from a disk too.
    let array = Uint8Array::new_with_length(16);
    if let Some(crypto) = window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_array_buffer_view(&array);
    }
    array.to_vec().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Asks before the page is left, as long as `is_needed` says so.
pub fn ask_before_leaving(is_needed: impl Fn() -> bool + 'static) {
    super::on_window("beforeunload", move |event| {
        if is_needed() {
            event.prevent_default();
        }
    });
}
