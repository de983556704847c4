//! Notes under a question: what is said of keeping them, a field for each, and what can be done with all of them.

mod field;
mod gone;

use leptos::either::Either;
use leptos::prelude::*;

use super::hooks::{flag, live, use_button};
use super::presenter::use_lectern;
use super::store::{Room, use_room};
use crate::i18n::Phrase;
use crate::page::ids;
use crate::room::model::{Command, Item, Keeping, Kind, Notebook, Spot};
use field::Field;
use gone::Gone;

/// Room for the reader's own notes on a question, by position.
#[component]
pub fn Notes(at: usize, question: String) -> impl IntoView {
    let room = use_room();
    let items = Memo::new(move |_| room.place(at, |place| place.items.clone()));
    let has_more = Memo::new(move |_| room.place(at, |place| place.more > 0));
    let unkept = live(move || flag(room.book.with(|book| book.has_unkept() || book.is_unsure())));
    let id = question.clone();
    let item = move |item: Item| match item.kind {
        Kind::Gone(_) => Either::Left(view! { <Gone item/> }),
        Kind::Blank | Kind::Field { .. } => Either::Right(view! { <Field at item/> }),
    };
    view! {
        <section class="notes needs-room">
            <h4 id=ids::notes(&question)>{room.say(Phrase::Notes)}</h4>
            <p class="status" class:is-unkept=live(move || room.book.with(Notebook::is_unsure)) data-kept="" data-unkept=unkept>
                {live(move || room.said_of_keeping())}
            </p>
            <div data-note-list="">
                {move || has_more.get().then(|| view! { <Older at question=id.clone()/> })}
                <For each=move || items.get() key=|item| item.id children=item/>
            </div>
            <NoteTools question/>
        </section>
    }
}

/// The button for notes that are not on the page.
#[component]
fn Older(at: usize, question: String) -> impl IntoView {
    let room = use_room();
    let button = use_button(room, Spot::More(question.clone()));
    view! {
        <button type="button" class="chip note-more" data-note-more="" node_ref=button
            on:click=move |_| room.ask(Command::More(question.clone()))>
            {live(move || room.count(Phrase::NoteMore, room.place(at, |place| place.more)))}
        </button>
    }
}

/// One more note, a file of this question's notes, and the presenter.
#[component]
fn NoteTools(question: String) -> impl IntoView {
    let (room, lectern) = (use_room(), use_lectern());
    let add = use_button(room, Spot::Add(question.clone()));
    let (of, presented) = (question.clone(), question.clone());
    view! {
        <p class="note-tools">
            <button type="button" class="chip" data-note-add="" node_ref=add
                on:click=move |_| room.ask(Command::Add(question.clone()))>{room.say(Phrase::NoteAdd)}</button>
            <button type="button" class="chip" data-export-of="" on:click=move |_| room.choose_scope(&of)>
                {room.say(Phrase::NotesExport)}
            </button>
            <button type="button" class="chip chip-main" data-presenter=""
                on:click=move |_| lectern.open_from(&presented)>{room.say(Phrase::Present)}</button>
        </p>
    }
}

impl Room {
    /// Where notes are kept, in a few words.
    fn said_of_keeping(self) -> String {
        let phrase = self.book.with(|book| match book.keeping() {
            _ if book.is_unsure() => Phrase::NotesUnkept,
            Keeping::Kept if !book.is_promised() => Phrase::NotesUnpromised,
            _ => Phrase::NotesKept,
        });
        self.say(phrase)
    }
}
