//! Messages about the filters and the address.

use leptos::prelude::*;

use super::chips::loosen;
use crate::browser::element;
use crate::i18n::Phrase;
use crate::page::ids;
use crate::session::{Command, Problem, Session};
use crate::ui::model::Model;
use crate::ui::store::{Store, flag, use_store};

/// A problem with what to do, an entry shown against the filters, or nothing found with what to loosen.
#[component]
pub fn Messages() -> impl IntoView {
    let store = use_store();
    let messages = move || {
        let messages = store.session.with(|session| {
            let excluded = store.passing.with(|passing| session.excluded(passing));
            messages(&store.model(), session, excluded, store.count())
        });
        messages.into_iter().map(|message| view! { <MessageBox message /> }).collect::<Vec<_>>()
    };
    view! { <div id=ids::MESSAGES class="messages" node_ref=store.nodes.messages>{messages}</div> }
}

/// Something to say, and what can be done about it.
#[derive(Clone, PartialEq)]
struct Message {
    is_problem: bool,
    lines: Vec<String>,
    can_clear: bool,
    can_dismiss: bool,
}

#[component]
fn MessageBox(message: Message) -> impl IntoView {
    let Message { is_problem, lines, can_clear, can_dismiss } = message;
    let clear = can_clear.then_some(Command::Clear);
    let dismiss = can_dismiss.then_some(Command::Dismiss);
    let buttons = clear.into_iter().chain(dismiss).map(|command| view! { <MessageButton command /> });
    view! {
        <div
            class="message"
            data-problem=flag(is_problem)
            data-none=flag(!is_problem)
            role=is_problem.then(|| "status".to_owned())
        >
            {lines.into_iter().map(|line| view! { <p id=id(is_problem)>{line}</p> }).collect::<Vec<_>>()}
            {buttons.collect::<Vec<_>>()}
        </div>
    }
}

/// Clears the filters, or closes the message.
#[component]
fn MessageButton(command: Command) -> impl IntoView {
    let store = use_store();
    let clears = command == Command::Clear;
    let name = store.say(if clears { Phrase::ClearAll } else { Phrase::Dismiss });
    view! {
        <button
            type="button"
            class="plain"
            data-clear=flag(clears)
            data-dismiss=flag(!clears)
            on:click=move |_| store.clear(command.clone())
        >
            {name}
        </button>
    }
}

/// What is wrong may describe the field that it is about.
fn id(is_problem: bool) -> Option<&'static str> {
    is_problem.then_some(ids::PROBLEM)
}

impl Store {
    /// Clears the filters or closes a message. Its button has gone, or will in the next frame, and focus with it: it
    /// goes on at the heading above the tools.
    pub fn clear(self, command: Command) {
        self.dispatch(command);
        request_animation_frame(move || {
            request_animation_frame(move || {
                if element::has_no_focus() {
                    element::by_id(ids::DECADE_TITLE).iter().for_each(element::focus_on);
                }
            });
        });
    }
}

fn messages(model: &Model, session: &Session, excluded: Option<usize>, count: usize) -> Vec<Message> {
    let mut messages = Vec::new();
    if let Some(text) = problem(model, session, excluded) {
        let (can_clear, can_dismiss) = (!session.filters.is_empty(), session.problem.is_some());
        messages.push(Message { is_problem: true, lines: vec![text], can_clear, can_dismiss });
    }
    if count == 0 {
        let lines = [Phrase::NoneFound].into_iter().chain(advice(session)).map(|phrase| model.say(phrase));
        messages.push(Message { is_problem: false, lines: lines.collect(), can_clear: true, can_dismiss: false });
    }
    messages
}

/// What to loosen where nothing is found.
fn advice(session: &Session) -> Vec<Phrase> {
    let filters = &session.filters;
    let query = (!filters.text.is_empty()).then_some(Phrase::LoosenQuery);
    let period = (filters.from.is_some() || filters.to.is_some()).then_some(Phrase::LoosenPeriod);
    let mut advice: Vec<_> = query.into_iter().chain(filters.on().map(loosen)).chain(period).collect();
    advice.dedup();
    advice
}

fn problem(model: &Model, session: &Session, excluded: Option<usize>) -> Option<String> {
    if let Some(problem) = &session.problem {
        return Some(match problem {
            Problem::UnknownFragment(id) => model.fill(Phrase::UnknownFragment, &[("id", id)]),
            Problem::UnknownFilter(id) => model.fill(Phrase::UnknownFilter, &[("id", id)]),
            Problem::NotADate(value) => model.fill(Phrase::PeriodWrong, &[("value", value)]),
            Problem::NewerLink => model.say(Phrase::NewerLink),
            Problem::Other(message) => message.clone(),
        });
    }
    excluded.map(|entry| model.fill(Phrase::ExcludedShown, &[("title", model.title(entry))]))
}
