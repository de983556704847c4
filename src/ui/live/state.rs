//! What the running page remembers beside the session.

use std::rc::Rc;

use leptos::prelude::*;

use super::pointer::{Drag, Hold, Pinch};
use crate::browser;
use crate::layout::{Stage, Viewport};
use crate::session::Command;
use crate::ui::Page;

/// Does something about an entry.
pub type Turn = Rc<dyn Fn(usize)>;

/// The entries of a cluster, or the first of them.
#[derive(Default)]
pub struct Listed {
    /// Those that are listed.
    pub entries: Vec<usize>,
    /// How many there are in all.
    pub count: usize,
}

/// The running page. It is `Copy`: closures take it along.
#[derive(Clone, Copy)]
pub struct Live {
    /// The page's state.
    pub page: Page,
    /// The entry whose tip is shown on the frieze.
    pub tip: RwSignal<Option<usize>>,
    /// The entries of the cluster that is open as a list.
    pub listed: RwSignal<Listed>,
    /// The pointer on the overview, and what it has hold of.
    pub held: StoredValue<Option<(i32, Hold)>>,
    /// The pointer that drags the frieze.
    pub drag: StoredValue<Option<Drag>>,
    /// Brings an entry's article onto the page, where the chronicle shows only some at a time.
    pub turn: StoredValue<Option<Turn>, LocalStorage>,
    /// Whether the next frame will follow the state.
    pub following: StoredValue<bool>,
    /// What the frieze was scrolled for.
    pub scrolled_to: StoredValue<Option<(Viewport, Stage)>>,
    /// What of the query is not ours to change: the file that is shown.
    pub kept_query: StoredValue<String>,
    /// Whether focus was last seen inside the frieze.
    pub inside: StoredValue<bool>,
    /// Two fingers on the frieze.
    pub pinch: StoredValue<Option<Pinch>>,
    /// After a choice the choice stays current until the reader moves on by themselves.
    pub chosen: StoredValue<bool>,
    /// The announcement that waits for a pause.
    announcing: StoredValue<Option<i32>>,
}

/// How long the live region waits for typing to pause, in milliseconds.
const PAUSE: i32 = 600;

impl Live {
    /// A page that has just come alive.
    pub fn new(page: Page) -> Self {
        Self {
            page,
            tip: RwSignal::new(None),
            listed: RwSignal::new(Listed::default()),
            held: StoredValue::new(None),
            drag: StoredValue::new(None),
            turn: StoredValue::new_local(None),
            following: StoredValue::new(false),
            scrolled_to: StoredValue::new(None),
            kept_query: StoredValue::new(String::new()),
            inside: StoredValue::new(false),
            pinch: StoredValue::new(None),
            chosen: StoredValue::new(false),
            announcing: StoredValue::new(None),
        }
    }

    /// Carries out a command and what follows from it.
    pub fn dispatch(self, command: Command) {
        let model = self.page.model();
        let outcomes = self.page.session.try_update(|session| session.update(model.timeline(), command));
        self.perform(outcomes.unwrap_or_default());
    }

    /// Says something in the live region at once.
    pub fn announce(self, text: &str) {
        browser::set_text("[data-live]", text);
    }

    /// Says the number of entries once typing has paused.
    pub fn announce_count(self) {
        if let Some(timer) = self.announcing.get_value() {
            browser::cancel(timer);
        }
        let count = move || self.page.model().count_text(Some(self.page.count()));
        self.announcing.set_value(browser::after(PAUSE, move || self.announce(&untrack(count))));
    }
}
