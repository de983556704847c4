//! The overview: the density of the whole range, the visible window as a slider with two thumbs, and
//! the zoom buttons beside it. In a small window it is all that stays at the top.

use super::model::Model;
use crate::html::Html;
use crate::i18n::Phrase;
use crate::layout::density;
use crate::time::Moment;

/// Parts that the density is counted in.
const BINS: usize = 180;

/// The zoom buttons.
pub fn zoom_buttons(model: &Model) -> String {
    let mut html = Html::default();
    for (name, phrase, shape) in [
        ("out", Phrase::ZoomOut, "M3 8h10"),
        ("in", Phrase::ZoomIn, "M3 8h10M8 3v10"),
        ("all", Phrase::ZoomAll, "M1.5 8h13M4.5 5l-3 3 3 3M11.5 5l3 3-3 3"),
    ] {
        html.start("button").attr("type", "button").attr("class", "icon-button").attr("data-zoom", name);
        named(model, &mut html, phrase);
        html.icon(shape).close();
    }
    html.start("button").attr("type", "button").attr("class", "icon-button").attr("popovertarget", "keys");
    named(model, &mut html, Phrase::FriezeKeys);
    html.icon("M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.6v.2");
    html.finish()
}

/// Name, tip and state of a button that waits for the script.
fn named(model: &Model, html: &mut Html, phrase: Phrase) {
    html.attr("aria-label", model.say(phrase)).attr("title", model.say(phrase)).attr("disabled", "");
}

/// The button that unfolds the frieze in a small window, and the strip.
pub fn overview(model: &Model) -> String {
    let mut html = Html::default();
    html.start("button").attr("type", "button").attr("class", "icon-button fold needs-script").attr("data-fold", "");
    html.attr("aria-expanded", "false");
    named(model, &mut html, Phrase::FriezeOpen);
    html.icon("M3.5 6l4.5 4.5L12.5 6").close();
    html.start("div").attr("class", "overview").attr("data-overview", "").attr("role", "group");
    html.attr("aria-label", model.say(Phrase::OverviewLabel));
    html.start("div").attr("class", "strip").attr("style", "--start:0;--span:1");
    strip(model, &mut html);
    html.start("div").attr("class", "window").close();
    for (end, phrase, value) in [("from", Phrase::OverviewFrom, "0"), ("to", Phrase::OverviewTo, "1000")] {
        html.start("div").attr("class", "thumb needs-script").attr("data-thumb", end).attr("role", "slider");
        html.attr("aria-label", model.say(phrase)).attr("aria-orientation", "horizontal").attr("aria-valuemin", "0");
        html.attr("aria-valuemax", "1000").attr("aria-valuenow", value).attr("aria-disabled", "true").close();
    }
    html.close();
    let year = |moment: Moment| model.edition.words.dates.year(moment.civil().year);
    html.start("p").attr("class", "strip-ends").attr("aria-hidden", "true");
    html.start("span").text(&year(model.scale.start())).close();
    html.start("span").text(&year(Moment(model.scale.end().0 - 1)));
    html.finish()
}

/// A path for every lane: a bar for every part that has entries, higher the more it has.
fn strip(model: &Model, html: &mut Html) {
    let lanes = &model.timeline().site.lanes;
    html.start("svg").attr("viewBox", &format!("0 0 {BINS} {}", lanes.len() * 10)).attr("preserveAspectRatio", "none");
    html.attr("aria-hidden", "true");
    let counts = |lane: usize| {
        let of_lane = model.subjects.iter().filter(|subject| subject.lane == lane);
        density(of_lane.map(|subject| (subject.start, subject.span)), BINS)
    };
    let counts: Vec<_> = (0..lanes.len()).map(counts).collect();
    // Seven steps of height, from the fewest that any part has to the most.
    let least = counts.iter().flatten().copied().filter(|count| *count > 0).min().unwrap_or(1);
    let most = counts.iter().flatten().copied().max().unwrap_or(1);
    let step = |count: u32| (7 * (count - least)).checked_div(most - least).unwrap_or(3);
    for ((lane, words), counts) in lanes.iter().enumerate().zip(&counts) {
        let mut path = String::new();
        for (at, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let height = (2 + step(count)) as usize;
            path.push_str(&format!("M{at} {}h1v{height}h-1z", lane * 10 + (10 - height) / 2));
        }
        html.start("path").attr("data-hue", &words.hue).attr("d", &path).close();
    }
    html.close();
}
