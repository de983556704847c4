//! All notes together: counted by question and table, in the order that is wished for, and on paper.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use super::hooks::{flag, live};
use super::store::{Room, use_room};
use crate::browser;
use crate::i18n::Phrase;
use crate::page::ids;
use crate::room::broken;
use crate::room::model::{Group, Of, Order, PAGE, Part, Said, Synthesis, Table};

/// How long it waits for writing to pause.
const PAUSE: Duration = Duration::from_millis(500);
/// While the root element says so, it is what is printed.
const PRINTING: (&str, &str) = ("data-printing", "synthesis");

/// All of it. Nothing where there are no notes.
#[component]
pub fn Together() -> impl IntoView {
    let room = use_room();
    room.keep_together();
    let is_there = Memo::new(move |_| room.synthesis.with(Option::is_some));
    view! {
        <div data-synthesis="" data-whole=live(move || flag(room.is_whole.get()))>
            {move || is_there.get().then(|| view! { <Whole/> })}
        </div>
    }
}

/// Heading, counts, the order, and the notes.
#[component]
fn Whole() -> impl IntoView {
    let room = use_room();
    let order = NodeRef::<html::Select>::new();
    let groups = move || room.synthesis.with(|all| all.as_ref().map(|all| all.groups.clone()).unwrap_or_default());
    let all = Memo::new(move |_| room.synthesis.with(|synthesis| synthesis.as_ref().and_then(|all| all.all)));
    let show_all = move |_| {
        room.is_whole.set(true);
        // Focus was on the button, which goes.
        give_focus(order);
    };
    view! {
        <h4 id=ids::SYNTHESIS_TITLE>{room.say(Phrase::SynthesisTitle)}</h4>
        <Counts/>
        <Sorting field=order/>
        {move || groups().into_iter().map(|group| view! { <Grouped group/> }).collect::<Vec<_>>()}
        {move || all.get().map(|all| view! {
            <p><button type="button" class="chip" data-synthesis-whole="" on:click=show_all>
                {room.count(Phrase::SynthesisWhole, all)}
            </button></p>
        })}
    }
}

/// In which order; and the way to print it alone.
#[component]
fn Sorting(field: NodeRef<html::Select>) -> impl IntoView {
    let room = use_room();
    let sort = move |event| {
        room.order.set(Order::named(&event_target_value(&event)));
        give_focus(field);
    };
    let option = |order: Order| {
        let phrase = match order {
            Order::Table => Phrase::SynthesisByTable,
            Order::Time => Phrase::SynthesisByTime,
            Order::Room => Phrase::SynthesisTables,
        };
        view! { <option value=order.name()>{room.say(phrase)}</option> }
    };
    view! {
        <p class="synthesis-tools">
            <label>
                <span>{room.say(Phrase::SynthesisOrder)}</span>
                <select data-synthesis-order="" node_ref=field on:change=sort>
                    {Order::ALL.map(option).into_iter().collect::<Vec<_>>()}
                </select>
            </label>
            <button type="button" class="chip" data-print-synthesis="" on:click=move |_| room.print_synthesis()>
                {room.say(Phrase::SynthesisPrint)}
            </button>
        </p>
    }
}

/// How many notes each table has on each question.
#[component]
fn Counts() -> impl IntoView {
    let room = use_room();
    let table = move || {
        let Synthesis { tables, sums, has_others, .. } = room.synthesis.get().unwrap_or_default();
        let known = sums.len() - usize::from(has_others);
        let column = |at: usize| {
            let name = if at < known { (at + 1).to_string() } else { room.say(Phrase::ExportElsewhere) };
            view! { <th scope="col" title=room.question(at)>{name}</th> }
        };
        view! {
            <table>
                <thead>
                    <tr>
                        <th scope="col">{room.say(Phrase::NoteLabel)}</th>
                        {(0..sums.len()).map(column).collect::<Vec<_>>()}
                        <th scope="col">{room.say(Phrase::SynthesisSum)}</th>
                    </tr>
                </thead>
                <tbody>{tables.into_iter().map(|table| view! { <Row table/> }).collect::<Vec<_>>()}</tbody>
                <tfoot><Row table=(Some(room.say(Phrase::SynthesisSum)), sums)/></tfoot>
            </table>
        }
    };
    view! {
        <div class="synthesis-counts" tabindex="0" role="region" aria-labelledby=ids::SYNTHESIS_TITLE>{table}</div>
    }
}

