//! The overture: title, lede, notice, the questions, and after the frieze a few figures. Nothing of it changes.

mod text;

use leptos::prelude::*;

use crate::ui::parts::hole;

/// What it is in one paragraph, and the questions it asks.
#[component]
pub fn Overture() -> impl IntoView {
    view! { <section class="overture">{hole(|| view! { <text::Overture /> })}</section> }
}

/// A few figures with their sources. They stand after the frieze, which the first screen has room for.
#[component]
pub fn Figures() -> impl IntoView {
    view! { <div class="figures">{hole(|| view! { <text::Figures /> })}</div> }
}
