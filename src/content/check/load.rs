//! The whole folder in memory, file by file.

use std::io::ErrorKind;
use std::path::Path;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::file::{self, File};
use super::problem::Problem;
use super::schema;
use crate::content::raw;

/// The files of `content/`; `None` for those that could not be read, each of which is reported.
#[derive(Debug)]
pub(super) struct Content {
    pub site: Option<File<raw::Site>>,
    pub timeline: Option<File<raw::Timeline>>,
    pub sources: Option<File<raw::Sources>>,
    /// The page may do without an event.
    pub questions: Option<File<raw::Questions>>,
    pub published: Option<File<raw::PublishedIds>>,
    /// The languages that site.json names, the default first.
    pub texts: Vec<Texts>,
    /// Folders of languages that it does not name.
    pub shelved: Vec<Texts>,
}

/// One folder `text/<tag>`.
#[derive(Debug)]
pub(super) struct Texts {
    pub tag: String,
    pub site: Option<File<raw::SiteText>>,
    pub entries: Option<File<raw::EntriesText>>,
    pub sources: Option<File<raw::SourcesText>>,
    pub questions: Option<File<raw::QuestionsText>>,
    pub ui: Option<File<raw::UiText>>,
    pub dates: Option<File<raw::DatesText>>,
}

/// What it means that a file is not there.
#[derive(Clone, Copy)]
enum Need<'a> {
    /// A mistake, with the remedy where it is not the usual one.
    Needed(Option<&'a str>),
    /// It is another language's text, kept for later: neither the file nor any field of it is needed.
    Shelved,
    /// It may be left out, but has what it needs if it is there.
    Optional,
}

/// Reads the folder, every mistake of form into `problems`.
pub(super) fn load(dir: &Path, problems: &mut Vec<Problem>) -> Content {
    let mut reader = Reader { dir, problems };
    let needed = Need::Needed(None);
    let site: Option<File<raw::Site>> = reader.file("site.json", needed);
    let timeline = reader.file("timeline.json", needed);
    let sources = reader.file("sources.json", needed);
    let folders = reader.text_folders();
    let named = site.as_ref().map(|site| languages(&site.raw, &folders)).unwrap_or_default();
    // Without an event there is nothing to say about it; words without the event are a loss.
    let has_words = named.iter().any(|tag| dir.join("text").join(tag).join("questions.json").exists());
    let questions = reader.file("questions.json", if has_words { needed } else { Need::Optional });
    let conversation = questions.is_some() || has_words;
    let published = reader.file("published-ids.json", needed);
    let texts = named.iter().map(|tag| reader.texts(tag, named.first(), conversation)).collect();
    let mut shelved = Vec::new();
    for tag in folders.iter().filter(|tag| !named.contains(tag)) {
        // Without site.json nobody knows which languages are shown.
        if site.is_some() {
            let what = "site.json does not name this language, so no page shows its texts";
            let remedy = format!(
                "Add it to \"languages\" of site.json once text/{tag} is complete; until then it is kept for later."
            );
            reader.problems.push(Problem::of_file(format!("text/{tag}"), what, remedy).warning());
        }
        shelved.push(reader.texts(tag, None, conversation));
    }
    Content { site, timeline, sources, questions, published, texts, shelved }
}

/// The languages that have a folder, the default first; those without are reported with site.json.
fn languages(site: &raw::Site, folders: &[String]) -> Vec<String> {
    let tags = site.languages.iter().flatten().filter_map(|language| language.tag.clone());
    let mut named: Vec<String> = Vec::new();
    for tag in tags.filter(|tag| folders.contains(tag)) {
        if !named.contains(&tag) {
            named.push(tag);
        }
    }
    named.sort_by_key(|tag| Some(tag) != site.default_language.as_ref());
    named
}

/// One file by itself: mistakes of form, without what other files say. Nothing for a name that no file has.
pub(super) fn one(name: &str, bytes: &[u8], problems: &mut Vec<Problem>) {
    macro_rules! form {
        ($shape:ty) => {
            drop(file::read::<$shape>(name, bytes, true, problems))
        };
    }
    match schema::path_of(name).as_str() {
        "schema/site.schema.json" => form!(raw::Site),
        "schema/timeline.schema.json" => form!(raw::Timeline),
        "schema/sources.schema.json" => form!(raw::Sources),
        "schema/questions.schema.json" => form!(raw::Questions),
        "schema/published-ids.schema.json" => form!(raw::PublishedIds),
        "schema/text-site.schema.json" => form!(raw::SiteText),
        "schema/text-entries.schema.json" => form!(raw::EntriesText),
        "schema/text-sources.schema.json" => form!(raw::SourcesText),
        "schema/text-questions.schema.json" => form!(raw::QuestionsText),
        "schema/text-ui.schema.json" => form!(raw::UiText),
        "schema/text-dates.schema.json" => form!(raw::DatesText),
        _ => {}
    }
}

struct Reader<'a> {
    dir: &'a Path,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn file<T: DeserializeOwned + JsonSchema>(&mut self, name: &str, need: Need<'_>) -> Option<File<T>> {
        let bytes = match std::fs::read(self.dir.join(name)) {
            Ok(bytes) => bytes,
            Err(error) => {
                let remedy = match need {
                    _ if error.kind() != ErrorKind::NotFound => "Make it a file that can be read.".to_owned(),
                    Need::Optional | Need::Shelved => return None,
                    Need::Needed(Some(remedy)) => remedy.to_owned(),
                    Need::Needed(None) => format!("Restore it, or write it after {}.", schema::path_of(name)),
                };
                let what = match error.kind() {
                    ErrorKind::NotFound => "the file is missing".to_owned(),
                    _ => format!("the file cannot be read ({error})"),
                };
                self.problems.push(Problem::of_file(name, what, remedy));
                return None;
            }
        };
        file::read(name, &bytes, !matches!(need, Need::Shelved), self.problems)
    }

    /// Names of the folders in `text`, in order.
    fn text_folders(&mut self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.dir.join("text")) else {
            let remedy = "Restore it: it holds a folder of texts for each language.";
            self.problems.push(Problem::of_file("text", "the folder is missing", remedy));
            return Vec::new();
        };
        let folders = entries.flatten().filter(|entry| entry.path().is_dir());
        let mut names: Vec<_> = folders.filter_map(|folder| folder.file_name().into_string().ok()).collect();
        names.sort();
        names
    }

    /// A language's files; `default` is the language to translate from, `None` where `tag` is shelved.
    fn texts(&mut self, tag: &str, default: Option<&String>, conversation: bool) -> Texts {
        Texts {
            tag: tag.to_owned(),
            site: self.text(tag, default, "site.json", true),
            entries: self.text(tag, default, "entries.json", true),
            sources: self.text(tag, default, "sources.json", true),
            questions: self.text(tag, default, "questions.json", conversation),
            ui: self.text(tag, default, "ui.json", true),
            dates: self.text(tag, default, "dates.json", true),
        }
    }

    fn text<T: DeserializeOwned + JsonSchema>(
        &mut self,
        tag: &str,
        default: Option<&String>,
        file: &str,
        needed: bool,
    ) -> Option<File<T>> {
        let copy = default.filter(|default| *default != tag);
        let copy = copy.map(|default| format!("Copy text/{default}/{file} and translate it."));
        let need = match default {
            None => Need::Shelved,
            Some(_) if needed => Need::Needed(copy.as_deref()),
            Some(_) => Need::Optional,
        };
        self.file(&format!("text/{tag}/{file}"), need)
    }
}
