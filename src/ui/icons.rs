//! The icons of the frieze's buttons, drawn on a grid of 16.

use leptos::prelude::*;

/// Further away.
pub const MINUS: &str = "M3 8h10";
/// Closer.
pub const PLUS: &str = "M3 8h10M8 3v10";
/// The whole range.
pub const WHOLE: &str = "M1.5 8h13M4.5 5l-3 3 3 3M11.5 5l3 3-3 3";
/// The list of keys.
pub const QUESTION: &str = "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.6v.2";
/// Unfold.
pub const CHEVRON: &str = "M3.5 6l4.5 4.5L12.5 6";

/// An icon as inline SVG; its button carries the name.
pub fn icon(path: &'static str) -> AnyView {
    view! { <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d=path></path></svg> }.into_any()
}
