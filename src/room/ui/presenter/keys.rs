//! The presenter's keys, wherever focus is: nothing else can be reached while it is open.

use leptos::prelude::*;

use super::desk::Desk;
use crate::browser;
use crate::room::model::{Presenter, PresenterCommand, presenter_key};
use crate::room::ui::hooks::use_window;

/// Keys that do nothing by themselves.
const HELD: [&str; 5] = ["Shift", "Control", "Alt", "AltGraph", "Meta"];

/// Hears keys as long as something is presented.
pub fn use_keys(desk: Desk) {
    use_window("keydown", move |event| {
        let Some(pressed) = browser::pressed(event) else { return };
        let command = if desk.presenter.with_untracked(Presenter::is_blank) {
            // Any key brings it back.
            let is_key = pressed.is_plain() && !HELD.contains(&pressed.key.as_str());
            is_key.then_some(PresenterCommand::Blank)
        } else {
            presenter_key(&pressed, browser::is_right_to_left())
        };
        if let Some(command) = command {
            event.prevent_default();
            desk.ask(command);
        }
    });
}
