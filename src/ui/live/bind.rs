//! Bindings: state written where a selector finds its place, anew whenever the state changes.

use leptos::prelude::*;

use crate::browser;

/// Runs now and whenever what it reads changes. Boxed, so that all bindings are of one type.
pub fn effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// An attribute's value; `None` for its absence.
pub fn attribute(selector: &'static str, name: &'static str, value: impl Fn() -> Option<String> + 'static) {
    effect(Box::new(move || browser::set_attribute(selector, name, value().as_deref())));
}

/// An attribute that is there or not.
pub fn flag(selector: &'static str, name: &'static str, value: impl Fn() -> bool + 'static) {
    attribute(selector, name, move || value().then(String::new));
}

/// The text of an element.
pub fn text(selector: &'static str, value: impl Fn() -> String + 'static) {
    effect(Box::new(move || browser::set_text(selector, &value())));
}
