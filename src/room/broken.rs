//! What is left when a tool breaks down: a panic ends what the program was doing, and nothing of it can be trusted
//! from then on. What was written is still in its fields, and what was kept is kept: both are said.

use super::presenter;
use crate::browser;
use crate::i18n::{Phrase, Words};

/// From now on a panic leaves the page as it is described above.
pub fn install(words: &Words) {
    let said = words.phrases.get(Phrase::RoomBroken).to_owned();
    std::panic::set_hook(Box::new(move |panic| {
        browser::log(&panic.to_string());
        // It lies over the page and would not answer any more.
        presenter::take_off();
        for place in [".room-failed", ".notes [data-kept]", "[data-live]"] {
            browser::set_texts(place, &said);
        }
        // The loader makes `stopped` of it: it tells a panic here from one of the page's own program.
        browser::set_root_attribute("data-room", Some("broken"));
        // Nothing that is written would be kept, but it can be read and copied.
        browser::set_attribute("textarea[data-note]", "readonly", Some(""));
    }));
}
