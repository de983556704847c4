//! The checked model: a [`Timeline`] is valid by construction, its references resolved to indices and
//! its entries in the chronicle's order.

use std::fmt;

use super::bundle::{BUNDLE_VERSION, Bundle, Conversation, FigureWords, Site, WireEntry, WireQuestion, WireSource};
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

impl Entry {
    /// An entry that says nothing yet.
    pub(super) fn blank(id: String) -> Self {
        Self {
            id,
            date: Edtf::default(),
            lane: 0,
            weight: 1,
            regions: Vec::new(),
            parent: None,
            uncertain: false,
            title: Text::default(),
            summary: Text::default(),
            disagreement: None,
            note: None,
            citations: Vec::new(),
            questions: Vec::new(),
        }
    }
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

/// Resolves ids and dates, and keeps the first that cannot be. Going on with an empty value costs less
/// code than returning from the middle.
#[derive(Default)]
struct Resolver {
    error: Option<TimelineError>,
}

impl Resolver {
    fn wrong(&mut self, id: &str, field: &'static str, value: &str) {
        self.error.get_or_insert_with(|| TimelineError::Value { id: id.to_owned(), field, value: value.to_owned() });
    }

    fn ids<'a>(&mut self, names: impl Iterator<Item = &'a str>, field: &'static str) -> Ids {
        Ids::new(names).unwrap_or_else(|twice| {
            self.wrong(&twice, field, &twice);
            Ids::default()
        })
    }

    fn one(&mut self, ids: &Ids, id: &str, field: &'static str, name: &str) -> usize {
        ids.get(name).unwrap_or_else(|| {
            self.wrong(id, field, name);
            0
        })
    }

    fn all(&mut self, ids: &Ids, id: &str, field: &'static str, names: &[String]) -> Vec<usize> {
        names.iter().map(|name| self.one(ids, id, field, name)).collect()
    }

    fn date(&mut self, id: &str, date: &str) -> Edtf {
        Edtf::parse(date).unwrap_or_else(|_| {
            self.wrong(id, "date", date);
            Edtf::default()
        })
    }

    /// Indices of entries in the chronicle's order: by time; an entry before its details, these by time.
    fn chronicle_order(&mut self, entries: &[WireEntry], dates: &[Edtf]) -> Vec<usize> {
        let ids = self.ids(entries.iter().map(|entry| entry.id.as_str()), "id");
        let mut parents = Vec::with_capacity(entries.len());
        for entry in entries {
            let parent = entry.parent.as_deref();
            let at = parent.map(|parent| self.one(&ids, &entry.id, "parent", parent));
            // One level of details: a detail of a detail would have no place on the page.
            if at.is_some_and(|at| entries.get(at).is_none_or(|other| other.parent.is_some())) {
                self.wrong(&entry.id, "parent", parent.unwrap_or_default());
            }
            parents.push(at);
        }
        let time = |at: usize| dates.get(at).map(|date| (date.anchor(), date.precision()));
        let key = |at: usize| {
            let parent = parents.get(at).copied().flatten();
            let top = parent.unwrap_or(at);
            (time(top), top, parent.is_some(), time(at))
        };
        sorted(entries.len(), &mut |a, b| key(a).cmp(&key(b)))
    }
}

