//! Commands in, outcomes out: the one place where what a command leaves to do is done.

use leptos::prelude::*;

use super::{Store, Unfolded};
use crate::browser::{self, element};
use crate::page::ids;
use crate::session::{Choice, Command, Outcome, Part, Target, with_foreign};
use crate::time::{Date, Edtf};

impl Store {
    /// Carries out a command and what follows from it.
    pub fn dispatch(self, command: Command) {
        let model = self.model();
        let period = move || self.session.with_untracked(|session| [session.filters.from, session.filters.to]);
        let before = period();
        let outcomes = self.session.try_update(|session| session.update(&model.outline, command));
        for outcome in outcomes.unwrap_or_default() {
            match outcome {
                Outcome::Push(query) => browser::push_query(&with_foreign(&query, &browser::query())),
                Outcome::Replace(query) => browser::replace_query(&with_foreign(&query, &browser::query())),
                Outcome::AnnounceCount => {
                    self.picture.repack.set(true);
                    self.announce_count();
                }
                Outcome::Reveal(target) => self.reveal(target),
            }
        }
        if period() != before {
            self.show_period(period());
        }
        self.fill_fields();
        self.follow_address();
    }

    /// The frieze shows the period that the filters leave; all of it where they leave all.
    fn show_period(self, [from, to]: [Option<Date>; 2]) {
        let scale = self.model().scale;
        let place = |date: Option<Date>| Some(scale.place(Edtf::Single(date?).span()));
        let start = place(from).map_or(0.0, |(start, _)| start);
        let end = place(to).map_or(1.0, |(start, span)| start + span);
        self.picture.repacked(|viewport| viewport.showing(start, end));
    }

    /// Brings a target into view and moves focus to its heading.
    fn reveal(self, target: Target) {
        let model = self.model();
        let is_leaving = self.now().is_leaving;
        self.remember(|running| (running.is_leaving, running.left_from) = (false, None));
        // What lay over the text for a choice goes with it.
        if self.unfolded.get_untracked() == Some(Unfolded::Over) {
            self.unfolded.set(None);
        }
        let id = match target {
            Target::Entry(index) => {
                self.choose(index);
                self.remember(|running| running.left_from = is_leaving.then_some(index));
                if self.picture.packed.with_untracked(|packed| packed.place(index).is_some()) {
                    self.picture.roving.set(Some(index));
                }
                self.show_mark(index);
                #[cfg(feature = "other")]
                self.turn_to(index);
                model.outline.entries.get(index).map(|entry| entry.id.clone())
            }
            Target::Question(index) => model.outline.questions.get(index).cloned(),
            Target::Part(part) => {
                let id = match part {
                    Part::Decade => ids::DECADE,
                    Part::Conversation => ids::CONVERSATION,
                    Part::Sources => ids::SOURCES,
                };
                // The browser moves focus to where it scrolls by itself.
                return element::by_id(id).into_iter().for_each(|part| element::lead_to(&part));
            }
        };
        id.into_iter().for_each(|id| self.show_text(id));
    }

    /// Scrolls to an article and moves focus to its heading. One that was hidden is shown by the next frame.
    pub fn show_text(self, id: String) {
        request_animation_frame(move || {
            element::by_id(&ids::title(&id)).iter().for_each(element::focus_on);
            element::by_id(&id).into_iter().for_each(|part| element::lead_to(&part));
            self.found();
        });
    }

    /// An entry was chosen: it stays current until the reader moves on.
    pub fn choose(self, entry: usize) {
        self.current.set(Some(entry));
        self.remember(|running| running.choice = Choice::Sought);
    }

    /// The page has scrolled to what was chosen.
    pub fn found(self) {
        self.remember(|running| running.choice = running.choice.found(element::page_scrolled()));
    }

    /// Pans the frieze if an entry's mark or label is out of view.
    pub fn show_mark(self, entry: usize) {
        let model = self.model();
        let Some(at) = model.outline.entries.get(entry).map(|entry| model.scale.place(entry.date.span()).0) else {
            return;
        };
        let place = self.picture.packed.with_untracked(|packed| packed.place(entry));
        self.picture
            .moved(|viewport| viewport.revealing(at, at + place.map_or(0.0, |place| place.reach(viewport.axis()))));
    }
}
