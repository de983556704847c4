//! Languages, phrases, patterns, and texts that belong to nothing.

use frise::i18n::Phrase;

use crate::folder::{Folder, expect};

const UI: &str = "text/en/ui.json";
const DATES: &str = "text/en/dates.json";
const SITE: &str = "site.json";

#[test]
fn a_language_without_folder() {
    expect(
        |folder| folder.replace(SITE, "\"tag\": \"en\"", "\"tag\": \"de\""),
        (SITE, "{", "\"tag\": \"de\""),
        &["{at}: error: language \"de\", field \"tag\": \"de\" names a language that has no folder text/de. \
           Copy text/fr to text/de and translate it, or remove the language here."],
    );
}

#[test]
fn a_language_twice() {
    expect(
        |folder| folder.replace(SITE, "\"tag\": \"en\"", "\"tag\": \"fr\""),
        (SITE, "Français", "\"tag\": \"fr\""),
        &["{at}: error: language \"fr\", field \"tag\": \"fr\" is named twice. Remove one of the two."],
    );
}

#[test]
fn a_tag_that_is_none() {
    expect(
        |folder| folder.replace(SITE, "\"tag\": \"en\"", "\"tag\": \"en_GB\""),
        (SITE, "{", "\"tag\": \"en_GB\""),
        &["{at}: error: language \"en_GB\", field \"tag\": \"en_GB\" is not a language tag. \
           Write a BCP 47 tag, such as en or pt-BR."],
    );
}

#[test]
fn a_default_language_that_is_none_of_them() {
    expect(
        |folder| folder.replace(SITE, "\"default_language\": \"fr\"", "\"default_language\": \"de\""),
        (SITE, "{", "\"default_language\""),
        &["{at}: error: field \"default_language\": \"de\" is not one of the languages. \
           Write one of: fr, en; or describe it in \"languages\"."],
    );
}

#[test]
fn a_direction_that_is_none() {
    expect(
        |folder| folder.replace(SITE, "\"dir\": \"ltr\"", "\"dir\": \"left\""),
        (SITE, "{", "\"dir\": \"left\""),
        &["{at}: error: language \"fr\", field \"dir\": \"left\" means nothing here. Write \"ltr\" or \"rtl\"."],
    );
}

#[test]
fn a_missing_phrase() {
    for file in ["text/fr/ui.json", UI] {
        expect(
            |folder| folder.replace(file, "\"zoom.in\"", "\"zoom.inn\""),
            (file, "{", "\"phrases\""),
            &[
                "{at}: error: phrase \"zoom.in\": is missing. Add it.",
                &format!(
                    "{}: error: phrase \"zoom.inn\": is not the id of a phrase. Remove this text, or correct its id. \
                     Write the id of a phrase, perhaps \"zoom.in\".",
                    Folder::new().at(file, "{", "\"zoom.in\"")
                ),
            ],
        );
    }
}

#[test]
fn each_phrase_and_each_form_is_needed() {
    let folder = Folder::new();
    folder.write(UI, "{ \"version\": 1, \"phrases\": {} }").write(DATES, "{ \"version\": 1 }");
    let problems = folder.read().problems;
    let missing: Vec<_> = problems.iter().filter(|p| p.file == UI).map(|p| p.entry.as_deref().unwrap()).collect();
    assert_eq!(missing, Phrase::ALL.iter().map(|pair| pair.0).collect::<Vec<_>>());
    let missing: Vec<_> = problems.iter().filter(|p| p.file == DATES).map(|p| p.field.as_deref().unwrap()).collect();
    assert_eq!(missing, ["months", "months_short", "forms"]);
}

#[test]
fn a_missing_form() {
    expect(
        |folder| folder.replace(DATES, "\"bce\":", "\"bc\":"),
        (DATES, "{", "\"bc\":"),
        &[
            &format!("{}: error: form \"bce\": is missing. Add it.", Folder::new().at(DATES, "{", "\"forms\"")),
            "{at}: error: form \"bc\": is not the id of a form. Remove this text, or correct its id. \
             Write the id of a form, perhaps \"bce\".",
        ],
    );
}

#[test]
fn eleven_months() {
    expect(
        |folder| folder.replace(DATES, "\"January\",", ""),
        (DATES, "{", "\"months\""),
        &["{at}: error: field \"months\": names 11 months. Name the twelve months in their order."],
    );
}

#[test]
fn other_placeholders() {
    expect(
        |folder| folder.replace_after(UI, "\"count.some.other\"", "{total}", "{all}"),
        (UI, "{", "\"count.some.other\""),
        &["{at}: error: phrase \"count.some.other\": \"{n} entries of {all}\" has {all}, {n}, \
           but in \"fr\" it has {n}, {total}. Use the same placeholders in both."],
    );
    expect(
        |folder| folder.replace_after(DATES, "\"since\"", "{date}", "2017"),
        (DATES, "{", "\"since\""),
        &["{at}: error: form \"since\": \"since 2017\" has no placeholder, but in \"fr\" it has {date}. \
           Use the same placeholders in both."],
    );
}

