//! What must hold of each language's words: they belong to something, the interface's are complete, and
//! patterns have the placeholders that the program fills in.

use std::collections::BTreeSet;

use super::file::File;
use super::ids::{Ids, Known};
use super::json::{Step, trail};
use super::load::{Content, Texts};
use super::problem::Problem;
use crate::content::Status;
use crate::content::raw::{self, Keyed};
use crate::i18n::{DateForm, Phrase};

/// Checks the folders of the languages that the page comes in.
pub(super) fn check(content: &Content, known: &Known<'_>, problems: &mut Vec<Problem>) {
    for texts in &content.texts {
        if let Some(file) = &texts.site {
            belong(file, "lanes", file.raw.lanes.as_ref(), &known.lanes, problems);
            belong(file, "regions", file.raw.regions.as_ref(), &known.regions, problems);
            belong(file, "eras", file.raw.eras.as_ref(), &known.eras, problems);
            belong(file, "figures", file.raw.figures.as_ref(), &known.figures, problems);
        }
        if let Some(file) = &texts.entries {
            belong(file, "entries", file.raw.entries.as_ref(), &known.entries, problems);
            says(file, content, problems);
        }
        if let Some(file) = &texts.sources {
            belong(file, "sources", file.raw.sources.as_ref(), &known.sources, problems);
            descriptions(file, content, problems);
        }
        if let Some(file) = &texts.questions {
            belong(file, "chairs", file.raw.chairs.as_ref(), &known.chairs, problems);
            belong(file, "questions", file.raw.questions.as_ref(), &known.questions, problems);
            wordings(file, &texts.tag, content, known, problems);
        }
        let Some(default) = content.texts.first() else { continue };
        if let Some(file) = &texts.ui {
            let keys = Ids { called: "a phrase", all: Phrase::ALL.iter().map(|pair| pair.0).collect(), sure: true };
            belong(file, "phrases", file.raw.phrases.as_ref(), &keys, problems);
            let own = default.ui.as_ref().and_then(|file| file.raw.phrases.as_ref());
            placeholders(file, "phrases", file.raw.phrases.as_ref(), own, default, problems);
        }
        if let Some(file) = &texts.dates {
            let keys = Ids { called: "a form", all: DateForm::ALL.iter().map(|pair| pair.0).collect(), sure: true };
            belong(file, "forms", file.raw.forms.as_ref(), &keys, problems);
            let own = default.dates.as_ref().and_then(|file| file.raw.forms.as_ref());
            placeholders(file, "forms", file.raw.forms.as_ref(), own, default, problems);
            for (field, months) in [("months", &file.raw.months), ("months_short", &file.raw.months_short)] {
                if let Some(months) = months.as_ref().filter(|months| months.len() != 12) {
                    let what = format!("names {} months", months.len());
                    problems.push(file.error(&trail![field], what, "Name the twelve months in their order."));
                }
            }
        }
    }
}

/// Reports texts for ids that do not exist.
fn belong<T, U>(file: &File<T>, head: &str, map: Option<&Keyed<U>>, ids: &Ids<'_>, problems: &mut Vec<Problem>) {
    for (id, _) in map.iter().flat_map(|map| map.iter()) {
        if ids.sure && !ids.all.contains(&id) {
            let what = format!("is not the id of {}", ids.called);
            let remedy = format!("Remove this text, or correct its id. {}", ids.advice(id));
            problems.push(file.error(&trail![head, id], what, remedy).valueless());
        }
    }
}

/// Reports what sources are said to say of an entry that does not cite them.
fn says(file: &File<raw::EntriesText>, content: &Content, problems: &mut Vec<Problem>) {
    let entries = || content.timeline.iter().flat_map(|file| file.raw.entries.iter().flatten());
    for (id, text) in file.raw.entries.iter().flat_map(|map| map.iter()) {
        let cited =
            entries().filter(|entry| entry.id.as_deref() == Some(id)).filter_map(|entry| entry.sources.as_ref());
        let cited: Vec<_> = cited.collect();
        for (source, _) in text.says.iter().flat_map(|map| map.iter()) {
            // Where the entry or its sources are missing, that has been said.
            if !cited.is_empty() && !cited.iter().copied().flatten().any(|id| id == source) {
                let what = "the entry does not cite this source";
                let remedy = "Add the source to \"sources\" of the entry in timeline.json, or remove this text.";
                problems.push(file.error(&trail!["entries", id, "says", source], what, remedy).valueless());
            }
        }
    }
}

