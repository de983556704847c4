//! The tools above the frieze: search, lanes, regions, period, and what they leave.

use super::model::Model;
use crate::html::Html;
use crate::i18n::Phrase;

/// The tools as they stand before anything is filtered.
pub fn tools(model: &Model) -> String {
    let mut html = Html::default();
    html.start("h2").attr("id", "decade-title").text(model.say(Phrase::PartDecade)).close();
    // A real form: without script, or before it runs, Enter keeps what was typed in the address.
    html.start("form").attr("class", "search").attr("role", "search").attr("method", "get").attr("action", "");
    html.start("input").attr("type", "search").attr("name", "q").attr("data-search", "").attr("autocomplete", "off");
    html.attr("spellcheck", "false").attr("aria-label", model.say(Phrase::SearchLabel));
    html.attr("placeholder", model.say(Phrase::SearchHint)).void().close();
    html.start("div").attr("class", "chips lanes needs-script").attr("role", "group");
    html.attr("aria-label", model.say(Phrase::FilterLanes));
    for (index, lane) in model.timeline().site.lanes.iter().enumerate() {
        chip(&mut html, "data-lane-filter", &lane.id);
        html.attr("title", lane.description.as_str());
        model.edition.mark(&mut html, index);
        html.text(" ").text(lane.name.as_str()).close();
    }
    html.close();
    more(model, &mut html);
    html.start("p").attr("class", "count").start("span");
    html.attr("data-count", &model.timeline().entries.len().to_string()).text(&model.count_text(None)).close();
    html.start("span").attr("class", "filter-summary").close();
    html.start("button").attr("type", "button").attr("class", "plain").attr("data-clear", "").attr("hidden", "");
    html.text(model.say(Phrase::ClearAll));
    html.finish()
}

/// Starts a button that is pressed or not.
fn chip(html: &mut Html, hook: &str, id: &str) {
    html.start("button").attr("type", "button").attr("class", "chip").attr(hook, id);
    html.attr("aria-pressed", "false").attr("disabled", "");
}

/// Regions and period, behind a disclosure.
fn more(model: &Model, html: &mut Html) {
    html.start("details").attr("class", "more needs-script").start("summary").text(model.say(Phrase::FilterMore));
    html.text(" ").start("span").attr("class", "badge").attr("hidden", "").close().close();
    html.start("div").attr("class", "more-filters");
    html.start("div").attr("class", "chips").attr("role", "group").attr("aria-label", model.say(Phrase::FilterRegions));
    for region in &model.timeline().site.regions {
        chip(html, "data-region-filter", &region.id);
        html.text(region.name.as_str()).close();
    }
    html.close();
    html.start("fieldset").attr("class", "period").start("legend").text(model.say(Phrase::FilterPeriod)).close();
    for (end, label) in [("from", Phrase::PeriodFrom), ("to", Phrase::PeriodTo)] {
        html.start("label").start("span").text(model.say(label)).close().text(" ");
        html.start("input").attr("type", "text").attr("data-period", end).attr("autocomplete", "off");
        html.attr("inputmode", "numeric").attr("maxlength", "20").attr("aria-describedby", "period-hint");
        html.attr("disabled", "").void().close();
    }
    html.start("p").attr("class", "hint").attr("id", "period-hint").text(model.say(Phrase::PeriodHint)).close();
    html.start("p").attr("class", "wrong").attr("role", "alert").close();
    html.close().close().close();
}
