//! The chronicle of a large file: one page of articles around the one that is read.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser;
use crate::html::{Html, years};
use crate::i18n::Phrase;
use crate::ui::live::bind;
use crate::ui::live::state::Live;

/// Articles on a page.
const PAGE: usize = 50;

/// Which part of the entries that are shown is on the page.
#[derive(Clone, Copy)]
struct Pages {
    live: Live,
    /// Position of its first entry among those shown.
    first: RwSignal<usize>,
    /// The entries that are shown, in the chronicle's order.
    shown: Memo<Vec<usize>>,
}

/// Keeps the page in step with filters and target, and its two buttons alive.
pub fn install(live: Live) {
    let shown = Memo::new(move |_| {
        let shown = |shown: &Vec<bool>| (0..shown.len()).filter(|&at| shown.get(at) == Some(&true)).collect();
        live.page.shown.with(shown)
    });
    let pages = Pages { live, first: RwSignal::new(0), shown };
    live.turn.set_value(Some(Rc::new(move |entry| pages.turn_to(entry))));
    bind::effect(Box::new(move || {
        browser::set_html(".chronicle", &pages.html());
        browser::enable(".chronicle");
    }));
    browser::on_window("click", move |event| {
        match browser::closest_attribute(&event, "[data-page]", "data-page").as_deref() {
            Some("earlier") => pages.turn(|first| first.checked_sub(1).map(|last| (last + 1).saturating_sub(PAGE))),
            Some(_) => pages.turn(|first| Some(first + PAGE).filter(|next| *next < pages.shown.with(Vec::len))),
            None => {}
        }
    });
}

impl Pages {
    /// The part of the entries that is on the page. A filter may have left fewer than there were.
    fn range(self) -> (usize, usize) {
        let count = self.shown.with(Vec::len);
        let first = self.first.get();
        let first = if first < count { first } else { 0 };
        (first, (first + PAGE).min(count))
    }

    /// Shows the page around an entry, unless it is there already.
    fn turn_to(self, entry: usize) {
        let at = self.shown.with_untracked(|shown| shown.binary_search(&entry));
        let (first, end) = untrack(|| self.range());
        if let Ok(at) = at
            && !(first..end).contains(&at)
        {
            self.first.set(at.saturating_sub(PAGE / 2));
        }
    }

    /// Shows another page from its beginning: the reader asked for it.
    fn turn(self, to: impl Fn(usize) -> Option<usize>) {
        let (first, _) = untrack(|| self.range());
        let Some(to) = untrack(|| to(first)) else { return };
        self.first.set(to);
        browser::next_frame(move || {
            browser::focus(".chronicle h4");
            browser::bring_into_view(".chronicle article");
            self.live.announce(&untrack(|| self.say(Phrase::PageOf)));
        });
    }

    /// A phrase with the page's numbers.
    fn say(self, phrase: Phrase) -> String {
        let (first, end) = self.range();
        let [from, to, n] = [(first + 1).min(end), end, self.shown.with(Vec::len)].map(|n| n.to_string());
        self.live.page.model().edition.fill(phrase, &[("from", &from), ("to", &to), ("n", &n)])
    }

    fn html(self) -> String {
        let mut html = Html::default();
        html.start("p").attr("class", "page-printed").text(&self.say(Phrase::PagePrinted)).close();
        self.buttons(&mut html);
        let (first, end) = self.range();
        let model = self.live.page.model();
        self.shown.with(|shown| {
            years(&model.edition, &mut html, shown.get(first..end).unwrap_or_default().iter().copied());
        });
        self.buttons(&mut html);
        html.finish()
    }

    /// Earlier, later, and where one is.
    fn buttons(self, html: &mut Html) {
        let (first, end) = self.range();
        let model = self.live.page.model();
        html.start("div").attr("class", "pages");
        for (name, phrase, there) in
            [("earlier", Phrase::PageEarlier, first > 0), ("later", Phrase::PageLater, end < self.shown.with(Vec::len))]
        {
            if name == "later" {
                html.start("span").attr("data-page-of", "").text(&self.say(Phrase::PageOf)).close();
            }
            html.start("button").attr("type", "button").attr("class", "chip").attr("data-page", name);
            html.maybe("aria-disabled", (!there).then_some("true")).text(model.say(phrase)).close();
        }
        html.close();
    }
}
