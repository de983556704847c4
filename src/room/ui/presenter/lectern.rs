//! What lasts from one presentation to the next, the address, and leaving.

use std::any::Any;
use std::rc::Rc;

use leptos::prelude::*;

use super::clock::Clock;
use super::reading;
use crate::browser::{self, Place};
use crate::i18n::Words;
use crate::page::ids;
use crate::room::model::{Discussed, is_presenting, with_presenter, without_presenter};
use crate::room::{asked, overlay};

/// The presenter of a page.
#[derive(Clone, Copy)]
pub struct Lectern {
    words: StoredValue<Rc<Words>, LocalStorage>,
    pub clock: RwSignal<Clock>,
    pub discussed: RwSignal<Discussed>,
    pub open: StoredValue<Option<Open>, LocalStorage>,
}

/// A presentation under way.
pub struct Open {
    pub came: Came,
    /// Where the page was.
    pub place: Option<Place>,
    /// It was left by a step back in history, which has not come yet.
    pub is_leaving: bool,
    /// All that is shown. It is dropped before what it shows.
    pub view: Box<dyn Any>,
    /// Of all that was made for it; the desk is in its context.
    pub owner: Owner,
}

/// How the presenter was opened.
#[derive(Clone)]
pub enum Came {
    /// By the button of this question: as a step in history, over the page that Back leads to.
    FromQuestion(String),
    /// By the page's address.
    ByLink,
}

impl Lectern {
    /// A presenter that is not open.
    pub fn new(words: &Rc<Words>, discussed: Discussed) -> Self {
        Self {
            words: StoredValue::new_local(Rc::clone(words)),
            clock: RwSignal::new(Clock::new()),
            discussed: RwSignal::new(discussed),
            open: StoredValue::new_local(None),
        }
    }

    /// The interface's words.
    pub fn words(self) -> Rc<Words> {
        self.words.get_value()
    }

    /// The question shown is the one in the address, without a new step.
    pub fn show_address(self, question: &str) {
        asked::replace(&presented(question));
    }

    /// Changes what is known of the presentation under way.
    pub fn change(self, change: impl FnOnce(&mut Open)) {
        self.open.update_value(|open| {
            open.as_mut().map(change);
        });
    }

    /// Leaves for where the reader was: a step back in history, as the way here was one on. It closes as that comes.
    pub fn leave(self, question: &str) {
        let came = self.open.with_value(|open| open.as_ref().map(|open| (open.came.clone(), open.is_leaving)));
        match came {
            Some((Came::FromQuestion(_), true)) | None => {}
            Some((Came::FromQuestion(_), false)) if is_presenting(&browser::query()) => {
                self.change(|open| open.is_leaving = true);
                browser::go_back();
            }
            // The browser has refused the step.
            Some((Came::FromQuestion(_), false)) => self.close_over_page(),
            Some((Came::ByLink, _)) => self.leave_for_question(question),
        }
    }

    /// Leaves for the question that is shown, whose address takes the place of the presenter's.
    fn leave_for_question(self, question: &str) {
        self.close();
        asked::replace(&format!("{}{}#{question}", browser::address(), without_presenter(&browser::query())));
        if let Some(heading) = browser::by_id(&ids::title(question)) {
            browser::focus_on(&heading);
        }
        if let Some(article) = browser::by_id(question) {
            article.scroll_into_view();
        }
    }

    /// Gives the page back as it was, with focus on the button that had opened the presenter.
    pub fn close_over_page(self) {
        let Some((came, place)) = self.close() else { return };
        // Only then: a browser that goes back scrolls to where it believes the page was, and takes focus away.
        browser::next_frame(move || {
            let is_there = place.is_some_and(Place::go_back);
            if let Came::FromQuestion(question) = came
                && let Some(button) = reading::button_of(&question)
            {
                browser::focus_on(&button);
                if !is_there {
                    browser::reveal(&button);
                }
            }
        });
    }

    /// Takes it off the page; says how it had come there, and where the page was then.
    fn close(self) -> Option<(Came, Option<Place>)> {
        let Open { view, owner, came, place, .. } = self.open.try_update_value(Option::take)??;
        overlay::take_off();
        drop(view);
        owner.cleanup();
        Some((came, place))
    }
}

/// The address of a question in the presenter.
pub fn presented(question: &str) -> String {
    format!("{}{}#{question}", browser::address(), with_presenter(&browser::query()))
}
