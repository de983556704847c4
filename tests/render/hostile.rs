//! Markup in every text of the content: the page has the same elements as with harmless texts, and shows it as text.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use frise::content::Bundle;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use serde_json::Value;

use super::document::{FIXTURE, render, with_one_picture};

/// What would be elements, ends of elements, attributes, entities, placeholders and what the prerender looks for.
const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'&amp;&lt;{n}{title}<script>alert(1)</script></p></article><!-- --> \
                       ]]> href=./x src=\"./y\" id=failed id=\"failed\" lang= </head></body><div id=\"app\"></div>";
/// The same for the interface's words: the check holds braces in them to be placeholders.
const HOSTILE_WORDS: &str = "\"'&amp;&lt;script&gt;-->> href=./x id=failed ";
/// What the prerender refuses in them: they stand in a script that is data.
const TAGS_IN_WORDS: &str = "</script><img src=x onerror=alert(1)></p>\"'&amp; ";

/// Fields that are no texts: in files of facts, and in files of words.
const FACTS: [&str; 22] = [
    "$schema",
    "article",
    "article_translations",
    "confidence",
    "date",
    "default_language",
    "dir",
    "entries",
    "entry",
    "hue",
    "id",
    "lane",
    "lang",
    "original_language",
    "parent",
    "published_ids",
    "regions",
    "shape",
    "sources",
    "tag",
    "url",
    "weight",
];
const WORDS: [&str; 4] = ["$schema", "cldr", "published_in", "status"];

/// Texts as they are put in the place of the real ones: each with a number, in one of two spirits.
struct Texts {
    is_hostile: bool,
    words: &'static str,
    /// File, field, text.
    all: Vec<(String, String, String)>,
    count: usize,
}

impl Texts {
    fn new(is_hostile: bool, words: &'static str) -> Self {
        Self { is_hostile, words, all: Vec::new(), count: 0 }
    }

    /// Puts one in the place of every text of a file.
    fn replace(&mut self, file: &str, value: &mut Value, field: &str) {
        let is_words = file.ends_with("ui.json") || file.ends_with("dates.json");
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.replace(file, item, field)),
            Value::Object(fields) => {
                // A map from languages to ids.
                let is_ids = field == "article_translations";
                for (name, value) in fields.iter_mut().filter(|_| !is_ids) {
                    self.replace(file, value, name);
                }
            }
            Value::String(text) => {
                let technical = if file.starts_with("text/") { &WORDS[..] } else { &FACTS[..] };
                if technical.contains(&field) || file == "published-ids.json" {
                    return;
                }
                self.count += 1;
                let put = if is_words { self.words.to_owned() } else { format!("⟦{}⟧ {HOSTILE} ", self.count) };
                let put = if self.is_hostile { put } else { harmless(&put) };
                if !is_words {
                    self.all.push((file.to_owned(), field.to_owned(), put.trim_end().to_owned()));
                }
                *text = format!("{put}{text}");
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// As long, without meaning.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if "<>\"'&{}=/!-].;".contains(c) { 'o' } else { c }).collect()
}

/// A folder in which the prerender can run, gone when it is dropped.
struct Stage(PathBuf);

impl Stage {
    /// With the fixture site in `content`, its texts replaced, and the shell as Trunk leaves it.
    fn new(texts: &mut Texts) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("hostile-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let stage = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        stage.copy("", texts);
        std::fs::create_dir_all(stage.0.join("dist/bundle")).unwrap();
        let shell = "<!doctype html><html lang=fr><head><meta charset=utf-8><script src=./loader.js></script>\
                     <meta name=frise data-js=./a.js data-wasm=./a.wasm></head>\
                     <body><div id=app></div></body></html>";
        std::fs::write(stage.0.join("dist/index.html"), shell).unwrap();
        stage
    }

    fn copy(&self, folder: &str, texts: &mut Texts) {
        let (from, to) = (Path::new(FIXTURE).join(folder), self.0.join("content").join(folder));
        std::fs::create_dir_all(&to).unwrap();
        let mut names: Vec<_> = std::fs::read_dir(&from).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        for name in names.iter().map(|name| name.to_str().unwrap()) {
            let inside = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
            let from = from.join(name);
            if from.is_dir() {
                self.copy(&inside, texts);
                continue;
            }
            let mut value: Value = serde_json::from_slice(&std::fs::read(&from).unwrap()).unwrap();
            texts.replace(&inside, &mut value, "");
            std::fs::write(to.join(name), value.to_string()).unwrap();
        }
    }

    /// What the prerender says, and whether it has written the pages.
    fn prerender(&self) -> (bool, String) {
        let mut program = Command::new(env!("CARGO_BIN_EXE_prerender"));
        let output = program.args(["dist", "content"]).current_dir(&self.0).output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    }

    fn page(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.join("dist").join(path)).unwrap()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The tags of a page as browsers read them, with attributes but for what texts say in them; and all its texts. In wide
/// pictures of the frieze rows follow from how long the texts are: they are left out.
fn read(page: &str) -> (Vec<String>, String) {
    let page = &with_one_picture(page);
    let mut emitter = DefaultEmitter::default();
    // As a browser does where scripts and titles begin.
    emitter.naively_switch_states(true);
    let (mut tags, mut texts) = (Vec::new(), String::new());
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) => {
                let mut shown = format!("<{}", text(&tag.name));
                for (name, value) in &tag.attributes {
                    let (name, value) = (text(name), text(value));
                    // Named by the words' content.
                    let is_said = value.contains('⟦') || name == "data-words" || name.starts_with("aria-");
                    let is_said = is_said || ["title", "content", "placeholder", "data-copied"].contains(&&*name);
                    shown.push_str(&format!(" {name}={}", if is_said { "…" } else { &value }));
                    texts.push_str(&format!("{value}\u{1}"));
                }
                tags.push(shown + ">");
            }
            Token::EndTag(tag) => tags.push(format!("</{}>", text(&tag.name))),
            Token::String(said) => texts.push_str(&text(&said)),
            Token::Comment(said) => tags.push(format!("<!--{}-->", text(&said))),
            Token::Doctype(_) => tags.push("<!doctype>".to_owned()),
            // Leptos writes `<!>` where a view may change.
            Token::Error(error) => tags.push(format!("error: {error:?}")),
        }
    }
    (tags, texts)
}

