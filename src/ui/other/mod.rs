//! Another timeline in place of the page's own: `?timeline=PATH` names a file of this site.
//!
//! This is a program of its own (`src/bin/other.rs`), so that whoever reads the page itself does not pay for it: it
//! contains the text of every part, which the page's program finds written.

mod load;
mod progress;

use std::sync::Arc;

use leptos::prelude::*;

use super::{App, Store};
use crate::browser::{self, element};
use crate::page::{events, ids};
use crate::session::parameter;
use load::Loaded;

/// Reads the file that the address names and shows it; the page stays as it is until then. Where the file cannot be
/// shown the loader starts the page's own program, which says why.
pub fn start() {
    // For developers: the loader only hears that it broke down.
    std::panic::set_hook(Box::new(|panic| browser::log(&panic.to_string())));
    let Some((_, path)) = parameter(&browser::query(), "timeline") else { return };
    browser::spawn(async move {
        match load::load(&path).await {
            Ok(loaded) => show(loaded),
            Err(message) => {
                browser::ask(events::REFUSED, &message);
            }
        }
    });
}

/// Mounts the page anew, for another timeline.
fn show(loaded: Loaded) {
    let Loaded { model, edition } = loaded;
    let Some(app) = element::by_id(ids::APP) else { return };
    browser::set_title(&model.outline.title);
    app.set_inner_html("");
    let view = move || {
        let store = Store::new(model, 0);
        provide_context(store);
        provide_context(Arc::new(edition));
        Effect::new(move |_| untrack(|| store.come_alive(None)));
        App()
    };
    leptos::mount::mount_to(app, view).forget();
}
