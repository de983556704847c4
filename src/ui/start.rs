//! The page comes alive: what was prerendered is hydrated from one root, then it listens.

use leptos::prelude::*;

use super::embedded::Embedded;
use super::model::Model;
use super::{App, Store};
use crate::browser::{self, element};
use crate::layout::AXES;
use crate::page::ids;

/// Starts the page. Anything that goes wrong leaves the prerendered text as it is and says so.
pub fn start() {
    let (Some(app), Ok(model)) = (element::by_id(ids::APP), model().map_err(|reason| browser::fail(&reason))) else {
        return;
    };
    let picture = take_picture();
    let refused = browser::take_root_attribute("data-refused");
    let view = move || {
        let store = Store::new(model, picture);
        provide_context(store);
        // After the view exists, not while it is made: nothing rendered depends on the browser.
        Effect::new(move |_| untrack(|| store.come_alive(refused.clone())));
        App()
    };
    leptos::mount::hydrate_from(app, view).forget();
}

/// The picture of the frieze that the style sheet has chosen for this window stays, and is the program's from now on; the
/// others go. Where none shows it is the first.
fn take_picture() -> usize {
    let pictures = || (0..AXES.len()).filter_map(|number| Some((number, element::by_id(&ids::frieze(number))?)));
    let taken = pictures().find(|(_, picture)| picture.client_width() > 0).map_or(0, |(number, _)| number);
    pictures().filter(|(number, _)| *number != taken).for_each(|(_, picture)| picture.remove());
    taken
}

/// What the prerender has left for this program.
fn model() -> Result<Model, String> {
    let data = element::by_id(ids::DATA).and_then(|data| data.text_content()).unwrap_or_default();
    Ok(Embedded::read(&data)?.into_model())
}
