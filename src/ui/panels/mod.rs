//! What lies over the page: announcements, how to read and move, the list of a cluster.

mod cluster;
mod keys;

use leptos::prelude::*;

use crate::ui::store::{live, use_store};
pub use cluster::ClusterPanel;
pub use keys::KeysPanel;

/// What is said to those who do not see it change.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let store = use_store();
    // An empty text would be written as a space.
    let said = live(move || Some(store.said.get()).filter(|said| !said.is_empty()));
    view! { <p class="visually-hidden" data-live="" aria-live="polite">{said}</p> }
}
