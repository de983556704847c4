//! The overview alive: window, thumbs, zoom buttons, and the fold of small windows.

use leptos::prelude::*;

use super::bind;
use super::state::Live;
use crate::browser;
use crate::i18n::{Phrase, Style};
use crate::layout::within;
use crate::time::{Date, Moment, Precision};
use crate::ui::frieze::stretch;

/// Keeps strip, thumbs and buttons in step with the viewport.
pub fn install(live: Live) {
    let page = live.page;
    browser::set_attribute(".thumb", "tabindex", Some("0"));
    browser::set_attribute(".thumb", "aria-disabled", None);
    bind::effect(Box::new(move || {
        let viewport = page.viewport.get();
        let (from, to) = viewport.window();
        browser::set_attribute(".strip", "style", Some(&stretch((from, to - from))));
        for (selector, at, end) in [("[data-thumb='from']", from, false), ("[data-thumb='to']", to, true)] {
            browser::set_attribute(selector, "aria-valuenow", Some(&((at * 1_000.0).round() as u32).to_string()));
            browser::set_attribute(selector, "aria-valuetext", Some(&date_at(live, at, end)));
        }
        let disabled = |disabled: bool| disabled.then_some("");
        browser::set_attribute("[data-zoom='out'], [data-zoom='all']", "disabled", disabled(viewport.is_whole()));
        browser::set_attribute("[data-zoom='in']", "disabled", disabled(viewport.is_deepest()));
    }));
    bind::effect(Box::new(move || {
        let unfolded = page.unfolded.get();
        let model = page.model();
        let name = model.say(if unfolded { Phrase::FriezeClose } else { Phrase::FriezeOpen });
        browser::set_attribute(".frieze", "data-unfolded", unfolded.then_some("true"));
        browser::set_attribute("[data-fold]", "aria-expanded", Some(if unfolded { "true" } else { "false" }));
        browser::set_attribute("[data-fold]", "aria-label", Some(name));
        browser::set_attribute("[data-fold]", "title", Some(name));
    }));
}

/// The day at a fraction of the axis, in words.
fn date_at(live: Live, at: f64, end: bool) -> String {
    let model = live.page.model();
    let civil = Moment(model.scale.moment(at).0 - i64::from(end)).civil();
    Date::new(civil, Precision::Day).map(|date| model.edition.words.dates.date(date, Style::Long)).unwrap_or_default()
}

/// Moves one edge of the window; the other stays.
pub fn move_edge(live: Live, end: bool, to: f64) {
    live.page.repack.set(true);
    live.page.viewport.update(|viewport| {
        let (from, until) = viewport.window();
        let to = within(to, 0.0, 1.0);
        *viewport = if end { viewport.showing(from, to.max(from)) } else { viewport.showing(to.min(until), until) };
    });
}

/// A key was pressed on a thumb. True if it moves it.
pub fn key(live: Live, thumb: &str, name: &str) -> bool {
    let end = thumb == "to";
    let (from, to) = live.page.viewport.with_untracked(|viewport| viewport.window());
    let at = if end { to } else { from };
    let forwards = if browser::is_right_to_left() { -1.0 } else { 1.0 };
    let step = ((to - from) / 10.0).max(0.000_1);
    let target = match name {
        "ArrowRight" => at + step * forwards,
        "ArrowLeft" => at - step * forwards,
        "ArrowUp" => at + step,
        "ArrowDown" => at - step,
        "PageUp" => at + (to - from),
        "PageDown" => at - (to - from),
        "Home" => 0.0,
        "End" => 1.0,
        _ => return false,
    };
    move_edge(live, end, target);
    true
}
