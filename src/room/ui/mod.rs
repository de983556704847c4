//! The conversation's tools as components, mounted into places of the page.

mod device;
mod handout;
mod hooks;
mod notes;
mod page;
mod presenter;
mod store;
mod synthesis;
mod tools;

use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::browser;
use crate::i18n::Words;
use crate::page::ids;
use crate::room::broken;
use crate::room::model::{Command, Notebook};
use hooks::use_window;
use notes::Notes;
use store::Room;
use tools::Tools;

/// The most that the interface's words may weigh, in megabytes.
const LIMIT: usize = 1;
/// How long something may take to be kept before it is said that it may not be.
const LATE: std::time::Duration = std::time::Duration::from_secs(3);

/// Starts the tools, once the interface's words have come: from a file, or from the page where it holds everything.
pub fn start() {
    browser::spawn(async {
        let path = page::app_attribute("data-words");
        let words = match path.strip_prefix('#').and_then(page::text_of) {
            Some(words) => Ok(words),
            None => browser::fetch(&path, LIMIT, |_| {}).await,
        };
        match words {
            Ok(words) => install(Rc::new(Words::from_text(&words))),
            Err(error) => {
                browser::log(&format!("{path}: {error:?}"));
                browser::set_root_attribute("data-room", Some("failed"));
            }
        }
    });
}

fn install(words: Rc<Words>) {
    broken::install(&words);
    let owner = Owner::new();
    owner.with(|| {
        let room = Room::new(Rc::clone(&words));
        provide_context(room);
        provide_context(presenter::install(&words));
        if let Some(place) = browser::by_id(ids::ROOM) {
            mount_to(place, || view! { <Tools/> }).forget();
        }
        room.listen();
        room.open_notes();
        room.ask(Command::Look);
    });
    // It lives as long as the page.
    std::mem::forget(owner);
}

impl Room {
    /// What is heard of beyond single elements.
    fn listen(self) {
        self.hear_others();
        // The connection may have been closed while the page was out of sight, and others may have written.
        use_window("visibilitychange", move |_| {
            if !browser::is_out_of_sight() {
                self.ask(Command::Look);
            }
        });
        use_window("afterprint", move |_| {
            self.put_synthesis_away();
            handout::put_away();
        });
        browser::ask_before_leaving(store::has_unkept);
        let is_waiting = Memo::new(move |_| self.book.with(Notebook::has_unkept) || !self.is_ready());
        Effect::new(move |_| {
            if is_waiting.get() {
                let times = self.book.with_untracked(Notebook::times);
                set_timeout(move || self.ask(Command::Late(times)), LATE);
            }
        });
    }

    /// Gives every question its notes, once it is known what is kept.
    fn open_notes(self) {
        let (owner, is_ready) = (Owner::current(), Memo::new(move |_| self.is_ready()));
        Effect::new(move |_| {
            if let Some(owner) = owner.as_ref().filter(|_| is_ready.get()) {
                owner.with(|| self.mount_notes());
                browser::set_root_attribute("data-room", Some("ready"));
            }
        });
    }

    fn mount_notes(self) {
        let ids = self.questions(|questions| questions.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
        for (at, question) in ids.into_iter().enumerate() {
            if let Some(place) = page::make_room_for_notes(&question) {
                mount_to(place, move || view! { <Notes at question/> }).forget();
            }
        }
    }
}
