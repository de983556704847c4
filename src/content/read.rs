//! Reading JSON into the wire's types: a few functions pick the tree apart. Deriving a reader for every
//! type says the same in fewer lines, but made the program 60 kB heavier; and here an error can name
//! the entry and the field.

use std::fmt;

use super::bundle::{
    Bundle, Chair, Conversation, EraWords, FigureWords, LaneWords, Language, Named, Site, Status, WireCitation,
    WireEntry, WireQuestion, WireSource,
};
use super::json::Json;
use super::text::Text;

/// What is wrong with a text that should be a bundle, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The id around it, and the fields that lead to it: `entries › mieux-created › date`.
    pub place: String,
    /// What was expected there, or what the JSON reader says.
    pub what: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() { f.write_str(&self.what) } else { write!(f, "{}: {}", self.place, self.what) }
    }
}

impl std::error::Error for ReadError {}

/// The fields of an object, taken one by one.
pub struct Fields(Vec<(String, Json)>);

type Read<T> = Result<T, ReadError>;

impl Fields {
    /// The fields of the object that a JSON text holds.
    ///
    /// # Errors
    /// Text that is not JSON (with line and column), or not an object.
    pub fn parse(json: &str) -> Read<Self> {
        match Json::parse(json) {
            Ok(value) => Self::of(value),
            Err(error) => Err(wrong(&format!("not JSON from line {}, column {} on", error.line, error.column))),
        }
    }

    fn of(value: Json) -> Read<Self> {
        match value {
            Json::Object(fields) => Ok(Self(fields)),
            _ => Err(wrong("an object is expected")),
        }
    }

    /// A field's value, if it is there and not null.
    fn take(&mut self, name: &str) -> Option<Json> {
        let at = self.0.iter().rposition(|(other, _)| other == name)?;
        Some(self.0.swap_remove(at).1).filter(|value| *value != Json::Null)
    }

    /// A text.
    pub fn string(&mut self, name: &str) -> Read<String> {
        self.maybe_string(name)?.ok_or_else(|| missing(name))
    }

    fn maybe_string(&mut self, name: &str) -> Read<Option<String>> {
        self.take(name).map(string).transpose().map_err(|error| error.within(name))
    }

    fn text(&mut self, name: &str) -> Read<Text> {
        self.maybe_text(name)?.ok_or_else(|| missing(name))
    }

    fn maybe_text(&mut self, name: &str) -> Read<Option<Text>> {
        self.take(name).map(text).transpose().map_err(|error| error.within(name))
    }

    fn flag(&mut self, name: &str) -> bool {
        self.take(name) == Some(Json::Bool(true))
    }

    /// A whole number, or another one where it is absent.
    pub fn number(&mut self, name: &str, absent: u32) -> Read<u32> {
        let Some(value) = self.take(name) else { return Ok(absent) };
        let number = match value {
            Json::Number(number) => number.parse().ok(),
            _ => None,
        };
        number.ok_or_else(|| wrong("a whole number is expected").within(name))
    }

    fn list<T>(&mut self, name: &str, item: fn(Json) -> Read<T>) -> Read<Vec<T>> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(Json::List(items)) => {
                items.into_iter().map(item).collect::<Read<_>>().map_err(|error| error.within(name))
            }
            Some(_) => Err(wrong("a list is expected").within(name)),
        }
    }

    /// A list of texts, empty where it is absent.
    pub fn strings(&mut self, name: &str) -> Read<Vec<String>> {
        self.list(name, string)
    }

    fn texts(&mut self, name: &str) -> Read<Vec<Text>> {
        self.list(name, text)
    }

    /// An object inside this one.
    pub fn fields(&mut self, name: &str) -> Read<Self> {
        let value = self.take(name).ok_or_else(|| missing(name))?;
        Self::of(value).map_err(|error| error.within(name))
    }
}

impl ReadError {
    fn within(mut self, place: &str) -> Self {
        self.place = if self.place.is_empty() { place.to_owned() } else { format!("{place} › {}", self.place) };
        self
    }
}

fn wrong(what: &str) -> ReadError {
    ReadError { place: String::new(), what: what.to_owned() }
}

fn missing(name: &str) -> ReadError {
    wrong("is missing").within(name)
}

fn string(value: Json) -> Read<String> {
    match value {
        Json::Text(text) => Ok(text),
        _ => Err(wrong("a text is expected")),
    }
}

/// A plain text, or a language tag and a text.
fn text(value: Json) -> Read<Text> {
    match value {
        Json::Text(text) => Ok(Text::own(text)),
        Json::List(pair) => match <[Json; 2]>::try_from(pair) {
            Ok([lang, text]) => Ok(Text::foreign(string(text)?, string(lang)?)),
            Err(_) => Err(wrong("a language tag and a text are expected")),
        },
        _ => Err(wrong("a text is expected")),
    }
}

/// Reads an object that has an id, which errors inside it name.
fn with_id<T>(value: Json, read: fn(&mut Fields, String) -> Read<T>) -> Read<T> {
    let mut fields = Fields::of(value)?;
    let id = fields.string("id")?;
    read(&mut fields, id.clone()).map_err(|error| error.within(&id))
}

