//! Every page as a file: renders the components to HTML inside what Trunk built.
//!
//! `prerender STAGING` reads `STAGING/index.html` and writes it anew in the default language, and
//! `STAGING/<lang>/index.html` in each language. Text comes first in the file, data last.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use frise::content::check::{self, Page as Content};
use frise::content::{Language, SearchIndex, Timeline};
use frise::html::{self, Edition};
use frise::i18n::Words;
use frise::notes::fingerprint;
use frise::ui::{Model, Page, document, marks};
use leptos::prelude::*;

/// Where the app is put: an element, since Trunk's minifier removes comments.
const APP: &str = "<div id=\"app\"></div>";

fn main() -> ExitCode {
    let Some(staging) = std::env::args().nth(1) else {
        eprintln!("prerender: usage: prerender STAGING");
        return ExitCode::FAILURE;
    };
    match run(Path::new(&staging)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("prerender: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(staging: &Path) -> Result<(), String> {
    let shell_path = staging.join("index.html");
    let shell = fs::read_to_string(&shell_path).map_err(|error| format!("{}: {error}", shell_path.display()))?;
    let report = check::read(Path::new("content"));
    let Some(default) = report.pages.first() else {
        return Err("content/ has errors; `cargo xtask check` lists them".to_owned());
    };
    write(&shell_path, &render(&shell, default, "")?)?;
    for content in &report.pages {
        write(&staging.join(words_path(&content.words)), &content.words.to_text())?;
        let folder = staging.join(&content.language.tag);
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        write(&folder.join("index.html"), &render(&shell, content, "../")?)?;
    }
    Ok(())
}

/// Where all words of a language lie, for the programs beside the page's own. Named by what is in it: it has to
/// be the words that these programs were built with.
fn words_path(words: &Words) -> String {
    format!("bundle/{}-{}.txt", words.lang, fingerprint(&words.to_text()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// A page: the shell with its language, head, text and data. `root` is the way to the shell's folder.
fn render(shell: &str, content: &Content, root: &str) -> Result<String, String> {
    let Language { tag, dir, .. } = &content.language;
    let site = &content.bundle.site;
    let timeline = Timeline::new(content.bundle.clone()).map_err(|error| error.to_string())?;
    let title = format!("{} – {}", site.title.as_str(), site.kicker.as_str());
    let mut head = format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\">",
        escape(&title),
        escape(site.lede.as_str())
    );
    for language in &site.languages {
        head.push_str(&format!("<link rel=\"alternate\" hreflang=\"{0}\" href=\"{root}{0}/\">", language.tag));
    }
    let words = Words { phrases: content.words.phrases.running(), ..content.words.clone() }.to_text();
    if words.contains('<') {
        return Err(format!("{tag}: a phrase or a form of dates has a `<`, which would end the data of the page"));
    }
    let data = format!("<script type=\"text/plain\" id=\"frise-words\">{words}</script>");
    let search = SearchIndex::new(&timeline);
    let edition = Edition::own(timeline, content.words.clone(), root.to_owned());
    let body = Owner::new_root(None).with(|| {
        let page = Page::new(Model::new(edition, search));
        document(page, &marks(page).to_html(), &html::chronicle(&page.model().edition))
    });

    // The texts come last: what is looked for is the shell's, whatever they say.
    let mut page = with_root(shell, root);
    let language = format!("<html lang=\"{}\" dir=\"{}\"", escape(tag), escape(dir));
    let opening = page.find("<html").zip(page.find("lang=")).ok_or("the shell has no <html lang>")?;
    let end = page.get(opening.0..).and_then(|rest| rest.find('>')).ok_or("the shell's <html> does not end")?;
    page.replace_range(opening.0..opening.0 + end, &language);
    replace_once(&mut page, "</body>", &format!("{data}</body>"))?;
    let app = format!("<div id=\"app\" data-root=\"{root}\" data-words=\"{root}{}\">", words_path(&content.words));
    replace_once(&mut page, APP, &format!("{app}{body}</div>"))?;
    replace_once(&mut page, "</head>", &format!("{head}</head>"))?;
    Ok(page)
}

fn replace_once(page: &mut String, what: &str, with: &str) -> Result<(), String> {
    // Trunk's minifier drops quotes that HTML does not need.
    let unquoted = what.replace('"', "");
    let found = [what, &unquoted].into_iter().find_map(|what| Some((page.find(what)?, what.len())));
    let (at, length) = found.ok_or_else(|| format!("the shell has no {what}"))?;
    page.replace_range(at..at + length, with);
    Ok(())
}

/// Addresses of assets, written from the shell's folder, as a page in another folder needs them.
fn with_root(page: &str, root: &str) -> String {
    let mut page = page.to_owned();
    for attribute in ["href", "src", "data-js", "data-wasm"] {
        for quote in ["\"", ""] {
            page = page.replace(&format!(" {attribute}={quote}./"), &format!(" {attribute}={quote}{root}"));
        }
    }
    page
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
