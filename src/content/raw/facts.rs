//! What is the same in every language.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{HUES, ID_PATTERN, Keyed, MAX_LANES, SHAPES};

/// `site.json`: the languages and the vocabulary of the page, without its words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The tag of the language of the first page, which the others fall back to.
    #[schemars(required)]
    pub default_language: Option<String>,
    /// The languages that the page comes in, each with a folder `text/<tag>`.
    #[schemars(required)]
    pub languages: Option<Vec<Language>>,
    /// The lanes, from the first to the last on the frieze.
    #[schemars(required, length(min = 1, max = MAX_LANES))]
    pub lanes: Option<Vec<Lane>>,
    /// The ids of the regions, in the order of the filter.
    #[schemars(required)]
    pub regions: Option<Vec<String>>,
    /// The background periods.
    pub eras: Option<Vec<Era>>,
    /// The figures of the overture.
    pub figures: Option<Vec<Figure>>,
}

/// A language of the page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// The BCP 47 tag, such as "fr", also the name of its folder.
    #[schemars(required)]
    pub tag: Option<String>,
    /// The language's name in itself, such as "Français".
    #[schemars(required)]
    pub name: Option<String>,
    /// The direction of its script, "ltr" or "rtl".
    #[schemars(required)]
    pub dir: Option<Dir>,
}

/// The direction of a script.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Dir {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// A lane of the frieze.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lane {
    /// The lane's id: lower-case letters, digits and hyphens.
    #[schemars(required, extend("pattern" = ID_PATTERN))]
    pub id: Option<String>,
    /// The lane's hue, a name that the style sheet knows, such as "blue".
    #[schemars(required, extend("enum" = HUES))]
    pub hue: Option<String>,
    /// The shape of the lane's marks, such as "circle".
    #[schemars(required, extend("enum" = SHAPES))]
    pub shape: Option<String>,
}

/// A background period.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Era {
    /// The era's id: lower-case letters, digits and hyphens.
    #[schemars(required, extend("pattern" = ID_PATTERN))]
    pub id: Option<String>,
    /// An EDTF interval, such as 2016/2020-04, or 2020-04-24/.. where it goes on.
    #[schemars(required)]
    pub date: Option<String>,
    /// Whether sources disagree on its end (false when left out).
    pub end_disputed: Option<bool>,
    /// The ids of the entries that it comes from.
    #[schemars(required)]
    pub entries: Option<Vec<String>>,
}

/// A figure of the overture.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The figure's id: lower-case letters, digits and hyphens.
    #[schemars(required, extend("pattern" = ID_PATTERN))]
    pub id: Option<String>,
    /// Whether those entries carry a disagreement about it (false when left out).
    pub disputed: Option<bool>,
    /// The ids of the entries that it rests on.
    #[schemars(required)]
    pub entries: Option<Vec<String>>,
}

/// `timeline.json`: the dated entries, without their words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// The entries, in any order; those of one date stay in this order.
    #[schemars(required)]
    pub entries: Option<Vec<Entry>>,
}

/// A dated entry.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The entry's id, the fragment of its address: lower-case letters, digits and hyphens; never changed
    /// once published.
    #[schemars(required, extend("pattern" = ID_PATTERN))]
    pub id: Option<String>,
    /// The date in EDTF, as precise as the sources and no more: 2017, 2017-09, 2017-09-21, or an interval
    /// such as 2016/2020-04.
    #[schemars(required)]
    pub date: Option<String>,
    /// The id of the lane that it stands in.
    #[schemars(required)]
    pub lane: Option<String>,
    /// 3 keeps its label longest, then 2, then 1 (1 when left out).
    #[schemars(range(min = 1, max = 3))]
    pub weight: Option<i64>,
    /// The ids of the regions that it concerns.
    pub regions: Option<Vec<String>>,
    /// The id of the entry that it is a detail of.
    pub parent: Option<String>,
    /// "medium" where it rests on thin or conflicting evidence, else "high" (high when left out).
    pub confidence: Option<Confidence>,
    /// Whether the article of the event states it; kept for the record.
    pub in_article: Option<bool>,
    /// The ids of its sources, at least one; sources.json describes them.
    #[schemars(required, length(min = 1))]
    pub sources: Option<Vec<String>>,
}

/// How sure an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Its sources agree on the date and the core of it.
    High,
    /// It rests on thin or conflicting evidence, and the page says so.
    Medium,
}

/// `sources.json`: every source once.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// The sources under their ids, in the order of the page.
    #[schemars(required)]
    pub sources: Option<Keyed<Source>>,
}

/// A source.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its title as published; a source without one is described in `text/<tag>/sources.json`.
    pub title: Option<String>,
    /// Who published it.
    #[schemars(required)]
    pub publisher: Option<String>,
    /// Its full address, beginning with https:// or http://.
    #[schemars(required, extend("pattern" = "^https?://"))]
    pub url: Option<String>,
    /// The tag of the language that it is written in, such as "en".
    #[schemars(required)]
    pub lang: Option<String>,
    /// When it was published, in EDTF, where that is known.
    pub date: Option<String>,
}

/// `questions.json`: the event and its questions, without their words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// The event at which the questions were asked.
    #[schemars(required)]
    pub event: Option<Event>,
    /// The questions in their order.
    #[schemars(required)]
    pub questions: Option<Vec<Question>>,
}

/// The event at which the questions were asked.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The date of the event, in EDTF.
    #[schemars(required)]
    pub date: Option<String>,
    /// The id of the entry that tells of the event.
    #[schemars(required)]
    pub entry: Option<String>,
    /// The tag of the language that the questions were asked in.
    #[schemars(required)]
    pub original_language: Option<String>,
    /// The id of the source that reports the event.
    #[schemars(required)]
    pub article: Option<String>,
    /// For each language, the id of the source that is the article's published translation.
    pub article_translations: Option<Keyed<String>>,
    /// Who presided.
    pub chairs: Option<Vec<Chair>>,
}

/// A person who presided.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chair {
    /// The person's id: lower-case letters, digits and hyphens.
    #[schemars(required, extend("pattern" = ID_PATTERN))]
    pub id: Option<String>,
    /// The full name, without title.
    #[schemars(required)]
    pub name: Option<String>,
}

/// A question.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question's id, the fragment of its address: lower-case letters, digits and hyphens; never
    /// changed once published.
    #[schemars(required, extend("pattern" = ID_PATTERN))]
    pub id: Option<String>,
    /// The ids of the entries that it rests on.
    #[schemars(required)]
    pub entries: Option<Vec<String>>,
}

/// `published-ids.json`: ids that were ever published. An address once given stays good.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedIds {
    /// The ids of entries.
    #[schemars(required)]
    pub entries: Option<Vec<String>>,
    /// The ids of questions.
    #[schemars(required)]
    pub questions: Option<Vec<String>>,
    /// The ids of sources.
    #[schemars(required)]
    pub sources: Option<Vec<String>>,
}
