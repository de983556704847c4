//! Facts and words put together: a bundle per language.

use super::conversation;
use super::find::{Finder, Spot};
use super::load::{Content, Texts};
use super::problem::Problem;
use crate::content::raw::{Confidence, Dir, EntryText, SiteText};
use crate::content::{
    BUNDLE_VERSION, Bundle, EraWords, FigureWords, LaneWords, Language, Named, Site, Text, Timeline, WireCitation,
    WireEntry, WireSource,
};
use crate::i18n::{DateForm, DateWords, Phrase, Phrases, Words};

/// What one page is made of.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its content.
    pub bundle: Bundle,
    /// The interface's words.
    pub words: Words,
    /// Its language.
    pub language: Language,
}

/// A page per language, the default first, and what their texts lack. The pages are good only if there
/// is no error: until then what is missing stands in them as empty.
pub(super) fn pages(content: &Content, problems: &mut Vec<Problem>) -> Vec<Page> {
    let languages = languages(content);
    content.texts.iter().map(|texts| page(content, texts, &languages, problems)).collect()
}

/// Reports bundles that the program itself would refuse. What it refuses should be known before.
pub(super) fn try_out(pages: &[Page], problems: &mut Vec<Problem>) {
    for page in pages {
        if let Err(error) = Timeline::new(page.bundle.clone()) {
            let what = format!("the page cannot be built: {error}");
            let remedy = "This is a gap in the check itself: please report it with the content.";
            problems.push(Problem::of_file(format!("text/{}", page.language.tag), what, remedy));
        }
    }
}

fn languages(content: &Content) -> Vec<Language> {
    let listed = || content.site.iter().flat_map(|file| file.raw.languages.iter().flatten());
    let language = |texts: &Texts| {
        let raw = listed().find(|language| language.tag.as_ref() == Some(&texts.tag));
        let dir = match raw.and_then(|raw| raw.dir) {
            Some(Dir::Rtl) => "rtl",
            Some(Dir::Ltr) | None => "ltr",
        };
        let name = raw.and_then(|raw| raw.name.clone()).unwrap_or_default();
        Language { tag: texts.tag.clone(), name, dir: dir.to_owned() }
    };
    content.texts.iter().map(language).collect()
}

fn page(content: &Content, texts: &Texts, languages: &[Language], problems: &mut Vec<Problem>) -> Page {
    let mut find = Finder::new(content, texts);
    let bundle = Bundle {
        version: BUNDLE_VERSION,
        lang: texts.tag.clone(),
        site: site(content, languages, &mut find),
        entries: entries(content, &mut find),
        sources: sources(content, &mut find),
        conversation: conversation::conversation(content, texts, &mut find),
    };
    find.finish(problems);
    let language = languages.iter().find(|language| language.tag == texts.tag).cloned();
    let language = language.unwrap_or_else(|| Language { tag: String::new(), name: String::new(), dir: String::new() });
    Page { bundle, words: words(texts), language }
}

fn site<'a>(content: &'a Content, languages: &[Language], find: &mut Finder<'a>) -> Site {
    let raw = content.site.as_ref().map(|file| &file.raw);
    let spot = |part, id, field| Spot { file: "site.json", part, id, field };
    macro_rules! words {
        ($field:ident) => {
            find.need(spot("", "", stringify!($field)), |texts| site_text(texts)?.$field.as_ref())
        };
        ($map:ident, $part:literal, $id:expr, $field:ident, $how:ident) => {
            find.$how(spot($part, $id, stringify!($field)), |texts| {
                site_text(texts)?.$map.as_ref()?.get($id)?.$field.as_ref()
            })
        };
    }
    let (title, kicker, lede, notice) = (words!(title), words!(kicker), words!(lede), words!(notice));
    let brief = find.own(|texts| site_text(texts)?.brief.as_ref());
    let method = find.list(spot("", "", "method"), |texts| site_text(texts)?.method.as_ref());
    let mut lanes = Vec::new();
    for lane in raw.iter().flat_map(|raw| raw.lanes.iter().flatten()) {
        let Some(id) = &lane.id else { continue };
        lanes.push(LaneWords {
            id: id.clone(),
            hue: lane.hue.clone().unwrap_or_default(),
            shape: lane.shape.clone().unwrap_or_default(),
            name: words!(lanes, "lane", id, name, need),
            short: words!(lanes, "lane", id, short, need),
            description: words!(lanes, "lane", id, description, need),
        });
    }
    let mut regions = Vec::new();
    for id in raw.iter().flat_map(|raw| raw.regions.iter().flatten()) {
        let name = find.need(spot("region", id, ""), |texts| site_text(texts)?.regions.as_ref()?.get(id));
        regions.push(Named { id: id.clone(), name });
    }
    let mut eras = Vec::new();
    for era in raw.iter().flat_map(|raw| raw.eras.iter().flatten()) {
        let Some(id) = &era.id else { continue };
        eras.push(EraWords {
            id: id.clone(),
            date: era.date.clone().unwrap_or_default(),
            end_disputed: era.end_disputed.unwrap_or_default(),
            entries: era.entries.clone().unwrap_or_default(),
            name: words!(eras, "era", id, name, need),
            note: words!(eras, "era", id, note, text),
        });
    }
    let mut figures = Vec::new();
    for figure in raw.iter().flat_map(|raw| raw.figures.iter().flatten()) {
        let Some(id) = &figure.id else { continue };
        figures.push(FigureWords {
            id: id.clone(),
            value: words!(figures, "figure", id, value, need),
            caption: words!(figures, "figure", id, caption, need),
            disputed: figure.disputed.unwrap_or_default(),
            entries: figure.entries.clone().unwrap_or_default(),
        });
    }
    let languages = languages.to_vec();
    Site { title, kicker, lede, brief, notice, method, languages, lanes, regions, eras, figures }
}

