//! An entry's article: its text is a hole, its two buttons live.

use std::rc::Rc;
use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::article_text::{ArticleText, Neighbours};
use crate::browser;
use crate::content::Item;
use crate::i18n::Phrase;
use crate::page::ids;
use crate::ui::parts::hole;
use crate::ui::store::{Store, Unfolded, live, use_store};

/// Hidden while filters exclude it. Esc inside leads back to its mark.
#[component]
pub fn Article(entry: usize) -> impl IntoView {
    let store = use_store();
    let model = store.model();
    let outline = &model.outline;
    let Item { id, lane, parent, .. } = outline.entries.get(entry).cloned().unwrap_or_default();
    let lane = outline.lanes.get(lane).cloned().unwrap_or_default();
    let parent = parent.and_then(|parent| outline.entries.get(parent)).map(|parent| parent.id.clone());
    let title = ids::title(&id);
    view! {
        <article
            id=id
            aria-labelledby=title
            class="entry"
            data-lane=lane.id
            data-hue=lane.hue
            data-detail=parent
            hidden=live(move || !store.is_shown(entry))
            on:keydown=move |event| store.article_key(&event, entry)
            on:focusin=move |_| store.focused(entry)
        >
            <div class="entry-text">{hole(move || view! { <ArticleText index=entry /> })}</div>
            <Links entry />
        </article>
    }
}

/// The neighbouring entries, the way to the frieze, and a link to copy.
#[component]
fn Links(entry: usize) -> impl IntoView {
    let store = use_store();
    view! {
        <p class="article-links">
            <span class="neighbours">{hole(move || view! { <Neighbours index=entry /> })}</span>
            <button
                type="button"
                class="plain needs-script"
                data-locate=""
                disabled=store.waiting
                on:click=move |_| store.locate(entry)
            >
                {store.say(Phrase::BackToFrieze)}
            </button>
            <button
                type="button"
                class="plain needs-script"
                data-copy=""
                disabled=store.waiting
                on:click=move |_| store.copy_link(entry)
            >
                {store.say(Phrase::CopyLink)}
            </button>
            {move || store.copied.get().filter(|(copied, _)| *copied == entry).map(|(_, said)| {
                view! { <span class="copied" data-copied="">{said}</span> }
            })}
        </p>
    }
}

/// For how long it is said that a link was copied.
const COPIED_FOR: Duration = Duration::from_secs(4);

impl Store {
    /// Escape leads back to the mark, unless it dismisses a tip.
    fn article_key(self, event: &KeyboardEvent, entry: usize) {
        if event.key() == "Escape" && self.tip.get_untracked().is_none() {
            self.locate(entry);
        }
    }

    /// From an article to its mark on the frieze, or to the cluster it is in.
    fn locate(self, entry: usize) {
        self.unfolded.set(Some(Unfolded::There));
        let Some(stop) = untrack(|| self.picture.stop_of(entry)) else { return };
        self.choose(entry);
        // A frieze that was folded is measured in the next frame; only then can its mark be revealed.
        request_animation_frame(move || {
            request_animation_frame(move || {
                self.focus_stop(stop);
                // A sticky element itself cannot be scrolled to, what stands right before it can.
                self.nodes.messages.get_untracked().into_iter().for_each(|place| place.scroll_into_view());
                self.found();
            });
        });
    }

    /// Copies an entry's address. What became of it is said, and stands beside the button: where copying was refused,
    /// the link itself.
    fn copy_link(self, entry: usize) {
        let model = self.model();
        let Some(link) = model.outline.entries.get(entry).map(|entry| self.link_to(&entry.id)) else { return };
        let text = link.clone();
        let done = move |is_copied: bool| {
            let said = match is_copied {
                true => model.say(Phrase::Copied),
                false => model.fill(Phrase::CopyFailed, &[("link", &link)]),
            };
            self.announce(said.clone());
            self.copied.set(Some((entry, said)));
            self.now().copied.into_iter().for_each(|timer| timer.clear());
            // A link that is to be copied by hand stays.
            let gone = is_copied.then(|| set_timeout_with_handle(move || self.copied.set(None), COPIED_FOR).ok());
            self.remember(|running| running.copied = gone.flatten());
        };
        browser::copy(&text, Rc::new(done));
    }
}
