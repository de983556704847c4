//! What must hold of the facts across the files, whatever the language.

use super::dates::check_date;
use super::file::File;
use super::ids::{Known, check_ids, id_trails};
use super::json::trail;
use super::load::Content;
use super::problem::Problem;
use crate::content::address::{is_address, is_tag};
use crate::content::raw::{self, HUES, MAX_LANES, SHAPES};

/// Checks site.json, timeline.json, sources.json and questions.json against each other.
pub(super) fn check(content: &Content, known: &Known<'_>, problems: &mut Vec<Problem>) {
    if let Some(file) = &content.site {
        languages(file, content, problems);
        site(file, known, problems);
    }
    if let Some(file) = &content.timeline {
        timeline(file, known, problems);
    }
    if let Some(file) = &content.sources {
        sources(file, problems);
    }
    if let Some(file) = &content.questions {
        questions(file, content, known, problems);
    }
}

fn languages(file: &File<raw::Site>, content: &Content, problems: &mut Vec<Problem>) {
    let list = file.raw.languages.as_deref().unwrap_or_default();
    let tags: Vec<_> = list.iter().map(|language| language.tag.as_deref()).collect();
    for (index, tag) in tags.iter().enumerate() {
        let Some(tag) = *tag else { continue };
        let trail = trail!["languages", index, "tag"];
        if !is_tag(tag) {
            problems.push(file.error(&trail, "is not a language tag", "Write a BCP 47 tag, such as en or pt-BR."));
        } else if !content.texts.iter().any(|texts| texts.tag == tag) {
            let what = format!("names a language that has no folder text/{tag}");
            let from = file.raw.default_language.as_deref().filter(|default| *default != tag).unwrap_or("en");
            let remedy = format!("Copy text/{from} to text/{tag} and translate it, or remove the language here.");
            problems.push(file.error(&trail, what, remedy));
        }
        if tags.iter().take(index).any(|earlier| *earlier == Some(tag)) {
            problems.push(file.error(&trail, "is named twice", "Remove one of the two."));
        }
    }
    if let Some(default) = &file.raw.default_language
        && !tags.contains(&Some(default.as_str()))
    {
        let tags: Vec<_> = tags.iter().copied().flatten().collect();
        let remedy = if tags.is_empty() {
            "Describe it in \"languages\".".to_owned()
        } else {
            format!("Write one of: {}; or describe it in \"languages\".", tags.join(", "))
        };
        problems.push(file.error(&trail!["default_language"], "is not one of the languages", remedy));
    }
}

fn site(file: &File<raw::Site>, known: &Known<'_>, problems: &mut Vec<Problem>) {
    let raw = &file.raw;
    check_ids(file, id_trails("lanes", raw.lanes.as_ref(), |lane| lane.id.as_ref()), false, problems);
    check_ids(file, id_trails("eras", raw.eras.as_ref(), |era| era.id.as_ref()), false, problems);
    check_ids(file, id_trails("figures", raw.figures.as_ref(), |f| f.id.as_ref()), false, problems);
    let regions = raw.regions.iter().flatten().enumerate();
    check_ids(file, regions.map(|(index, id)| (trail!["regions", index], id.as_str())), false, problems);
    for (index, lane) in raw.lanes.iter().flatten().enumerate() {
        for (field, value, allowed) in [("hue", &lane.hue, &HUES[..]), ("shape", &lane.shape, &SHAPES[..])] {
            if value.as_ref().is_some_and(|value| !allowed.contains(&value.as_str())) {
                let what = format!("is not a {field} that the page has");
                let remedy = format!("Write one of: {}.", allowed.join(", "));
                problems.push(file.error(&trail!["lanes", index, field], what, remedy));
            }
        }
        if index == MAX_LANES {
            let what = format!("is one lane more than the {MAX_LANES} that can be told apart");
            problems.push(file.error(&trail!["lanes", index], what, "Join lanes that belong together."));
        }
    }
    for (index, era) in raw.eras.iter().flatten().enumerate() {
        check_date(file, &trail!["eras", index, "date"], era.date.as_deref(), problems);
        known.entries.refer_all(file, &trail!["eras", index, "entries"], era.entries.as_ref(), problems);
    }
    for (index, figure) in raw.figures.iter().flatten().enumerate() {
        known.entries.refer_all(file, &trail!["figures", index, "entries"], figure.entries.as_ref(), problems);
    }
}

