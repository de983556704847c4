//! `cargo xtask single-file`: every page as one file that needs no host, `dist-single/<lang>.html`.
//!
//! Made from the built pages in `dist/`: what a page loads is put into it. The policy names each script and the style
//! sheet by its digest, the one exception from having nothing inline; nothing can be asked for. What is not in it is
//! the program for other files (`?timeline=`), and the script that keeps the page for use without network.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::html::{self, Tag};
use crate::project::{self, timed};
use crate::{Outcome, build, digest, scripts, size};

/// The folder of the files.
const FOLDER: &str = "dist-single";

/// Where the loader has what it does otherwise in one file: `src/single.js`.
const MARKS: [&str; 2] = ["// <run>", "// </run>"];

/// Builds, and writes the files.
pub fn run(arguments: &[String]) -> Outcome {
    crate::flag(arguments, "")?;
    build::build()?;
    for file in write(&project::dist())? {
        let length = std::fs::metadata(&file).map_err(|error| format!("{}: {error}", file.display()))?.len();
        println!("{} ({length} bytes)", size::relative(&project::root(), &file));
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a file for each language from the built pages.
pub fn write(dist: &Path) -> Result<Vec<PathBuf>, String> {
    let loader = loader()?;
    let folder = project::root().join(FOLDER);
    timed(&format!("single-file: writing {FOLDER}/"), || {
        let mut files = Vec::new();
        for page in size::pages(dist)? {
            let (lang, text) = whole(&page, &loader)?;
            let file = folder.join(format!("{lang}.html"));
            project::write(&file, text)?;
            files.push(file);
        }
        Ok(files)
    })
}

/// The loader as one file has it.
fn loader() -> Result<String, String> {
    let source = |name: &str| project::read(&project::root().join("src").join(name));
    let (loader, single) = (source("loader.js")?, source("single.js")?);
    let [from, to] = MARKS.map(|mark| loader.find(mark));
    let (from, to) = from.zip(to).ok_or_else(|| format!("src/loader.js has to hold {MARKS:?}"))?;
    Ok(scripts::without_comments(&format!("{}\n{single}{}", &loader[..from], &loader[to..])))
}

/// A page with all that it loads, and its language.
fn whole(page: &Path, loader: &str) -> Result<(String, String), String> {
    let html = project::read(page)?;
    let folder = page.parent().unwrap_or(page).to_owned();
    let file = |address: &str| size::normal(&folder.join(address));
    let read = |address: &str| project::read(&file(address));
    let bytes = |address: &str| std::fs::read(file(address)).map_err(|error| format!("{address}: {error}"));

    let lang = value(&one(&html, "html", |_| true)?, "lang")?.to_owned();
    let app = one(&html, "div", |tag| tag.get("id") == Some("app"))?;
    let (root, words) = (value(&app, "data-root")?.to_owned(), value(&app, "data-words")?.to_owned());
    let names = one(&html, "meta", |tag| tag.get("name") == Some("frise"))?;
    let named = |attribute: &str| value(&names, attribute).map(|name| format!("{root}{name}"));

    let sheet = one(&html, "link", |tag| tag.get("rel") == Some("stylesheet"))?;
    let css = read(value(&sheet, "href")?)? + &read(&named("data-room-css")?)?;
    let mut policy = vec![format!("style-src {}", hash(&css))];
    let mut hashes = vec![hash(loader)];
    let mut data = String::new();
    for kind in ["", "room-"] {
        let glue = registered(kind, &read(&named(&format!("data-{kind}js"))?)?)?;
        hashes.push(hash(&glue));
        data.push_str(&element("script", " type=module", &glue)?);
        let wasm = digest::base64(&bytes(&named(&format!("data-{kind}wasm"))?)?);
        data.push_str(&element("script", &format!(" type=text/plain id={kind}wasm"), &wasm)?);
    }
    data.push_str(&element("script", " type=text/plain id=room-words", &read(&words)?)?);
    policy.push(format!("script-src {} 'wasm-unsafe-eval'", hashes.join(" ")));
    let policy = format!(
        "default-src 'none'; {}; style-src-attr 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'",
        policy.join("; ")
    );

    // What takes the place of which tag; in the page's order, so that places stay true from its end on.
    let mut changes: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    let mut change = |tag: &Tag, with: String| changes.push((tag.place.clone(), with));
    let guard = one(&html, "meta", |tag| tag.get("http-equiv").is_some())?;
    change(&guard, format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"));
    change(&names, "<meta name=frise>".to_owned());
    change(&sheet, element("style", "", &css)?);
    change(&one(&html, "script", |tag| tag.get("src").is_some())?, format!("<script>{loader}"));
    for tag in html::tags(&html, "link") {
        match tag.get("rel") {
            Some("icon") => {
                let icon = data_address("image/svg+xml", &bytes(value(&tag, "href")?)?);
                change(&tag, format!("<link rel=icon href=\"{icon}\">"));
            }
            Some("alternate") => change(&tag, String::new()),
            _ => {}
        }
    }
    change(&app, "<div id=\"app\" data-root=\"\" data-words=\"#room-words\">".to_owned());
    for tag in html::tags(&html, "a") {
        let Some(href) = tag.get("href") else { continue };
        let mut text = html[tag.place.clone()].to_owned();
        if let Some(other) = tag.get("data-lang-link") {
            text = text.replace(href, &format!("{other}.html"));
        } else if tag.get("data-download").is_some() {
            // An address that holds the file says no name: the attribute has to.
            let named = text.replace(" download ", &format!(" download=\"{lang}.json\" "));
            text = named.replace(href, &data_address("application/json", &bytes(href)?));
        } else {
            continue;
        }
        change(&tag, text);
    }
    changes.sort_by_key(|(place, _)| place.start);
    let mut whole = html.clone();
    let end = html.rfind("</body>").unwrap_or(html.len());
    whole.insert_str(end, &data);
    for (place, with) in changes.into_iter().rev() {
        whole.replace_range(place, &with);
    }
    Ok((lang, whole))
}

/// The one tag of that kind.
fn one(html: &str, name: &str, is_it: impl Fn(&Tag) -> bool) -> Result<Tag, String> {
    let mut found = html::tags(html, name).into_iter().filter(is_it);
    match (found.next(), found.next()) {
        (Some(tag), None) => Ok(tag),
        (None, _) => Err(format!("a built page has no such <{name}>: `cargo xtask build` makes them")),
        (_, Some(tag)) => Err(format!("a built page has more than one such <{name}>: {tag:?}")),
    }
}

fn value<'a>(tag: &'a Tag, attribute: &str) -> Result<&'a str, String> {
    tag.get(attribute).ok_or_else(|| format!("a built page has no `{attribute}` where it should: {tag:?}"))
}

fn hash(text: &str) -> String {
    format!("'{}'", digest::integrity(text.as_bytes()))
}

fn data_address(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", digest::base64(bytes))
}

/// A script or style element. Its text must not end it, and browsers read a line end as one sign.
fn element(name: &str, attributes: &str, text: &str) -> Result<String, String> {
    let is_closed = text.to_ascii_lowercase().contains(&format!("</{name}"));
    if is_closed || text.contains("<!--") || text.contains('\r') {
        return Err(format!("a text holds `</{name}`, `<!--` or a carriage return: it cannot stand in <{name}>"));
    }
    Ok(format!("<{name}{attributes}>{text}</{name}>"))
}

/// The glue, which leaves its start where the loader finds it.
fn registered(kind: &str, glue: &str) -> Result<String, String> {
    let start = glue.split(" as default").next().filter(|before| before.len() < glue.len());
    let start =
        start.and_then(|before| before.rsplit(|letter: char| !(letter.is_alphanumeric() || letter == '_')).next());
    let start = start.ok_or("the glue has no `export { … as default }`: is this another wasm-bindgen?")?;
    Ok(format!("{glue}(self.programs ||= {{}})[\"{kind}\"] = {start};\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_runs_what_is_in_the_page() -> Result<(), String> {
        let loader = loader()?;
        assert!(loader.contains("programs[kind]") && !loader.contains("fetch("), "{loader}");
        Ok(())
    }

    #[test]
    fn glue_leaves_its_start() -> Result<(), String> {
        let glue = registered("room-", "function __wbg_init() {}\nexport { initSync, __wbg_init as default };\n")?;
        assert!(glue.ends_with("};\n(self.programs ||= {})[\"room-\"] = __wbg_init;\n"), "{glue}");
        assert!(registered("", "function other() {}").is_err());
        Ok(())
    }

    #[test]
    fn a_text_that_would_end_its_element_is_refused() {
        assert_eq!(element("style", "", "p{}"), Ok("<style>p{}</style>".to_owned()));
        for text in ["a</STYLE >", "<!-- a", "a\r\n"] {
            assert!(element("style", "", text).is_err(), "{text}");
        }
    }
}
