//! What a running page knows of a timeline: dates, lanes, regions, titles; not what is only read.

use super::bundle::Language;
use super::text::Text;
use super::timeline::Timeline;
use crate::order::Ids;
use crate::time::Edtf;

/// A timeline without its texts. It is what filters, layout and addresses work on; the prerender writes it into the
/// page (see `ui::embedded`), and the page's program reads it back.
///
/// `entries` are in the chronicle's order, see [`Timeline`]. Indices that lead nowhere are passed over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Language tag of the words.
    pub lang: String,
    /// The page's title.
    pub title: String,
    /// The languages the page comes in.
    pub languages: Vec<Language>,
    /// Lanes in their order on the frieze.
    pub lanes: Vec<Lane>,
    /// Regions in their order in the filter.
    pub regions: Vec<Region>,
    /// Background periods.
    pub eras: Vec<Period>,
    /// The entries in the chronicle's order.
    pub entries: Vec<Item>,
    /// Ids of the questions in the event's order.
    pub questions: Vec<String>,
    by_id: Ids,
}

/// A lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// Id in the data and in addresses.
    pub id: String,
    /// Name of a hue of the style sheet.
    pub hue: String,
    /// Name of a mark's shape.
    pub shape: String,
    /// Full name.
    pub name: String,
    /// Name where room is short.
    pub short: String,
    /// What belongs in it.
    pub description: String,
}

/// A region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    /// Id in the data and in addresses.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A background period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Period {
    /// Its name.
    pub name: String,
    /// Its interval.
    pub date: Edtf,
    /// Whether sources disagree on its end.
    pub end_disputed: bool,
}

/// An entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The fragment of its address.
    pub id: String,
    /// Its date.
    pub date: Edtf,
    /// Index of its lane.
    pub lane: usize,
    /// 1 to 3.
    pub weight: u8,
    /// Indices of its regions.
    pub regions: Vec<usize>,
    /// Index of the entry it is a detail of.
    pub parent: Option<usize>,
    /// Whether its sources disagree.
    pub disputed: bool,
    /// Its title.
    pub title: Text,
    /// Its title where room is short.
    pub short: Option<Text>,
}

impl Item {
    /// What stands beside its mark: its title where room is short.
    pub fn label(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.title)
    }
}

impl Outline {
    /// The outline of a timeline.
    pub fn of(timeline: &Timeline) -> Self {
        let own = |text: &Text| text.as_str().to_owned();
        let site = &timeline.site;
        let lanes = site.lanes.iter().map(|lane| Lane {
            id: lane.id.clone(),
            hue: lane.hue.clone(),
            shape: lane.shape.clone(),
            name: own(&lane.name),
            short: own(&lane.short),
            description: own(&lane.description),
        });
        let regions = site.regions.iter().map(|region| Region { id: region.id.clone(), name: own(&region.name) });
        let eras = timeline.eras.iter();
        let eras = eras.map(|era| Period { name: own(&era.name), date: era.date, end_disputed: era.end_disputed });
        let entries = timeline.entries.iter().map(|entry| Item {
            id: entry.id.clone(),
            date: entry.date,
            lane: entry.lane,
            weight: entry.weight,
            regions: entry.regions.clone(),
            parent: entry.parent,
            disputed: entry.disagreement.is_some(),
            title: entry.title.clone(),
            short: entry.short.clone(),
        });
        Self {
            lang: timeline.lang.clone(),
            title: own(&site.title),
            languages: site.languages.clone(),
            lanes: lanes.collect(),
            regions: regions.collect(),
            eras: eras.collect(),
            entries: entries.collect(),
            questions: timeline.questions.iter().map(|question| question.words.id.clone()).collect(),
            by_id: timeline.by_id.clone(),
        }
    }

    /// Makes an outline that was read ready to be asked by id.
    ///
    /// # Errors
    /// An id that two entries have.
    pub fn indexed(mut self) -> Result<Self, String> {
        self.by_id = Ids::new(self.entries.iter().map(|entry| entry.id.as_str()))?;
        Ok(self)
    }

    /// Index of the entry with that id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id)
    }

    /// Index of the question with that id.
    pub fn find_question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question == id)
    }

    /// Years with some entries, which are in the chronicle's order. A detail stands by its parent, whatever its own
    /// year.
    pub fn years(&self, entries: impl Iterator<Item = usize>) -> Vec<(i64, Vec<usize>)> {
        let mut years: Vec<(i64, Vec<usize>)> = Vec::new();
        for index in entries {
            let Some(entry) = self.entries.get(index) else { continue };
            let dated = entry.parent.and_then(|parent| self.entries.get(parent)).unwrap_or(entry);
            let year = dated.date.anchor().civil().year;
            match years.last_mut() {
                Some((last, entries)) if *last == year => entries.push(index),
                _ => years.push((year, vec![index])),
            }
        }
        years
    }
}
