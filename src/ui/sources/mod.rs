//! Sources and method. Nothing of it changes.

#[cfg(feature = "prerender")]
mod page;
mod text;

#[cfg(feature = "prerender")]
pub use page::SourcesPage;

use leptos::prelude::*;

use crate::page::ids;
use crate::ui::parts::hole;

/// How facts were gathered, and every source once, or the way to that list.
#[component]
pub fn Sources() -> impl IntoView {
    view! {
        <section
            id=ids::SOURCES
            class="sources"
            aria-labelledby=ids::SOURCES_TITLE
        >
            {hole(|| view! { <text::Sources /> })}
        </section>
    }
}
