//! What the prerender writes into the page for its program: a record to a line, its fields apart by tabs.
//!
//! Not JSON: a reader of JSON with serde's derived shapes would cost every reader 17 kB, this one is 2 kB
//! (docs/performance.md). A record that is not known is passed over; nothing is shown of a page whose entries do not
//! fit.

use super::model::Model;
use crate::content::{Item, Lane, Language, Outline, Period, Region, SearchIndex, Text, Timeline};
use crate::i18n::{Phrase, Words};
use crate::time::Edtf;

/// All that the page's program has to know: beside it, it reads nothing of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Embedded {
    /// The way to the folder that holds all languages.
    pub root: String,
    /// The interface's words, as far as the program says them; see [`Words::to_lines`].
    words: Vec<String>,
    /// The timeline without its texts.
    pub outline: Outline,
    /// What is searched of each entry beside its title and regions.
    searched: Vec<String>,
}

impl Embedded {
    /// Of a timeline, with the phrases that the program says ([`SAID`]).
    pub fn new(timeline: &Timeline, words: &Words, root: &str) -> Self {
        Self {
            root: root.to_owned(),
            words: words.only(SAID).to_lines(),
            outline: Outline::of(timeline),
            searched: timeline.entries.iter().map(|entry| timeline.searched(entry)).collect(),
        }
    }

    /// Written as a text without `<`. Inverse of [`Embedded::read`].
    pub fn write(&self) -> String {
        let Outline { lang, title, languages, lanes, regions, eras, entries, questions, .. } = &self.outline;
        let mut text = String::new();
        let mut record = |fields: &[&str]| {
            let fields: Vec<_> = fields.iter().map(|field| escape(field)).collect();
            text.push_str(&fields.join("\t"));
            text.push('\n');
        };
        record(&["page", lang, title, &self.root]);
        let words: Vec<_> = ["words"].into_iter().chain(self.words.iter().map(String::as_str)).collect();
        record(&words);
        languages.iter().for_each(|Language { tag, name, dir }| record(&["language", tag, name, dir]));
        for Lane { id, hue, shape, name, short, description } in lanes {
            record(&["lane", id, hue, shape, name, short, description]);
        }
        regions.iter().for_each(|Region { id, name }| record(&["region", id, name]));
        for Period { name, date, end_disputed } in eras {
            record(&["era", name, &date.to_string(), mark(*end_disputed)]);
        }
        for (entry, searched) in entries.iter().zip(&self.searched) {
            let numbers = |numbers: &[usize]| numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
            let (date, lane, weight) = (entry.date.to_string(), entry.lane.to_string(), entry.weight.to_string());
            let (regions, parent) = (numbers(&entry.regions), numbers(entry.parent.as_slice()));
            let (title, lang) = (entry.title.as_str(), entry.title.lang().unwrap_or_default());
            let (disputed, short) = (mark(entry.disputed), entry.short.as_ref().map_or("", |short| short.as_str()));
            let rest = [&*parent, disputed, title, short, lang, searched];
            record(&[&["entry", &*entry.id, &*date, &*lane, &*weight, &*regions], &rest[..]].concat());
        }
        questions.iter().for_each(|id| record(&["question", id]));
        text
    }

