//! A text that knows when it is not in the page's language.

use serde::ser::SerializeTuple;
use serde::{Serialize, Serializer};

/// A text to show. Where a translation is missing it is the fallback's text and [`Text::lang`] says
/// which language that is, so that the page can mark it.
///
/// On the wire it is a plain string, or `["en", "the text"]` for a fallback.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    text: String,
    lang: Option<String>,
}

impl Text {
    /// A text in the page's own language.
    pub fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }

    /// A text in another language.
    pub fn foreign(text: impl Into<String>, lang: impl Into<String>) -> Self {
        Self { text: text.into(), lang: Some(lang.into()) }
    }

    /// Says which language it is in, unless it says so already.
    pub(super) fn mark(&mut self, lang: &str) {
        self.lang.get_or_insert_with(|| lang.to_owned());
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its language, where that is not the page's.
    pub fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.lang {
            None => serializer.serialize_str(&self.text),
            Some(lang) => {
                let mut pair = serializer.serialize_tuple(2)?;
                pair.serialize_element(lang)?;
                pair.serialize_element(&self.text)?;
                pair.end()
            }
        }
    }
}
