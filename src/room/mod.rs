//! The conversation's tools on the running page: a program of its own (`src/bin/room.rs`), which the loader
//! starts once a reader is near the questions. It knows nothing of the page's program and reads what it needs
//! from the page's text. Each tool listens on the window for the hooks that are its own.

mod broken;
mod editors;
mod files;
mod handout;
mod keeping;
mod presenter;
mod state;
mod synthesis;
mod tools;

use std::rc::Rc;

use state::Room;

use crate::browser::{self, Event};
use crate::i18n::Words;

/// The most that the interface's words may weigh, in megabytes.
const LIMIT: usize = 1;

/// Starts the tools, once the interface's words have come: from a file, or from the page where it holds everything.
pub fn start() {
    browser::spawn(async {
        let path = browser::attribute("#app", "data-words").unwrap_or_default();
        let words = match browser::text_of(&path).filter(|_| path.starts_with('#')) {
            Some(words) => Ok(words),
            None => browser::fetch(&path, LIMIT, |_| {}).await,
        };
        match words {
            Ok(words) => install(&Rc::new(Words::from_text(&words))),
            Err(error) => {
                browser::log(&format!("{path}: {error:?}"));
                browser::set_root_attribute("data-room", Some("failed"));
            }
        }
    });
}

fn install(words: &Rc<Words>) {
    broken::install(words);
    let room = Room::new(Rc::clone(words));
    tools::install(&room);
    listen(&room);
    presenter::install(words);
    handout::install(words);
    browser::spawn(async move {
        room.open().await;
        if !broken::is_broken() {
            browser::enable(".needs-room");
            browser::set_root_attribute("data-room", Some("ready"));
        }
    });
}

fn listen(room: &Room) {
    let on = |name: &str, act: fn(&Room, &Event)| {
        let room = room.clone();
        broken::on_window(name, move |event| act(&room, &event));
    };
    on("input", editors::typed);
    on("click", |room, event| {
        if browser::is_within(event, "[data-print-synthesis]") {
            synthesis::print(room);
        } else if !editors::clicked(room, event) && !synthesis::clicked(room, event) {
            tools::clicked(room, event);
        }
    });
    on("change", |room, event| {
        if browser::is_within(event, "[data-import]") {
            let (room, files) = (room.clone(), browser::take_files("[data-import]"));
            browser::spawn(async move { files::open(&room, files).await });
        } else {
            synthesis::changed(room, event);
        }
    });
    on("beforeprint", |_, _| editors::write_for_paper());
    on("afterprint", |_, _| synthesis::put_away());
    let room = room.clone();
    browser::ask_before_leaving(move || room.has_unkept());
}
