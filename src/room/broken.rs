//! What is left when a tool breaks down: a panic ends what the program was doing, and nothing of it can be trusted
//! from then on, so nothing of it is called again. What was written is still in its fields, and what was kept is kept:
//! both are said.

use std::cell::Cell;

use super::{asked, overlay};
use crate::browser::{self, Event};
use crate::i18n::{Phrase, Words};

thread_local! {
    static BROKEN: Cell<bool> = const { Cell::new(false) };
}

/// Whether a tool has broken down.
pub fn is_broken() -> bool {
    BROKEN.get()
}

/// Calls back on an event anywhere in the window, as long as no tool has broken down.
pub fn on_window(name: &str, mut callback: impl FnMut(Event) + 'static) {
    browser::on_window(name, move |event| {
        if !is_broken() {
            callback(event);
        }
    });
}

/// Places of the page, inside of the body: the line that says that the tools do not work, and those that say where notes
/// are kept. No component can be asked for its elements any more.
const LINES: &str = ".room-failed, [data-kept]";
/// Fields that something was written in.
const FIELDS: &str = "[data-note], [data-label]";

/// From now on a panic leaves the page as it is described above.
pub fn install(words: &Words) {
    let said = words.phrases.get(Phrase::RoomBroken).to_owned();
    let title = browser::title();
    std::panic::set_hook(Box::new(move |panic| {
        browser::log(&panic.to_string());
        // The loader makes `stopped` of it: it tells a panic here from one of the page's own program.
        browser::set_root_attribute("data-room", Some("broken"));
        if BROKEN.replace(true) {
            return;
        }
        // It lies over the page and would not answer any more.
        overlay::take_off();
        browser::set_title(&title);
        asked::announce(&said);
        let Some(body) = browser::body() else { return };
        browser::find_all(&body, LINES).iter().for_each(|line| line.set_text_content(Some(&said)));
        // Nothing that is written would be kept, but it can be read and copied.
        browser::find_all(&body, FIELDS).iter().for_each(|field| browser::set_flag(field, "readonly", true));
    }));
}
