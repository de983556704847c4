//! How far the reading of a file has come, among the messages of the page that stands meanwhile.

use leptos::prelude::*;

use crate::browser::element;
use crate::i18n::{Phrase, Words};
use crate::page::ids;

/// It is shown until the page is mounted anew, or until this goes.
pub struct Progress {
    percent: ArcRwSignal<u32>,
    /// Drops the view with it.
    _view: Option<Box<dyn std::any::Any>>,
}

impl Progress {
    /// Nothing of the file is read yet.
    pub fn new(words: &Words, file: &str) -> Self {
        let percent = ArcRwSignal::new(0);
        let (phrases, name, shown) = (words.phrases.clone(), file.to_owned(), percent.clone());
        let view = element::by_id(ids::MESSAGES).map(|place| {
            let view = leptos::mount::mount_to(place, move || {
                let say =
                    move |percent: &str| phrases.fill(Phrase::FileReading, &[("file", &name), ("percent", percent)]);
                let (said, value) = (shown.clone(), shown.clone());
                view! {
                    <div class="message" data-progress=move || shown.get().to_string()>
                        <p>{move || say(&said.get().to_string())}</p>
                        <progress max="100" value=move || value.get().to_string()></progress>
                    </div>
                }
            });
            Box::new(view) as Box<dyn std::any::Any>
        });
        Self { percent, _view: view }
    }

    /// So much of it is: from 0 to 1.
    pub fn show(&self, part: f64) {
        self.percent.set(((part * 100.0) as u32).min(100));
    }
}
