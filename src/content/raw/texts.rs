//! The words, a folder `text/<tag>` per language. Content that a language lacks falls back to another,
//! so hardly anything is required here; the interface's own words have no fallback.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::Keyed;
use crate::content::Status;
use crate::i18n::{DateForm, Phrase};

/// `text/<tag>/site.json`: the page's own words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteText {
    /// The page's title.
    pub title: Option<String>,
    /// A short line above the title.
    pub kicker: Option<String>,
    /// The decade in a paragraph.
    pub lede: Option<String>,
    /// The same in a sentence or two, for a narrow screen: without it all of the lede stands there.
    pub brief: Option<String>,
    /// That the page is not official.
    pub notice: Option<String>,
    /// The words of each lane, under its id.
    pub lanes: Option<Keyed<LaneText>>,
    /// The name of each region, under its id.
    pub regions: Option<Keyed<String>>,
    /// The words of each era, under its id.
    pub eras: Option<Keyed<EraText>>,
    /// The words of each figure, under its id.
    pub figures: Option<Keyed<FigureText>>,
    /// How the facts were gathered, a paragraph each.
    pub method: Option<Vec<String>>,
}

/// A lane's words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LaneText {
    /// The lane's name.
    pub name: Option<String>,
    /// The lane's name where room is short.
    pub short: Option<String>,
    /// What belongs in the lane.
    pub description: Option<String>,
}

/// An era's words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EraText {
    /// The era's name.
    pub name: Option<String>,
    /// What limits its dates.
    pub note: Option<String>,
}

/// A figure's words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureText {
    /// The figure as text, such as "109 projects".
    pub value: Option<String>,
    /// What it counts.
    pub caption: Option<String>,
}

/// `text/<tag>/entries.json`: the words of the entries.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntriesText {
    /// The words of each entry, under its id.
    pub entries: Option<Keyed<EntryText>>,
}

/// An entry's words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryText {
    /// The entry's title, in our own words.
    pub title: Option<String>,
    /// The same in three or four words, for the frieze, where the title is long.
    pub short: Option<String>,
    /// The entry in a few sentences, in our own words.
    pub summary: Option<String>,
    /// What its sources disagree on, every version kept.
    pub disagreement: Option<String>,
    /// What limits its date or place, and what is inferred.
    pub note: Option<String>,
    /// What each of its sources says of it, paraphrased, under the id of the source.
    pub says: Option<Keyed<String>>,
}

/// `text/<tag>/sources.json`: descriptions of the sources that have no title.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourcesText {
    /// Our description of each source without a title, under its id.
    pub sources: Option<Keyed<String>>,
}

/// `text/<tag>/questions.json`: the words of the event and its questions.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionsText {
    /// The title of the article that reports the event.
    pub article: Option<ArticleText>,
    /// The event's name.
    pub event_name: Option<String>,
    /// The words of each chair, under the person's id.
    pub chairs: Option<Keyed<ChairText>>,
    /// Groups that took part.
    pub participants: Option<Vec<String>>,
    /// What is not known of the event, and how this part was written.
    pub notes: Option<NotesText>,
    /// The words of each question, under its id.
    pub questions: Option<Keyed<QuestionText>>,
}

/// The article's title.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArticleText {
    /// The title.
    pub title: Option<String>,
    /// Where the wording comes from: "original", "published" or "unofficial".
    pub status: Option<Status>,
}

/// A chair's words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChairText {
    /// The title before the name, where the language uses one.
    pub honorific: Option<String>,
    /// The person's part in the event.
    pub part: Option<String>,
    /// The office held.
    pub office: Option<String>,
    /// What the person said, paraphrased.
    pub said: Option<String>,
}

/// Notes on the event.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotesText {
    /// On the place.
    pub place: Option<String>,
    /// On who took part.
    pub participants: Option<String>,
    /// On when the article was published.
    pub publication: Option<String>,
    /// On the article's addresses.
    pub addresses: Option<String>,
    /// On how points were grouped by question, and on the wording.
    pub grouping: Option<String>,
}

/// A question's words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionText {
    /// The question.
    pub text: Option<String>,
    /// Where the wording comes from: "original", "published" or "unofficial".
    pub status: Option<Status>,
    /// The id of the source that published this translation.
    pub published_in: Option<String>,
    /// Our translation, beside a published one.
    pub ours: Option<String>,
    /// What limits the wording.
    pub note: Option<String>,
    /// What participants stressed.
    pub stressed: Option<Vec<String>>,
    /// Prompts for a workshop.
    pub prompts: Option<Vec<String>>,
}

/// `text/<tag>/ui.json`: the interface's phrases.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UiText {
    /// The phrases under their keys, all of them; {…} is filled in by the program.
    #[schemars(required, schema_with = "phrases")]
    pub phrases: Option<Keyed<String>>,
}

/// `text/<tag>/dates.json`: names and patterns for dates.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatesText {
    /// The CLDR locale that the file was drawn from.
    pub cldr: Option<String>,
    /// The names of the twelve months, as within a date.
    #[schemars(required, length(equal = 12))]
    pub months: Option<Vec<String>>,
    /// The short names of the twelve months.
    #[schemars(required, length(equal = 12))]
    pub months_short: Option<Vec<String>>,
    /// The patterns under their keys, all of them; {…} is filled in by the program.
    #[schemars(required, schema_with = "forms")]
    pub forms: Option<Keyed<String>>,
}

fn phrases(_: &mut SchemaGenerator) -> Schema {
    keys(Phrase::ALL.iter().map(|(key, _)| *key))
}

fn forms(_: &mut SchemaGenerator) -> Schema {
    keys(DateForm::ALL.iter().map(|(key, _)| *key))
}

/// An object of texts that has these keys, all of them and no other.
fn keys(keys: impl Iterator<Item = &'static str> + Clone) -> Schema {
    let properties: serde_json::Map<_, _> =
        keys.clone().map(|key| (key.to_owned(), serde_json::json!({ "type": "string" }))).collect();
    let required: Vec<_> = keys.collect();
    json_schema!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false
    })
}
