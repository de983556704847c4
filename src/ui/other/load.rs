//! Reading a file without stopping the page.

use super::progress::Progress;
use crate::browser::{self, FetchError, element};
use crate::content::{Assembly, BUNDLE_VERSION, Outline, Reading, SearchIndex, Timeline, TimelineError};
use crate::i18n::{Phrase, Words};
use crate::page::ids;
use crate::ui::{Edition, Model};

/// The largest file, in megabytes of 10⁶ bytes.
const LIMIT: usize = 100;
/// How long to work before the page gets a turn, in milliseconds.
const TURN: f64 = 16.0;
/// What is done between two looks at the clock: so many entries.
const PIECE: usize = 64;

/// What is shown of a file.
pub struct Loaded {
    /// What the page works on.
    pub model: Model,
    /// What its texts are written from.
    pub edition: Edition,
}

/// What a file holds, or what went wrong and what to do, in words.
pub async fn load(path: &str) -> Result<Loaded, String> {
    let app = element::by_id(ids::APP);
    let given = |name: &str| app.as_ref().and_then(|app| app.get_attribute(name)).unwrap_or_default();
    let words = browser::fetch(&given("data-words"), LIMIT, |_| {}).await;
    let words = Words::from_text(&words.map_err(|error| format!("{error:?}"))?);
    let progress = Progress::new(&words, path);
    let loading = Loading { words: &words, path, progress };
    let timeline = loading.timeline().await?;
    loading.model(timeline, given("data-root")).await
}

struct Loading<'a> {
    words: &'a Words,
    path: &'a str,
    progress: Progress,
}

impl Loading<'_> {
    async fn timeline(&self) -> Result<Timeline, String> {
        let url = browser::same_origin(self.path).ok_or_else(|| self.say(Phrase::FileForeign, &[]))?;
        // Half of the way is the network's.
        let text = browser::fetch(&url, LIMIT, |part| self.progress.show(part / 2.0)).await;
        let text = text.map_err(|error| self.failed(error))?;
        let mut reading = Reading::new(text);
        let mut turn = Turn::default();
        while reading.step(PIECE) {
            if turn.is_over() {
                self.progress.show(0.5 + reading.progress() / 2.0);
                turn.pass().await;
            }
        }
        let mut bundle = reading.finish().map_err(|error| self.broken(&error.to_string()))?;
        if bundle.lang != self.words.lang {
            bundle.mark_language();
        }
        turn.pass().await;
        let mut assembly = Assembly::new(bundle).map_err(|error| self.wrong(error))?;
        turn.pass().await;
        while assembly.step(PIECE) {
            if turn.is_over() {
                turn.pass().await;
            }
        }
        let timeline = assembly.finish().map_err(|error| self.wrong(error))?;
        turn.pass().await;
        if timeline.entries.is_empty() { Err(self.say(Phrase::FileEmpty, &[])) } else { Ok(timeline) }
    }

    async fn model(&self, timeline: Timeline, root: String) -> Result<Loaded, String> {
        let outline = Outline::of(&timeline);
        let mut search = SearchIndex::default();
        let mut turn = Turn::default();
        while search.len() < timeline.entries.len() {
            let next = timeline.entries.iter().skip(search.len()).take(PIECE);
            search.extend(&outline, next.map(|entry| timeline.searched(entry)));
            if turn.is_over() {
                turn.pass().await;
            }
        }
        turn.pass().await;
        let model = Model::new(outline, self.words.clone(), root, self.path.to_owned(), search);
        let (entries_at, sources_at) = Default::default();
        Ok(Loaded { model, edition: Edition { timeline, words: self.words.clone(), entries_at, sources_at } })
    }

    fn failed(&self, error: FetchError) -> String {
        match error {
            FetchError::TooLarge => self.say(Phrase::FileLarge, &[("limit", &LIMIT.to_string())]),
            FetchError::NotText => self.broken("UTF-8"),
            FetchError::Status(status) => self.say(Phrase::FileMissing, &[("reason", &status.to_string())]),
            FetchError::Network(reason) => self.say(Phrase::FileMissing, &[("reason", &reason)]),
        }
    }

    fn wrong(&self, error: TimelineError) -> String {
        match error {
            TimelineError::Newer(version) => {
                let (version, known) = (version.to_string(), BUNDLE_VERSION.to_string());
                self.say(Phrase::FileNewer, &[("version", &version), ("known", &known)])
            }
            TimelineError::Own(ids) => self.say(Phrase::FileIds, &[("ids", &ids.join(", "))]),
            error => self.broken(&error.to_string()),
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
