//! The page's state: one [`Store`] of signals in context.
//!
//! ```text
//! event ─► Command ─► Session::update ─► Outcomes ─► perform (address, announcement, focus)
//!                          │
//!                      session ─► shown ─► Picture: packed ─► drawn ─► scene ─► views
//! ```

mod hand;
mod perform;
mod picture;
mod theme;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::model::Model;
use crate::i18n::Phrase;
use crate::session::{Choice, Session};
pub use hand::{Drag, Hand, Hold, Pinch};
pub use picture::Picture;
pub use theme::Theme;

/// The page's state. It is `Copy`: handlers and views take it along.
#[derive(Clone, Copy)]
pub struct Store {
    model: StoredValue<Arc<Model>>,
    /// Filters, target and problem.
    pub session: RwSignal<Session>,
    /// For each entry, whether it passes the filters.
    pub passing: Memo<Vec<bool>>,
    /// For each entry, whether it is shown: it passes, or the address names it.
    pub shown: Memo<Vec<bool>>,
    /// What the frieze draws.
    pub picture: Picture,
    /// The entry whose article is being read.
    pub current: RwSignal<Option<usize>>,
    /// How the frieze was unfolded in a small window: in its place, or over the text that is read.
    pub unfolded: RwSignal<Option<Unfolded>>,
    /// Whether the program runs. What it does differently from the file waits for that: so both are the same while
    /// hydrating.
    pub alive: RwSignal<bool>,
    /// Until then controls are disabled.
    pub waiting: Signal<bool>,
    /// The reader's theme.
    pub theme: RwSignal<Theme>,
    /// The mark whose tip is shown, by what it stands for first.
    pub tip: RwSignal<Option<usize>>,
    /// Whether it is said how the wheel zooms.
    pub is_hinting: RwSignal<bool>,
    /// The entries of the cluster that is open as a list.
    pub listed: RwSignal<Listed>,
    /// What the live region says.
    pub said: RwSignal<String>,
    /// The entry whose link was to be copied last, and what became of that.
    pub copied: RwSignal<Option<(usize, String)>>,
    /// The first entry, among those shown, of the part of a large chronicle that is on the page.
    #[cfg(feature = "other")]
    pub first: RwSignal<usize>,
    /// Elements that are measured, scrolled or focused.
    pub nodes: Nodes,
    /// What no view follows.
    pub running: StoredValue<Running>,
}

/// Where the frieze of a small window is unfolded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfolded {
    /// In its place.
    There,
    /// Over the text, while only the strip is in sight: until something is chosen.
    Over,
}

/// What stands for entries on the frieze: one entry's link, or a button that counts some.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stand {
    /// The entry, or the cluster's first.
    pub first: usize,
    /// How many it stands for, as long as it is there; 0 where that changes.
    pub entries: usize,
}

/// Numbers from here on are no entries.
const UNCOUNTED: usize = 1 << 30;

impl Stand {
    /// What counts all that is in force where a lane begins in the window, and has no row of its own.
    pub fn uncounted(lane: usize) -> Self {
        Self { first: UNCOUNTED + lane, entries: 0 }
    }

    /// The lane where what has that number counts that.
    pub fn lane(first: usize) -> Option<usize> {
        first.checked_sub(UNCOUNTED)
    }
}

/// The entries of a cluster, or the first of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// What they are.
    pub name: String,
    /// Those that are listed.
    pub entries: Vec<usize>,
    /// How many there are in all.
    pub count: usize,
}

/// Elements that are measured, scrolled or focused.
#[derive(Clone, Copy, Default)]
pub struct Nodes {
    /// The search field.
    pub search: NodeRef<html::Input>,
    /// Start and end of the period.
    pub period: [NodeRef<html::Input>; 2],
    /// The messages, right above the frieze.
    pub messages: NodeRef<html::Div>,
    /// All that sticks: the frieze with zoom and overview.
    pub frieze: NodeRef<html::Div>,
    /// The links to other languages.
    pub languages: NodeRef<html::Nav>,
    /// The frieze itself.
    pub nav: NodeRef<html::Nav>,
    /// Its scroll container.
    pub scroller: NodeRef<html::Div>,
    /// The axis inside it.
    pub axis: NodeRef<html::Div>,
    /// The tip beside a mark.
    pub tip: NodeRef<html::Div>,
    /// The strip of the overview.
    pub strip: NodeRef<html::Div>,
    /// The panel with the keys.
    pub keys: NodeRef<html::Div>,
    /// The panel with a cluster's entries.
    pub cluster: NodeRef<html::Div>,
}