/// A table's counts, and their sum.
#[component]
fn Row(table: Table) -> impl IntoView {
    let room = use_room();
    let (name, mut numbers) = table;
    numbers.push(numbers.iter().sum());
    view! {
        <tr>
            <th scope="row"><bdi>{room.named(name)}</bdi></th>
            {numbers.into_iter().map(|number| view! { <td>{number.to_string()}</td> }).collect::<Vec<_>>()}
        </tr>
    }
}

/// Notes under a heading.
#[component]
fn Grouped(group: Group) -> impl IntoView {
    let room = use_room();
    view! {
        <h5 dir="auto">{room.heading(group.of)}</h5>
        {group.parts.into_iter().map(|part| view! { <UnderOne part/> }).collect::<Vec<_>>()}
    }
}

/// Notes under a smaller heading, if there is one.
#[component]
fn UnderOne(part: Part) -> impl IntoView {
    let room = use_room();
    view! {
        {part.of.map(|of| view! { <h6 dir="auto">{room.heading(of)}</h6> })}
        <ul class="synthesis-notes">{part.notes.into_iter().map(|said| view! { <Note said/> }).collect::<Vec<_>>()}</ul>
    }
}

/// What one version of a note says.
#[component]
fn Note(said: Said) -> impl IntoView {
    let room = use_room();
    let [.., hour, minute] = browser::local_time(&said.at);
    let label = said.label.map(|label| view! { <bdi>{label}</bdi> " · " });
    let apart = said.apart.then(|| format!(" · {}", room.say(Phrase::NoteApart)));
    view! {
        <li>
            <p dir="auto" class="synthesis-text">{said.text.replace('\0', "\u{fffd}")}</p>
            <p class="status">{label}<time datetime=said.at>{format!("{hour:02}:{minute:02}")}</time>{apart}</p>
        </li>
    }
}

fn give_focus(field: NodeRef<html::Select>) {
    if let Some(field) = field.get_untracked() {
        browser::focus_on(&field);
    }
}

impl Room {
    /// Keeps the synthesis in step: with notes once writing has paused, with what is wished for at once.
    fn keep_together(self) {
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        Effect::new(move |_| {
            self.book.track();
            if let Some(before) = waiting.get_value() {
                before.clear();
            }
            waiting.set_value(set_timeout_with_handle(move || self.bring_together(), PAUSE).ok());
        });
        Effect::new(move |_| {
            self.order.track();
            self.is_whole.track();
            self.bring_together();
        });
    }

    fn bring_together(self) {
        if broken::is_broken() {
            return;
        }
        let ids = self.questions(|questions| questions.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
        let most = if self.is_whole.get_untracked() { usize::MAX } else { PAGE };
        let order = self.order.get_untracked();
        let now = self.book.with_untracked(|book| Synthesis::new(book.notes(), &ids, order, most));
        if self.synthesis.with_untracked(|before| *before != now) {
            self.synthesis.set(now);
        }
    }

    /// Prints it alone, and all of it.
    fn print_synthesis(self) {
        if self.synthesis.with_untracked(|all| all.as_ref().is_some_and(|all| all.all.is_some())) {
            self.is_whole.set(true);
        }
        browser::set_root_attribute(PRINTING.0, Some(PRINTING.1));
        browser::next_frame(browser::print);
    }

    /// The page as it was. Nothing where something else was printed.
    pub fn put_synthesis_away(self) {
        if browser::root_attribute(PRINTING.0).as_deref() == Some(PRINTING.1) {
            browser::set_root_attribute(PRINTING.0, None);
        }
    }

    fn heading(self, of: Of) -> String {
        match of {
            Of::Question(at) => self.question(at),
            Of::Table(name) => self.named(name),
        }
    }

    /// A table's name.
    fn named(self, name: Option<String>) -> String {
        name.unwrap_or_else(|| self.say(Phrase::ExportUnnamed))
    }
}
