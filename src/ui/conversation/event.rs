//! The event as text: article, chairs, participants, and what is not known.

use leptos::either::Either;
use leptos::prelude::*;

use crate::content::{Chair, Conversation, Status, Text};
use crate::i18n::Phrase;
use crate::ui::edition::{language, use_edition};
use crate::ui::parts::{Inline, Paragraph, SourceLine};

/// All of it, as a list of terms.
#[component]
pub fn Event(conversation: Conversation) -> impl IntoView {
    let edition = use_edition();
    let chairs = conversation.chairs.iter().cloned().map(|chair| view! { <ChairItem chair /> }).collect::<Vec<_>>();
    let participants = conversation.participants.iter().cloned().map(|text| view! { <Group text /> });
    let participants = participants.collect::<Vec<_>>();
    let notes = conversation.notes.iter().cloned().map(|text| view! { <Paragraph text /> }).collect::<Vec<_>>();
    view! {
        <dl class="event">
            <dt>{edition.say(Phrase::EventArticle)}</dt>
            <dd><Article conversation /></dd>
            <dt>{edition.say(Phrase::EventChairs)}</dt>
            <dd><ul>{chairs}</ul></dd>
            <dt>{edition.say(Phrase::EventParticipants)}</dt>
            <dd><ul class="inline">{participants}</ul></dd>
            <dt>{edition.say(Phrase::EventNotes)}</dt>
            <dd class="event-notes">{notes}</dd>
        </dl>
    }
}

/// The article that reports the event, and its source: what is called as that is stands once.
#[component]
fn Article(conversation: Conversation) -> impl IntoView {
    let edition = use_edition();
    let at = edition.timeline.find_source(&conversation.article);
    let source = at.and_then(|at| edition.timeline.sources.get(at)).cloned();
    let is_source = |text: &Text| source.as_ref().is_some_and(|source| source.title.as_str() == text.as_str());
    let is_named = is_source(&conversation.title);
    let original = conversation.original.filter(|text| !is_source(text)).map(|text| {
        let (lang, dir) = language(&text);
        view! {
            " "
            <span class="original" lang=lang dir=dir>{text.as_str().to_owned()}</span>
        }
    });
    view! {
        {if is_named {
            Either::Left(view! { <Named source=at /> })
        } else {
            Either::Right(view! { <Inline text=conversation.title /> })
        }}
        " "
        <span class="status">{edition.say(status_phrase(conversation.status))}</span>
        {original}
        " "
        {(!is_named).then(|| view! { <Named source=at /> })}
    }
}

/// A source that is named within a text.
#[component]
pub fn Named(source: Option<usize>) -> impl IntoView {
    let source = use_edition().timeline.sources.get(source?)?.clone();
    Some(view! {
        <span class="named">
            <SourceLine source />
        </span>
    })
}

#[component]
fn ChairItem(chair: Chair) -> impl IntoView {
    view! {
        <li>
            <strong>{chair.name}</strong>
            ", "
            <Inline text=chair.office />
            {chair.said.map(|text| view! { <Paragraph text /> })}
        </li>
    }
}

#[component]
fn Group(text: Text) -> impl IntoView {
    let (lang, dir) = language(&text);
    view! { <li lang=lang dir=dir>{text.as_str().to_owned()}</li> }
}

/// Where a wording comes from.
pub fn status_phrase(status: Status) -> Phrase {
    match status {
        Status::Original => Phrase::StatusOriginal,
        Status::Published => Phrase::StatusPublished,
        Status::Unofficial => Phrase::StatusUnofficial,
    }
}