/// Reports descriptions that no page would show.
fn descriptions(file: &File<raw::SourcesText>, content: &Content, problems: &mut Vec<Problem>) {
    let sources = content.sources.as_ref().and_then(|file| file.raw.sources.as_ref());
    for (id, _) in file.raw.sources.iter().flat_map(|map| map.iter()) {
        if sources.and_then(|sources| sources.get(id)).is_some_and(|source| source.title.is_some()) {
            let what = "has a title in sources.json, so its description is never shown";
            let remedy = "Remove the description here, or the title there.";
            problems.push(file.error(&trail!["sources", id], what, remedy).valueless());
        }
    }
}

/// Checks where each wording of the event is said to come from.
fn wordings(
    file: &File<raw::QuestionsText>,
    tag: &str,
    content: &Content,
    known: &Known<'_>,
    problems: &mut Vec<Problem>,
) {
    let event = content.questions.as_ref().and_then(|file| file.raw.event.as_ref());
    let original = event.and_then(|event| event.original_language.as_deref());
    let mut status = |trail: &[Step], worded: bool, status: Option<Status>| {
        let is_original = original.is_none_or(|original| original == tag);
        match status {
            None if worded => {
                let remedy = "Write \"original\", \"published\" or \"unofficial\": where the wording comes from.";
                problems.push(file.error(trail, "is missing", remedy));
            }
            Some(Status::Original) if !is_original => {
                let what = "is said of a language that is not the original one";
                let remedy =
                    "Write \"published\" or \"unofficial\", or correct \"original_language\" in questions.json.";
                problems.push(file.error(trail, what, remedy));
            }
            Some(Status::Published | Status::Unofficial) if original == Some(tag) => {
                let what = "is said of the original language";
                let remedy = "Write \"original\", or correct \"original_language\" in questions.json.";
                problems.push(file.error(trail, what, remedy));
            }
            _ => {}
        }
    };
    if let Some(article) = &file.raw.article {
        status(&trail!["article", "status"], article.title.is_some(), article.status);
    }
    for (id, question) in file.raw.questions.iter().flat_map(|map| map.iter()) {
        status(&trail!["questions", id, "status"], question.text.is_some(), question.status);
    }
    for (id, question) in file.raw.questions.iter().flat_map(|map| map.iter()) {
        let trail = trail!["questions", id, "published_in"];
        match &question.published_in {
            Some(source) => known.sources.refer(file, &trail, source, problems),
            None if question.status == Some(Status::Published) => {
                let remedy = "Write the id of the source that published this wording.";
                problems.push(file.error(&trail, "is missing", remedy));
            }
            None => {}
        }
    }
}

/// Reports patterns whose placeholders are not those of the default language.
fn placeholders<T>(
    file: &File<T>,
    head: &str,
    patterns: Option<&Keyed<String>>,
    default: Option<&Keyed<String>>,
    from: &Texts,
    problems: &mut Vec<Problem>,
) {
    for (key, pattern) in patterns.iter().flat_map(|map| map.iter()) {
        let trail = trail![head, key];
        let Some(names) = names_in(pattern) else {
            problems.push(file.error(&trail, "opens a brace without closing it", "Write } after the placeholder."));
            continue;
        };
        let Some(wanted) = default.and_then(|default| names_in(default.get(key)?)) else { continue };
        if names != wanted {
            let what = format!("has {}, but in \"{}\" it has {}", listed(&names), from.tag, listed(&wanted));
            problems.push(file.error(&trail, what, "Use the same placeholders in both."));
        }
    }
}

/// The placeholders of a pattern; `None` where one is not closed.
fn names_in(pattern: &str) -> Option<BTreeSet<&str>> {
    pattern.split('{').skip(1).map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

fn listed(names: &BTreeSet<&str>) -> String {
    if names.is_empty() {
        return "no placeholder".to_owned();
    }
    names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
}