fn timeline(file: &File<raw::Timeline>, known: &Known<'_>, problems: &mut Vec<Problem>) {
    let entries = file.raw.entries.as_ref();
    check_ids(file, id_trails("entries", entries, |entry| entry.id.as_ref()), true, problems);
    for (index, entry) in entries.into_iter().flatten().enumerate() {
        check_date(file, &trail!["entries", index, "date"], entry.date.as_deref(), problems);
        if let Some(lane) = &entry.lane {
            known.lanes.refer(file, &trail!["entries", index, "lane"], lane, problems);
        }
        known.regions.refer_all(file, &trail!["entries", index, "regions"], entry.regions.as_ref(), problems);
        let trail = trail!["entries", index, "sources"];
        known.sources.refer_all(file, &trail, entry.sources.as_ref(), problems);
        if entry.sources.as_ref().is_some_and(Vec::is_empty) {
            let remedy = "Write the id of at least one source; describe the source in sources.json.";
            problems.push(file.error(&trail, "names no source", remedy));
        }
        if entry.weight.is_some_and(|weight| !(1..=3).contains(&weight)) {
            let remedy = "Write 3 to keep the label longest, then 2, then 1.";
            problems.push(file.error(&trail!["entries", index, "weight"], "is not a weight", remedy));
        }
        if let Some(parent) = &entry.parent {
            let trail = trail!["entries", index, "parent"];
            known.entries.refer(file, &trail, parent, problems);
            let mut of_parent = entries.into_iter().flatten().filter(|other| other.id.as_ref() == Some(parent));
            if entry.id.as_ref() == Some(parent) {
                let remedy = "Write the id of the entry that it is a detail of, or leave the field out.";
                problems.push(file.error(&trail, "is the entry itself", remedy));
            } else if let Some(grandparent) = of_parent.find_map(|other| other.parent.as_ref()) {
                let what = "is itself a detail, and a detail has no details";
                let remedy = format!("Write the id of an entry without \"parent\", perhaps \"{grandparent}\".");
                problems.push(file.error(&trail, what, remedy));
            }
        }
    }
}

fn sources(file: &File<raw::Sources>, problems: &mut Vec<Problem>) {
    let sources = || file.raw.sources.iter().flat_map(|sources| sources.iter());
    check_ids(file, sources().map(|(id, _)| (trail!["sources", id], id)), false, problems);
    for (id, source) in sources() {
        check_date(file, &trail!["sources", id, "date"], source.date.as_deref(), problems);
        if source.url.as_ref().is_some_and(|url| !is_address(url)) {
            let remedy = "Write the full address, such as https://example.org/page.";
            problems.push(file.error(&trail!["sources", id, "url"], "is not a web address", remedy));
        }
        if source.lang.as_ref().is_some_and(|lang| !is_tag(lang)) {
            let remedy = "Write a BCP 47 tag, such as en or pt-BR.";
            problems.push(file.error(&trail!["sources", id, "lang"], "is not a language tag", remedy));
        }
    }
}

fn questions(file: &File<raw::Questions>, content: &Content, known: &Known<'_>, problems: &mut Vec<Problem>) {
    let list = file.raw.questions.as_ref();
    check_ids(file, id_trails("questions", list, |question| question.id.as_ref()), true, problems);
    for (index, question) in list.into_iter().flatten().enumerate() {
        if question.id.as_ref().is_some_and(|id| known.entries.all.contains(&id.as_str())) {
            let what = "is already the id of an entry, and both are addresses of the page";
            problems.push(file.error(&trail!["questions", index, "id"], what, "Give the question another id."));
        }
        known.entries.refer_all(file, &trail!["questions", index, "entries"], question.entries.as_ref(), problems);
    }
    let Some(event) = &file.raw.event else { return };
    check_date(file, &trail!["event", "date"], event.date.as_deref(), problems);
    if let Some(entry) = &event.entry {
        known.entries.refer(file, &trail!["event", "entry"], entry, problems);
    }
    if let Some(article) = &event.article {
        known.sources.refer(file, &trail!["event", "article"], article, problems);
    }
    for (tag, source) in event.article_translations.iter().flat_map(|map| map.iter()) {
        known.sources.refer(file, &trail!["event", "article_translations", tag], source, problems);
    }
    if let Some(tag) = &event.original_language
        && !content.texts.iter().chain(&content.shelved).any(|texts| texts.tag == *tag)
    {
        let what = format!("has no folder text/{tag}");
        let remedy = format!("Write the questions as they were asked in text/{tag}/questions.json.");
        problems.push(file.error(&trail!["event", "original_language"], what, remedy));
    }
    let chairs = event.chairs.iter().flatten().enumerate();
    let ids = chairs.filter_map(|(index, chair)| Some((trail!["event", "chairs", index, "id"], chair.id.as_deref()?)));
    check_ids(file, ids, false, problems);
}
