//! A question as text: its words and where they come from, what was stressed, prompts, the entries it rests on, and
//! room for notes.

use leptos::prelude::*;

use super::event::{Named, status_phrase};
use crate::content::{self, Text};
use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::edition::{language, use_edition};
use crate::ui::parts::{EntryLinks, Inline};

/// A question, as large as it deserves.
#[component]
pub fn Question(index: usize, question: content::Question) -> impl IntoView {
    let edition = use_edition();
    let words = question.words.clone();
    let id = words.id.clone();
    let (lang, dir) = language(&words.text);
    // The chronicle's order is that of time.
    let mut entries = question.entries.clone();
    entries.sort_unstable();
    view! {
        <article id=id.clone() class="question" data-question=id.clone() aria-labelledby=ids::title(&id)>
            <p class="question-number" aria-hidden="true">{index + 1}</p>
            <div class="question-body">
                <h3 id=ids::title(&id) lang=lang dir=dir>{words.text.as_str().to_owned()}</h3>
                <Provenance question=question.clone() />
                <div class="columns">
                    <div>
                        <h4>{edition.say(Phrase::Stressed)}</h4>
                        <ul class="stressed"><Items texts=words.stressed /></ul>
                        <h4>{edition.say(Phrase::Prompts)}</h4>
                        <ol class="prompts"><Items texts=words.prompts /></ol>
                    </div>
                    <div>
                        <h4>{edition.say(Phrase::OnFrieze)}</h4>
                        <ul class="entry-list"><EntryLinks entries /></ul>
                    </div>
                </div>
                <Notes question=question.words.id />
            </div>
        </article>
    }
}

#[component]
fn Items(texts: Vec<Text>) -> impl IntoView {
    let item = |text: Text| {
        let (lang, dir) = language(&text);
        view! { <li lang=lang dir=dir>{text.as_str().to_owned()}</li> }
    };
    texts.into_iter().map(item).collect::<Vec<_>>()
}

/// Where a question's wording comes from, with the original and our own beside it.
#[component]
fn Provenance(question: content::Question) -> impl IntoView {
    let edition = use_edition();
    let words = question.words;
    let beside = [(Phrase::OriginalLabel, words.original), (Phrase::OursLabel, words.ours)];
    let beside = beside.into_iter().filter_map(|(label, text)| {
        let label = format!("{}{}", edition.say(label), edition.say(Phrase::Colon));
        text.map(|text| view! { <p class="beside"><span class="status">{label}</span><Inline text /></p> })
    });
    let note = words.note.map(|text| {
        let (lang, dir) = language(&text);
        view! { <p class="note" lang=lang dir=dir>{text.as_str().to_owned()}</p> }
    });
    view! {
        <div class="provenance">
            <p class="status">
                {edition.say(status_phrase(words.status))}
                " "
                <Named source=question.published_in />
            </p>
            {beside.collect::<Vec<_>>()}
            {note}
        </div>
    }
}

/// Room for the reader's own notes, in its place and disabled until the conversation's tools run: as large as it will
/// be, so that nothing moves when they come.
#[component]
fn Notes(question: String) -> impl IntoView {
    let edition = use_edition();
    let heading = ids::notes(&question);
    view! {
        <section class="notes needs-room">
            <h4 id=heading.clone()>{edition.say(Phrase::Notes)}</h4>
            <p class="status" data-kept="">{edition.say(Phrase::NotesKept)}</p>
            <div data-note-list="">
                <div class="note-field">
                    <textarea data-note="" rows="3" disabled aria-labelledby=heading></textarea>
                    <p class="note-foot">
                        <label><span>{edition.say(Phrase::NoteLabel)}</span><input disabled /></label>
                        <button type="button" class="plain" disabled>{edition.say(Phrase::NoteDelete)}</button>
                    </p>
                </div>
            </div>
            <p class="note-tools">
                <button type="button" class="chip" data-note-add="" disabled>{edition.say(Phrase::NoteAdd)}</button>
                <button type="button" class="chip" data-export-of="" disabled>{edition.say(Phrase::NotesExport)}</button>
                <button type="button" class="chip chip-main" data-presenter="" disabled>
                    {edition.say(Phrase::Present)}
                </button>
            </p>
        </section>
    }
}
