//! The screen: kept on, and filled.

use super::{Desk, OVER, Phrase, browser};

impl Desk {
    /// Asks for the screen to stay on; where that is refused, the list of keys says so.
    pub(super) fn stay_awake(&self) {
        let desk = self.clone();
        browser::spawn(async move {
            let Some(awake) = browser::keep_awake().await else { return };
            if let Some(late) = desk.hold(awake) {
                late.release().await;
            }
        });
    }

    /// Keeps what keeps the screen on; gives it back where nothing is presented any more.
    fn hold(&self, awake: browser::Awake) -> Option<browser::Awake> {
        let mut state = self.0.state.borrow_mut();
        let Some(open) = &mut state.open else { return Some(awake) };
        open.awake = Some(awake);
        drop(state);
        // Stands there only while the list of keys is open.
        browser::set_text("#presenter [data-awake]", self.say(Phrase::PresenterAwake));
        None
    }

    /// What kept the screen on is gone once the page was out of sight.
    pub(super) fn seen_again(&self) {
        if self.is_open() && !browser::is_out_of_sight() {
            self.stay_awake();
        }
    }

    pub(super) fn toggle_full_screen(&self) {
        let desk = self.clone();
        if self.ask(|open| open.is_full) == Some(true) {
            // Asked for: nothing to notice.
            self.set_full(false);
            return browser::spawn(browser::leave_full_screen());
        }
        browser::spawn(async move {
            if !browser::fill_screen(OVER).await {
                desk.notice(desk.say(Phrase::PresenterFullRefused));
            }
        });
    }

    /// The screen was filled, or is no longer: a browser's own Esc does not ask.
    pub(super) fn screen_changed(&self) {
        let Some(was_full) = self.ask(|open| open.is_full) else { return };
        let is_full = browser::is_full_screen();
        self.set_full(is_full);
        if was_full && !is_full {
            self.notice(self.say(Phrase::PresenterFullLeft));
        }
    }

    fn set_full(&self, is_full: bool) {
        if let Some(open) = &mut self.0.state.borrow_mut().open {
            open.is_full = is_full;
        }
        let pressed = if is_full { "true" } else { "false" };
        browser::set_attribute("#presenter [data-press='full']", "aria-pressed", Some(pressed));
    }
}
