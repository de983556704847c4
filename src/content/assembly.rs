//! Making a timeline of a bundle: ids and dates resolved, entries in the chronicle's order.

use super::bundle::{BUNDLE_VERSION, Bundle, Conversation, Site, WireEntry, WireSource};
use super::timeline::{Citation, Entry, Era, Figure, Question, Source, Timeline, TimelineError};
use crate::order::{Ids, sorted};
use crate::page::ids::is_own;
use crate::time::Edtf;

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
        // Computed once: sorting a large file asks for them millions of times.
        let times: Vec<_> = dates.iter().map(|date| (date.anchor(), date.precision())).collect();
        let key = |(at, parent): (usize, &Option<usize>)| {
            let top = parent.unwrap_or(at);
            (times.get(top), top, parent.is_some(), times.get(at))
        };
        let keys: Vec<_> = parents.iter().enumerate().map(key).collect();
        sorted(entries.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b)))
    }
}

/// A timeline in the making, so that a page stays alive while it makes a large one.
pub struct Assembly {
    resolver: Resolver,
    lang: String,
    site: Site,
    sources: Vec<WireSource>,
    conversation: Option<Conversation>,
    lane_ids: Ids,
    region_ids: Ids,
    source_ids: Ids,
    by_id: Ids,
    /// Entries with their dates in the bundle's order, each until it is taken.
    slots: Vec<Option<(WireEntry, Edtf)>>,
    /// The chronicle's order of them.
    order: Vec<usize>,
    entries: Vec<Entry>,
}

impl Assembly {
    /// Begins with a bundle: its ids, its dates, the chronicle's order.
    ///
    /// # Errors
    /// A version that is newer than this program, or ids that are the page's own.
    pub fn new(bundle: Bundle) -> Result<Self, TimelineError> {
        if bundle.version > BUNDLE_VERSION {
            return Err(TimelineError::Newer(bundle.version));
        }
        let mut resolver = Resolver::default();
        let Bundle { lang, site, entries: wire, sources, conversation, .. } = bundle;
        // Ids of elements of the page: entries and questions share them.
        let questions = conversation.iter().flat_map(|conversation| &conversation.questions);
        let ids = || wire.iter().map(|entry| entry.id.as_str()).chain(questions.clone().map(|words| words.id.as_str()));
        let own: Vec<_> = ids().filter(|id| is_own(id)).map(str::to_owned).collect();
        if !own.is_empty() {
            return Err(TimelineError::Own(own));
        }
        resolver.ids(ids(), "id");
        let lane_ids = resolver.ids(site.lanes.iter().map(|lane| lane.id.as_str()), "lane");
        let region_ids = resolver.ids(site.regions.iter().map(|region| region.id.as_str()), "region");
        let source_ids = resolver.ids(sources.iter().map(|source| source.id.as_str()), "source");
        let dates: Vec<Edtf> = wire.iter().map(|entry| resolver.date(&entry.id, &entry.date)).collect();
        let order = resolver.chronicle_order(&wire, &dates);
        let by_id = resolver.ids(order.iter().filter_map(|&at| wire.get(at)).map(|entry| entry.id.as_str()), "id");
        let entries = Vec::with_capacity(wire.len());
        let slots = wire.into_iter().zip(dates).map(Some).collect();
        Ok(Self {
            resolver,
            lang,
            site,
            sources,
            conversation,
            lane_ids,
            region_ids,
            source_ids,
            by_id,
            slots,
            order,
            entries,
        })
    }

    /// Resolves some entries more. False once there are none left.
    pub fn step(&mut self, most: usize) -> bool {
        let Self { resolver, lane_ids, region_ids, source_ids, by_id, slots, order, entries, .. } = self;
        let next: Vec<usize> = order.iter().skip(entries.len()).take(most).copied().collect();
        for at in next {
            if let Some((entry, date)) = slots.get_mut(at).and_then(Option::take) {
                entries.push(resolver.entry(entry, date, lane_ids, region_ids, source_ids, by_id));
            }
        }
        entries.len() < order.len()
    }

    /// The timeline.
    ///
    /// # Errors
    /// The first thing that does not hold; `content/` is checked beforehand and gives none.
    pub fn finish(mut self) -> Result<Timeline, TimelineError> {
        while self.step(usize::MAX) {}
        let Self { mut resolver, lang, site, sources, conversation, source_ids, by_id, mut entries, .. } = self;
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
        let timeline = Timeline { lang, site, entries, sources, eras, figures, conversation, questions, by_id };
        resolver.error.map_or(Ok(timeline), Err)
    }
}

impl Timeline {
    /// Resolves and orders a bundle.
    ///
    /// # Errors
    /// A newer version, or the first thing that does not hold; `content/` is checked beforehand and gives none.
    pub fn new(bundle: Bundle) -> Result<Self, TimelineError> {
        Assembly::new(bundle)?.finish()
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
        let WireEntry { id, lane, weight, regions: names, parent, uncertain, title, short, summary, .. } = wire;
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
            short,
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
