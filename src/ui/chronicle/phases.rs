//! The background periods with the entries they come from, as text.

use leptos::prelude::*;

use crate::content::Era;
use crate::i18n::{Phrase, Style};
use crate::page::ids;
use crate::ui::edition::{language, use_edition};
use crate::ui::parts::{NumberedLinks, Paragraph};

/// Inside their section.
#[component]
pub fn Phases() -> impl IntoView {
    let edition = use_edition();
    let eras = edition.timeline.eras.iter().cloned().map(|era| view! { <Phase era /> });
    view! {
        <h3 id=ids::PHASES_TITLE>{edition.say(Phrase::Eras)}</h3>
        <ul>{eras.collect::<Vec<_>>()}</ul>
    }
}

#[component]
fn Phase(era: Era) -> impl IntoView {
    let edition = use_edition();
    let (lang, dir) = language(&era.name);
    let disputed = era.end_disputed.then(|| {
        view! {
            <span class="disputed">{edition.say(Phrase::EraDisputed)}</span>
            " "
        }
    });
    view! {
        <li>
            <strong lang=lang dir=dir>{era.name.as_str().to_owned()}</strong>
            <span class="era-date">
                {format!("{} ", edition.words.dates.text(era.date, Style::Long))}
                {disputed}
                <NumberedLinks entries=era.entries />
            </span>
            {era.note.map(|text| view! { <Paragraph text /> })}
        </li>
    }
}
