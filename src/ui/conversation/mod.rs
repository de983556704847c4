//! The conversation: the event and its questions. Its text never changes; the tools in it are a program of their own
//! (`src/room`), which finds its places by their ids.

mod event;
mod question;

use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::edition::use_edition;
use crate::ui::parts::hole;
use crate::ui::store::use_store;

use event::Event;
use question::Question;

/// The part; nothing where the page has no event.
#[component]
pub fn Conversation() -> impl IntoView {
    use_store().has_conversation().then(|| {
        view! {
            <section
                id=ids::CONVERSATION
                class="conversation"
                aria-labelledby=ids::CONVERSATION_TITLE
            >
                {hole(|| view! { <Inside /> })}
            </section>
        }
    })
}

#[component]
fn Inside() -> impl IntoView {
    let edition = use_edition();
    let conversation = edition.timeline.conversation.clone()?;
    let (date, name) = (edition.event_date(), conversation.name.as_str());
    let intro = edition.fill(Phrase::EventIntro, &[("date", &date), ("name", name)]);
    let questions = edition.timeline.questions.iter().cloned().enumerate();
    let questions = questions.map(|(index, question)| view! { <Question index question /> });
    Some(view! {
        <div class="conversation-head">
            <h2 id=ids::CONVERSATION_TITLE>{edition.say(Phrase::PartConversation)}</h2>
            <p class="event-intro">
                <a href=ids::link(&conversation.entry)>{intro}</a>
            </p>
        </div>
        {questions.collect::<Vec<_>>()}
        <p class="message room-failed">{edition.say(Phrase::RoomFailed)}</p>
        // What the conversation's tools write once they run.
        <div id=ids::ROOM></div>
        <Event conversation />
    })
}
