//! The filters as the page shows them.

use leptos::prelude::*;

use super::state::{Listed, Live};
use super::{bind, messages};
use crate::browser;
use crate::html::Html;
use crate::i18n::{Phrase, Style};
use crate::session::{Command, Filters};
use crate::time::Date;
use crate::ui::Model;

/// The search field.
pub const SEARCH: &str = "[data-search]";
/// The start of the period.
pub const PERIOD_FROM: &str = "[data-period='from']";
/// The end of the period.
pub const PERIOD_TO: &str = "[data-period='to']";

/// Keeps count, chips, messages and articles in step with the session.
pub fn install(live: Live) {
    let page = live.page;
    let count = Memo::new(move |_| page.count());
    bind::text("[data-count]", move || page.model().count_text(Some(count.get())));
    bind::attribute("[data-count]", "data-count", move || Some(count.get().to_string()));
    bind::attribute("[data-frieze]", "data-shown", move || Some(count.get().to_string()));
    bind::flag(".count [data-clear]", "hidden", move || page.session.with(|session| session.filters.is_empty()));
    bind::text(".filter-summary", move || page.session.with(|session| summary(&page.model(), &session.filters)));
    bind::effect(Box::new(move || {
        let count = count.get();
        page.session.with(|session| browser::set_html(".messages", &messages::messages(&page.model(), session, count)));
    }));
    bind::effect(Box::new(move || {
        let model = page.model();
        let site = &model.timeline().site;
        page.session.with(|session| {
            let Filters { lanes, regions, from, to, .. } = &session.filters;
            press("data-lane-filter", site.lanes.iter().map(|lane| lane.id.as_str()), lanes);
            press("data-region-filter", site.regions.iter().map(|region| region.id.as_str()), regions);
            let active = regions.len() + usize::from(from.is_some()) + usize::from(to.is_some());
            browser::set_text(".badge", &active.to_string());
            browser::set_attribute(".badge", "hidden", (active == 0).then_some(""));
        });
    }));
    if live.turn.with_value(Option::is_some) {
        return;
    }
    bind::effect(Box::new(move || {
        let model = page.model();
        page.shown.with(|shown| {
            for (entry, shown) in model.timeline().entries.iter().zip(shown) {
                browser::set_hidden(&entry.id, !shown);
            }
        });
    }));
}

fn press<'a>(hook: &str, ids: impl Iterator<Item = &'a str>, chosen: &[usize]) {
    for (index, id) in ids.enumerate() {
        let pressed = if chosen.contains(&index) { "true" } else { "false" };
        browser::set_attribute(&format!("[{hook}='{id}']"), "aria-pressed", Some(pressed));
    }
}

/// Which filters are on, in words: for the reader, and for paper.
fn summary(model: &Model, filters: &Filters) -> String {
    let site = &model.timeline().site;
    let mut parts = Vec::new();
    if !filters.text.trim().is_empty() {
        parts.push(model.edition.fill(Phrase::FilterQuery, &[("text", filters.text.trim())]));
    }
    parts.extend(
        filters.lanes.iter().filter_map(|&lane| site.lanes.get(lane)).map(|lane| lane.name.as_str().to_owned()),
    );
    let regions = filters.regions.iter().filter_map(|&region| site.regions.get(region));
    parts.extend(regions.map(|region| region.name.as_str().to_owned()));
    for (label, date) in [(Phrase::PeriodFrom, filters.from), (Phrase::PeriodTo, filters.to)] {
        if let Some(date) = date {
            parts.push(format!("{} {}", model.say(label), model.edition.words.dates.date(date, Style::Long)));
        }
    }
    parts.join(" · ")
}

/// Writes the filters into the fields, where they came from the address or were cleared.
pub fn fill_fields(filters: &Filters) {
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    browser::set_input_value(SEARCH, &filters.text);
    browser::set_input_value(PERIOD_FROM, &date(filters.from));
    browser::set_input_value(PERIOD_TO, &date(filters.to));
}

/// Something was typed into a field; search follows every letter, a date its end.
pub fn typed(live: Live, event: &browser::Event, finished: bool) {
    let period = browser::closest_attribute(event, "[data-period]", "data-period");
    match period.as_deref() {
        Some("from") if finished => {
            live.dispatch(Command::PeriodFrom(browser::input_value(PERIOD_FROM).unwrap_or_default()))
        }
        Some(_) if finished => live.dispatch(Command::PeriodTo(browser::input_value(PERIOD_TO).unwrap_or_default())),
        Some(_) => {}
        None if browser::is_within(event, SEARCH) => {
            live.dispatch(Command::Type(browser::input_value(SEARCH).unwrap_or_default()));
            if finished {
                live.dispatch(Command::CommitText);
            }
        }
        None => {}
    }
}

/// The list of a cluster's entries.
pub fn install_list(live: Live) {
    bind::effect(Box::new(move || {
        let model = live.page.model();
        live.listed.with(|Listed { entries, count }| {
            let title = model.edition.fill(Phrase::ClusterTitle, &[("n", &count.to_string())]);
            browser::set_text("#cluster-title", &title);
            let mut html = Html::default();
            crate::html::entry_links(&model.edition, &mut html, entries);
            model.edition.more_entries(&mut html, count - entries.len());
            browser::set_html("#cluster ul", &html.finish());
        });
    }));
}
