//! Files that were opened: what they would bring, and the reader's word on it.

use leptos::either::EitherOf3;
use leptos::html;
use leptos::prelude::*;
use leptos::task::tick;

use crate::browser::{self, Chosen};
use crate::i18n::Phrase;
use crate::notes::{self, Arrivals, FileError, LARGEST_FILE, Notes};
use crate::room::asked;
use crate::room::model::{Command, Incoming as Files, Refused, Row};
use crate::room::ui::store::{Inbox, Room, use_room};

/// Nothing, what would come in, or what came of it.
#[component]
pub fn Incoming() -> impl IntoView {
    let room = use_room();
    let inside = move || match room.inbox.get() {
        Inbox::Empty => EitherOf3::A(()),
        Inbox::Open(files) => EitherOf3::B(view! { <Preview files/> }),
        Inbox::Done(said) => EitherOf3::C(view! { <Done said/> }),
    };
    view! { <div data-incoming="" node_ref=room.incoming>{inside}</div> }
}

/// What would come in, file by file.
#[component]
fn Preview(files: Files) -> impl IntoView {
    let room = use_room();
    let (comes, deleted) = files.sums();
    let with_deleted = NodeRef::<html::Input>::new();
    let wish = (deleted > 0).then(|| {
        view! {
            <p>
                <label class="box">
                    <input type="checkbox" data-merge-deleted="" node_ref=with_deleted/>
                    {room.count(Phrase::IncomingDeleted, deleted)}
                </label>
            </p>
        }
    });
    let nothing = (comes + deleted == 0).then(|| view! { <p>{room.say(Phrase::IncomingNothing)}</p> });
    let merge = (comes + deleted > 0).then(|| {
        view! {
            <button type="button" class="chip chip-main" data-merge=""
                on:click=move |_| room.merge(with_deleted.get_untracked().is_some_and(|field| field.checked()))>
                {room.say(Phrase::Merge)}
            </button>
        }
    });
    view! {
        <h4 tabindex="-1">{room.say(Phrase::IncomingTitle)}</h4>
        <ul class="incoming">{files.rows.into_iter().map(|row| view! { <File row/> }).collect::<Vec<_>>()}</ul>
        {wish}
        {nothing}
        <p class="chips">
            {merge}
            <button type="button" class="chip" data-merge-cancel="" on:click=move |_| room.leave_out()>
                {room.say(Phrase::MergeCancel)}
            </button>
        </p>
    }
}

/// A file, and what it would bring or why it is refused.
#[component]
fn File(row: Row) -> impl IntoView {
    let room = use_room();
    let is_refused = row.outcome.is_err();
    let said = match &row.outcome {
        Ok(arrivals) => room.said_of_arrivals(arrivals),
        Err(refused) => room.said_of_refused(refused),
    };
    view! {
        <li data-problem=is_refused.then_some("file")>
            <bdi class="file-name">{row.name}</bdi> " " <span class:refused=is_refused>{said}</span>
        </li>
    }
}

/// What came of it.
#[component]
fn Done(said: String) -> impl IntoView {
    view! { <p tabindex="-1" class="status">{said}</p> }
}

impl Room {
    /// Reads files and says what they would bring. Nothing comes in yet.
    pub fn open(self, chosen: Vec<Chosen>) {
        browser::spawn(async move {
            let mut files = self.book.with_untracked(Files::new);
            for file in chosen {
                files.add(file.name(), read(&file).await);
                browser::pause().await;
            }
            self.show(Inbox::Open(files)).await;
            if let Some(place) = self.incoming.get_untracked() {
                place.scroll_into_view();
            }
        });
    }

    /// Shows something else there, and moves focus to its first line.
    async fn show(self, inbox: Inbox) {
        self.inbox.set(inbox);
        tick().await;
        if let Some(place) = self.incoming.get_untracked() {
            browser::focus_first_in(&place);
        }
    }

    /// Takes in what was looked at.
    fn merge(self, with_deleted: bool) {
        let Inbox::Open(files) = self.inbox.get_untracked() else { return };
        let count = || self.book.with_untracked(|book| book.notes().len());
        let before = count();
        self.ask(Command::TakeIn(self.book.with_untracked(|book| files.notes(with_deleted, book.deleted()))));
        let (new, all) = (count().saturating_sub(before).to_string(), count().to_string());
        self.done(self.fill(Phrase::Merged, &[("n", &new), ("all", &all)]));
    }

    /// Leaves out what was looked at.
    fn leave_out(self) {
        self.done(self.say(Phrase::MergeNot));
    }

    fn done(self, said: String) {
        asked::announce(&said);
        browser::spawn(self.show(Inbox::Done(said)));
    }

    fn said_of_arrivals(self, arrivals: &Arrivals) -> String {
        let parts = [
            (arrivals.new, Phrase::ArrivalsNew),
            (arrivals.changed, Phrase::ArrivalsChanged),
            (arrivals.apart, Phrase::ArrivalsApart),
            (arrivals.known, Phrase::ArrivalsKnown),
            (arrivals.deleted, Phrase::ArrivalsDeleted),
        ];
        let parts = parts.into_iter().filter(|(n, _)| *n > 0);
        let said: Vec<String> = parts.map(|(n, phrase)| self.count(phrase, n)).collect();
        if said.is_empty() { self.say(Phrase::ArrivalsNone) } else { said.join(" · ") }
    }

    /// Why a file is refused, and what to do.
    fn said_of_refused(self, refused: &Refused) -> String {
        let Refused::File(error) = refused else { return self.say(Phrase::RefusedQuestions) };
        match error {
            FileError::TooLarge => self.count(Phrase::RefusedLarge, LARGEST_FILE / 1_000_000),
            FileError::NotText => self.say(Phrase::RefusedText),
            FileError::Truncated => self.say(Phrase::RefusedTruncated),
            FileError::NotJson { line, column } => {
                self.fill(Phrase::RefusedJson, &[("line", &line.to_string()), ("column", &column.to_string())])
            }
            FileError::Foreign => self.say(Phrase::RefusedForeign),
            FileError::Newer(version) => self.fill(Phrase::RefusedNewer, &[("version", &version.to_string())]),
            FileError::Broken(what) => self.fill(Phrase::RefusedBroken, &[("what", what)]),
        }
    }
}

async fn read(file: &Chosen) -> Result<Notes, FileError> {
    if file.length() > LARGEST_FILE as f64 {
        return Err(FileError::TooLarge);
    }
    let bytes = file.bytes().await.map_err(FileError::Broken)?;
    notes::read(&bytes)
}
