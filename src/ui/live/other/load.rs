//! Reading a file without stopping the page.

use crate::browser::{self, FetchError};
use crate::content::{Assembly, BUNDLE_VERSION, Reading, SearchIndex, TimelineError};
use crate::html::{Edition, Html};
use crate::i18n::{Phrase, Words};
use crate::ui::Model;
use crate::ui::live::start::root;

/// The largest file, in megabytes of 10⁶ bytes.
const LIMIT: usize = 100;
/// How long to work before the page gets a turn, in milliseconds.
const TURN: f64 = 16.0;
/// What is done between two looks at the clock: so many entries.
const PIECE: usize = 64;

/// The model of a file, or what went wrong and what to do, in words.
pub async fn load(path: &str) -> Result<Model, String> {
    let words = browser::attribute("#app", "data-words").unwrap_or_default();
    let words = browser::fetch(&words, LIMIT, |_| {}).await;
    let words = Words::from_text(&words.map_err(|error| format!("{error:?}"))?);
    Loading { words: &words, path }.load().await
}

struct Loading<'a> {
    words: &'a Words,
    path: &'a str,
}

impl Loading<'_> {
    async fn load(&self) -> Result<Model, String> {
        let url = browser::same_origin(self.path).ok_or_else(|| self.say(Phrase::FileForeign, &[]))?;
        self.show_progress(0.0);
        // Half of the way is the network's.
        let text = browser::fetch(&url, LIMIT, |part| self.show_progress(part / 2.0)).await;
        let text = text.map_err(|error| self.failed(error))?;
        let mut reading = Reading::new(text);
        let mut turn = Turn::default();
        while reading.step(PIECE) {
            if turn.is_over() {
                self.show_progress(0.5 + reading.progress() / 2.0);
                turn.pass().await;
            }
        }
        let mut bundle = reading.finish().map_err(|error| self.broken(&error.to_string()))?;
        if bundle.lang != self.words.lang {
            bundle.mark_language();
        }
        turn.pass().await;
        let wrong = |error| match error {
            TimelineError::Newer(version) => {
                let (version, known) = (version.to_string(), BUNDLE_VERSION.to_string());
                self.say(Phrase::FileNewer, &[("version", &version), ("known", &known)])
            }
            error => self.broken(&error.to_string()),
        };
        let mut assembly = Assembly::new(bundle).map_err(wrong)?;
        turn.pass().await;
        while assembly.step(PIECE) {
            if turn.is_over() {
                turn.pass().await;
            }
        }
        let timeline = assembly.finish().map_err(wrong)?;
        if timeline.entries.is_empty() {
            return Err(self.say(Phrase::FileEmpty, &[]));
        }
        turn.pass().await;
        let mut search = SearchIndex::default();
        while search.extend(&timeline, PIECE) {
            if turn.is_over() {
                turn.pass().await;
            }
        }
        turn.pass().await;
        let edition = Edition { timeline, words: self.words.clone(), root: root(), file: self.path.to_owned() };
        Ok(Model::new(edition, search))
    }

    fn failed(&self, error: FetchError) -> String {
        match error {
            FetchError::TooLarge => self.say(Phrase::FileLarge, &[("limit", &LIMIT.to_string())]),
            FetchError::NotText => self.broken("UTF-8"),
            FetchError::Status(status) => self.say(Phrase::FileMissing, &[("reason", &status.to_string())]),
            FetchError::Network(reason) => self.say(Phrase::FileMissing, &[("reason", &reason)]),
        }
    }

    fn broken(&self, reason: &str) -> String {
        self.say(Phrase::FileBroken, &[("reason", reason)])
    }

    fn say(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        let mut all = vec![("file", self.path)];
        all.extend(values);
        self.words.phrases.fill(phrase, &all)
    }

    fn show_progress(&self, part: f64) {
        let percent = ((part * 100.0) as u32).min(100).to_string();
        let mut html = Html::default();
        html.start("div").attr("class", "message").attr("data-progress", &percent).start("p");
        html.text(&self.say(Phrase::FileReading, &[("percent", &percent)])).close();
        html.start("progress").attr("max", "100").attr("value", &percent).attr("aria-label", self.path);
        browser::set_html(".messages", &html.finish());
    }
}

/// A stretch of work between two turns of the page.
struct Turn(f64);

impl Default for Turn {
    fn default() -> Self {
        Self(browser::now())
    }
}

impl Turn {
    fn is_over(&self) -> bool {
        browser::now() - self.0 > TURN
    }

    /// Lets the page do what waits.
    async fn pass(&mut self) {
        browser::pause().await;
        *self = Self::default();
    }
}
