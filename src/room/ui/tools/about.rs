//! What stands over each tool.

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::room::ui::store::use_room;

/// What a tool is for, and how.
#[component]
pub fn About(title: Phrase, hint: Phrase) -> impl IntoView {
    let room = use_room();
    view! {
        <h4>{room.say(title)}</h4>
        <p class="status">{room.say(hint)}</p>
    }
}
