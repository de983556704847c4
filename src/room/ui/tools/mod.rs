//! What stands after the questions: what is kept and where, files, and what to do with all notes.

mod about;
mod clearing;
mod incoming;
mod saving;
mod state;

use leptos::html;
use leptos::prelude::*;

use super::handout;
use super::store::use_room;
use super::synthesis::Together;
use crate::browser;
use crate::i18n::Phrase;
use crate::page::ids;
use about::About;
use clearing::{AskDelete, Clear};
use incoming::Incoming;
use saving::Save;
use state::State;

/// What the file dialog offers.
const ACCEPTED: &str = ".json,application/json";

/// All of them.
#[component]
pub fn Tools() -> impl IntoView {
    let room = use_room();
    let dialog = NodeRef::<html::Dialog>::new();
    view! {
        <section class="room" aria-labelledby=ids::ROOM_TITLE>
            <h3 id=ids::ROOM_TITLE tabindex="-1">{room.say(Phrase::RoomTitle)}</h3>
            <State/>
            <div class="room-tools">
                <Save/>
                <Open/>
                <Handout/>
                <Clear dialog/>
            </div>
            <Incoming/>
            <Together/>
        </section>
        <AskDelete dialog/>
    }
}

/// Opening files of notes.
#[component]
fn Open() -> impl IntoView {
    let room = use_room();
    let field = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        if let Some(field) = field.get_untracked() {
            room.open(browser::take_files(&field));
        }
    };
    view! {
        <div class="room-group">
            <About title=Phrase::RoomOpen hint=Phrase::RoomOpenHint/>
            <p>
                <label class="chip chip-main file">
                    {room.say(Phrase::RoomOpenFiles)}
                    <input type="file" data-import="" multiple=true accept=ACCEPTED node_ref=field on:change=chosen/>
                </label>
            </p>
        </div>
    }
}

/// The questions on paper, alone or with what led to them.
#[component]
fn Handout() -> impl IntoView {
    let room = use_room();
    view! {
        <div class="room-group">
            <About title=Phrase::RoomHandout hint=Phrase::RoomHandoutHint/>
            <p class="chips">
                <button type="button" class="chip" data-handout="questions" on:click=move |_| handout::print(room, false)>
                    {room.say(Phrase::RoomHandoutQuestions)}
                </button>
                <button type="button" class="chip" data-handout="chronicle" on:click=move |_| handout::print(room, true)>
                    {room.say(Phrase::RoomHandoutChronicle)}
                </button>
            </p>
        </div>
    }
}
