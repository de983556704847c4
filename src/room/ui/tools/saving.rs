//! Notes as files.

use leptos::prelude::*;

use super::about::About;
use crate::browser;
use crate::export::{Asked, Format, Sheet, Terms};
use crate::i18n::Phrase;
use crate::page::ids;
use crate::room::asked;
use crate::room::model::{Command, Notebook, file_name, in_scope};
use crate::room::ui::hooks::live;
use crate::room::ui::page;
use crate::room::ui::store::{Room, use_room};

/// Which notes, in which form, and what became of it.
#[component]
pub fn Save() -> impl IntoView {
    let room = use_room();
    let question = |(at, id): (usize, String)| view! { <option value=id>{room.question(at)}</option> };
    let ids = room.questions(|questions| questions.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    view! {
        <div class="room-group">
            <About title=Phrase::RoomSave hint=Phrase::RoomSaveHint/>
            <p>
                <label>
                    <span>{room.say(Phrase::RoomScope)}</span>
                    <select data-export-scope="" node_ref=room.scope>
                        <option value="">{room.say(Phrase::RoomAll)}</option>
                        {ids.into_iter().enumerate().map(question).collect::<Vec<_>>()}
                    </select>
                </label>
            </p>
            <p class="chips">{Format::ALL.map(|format| view! { <Export format/> }).into_iter().collect::<Vec<_>>()}</p>
            <p class="status" data-saved="">{live(move || room.saved.get())}</p>
        </div>
    }
}

/// The button of a form.
#[component]
pub fn Export(format: Format) -> impl IntoView {
    let room = use_room();
    let phrase = match format {
        Format::Json => Phrase::RoomJson,
        Format::Markdown => Phrase::RoomMarkdown,
        Format::Csv => Phrase::RoomCsv,
    };
    view! {
        <button type="button" class="chip" data-export=format.hook() on:click=move |_| room.save(format)>
            {room.say(phrase)}
        </button>
    }
}

impl Room {
    /// The notes of a question are to be saved, or of all where it is empty: the reader says in which form.
    pub fn choose_scope(self, question: &str) {
        if let Some(scope) = self.scope.get_untracked() {
            scope.set_value(question);
            if let Some(tools) = browser::by_id(ids::ROOM) {
                tools.scroll_into_view();
            }
            browser::focus_on(&scope);
        }
    }

    /// Saves all notes in the form that can be read back.
    pub fn save_all(self) {
        if let Some(scope) = self.scope.get_untracked() {
            scope.set_value("");
        }
        self.save(Format::Json);
    }

    /// Saves the notes of the questions that were chosen.
    pub fn save(self, format: Format) {
        let scope = self.scope.get_untracked().map(|scope| scope.value()).unwrap_or_default();
        let keys = self.book.with_untracked(|book| in_scope(book.notes(), &scope));
        if keys.is_empty() {
            return self.tell(self.say(Phrase::RoomEmpty));
        }
        let time = browser::time();
        if format == Format::Json {
            self.ask(Command::Seal(keys.clone()));
        }
        let name = self.book.with_untracked(|book| file_name(book.notes(), &keys, browser::local_time(&time)));
        let name = format!("{name}.{}", format.extension());
        let content = self.book.with_untracked(|book| self.written(book, format, &scope, &time));
        browser::save(&name, format.media_type(), &content);
        self.tell(self.fill(Phrase::RoomSaved, &[("n", &keys.len().to_string()), ("file", &name)]));
    }

    /// What a file says.
    fn written(self, book: &Notebook, format: Format, scope: &str, time: &str) -> String {
        let title = page::text_of(ids::CONVERSATION_TITLE).unwrap_or_default();
        let is_known = |question: &String| self.questions(|all| all.iter().any(|one| one.id == *question));
        self.questions(|questions| {
            let chosen = questions.iter().filter(|question| scope.is_empty() || scope == question.id);
            let sheet = Sheet {
                title: &title,
                address: &browser::address(),
                saved: time,
                terms: Terms::new(&self.words().phrases),
                questions: chosen
                    .map(|question| Asked { text: &question.text, notes: book.notes().of_question(&question.id) })
                    .collect(),
                elsewhere: book
                    .notes()
                    .iter()
                    .filter(|note| scope.is_empty() && !is_known(&note.key.question))
                    .collect(),
            };
            crate::export::write(format, &sheet)
        })
    }

    /// Says what became of saving, beside the buttons and to those who listen.
    fn tell(self, said: String) {
        asked::announce(&said);
        self.saved.set(said);
    }

    /// Saves what is kept and cannot be read, as it is.
    pub fn save_unreadable(self) {
        let text: String = self.book.with_untracked(|book| {
            let records = book.unreadable().iter();
            records.map(|(key, record)| format!("{key}\n{}\n\n", record.as_deref().unwrap_or("–"))).collect()
        });
        browser::save("notes-unreadable.txt", "text/plain", &text);
    }
}
