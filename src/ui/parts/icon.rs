//! Icons, and the buttons that show nothing else.

use leptos::prelude::*;

use crate::ui::store::{Store, use_store};

/// An icon drawn on a grid of 16; its button carries the name.
#[component]
pub fn Icon(
    /// The path.
    shape: &'static str,
) -> impl IntoView {
    view! {
        <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d=shape></path>
        </svg>
    }
}

/// A button that is an icon, with its name as a tip, which is what those hear who do not see it; disabled until the page
/// is alive. One type for all of them, whatever they do.
#[component]
pub fn IconButton(
    /// Its name.
    #[prop(into)]
    name: Signal<String>,
    /// The icon's path.
    shape: &'static str,
    /// Its classes.
    #[prop(default = "icon-button")]
    class: &'static str,
    /// What it does.
    press: fn(Store),
    /// Whether it is disabled; without it, until the page is alive.
    #[prop(optional)]
    disabled: Option<Signal<bool>>,
    /// What it toggles is on.
    #[prop(optional)]
    pressed: Option<Signal<Option<String>>>,
    /// What it unfolds is open.
    #[prop(optional)]
    expanded: Option<Signal<Option<String>>>,
    /// `data-print`.
    #[prop(optional)]
    print: Option<&'static str>,
    /// `data-theme-set`.
    #[prop(optional)]
    theme: Option<&'static str>,
    /// `data-zoom`.
    #[prop(optional)]
    zoom: Option<&'static str>,
    /// `data-fold`.
    #[prop(optional)]
    fold: Option<&'static str>,
) -> impl IntoView {
    let store = use_store();
    view! {
        <button
            type="button"
            class=class
            disabled=disabled.unwrap_or(store.waiting)
            title=name
            aria-pressed=pressed
            aria-expanded=expanded
            data-print=print
            data-theme-set=theme
            data-zoom=zoom
            data-fold=fold
            on:click=move |_| press(store)
        >
            <Icon shape />
        </button>
    }
}
