//! Small pieces of view that several components use.

use leptos::prelude::*;

use super::model::Model;

/// The mark of a lane: its shape in its hue, decoration only.
pub fn mark(model: &Model, lane: usize) -> AnyView {
    let (hue, shape) = model.edition.look(lane);
    let (hue, shape) = (hue.to_owned(), shape.to_owned());
    view! { <span class="mark" data-hue=hue data-shape=shape aria-hidden="true"></span> }.into_any()
}

/// A fraction as CSS reads it, to seven places: without the machinery that prints any float.
pub fn fraction(value: f64) -> String {
    let units = (value * 1e7).round().max(0.0) as u64;
    format!("{}.{:07}", units / 10_000_000, units % 10_000_000)
}
