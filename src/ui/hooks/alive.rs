//! The page comes alive, once its view stands: hydrated or mounted anew.

use leptos::prelude::*;

use crate::browser;
use crate::session::{Command, Problem};
use crate::ui::store::Store;

impl Store {
    /// Starts everything. Called once, when the view stands. `refused` says why another file could not be shown.
    pub fn come_alive(self, refused: Option<String>) {
        self.restore_theme();
        self.alive.set(true);
        self.follow_picture();
        self.follow_width();
        self.follow_reading();
        self.own_announcements();
        self.own_address();
        // What was typed before the script ran is kept, and beats the address.
        let typed = self.search_text();
        self.arrive(true);
        if !typed.is_empty() {
            self.dispatch(Command::Type(typed));
        }
        if let Some(refused) = refused {
            self.session.update(|session| session.problem = Some(Problem::Other(refused)));
            // It stands above the frieze, where a reader who asked for another file would not look.
            let messages = self.nodes.messages;
            request_animation_frame(move || {
                messages.get_untracked().into_iter().for_each(|place| place.scroll_into_view());
            });
        }
        request_animation_frame(|| browser::set_root_attribute("data-ready", Some("")));
    }
}