#[test]
fn a_placeholder_without_end() {
    expect(
        |folder| folder.replace_after(UI, "\"count.other\"", "{n}", "{n"),
        (UI, "{", "\"count.other\""),
        &["{at}: error: phrase \"count.other\": \"{n entries\" opens a brace without closing it. \
           Write } after the placeholder."],
    );
}

#[test]
fn a_text_of_an_unknown_id() {
    let few = "Write one of: programme, policy, partnership, event.";
    for (file, old, new, head, called) in [
        (
            "text/en/site.json",
            "\"policy\"",
            "\"policies\"",
            "lane",
            format!("a lane. Remove this text, or correct its id. {few}"),
        ),
        (
            "text/en/entries.json",
            "\"mieux-created\"",
            "\"mieux-creatd\"",
            "entry",
            "an entry. Remove this text, or correct its id. Write the id of an entry, perhaps \"mieux-created\"."
                .to_owned(),
        ),
        (
            "text/fr/sources.json",
            "\"rabat-process-about-rabat-process\"",
            "\"rabat-process-about\"",
            "source",
            "a source. Remove this text, or correct its id. \
             Write the id of a source, perhaps \"rabat-process-about-rabat-process\"."
                .to_owned(),
        ),
        (
            "text/fr/questions.json",
            "\"ralph-genetzke\"",
            "\"r-genetzke\"",
            "chair",
            "a chair. Remove this text, or correct its id. Write one of: camilla-hagstrom, ralph-genetzke.".to_owned(),
        ),
        (
            "text/fr/questions.json",
            "\"q3-future\"",
            "\"q4-future\"",
            "question",
            "a question. Remove this text, or correct its id. \
             Write one of: q1-real-partnership, q2-role-of-capacity-development, q3-future."
                .to_owned(),
        ),
    ] {
        let expected = format!("{{at}}: error: {head} {new}: is not the id of {called}");
        expect(|folder| folder.replace(file, old, new), (file, "{", new), &[&expected]);
    }
}

#[test]
fn a_note_on_a_source_that_is_not_cited() {
    let file = "text/en/entries.json";
    expect(
        |folder| folder.replace(file, "\"mieux-2018-10-years-mieux\"", "\"rabat-process-about-rabat-process\""),
        (file, "\"mieux-created\"", "\"rabat-process-about-rabat-process\""),
        &["{at}: error: entry \"mieux-created\", field \"says.rabat-process-about-rabat-process\": the entry does \
           not cite this source. Add the source to \"sources\" of the entry in timeline.json, or remove this text."],
    );
}

#[test]
fn a_description_of_a_source_that_has_a_title() {
    let file = "text/en/sources.json";
    expect(
        |folder| {
            folder.replace(
                file,
                "\"sources\": {",
                "\"sources\": {\n\"iom-euro-african-dialogue-migration\": \"IOM page\",",
            )
        },
        (file, "{", "\"iom-euro-african-dialogue-migration\""),
        &["{at}: error: source \"iom-euro-african-dialogue-migration\": has a title in sources.json, so its \
           description is never shown. Remove the description here, or the title there."],
    );
}

#[test]
fn where_a_wording_comes_from() {
    let (en, fr) = ("text/en/questions.json", "text/fr/questions.json");
    expect(
        |folder| folder.replace_after(en, "\"q3-future\"", "\"status\": \"unofficial\",", ""),
        (en, "\"questions\"", "\"q3-future\""),
        &["{at}: error: question \"q3-future\", field \"status\": is missing. \
           Write \"original\", \"published\" or \"unofficial\": where the wording comes from."],
    );
    expect(
        |folder| folder.replace_after(en, "\"q3-future\"", "\"unofficial\"", "\"original\""),
        (en, "\"q3-future\"", "\"status\""),
        &["{at}: error: question \"q3-future\", field \"status\": \"original\" is said of a language that is not the \
           original one. Write \"published\" or \"unofficial\", or correct \"original_language\" in questions.json."],
    );
    expect(
        |folder| folder.replace_after(fr, "\"q3-future\"", "\"original\"", "\"unofficial\""),
        (fr, "\"q3-future\"", "\"status\""),
        &["{at}: error: question \"q3-future\", field \"status\": \"unofficial\" is said of the original language. \
           Write \"original\", or correct \"original_language\" in questions.json."],
    );
    expect(
        |folder| folder.replace_after(en, "\"q3-future\"", "\"unofficial\"", "\"published\""),
        (en, "\"questions\"", "\"q3-future\""),
        &["{at}: error: question \"q3-future\", field \"published_in\": is missing. \
           Write the id of the source that published this wording."],
    );
}
