//! The timer on the screen and in the window's title. It goes by the clock: a tab that is put to sleep is right
//! again when it wakes.

use super::{Desk, Phrase, browser};
use crate::browser::Event;

/// Milliseconds between two looks at the clock.
pub(super) const STEP: i32 = 250;

const FIELD: &str = "#presenter [data-minutes]";

fn now() -> i64 {
    browser::now() as i64
}

impl Desk {
    pub(super) fn toggle_timer(&self) {
        self.0.state.borrow_mut().timer.toggle(now());
        self.show_timer();
    }

    pub(super) fn reset_timer(&self) {
        let mut state = self.0.state.borrow_mut();
        state.timer.reset();
        state.said_up = false;
        drop(state);
        self.show_timer();
    }

    /// The field follows what is typed; once that is done it shows what it came to.
    pub(super) fn minutes_typed(&self, event: &Event, is_done: bool) {
        if !browser::is_within(event, FIELD) {
            return;
        }
        let typed = browser::input_value(FIELD).and_then(|value| value.trim().parse().ok());
        let mut state = self.0.state.borrow_mut();
        if let Some(minutes) = typed {
            state.timer.set(minutes);
            state.said_up = false;
        }
        let minutes = state.timer.minutes().to_string();
        drop(state);
        if is_done {
            browser::set_input_value(FIELD, &minutes);
        }
        self.show_timer();
    }

    pub(super) fn tick(&self) {
        let runs = self.is_open() && self.0.state.borrow().timer.is_running();
        if runs {
            self.show_timer();
        }
    }

    /// Writes what has changed.
    pub(super) fn show_timer(&self) {
        let now = now();
        let mut state = self.0.state.borrow_mut();
        let timer = state.timer;
        let Some(open) = &state.open else { return };
        let text = timer.text(now);
        browser::set_text("#presenter [data-timer]", &text);
        let look = match (timer.is_running(), timer.has_begun()) {
            _ if timer.is_up(now) => "up",
            (true, _) => "runs",
            (false, true) => "halted",
            (false, false) => "set",
        };
        browser::set_attribute("#presenter [data-timer]", "data-time", Some(look));
        let name = self.say(if timer.is_running() { Phrase::PresenterPause } else { Phrase::PresenterStart });
        browser::set_text("#presenter [data-press='timer'] [data-word]", name);
        let title = if timer.is_running() {
            let number = (open.presenter.current() + 1).to_string();
            self.0.words.phrases.fill(Phrase::PresenterTitle, &[("time", &text), ("n", &number)])
        } else {
            open.title.clone()
        };
        if title != browser::title() {
            browser::set_title(&title);
        }
        if timer.is_up(now) && !state.said_up {
            state.said_up = true;
            drop(state);
            self.notice(self.say(Phrase::PresenterTimeUp));
        }
    }
}
