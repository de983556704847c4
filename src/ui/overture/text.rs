//! The overture's text.

use leptos::prelude::*;

use crate::content::{Figure, Text};
use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::edition::{language, use_edition};
use crate::ui::parts::{Inline, NumberedLinks};

/// Title, lede and notice; the questions.
#[component]
pub fn Overture() -> impl IntoView {
    let edition = use_edition();
    let site = &edition.timeline.site;
    let of = |text: &Text| {
        let (lang, dir) = language(text);
        (lang, dir, text.as_str().to_owned())
    };
    let [kicker, title, lede, notice] = [&site.kicker, &site.title, &site.lede, &site.notice].map(of);
    let brief = site.brief.as_ref().map(of);
    view! {
        <div class="about">
            <p class="kicker" lang=kicker.0 dir=kicker.1>{kicker.2}</p>
            <h1 lang=title.0 dir=title.1>{title.2}</h1>
            <p class="lede" lang=lede.0 dir=lede.1>{lede.2}</p>
            {brief.map(|(lang, dir, text)| view! { <p class="lede brief" lang=lang dir=dir>{text}</p> })}
            <p class="notice" lang=notice.0 dir=notice.1>{notice.2}</p>
        </div>
        <Asked />
    }
}

/// The questions in their own words, each a link to its place; nothing where the page has no event.
#[component]
fn Asked() -> impl IntoView {
    let edition = use_edition();
    edition.timeline.conversation.as_ref()?;
    let heading = edition.fill(Phrase::QuestionsDebated, &[("date", &edition.event_date())]);
    let questions = edition.timeline.questions.iter().map(|question| {
        let (lang, dir) = language(&question.words.text);
        let text = question.words.text.as_str().to_owned();
        view! { <li><a href=ids::link(&question.words.id) lang=lang dir=dir>{text}</a></li> }
    });
    Some(view! {
        <div class="asked">
            <p class="label-line">{heading}</p>
            <ol>{questions.collect::<Vec<_>>()}</ol>
        </div>
    })
}

/// The figures, that the page is unofficial, and whether the page can do without a network.
#[component]
pub fn Figures() -> impl IntoView {
    let edition = use_edition();
    let notice = &edition.timeline.site.notice;
    let (lang, dir) = language(notice);
    let figures = edition.timeline.figures.iter().cloned().map(|figure| view! { <FigureOf figure /> });
    view! {
        <dl>{figures.collect::<Vec<_>>()}</dl>
        // Where the first screen has no room for it (style/30-page.css).
        <p class="notice later" lang=lang dir=dir>{notice.as_str().to_owned()}</p>
        // Shown once it is true (src/offline.js).
        <p class="offline">{edition.say(Phrase::Offline)}</p>
    }
}

/// A figure with its sources; where they disagree it says so.
#[component]
fn FigureOf(figure: Figure) -> impl IntoView {
    let edition = use_edition();
    let Figure { words, entries } = figure;
    let (lang, dir) = language(&words.value);
    let disputed = words.disputed.then(|| {
        view! {
            <span class="disputed">{edition.say(Phrase::FigureDisputed)}</span>
            " "
        }
    });
    view! {
        <div class="figure">
            <dt lang=lang dir=dir>{words.value.as_str().to_owned()}</dt>
            <dd>
                <Inline text=words.caption />
                " "
                {disputed}
                <NumberedLinks entries />
            </dd>
        </div>
    }
}
