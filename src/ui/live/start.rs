//! The page comes alive: it hydrates what was prerendered.

use leptos::prelude::*;

use super::state::Live;
use super::{events, filters, navigate, overview, pointer, theme};
use crate::browser;
use crate::content::{Bundle, Fields, Log, ReadError, SearchIndex, Timeline};
use crate::html::Edition;
use crate::i18n::{DateWords, Phrases, Words};
use crate::session::Command;
use crate::ui::{Model, Page, frieze};

/// What of an article is searched: title, summary, regions, and the names of its sources.
const SEARCHED: &str = "h4, .summary, .regions, [data-source], .publisher";

/// Starts the page. Anything that goes wrong leaves the prerendered text as it is and says so.
pub fn start() {
    let Some(marks) = browser::element("[data-marks]") else { return };
    let root = browser::attribute("#app", "data-root").unwrap_or_default();
    let bundle = browser::text_of("#frise-bundle").unwrap_or_default();
    let words = browser::text_of("#frise-words").unwrap_or_default();
    match model(&bundle, &words, root) {
        Ok(model) => {
            let view = move || {
                let page = Page::new(model);
                // After the view exists, not while it is made: nothing rendered depends on the browser.
                Effect::new(move |ran: Option<()>| {
                    if ran.is_none() {
                        untrack(|| install(Live::new(page)));
                    }
                });
                frieze::marks(page)
            };
            leptos::mount::hydrate_from(marks, view).forget();
        }
        Err(reason) => browser::fail(&reason),
    }
}

/// Starts everything. Called once, after the page was hydrated.
fn install(live: Live) {
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

fn model(bundle: &str, words: &str, root: String) -> Result<Model, String> {
    let bundle = Bundle::from_json(bundle).map_err(|error| error.to_string())?;
    let words = read_words(words).map_err(|error| error.to_string())?;
    let timeline = Timeline::new(bundle).map_err(|error| error.to_string())?;
    // The texts to search are those on the page.
    let texts = timeline.entries.iter().map(|entry| browser::texts_of(&format!("#{} :is({SEARCHED})", entry.id)));
    let search = SearchIndex::of_texts(texts);
    Ok(Model::new(Edition { timeline, words, root }, search))
}

/// Reads the interface's words.
fn read_words(json: &str) -> Result<Words, ReadError> {
    let log = Log::default();
    let mut fields = Fields::parse(json, &log);
    let mut dates = fields.fields("dates");
    let words = Words {
        lang: fields.string("lang"),
        phrases: Phrases::new(fields.strings("phrases")),
        dates: DateWords {
            months: dates.strings("months"),
            months_short: dates.strings("months_short"),
            forms: dates.strings("forms"),
        },
    };
    log.finish(words)
}
