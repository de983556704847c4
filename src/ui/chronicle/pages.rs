//! The chronicle of a large file: one page of articles around the one that is read.

use leptos::either::Either;
use leptos::prelude::*;

use super::years::{AllYears, Years};
use crate::browser::element;
use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::store::{Store, live, use_store};

/// More entries than these are shown some at a time.
const LARGE: usize = 400;
/// Articles on a page.
const PAGE: usize = 50;

/// All entries, or the part of them that is on the page.
#[component]
pub fn Pages() -> impl IntoView {
    let store = use_store();
    if store.is_large() { Either::Left(view! { <Paged /> }) } else { Either::Right(view! { <AllYears /> }) }
}

#[component]
fn Paged() -> impl IntoView {
    let store = use_store();
    let entries = Memo::new(move |_| store.page());
    view! {
        <p class="page-printed">{live(move || store.say_page(Phrase::PagePrinted))}</p>
        <PageButtons />
        {move || view! { <Years entries=entries.get() /> }}
        <PageButtons />
    }
}

/// Earlier, later, and where one is.
#[component]
fn PageButtons() -> impl IntoView {
    let store = use_store();
    view! {
        <div class="pages">
            <PageButton hook="earlier" phrase=Phrase::PageEarlier to=Store::earlier />
            <span data-page-of="">{live(move || store.say_page(Phrase::PageOf))}</span>
            <PageButton hook="later" phrase=Phrase::PageLater to=Store::later />
        </div>
    }
}

#[component]
fn PageButton(hook: &'static str, phrase: Phrase, to: fn(Store) -> Option<usize>) -> impl IntoView {
    let store = use_store();
    let disabled = live(move || to(store).is_none().then(|| "true".to_owned()));
    view! {
        <button
            type="button"
            class="chip"
            data-page=hook
            aria-disabled=disabled
            on:click=move |_| {
                untrack(|| to(store)).into_iter().for_each(|first| store.turn(first));
            }
        >
            {store.say(phrase)}
        </button>
    }
}

impl Store {
    /// Shows the page around an entry, unless it is there already.
    pub fn turn_to(self, entry: usize) {
        let at = untrack(|| self.shown_entries().binary_search(&entry));
        let (first, end) = untrack(|| self.range());
        if let (true, Ok(at)) = (self.is_large(), at)
            && !(first..end).contains(&at)
        {
            self.first.set(at.saturating_sub(PAGE / 2));
        }
    }

    fn is_large(self) -> bool {
        self.model().outline.entries.len() > LARGE
    }

    /// The entries that are shown, in the chronicle's order.
    fn shown_entries(self) -> Vec<usize> {
        self.shown.with(|shown| (0..shown.len()).filter(|&at| shown.get(at) == Some(&true)).collect())
    }

    /// Which of them are on the page. A filter may have left fewer than there were.
    fn range(self) -> (usize, usize) {
        let (count, first) = (self.count(), self.first.get());
        let first = if first < count { first } else { 0 };
        (first, (first + PAGE).min(count))
    }

    fn page(self) -> Vec<usize> {
        let (first, end) = self.range();
        self.shown_entries().get(first..end).unwrap_or_default().to_vec()
    }

    fn earlier(self) -> Option<usize> {
        self.range().0.checked_sub(1).map(|last| (last + 1).saturating_sub(PAGE))
    }

    fn later(self) -> Option<usize> {
        Some(self.range().0 + PAGE).filter(|next| *next < self.count())
    }

    /// Shows another page from its beginning: the reader asked for it.
    fn turn(self, first: usize) {
        self.first.set(first);
        let top = untrack(|| self.page())
            .first()
            .and_then(|&entry| self.model().outline.entries.get(entry).map(|entry| entry.id.clone()));
        let Some(id) = top else { return };
        request_animation_frame(move || {
            element::by_id(&ids::title(&id)).iter().for_each(element::focus_on);
            element::by_id(&id).into_iter().for_each(|part| element::lead_to(&part));
            self.announce(untrack(|| self.say_page(Phrase::PageOf)));
        });
    }

    /// A phrase with the page's numbers.
    fn say_page(self, phrase: Phrase) -> String {
        let (first, end) = self.range();
        let [from, to, n] = [(first + 1).min(end), end, self.count()].map(|n| n.to_string());
        self.model().fill(phrase, &[("from", &from), ("to", &to), ("n", &n)])
    }
}
