//! Finding: search, lanes, regions, period, and what they leave.

use leptos::prelude::*;

use super::page::Page;
use super::view::mark;
use crate::browser;
use crate::i18n::Phrase;
use crate::session::{Command, Filters};
use crate::time::{Date, Edtf};

/// The search field.
pub const SEARCH: &str = "[data-search]";
/// The start of the period.
pub const PERIOD_FROM: &str = "[data-period='from']";
/// The end of the period.
pub const PERIOD_TO: &str = "[data-period='to']";

/// The tools above the frieze.
pub fn tools(page: Page) -> impl IntoView {
    let model = page.model();
    let disabled = move || !page.interactive.get();
    let lanes = model.timeline().site.lanes.iter().enumerate().map(|(index, lane)| {
        let pressed = move || page.session.with(|session| session.filters.lanes.contains(&index).to_string());
        let (id, description) = (lane.id.clone(), lane.description.as_str().to_owned());
        view! {
            <button type="button" class="chip" data-lane-filter=id aria-pressed=pressed disabled=disabled title=description
                on:click=move |_| page.dispatch(Command::ToggleLane(index))>
                {mark(&model, index)} {lane.name.as_str().to_owned()}
            </button>
        }
    });
    view! {
        <div class="tools">
            <h2 id="decade-title">{model.phrase(Phrase::PartDecade)}</h2>
            <form class="search" role="search" method="get" action="" on:submit=move |event| {
                event.prevent_default();
                page.dispatch(Command::CommitText);
            }>
                <input type="search" name="q" data-search="" autocomplete="off" spellcheck="false"
                    aria-label=model.phrase(Phrase::SearchLabel) placeholder=model.phrase(Phrase::SearchHint)
                    on:input=move |event| page.dispatch(Command::Type(event_target_value(&event)))
                    on:blur=move |_| page.dispatch(Command::CommitText) />
            </form>
            <div class="chips lanes needs-script" role="group" aria-label=model.phrase(Phrase::FilterLanes)>
                {lanes.collect_view()}
            </div>
            {more(page)}
            <p class="count">
                <span data-count=move || page.count().to_string()>{move || page.count_text()}</span>
                <button type="button" class="plain needs-script" data-clear="" on:click=move |_| page.dispatch(Command::Clear)
                    hidden=move || page.session.with(|session| session.filters.is_empty())>
                    {model.phrase(Phrase::ClearAll)}
                </button>
            </p>
        </div>
    }
}

/// Regions and period, behind a disclosure.
fn more(page: Page) -> impl IntoView {
    let model = page.model();
    let disabled = move || !page.interactive.get();
    let regions = model.timeline().site.regions.iter().enumerate().map(|(index, region)| {
        let pressed = move || page.session.with(|session| session.filters.regions.contains(&index).to_string());
        let id = region.id.clone();
        view! {
            <button type="button" class="chip" data-region-filter=id aria-pressed=pressed disabled=disabled
                on:click=move |_| page.dispatch(Command::ToggleRegion(index))>{region.name.as_str().to_owned()}</button>
        }
    });
    let active = move || {
        page.session.with(|session| {
            let Filters { regions, from, to, .. } = &session.filters;
            regions.len() + usize::from(from.is_some()) + usize::from(to.is_some())
        })
    };
    view! {
        <details class="more needs-script">
            <summary>{model.phrase(Phrase::FilterMore)}
                <span class="badge" hidden=move || active() == 0>{move || active().to_string()}</span>
            </summary>
            <div class="more-filters">
                <div class="chips" role="group" aria-label=model.phrase(Phrase::FilterRegions)>{regions.collect_view()}</div>
                <fieldset class="period">
                    <legend>{model.phrase(Phrase::FilterPeriod)}</legend>
                    {period_field(page, "from", Phrase::PeriodFrom, Command::PeriodFrom)}
                    {period_field(page, "to", Phrase::PeriodTo, Command::PeriodTo)}
                    <p class="hint" id="period-hint">{model.phrase(Phrase::PeriodHint)}</p>
                </fieldset>
            </div>
        </details>
    }
}

fn period_field(page: Page, end: &'static str, label: Phrase, command: fn(Option<Date>) -> Command) -> impl IntoView {
    let model = page.model();
    let wrong = RwSignal::new(String::new());
    let read = move |typed: String| {
        let typed = typed.trim();
        match Edtf::parse(typed) {
            _ if typed.is_empty() => {
                wrong.set(String::new());
                page.dispatch(command(None));
            }
            Ok(Edtf::Single(date)) => {
                wrong.set(String::new());
                page.dispatch(command(Some(date)));
            }
            Ok(Edtf::Interval(..)) | Err(_) => {
                wrong.set(page.model().edition.fill(Phrase::PeriodWrong, &[("value", typed)]))
            }
        }
    };
    view! {
        <label>
            <span>{model.phrase(label)}</span>
            <input type="text" data-period=end inputmode="numeric" autocomplete="off" size="10" maxlength="20"
                aria-describedby="period-hint" disabled=move || !page.interactive.get()
                aria-invalid=move || (!wrong.with(String::is_empty)).then_some("true")
                on:change=move |event| read(event_target_value(&event)) />
            <span class="wrong" role="alert">{move || wrong.get()}</span>
        </label>
    }
}

/// Writes the filters into the fields, where they came from the address or were cleared.
pub fn fill_fields(filters: &Filters) {
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    browser::set_input_value(SEARCH, &filters.text);
    browser::set_input_value(PERIOD_FROM, &date(filters.from));
    browser::set_input_value(PERIOD_TO, &date(filters.to));
}
