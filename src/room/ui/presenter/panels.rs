//! What can be opened under a question: entries, what was stressed, prompts, its code, the list of keys.

use leptos::either::Either;
use leptos::prelude::*;

use super::code;
use super::desk::use_desk;
use super::reading::{self, Said};
use crate::browser;
use crate::i18n::Phrase;
use crate::page::ids;
use crate::room::model::{Panel, Presenter, PresenterCommand, is_of_this_device};
use crate::room::ui::hooks::live;

/// The entries that the question rests on.
#[component]
pub fn Evidence() -> impl IntoView {
    let entries = reading::entries(&use_desk().question_id()).into_iter().map(|entry| {
        view! {
            <li data-hue=entry.hue>
                <p class="presenter-date"><span class="mark" data-shape=entry.shape></span> " " {entry.date}</p>
                <h4 lang=entry.title.lang dir=entry.title.dir>{entry.title.text}</h4>
                <p lang=entry.summary.lang dir=entry.summary.dir>{entry.summary.text}</p>
            </li>
        }
    });
    view! {
        <Heading name=Phrase::OnFrieze/>
        <ul class="presenter-entries">{entries.collect::<Vec<_>>()}</ul>
        <p class="presenter-tools"><Close/></p>
    }
}

/// What participants stressed.
#[component]
pub fn Stressed() -> impl IntoView {
    let stressed = untrack(|| use_desk().question(|question| question.stressed.clone())).into_iter();
    view! {
        <Heading name=Phrase::Stressed/>
        <ul class="presenter-large">{stressed.map(|said| view! { <Item said/> }).collect::<Vec<_>>()}</ul>
        <p class="presenter-tools"><Close/></p>
    }
}

/// Prompts, one by one.
#[component]
pub fn Prompts() -> impl IntoView {
    let desk = use_desk();
    let prompts = untrack(|| desk.question(|question| question.prompts.clone()));
    let shown = move || desk.shown(|presenter| presenter.prompts().0);
    let of = live(move || {
        let (shown, all) = desk.shown(Presenter::prompts);
        desk.count(Phrase::PresenterPromptsOf, shown, all)
    });
    let more = move || {
        desk.shown(|presenter| presenter.prompts().0 < presenter.prompts().1).then(|| {
            view! { <Chip asks=PresenterCommand::Toggle(Panel::Prompts) name=Phrase::PresenterPromptsMore/> }
        })
    };
    view! {
        <Heading name=Phrase::Prompts count=of/>
        <ol class="presenter-large presenter-prompts" node_ref=desk.places.prompts>
            {move || prompts.iter().take(shown()).cloned().map(|said| view! { <Item said/> }).collect::<Vec<_>>()}
        </ol>
        <p class="presenter-tools">
            {more}
            <Chip asks=PresenterCommand::FewerPrompts name=Phrase::PresenterPromptsFewer/>
            <Close/>
        </p>
    }
}

/// The code that leads to the question.
#[component]
pub fn Code() -> impl IntoView {
    let desk = use_desk();
    let address = desk.address();
    let drawing = match code::drawing(&address) {
        // Dark on light in every theme: that is how it is found.
        Some((side, path)) => Either::Left(view! {
            <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=desk.say(Phrase::PresenterCode)
                shape-rendering="crispEdges">
                <rect width=side.to_string() height=side.to_string() fill="#fff"></rect>
                <path d=path fill="#000"></path>
            </svg>
        }),
        None => Either::Right(view! { <p>{desk.say(Phrase::PresenterCodeLong)}</p> }),
    };
    let here = is_of_this_device(&address).then(|| {
        view! { <p class="presenter-status" data-here="">{desk.say(Phrase::PresenterCodeHere)}</p> }
    });
    view! {
        <Heading name=Phrase::PresenterCodeLead/>
        <div class="presenter-code">
            {drawing}
            <div>
                <p class="presenter-address" dir="ltr">{address}</p>
                {here}
            </div>
        </div>
        <p class="presenter-tools"><Close/></p>
    }
}

/// The list of keys, and whether the screen stays on.
#[component]
pub fn Keys() -> impl IntoView {
    let desk = use_desk();
    let lines = PresenterCommand::ALL.into_iter().filter_map(|asks| {
        let tool = asks.tool();
        let (called, does) = tool.line?;
        let written =
            || tool.keys.iter().map(|key| key.written(browser::is_right_to_left())).collect::<Vec<_>>().join(" ");
        let keys = called.map_or_else(written, |called| desk.say(called));
        Some(view! { <div><dt><kbd>{keys}</kbd></dt><dd>{desk.say(does)}</dd></div> })
    });
    let awake =
        live(move || desk.say(if desk.is_awake.get() { Phrase::PresenterAwake } else { Phrase::PresenterAsleep }));
    view! {
        <Heading name=Phrase::PresenterKeysTitle/>
        <dl class="presenter-keys">{lines.collect::<Vec<_>>()}</dl>
        <p class="presenter-status" data-awake="">{awake}</p>
        <p class="presenter-tools"><Close/></p>
    }
}

/// A panel's heading: reading goes on from there once it is open.
#[component]
fn Heading(name: Phrase, #[prop(optional)] count: Option<Signal<String>>) -> impl IntoView {
    let desk = use_desk();
    let count = count.map(|count| view! { " " <span>{count}</span> });
    view! { <h3 id=ids::PRESENTER_PANEL tabindex="-1" node_ref=desk.places.panel>{desk.say(name)}{count}</h3> }
}

/// A text of a list.
#[component]
fn Item(said: Said) -> impl IntoView {
    view! { <li lang=said.lang dir=said.dir>{said.text}</li> }
}

/// The button that closes a panel.
#[component]
fn Close() -> impl IntoView {
    view! { <Chip asks=PresenterCommand::Escape name=Phrase::KeysClose/> }
}

/// A button of a panel.
#[component]
fn Chip(asks: PresenterCommand, name: Phrase) -> impl IntoView {
    let desk = use_desk();
    view! {
        <button type="button" class="chip" data-press=desk.label(asks).press on:click=move |_| desk.ask(asks)>
            {desk.say(name)}
        </button>
    }
}
