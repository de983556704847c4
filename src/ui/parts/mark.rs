//! The mark of a lane.

use leptos::prelude::*;

/// A lane's shape in its hue: decoration. Without a hue it takes that of the element around it.
#[component]
pub fn Mark(
    /// Name of a shape of the style sheet.
    shape: String,
    /// Name of a hue of the style sheet.
    #[prop(optional)]
    hue: Option<String>,
) -> impl IntoView {
    view! { <span class="mark" data-hue=hue data-shape=shape></span> }
}
