//! The chronicle: the same entries as articles in the order of time. It is the text that reads without script,
//! prints, and is found by search engines.

mod article;
mod article_text;
#[cfg(feature = "other")]
mod pages;
mod phases;
mod years;

use leptos::prelude::*;

use crate::page::ids;
use crate::ui::parts::hole;
use crate::ui::store::use_store;

#[cfg(feature = "other")]
use pages::Pages as Entries;
use phases::Phases;
#[cfg(not(feature = "other"))]
use years::AllYears as Entries;

/// Phases, then years with their articles; of a large file some at a time.
#[component]
pub fn Chronicle() -> impl IntoView {
    let phases = (!use_store().model().outline.eras.is_empty()).then(|| {
        view! {
            <section
                class="phases"
                aria-labelledby=ids::PHASES_TITLE
            >
                {hole(|| view! { <Phases /> })}
            </section>
        }
    });
    view! {
        <div class="chronicle">
            {phases}
            <Entries />
        </div>
    }
}
