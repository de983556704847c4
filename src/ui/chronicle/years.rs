//! Years with their articles.

use leptos::prelude::*;

use super::article::Article;
use crate::page::ids;
use crate::ui::store::{live, use_store};

/// Years with all entries.
#[component]
pub fn AllYears() -> impl IntoView {
    let all = use_store().model().outline.entries.len();
    view! { <Years entries=(0..all).collect() /> }
}

/// Years with some entries, which are in the chronicle's order.
#[component]
pub fn Years(entries: Vec<usize>) -> impl IntoView {
    let years = use_store().model().outline.years(entries.into_iter()).into_iter();
    years.map(|(year, entries)| view! { <Year year entries /> }).collect::<Vec<_>>()
}

/// A year with its articles; hidden once all of them are.
#[component]
fn Year(year: i64, entries: Vec<usize>) -> impl IntoView {
    let store = use_store();
    let all = entries.clone();
    let hidden = live(move || store.shown.with(|shown| !all.iter().any(|&at| shown.get(at) == Some(&true))));
    view! {
        <section class="year" aria-labelledby=ids::year(year) hidden=hidden>
            <h3 id=ids::year(year)>{store.model().words.dates.year(year)}</h3>
            <div class="entries">
                {entries.into_iter().map(|entry| view! { <Article entry /> }).collect::<Vec<_>>()}
            </div>
        </section>
    }
}