/// What is remembered between events, and no view follows.
#[derive(Clone, Copy)]
pub struct Running {
    /// What pointers are doing.
    pub hand: Hand,
    /// Whether the next frame will follow the state.
    pub is_following: bool,
    /// Whether focus was last seen inside the frieze.
    pub is_inside: bool,
    /// Whether a mark of the frieze is being followed.
    pub is_leaving: bool,
    /// Whether focus is about to come back to a mark.
    pub is_returning: bool,
    /// The entry whose mark was followed last: Back leads to it.
    pub left_from: Option<usize>,
    /// The mark without a label that a finger has tapped: its tip shows, a second tap follows it.
    pub tapped: Option<usize>,
    /// After a choice the choice stays current until the reader moves on by themselves.
    pub choice: Choice,
    /// Whether it was said how the wheel zooms.
    pub has_hinted: bool,
    /// When the page was scrolled last, in ms.
    pub scrolled_at: f64,
    /// Pixels in a rem, as they were measured last.
    pub rem: f64,
    /// The announcement that waits for a pause, or for the region to be empty.
    pub announcing: Option<TimeoutHandle>,
    /// The pause in scrolling after which the frieze stands still.
    pub settling: Option<TimeoutHandle>,
    /// What will take away what says that a link was copied.
    pub copied: Option<TimeoutHandle>,
}

/// A value that follows the state. In a box, so that attributes and texts are of a few types, however many there
/// are: each type costs the reader bytes.
pub fn live<T: Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    Signal::derive(value)
}

/// An attribute that is there or not.
pub fn flag(is: bool) -> Option<String> {
    is.then(String::new)
}

/// The value of an attribute that says yes or no.
pub fn yes_no(is: bool) -> Option<String> {
    Some(if is { "true" } else { "false" }.to_owned())
}

/// The store of the page around a component.
pub fn use_store() -> Store {
    expect_context()
}

impl Store {
    /// A page at rest: nothing filtered, the whole range in view, in the picture of that number.
    pub fn new(model: Model, picture: usize) -> Self {
        let model = Arc::new(model);
        let session = RwSignal::new(Session::default());
        let filtered = Arc::clone(&model);
        let passing =
            Memo::new(move |_| session.with(|session| session.filters.passing(&filtered.outline, &filtered.search)));
        let shown = Memo::new(move |_| session.with(|session| session.shown(passing.get())));
        let (alive, current) = (RwSignal::new(false), RwSignal::new(None));
        Self {
            session,
            passing,
            shown,
            picture: Picture::new(&model, shown, current, picture),
            current,
            unfolded: RwSignal::new(None),
            alive,
            waiting: live(move || !alive.get()),
            theme: RwSignal::new(Theme::Auto),
            tip: RwSignal::new(None),
            is_hinting: RwSignal::new(false),
            listed: RwSignal::new(Listed::default()),
            said: RwSignal::new(String::new()),
            copied: RwSignal::new(None),
            #[cfg(feature = "other")]
            first: RwSignal::new(0),
            nodes: Nodes::default(),
            running: StoredValue::new(Running {
                hand: Hand::default(),
                is_following: false,
                is_inside: false,
                is_leaving: false,
                is_returning: false,
                left_from: None,
                tapped: None,
                choice: Choice::None,
                has_hinted: false,
                scrolled_at: 0.0,
                rem: 16.0,
                announcing: None,
                settling: None,
                copied: None,
            }),
            model: StoredValue::new(model),
        }
    }

    /// What does not change.
    pub fn model(self) -> Arc<Model> {
        self.model.get_value()
    }

    /// A phrase.
    pub fn say(self, phrase: Phrase) -> String {
        self.model().say(phrase)
    }

    /// Whether the page has the part with the questions.
    pub fn has_conversation(self) -> bool {
        self.model.with_value(|model| !model.outline.questions.is_empty())
    }

    /// How many entries pass the filters.
    pub fn count(self) -> usize {
        self.passing.with(|passing| passing.iter().filter(|passes| **passes).count())
    }

    /// Whether an entry is shown.
    pub fn is_shown(self, entry: usize) -> bool {
        self.shown.with(|shown| shown.get(entry).copied().unwrap_or(false))
    }

    /// Changes what no view follows.
    pub fn remember(self, change: impl FnOnce(&mut Running)) {
        self.running.update_value(change);
    }

    /// What no view follows.
    pub fn now(self) -> Running {
        self.running.get_value()
    }
}
