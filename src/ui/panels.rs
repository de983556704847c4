//! Messages, announcements, the list of keys, and the list of a cluster.

use super::model::Model;
use crate::html::{Html, keys};
use crate::i18n::Phrase;
use crate::session::{Problem, Session, Target};

/// What lies over the page, empty or closed.
pub fn panels(model: &Model) -> String {
    let mut html = Html::default();
    html.start("p").attr("class", "visually-hidden").attr("data-live", "").attr("aria-live", "polite").close();
    for (id, title) in [("keys", "keys-title"), ("cluster", "cluster-title")] {
        html.start("div").attr("id", id).attr("class", "panel").attr("popover", "auto").attr("role", "dialog");
        html.attr("aria-labelledby", title);
        if id == "keys" {
            keys(&model.edition, &mut html);
        } else {
            html.start("h2").attr("id", title).close().start("ul").attr("class", "entry-list").close();
            html.start("button").attr("type", "button").attr("class", "plain").attr("popovertarget", id);
            html.text(model.say(Phrase::KeysClose)).close();
        }
        html.close();
    }
    html.finish()
}

/// What there is to say of a session: a problem with what to do, an entry shown against the filters,
/// or nothing found with what to loosen. Empty where all is well.
pub fn messages(model: &Model, session: &Session, count: usize) -> String {
    let mut html = Html::default();
    if let Some(message) = problem(model, session) {
        html.start("div").attr("class", "message").attr("data-problem", "").attr("role", "status");
        html.start("p").text(&message).close();
        if !session.filters.is_empty() {
            button(&mut html, "data-clear", model.say(Phrase::ClearAll));
        }
        if session.problem.is_some() {
            button(&mut html, "data-dismiss", model.say(Phrase::Dismiss));
        }
        html.close();
    }
    if count == 0 {
        let filters = &session.filters;
        html.start("div").attr("class", "message").attr("data-none", "");
        html.start("p").start("strong").text(model.say(Phrase::NoneFound)).close().close();
        for (applies, advice) in [
            (!filters.text.is_empty(), Phrase::LoosenQuery),
            (!filters.lanes.is_empty(), Phrase::LoosenLane),
            (!filters.regions.is_empty(), Phrase::LoosenRegion),
            (filters.from.is_some() || filters.to.is_some(), Phrase::LoosenPeriod),
        ] {
            if applies {
                html.start("p").text(model.say(advice)).close();
            }
        }
        button(&mut html, "data-clear", model.say(Phrase::ClearAll));
    }
    html.finish()
}

fn button(html: &mut Html, hook: &str, text: &str) {
    html.start("button").attr("type", "button").attr("class", "plain").attr(hook, "").text(text).close();
}

fn problem(model: &Model, session: &Session) -> Option<String> {
    if let Some(problem) = &session.problem {
        return Some(match problem {
            Problem::UnknownFragment(id) => model.edition.fill(Phrase::UnknownFragment, &[("id", id)]),
            Problem::UnknownFilter(id) => model.edition.fill(Phrase::UnknownFilter, &[("id", id)]),
            Problem::NotADate(value) => model.edition.fill(Phrase::PeriodWrong, &[("value", value)]),
            Problem::NewerLink => model.say(Phrase::NewerLink).to_owned(),
        });
    }
    let Some(Target::Entry(entry)) = session.target else { return None };
    let passing = session.filters.passing(model.timeline(), &model.search);
    let excluded = passing.get(entry).is_some_and(|passes| !passes);
    excluded.then(|| model.edition.fill(Phrase::ExcludedShown, &[("title", model.edition.title(entry))]))
}
