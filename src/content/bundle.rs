//! The one wire format: what a page needs, in one language, with the words inline.
//!
//! Ids stay texts on the wire, so that a bundle can be written and read by people;
//! [`super::Timeline`] resolves them.

use serde::Serialize;

use super::text::Text;

/// The version this program writes, and the newest it reads.
pub const BUNDLE_VERSION: u32 = 1;

/// A page's content in one language.
#[derive(Clone, Debug, Serialize)]
pub struct Bundle {
    /// See [`BUNDLE_VERSION`].
    pub version: u32,
    /// Language tag of the words.
    pub lang: String,
    /// Title, lanes, regions, eras, figures.
    pub site: Site,
    /// The dated entries, in any order.
    pub entries: Vec<WireEntry>,
    /// Every source once.
    pub sources: Vec<WireSource>,
    /// The event and its questions, where the page has them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<Conversation>,
}

impl Bundle {
    /// Marks every text with the bundle's language, for a page in another one. All fields are named, so that the compiler
    /// asks about a new one.
    pub fn mark_language(&mut self) {
        let Self { version: _, lang, site, entries, sources, conversation } = self;
        let mut mark = |text: &mut Text| text.mark(lang);
        let Site { title, kicker, lede, brief, notice, method, languages: _, lanes, regions, eras, figures } = site;
        [title, kicker, lede, notice].into_iter().chain(brief).chain(method).for_each(&mut mark);
        lanes.iter_mut().flat_map(|lane| [&mut lane.name, &mut lane.short, &mut lane.description]).for_each(&mut mark);
        regions.iter_mut().for_each(|region| mark(&mut region.name));
        eras.iter_mut().flat_map(|era| [Some(&mut era.name), era.note.as_mut()]).flatten().for_each(&mut mark);
        figures.iter_mut().flat_map(|figure| [&mut figure.value, &mut figure.caption]).for_each(&mut mark);
        for entry in entries {
            let WireEntry {
                title,
                short,
                summary,
                disagreement,
                note,
                citations,
                id: _,
                date: _,
                lane: _,
                weight: _,
                regions: _,
                parent: _,
                uncertain: _,
            } = entry;
            [Some(title), short.as_mut(), Some(summary), disagreement.as_mut(), note.as_mut()]
                .into_iter()
                .flatten()
                .for_each(&mut mark);
            citations.iter_mut().filter_map(|citation| citation.says.as_mut()).for_each(&mut mark);
        }
        sources.iter_mut().filter(|source| source.described).for_each(|source| mark(&mut source.title));
        let Some(conversation) = conversation else { return };
        let Conversation {
            name,
            title,
            chairs,
            participants,
            notes,
            questions,
            date: _,
            entry: _,
            article: _,
            status: _,
            original: _,
        } = conversation;
        [name, title].into_iter().chain(participants).chain(notes).for_each(&mut mark);
        for Chair { name: _, part, office, said } in chairs {
            [Some(part), Some(office), said.as_mut()].into_iter().flatten().for_each(&mut mark);
        }
        for WireQuestion {
            text,
            ours,
            note,
            stressed,
            prompts,
            id: _,
            status: _,
            original: _,
            published_in: _,
            entries: _,
        } in questions
        {
            [Some(text), ours.as_mut(), note.as_mut()].into_iter().flatten().for_each(&mut mark);
            stressed.iter_mut().chain(prompts).for_each(&mut mark);
        }
    }
}

/// The page's own words and the vocabulary of its entries.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Site {
    /// The page's title.
    pub title: Text,
    /// A short line above the title.
    pub kicker: Text,
    /// The decade in a paragraph.
    pub lede: Text,
    /// The same in a sentence or two, for a narrow screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brief: Option<Text>,
    /// That the page is not official.
    pub notice: Text,
    /// How the facts were gathered, a paragraph each.
    pub method: Vec<Text>,
    /// The languages the page comes in; the first one is the default.
    pub languages: Vec<Language>,
    /// Lanes in their order on the frieze.
    pub lanes: Vec<LaneWords>,
    /// Regions in their order in the filter.
    pub regions: Vec<Named>,
    /// Background periods.
    pub eras: Vec<EraWords>,
    /// The figures of the overture.
    pub figures: Vec<FigureWords>,
}

/// A language the page comes in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Language {
    /// BCP 47 tag, also the folder's name.
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: String,
}

