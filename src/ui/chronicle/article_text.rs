//! An entry's article as text: date, lane, regions, title, summary, sources, questions, neighbours.

use leptos::prelude::*;

use crate::content::{Citation, Entry, Text};
use crate::i18n::{Phrase, Style};
use crate::page::ids;
use crate::ui::edition::{language, use_edition};
use crate::ui::parts::{Inline, Mark, Paragraph, SourceLink};

/// All that stands in an article but its buttons.
#[component]
pub fn ArticleText(index: usize) -> impl IntoView {
    let edition = use_edition();
    let entry = edition.timeline.entries.get(index)?.clone();
    let parent = entry.parent.and_then(|parent| edition.timeline.entries.get(parent)).cloned();
    let ((lang, dir), (summary_lang, summary_dir)) = (language(&entry.title), language(&entry.summary));
    Some(view! {
        <Meta entry=entry.clone() />
        <h4 id=ids::title(&entry.id) lang=lang dir=dir>{entry.title.as_str().to_owned()}</h4>
        {parent.map(|parent| view! { <DetailOf parent /> })}
        <p class="summary" lang=summary_lang dir=summary_dir>{entry.summary.as_str().to_owned()}</p>
        {entry.disagreement.clone().map(|text| view! {
            <div class="disagreement" data-disagreement="">
                <strong>{edition.say(Phrase::Disagree)}</strong>
                <Paragraph text />
            </div>
        })}
        {(entry.note.is_some() || entry.uncertain).then(|| view! { <Note entry=entry.clone() /> })}
        {(!entry.citations.is_empty()).then(|| view! { <SourcesOf entry=entry.clone() /> })}
        {(!entry.questions.is_empty()).then(|| view! { <BearsOn entry=entry.clone() /> })}
    })
}

/// Date, lane and regions.
#[component]
fn Meta(entry: Entry) -> impl IntoView {
    let edition = use_edition();
    let site = &edition.timeline.site;
    let lane = site.lanes.get(entry.lane).map(|lane| {
        let (lang, dir) = language(&lane.name);
        view! { <span class="lane-of" lang=lang dir=dir>{lane.name.as_str().to_owned()}</span> }
    });
    let regions = entry.regions.iter().filter_map(|&region| site.regions.get(region)).cloned().enumerate();
    let regions = regions.map(|(at, region)| view! { {(at > 0).then_some(", ")} <Inline text=region.name /> });
    view! {
        <p class="meta">
            <Mark shape=edition.look(entry.lane).1 />
            <strong>
                <time datetime=entry.date.to_string() data-precision=entry.date.precision().name()>
                    {edition.words.dates.text(entry.date, Style::Long)}
                </time>
            </strong>
            " "
            {lane}
            " "
            <span class="regions">{regions.collect::<Vec<_>>()}</span>
        </p>
    }
}

/// The entry that this one is a detail of.
#[component]
fn DetailOf(parent: Entry) -> impl IntoView {
    view! {
        <p class="detail-of">
            {format!("{} ", use_edition().say(Phrase::DetailOf))}
            <a href=ids::link(&parent.id)>{parent.title.as_str().to_owned()}</a>
        </p>
    }
}

/// What limits the date or place, and confidence where it is not high.
#[component]
fn Note(entry: Entry) -> impl IntoView {
    let confidence = use_edition().say(Phrase::ConfidenceMedium);
    view! {
        <div class="note">
            {entry.note.map(|text| view! { <Paragraph text /> })}
            {entry.uncertain.then(|| view! { <p class="confidence">{confidence}</p> })}
        </div>
    }
}

/// A plain numbered list of sources.
#[component]
fn SourcesOf(entry: Entry) -> impl IntoView {
    let edition = use_edition();
    let count = entry.citations.len();
    let forms = [Phrase::SourcesOne, Phrase::SourcesMany, Phrase::SourcesOther];
    let heading = edition.words.phrases.count(&edition.words.lang, forms, count, count);
    let sources = entry.citations.into_iter().map(|citation| view! { <Cited citation /> });
    view! {
        <div class="sources-of">
            <p class="label-line">{heading}</p>
            <ol>{sources.collect::<Vec<_>>()}</ol>
        </div>
    }
}

/// A source, and under it what it says of the entry.
#[component]
fn Cited(citation: Citation) -> impl IntoView {
    let edition = use_edition();
    let source = edition.timeline.sources.get(citation.source)?.clone();
    let others = (source.entries.len() > 1).then(|| edition.source_link(&source.id));
    Some(view! {
        <li>
            <SourceLink source=source.clone() is_cited=true />
            " "
            <span class="publisher">{source.publisher}</span>
            " "
            {citation.says.map(|text| view! { <Says text others /> })}
        </li>
    })
}

/// What a source says, closed until it is asked for; where other entries rest on it too, with the way to them.
#[component]
fn Says(text: Text, others: Option<String>) -> impl IntoView {
    let edition = use_edition();
    view! {
        <details class="says">
            <summary>{edition.say(Phrase::SourceSays)}</summary>
            <Paragraph text />
            {others.map(|link| view! { <a href=link>{edition.say(Phrase::SourceOthers)}</a> })}
        </details>
    }
}

/// The questions it bears on.
#[component]
fn BearsOn(entry: Entry) -> impl IntoView {
    let edition = use_edition();
    let questions = entry.questions.iter().filter_map(|&at| Some((at + 1, edition.timeline.questions.get(at)?)));
    let questions = questions.map(|(number, question)| {
        let (lang, dir) = language(&question.words.text);
        view! {
            <li>
                <span class="number">{number}</span>
                " "
                <a href=ids::link(&question.words.id) lang=lang dir=dir>{question.words.text.as_str().to_owned()}</a>
            </li>
        }
    });
    view! {
        <div class="bears-on">
            <p class="label-line">{edition.say(Phrase::BearsOn)}</p>
            <ul>{questions.collect::<Vec<_>>()}</ul>
        </div>
    }
}

/// Links to the entries before and after.
#[component]
pub fn Neighbours(index: usize) -> impl IntoView {
    let edition = use_edition();
    let neighbours = [(index.checked_sub(1), "prev", Phrase::Previous), (Some(index + 1), "next", Phrase::Next)];
    let links = neighbours.into_iter().filter_map(|(at, rel, label)| {
        let neighbour = edition.timeline.entries.get(at?)?.clone();
        let label = format!("{}{}", edition.say(label), edition.say(Phrase::Colon));
        Some(view! {
            <a rel=rel href=ids::link(&neighbour.id)>
                <span class="visually-hidden">{label}</span>
                <Inline text=neighbour.title />
            </a>
        })
    });
    links.collect::<Vec<_>>()
}
