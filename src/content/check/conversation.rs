//! The event and its questions in one language, the original wording beside every other.

use super::find::{Finder, Spot};
use super::load::{Content, Texts};
use crate::content::raw::{ChairText, NotesText, QuestionText, QuestionsText};
use crate::content::{Chair, Conversation, Status, Text, WireQuestion};

/// The conversation of one page; `None` where the content has no event.
pub(super) fn conversation<'a>(content: &'a Content, page: &Texts, find: &mut Finder<'a>) -> Option<Conversation> {
    let raw = &content.questions.as_ref()?.raw;
    let event = raw.event.as_ref()?;
    let original = Original::of(content, page, event.original_language.as_deref());
    let spot = |field| Spot { file: "questions.json", part: "", id: "", field };
    let name = find.need(spot("event_name"), |texts| words(texts)?.event_name.as_ref());
    // The title and where it comes from belong together, so the language of one is that of both.
    let article = find.find(spot("article"), |texts| words(texts)?.article.as_ref().filter(|a| a.title.is_some()));
    if article.is_none() {
        find.report_lost(spot("article"));
    }
    let title = |texts| Some(words(texts)?.article.as_ref()?.title.as_ref()?.as_str());
    let participants = find.list(spot("participants"), |texts| words(texts)?.participants.as_ref());
    let mut questions = Vec::new();
    for question in raw.questions.iter().flatten() {
        let Some(id) = &question.id else { continue };
        questions.push(wording(id, question.entries.clone().unwrap_or_default(), original, find));
    }
    Some(Conversation {
        date: event.date.clone().unwrap_or_default(),
        entry: event.entry.clone().unwrap_or_default(),
        name,
        article: event.article.clone().unwrap_or_default(),
        original: original.text(article.and_then(|article| article.lang), title),
        title: article.map(|a| a.text(a.value.title.as_deref().unwrap_or_default())).unwrap_or_default(),
        status: article.and_then(|article| article.value.status).unwrap_or(Status::Unofficial),
        chairs: chairs(content, find),
        participants,
        notes: notes(find),
        questions,
    })
}

/// The words as they were first published, for a page in another language.
#[derive(Clone, Copy)]
struct Original<'a>(Option<&'a Texts>);

impl<'a> Original<'a> {
    fn of(content: &'a Content, page: &Texts, tag: Option<&str>) -> Self {
        // The original language need not be one that the page comes in.
        let mut all = content.texts.iter().chain(&content.shelved);
        Self(all.find(|texts| Some(texts.tag.as_str()) == tag && texts.tag != page.tag))
    }

    /// The original of a text; `shown` is the language that the text fell back to.
    fn text(self, shown: Option<&str>, get: impl Fn(&'a Texts) -> Option<&'a str>) -> Option<Text> {
        let texts = self.0.filter(|texts| shown != Some(texts.tag.as_str()))?;
        Some(Text::foreign(get(texts)?, &texts.tag))
    }
}

fn wording<'a>(id: &'a str, entries: Vec<String>, original: Original<'a>, find: &mut Finder<'a>) -> WireQuestion {
    let spot = |field| Spot { file: "questions.json", part: "question", id, field };
    let found = find.find(spot("text"), |texts| question_text(texts, id).filter(|question| question.text.is_some()));
    if found.is_none() {
        find.report_lost(spot("text"));
    }
    let own = |get: fn(&QuestionText) -> Option<&String>| found.and_then(|found| Some(found.text(get(found.value)?)));
    WireQuestion {
        id: id.to_owned(),
        text: own(|question| question.text.as_ref()).unwrap_or_default(),
        status: found.and_then(|found| found.value.status).unwrap_or(Status::Unofficial),
        original: original.text(found.and_then(|found| found.lang), |texts| question_text(texts, id)?.text.as_deref()),
        published_in: found.and_then(|found| found.value.published_in.clone()),
        ours: own(|question| question.ours.as_ref()),
        note: own(|question| question.note.as_ref()),
        stressed: find.list(spot("stressed"), |texts| question_text(texts, id)?.stressed.as_ref()),
        prompts: find.list(spot("prompts"), |texts| question_text(texts, id)?.prompts.as_ref()),
        entries,
    }
}

fn chairs<'a>(content: &'a Content, find: &mut Finder<'a>) -> Vec<Chair> {
    let event = content.questions.as_ref().and_then(|file| file.raw.event.as_ref());
    let mut chairs = Vec::new();
    for chair in event.iter().flat_map(|event| event.chairs.iter().flatten()) {
        let (Some(id), Some(name)) = (&chair.id, &chair.name) else { continue };
        let spot = |field| Spot { file: "questions.json", part: "chair", id, field };
        let part = find.need(spot("part"), |texts| chair_text(texts, id)?.part.as_ref());
        let office = find.need(spot("office"), |texts| chair_text(texts, id)?.office.as_ref());
        let said = find.text(spot("said"), |texts| chair_text(texts, id)?.said.as_ref());
        // A language that has no use for a title before the name has none: nothing to fall back to.
        let honorific = chair_text(find.page(), id).and_then(|text| text.honorific.as_ref());
        let name = honorific.map_or_else(|| name.clone(), |honorific| format!("{honorific}\u{a0}{name}"));
        chairs.push(Chair { name, part, office, said });
    }
    chairs
}

fn notes(find: &mut Finder<'_>) -> Vec<Text> {
    type Get = fn(&NotesText) -> Option<&String>;
    const NOTES: [(&str, Get); 5] = [
        ("notes.place", |notes| notes.place.as_ref()),
        ("notes.participants", |notes| notes.participants.as_ref()),
        ("notes.publication", |notes| notes.publication.as_ref()),
        ("notes.addresses", |notes| notes.addresses.as_ref()),
        ("notes.grouping", |notes| notes.grouping.as_ref()),
    ];
    let mut texts = Vec::new();
    for (field, get) in NOTES {
        let spot = Spot { file: "questions.json", part: "", id: "", field };
        texts.extend(find.text(spot, |texts| get(words(texts)?.notes.as_ref()?)));
    }
    texts
}

fn words(texts: &Texts) -> Option<&QuestionsText> {
    texts.questions.as_ref().map(|file| &file.raw)
}

fn chair_text<'a>(texts: &'a Texts, id: &str) -> Option<&'a ChairText> {
    words(texts)?.chairs.as_ref()?.get(id)
}

fn question_text<'a>(texts: &'a Texts, id: &str) -> Option<&'a QuestionText> {
    words(texts)?.questions.as_ref()?.get(id)
}