impl Bundle {
    /// Reads a bundle from JSON. A newer version is read as far as it can be;
    /// [`super::Timeline::new`] refuses it.
    ///
    /// # Errors
    /// The first thing that is missing or of another type, with its place.
    pub fn from_json(json: &str) -> Read<Self> {
        let mut fields = Fields::parse(json)?;
        Ok(Self {
            version: fields.number("version", 0)?,
            lang: fields.string("lang")?,
            site: site(&mut fields.fields("site")?).map_err(|error| error.within("site"))?,
            entries: fields.list("entries", |value| with_id(value, entry))?,
            sources: fields.list("sources", |value| with_id(value, source))?,
            conversation: match fields.take("conversation").map(|value| conversation(&mut Fields::of(value)?)) {
                None => None,
                Some(read) => Some(read.map_err(|error| error.within("conversation"))?),
            },
        })
    }
}

fn site(fields: &mut Fields) -> Read<Site> {
    Ok(Site {
        title: fields.text("title")?,
        kicker: fields.text("kicker")?,
        lede: fields.text("lede")?,
        notice: fields.text("notice")?,
        method: fields.texts("method")?,
        languages: fields.list("languages", |value| {
            let mut fields = Fields::of(value)?;
            Ok(Language { tag: fields.string("tag")?, name: fields.string("name")?, dir: fields.string("dir")? })
        })?,
        lanes: fields.list("lanes", |value| with_id(value, lane))?,
        regions: fields
            .list("regions", |value| with_id(value, |fields, id| Ok(Named { id, name: fields.text("name")? })))?,
        eras: fields.list("eras", |value| with_id(value, era))?,
        figures: fields.list("figures", |value| with_id(value, figure))?,
    })
}

fn lane(fields: &mut Fields, id: String) -> Read<LaneWords> {
    Ok(LaneWords {
        id,
        hue: fields.string("hue")?,
        shape: fields.string("shape")?,
        name: fields.text("name")?,
        short: fields.text("short")?,
        description: fields.text("description")?,
    })
}

fn era(fields: &mut Fields, id: String) -> Read<EraWords> {
    Ok(EraWords {
        id,
        date: fields.string("date")?,
        end_disputed: fields.flag("end_disputed"),
        entries: fields.strings("entries")?,
        name: fields.text("name")?,
        note: fields.maybe_text("note")?,
    })
}

fn figure(fields: &mut Fields, id: String) -> Read<FigureWords> {
    Ok(FigureWords {
        id,
        value: fields.text("value")?,
        caption: fields.text("caption")?,
        disputed: fields.flag("disputed"),
        entries: fields.strings("entries")?,
    })
}

fn entry(fields: &mut Fields, id: String) -> Read<WireEntry> {
    Ok(WireEntry {
        id,
        date: fields.string("date")?,
        lane: fields.string("lane")?,
        weight: u8::try_from(fields.number("weight", 1)?).unwrap_or(1),
        regions: fields.strings("regions")?,
        parent: fields.maybe_string("parent")?,
        uncertain: fields.flag("uncertain"),
        title: fields.text("title")?,
        summary: fields.text("summary")?,
        disagreement: fields.maybe_text("disagreement")?,
        note: fields.maybe_text("note")?,
        citations: fields.list("citations", |value| {
            let mut fields = Fields::of(value)?;
            Ok(WireCitation { source: fields.string("source")?, says: fields.maybe_text("says")? })
        })?,
    })
}

fn source(fields: &mut Fields, id: String) -> Read<WireSource> {
    Ok(WireSource {
        id,
        title: fields.text("title")?,
        described: fields.flag("described"),
        publisher: fields.string("publisher")?,
        url: fields.string("url")?,
        lang: fields.string("lang")?,
        date: fields.maybe_string("date")?,
    })
}

fn conversation(fields: &mut Fields) -> Read<Conversation> {
    Ok(Conversation {
        date: fields.string("date")?,
        entry: fields.string("entry")?,
        name: fields.text("name")?,
        article: fields.string("article")?,
        title: fields.text("title")?,
        status: status(fields)?,
        original: fields.maybe_text("original")?,
        chairs: fields.list("chairs", |value| {
            let mut fields = Fields::of(value)?;
            Ok(Chair {
                name: fields.string("name")?,
                part: fields.text("part")?,
                office: fields.text("office")?,
                said: fields.maybe_text("said")?,
            })
        })?,
        participants: fields.texts("participants")?,
        notes: fields.texts("notes")?,
        questions: fields.list("questions", |value| with_id(value, question))?,
    })
}

fn question(fields: &mut Fields, id: String) -> Read<WireQuestion> {
    Ok(WireQuestion {
        id,
        text: fields.text("text")?,
        status: status(fields)?,
        original: fields.maybe_text("original")?,
        published_in: fields.maybe_string("published_in")?,
        ours: fields.maybe_text("ours")?,
        note: fields.maybe_text("note")?,
        stressed: fields.texts("stressed")?,
        prompts: fields.texts("prompts")?,
        entries: fields.strings("entries")?,
    })
}

fn status(fields: &mut Fields) -> Read<Status> {
    match fields.string("status")?.as_str() {
        "original" => Ok(Status::Original),
        "published" => Ok(Status::Published),
        "unofficial" => Ok(Status::Unofficial),
        _ => Err(wrong("original, published or unofficial is expected").within("status")),
    }
}
