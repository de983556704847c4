//! Reading JSON into the wire's types: a few functions pick the tree apart. Deriving a reader for every
//! type says the same in fewer lines, but made the program 60 kB heavier; and here an error can name
//! the entry and the field.
//!
//! The first error is kept aside and reading goes on with empty values: returning from the middle would
//! cost code at every field to drop what was read before it.

use std::cell::RefCell;
use std::fmt;

use super::address::{is_address, is_tag};
use super::bundle::{
    Chair, Conversation, EraWords, FigureWords, LaneWords, Language, Named, Site, Status, WireCitation, WireEntry,
    WireQuestion, WireSource,
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

/// The most items of any list of a bundle, its entries included.
pub const MOST_ITEMS: usize = 200_000;
/// The longest text of a bundle, in bytes.
pub const LONGEST_TEXT: usize = 100_000;

/// The first error, and the place that is being read.
#[derive(Default)]
pub struct Log {
    error: RefCell<Option<ReadError>>,
    place: RefCell<Vec<String>>,
}

impl Log {
    /// Whether something was wrong already.
    pub(super) fn has_error(&self) -> bool {
        self.error.borrow().is_some()
    }

    /// What was read, unless something was wrong with it.
    ///
    /// # Errors
    /// The first error.
    pub fn finish<T>(self, read: T) -> Result<T, ReadError> {
        self.error.into_inner().map_or(Ok(read), Err)
    }

    pub(super) fn too_many(&self, name: &str) {
        self.wrong(name, &format!("more than {MOST_ITEMS} items: split the file"));
    }

    pub(super) fn wrong(&self, name: &str, what: &str) {
        let mut place = self.place.borrow().join(" › ");
        if !name.is_empty() {
            if !place.is_empty() {
                place.push_str(" › ");
            }
            place.push_str(name);
        }
        self.error.borrow_mut().get_or_insert(ReadError { place, what: what.to_owned() });
    }
}

/// The fields of an object, taken one by one. What is missing or of another type is logged and empty.
pub struct Fields<'a> {
    fields: Vec<(String, Json)>,
    log: &'a Log,
}

impl<'a> Fields<'a> {
    pub(super) fn of(value: Json, log: &'a Log) -> Self {
        let fields = match value {
            Json::Object(fields) => fields,
            _ => {
                log.wrong("", "an object is expected");
                Vec::new()
            }
        };
        Self { fields, log }
    }

    /// A field's value, if it is there and not null.
    pub(super) fn take(&mut self, name: &str) -> Option<Json> {
        let at = self.fields.iter().rposition(|(other, _)| other == name)?;
        // The others keep their order: of two with one name the last counts.
        Some(self.fields.remove(at).1).filter(|value| !matches!(value, Json::Null))
    }

    /// A text.
    pub fn string(&mut self, name: &str) -> String {
        self.maybe_string(name).unwrap_or_else(|| self.missing(name))
    }

    /// A text that becomes part of a link.
    fn linked(&mut self, name: &str, is_right: fn(&str) -> bool, wanted: &str) -> String {
        let text = self.string(name);
        if !is_right(&text) {
            self.log.wrong(name, wanted);
        }
        text
    }

    fn maybe_string(&mut self, name: &str) -> Option<String> {
        self.take(name).map(|value| string(value, name, self.log))
    }

    fn text(&mut self, name: &str) -> Text {
        self.maybe_text(name).unwrap_or_else(|| self.missing(name))
    }

    fn maybe_text(&mut self, name: &str) -> Option<Text> {
        self.take(name).map(|value| text(value, name, self.log))
    }

    fn missing<T: Default>(&self, name: &str) -> T {
        self.log.wrong(name, "is missing");
        T::default()
    }

    fn flag(&mut self, name: &str) -> bool {
        matches!(self.take(name), Some(Json::Bool(true)))
    }

    /// A whole number, or another one where it is absent.
    pub fn number(&mut self, name: &str, absent: u32) -> u32 {
        match self.take(name) {
            None => absent,
            Some(Json::Number(number)) if number.parse::<u32>().is_ok() => number.parse().unwrap_or(absent),
            Some(_) => {
                self.log.wrong(name, "a whole number is expected");
                absent
            }
        }
    }

    fn items(&mut self, name: &str) -> Vec<Json> {
        match self.take(name) {
            None => Vec::new(),
            Some(Json::List(items)) if items.len() <= MOST_ITEMS => items,
            Some(Json::List(_)) => {
                self.log.too_many(name);
                Vec::new()
            }
            Some(_) => {
                self.log.wrong(name, "a list is expected");
                Vec::new()
            }
        }
    }

    /// A list of texts, empty where it is absent.
    pub fn strings(&mut self, name: &str) -> Vec<String> {
        self.items(name).into_iter().map(|value| string(value, name, self.log)).collect()
    }

    fn texts(&mut self, name: &str) -> Vec<Text> {
        self.items(name).into_iter().map(|value| text(value, name, self.log)).collect()
    }

    /// A list of objects, each read by `read`; errors inside name the object's id.
    pub(super) fn objects<T>(&mut self, name: &str, read: fn(&mut Fields) -> T) -> Vec<T> {
        self.items(name).into_iter().map(|value| object(value, name, self.log, read)).collect()
    }

    /// An object inside this one.
    pub fn fields(&mut self, name: &str) -> Self {
        match self.take(name) {
            Some(value) => Self::of(value, self.log),
            None => Self { fields: self.missing(name), log: self.log },
        }
    }
}

