//! Reading a bundle piece by piece, so that a page stays alive while it reads a large one.

use super::bundle::{Bundle, WireEntry};
use super::json::{Json, Reader};
use super::read::{Fields, Log, MOST_ITEMS, ReadError, conversation, entry, object, site, source};

/// A bundle that is being read: entries one by one, all else at once.
pub struct Reading {
    text: String,
    at: usize,
    within: Within,
    entries: Vec<WireEntry>,
    /// The other fields of the bundle.
    fields: Vec<(String, Json)>,
    log: Log,
}

/// What is read next.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Start,
    Fields,
    Entries,
    End,
}

impl Reading {
    /// Begins with a text.
    pub fn new(text: String) -> Self {
        let (entries, fields) = (Vec::new(), Vec::new());
        Self { text, at: 0, within: Within::Start, entries, fields, log: Log::default() }
    }

    /// How much of the text was read: 0 to 1.
    pub fn progress(&self) -> f64 {
        self.at as f64 / self.text.len().max(1) as f64
    }

    /// Reads about so many entries more. False once there is no more to read, or something is wrong.
    pub fn step(&mut self, entries: usize) -> bool {
        for _ in 0..entries {
            if self.within == Within::End || self.log.has_error() {
                return false;
            }
            let text = std::mem::take(&mut self.text);
            let mut reader = Reader { text: &text, at: self.at };
            if self.read(&mut reader).is_none() {
                let place = reader.stopped();
                self.log.wrong("", &format!("not JSON from line {}, column {} on", place.line, place.column));
            }
            self.at = reader.at;
            self.text = text;
        }
        true
    }

    /// One entry, or one other field; nothing where the text is not JSON.
    fn read(&mut self, reader: &mut Reader) -> Option<()> {
        match self.within {
            Within::Start => {
                if reader.eat(b'{') {
                    self.within = if reader.eat(b'}') { Within::End } else { Within::Fields };
                } else {
                    // Let it be read whole, to say whether it is JSON at all.
                    reader.value(0)?;
                    self.log.wrong("", "an object is expected");
                }
            }
            Within::Fields => {
                reader.skip_space();
                if reader.peek() != Some(b'"') {
                    return None;
                }
                let name = reader.string()?;
                if !reader.eat(b':') {
                    return None;
                }
                let is_entries = name == "entries";
                if is_entries {
                    // Of two with one name the last counts.
                    self.entries.clear();
                }
                if is_entries && reader.eat(b'[') {
                    self.within = Within::Entries;
                    return if reader.eat(b']') { self.end_field(reader) } else { Some(()) };
                }
                let value = reader.value(1)?;
                if is_entries && value != Json::Null {
                    self.log.wrong("entries", "a list is expected");
                }
                self.fields.push((name, value));
                self.end_field(reader)?;
            }
            Within::Entries => {
                let value = reader.value(2)?;
                if self.entries.len() == MOST_ITEMS {
                    self.log.too_many("entries");
                    return Some(());
                }
                self.entries.push(object(value, "entries", &self.log, entry));
                if reader.eat(b']') {
                    self.end_field(reader)?;
                } else if !reader.eat(b',') {
                    return None;
                }
            }
            Within::End => {}
        }
        Some(())
    }

    fn end_field(&mut self, reader: &mut Reader) -> Option<()> {
        self.within = Within::Fields;
        if reader.eat(b'}') {
            reader.skip_space();
            self.within = Within::End;
            return (reader.at == reader.text.len()).then_some(());
        }
        reader.eat(b',').then_some(())
    }

    /// The bundle. A newer version is read as far as it can be; [`super::Timeline::new`] refuses it.
    ///
    /// # Errors
    /// The first thing that is missing or of another type, with its place.
    pub fn finish(mut self) -> Result<Bundle, ReadError> {
        while self.step(usize::MAX) {}
        let log = self.log;
        // After an error the rest is missing; only the first error counts.
        let mut fields = Fields::of(Json::Object(self.fields), &log);
        let bundle = Bundle {
            version: fields.number("version", 0),
            lang: fields.string("lang"),
            site: site(&mut fields.fields("site")),
            entries: self.entries,
            sources: fields.objects("sources", source),
            conversation: fields.take("conversation").map(|value| conversation(&mut Fields::of(value, &log))),
        };
        log.finish(bundle)
    }
}

impl Bundle {
    /// Reads a bundle from JSON at once: [`Reading`] to its end.
    ///
    /// # Errors
    /// The first thing that is missing or of another type, with its place.
    pub fn from_json(json: &str) -> Result<Self, ReadError> {
        Reading::new(json.to_owned()).finish()
    }
}
