//! The handout: the questions on paper, a page each with room to write, for those without a device.
//!
//! It is mounted from the page's own text when it is asked for, printed, and taken away again.

mod reading;

use std::any::Any;
use std::cell::RefCell;

use leptos::either::Either;
use leptos::mount::mount_to;
use leptos::prelude::*;

use super::hooks::flag;
use super::store::{Room, use_room};
use crate::browser;
use crate::i18n::Phrase;
use crate::page::ids;
use reading::{Around, Question};

/// While the root element says so, the handout is what is printed.
const PRINTING: &str = "data-printing";
/// Lines to write on, more than a page holds: the style sheet shows those for which there is room.
const LINES: usize = 30;

thread_local! {
    /// The one that is on the page.
    static MOUNTED: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Prints the questions, or with the chronicle what led to them as well.
pub fn print(room: Room, with_chronicle: bool) {
    put_away();
    let Some((body, around)) = browser::body().zip(reading::around()) else { return };
    let view = mount_to(body.clone(), move || {
        provide_context(room);
        provide_context(around);
        view! { <Handout with_chronicle/> }
    });
    MOUNTED.set(Some(Box::new(view)));
    // The style sheet tells by what stands behind it what is printed with it.
    if let Some(handout) = browser::by_id(ids::HANDOUT) {
        let _ = body.prepend_with_node_1(&handout);
    }
    browser::set_root_attribute(PRINTING, Some("handout"));
    browser::next_frame(browser::print);
}

/// The page as it was. Nothing where something else was printed.
pub fn put_away() {
    if MOUNTED.take().is_some() {
        browser::set_root_attribute(PRINTING, None);
    }
}

/// A sheet for each question, and one for sources.
#[component]
fn Handout(with_chronicle: bool) -> impl IntoView {
    let questions = reading::questions();
    let total = questions.len();
    let sheet = |(at, question)| view! { <Sheet number={at + 1} total question/> };
    view! {
        <div id=ids::HANDOUT data-chronicle=flag(with_chronicle)>
            {questions.into_iter().enumerate().map(sheet).collect::<Vec<_>>()}
            <Sources/>
        </div>
    }
}

/// What stands over each sheet: what it is about, and which it is.
#[component]
fn Head(#[prop(optional)] of: Option<String>) -> impl IntoView {
    let Around { title, event, .. } = expect_context();
    view! {
        <header class="sheet-head">
            <p class="sheet-title" inner_html=title></p>
            <p class="sheet-of">{of}</p>
            <p class="sheet-event" inner_html=event></p>
        </header>
    }
}

/// A question, with what belongs to it and room to write.
#[component]
fn Sheet(number: usize, total: usize, question: Question) -> impl IntoView {
    let room = use_room();
    let of = [("n", number.to_string()), ("total", total.to_string())];
    let of = room.fill(Phrase::HandoutQuestion, &of.each_ref().map(|(name, value)| (*name, value.as_str())));
    let Question { text, lang, dir, provenance, stressed, prompts, rests_on } = question;
    view! {
        <section class="sheet">
            <Head of/>
            <div class="sheet-question">
                <p class="sheet-number">{number.to_string()}</p>
                <h2 lang=lang dir=dir>{text}</h2>
                <div class="provenance" inner_html=provenance></div>
            </div>
            <div class="sheet-columns">
                <Column title=Phrase::Stressed class="stressed" items=stressed/>
                <Column title=Phrase::Prompts class="prompts" items=prompts is_ordered=true/>
                <Column title=Phrase::HandoutRests class="entry-list" items=rests_on/>
            </div>
            <ToWrite/>
        </section>
    }
}

/// A list of the page, if it has anything.
#[component]
fn Column(title: Phrase, class: &'static str, items: String, #[prop(optional)] is_ordered: bool) -> impl IntoView {
    let room = use_room();
    let around = format!("sheet-part sheet-{class}");
    (!items.is_empty()).then(|| {
        let list = match is_ordered {
            true => Either::Left(view! { <ol class=class inner_html=items></ol> }),
            false => Either::Right(view! { <ul class=class inner_html=items></ul> }),
        };
        view! { <div class=around><h3>{room.say(title)}</h3>{list}</div> }
    })
}

/// The rest of the sheet: whose it is, and lines.
#[component]
fn ToWrite() -> impl IntoView {
    let room = use_room();
    view! {
        <div class="sheet-room">
            <p class="sheet-table">
                <span>{format!("{}{}", room.say(Phrase::HandoutTable), room.say(Phrase::Colon))}</span>
            </p>
            <h3>{room.say(Phrase::HandoutNotes)}</h3>
            <div class="sheet-lines">{(0..LINES).map(|_| view! { <i></i> }).collect::<Vec<_>>()}</div>
        </div>
    }
}

/// Where all this comes from: the event, its article and other sources with their addresses, the page.
#[component]
fn Sources() -> impl IntoView {
    let room = use_room();
    let Around { about, notice, sources, .. } = expect_context();
    let sources = sources.into_iter().map(|source| view! { <p inner_html=source></p> }).collect::<Vec<_>>();
    let (cited, page) = (room.say(Phrase::HandoutCited), room.say(Phrase::HandoutPage));
    view! {
        <section class="sheet sheet-sources">
            <Head/>
            <h2>{room.say(Phrase::HandoutSources)}</h2>
            <dl class="sheet-list" inner_html=about></dl>
            <dl class="sheet-list">
                <dt>{cited}</dt>
                <dd>{sources}</dd>
                <dt>{page}</dt>
                <dd><p class="address">{browser::address()}</p><p inner_html=notice></p></dd>
            </dl>
        </section>
    }
}
