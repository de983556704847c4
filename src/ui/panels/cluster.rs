//! The entries of a cluster.

use leptos::prelude::*;

use crate::content::Item;
use crate::i18n::{Phrase, Style};
use crate::page::ids;
use crate::ui::parts::EntryItem;
use crate::ui::store::{Store, live, use_store};

/// The panel that lists them.
#[component]
pub fn ClusterPanel() -> impl IntoView {
    let store = use_store();
    let title = live(move || Some(store.listed.with(|listed| listed.name.clone())));
    let items = move || {
        let entries = store.listed.with(|listed| listed.entries.clone()).into_iter().enumerate();
        entries.map(|(at, entry)| view! { <Member entry is_first=at == 0 /> }).collect::<Vec<_>>()
    };
    let more = move || {
        let left = store.listed.with(|listed| listed.count - listed.entries.len());
        let text = store.model().fill(Phrase::MoreEntries, &[("n", &left.to_string())]);
        (left > 0).then(|| view! { <li>{text}</li> })
    };
    view! {
        <div
            id=ids::CLUSTER
            class="panel"
            popover="auto"
            role="dialog"
            aria-labelledby=ids::CLUSTER_TITLE
            data-panel="cluster"
            node_ref=store.nodes.cluster
        >
            <h2 id=ids::CLUSTER_TITLE>{title}</h2>
            <ul class="entry-list">{items} {more}</ul>
            <button type="button" class="plain" popovertarget=ids::CLUSTER>{store.say(Phrase::KeysClose)}</button>
        </div>
    }
}

/// An entry of the cluster; following it closes the panel.
#[component]
fn Member(entry: usize, is_first: bool) -> impl IntoView {
    let store = use_store();
    let model = store.model();
    let Item { id, title, lane, .. } = model.outline.entries.get(entry).cloned().unwrap_or_default();
    let year = model.date(entry, Style::Short);
    let press = Callback::new(move |_| store.close_list());
    view! { <EntryItem id title year look=model.look(lane) is_first press /> }
}

impl Store {
    /// Closes the list of a cluster, from which an entry is followed.
    fn close_list(self) {
        self.remember(|running| running.is_leaving = true);
        if let Some(list) = self.nodes.cluster.get_untracked() {
            // Fails where it is closed already.
            let _ = list.hide_popover();
        }
    }
}