    /// Reads what [`Embedded::write`] wrote.
    ///
    /// # Errors
    /// A date that is none, or an id that two entries have: not in a page that the prerender wrote.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut read = Self::default();
        let Self { root, words, outline, searched } = &mut read;
        for line in text.split('\n') {
            let mut fields = line.split('\t').map(unescape);
            let kind = fields.next().unwrap_or_default();
            if kind == "words" {
                words.extend(fields);
                continue;
            }
            let mut next = || fields.next().unwrap_or_default();
            match kind.as_str() {
                "page" => (outline.lang, outline.title, *root) = (next(), next(), next()),
                "language" => outline.languages.push(Language { tag: next(), name: next(), dir: next() }),
                "lane" => outline.lanes.push(Lane {
                    id: next(),
                    hue: next(),
                    shape: next(),
                    name: next(),
                    short: next(),
                    description: next(),
                }),
                "region" => outline.regions.push(Region { id: next(), name: next() }),
                "era" => {
                    let (name, date) = (next(), read_date(next())?);
                    outline.eras.push(Period { name, date, end_disputed: !next().is_empty() });
                }
                "entry" => {
                    let (id, date, lane, weight) = (next(), read_date(next())?, numbers(&next()), numbers(&next()));
                    let (regions, parent) = (numbers(&next()), numbers(&next()).first().copied());
                    let (disputed, title, short, lang) = (!next().is_empty(), next(), next(), next());
                    // A short title is in the page's own language, or there is none.
                    let short = Some(short).filter(|short| !short.is_empty()).map(Text::own);
                    let title = if lang.is_empty() { Text::own(title) } else { Text::foreign(title, lang) };
                    let lane = lane.first().copied().unwrap_or_default();
                    let weight = weight.first().map_or(1, |&weight| weight as u8);
                    outline.entries.push(Item { id, date, lane, weight, regions, parent, disputed, title, short });
                    searched.push(next());
                }
                "question" => outline.questions.push(next()),
                _ => {}
            }
        }
        read.outline = std::mem::take(&mut read.outline).indexed()?;
        Ok(read)
    }

    /// The model of the page.
    pub fn into_model(self) -> Model {
        let search = SearchIndex::of(&self.outline, self.searched.into_iter());
        Model::own(self.outline, Words::from_lines(self.words), self.root, search)
    }
}

/// A flag as a field: something or nothing.
fn mark(flag: bool) -> &'static str {
    if flag { "1" } else { "" }
}

fn read_date(text: String) -> Result<Edtf, String> {
    Edtf::parse(&text).map_err(|_| text)
}

fn numbers(text: &str) -> Vec<usize> {
    text.split(' ').filter_map(|number| number.parse().ok()).collect()
}

/// What would end a field, a record or the element around all of it is written otherwise.
fn escape(field: &str) -> String {
    field.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('<', "\\l")
}

fn unescape(field: &str) -> String {
    let mut text = String::with_capacity(field.len());
    let mut letters = field.chars();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' => match letters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('l') => '<',
                _ => '\\',
            },
            letter => letter,
        });
    }
    text
}

/// The phrases that the page's program says itself; all others stand in the text of the page. A test compares them
/// with those that its files name.
pub const SAID: &[Phrase] = &[
    Phrase::BackToFrieze,
    Phrase::ClearAll,
    Phrase::Cluster,
    Phrase::ClusterDetails,
    Phrase::Copied,
    Phrase::CopyFailed,
    Phrase::CopyLink,
    Phrase::CountMany,
    Phrase::CountOne,
    Phrase::CountOther,
    Phrase::CountSomeMany,
    Phrase::CountSomeOne,
    Phrase::CountSomeOther,
    Phrase::Dismiss,
    Phrase::Download,
    Phrase::ExcludedShown,
    Phrase::FilterDisputed,
    Phrase::FilterLanes,
    Phrase::FilterMore,
    Phrase::FilterPeriod,
    Phrase::FilterQuery,
    Phrase::FilterRegions,
    Phrase::FriezeClose,
    Phrase::FriezeKeys,
    Phrase::FriezeLabel,
    Phrase::FriezeOpen,
    Phrase::KeysClose,
    Phrase::LoosenDisputed,
    Phrase::LoosenLane,
    Phrase::LoosenPeriod,
    Phrase::LoosenQuery,
    Phrase::LoosenRegion,
    Phrase::MoreEntries,
    Phrase::NavLanguages,
    Phrase::NavMenu,
    Phrase::NavParts,
    Phrase::NewerLink,
    Phrase::NoneFound,
    Phrase::OverviewFrom,
    Phrase::OverviewLabel,
    Phrase::OverviewTo,
    Phrase::PeriodFrom,
    Phrase::PeriodHint,
    Phrase::PeriodTo,
    Phrase::PeriodWrong,
    Phrase::Print,
    Phrase::ReadFound,
    Phrase::ReadFrom,
    Phrase::SearchHint,
    Phrase::SearchLabel,
    Phrase::ThemeAuto,
    Phrase::ThemeDark,
    Phrase::ThemeLabel,
    Phrase::ThemeLight,
    Phrase::Uncounted,
    Phrase::UnknownFilter,
    Phrase::UnknownFragment,
    Phrase::ZoomAll,
    Phrase::ZoomIn,
    Phrase::ZoomOut,
];
