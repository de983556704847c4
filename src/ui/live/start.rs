//! The page comes alive: it hydrates what was prerendered, or fetches and mounts where nothing was.

use leptos::mount;
use leptos::prelude::*;

use super::state::Live;
use super::{events, filters, frieze, navigate, overview, pointer, theme};
use crate::browser;
use crate::content::{Bundle, Fields, ReadError, Timeline};
use crate::i18n::{DateWords, Phrases, Words};
use crate::session::Command;
use crate::ui::{Model, Page, app};

/// Where the app lives in the page.
const APP: &str = "#app";

/// Starts the page. Anything that goes wrong leaves the prerendered text as it is and says so.
pub fn start() {
    let embedded = browser::text_of("#frise-bundle").zip(browser::text_of("#frise-words"));
    let root = browser::element(APP).and_then(|app| app.get_attribute("data-root")).unwrap_or_default();
    match embedded {
        Some((bundle, words)) => run(model(&bundle, &words, root), true),
        None => leptos::task::spawn_local(async {
            run(fetch().await, false);
        }),
    }
}

fn run(model: Result<Model, String>, prerendered: bool) {
    let (Some(parent), model) = (browser::element(APP), model) else { return };
    let model = match model {
        Ok(model) => model,
        Err(reason) => {
            browser::log(&reason);
            browser::fail();
            return;
        }
    };
    let view = move || {
        let page = Page::new(model, prerendered);
        // After the view exists, not while it is made: nothing rendered depends on the browser.
        Effect::new(move |ran: Option<()>| {
            if ran.is_none() {
                untrack(|| install(Live::new(page)));
            }
        });
        app(page)
    };
    if prerendered {
        mount::hydrate_from(parent, view).forget();
    } else {
        mount::mount_to(parent, view).forget();
    }
}

/// Starts everything. Called once, after the page was hydrated or mounted.
fn install(live: Live) {
    theme::restore();
    browser::enable(".needs-script");
    filters::install(live);
    filters::install_list(live);
    frieze::install(live);
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
    Ok(Model::new(timeline, words, root))
}

/// Without a prerendered page (plain `trunk serve`): the language is the last folder of the path, if
/// there is one, else the page's own.
async fn fetch() -> Result<Model, String> {
    let path = browser::path();
    let folder = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let in_folder = !folder.is_empty() && !folder.contains('.');
    let (lang, root) = if in_folder { (folder.to_owned(), "../") } else { (browser::page_language(), "") };
    let bundle = browser::text(&format!("{root}bundle/{lang}.json")).await?;
    let words = browser::text(&format!("{root}words/{lang}.json")).await?;
    model(&bundle, &words, root.to_owned())
}

/// Reads the interface's words.
fn read_words(json: &str) -> Result<Words, ReadError> {
    let mut fields = Fields::parse(json)?;
    let mut dates = fields.fields("dates")?;
    Ok(Words {
        lang: fields.string("lang")?,
        phrases: Phrases::new(fields.strings("phrases")?),
        dates: DateWords {
            months: dates.strings("months")?,
            months_short: dates.strings("months_short")?,
            forms: dates.strings("forms")?,
        },
    })
}
