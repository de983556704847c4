//! The checked model: a [`Timeline`] is valid by construction, its references resolved to indices and
//! its entries in the chronicle's order.

use std::fmt;

use super::bundle::{BUNDLE_VERSION, Bundle, Conversation, FigureWords, Site, WireQuestion, WireSource};
use super::text::Text;
use crate::order::{Ids, sorted};
use crate::time::{Edtf, Span};

/// A programme's entries, sources and questions in one language.
///
/// `entries` are in the chronicle's order: by first instant, coarser precision first, then the data's
/// order; an entry's details follow it. All indices are in range.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Language tag of the words.
    pub lang: String,
    /// The page's own words.
    pub site: Site,
    /// In the chronicle's order.
    pub entries: Vec<Entry>,
    /// In the data's order.
    pub sources: Vec<Source>,
    /// Background periods, dates read.
    pub eras: Vec<Era>,
    /// Figures of the overture.
    pub figures: Vec<Figure>,
    /// The event, where there is one; its questions are in `questions`.
    pub conversation: Option<Conversation>,
    /// In the event's order.
    pub questions: Vec<Question>,
    by_id: Ids,
}

/// A dated entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The fragment of its address.
    pub id: String,
    /// Its date, as precise as its sources.
    pub date: Edtf,
    /// Index of its lane.
    pub lane: usize,
    /// 1 to 3.
    pub weight: u8,
    /// Indices of its regions.
    pub regions: Vec<usize>,
    /// Index of the entry it is a detail of.
    pub parent: Option<usize>,
    /// Rests on thin or conflicting evidence.
    pub uncertain: bool,
    /// Its title.
    pub title: Text,
    /// Its summary.
    pub summary: Text,
    /// What its sources disagree on.
    pub disagreement: Option<Text>,
    /// What limits its date or place.
    pub note: Option<Text>,
    /// Its sources, in the data's order.
    pub citations: Vec<Citation>,
    /// Indices of the questions that rest on it.
    pub questions: Vec<usize>,
}

/// A source as one entry uses it.
#[derive(Clone, Debug)]
pub struct Citation {
    /// Index of the source.
    pub source: usize,
    /// What it says, paraphrased.
    pub says: Option<Text>,
}

/// A source and the entries that use it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its title as published, or our description.
    pub title: Text,
    /// Whether the title is our description.
    pub described: bool,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    pub url: String,
    /// Language of the source.
    pub lang: String,
    /// When it was published, where known.
    pub date: Option<Edtf>,
    /// Indices of the entries that cite it, in the chronicle's order.
    pub entries: Vec<usize>,
}

/// A background period.
#[derive(Clone, Debug)]
pub struct Era {
    /// Its name.
    pub name: Text,
    /// What limits its dates.
    pub note: Option<Text>,
    /// Its interval.
    pub date: Edtf,
    /// Whether sources disagree on its end.
    pub end_disputed: bool,
    /// Indices of the entries it comes from.
    pub entries: Vec<usize>,
}

/// A figure of the overture.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its words.
    pub words: FigureWords,
    /// Indices of the entries it rests on.
    pub entries: Vec<usize>,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its words.
    pub words: WireQuestion,
    /// Indices of the entries it rests on.
    pub entries: Vec<usize>,
    /// Index of the source of a published translation.
    pub published_in: Option<usize>,
}

/// Why a bundle cannot be shown: the part, its id, the field and the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimelineError {
    /// Written by a newer program.
    Newer(u32),
    /// A value that means nothing here: an unknown id, a date that does not exist, an id used twice.
    Value {
        /// Id of the entry, source, era or question.
        id: String,
        /// Name of the field.
        field: &'static str,
        /// What it says.
        value: String,
    },
}

impl fmt::Display for TimelineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(f, "version {version} is newer than {BUNDLE_VERSION}, the newest known"),
            Self::Value { id, field, value } => write!(f, "{id}: {field}: {value}"),
        }
    }
}

impl std::error::Error for TimelineError {}

