//! Where a note was that has been deleted.

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::room::model::{Command, Item, Spot};
use crate::room::ui::hooks::use_button;
use crate::room::ui::store::use_room;

/// That the note is gone, and the way to bring it back.
#[component]
pub fn Gone(item: Item) -> impl IntoView {
    let room = use_room();
    let id = item.id;
    let button = use_button(room, Spot::Undo(id));
    view! {
        <p class="note-gone" data-note-id=item.key.id>
            {room.say(Phrase::NoteGone)} " "
            <button type="button" class="plain" data-note-undo="" node_ref=button
                on:click=move |_| room.ask(Command::Undo(id))>{room.say(Phrase::NoteUndo)}</button>
        </p>
    }
}