#[test]
fn markup_in_every_text_of_the_content_is_text() {
    let (mut texts, mut harmless) = (Texts::new(true, HOSTILE_WORDS), Texts::new(false, HOSTILE_WORDS));
    let (hostile, usual) = (Stage::new(&mut texts), Stage::new(&mut harmless));
    for stage in [&hostile, &usual] {
        let (done, says) = stage.prerender();
        assert!(done, "{says}: {:#?}", frise::content::check::read(&stage.0.join("content")).problems);
    }
    assert!(texts.count > 1_000, "{} texts", texts.count);
    let lists = ["fr/sources/index.html", "en/sources/index.html"];
    for page in ["index.html", "fr/index.html", "en/index.html"].into_iter().chain(lists) {
        let (tags, said) = read(&hostile.page(page));
        let (wanted, _) = read(&usual.page(page));
        let differ = tags.iter().zip(&wanted).find(|(one, two)| one != two);
        assert_eq!(differ, None, "{page}");
        assert_eq!(tags.len(), wanted.len(), "{page}");
        // All of it is on the other pages.
        if lists.contains(&page) {
            continue;
        }
        let shown = if page.starts_with("en") { "text/en/" } else { "text/fr/" };
        let all = texts.all.iter().filter(|(file, ..)| file.starts_with(shown) || !file.starts_with("text/"));
        // What a chair's part was stands in the bundle alone; a short title on the frieze, where there is room.
        let all = all.filter(|(_, field, _)| !["part", "short"].contains(&field.as_str()));
        let missing: Vec<_> = all.filter(|(.., text)| !said.contains(text.as_str())).collect();
        assert!(missing.is_empty(), "{page}: not shown as they are: {missing:#?}");
    }
}

#[test]
fn markup_in_the_interfaces_words_is_text_or_refused() {
    let stages = [true, false].map(|is_hostile| Stage::new(&mut Texts::new(is_hostile, TAGS_IN_WORDS)));
    let [hostile, usual] = stages.each_ref().map(|stage| frise::content::check::read(&stage.0.join("content")).pages);
    assert_eq!((hostile.len(), usual.len()), (2, 2));
    for (hostile, usual) in hostile.iter().zip(&usual) {
        let (tags, said) = read(&render(hostile, hostile.bundle.clone()));
        let (wanted, _) = read(&render(usual, usual.bundle.clone()));
        let differ = tags.iter().zip(&wanted).find(|(one, two)| one != two);
        assert_eq!((differ, tags.len()), (None, wanted.len()), "{}", hostile.language.tag);
        assert!(said.matches(TAGS_IN_WORDS).count() > 300, "{}", hostile.language.tag);
    }
    let (done, says) = stages[0].prerender();
    assert!(done, "{says}");
}

#[test]
fn an_address_that_is_none_is_refused_by_the_check() {
    for address in ADDRESSES {
        let stage = Stage::new(&mut Texts::new(false, HOSTILE_WORDS));
        let path = stage.0.join("content/sources.json");
        let mut sources: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let source = sources["sources"].as_object_mut().unwrap().values_mut().next().unwrap();
        source["url"] = Value::from(address);
        std::fs::write(&path, sources.to_string()).unwrap();
        let report = frise::content::check::read(&stage.0.join("content"));
        assert!(report.pages.is_empty(), "{address:?}");
        let said: Vec<_> = report.problems.iter().map(ToString::to_string).collect();
        let wanted = if address.is_empty() { "is empty" } else { "is not a web address" };
        assert!(said.iter().any(|said| said.contains("field \"url\": ") && said.contains(wanted)), "{said:#?}");
    }
}

/// The same in a file for `?timeline=`, and in the tags of its languages, which are folders of the site.
#[test]
fn an_address_that_is_none_is_refused_in_a_bundle() {
    let content = frise::content::check::read(Path::new(FIXTURE)).pages.remove(0);
    let bundle = serde_json::to_value(&content.bundle).unwrap();
    let refusal = |bundle: &Value| Bundle::from_json(&bundle.to_string()).map(drop).map_err(|error| error.to_string());
    assert_eq!(refusal(&bundle), Ok(()));
    for address in ADDRESSES {
        let mut wrong = bundle.clone();
        wrong["sources"][3]["url"] = Value::from(address);
        let id = bundle["sources"][3]["id"].as_str().unwrap();
        let wanted = format!("sources › {id} › url: a web address is expected, such as https://example.org/page");
        assert_eq!(refusal(&wrong), Err(wanted), "{address:?}");
        let mut wrong = bundle.clone();
        wrong["site"]["languages"][1]["tag"] = Value::from(address);
        let said = refusal(&wrong).unwrap_err();
        assert!(said.ends_with("tag: a language tag is expected, such as en or pt-BR"), "{address:?}: {said}");
    }
}

/// What browsers would run, show in the page's place, or take for another site's; and what is no address.
const ADDRESSES: [&str; 22] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "//example.org/",
    "/example",
    "example.org",
    "",
    "https://",
    "https:///x",
    "https://example.org/a b",
    "https://\"onmouseover=alert(1)//",
];
