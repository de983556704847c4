//! A timeline read back from a page that was prerendered: the text is there already, and what is not text
//! stands in its attributes. So the page carries nothing twice, and its program needs no reader of JSON.

use super::bundle::{LaneWords, Named, Site, WireQuestion};
use super::text::Text;
use super::timeline::{Entry, Question, Timeline};
use crate::order::Ids;
use crate::time::Edtf;

/// What a page says of its parts, by the place of each value.
#[derive(Clone, Debug, Default)]
pub struct PageParts {
    /// Language of the page.
    pub lang: String,
    /// Of every lane: id, hue, shape, name.
    pub lanes: Vec<[String; 4]>,
    /// Of every region: id, name.
    pub regions: Vec<[String; 2]>,
    /// Of every entry, in the chronicle's order: id, date, lane, weight, parent, regions (ids apart by
    /// spaces), title, its language if that is not the page's.
    pub entries: Vec<[String; 8]>,
    /// Ids of the questions.
    pub questions: Vec<[String; 1]>,
}

impl Timeline {
    /// The timeline of a page, without what is only read: summaries, sources, what is said of them.
    ///
    /// # Errors
    /// The id of an entry whose date or lane means nothing, or an id used twice.
    pub fn of_page(parts: PageParts) -> Result<Self, String> {
        let PageParts { lang, lanes, regions, entries, questions } = parts;
        let by_id = Ids::new(entries.iter().map(|[id, ..]| id.as_str()))?;
        let lane_ids = Ids::new(lanes.iter().map(|[id, ..]| id.as_str()))?;
        let region_ids = Ids::new(regions.iter().map(|[id, _]| id.as_str()))?;
        let mut read = Vec::with_capacity(entries.len());
        for [id, date, lane, weight, parent, regions, title, title_lang] in entries {
            let (Ok(date), Some(lane)) = (Edtf::parse(&date), lane_ids.get(&lane)) else { return Err(id) };
            let title = if title_lang.is_empty() { Text::own(title) } else { Text::foreign(title, title_lang) };
            read.push(Entry {
                date,
                lane,
                weight: weight.parse().unwrap_or(1),
                regions: regions.split(' ').filter_map(|region| region_ids.get(region)).collect(),
                parent: by_id.get(&parent),
                title,
                ..Entry::blank(id)
            });
        }
        let site = Site {
            lanes: lanes.into_iter().map(|[id, hue, shape, name]| LaneWords::named(id, hue, shape, name)).collect(),
            regions: regions.into_iter().map(|[id, name]| Named { id, name: Text::own(name) }).collect(),
            ..Site::default()
        };
        let questions = questions.into_iter().map(|[id]| Question {
            words: WireQuestion { id, ..WireQuestion::default() },
            entries: Vec::new(),
            published_in: None,
        });
        let questions = questions.collect();
        let (sources, eras, figures) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { lang, site, entries: read, sources, eras, figures, conversation: None, questions, by_id })
    }
}
