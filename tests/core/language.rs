//! A language's date words as the page gets them: `text/<lang>/dates.json` of a folder of content.

use frise::i18n::{DateForm, DateWords};
use serde_json::{Map, Value};

/// The content that tests are written for.
pub const FIXTURE: &str = "tests/fixtures/site";
/// The content that is published, in whatever languages its editors give it.
pub const REAL: &str = "content";

/// A file of a folder of content.
pub fn file(site: &str, name: &str) -> Value {
    let path = format!("{}/{site}/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The languages that the pages of a folder of content come in.
pub fn languages(site: &str) -> Vec<String> {
    let file = file(site, "site.json");
    let languages = file["languages"].as_array().unwrap();
    languages.iter().map(|language| language["tag"].as_str().unwrap().to_owned()).collect()
}

/// A language's file.
pub struct Language {
    pub words: DateWords,
    /// The locale whose CLDR data the words began as.
    pub cldr: String,
    pub forms: Map<String, Value>,
}

impl Language {
    /// Of the fixture site.
    pub fn fixture(tag: &str) -> Self {
        Self::read(FIXTURE, tag)
    }

    pub fn read(site: &str, tag: &str) -> Self {
        let mut file = file(site, &format!("text/{tag}/dates.json"));
        let forms: Map<String, Value> = serde_json::from_value(file["forms"].take()).unwrap();
        let in_order = DateForm::ALL.iter().map(|(key, _)| forms[*key].as_str().unwrap().to_owned()).collect();
        let words = DateWords {
            months: serde_json::from_value(file["months"].take()).unwrap(),
            months_short: serde_json::from_value(file["months_short"].take()).unwrap(),
            forms: in_order,
        };
        Self { words, cldr: file["cldr"].as_str().unwrap().to_owned(), forms }
    }
}

#[test]
fn a_file_of_date_words_has_every_form_and_no_other() {
    for tag in languages(FIXTURE) {
        let language = Language::fixture(&tag);
        assert_eq!(language.forms.len(), DateForm::ALL.len(), "{tag}");
        assert_eq!((language.words.months.len(), language.words.months_short.len()), (12, 12), "{tag}");
    }
}
