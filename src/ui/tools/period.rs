//! The period: two fields for dates.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

use crate::i18n::Phrase;
use crate::page::ids;
use crate::session::{Command, Session};
use crate::ui::store::{Store, live, use_store};

/// Both of them.
#[component]
pub fn Period() -> impl IntoView {
    let store = use_store();
    let [from, to] = store.nodes.period;
    view! {
        <fieldset class="period">
            <legend>{store.say(Phrase::FilterPeriod)}</legend>
            <PeriodField
                hook="from"
                label=Phrase::PeriodFrom
                node=from
                command=Command::PeriodFrom
                refused=|session| &session.refused.from
            />
            <PeriodField
                hook="to"
                label=Phrase::PeriodTo
                node=to
                command=Command::PeriodTo
                refused=|session| &session.refused.to
            />
            <p class="hint" id=ids::PERIOD_HINT>{store.say(Phrase::PeriodHint)}</p>
        </fieldset>
    }
}

/// Start or end. Uncontrolled: what is refused stays, to be corrected.
#[component]
fn PeriodField(
    hook: &'static str,
    label: Phrase,
    node: NodeRef<Input>,
    command: fn(String) -> Command,
    refused: fn(&Session) -> &Option<String>,
) -> impl IntoView {
    let store = use_store();
    let change = move |_: ev::Event| {
        let typed = node.get_untracked().map(|field| field.value()).unwrap_or_default();
        store.dispatch(command(typed));
    };
    let is_refused = live(move || store.session.with(|session| refused(session).is_some()));
    let described = live(move || {
        if is_refused.get() { format!("{} {}", ids::PERIOD_HINT, ids::PROBLEM) } else { ids::PERIOD_HINT.to_owned() }
    });
    view! {
        <label>
            <span>{store.say(label)}</span>
            " "
            <input
                type="text"
                data-period=hook
                autocomplete="off"
                inputmode="numeric"
                maxlength="20"
                aria-describedby=described
                aria-invalid=live(move || is_refused.get().then(|| "true".to_owned()))
                disabled=store.waiting
                node_ref=node
                on:change=change
            />
        </label>
    }
}

impl Store {
    /// Writes the filters into the fields, where they came from the address or were cleared; what is no date stays.
    pub fn fill_fields(self) {
        let values = self.session.with_untracked(|session| {
            let [from, to] = session.period();
            [session.filters.text.clone(), from, to]
        });
        let [from, to] = self.nodes.period;
        for (field, value) in [self.nodes.search, from, to].into_iter().zip(values) {
            if let Some(field) = field.get_untracked().filter(|field| field.value() != value) {
                field.set_value(&value);
            }
        }
    }
}
