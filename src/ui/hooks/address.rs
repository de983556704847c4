//! The address and its history: this program owns them. The conversation's tools ask for theirs
//! (`crate::page::events`).

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::{Element, MouseEvent};
use wasm_bindgen::JsCast;

use crate::browser::{self, element};
use crate::page::{events, ids};
use crate::session::{Choice, Command, encode, fragment_id, parameter};
use crate::ui::store::Store;

impl Store {
    /// Follows history from now on, and answers what the tools ask.
    pub fn own_address(self) {
        window_event_listener(ev::popstate, move |_| {
            // What opens or closes a tool is the tool's: the page stays where it is.
            let is_theirs = browser::ask(events::ARRIVING, "");
            self.arrive(!is_theirs);
            self.come_back();
        });
        browser::answer(events::PUSH, move |url| {
            browser::push_address(url);
            self.follow_address();
            true
        });
        browser::answer(events::REPLACE, move |url| {
            browser::replace_address(url);
            self.follow_address();
            true
        });
    }

    /// Follows the address: at the start, on Back and Forward, and after a link within the page. A source that is not
    /// here stands in the list that is a page of its own.
    pub fn arrive(self, reveals: bool) {
        let fragment = browser::fragment();
        let id = fragment_id(&fragment);
        let on_page = !id.is_empty() && element::by_id(&id).is_some();
        if !on_page
            && ids::is_source(&id)
            && let Some(list) = element::by_id(ids::SOURCES_PAGE).and_then(|link| link.get_attribute("href"))
        {
            return browser::lead_on(&format!("{list}{fragment}"));
        }
        self.dispatch(Command::Arrive { query: browser::query(), fragment, on_page, reveals });
    }

    /// Back from an entry whose mark was followed: the mark has focus again, and nothing is current but what is read.
    fn come_back(self) {
        let left = self.now().left_from.filter(|_| self.session.with_untracked(|session| session.target.is_none()));
        if let Some(stop) = left.and_then(|entry| untrack(|| self.picture.stop_of(entry))) {
            self.remember(|running| (running.left_from, running.choice) = (None, Choice::None));
            self.current.set(None);
            // What it is was read just now, and its neighbours would be under its tip.
            self.remember(|running| running.is_returning = true);
            self.focus_stop(stop);
        }
    }

    /// The links to other languages lead where this page is, or to what is read on it, with the file that it shows. Their
    /// pages lie in folders beside each other, where the same path leads to the same file; the page at the root does not.
    pub fn follow_address(self) {
        let mut query = browser::query();
        let file = parameter(&query, "timeline").filter(|_| self.model().root.is_empty());
        if let Some((written, path)) = file
            && let Some(path) = browser::site_path(&path)
        {
            let ours = format!("timeline={}", encode(&path));
            let pairs = query.trim_start_matches('?').split('&').map(|pair| if pair == written { &ours } else { pair });
            query = format!("?{}", pairs.collect::<Vec<_>>().join("&"));
        }
        if let Some(links) = self.nodes.languages.get_untracked() {
            let model = self.model();
            let read = self.current.get_untracked().and_then(|entry| model.outline.entries.get(entry));
            let mut fragment = browser::fragment();
            if fragment.is_empty() {
                fragment = read.map(|entry| ids::link(&entry.id)).unwrap_or_default();
            }
            element::carry(&links, &format!("{query}{fragment}"));
        }
    }

    /// The address of an entry, with the file that is shown.
    pub fn link_to(self, id: &str) -> String {
        let file = parameter(&browser::query(), "timeline").map(|(written, _)| format!("?{written}"));
        format!("{}{}#{}", browser::address(), file.unwrap_or_default(), encode(id))
    }

    /// A link was followed. Links within the page are the browser's; but where the address names a link's target
    /// already no history event will come, so it is revealed here.
    pub fn followed(self, event: &MouseEvent) {
        let mut next = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // The address escapes what the link does not.
        let here = fragment_id(&browser::fragment());
        while let Some(element) = next {
            let href = element.get_attribute("href").filter(|href| href.starts_with('#') && href.len() > 1);
            if href.is_some_and(|href| fragment_id(&href) == here) && !event.default_prevented() {
                return self.arrive(true);
            }
            next = element.parent_element();
        }
    }
}