impl Timeline {
    /// Resolves and orders a bundle.
    ///
    /// # Errors
    /// The first thing that does not hold; `content/` is checked beforehand and gives none.
    pub fn new(bundle: Bundle) -> Result<Self, TimelineError> {
        if bundle.version > BUNDLE_VERSION {
            return Err(TimelineError::Newer(bundle.version));
        }
        let Bundle { lang, site, entries, sources, conversation, .. } = bundle;
        let lanes = index_by(site.lanes.iter().map(|lane| lane.id.as_str()), "lane")?;
        let regions = index_by(site.regions.iter().map(|region| region.id.as_str()), "region")?;
        let source_ids = index_by(sources.iter().map(|source| source.id.as_str()), "source")?;
        let order = chronicle_order(
            &entries.iter().map(|e| (e.id.as_str(), e.date.as_str(), e.parent.as_deref())).collect::<Vec<_>>(),
        )?;

        let in_order = order.iter().filter_map(|&(at, _)| entries.get(at)).map(|entry| entry.id.as_str());
        let by_id = index_by(in_order, "id")?;
        let mut wire: Vec<_> = entries.into_iter().map(Some).collect();
        let mut resolved: Vec<Entry> = Vec::with_capacity(wire.len());
        for (index, date) in order {
            let Some(entry) = wire.get_mut(index).and_then(Option::take) else { continue };
            let id = entry.id;
            let mut citations = Vec::with_capacity(entry.citations.len());
            for citation in entry.citations {
                citations.push(Citation {
                    source: lookup(&source_ids, &id, "source", &citation.source)?,
                    says: citation.says,
                });
            }
            let parent = entry.parent.as_deref().map(|parent| lookup(&by_id, &id, "parent", parent)).transpose()?;
            resolved.push(Entry {
                date,
                lane: lookup(&lanes, &id, "lane", &entry.lane)?,
                weight: entry.weight,
                regions: lookup_all(&regions, &id, "region", &entry.regions)?,
                parent,
                uncertain: entry.uncertain,
                title: entry.title,
                summary: entry.summary,
                disagreement: entry.disagreement,
                note: entry.note,
                citations,
                questions: Vec::new(),
                id,
            });
        }

        let mut questions = Vec::new();
        for (index, words) in conversation.iter().flat_map(|conversation| &conversation.questions).enumerate() {
            let entries = lookup_all(&by_id, &words.id, "entry", &words.entries)?;
            for &entry in &entries {
                if let Some(entry) = resolved.get_mut(entry) {
                    entry.questions.push(index);
                }
            }
            let published_in =
                words.published_in.as_deref().map(|id| lookup(&source_ids, &words.id, "source", id)).transpose()?;
            questions.push(Question { entries, published_in, words: words.clone() });
        }
        let mut eras = Vec::with_capacity(site.eras.len());
        for era in &site.eras {
            eras.push(Era {
                name: era.name.clone(),
                note: era.note.clone(),
                date: date_of(&era.id, &era.date)?,
                end_disputed: era.end_disputed,
                entries: lookup_all(&by_id, &era.id, "entry", &era.entries)?,
            });
        }
        let mut figures = Vec::with_capacity(site.figures.len());
        for words in &site.figures {
            let entries = lookup_all(&by_id, &words.id, "entry", &words.entries)?;
            figures.push(Figure { words: words.clone(), entries });
        }
        let sources = resolve_sources(sources, &resolved)?;
        Ok(Self { lang, site, entries: resolved, sources, eras, figures, conversation, questions, by_id })
    }

    /// Index of the entry with that id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id)
    }

    /// Index of the question with that id.
    pub fn find_question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.words.id == id)
    }

    /// Index of the source with that id.
    pub fn find_source(&self, id: &str) -> Option<usize> {
        self.sources.iter().position(|source| source.id == id)
    }

    /// The instants each entry covers, in the order of `entries`.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.entries.iter().map(|entry| entry.date.span())
    }
}

fn resolve_sources(wire: Vec<WireSource>, entries: &[Entry]) -> Result<Vec<Source>, TimelineError> {
    let mut sources = Vec::with_capacity(wire.len());
    for source in wire {
        let date = source.date.as_deref().map(|date| date_of(&source.id, date)).transpose()?;
        let WireSource { id, title, described, publisher, url, lang, .. } = source;
        sources.push(Source { id, title, described, publisher, url, lang, date, entries: Vec::new() });
    }
    for (index, entry) in entries.iter().enumerate() {
        for citation in &entry.citations {
            if let Some(source) = sources.get_mut(citation.source) {
                source.entries.push(index);
            }
        }
    }
    Ok(sources)
}

/// The chronicle's order: indices and dates of `(id, date, parent)`.
fn chronicle_order(entries: &[(&str, &str, Option<&str>)]) -> Result<Vec<(usize, Edtf)>, TimelineError> {
    let ids = index_by(entries.iter().map(|entry| entry.0), "id")?;
    let mut dates = Vec::with_capacity(entries.len());
    let mut parents = Vec::with_capacity(entries.len());
    for &(id, date, parent) in entries {
        dates.push(date_of(id, date)?);
        let parent = parent.map(|parent| Ok((lookup(&ids, id, "parent", parent)?, parent))).transpose()?;
        // One level of details: a detail of a detail would have no place on the page.
        if let Some((at, parent)) = parent
            && entries.get(at).is_none_or(|entry| entry.2.is_some())
        {
            return Err(value_error(id, "parent", parent));
        }
        parents.push(parent.map(|(at, _)| at));
    }
    let time = |at: usize| dates.get(at).map(|date: &Edtf| (date.anchor(), date.precision()));
    // An entry, or the one it is a detail of, by time; then the entry before its details, these by time.
    let key = |at: usize| {
        let parent = parents.get(at).copied().flatten();
        let top = parent.unwrap_or(at);
        (time(top), top, parent.is_some(), time(at))
    };
    let order = sorted(entries.len(), &mut |a, b| key(a).cmp(&key(b)));
    Ok(order.into_iter().filter_map(|at| Some((at, *dates.get(at)?))).collect())
}

fn date_of(id: &str, date: &str) -> Result<Edtf, TimelineError> {
    Edtf::parse(date).map_err(|_| value_error(id, "date", date))
}

fn value_error(id: &str, field: &'static str, value: &str) -> TimelineError {
    TimelineError::Value { id: id.to_owned(), field, value: value.to_owned() }
}

fn index_by<'a>(ids: impl Iterator<Item = &'a str>, field: &'static str) -> Result<Ids, TimelineError> {
    Ids::new(ids).map_err(|twice| value_error(&twice, field, &twice))
}

fn lookup(index: &Ids, id: &str, field: &'static str, key: &str) -> Result<usize, TimelineError> {
    index.get(key).ok_or_else(|| value_error(id, field, key))
}

fn lookup_all(index: &Ids, id: &str, field: &'static str, keys: &[String]) -> Result<Vec<usize>, TimelineError> {
    keys.iter().map(|key| lookup(index, id, field, key)).collect()
}
