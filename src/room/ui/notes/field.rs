//! A field with a note, kept as one types.

use leptos::html;
use leptos::prelude::*;

use crate::browser;
use crate::i18n::Phrase;
use crate::notes::{MOST_LABEL_UNITS, MOST_TEXT_UNITS};
use crate::room::model::{Command, Item, ItemId, Kind, Spot};
use crate::room::ui::hooks::{live, use_spot, use_window};
use crate::room::ui::store::{Room, use_room};

/// Where the device remembers who writes on it.
const LABEL: &str = "frise.label";

/// The elements of a field.
#[derive(Clone, Copy, Default)]
struct Places {
    whole: NodeRef<html::Div>,
    text: NodeRef<html::Textarea>,
    label: NodeRef<html::Input>,
    printed: NodeRef<html::Div>,
}

/// A note, around the field that it is written in.
#[component]
pub fn Field(at: usize, item: Item) -> impl IntoView {
    let room = use_room();
    let places = Places::default();
    let id = item.id;
    places.follow(room, &item);
    let is_apart = Memo::new(move |_| {
        let apart = room.item(id, |_, item| matches!(item.kind, Kind::Field { apart: true, .. }));
        apart.unwrap_or_default()
    });
    let name = live(move || Some(room.count(Phrase::NoteName, room.number_of(at, id))));
    let left = move |event| {
        if places.whole.get_untracked().is_some_and(|whole| !browser::keeps_focus(&whole, &event)) {
            room.ask(Command::Leave(id));
        }
    };
    // Paper cannot scroll. Written at once: a browser may take what it prints before anything that follows from the event.
    use_window("beforeprint", move |_| {
        if let Some(printed) = places.printed.get_untracked() {
            printed.set_text_content(Some(&places.written().1));
        }
    });
    view! {
        <div class="note-field" data-note-id=item.key.id node_ref=places.whole
            on:focusin=move |_| room.ask(Command::Enter(id)) on:focusout=left>
            {move || is_apart.get().then(|| view! { <Apart id/> })}
            <textarea data-note="" rows="3" maxlength=MOST_TEXT_UNITS.to_string() aria-label=name node_ref=places.text
                on:input=move |_| places.type_in(room, id)></textarea>
            <div class="note-printed" dir="auto" node_ref=places.printed></div>
            <p class="note-foot">
                <label>
                    <span>{room.say(Phrase::NoteLabel)}</span>
                    <input data-label="" maxlength=MOST_LABEL_UNITS.to_string() dir="auto" autocomplete="off"
                        node_ref=places.label on:input=move |_| places.name(room, id)/>
                </label>
                <button type="button" class="plain" data-note-delete="" on:click=move |_| room.ask(Command::Delete(id))>
                    {room.say(Phrase::NoteDelete)}
                </button>
            </p>
        </div>
    }
}

/// That the note says something else too, and the way to let this version stand for all.
#[component]
fn Apart(id: ItemId) -> impl IntoView {
    let room = use_room();
    view! {
        <p class="note-apart">
            {room.say(Phrase::NoteApart)} " "
            <button type="button" class="plain" data-note-keep=""
                on:click=move |_| room.ask(Command::Choose(id, browser::time()))>{room.say(Phrase::NoteKeep)}</button>
        </p>
    }
}

impl Places {
    /// Writes into the field what its note says: at first, and when that has come from elsewhere. What is written here
    /// stands there already. Focus goes into it when it is asked for.
    fn follow(self, room: Room, item: &Item) {
        let id = item.id;
        let said = Memo::new(move |_| {
            room.item(id, |book, item| book.said(item).map(|said| (said.label.clone(), said.text.clone()))).flatten()
        });
        Effect::new(move |before: Option<()>| {
            let remembered = || (browser::remembered(LABEL).unwrap_or_default(), String::new());
            if let Some((label, text)) = said.get().or_else(|| before.is_none().then(remembered)) {
                self.write(&label, &text);
            }
        });
        use_spot(
            room,
            move |to| [Spot::Field(id), Spot::New(id)].contains(to),
            move |spot| {
                if let Some(text) = self.text.get_untracked() {
                    browser::focus_on(&text);
                }
                if let Some(whole) = self.whole.get_untracked().filter(|_| *spot == Spot::New(id)) {
                    whole.scroll_into_view();
                }
            },
        );
    }

    fn write(self, label: &str, text: &str) {
        // Its value never goes through HTML, whose parser would change some characters.
        if let Some(field) = self.text.get_untracked().filter(|field| field.value() != text) {
            field.set_value(text);
        }
        if let Some(field) = self.label.get_untracked().filter(|field| field.value() != label) {
            field.set_value(label);
        }
    }

    /// What stands in it: label, and text.
    fn written(self) -> (String, String) {
        let label = self.label.get_untracked().map(|field| field.value()).unwrap_or_default();
        (label, self.text.get_untracked().map(|field| field.value()).unwrap_or_default())
    }

    fn type_in(self, room: Room, item: ItemId) {
        let (label, text) = self.written();
        room.ask(Command::Type { item, label, text, at: browser::time() });
    }

    /// The label was typed: the device remembers it for the next note.
    fn name(self, room: Room, item: ItemId) {
        browser::remember(LABEL, Some(&self.written().0));
        self.type_in(room, item);
    }
}

impl Room {
    /// The number of an item of a question; it follows.
    fn number_of(self, at: usize, id: ItemId) -> usize {
        self.place(at, |place| place.more + place.items.iter().take_while(|item| item.id != id).count() + 1)
    }
}