impl Timeline {
    /// Resolves and orders a bundle.
    ///
    /// # Errors
    /// The first thing that does not hold; `content/` is checked beforehand and gives none.
    pub fn new(bundle: Bundle) -> Result<Self, TimelineError> {
        if bundle.version > BUNDLE_VERSION {
            return Err(TimelineError::Newer(bundle.version));
        }
        let mut resolver = Resolver::default();
        let Bundle { lang, site, entries: wire, sources, conversation, .. } = bundle;
        let lanes = resolver.ids(site.lanes.iter().map(|lane| lane.id.as_str()), "lane");
        let regions = resolver.ids(site.regions.iter().map(|region| region.id.as_str()), "region");
        let source_ids = resolver.ids(sources.iter().map(|source| source.id.as_str()), "source");
        let dates: Vec<Edtf> = wire.iter().map(|entry| resolver.date(&entry.id, &entry.date)).collect();
        let order = resolver.chronicle_order(&wire, &dates);
        let by_id = resolver.ids(order.iter().filter_map(|&at| wire.get(at)).map(|entry| entry.id.as_str()), "id");

        let mut slots: Vec<_> = wire.into_iter().zip(dates).map(Some).collect();
        let mut entries = Vec::with_capacity(slots.len());
        for at in order {
            if let Some((entry, date)) = slots.get_mut(at).and_then(Option::take) {
                entries.push(resolver.entry(entry, date, &lanes, &regions, &source_ids, &by_id));
            }
        }
        let mut questions = Vec::new();
        for (index, words) in conversation.iter().flat_map(|conversation| &conversation.questions).enumerate() {
            let rests_on = resolver.all(&by_id, &words.id, "entry", &words.entries);
            for &entry in &rests_on {
                if let Some(entry) = entries.get_mut(entry) {
                    entry.questions.push(index);
                }
            }
            let published_in = words.published_in.as_deref();
            let published_in = published_in.map(|id| resolver.one(&source_ids, &words.id, "source", id));
            questions.push(Question { entries: rests_on, published_in, words: words.clone() });
        }
        let eras = site.eras.iter().map(|era| Era {
            name: era.name.clone(),
            note: era.note.clone(),
            date: resolver.date(&era.id, &era.date),
            end_disputed: era.end_disputed,
            entries: resolver.all(&by_id, &era.id, "entry", &era.entries),
        });
        let eras = eras.collect();
        let figures = site.figures.iter().map(|words| Figure {
            words: words.clone(),
            entries: resolver.all(&by_id, &words.id, "entry", &words.entries),
        });
        let figures = figures.collect();
        let sources = resolver.sources(sources, &entries);
        let timeline = Self { lang, site, entries, sources, eras, figures, conversation, questions, by_id };
        resolver.error.map_or(Ok(timeline), Err)
    }

    /// Of these parts alone.
    pub(super) fn new_of_page(
        lang: String,
        site: Site,
        entries: Vec<Entry>,
        questions: Vec<Question>,
        by_id: Ids,
    ) -> Self {
        let (sources, eras, figures) = (Vec::new(), Vec::new(), Vec::new());
        Self { lang, site, entries, sources, eras, figures, conversation: None, questions, by_id }
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

impl Resolver {
    fn entry(
        &mut self,
        wire: WireEntry,
        date: Edtf,
        lanes: &Ids,
        regions: &Ids,
        sources: &Ids,
        entries: &Ids,
    ) -> Entry {
        let WireEntry { id, lane, weight, regions: names, parent, uncertain, title, summary, .. } = wire;
        let citations = wire.citations.into_iter().map(|citation| Citation {
            source: self.one(sources, &id, "source", &citation.source),
            says: citation.says,
        });
        Entry {
            citations: citations.collect(),
            lane: self.one(lanes, &id, "lane", &lane),
            regions: self.all(regions, &id, "region", &names),
            parent: parent.map(|parent| self.one(entries, &id, "parent", &parent)),
            disagreement: wire.disagreement,
            note: wire.note,
            questions: Vec::new(),
            id,
            date,
            weight,
            uncertain,
            title,
            summary,
        }
    }

    fn sources(&mut self, wire: Vec<WireSource>, entries: &[Entry]) -> Vec<Source> {
        let mut sources = Vec::with_capacity(wire.len());
        for WireSource { id, title, described, publisher, url, lang, date } in wire {
            let date = date.map(|date| self.date(&id, &date));
            sources.push(Source { id, title, described, publisher, url, lang, date, entries: Vec::new() });
        }
        for (index, entry) in entries.iter().enumerate() {
            for citation in &entry.citations {
                if let Some(source) = sources.get_mut(citation.source) {
                    source.entries.push(index);
                }
            }
        }
        sources
    }
}
