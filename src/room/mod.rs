//! The conversation's tools on the running page: a program of its own (`src/bin/room.rs`), which the loader
//! starts once a reader is near the questions. It knows nothing of the page's program and reads what it needs
//! from the page's text. Each tool listens on the window for the hooks that are its own.

use std::rc::Rc;

use crate::browser;
use crate::i18n::Words;

/// The most that the interface's words may weigh, in megabytes.
const LIMIT: usize = 1;

/// Fetches the interface's words and starts the tools.
pub fn start() {
    browser::spawn(async {
        let path = browser::attribute("#app", "data-words").unwrap_or_default();
        match browser::fetch(&path, LIMIT, |_| {}).await {
            Ok(words) => install(&Rc::new(Words::from_text(&words))),
            Err(error) => {
                browser::log(&format!("{path}: {error:?}"));
                browser::set_root_attribute("data-room", Some("failed"));
            }
        }
    });
}

fn install(_words: &Rc<Words>) {
    browser::set_root_attribute("data-room", Some("ready"));
}