/// A lane: an id, how it looks, what it is called.
#[derive(Clone, Debug, Serialize)]
pub struct LaneWords {
    /// Id in the data and in addresses.
    pub id: String,
    /// Name of a hue of the style sheet.
    pub hue: String,
    /// Name of a mark's shape.
    pub shape: String,
    /// Full name.
    pub name: Text,
    /// Name where room is short.
    pub short: Text,
    /// What belongs in it.
    pub description: Text,
}

/// An id with its name.
#[derive(Clone, Debug, Serialize)]
pub struct Named {
    /// Id in the data and in addresses.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A background period.
#[derive(Clone, Debug, Serialize)]
pub struct EraWords {
    /// Its id.
    pub id: String,
    /// EDTF interval.
    pub date: String,
    /// Whether sources disagree on its end.
    pub end_disputed: bool,
    /// The entries it comes from.
    pub entries: Vec<String>,
    /// Its name.
    pub name: Text,
    /// What limits its dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A figure of the overture.
#[derive(Clone, Debug, Serialize)]
pub struct FigureWords {
    /// Its id.
    pub id: String,
    /// The figure as text.
    pub value: Text,
    /// What it counts.
    pub caption: Text,
    /// Whether those entries carry a disagreement about it.
    pub disputed: bool,
    /// The entries it rests on.
    pub entries: Vec<String>,
}

/// A dated entry.
#[derive(Clone, Debug, Serialize)]
pub struct WireEntry {
    /// Its id, the fragment of its address.
    pub id: String,
    /// EDTF date.
    pub date: String,
    /// Id of its lane.
    pub lane: String,
    /// 3 keeps its label longest, then 2, then 1.
    pub weight: u8,
    /// Ids of its regions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<String>,
    /// The entry it is a detail of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// True where it rests on thin or conflicting evidence.
    #[serde(skip_serializing_if = "is_false")]
    pub uncertain: bool,
    /// Its title.
    pub title: Text,
    /// Its title where room is short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// Its summary.
    pub summary: Text,
    /// What its sources disagree on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disagreement: Option<Text>,
    /// What limits its date or place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Its sources and what each says.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<WireCitation>,
}

/// A source as one entry uses it.
#[derive(Clone, Debug, Serialize)]
pub struct WireCitation {
    /// Id of the source.
    pub source: String,
    /// What it says of the entry, paraphrased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<Text>,
}

/// A source.
#[derive(Clone, Debug, Serialize)]
pub struct WireSource {
    /// Its id.
    pub id: String,
    /// Its title as published, or our description of it.
    pub title: Text,
    /// Whether the title is our description.
    #[serde(skip_serializing_if = "is_false")]
    pub described: bool,
    /// Who published it.
    pub publisher: String,
    /// Its address, http or https.
    pub url: String,
    /// Language of the source.
    pub lang: String,
    /// EDTF date of publication, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// The event and its questions.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Conversation {
    /// EDTF date of the event.
    pub date: String,
    /// Id of the entry that tells of it.
    pub entry: String,
    /// The event's name.
    pub name: Text,
    /// Id of the source that reports it.
    pub article: String,
    /// The article's title in the page's language.
    pub title: Text,
    /// Where that title comes from.
    pub status: Status,
    /// The article's own title, where the page's differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<Text>,
    /// Who presided.
    pub chairs: Vec<Chair>,
    /// Groups that took part.
    pub participants: Vec<Text>,
    /// What is not known of the event, and how this part was written.
    pub notes: Vec<Text>,
    /// The questions in their order.
    pub questions: Vec<WireQuestion>,
}

/// A person who presided.
#[derive(Clone, Debug, Serialize)]
pub struct Chair {
    /// Full name, with the honorific the language uses.
    pub name: String,
    /// Part in the event.
    pub part: Text,
    /// Office held.
    pub office: Text,
    /// What the person said, paraphrased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<Text>,
}

/// Where a wording comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "check", derive(serde::Deserialize, schemars::JsonSchema))]
pub enum Status {
    /// The source's own words.
    #[default]
    Original,
    /// A translation its publisher made.
    Published,
    /// Our translation.
    Unofficial,
}

/// A question.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WireQuestion {
    /// Its id, the fragment of its address.
    pub id: String,
    /// Its wording.
    pub text: Text,
    /// Where the wording comes from.
    pub status: Status,
    /// The original wording, where the page's differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<Text>,
    /// Id of the source of a published translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_in: Option<String>,
    /// Our translation, where a published one is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ours: Option<Text>,
    /// What limits the wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What participants stressed.
    pub stressed: Vec<Text>,
    /// Prompts for a workshop.
    pub prompts: Vec<Text>,
    /// Ids of the entries it rests on.
    pub entries: Vec<String>,
}

fn is_false(value: &bool) -> bool {
    !value
}
