//! Content that a language lacks: shown in another one, marked, and counted in the report.

use frise::content::{Status, Text};

use crate::folder::Folder;

const EN: &str = "text/en/entries.json";
const MIEUX: &str = "mieux-created";

#[test]
fn what_is_not_translated_is_a_warning() {
    let warnings: Vec<_> = Folder::new().read().problems.iter().map(ToString::to_string).collect();
    let shelved = |tag: &str| {
        format!(
            "text/{tag}: warning: site.json does not name this language, so no page shows its texts. Add it to \
             \"languages\" of site.json once text/{tag} is complete; until then it is kept for later."
        )
    };
    let says = "text/fr/entries.json: warning: 199 source notes (\"says\") have no text in \"fr\" and fall back to \
                \"en\". Translate them (rabat-process-founded, global-approach-one-year-on, \
                mobility-partnerships-proposed …); until then they are marked as \"en\".";
    assert_eq!(warnings, [shelved("es"), says.to_owned(), shelved("pt")]);
}

#[test]
fn a_title_that_is_not_translated() {
    let folder = Folder::new();
    let french = folder.read().pages[0].bundle.entries.iter().find(|e| e.id == MIEUX).unwrap().title.clone();
    folder.replace_after(EN, MIEUX, "\"title\": \"MIEUX is created\",", "");
    assert_eq!(
        folder.warnings(),
        ["text/en/entries.json: warning: entry \"mieux-created\", field \"title\": has no text in \"en\" and falls \
          back to \"fr\". Translate it; until then it is marked as \"fr\"."]
    );
    let report = folder.read();
    let entry = report.pages[1].bundle.entries.iter().find(|entry| entry.id == MIEUX).unwrap();
    assert_eq!(entry.title, Text::foreign(french.as_str(), "fr"));
}

#[test]
fn many_alike_are_one_warning() {
    let folder = Folder::new();
    folder.write(EN, "{ \"version\": 1, \"entries\": {} }");
    let expected: Vec<_> = [("title", 69), ("summary", 69)]
        .map(|(field, count)| {
            format!(
                "text/en/entries.json: warning: {count} entries (\"{field}\") have no text in \"en\" and fall back to \
                 \"fr\". Translate them (rabat-process-founded, global-approach-one-year-on, \
                 mobility-partnerships-proposed …); until then they are marked as \"fr\"."
            )
        })
        .into();
    let warnings = folder.warnings();
    assert!(expected.iter().all(|warning| warnings.contains(warning)), "{warnings:#?}");
    assert_eq!(folder.read().errors(), 0);
}

#[test]
fn the_default_language_falls_back_too() {
    let folder = Folder::new();
    folder.replace("text/fr/site.json", "\"kicker\":", "\"title\":").replace(
        "text/fr/site.json",
        "\"title\"",
        "\"kicker\"",
    );
    folder.replace_after("text/fr/site.json", "\"regions\"", "\"asia\": \"Asie\",", "");
    assert_eq!(
        folder.warnings(),
        ["text/fr/site.json: warning: region \"asia\": has no text in \"fr\" and falls back to \"en\". \
          Translate it; until then it is marked as \"en\"."]
    );
    let report = folder.read();
    assert_eq!(report.pages[0].bundle.site.regions[1].name, Text::foreign("Asia", "en"));
}

#[test]
fn a_text_in_no_language() {
    let folder = Folder::new();
    folder.replace_after(EN, MIEUX, "\"title\": \"MIEUX is created\",", "");
    folder.replace_after("text/fr/entries.json", MIEUX, "\"title\": \"Création de MIEUX\",", "");
    assert_eq!(
        folder.errors(),
        [
            "text/fr/entries.json: error: entry \"mieux-created\", field \"title\": has no text in any language. Write it."
        ]
    );
}

#[test]
fn a_source_without_title_or_description() {
    let folder = Folder::new();
    for (lang, text) in [("fr", "À propos du Processus de Rabat"), ("en", "About the Rabat Process")] {
        let line = format!("\"rabat-process-about-rabat-process\": \"{text}\",");
        folder.replace(&format!("text/{lang}/sources.json"), &line, "");
    }
    assert_eq!(
        folder.errors(),
        ["text/fr/sources.json: error: source \"rabat-process-about-rabat-process\": has no text in any language. \
          Write it."]
    );
}

#[test]
fn a_question_that_is_not_translated() {
    let folder = Folder::new();
    let en = "text/en/questions.json";
    folder.replace_after(
        en,
        "\"q1-real-partnership\"",
        "\"text\": \"What can be considered a real partnership?\",",
        "",
    );
    assert_eq!(
        folder.warnings(),
        ["text/en/questions.json: warning: question \"q1-real-partnership\", field \"text\": has no text in \"en\" \
          and falls back to \"fr\". Translate it; until then it is marked as \"fr\"."]
    );
    let report = folder.read();
    let question = &report.pages[1].bundle.conversation.as_ref().unwrap().questions[0];
    // What is shown is the original, with what belongs to it and nothing of the translation.
    assert_eq!(question.text, Text::foreign("Que peut-on considérer comme un partenariat réel\u{a0}?", "fr"));
    assert_eq!(question.status, Status::Original);
    assert_eq!((&question.original, &question.published_in, &question.ours), (&None, &None, &None));
    assert_eq!(question.stressed[0].lang(), None);
}

#[test]
fn broken_json_in_a_language_that_is_not_shown() {
    let folder = Folder::new();
    folder.replace("text/es/questions.json", "\"version\": 1,", "\"version\": 1");
    let errors = folder.errors();
    assert_eq!(errors.len(), 1);
    assert!(
        errors[0].starts_with("text/es/questions.json:3:15: error: this is not JSON: expected comma."),
        "{errors:?}"
    );
}

#[test]
fn a_page_without_event() {
    let folder = Folder::new();
    for path in ["questions.json", "text/fr/questions.json", "text/en/questions.json"] {
        folder.remove(path);
    }
    folder.write("published-ids.json", "{ \"version\": 1, \"entries\": [], \"questions\": [], \"sources\": [] }");
    let report = folder.read();
    assert_eq!(report.errors(), 0, "{:#?}", folder.errors());
    assert!(report.pages.iter().all(|page| page.bundle.conversation.is_none()));
}

#[test]
fn words_without_event() {
    let folder = Folder::new();
    folder.remove("questions.json");
    assert_eq!(
        folder.errors(),
        ["questions.json: error: the file is missing. Restore it, or write it after schema/questions.schema.json."]
    );
}