/// An object of the list `name`.
pub(super) fn object<T>(value: Json, name: &str, log: &Log, read: fn(&mut Fields) -> T) -> T {
    let mut fields = Fields::of(value, log);
    let id = fields.fields.iter().rfind(|(name, _)| name == "id").map(|(_, id)| id.clone());
    let id = id.map(|id| string(id, "id", log)).unwrap_or_default();
    log.place.borrow_mut().extend([name.to_owned(), id]);
    let item = read(&mut fields);
    let mut place = log.place.borrow_mut();
    place.pop();
    place.pop();
    item
}

fn string(value: Json, name: &str, log: &Log) -> String {
    match value {
        Json::Text(text) if text.len() <= LONGEST_TEXT => text,
        Json::Text(_) => {
            log.wrong(name, &format!("the text is longer than {LONGEST_TEXT} bytes: shorten it"));
            String::new()
        }
        _ => {
            log.wrong(name, "a text is expected");
            String::new()
        }
    }
}

/// A plain text, or a language tag and a text.
fn text(value: Json, name: &str, log: &Log) -> Text {
    let mut pair = match value {
        Json::List(pair) => pair.into_iter(),
        plain => return Text::own(string(plain, name, log)),
    };
    match (pair.next(), pair.next(), pair.next()) {
        (Some(lang), Some(text), None) => Text::foreign(string(text, name, log), string(lang, name, log)),
        _ => {
            log.wrong(name, "a language tag and a text are expected");
            Text::default()
        }
    }
}

pub(super) fn site(fields: &mut Fields) -> Site {
    Site {
        title: fields.text("title"),
        kicker: fields.text("kicker"),
        lede: fields.text("lede"),
        brief: fields.maybe_text("brief"),
        notice: fields.text("notice"),
        method: fields.texts("method"),
        languages: fields.objects("languages", |fields| Language {
            tag: fields.linked("tag", is_tag, "a language tag is expected, such as en or pt-BR"),
            name: fields.string("name"),
            dir: fields.string("dir"),
        }),
        lanes: fields.objects("lanes", lane),
        regions: fields.objects("regions", |fields| Named { id: fields.string("id"), name: fields.text("name") }),
        eras: fields.objects("eras", era),
        figures: fields.objects("figures", figure),
    }
}

fn lane(fields: &mut Fields) -> LaneWords {
    LaneWords {
        id: fields.string("id"),
        hue: fields.string("hue"),
        shape: fields.string("shape"),
        name: fields.text("name"),
        short: fields.text("short"),
        description: fields.text("description"),
    }
}

fn era(fields: &mut Fields) -> EraWords {
    EraWords {
        id: fields.string("id"),
        date: fields.string("date"),
        end_disputed: fields.flag("end_disputed"),
        entries: fields.strings("entries"),
        name: fields.text("name"),
        note: fields.maybe_text("note"),
    }
}

fn figure(fields: &mut Fields) -> FigureWords {
    FigureWords {
        id: fields.string("id"),
        value: fields.text("value"),
        caption: fields.text("caption"),
        disputed: fields.flag("disputed"),
        entries: fields.strings("entries"),
    }
}

pub(super) fn entry(fields: &mut Fields) -> WireEntry {
    WireEntry {
        id: fields.string("id"),
        date: fields.string("date"),
        lane: fields.string("lane"),
        weight: u8::try_from(fields.number("weight", 1)).unwrap_or(1),
        regions: fields.strings("regions"),
        parent: fields.maybe_string("parent"),
        uncertain: fields.flag("uncertain"),
        title: fields.text("title"),
        short: fields.maybe_text("short"),
        summary: fields.text("summary"),
        disagreement: fields.maybe_text("disagreement"),
        note: fields.maybe_text("note"),
        citations: fields.objects("citations", |fields| WireCitation {
            source: fields.string("source"),
            says: fields.maybe_text("says"),
        }),
    }
}

pub(super) fn source(fields: &mut Fields) -> WireSource {
    WireSource {
        id: fields.string("id"),
        title: fields.text("title"),
        described: fields.flag("described"),
        publisher: fields.string("publisher"),
        url: fields.linked("url", is_address, "a web address is expected, such as https://example.org/page"),
        lang: fields.string("lang"),
        date: fields.maybe_string("date"),
    }
}

pub(super) fn conversation(fields: &mut Fields) -> Conversation {
    Conversation {
        date: fields.string("date"),
        entry: fields.string("entry"),
        name: fields.text("name"),
        article: fields.string("article"),
        title: fields.text("title"),
        status: status(fields),
        original: fields.maybe_text("original"),
        chairs: fields.objects("chairs", |fields| Chair {
            name: fields.string("name"),
            part: fields.text("part"),
            office: fields.text("office"),
            said: fields.maybe_text("said"),
        }),
        participants: fields.texts("participants"),
        notes: fields.texts("notes"),
        questions: fields.objects("questions", question),
    }
}

fn question(fields: &mut Fields) -> WireQuestion {
    WireQuestion {
        id: fields.string("id"),
        text: fields.text("text"),
        status: status(fields),
        original: fields.maybe_text("original"),
        published_in: fields.maybe_string("published_in"),
        ours: fields.maybe_text("ours"),
        note: fields.maybe_text("note"),
        stressed: fields.texts("stressed"),
        prompts: fields.texts("prompts"),
        entries: fields.strings("entries"),
    }
}

fn status(fields: &mut Fields) -> Status {
    match fields.string("status").as_str() {
        "original" => Status::Original,
        "published" => Status::Published,
        "unofficial" => Status::Unofficial,
        _ => {
            fields.log.wrong("status", "original, published or unofficial is expected");
            Status::default()
        }
    }
}
