//! A language's date words as the page gets them: `content/text/<lang>/dates.json`.

use frise::i18n::{DateForm, DateWords};
use serde_json::{Map, Value};

/// The languages the page comes in.
pub const LANGUAGES: [&str; 2] = ["fr", "en"];

/// A language's file.
pub struct Language {
    pub words: DateWords,
    /// The locale whose CLDR data the words began as.
    pub cldr: String,
    pub forms: Map<String, Value>,
}

impl Language {
    pub fn read(tag: &str) -> Self {
        let path = format!("{}/content/text/{tag}/dates.json", env!("CARGO_MANIFEST_DIR"));
        let mut file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
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
    for tag in LANGUAGES {
        let language = Language::read(tag);
        assert_eq!(language.forms.len(), DateForm::ALL.len(), "{tag}");
        assert_eq!((language.words.months.len(), language.words.months_short.len()), (12, 12), "{tag}");
    }
}
