//! What there is to say of a session.

use crate::html::Html;
use crate::i18n::Phrase;
use crate::session::{Problem, Session, Target};
use crate::ui::Model;

/// A problem with what to do, an entry shown against the filters,
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
            Problem::Other(message) => message.clone(),
        });
    }
    let Some(Target::Entry(entry)) = session.target else { return None };
    let passing = session.filters.passing(model.timeline(), &model.search);
    let excluded = passing.get(entry).is_some_and(|passes| !passes);
    excluded.then(|| model.edition.fill(Phrase::ExcludedShown, &[("title", model.edition.title(entry))]))
}
