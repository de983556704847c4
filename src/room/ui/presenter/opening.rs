//! Opening, by a button or because the address says so.

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::desk::Desk;
use super::frame::Frame;
use super::lectern::{Came, Lectern, Open, presented};
use super::reading;
use crate::browser::{self, Place};
use crate::room::model::{Presenter, PresenterCommand, is_presenting};
use crate::room::{asked, overlay};

impl Lectern {
    /// The presentation under way.
    fn desk(self) -> Option<Desk> {
        let owner = self.open.with_value(|open| open.as_ref().map(|open| open.owner.clone()))?;
        owner.with(use_context)
    }

    fn is_open(self) -> bool {
        self.desk().is_some()
    }

    /// Opens at the question of a button: a step in the browser's history.
    pub fn open_from(self, question: &str) {
        if !self.is_open() && self.open(question, Came::FromQuestion(question.to_owned())).is_some() {
            asked::push(&presented(question));
        }
    }

    /// History has moved: true if that concerns the presenter, and nothing of the page behind it is to be revealed.
    pub fn arrives(self) -> bool {
        let was_open = self.is_open();
        self.follow_address();
        was_open || self.is_open()
    }

    /// Opens, moves and closes as the address says: at the start, on Back and Forward.
    pub fn follow_address(self) {
        let named = browser::fragment_id();
        match (self.desk(), is_presenting(&browser::query())) {
            (None, false) => {}
            (None, true) => {
                if let Some(desk) = self.open(&named, Came::ByLink) {
                    self.show_address(&desk.question_id());
                }
            }
            (Some(desk), true) => {
                // The reader has made steps of their own: Back may lead anywhere.
                self.change(|open| (open.came, open.is_leaving) = (Came::ByLink, false));
                if let Some(at) = desk.position(&named) {
                    desk.ask(PresenterCommand::Go(at));
                }
            }
            (Some(_), false) => self.close_over_page(),
        }
    }

    /// Nothing on a page without questions.
    fn open(self, question: &str, came: Came) -> Option<Desk> {
        let questions = reading::questions();
        let current = questions.iter().position(|one| one.id == question).unwrap_or_default();
        let presenter = Presenter::new(questions.iter().map(|one| one.prompts.len()), current)?;
        let body = browser::body()?;
        let place = Place::now();
        let owner = Owner::new();
        let (desk, view) = owner.with(|| {
            let desk = Desk::new(self, presenter, questions);
            provide_context(desk);
            (desk, mount_to(body, || view! { <Frame/> }))
        });
        self.open.set_value(Some(Open { came, place, is_leaving: false, view: Box::new(view), owner }));
        overlay::close_off();
        desk.focus_question();
        Some(desk)
    }
}
