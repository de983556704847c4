//! Holes: elements whose content the browser's program does not contain.

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::ui::edition::use_edition;

/// What never changes, as the only child of its element. The prerender writes it, and so does the program for other
/// files.
#[cfg(feature = "text")]
pub fn hole<V: IntoView>(text: impl FnOnce() -> V) -> V {
    text()
}

/// In the page's program it is nothing: hydration does not enter an element that has no children here, so the text
/// that was prerendered stands as it is, and the program carries none of the components that wrote it.
#[cfg(not(feature = "text"))]
pub fn hole<V: IntoView>(_: impl FnOnce() -> V) {}

/// A phrase that never changes, as a hole.
pub fn said(phrase: Phrase) -> impl IntoView {
    hole(move || use_edition().say(phrase))
}
