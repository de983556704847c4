//! The page comes alive: it hydrates what was prerendered.

use leptos::prelude::*;

use super::state::Live;
use super::{events, filters, navigate, overview, pointer, theme};
use crate::browser;
use crate::content::{PageParts, SearchIndex, Timeline};
use crate::html::Edition;
use crate::i18n::Words;
use crate::session::Command;
use crate::ui::{Model, Page, marks};

/// What of an article is searched: title, summary, regions, and the names of its sources.
const SEARCHED: &str = "h4, .summary, .regions, [data-source], .publisher";

/// Starts the page. Anything that goes wrong leaves the prerendered text as it is and says so.
pub fn start() {
    start_with(|_| {});
}

/// Starts the page, and goes on with it once it is alive.
pub fn start_with(then: impl Fn(Live) + 'static) {
    let Some(place) = browser::element("[data-marks]") else { return };
    match model() {
        Ok(model) => {
            let view = move || {
                let page = Page::new(model);
                once(move || {
                    let live = Live::new(page);
                    install(live);
                    then(live);
                });
                marks(page)
            };
            leptos::mount::hydrate_from(place, view).forget();
        }
        Err(reason) => browser::fail(&reason),
    }
}

/// Runs after the view exists, not while it is made: nothing rendered depends on the browser.
pub fn once(run: impl Fn() + 'static) {
    Effect::new(move |ran: Option<()>| {
        if ran.is_none() {
            untrack(&run);
        }
    });
}

/// The way to the folder that holds all languages.
pub fn root() -> String {
    browser::attribute("#app", "data-root").unwrap_or_default()
}

/// Starts everything. Called once, after the page was hydrated.
pub fn install(live: Live) {
    theme::restore();
    browser::enable(".needs-script");
    browser::enable("[data-marks]");
    filters::install(live);
    filters::install_list(live);
    super::frieze::install(live);
    overview::install(live);
    pointer::install(live);
    events::install(live);
    // What was typed before the script ran is kept, and beats the address.
    let typed = browser::input_value(filters::SEARCH).filter(|typed| !typed.is_empty());
    navigate::arrive(live);
    if let Some(typed) = typed {
        live.dispatch(Command::Type(typed));
    }
    browser::next_frame(|| browser::set_root_attribute("data-ready", Some("")));
}

/// The timeline of the page itself: its text is read, and what stands in its attributes.
fn model() -> Result<Model, String> {
    let words = Words::from_text(&browser::text_of("#frise-words").unwrap_or_default());
    let timeline = Timeline::of_page(PageParts {
        lang: words.lang.clone(),
        lanes: browser::rows(
            "[data-lane-filter]",
            [("", "data-lane-filter"), (".mark", "data-hue"), (".mark", "data-shape"), ("", "")],
        ),
        regions: browser::rows("[data-region-filter]", [("", "data-region-filter"), ("", "")]),
        entries: browser::rows(
            "article[data-lane]",
            [
                ("", "id"),
                ("time", "datetime"),
                ("", "data-lane"),
                ("", "data-weight"),
                ("", "data-detail"),
                ("", "data-regions"),
                ("h4", ""),
                ("h4", "lang"),
            ],
        ),
        questions: browser::rows("[data-question]", [("", "data-question")]),
    })?;
    let texts = timeline.entries.iter().map(|entry| browser::texts_of(&format!("#{} :is({SEARCHED})", entry.id)));
    let search = SearchIndex::of_texts(texts);
    Ok(Model::new(Edition::own(timeline, words, root()), search))
}