fn entries<'a>(content: &'a Content, find: &mut Finder<'a>) -> Vec<WireEntry> {
    let mut entries = Vec::new();
    for raw in content.timeline.iter().flat_map(|file| file.raw.entries.iter().flatten()) {
        let Some(id) = &raw.id else { continue };
        let spot = |field| Spot { file: "entries.json", part: "entry", id, field };
        let title = find.need(spot("title"), |texts| entry_text(texts, id)?.title.as_ref());
        let short = find.own(|texts| entry_text(texts, id)?.short.as_ref());
        let summary = find.need(spot("summary"), |texts| entry_text(texts, id)?.summary.as_ref());
        let disagreement = find.text(spot("disagreement"), |texts| entry_text(texts, id)?.disagreement.as_ref());
        let note = find.text(spot("note"), |texts| entry_text(texts, id)?.note.as_ref());
        let mut citations = Vec::new();
        for source in raw.sources.iter().flatten() {
            let says = find.text(spot("says"), |texts| entry_text(texts, id)?.says.as_ref()?.get(source));
            citations.push(WireCitation { source: source.clone(), says });
        }
        entries.push(WireEntry {
            id: id.clone(),
            date: raw.date.clone().unwrap_or_default(),
            lane: raw.lane.clone().unwrap_or_default(),
            weight: raw.weight.and_then(|weight| u8::try_from(weight).ok()).unwrap_or(1),
            regions: raw.regions.clone().unwrap_or_default(),
            parent: raw.parent.clone(),
            uncertain: raw.confidence == Some(Confidence::Medium),
            title,
            short,
            summary,
            disagreement,
            note,
            citations,
        });
    }
    entries
}

fn sources<'a>(content: &'a Content, find: &mut Finder<'a>) -> Vec<WireSource> {
    let mut sources = Vec::new();
    let raw = content.sources.iter().flat_map(|file| file.raw.sources.iter().flat_map(|map| map.iter()));
    for (id, raw) in raw {
        let (title, described) = match &raw.title {
            // A title is in the language of its source, whatever the page's.
            Some(title) => (Text::own(title), false),
            None => {
                let spot = Spot { file: "sources.json", part: "source", id, field: "" };
                let get = |texts: &'a Texts| texts.sources.as_ref()?.raw.sources.as_ref()?.get(id);
                (find.need(spot, get), true)
            }
        };
        sources.push(WireSource {
            id: id.to_owned(),
            title,
            described,
            publisher: raw.publisher.clone().unwrap_or_default(),
            url: raw.url.clone().unwrap_or_default(),
            lang: raw.lang.clone().unwrap_or_default(),
            date: raw.date.clone(),
        });
    }
    sources
}

fn words(texts: &Texts) -> Words {
    let ui = texts.ui.as_ref().and_then(|file| file.raw.phrases.as_ref());
    let dates = texts.dates.as_ref().map(|file| &file.raw);
    let forms = dates.and_then(|dates| dates.forms.as_ref());
    let text = |map: Option<&crate::content::raw::Keyed<String>>, key: &str| {
        map.and_then(|map| map.get(key)).cloned().unwrap_or_default()
    };
    Words {
        lang: texts.tag.clone(),
        phrases: Phrases::new(Phrase::ALL.iter().map(|(key, _)| text(ui, key)).collect()),
        dates: DateWords {
            months: dates.and_then(|dates| dates.months.clone()).unwrap_or_default(),
            months_short: dates.and_then(|dates| dates.months_short.clone()).unwrap_or_default(),
            forms: DateForm::ALL.iter().map(|(key, _)| text(forms, key)).collect(),
        },
    }
}

fn site_text(texts: &Texts) -> Option<&SiteText> {
    texts.site.as_ref().map(|file| &file.raw)
}

fn entry_text<'a>(texts: &'a Texts, id: &str) -> Option<&'a EntryText> {
    texts.entries.as_ref()?.raw.entries.as_ref()?.get(id)
}
