//! What lies over the page: the head with place, notice and time, the stage, the bar, and the dark.

use leptos::prelude::*;

use super::bar::Bar;
use super::clock::use_clock;
use super::desk::{Desk, use_desk};
use super::keys::use_keys;
use super::screen::use_screen;
use super::stage::Stage;
use crate::browser;
use crate::i18n::Phrase;
use crate::page::ids;
use crate::room::model::{Panel, Presenter, PresenterCommand};
use crate::room::ui::hooks::{flag, live};

/// The presenter.
#[component]
pub fn Frame() -> impl IntoView {
    let desk = use_desk();
    use_keys(desk);
    use_clock(desk.lectern.clock, move || desk.notice.set(desk.say(Phrase::PresenterTimeUp)));
    use_title(desk);
    use_screen(desk);
    let labelled = format!("{} {}", ids::PRESENTER_PLACE, ids::PRESENTER_QUESTION);
    let panel = live(move || desk.shown(Presenter::panel).map(|panel| Panel::name(panel).to_owned()));
    let blank = live(move || flag(desk.shown(Presenter::is_blank)));
    view! {
        <div id=ids::PRESENTER data-presenter-view="" role="dialog" aria-modal="true" aria-labelledby=labelled
            tabindex="-1" data-panel=panel data-blank=blank node_ref=desk.places.over>
            <Head/>
            <Stage/>
            <Bar/>
            <p class="visually-hidden" role="status" data-told="">{live(move || desk.told.get())}</p>
            <Dark/>
        </div>
    }
}

/// Names the window after question and time as long as the timer runs.
fn use_title(desk: Desk) {
    let clock = desk.lectern.clock;
    let own = browser::title();
    let as_before = own.clone();
    Effect::new(move |_| {
        let title = if clock.get().is_running() {
            let number = (desk.shown(Presenter::current) + 1).to_string();
            desk.fill(Phrase::PresenterTitle, [("time", clock.get().text()), ("n", number)])
        } else {
            own.clone()
        };
        if title != browser::title() {
            browser::set_title(&title);
        }
    });
    on_cleanup(move || browser::set_title(&as_before));
}

/// Which question of how many, what has happened, and the time.
#[component]
fn Head() -> impl IntoView {
    let desk = use_desk();
    let look = live(move || Some(desk.lectern.clock.get().look().to_owned()));
    view! {
        <div class="presenter-head">
            <p id=ids::PRESENTER_PLACE data-place="">{live(move || desk.place())}</p>
            <p data-said="" role="status">{live(move || desk.notice.get())}</p>
            <p class="presenter-time" role="timer" aria-live="off" aria-label=desk.say(Phrase::PresenterTimer)
                data-timer="" data-time=look>{live(move || desk.lectern.clock.get().text())}</p>
        </div>
    }
}

/// What is seen while the screen is blanked; a click on it brings the question back.
#[component]
fn Dark() -> impl IntoView {
    let desk = use_desk();
    view! {
        <button type="button" class="presenter-dark" data-press=desk.label(PresenterCommand::Blank).press
            aria-label=desk.say(Phrase::PresenterBlankBack) hidden=live(move || !desk.shown(Presenter::is_blank))
            node_ref=desk.places.dark on:click=move |_| desk.ask(PresenterCommand::Blank)></button>
    }
}
