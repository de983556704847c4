//! The bar under the stage: a button for all that has a key, each question's number, and the timer's minutes.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::clock::type_minutes;
use super::desk::{Label, use_desk};
use crate::browser;
use crate::i18n::Phrase;
use crate::room::model::{Panel, Presenter, PresenterCommand as Ask, Timer};
use crate::room::ui::hooks::{flag, live, yes_no};

const ARROW_BACK: &str = "M10 3 5 8l5 5";
const ARROW_ON: &str = "m6 3 5 5-5 5";
const FULL: &str = "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10";
const CODE: &str = "M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h1.5v1.5M13.5 9.5v4h-4";
const BLANK: &str = "M2 3h12v8.5H2zM5.5 14h5";
const KEYS: &str = "M5.6 6.1a2.4 2.4 0 1 1 3.6 2.1c-.8.4-1.2.9-1.2 1.8M8 12.6v.1";
const LEAVE: &str = "m3.5 3.5 9 9M12.5 3.5l-9 9";
const RESET: &str = "M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3";

/// All the buttons.
#[component]
pub fn Bar() -> impl IntoView {
    view! {
        <div class="presenter-bar">
            <Moving/>
            <Opening/>
            <Timing/>
            <div class="presenter-group">
                <IconButton asks=Ask::Toggle(Panel::Code) icon=CODE/>
                <IconButton asks=Ask::Blank icon=BLANK/>
                <FullScreen/>
                <IconButton asks=Ask::Toggle(Panel::Keys) icon=KEYS/>
                <IconButton asks=Ask::Leave icon=LEAVE/>
            </div>
        </div>
    }
}

/// To another question.
#[component]
fn Moving() -> impl IntoView {
    let desk = use_desk();
    let count = desk.presenter.with_untracked(Presenter::count);
    let disabled = |is: bool| is.then(|| "true".to_owned());
    let at_start = live(move || disabled(desk.shown(|presenter| presenter.current() == 0)));
    let at_end = live(move || disabled(desk.shown(|presenter| presenter.current() + 1 == count)));
    view! {
        <div class="presenter-group">
            <IconButton asks=Ask::Previous icon=ARROW_BACK disabled=at_start/>
            {(0..count).map(|at| view! { <Number at count/> }).collect::<Vec<_>>()}
            <IconButton asks=Ask::Next icon=ARROW_ON disabled=at_end/>
        </div>
    }
}

/// To a question by its number, which has a tick where it was discussed.
#[component]
fn Number(at: usize, count: usize) -> impl IntoView {
    let desk = use_desk();
    let (number, go) = ((at + 1).to_string(), (at + 1).to_string());
    let current = live(move || desk.shown(|presenter| presenter.current() == at).then(|| "true".to_owned()));
    view! {
        <button type="button" class="presenter-go" data-go=go aria-current=current
            data-done=live(move || flag(desk.is_discussed(at)))
            aria-label=desk.count(Phrase::PresenterPlace, at + 1, count) on:click=move |_| desk.ask(Ask::Go(at))>
            {number}
        </button>
    }
}

/// What opens under the question, and whether that was discussed.
#[component]
fn Opening() -> impl IntoView {
    let desk = use_desk();
    let panels = [Panel::Evidence, Panel::Stressed, Panel::Prompts].map(|panel| {
        let expanded = live(move || yes_no(desk.shown(Presenter::panel) == Some(panel)));
        view! { <WordButton asks=Ask::Toggle(panel) expanded/> }
    });
    let pressed = live(move || yes_no(desk.is_discussed(desk.shown(Presenter::current))));
    view! {
        <div class="presenter-group">
            {panels.into_iter().collect::<Vec<_>>()}
            <WordButton asks=Ask::Discussed pressed/>
        </div>
    }
}

/// The timer: its minutes, which show what they came to once typing is done; starting and halting it; back to its
/// beginning.
#[component]
fn Timing() -> impl IntoView {
    let desk = use_desk();
    let clock = desk.lectern.clock;
    // What is typed is the field's; Esc leaves it.
    let key_down = move |event: KeyboardEvent| {
        event.stop_propagation();
        if browser::pressed(&event).is_some_and(|pressed| pressed.is_plain() && pressed.key == "Escape") {
            desk.focus_question();
        }
    };
    let word =
        live(move || desk.say(if clock.get().is_running() { Phrase::PresenterPause } else { Phrase::PresenterStart }));
    let minutes = clock.get_untracked().minutes();
    view! {
        <div class="presenter-group">
            <label class="presenter-minutes">
                <input type="number" min="1" max=Timer::MOST.to_string() inputmode="numeric" data-minutes=""
                    value=minutes on:keydown=key_down
                    on:change:target=move |event| event.target().set_value(&type_minutes(clock, &event.target().value()))
                    on:input=move |event| { type_minutes(clock, &event_target_value(&event)); }/>
                " "
                {desk.say(Phrase::PresenterMinutes)}
            </label>
            <WordButton asks=Ask::Timer word/>
            <IconButton asks=Ask::ResetTimer icon=RESET/>
        </div>
    }
}

/// The screen filled, or no longer.
#[component]
fn FullScreen() -> impl IntoView {
    let desk = use_desk();
    view! { <IconButton asks=Ask::FullScreen icon=FULL pressed=live(move || yes_no(desk.is_full.get()))/> }
}

/// A button that is an icon.
#[component]
fn IconButton(
    asks: Ask,
    icon: &'static str,
    #[prop(optional)] disabled: Option<Signal<Option<String>>>,
    #[prop(optional)] pressed: Option<Signal<Option<String>>>,
) -> impl IntoView {
    let desk = use_desk();
    let Label { press, name, key, shortcuts } = desk.label(asks);
    let title = key.map_or_else(|| name.clone(), |key| format!("{name} ({key})"));
    view! {
        <button type="button" class="icon-button" data-press=press aria-label=name title=title
            aria-keyshortcuts=shortcuts aria-disabled=disabled aria-pressed=pressed on:click=move |_| desk.ask(asks)>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d=icon></path></svg>
        </button>
    }
}

/// A button that is a word and its key.
#[component]
fn WordButton(
    asks: Ask,
    #[prop(optional)] word: Option<Signal<String>>,
    #[prop(optional)] expanded: Option<Signal<Option<String>>>,
    #[prop(optional)] pressed: Option<Signal<Option<String>>>,
) -> impl IntoView {
    let desk = use_desk();
    let Label { press, name, key, shortcuts } = desk.label(asks);
    view! {
        <button type="button" class="presenter-word" data-press=press aria-keyshortcuts=shortcuts
            aria-expanded=expanded aria-pressed=pressed on:click=move |_| desk.ask(asks)>
            <span data-word="">{word.unwrap_or_else(|| Signal::stored(name))}</span>
            <kbd aria-hidden="true">{key}</kbd>
        </button>
    }
}
