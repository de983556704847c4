//! Deleting everything, once that was asked.

use leptos::html;
use leptos::prelude::*;

use super::about::About;
use crate::i18n::Phrase;
use crate::page::ids;
use crate::room::model::Command;
use crate::room::ui::hooks::live;
use crate::room::ui::store::use_room;

/// The button that asks.
#[component]
pub fn Clear(dialog: NodeRef<html::Dialog>) -> impl IntoView {
    let room = use_room();
    let ask = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            // Fails where it is open already.
            let _ = dialog.show_modal();
        }
    };
    view! {
        <div class="room-group">
            <About title=Phrase::RoomDelete hint=Phrase::RoomDeleteHint/>
            <p class="chips">
                <button type="button" class="chip" data-delete-all="" on:click=ask>{room.say(Phrase::RoomDeleteAll)}</button>
            </p>
        </div>
    }
}

/// The question.
#[component]
pub fn AskDelete(dialog: NodeRef<html::Dialog>) -> impl IntoView {
    let room = use_room();
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let delete = move |_| {
        close();
        room.ask(Command::DeleteAll);
    };
    let asked = live(move || room.count(Phrase::DeleteAsk, room.book.with(|book| book.notes().len())));
    view! {
        <dialog id=ids::DELETE_ALL class="panel" aria-labelledby=ids::DELETE_ALL_TITLE node_ref=dialog>
            <p id=ids::DELETE_ALL_TITLE>{asked}</p>
            <p class="chips">
                <button type="button" class="chip" data-delete-no="" on:click=move |_| close()>
                    {room.say(Phrase::DeleteNo)}
                </button>
                <button type="button" class="chip" data-delete-save="" on:click=move |_| room.save_all()>
                    {room.say(Phrase::DeleteSave)}
                </button>
                <button type="button" class="chip" data-delete-yes="" on:click=delete>{room.say(Phrase::DeleteYes)}</button>
            </p>
        </dialog>
    }
}
