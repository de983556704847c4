//! Announcements: what is said to those who do not see it change. This program owns the live region; the
//! conversation's tools ask for theirs (`crate::page::events`).

use std::time::Duration;

use leptos::prelude::*;

use crate::browser;
use crate::page::events;
use crate::ui::store::Store;

/// How long the count waits for typing to pause.
const PAUSE: Duration = Duration::from_millis(600);
/// How long the region stays empty before it says something: the same text twice would be no change to hear.
const SILENCE: Duration = Duration::from_millis(50);

impl Store {
    /// Answers what the tools want said.
    pub fn own_announcements(self) {
        browser::answer(events::ANNOUNCE, move |text| {
            self.announce(text.to_owned());
            true
        });
    }

    /// Says something, also what was said last.
    pub fn announce(self, text: String) {
        self.said.set(String::new());
        self.announce_after(SILENCE, move || self.said.set(text));
    }

    /// Says the number of entries once typing has paused (debounce).
    pub fn announce_count(self) {
        let say = move || self.announce(self.model().count_text(untrack(|| self.count())));
        self.announce_after(PAUSE, say);
    }

    /// Says something later, in place of what waits.
    fn announce_after(self, pause: Duration, say: impl FnOnce() + 'static) {
        self.now().announcing.into_iter().for_each(|timer| timer.clear());
        let timer = set_timeout_with_handle(say, pause).ok();
        self.remember(|running| running.announcing = timer);
    }
}
