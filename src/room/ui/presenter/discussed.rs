//! Which questions were discussed: remembered on this device for all pages of the site's folder, and shown in the page.

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::lectern::Lectern;
use super::reading;
use crate::browser;
use crate::i18n::Phrase;
use crate::page::ids;
use crate::room::broken;
use crate::room::model::Discussed;
use crate::room::ui::hooks::live;
use crate::room::ui::page;

/// Marks were kept under this name before each folder of a host had its own. It stays, for the other folders.
const FORMER: &str = "frise.discussed";

/// The name that marks are remembered by: pages of one site share them in all languages, as they do notes; two sites
/// of one host do not.
fn key() -> String {
    let root = browser::by_id(ids::APP).and_then(|app| app.get_attribute("data-root"));
    format!("{FORMER} {}", browser::folder(&root.unwrap_or_default()))
}

/// The marks that the device remembers; the former ones are read once.
pub fn remembered() -> Discussed {
    stored().unwrap_or_else(|| {
        let Some(former) = browser::remembered(FORMER) else { return Discussed::default() };
        let former = Discussed::from_former(&former);
        browser::remember(&key(), Some(&former.to_text()));
        former
    })
}

fn stored() -> Option<Discussed> {
    browser::remembered(&key()).map(|text| Discussed::from_text(&text))
}

impl Lectern {
    /// Marks a question, or takes its mark away.
    pub fn mark(self, question: &str, is_discussed: bool) {
        // Another page may have set others meanwhile. Where nothing can be remembered this page still knows.
        let mut all = stored().unwrap_or_else(|| self.discussed.get_untracked());
        all.set(question, is_discussed);
        browser::remember(&key(), Some(&all.to_text()));
        self.discussed.set(all);
    }
}

/// Shows the marks in the page, also what another page of the site sets or takes away.
pub fn install(lectern: Lectern) {
    for (question, article) in page::articles() {
        let place = reading::provenance(&article).and_then(|below| browser::place_before(&below));
        let Some(place) = place else { continue };
        let is_marked = live(move || lectern.discussed.with(|discussed| discussed.contains(&question)));
        mount_to(place, move || view! { <Mark lectern is_marked/> }).forget();
        Effect::new(move |_| browser::set_flag(&article, "data-discussed", is_marked.get()));
    }
    broken::on_window("storage", move |_| lectern.discussed.set(stored().unwrap_or_default()));
}

/// That a question was discussed, under it in the page.
#[component]
fn Mark(lectern: Lectern, is_marked: Signal<bool>) -> impl IntoView {
    move || {
        is_marked.get().then(|| {
            let words = lectern.words();
            view! { <p class="status discussed">"✓ " {words.phrases.get(Phrase::PresenterDiscussed).to_owned()}</p> }
        })
    }
}
