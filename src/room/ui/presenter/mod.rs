//! One question at a time, for a room. It lies over the page, which stays where it is and cannot be reached
//! meanwhile, and reads the questions from its text.
//!
//! [`opening`] puts it on the page, [`lectern`] takes it off; what is presented is a [`desk::Desk`], which all
//! components find in context.
//! A component asks it for something by a command; what that changes is done in one place (`Desk::perform`), and all
//! that shows it follows.

mod bar;
mod clock;
mod code;
mod desk;
mod discussed;
mod frame;
mod keys;
mod lectern;
mod opening;
mod panels;
mod reading;
mod screen;
mod stage;

use std::rc::Rc;

use leptos::prelude::expect_context;

use crate::browser;
use crate::i18n::Words;
use crate::page::events;
use crate::room::broken;
use lectern::Lectern;

/// The presenter that a component opens.
pub fn use_lectern() -> Lectern {
    expect_context()
}

/// Shows what was discussed, and presents at once where the address asks for it.
pub fn install(words: &Rc<Words>) -> Lectern {
    let lectern = Lectern::new(words, discussed::remembered());
    discussed::install(lectern);
    browser::answer(events::ARRIVING, move |_| !broken::is_broken() && lectern.arrives());
    // Where the page's own program does not ask.
    broken::on_window("popstate", move |_| lectern.follow_address());
    lectern.follow_address();
    lectern
}
