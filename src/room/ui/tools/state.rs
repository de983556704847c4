//! What is kept, and where; and what cannot be.

use leptos::prelude::*;

use super::saving::Export;
use crate::export::Format;
use crate::i18n::Phrase;
use crate::room::model::{Keeping, Refusal};
use crate::room::ui::hooks::live;
use crate::room::ui::store::{Room, use_room};

/// All of it.
#[component]
pub fn State() -> impl IntoView {
    let room = use_room();
    let is_kept = Memo::new(move |_| room.book.with(|book| *book.keeping() == Keeping::Kept));
    let is_refused = Memo::new(move |_| room.book.with(|book| matches!(book.keeping(), Keeping::Memory(_))));
    let has_unreadable = Memo::new(move |_| room.book.with(|book| !book.unreadable().is_empty()));
    view! {
        <div data-room-state="">
            {move || is_kept.get().then(|| view! { <Count/> })}
            {move || is_refused.get().then(|| view! { <Refused/> })}
            {move || has_unreadable.get().then(|| view! { <Unreadable/> })}
        </div>
    }
}

/// How many notes there are on this device, and what the browser promises.
#[component]
fn Count() -> impl IntoView {
    let room = use_room();
    let count = live(move || room.book.with(|book| book.notes().len()));
    let said = live(move || {
        let is_promised = room.book.with(|book| book.is_promised());
        let promise = if is_promised { Phrase::RoomPromised } else { Phrase::RoomUnpromised };
        format!("{} {}", room.count(Phrase::RoomCount, count.get()), room.say(promise))
    });
    view! { <p data-count-notes=live(move || Some(count.get().to_string()))>{said}</p> }
}

/// That notes stay only as long as the page is open, why, and the way to save them.
#[component]
fn Refused() -> impl IntoView {
    let room = use_room();
    view! {
        <p class="message" data-problem="store" role="status">
            {live(move || room.said_of_refusal())} " " <Export format=Format::Json/>
        </p>
    }
}

/// That there is something that cannot be read, and the way to save it as it is.
#[component]
fn Unreadable() -> impl IntoView {
    let room = use_room();
    let said = live(move || room.count(Phrase::RoomUnreadable, room.book.with(|book| book.unreadable().len())));
    view! {
        <p class="message" data-problem="unreadable" role="status">
            {said} " "
            <button type="button" class="chip" data-save-unreadable="" on:click=move |_| room.save_unreadable()>
                {room.say(Phrase::RoomUnreadableSave)}
            </button>
        </p>
    }
}

impl Room {
    fn said_of_refusal(self) -> String {
        self.book.with(|book| match book.keeping() {
            Keeping::Memory(Refusal::Newer) => self.say(Phrase::RoomNewer),
            Keeping::Memory(Refusal::Full) => self.say(Phrase::RoomFull),
            Keeping::Memory(Refusal::Damaged) => self.say(Phrase::RoomDamaged),
            Keeping::Memory(Refusal::Denied(reason)) => self.fill(Phrase::RoomDenied, &[("reason", reason)]),
            Keeping::Opening | Keeping::Kept => String::new(),
        })
    }
}
