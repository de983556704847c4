//! The stage: the question, and the panel that is open under it.

use leptos::either::EitherOf5;
use leptos::prelude::*;

use super::desk::use_desk;
use super::panels::{Code, Evidence, Keys, Prompts, Stressed};
use crate::page::ids;
use crate::room::model::{Panel, Presenter};
use crate::room::ui::hooks::live;

/// The question, and what is open under it.
#[component]
pub fn Stage() -> impl IntoView {
    let desk = use_desk();
    // A panel stays while what is in it changes.
    let panel = Memo::new(move |_| desk.shown(Presenter::panel));
    view! {
        <div class="presenter-stage" data-stage="">
            <Asked/>
            {move || panel.get().map(|panel| view! { <Opened panel/> })}
        </div>
    }
}

/// The question.
#[component]
fn Asked() -> impl IntoView {
    let desk = use_desk();
    let number = live(move || (desk.shown(Presenter::current) + 1).to_string());
    let (lang, dir) = (
        live(move || desk.question(|question| question.text.lang.clone())),
        live(move || desk.question(|question| question.text.dir.clone())),
    );
    let original = move || {
        desk.question(|question| question.original.clone()).map(|(called, said)| {
            view! { <p class="presenter-status">{called} " " <span lang=said.lang dir=said.dir>{said.text}</span></p> }
        })
    };
    view! {
        <div class="presenter-question">
            <p class="presenter-number" aria-hidden="true">{number}</p>
            <div>
                <h2 id=ids::PRESENTER_QUESTION tabindex="-1" lang=lang dir=dir node_ref=desk.places.question>
                    {live(move || desk.question(|question| question.text.text.clone()))}
                </h2>
                <p class="presenter-status">{live(move || desk.question(|question| question.status.clone()))}</p>
                {original}
            </div>
        </div>
    }
}

/// A panel.
#[component]
fn Opened(panel: Panel) -> impl IntoView {
    let inside = match panel {
        Panel::Evidence => EitherOf5::A(view! { <Evidence/> }),
        Panel::Stressed => EitherOf5::B(view! { <Stressed/> }),
        Panel::Prompts => EitherOf5::C(view! { <Prompts/> }),
        Panel::Code => EitherOf5::D(view! { <Code/> }),
        Panel::Keys => EitherOf5::E(view! { <Keys/> }),
    };
    view! {
        <section class="presenter-panel" data-panel=panel.name() aria-labelledby=ids::PRESENTER_PANEL>{inside}</section>
    }
}
