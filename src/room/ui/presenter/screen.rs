//! The screen: kept on, and filled.

use leptos::prelude::*;

use super::desk::Desk;
use crate::browser;
use crate::i18n::Phrase;
use crate::room::ui::hooks::use_window;

impl Desk {
    /// Asks for the screen to stay on; where that is refused, the list of keys says so.
    fn stay_awake(self) {
        browser::spawn(async move {
            let Some(awake) = browser::keep_awake().await else { return };
            // Nothing may be presented any more: then it comes back.
            match self.awake.try_set_value(Some(awake)) {
                None => self.is_awake.set(true),
                Some(late) => release(late).await,
            }
        });
    }

    /// Fills the screen, or no longer.
    pub fn toggle_full_screen(self) {
        if self.is_full.get_untracked() {
            // Asked for: nothing to notice.
            self.is_full.set(false);
            return browser::spawn(browser::leave_full_screen());
        }
        let Some(over) = self.places.over.get_untracked() else { return };
        browser::spawn(async move {
            if !browser::fill_screen(&over).await {
                let _ = self.notice.try_set(self.say(Phrase::PresenterFullRefused));
            }
        });
    }

    /// The screen was filled, or is no longer: a browser's own Esc does not ask.
    fn screen_changed(self) {
        let (was_full, is_full) = (self.is_full.get_untracked(), browser::is_full_screen());
        self.is_full.set(is_full);
        if was_full && !is_full {
            self.notice.set(self.say(Phrase::PresenterFullLeft));
        }
    }
}

async fn release(awake: Option<browser::Awake>) {
    if let Some(awake) = awake {
        awake.release().await;
    }
}

/// Keeps the screen on as long as something is presented, and follows whether it is filled.
pub fn use_screen(desk: Desk) {
    desk.stay_awake();
    use_window("fullscreenchange", move |_| desk.screen_changed());
    use_window("visibilitychange", move |_| {
        // What kept the screen on is gone once the page was out of sight.
        if !browser::is_out_of_sight() {
            desk.stay_awake();
        }
    });
    on_cleanup(move || {
        let awake = desk.awake.try_update_value(Option::take).flatten();
        let is_full = desk.is_full.try_get_untracked() == Some(true);
        browser::spawn(async move {
            release(awake).await;
            if is_full {
                browser::leave_full_screen().await;
            }
        });
    });
}
