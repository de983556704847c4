//! The pages as text, for the prerender.

use std::sync::Arc;

use leptos::prelude::*;

use super::frieze::Nav;
use super::sources::SourcesPage;
use super::{App, Edition, Model, Store};
use crate::content::{Outline, SearchIndex, Timeline};
use crate::i18n::Words;
use crate::layout::AXES;
use crate::page::{SOURCES_FOLDER, ids};

/// The pages of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The timeline; the list of sources is a page of its own.
    Timeline,
    /// The list of sources, which needs no program.
    Sources,
    /// Both on one page, for a file that has no other beside it.
    Whole,
}

/// Everything inside `#app` of a page whose languages lie in the folder at `root`, as the page's program will hydrate
/// it.
pub fn render(timeline: Timeline, words: Words, root: &str, page: Page) -> String {
    let search = SearchIndex::new(&timeline);
    let (entries_at, sources_at) = match page {
        Page::Timeline => (String::new(), format!("{root}{}/{SOURCES_FOLDER}", timeline.lang)),
        Page::Sources => ("../".to_owned(), "./".to_owned()),
        Page::Whole => Default::default(),
    };
    let model = Model::own(Outline::of(&timeline), words.clone(), root.to_owned(), search);
    let edition = Arc::new(Edition { timeline, words, entries_at, sources_at });
    let with_picture = |number: usize, html: fn(Store) -> String| {
        Owner::new_root(None).with(|| {
            let store = Store::new(model.clone(), number);
            provide_context(store);
            provide_context(Arc::clone(&edition));
            html(store)
        })
    };
    if page == Page::Sources {
        return with_picture(0, |_| SourcesPage().into_view().to_html());
    }
    let mut app = with_picture(0, |_| App().into_view().to_html());
    // The other pictures stand before the one that is in the tree: the program takes all away but one.
    let first = app.find(&format!("<nav id=\"{}\"", ids::frieze(0))).unwrap_or_default();
    for number in (1..AXES.len()).rev() {
        app.insert_str(first, &with_picture(number, |store| view! { <Nav picture=store.picture /> }.to_html()));
    }
    app
}
