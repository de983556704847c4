//! Every page as a file: renders the components to HTML inside what Trunk built.
//!
//! `prerender STAGING CONTENT` reads `STAGING/index.html` and writes it anew in the default language of the folder
//! `CONTENT`, and for each language `STAGING/<lang>/index.html` and `STAGING/<lang>/sources/index.html`. With `whole`
//! behind them it only writes the former, with the list of sources in it. Text comes first in the file, data last.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use frise::content::check::{self, Page as Content};
use frise::content::{Language, Timeline};
use frise::i18n::{Phrase, Words};
use frise::notes::fingerprint;
use frise::page::{SOURCES_FOLDER, ids};
use frise::ui::{self, Embedded, Page};

/// Where the app is put: an element, since Trunk's minifier removes comments.
const APP: &str = "<div id=\"app\"></div>";
/// What the `<meta>` that names the programs is called.
const NAMES: &str = "name=\"frise\"";

fn main() -> ExitCode {
    let [staging, content, kind] = [1, 2, 3].map(|at| std::env::args().nth(at));
    let Some((staging, content)) = staging.zip(content) else {
        eprintln!("prerender: usage: prerender STAGING CONTENT [whole]");
        return ExitCode::FAILURE;
    };
    match run(Path::new(&staging), Path::new(&content), kind.as_deref() == Some("whole")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("prerender: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(staging: &Path, content: &Path, is_whole: bool) -> Result<(), String> {
    let shell_path = staging.join("index.html");
    let shell = fs::read_to_string(&shell_path).map_err(|error| format!("{}: {error}", shell_path.display()))?;
    let report = check::read(content);
    let Some(default) = report.pages.first() else {
        return Err(format!("{} has errors; `cargo xtask check` lists them", content.display()));
    };
    if !is_whole {
        write(&shell_path, &render(&shell, default, "", Page::Timeline)?)?;
    }
    let page = if is_whole { Page::Whole } else { Page::Timeline };
    let still = without_programs(&shell)?;
    for content in &report.pages {
        write(&staging.join(words_path(&content.words)), &content.words.to_text())?;
        let folder = staging.join(&content.language.tag);
        write(&folder.join("index.html"), &render(&shell, content, "../", page)?)?;
        if !is_whole {
            let sources = folder.join(SOURCES_FOLDER).join("index.html");
            write(&sources, &render(&still, content, "../../", Page::Sources)?)?;
        }
    }
    Ok(())
}

/// Where all words of a language lie, for the programs beside the page's own. Named by what is in it: it has to
/// be the words that these programs were built with.
fn words_path(words: &Words) -> String {
    format!("bundle/{}-{}.txt", words.lang, fingerprint(&words.to_text()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// A page: the shell with its language, head, text and data. `root` is the way to the shell's folder.
fn render(shell: &str, content: &Content, root: &str, page: Page) -> Result<String, String> {
    let Language { tag, dir, .. } = &content.language;
    let timeline = Timeline::new(content.bundle.clone()).map_err(|error| error.to_string())?;
    let (app, data) = if page == Page::Sources {
        ("<div id=\"app\">".to_owned(), String::new())
    } else {
        let words = words_path(&content.words);
        let data = Embedded::new(&timeline, &content.words, root).write();
        (
            format!("<div id=\"app\" data-root=\"{root}\" data-words=\"{root}{words}\">"),
            format!("<script type=\"text/plain\" id=\"{}\">{data}</script>", ids::DATA),
        )
    };
    let head = head(content, root, page);
    let body = ui::render(timeline, content.words.clone(), root, page);

    // The texts come last: what is looked for is the shell's, whatever they say.
    let mut page = with_root(shell, root);
    let language = format!("<html lang=\"{}\" dir=\"{}\"", escape(tag), escape(dir));
    let opening = page.find("<html").zip(page.find("lang=")).ok_or("the shell has no <html lang>")?;
    let end = page.get(opening.0..).and_then(|rest| rest.find('>')).ok_or("the shell's <html> does not end")?;
    page.replace_range(opening.0..opening.0 + end, &language);
    replace_once(&mut page, "</body>", &format!("{data}</body>"))?;
    replace_once(&mut page, APP, &format!("{app}{body}</div>"))?;
    replace_once(&mut page, "</head>", &format!("{head}</head>"))?;
    Ok(page)
}

/// Title, description, and the same page in each language.
fn head(content: &Content, root: &str, page: Page) -> String {
    let site = &content.bundle.site;
    let say = |phrase| content.words.phrases.get(phrase);
    let (name, of, about, folder) = match page {
        Page::Sources => (say(Phrase::PartSourcesList), site.title.as_str(), say(Phrase::SourcesIntro), SOURCES_FOLDER),
        Page::Timeline | Page::Whole => (site.title.as_str(), site.kicker.as_str(), site.lede.as_str(), ""),
    };
    let title = escape(&format!("{name} – {of}"));
    let mut head = format!("<title>{title}</title><meta name=\"description\" content=\"{}\">", escape(about));
    for Language { tag, .. } in &site.languages {
        head.push_str(&format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{root}{tag}/{folder}\">"));
    }
    head
}

/// The shell without the names of programs: where there are none the loader starts none.
fn without_programs(shell: &str) -> Result<String, String> {
    let unquoted = NAMES.replace('"', "");
    let parts = shell.split_once(NAMES).or_else(|| shell.split_once(&unquoted));
    let (before, behind) = parts.ok_or_else(|| format!("the shell has no {NAMES}"))?;
    // The minifier puts attributes in an order of its own.
    let parts = before.rsplit_once('<').zip(behind.split_once('>'));
    let ((before, _), (_, behind)) = parts.ok_or("the shell's <meta> is broken")?;
    Ok(format!("{before}{behind}"))
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
