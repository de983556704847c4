//! Another timeline in place of the page's own: `?timeline=PATH` names a file of this site.
//!
//! This is a program of its own (`src/bin/other.rs`), so that whoever reads the page itself does not pay
//! for it: it can write every part of the page, where the page's program only enlivens what is written.

mod load;
mod pages;

use leptos::prelude::*;

use super::start::{install, once, start_with};
use super::state::Live;
use crate::browser;
use crate::html::chronicle;
use crate::session::{Problem, parameter};
use crate::ui::{Model, Page, document, marks};

/// More entries than these are shown in the chronicle some at a time.
const LARGE: usize = 400;

/// Reads the file that the address names and shows it; the page stays as it is until then. Where the file
/// cannot be shown the page's own timeline starts, and says why.
pub fn start() {
    let query = browser::query();
    let Some((kept, path)) = parameter(&query, "timeline") else { return start_with(|_| {}) };
    browser::spawn(async move {
        match load::load(&path).await {
            Ok(model) => show(model, kept),
            Err(message) => start_with(move |live| {
                live.kept_query.set_value(kept.clone());
                live.page.session.update(|session| session.problem = Some(Problem::Other(message.clone())));
                // It stands above the frieze, where a reader who asked for another page would not look.
                browser::next_frame(|| {
                    browser::bring_into_view("[data-problem]");
                });
            }),
        }
    });
}

/// Writes the page anew for another timeline.
fn show(model: Model, kept: String) {
    let owner = Owner::new();
    owner.set();
    let page = Page::new(model);
    let model = page.model();
    let large = model.timeline().entries.len() > LARGE;
    let text = if large { String::new() } else { chronicle(&model.edition) };
    browser::set_html("#app", &document(page, "", &text));
    browser::set_title(model.timeline().site.title.as_str());
    let Some(place) = browser::element("[data-marks]") else { return };
    let view = move || {
        let kept = kept.clone();
        once(move || {
            let live = Live::new(page);
            live.kept_query.set_value(kept.clone());
            if large {
                pages::install(live);
            }
            install(live);
        });
        marks(page)
    };
    leptos::mount::mount_to(place, view).forget();
    // What it owns lives as long as the page.
    std::mem::forget(owner);
}
