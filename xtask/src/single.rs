//! `cargo xtask single-file`: every page as one file that needs no host, `dist-single/<lang>.html`.
//!
//! Made from the programs and styles of the last build: what a page loads is put into it, and the list of sources stands
//! on it. The policy names each script and the style sheet by its digest, the one exception from having nothing inline;
//! nothing can be asked for. What is not in it is the program for other files (`?timeline=`), and the script that keeps
//! the page for use without network.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::html::{self, Tag};
use crate::project::{self, timed};
use crate::scripts::{self, Kind};
use crate::{Outcome, build, digest, size, stage};

/// The folder of the files.
pub const FOLDER: &str = "dist-single";

/// Where the loader has what it does otherwise in one file: `src/single.js`.
const MARKS: [&str; 2] = ["// <run>", "// </run>"];

/// Builds, and writes the files.
pub fn run(arguments: &[String]) -> Outcome {
    crate::flag(arguments, "")?;
    build::build()?;
    for file in write(&project::content(), &project::root().join(FOLDER))? {
        let length = std::fs::metadata(&file).map_err(|error| format!("{}: {error}", file.display()))?.len();
        println!("{} ({length} bytes)", size::relative(&project::root(), &file));
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a file for each language of the content into a folder.
pub fn write(content: &Path, folder: &Path) -> Result<Vec<PathBuf>, String> {
    let loader = loader()?;
    // What is there of a language that is gone would stay.
    let _ = std::fs::remove_dir_all(folder);
    timed(&format!("single-file: writing {}/", size::relative(&project::root(), folder)), || {
        let mut files = Vec::new();
        for page in size::pages(&stage::whole(content)?)? {
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
    scripts::short(&format!("{}\n{single}{}", &loader[..from], &loader[to..]), Kind::Classic)
}

/// A page with all that it loads, and its language.
fn whole(page: &Path, loader: &str) -> Result<(String, String), String> {
    let page = Page { html: project::read(page)?, folder: page.parent().unwrap_or(page) };
    let lang = value(&page.one("html", |_| true)?, "lang")?.to_owned();
    let inside = page.inside()?;
    let mut scripts = vec![hash(loader)];
    let mut data = String::new();
    for glue in &inside.glue {
        scripts.push(hash(glue));
        data.push_str(&element("script", " type=module", glue)?);
    }
    for (id, text) in &inside.data {
        data.push_str(&element("script", &format!(" type=text/plain id={id}"), text)?);
    }
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; style-src-attr 'unsafe-inline'; \
         img-src data:; form-action 'none'; base-uri 'none'",
        scripts.join(" "),
        hash(&inside.css)
    );

    let mut changes = page.links(&lang)?;
    let mut change = |tag: Tag, with: String| changes.push((tag.place, with));
    change(
        page.one("meta", |tag| tag.get("http-equiv").is_some())?,
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
    );
    change(page.one("meta", is_names)?, "<meta name=frise>".to_owned());
    change(page.one("link", is_sheet)?, element("style", "", &inside.css)?);
    // Its end stands in the page already.
    let tag = page.one("script", |tag| tag.get("src").is_some())?;
    change(tag, format!("<script>{}", fitting("script", loader)?));
    change(page.one("div", is_app)?, "<div id=\"app\" data-root=\"\" data-words=\"#_room-words\">".to_owned());
    let end = page.html.rfind("</body>").ok_or("a built page has no </body>")?;
    changes.push((end..end, data));
    // From the end on, so that the places of those before stay true.
    changes.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
    let mut whole = page.html;
    for (place, with) in changes {
        whole.replace_range(place, &with);
    }
    Ok((lang, whole))
}

/// A built page.
struct Page<'a> {
    html: String,
    folder: &'a Path,
}

/// What a page loads, as text.
struct Inside {
    css: String,
    glue: Vec<String>,
    /// The programs, and the interface's words: ids and texts.
    data: Vec<(String, String)>,
}

/// What takes the place of a part of a page.
type Change = (Range<usize>, String);

impl Page<'_> {
    fn bytes(&self, address: &str) -> Result<Vec<u8>, String> {
        let file = size::normal(&self.folder.join(address));
        std::fs::read(&file).map_err(|error| format!("{} is named by a page: {error}", file.display()))
    }

    fn text(&self, address: &str) -> Result<String, String> {
        String::from_utf8(self.bytes(address)?).map_err(|error| format!("{address}: {error}"))
    }

    /// The one tag of that kind.
    fn one(&self, name: &str, is_it: impl Fn(&Tag) -> bool) -> Result<Tag, String> {
        let mut found = html::tags(&self.html, name).into_iter().filter(is_it);
        match (found.next(), found.next()) {
            (Some(tag), None) => Ok(tag),
            (None, _) => Err(format!("a built page has no such <{name}>: `cargo xtask build` makes them")),
            (_, Some(tag)) => Err(format!("a built page has more than one such <{name}>: {tag:?}")),
        }
    }

    fn inside(&self) -> Result<Inside, String> {
        let app = self.one("div", is_app)?;
        let root = value(&app, "data-root")?;
        let names = self.one("meta", is_names)?;
        let named = |attribute: &str| Ok::<_, String>(format!("{root}{}", value(&names, attribute)?));
        let css = self.text(value(&self.one("link", is_sheet)?, "href")?)? + &self.text(&named("data-room-css")?)?;
        let mut glue = Vec::new();
        let mut data = vec![("_room-words".to_owned(), self.text(value(&app, "data-words")?)?)];
        for kind in ["", "room-"] {
            glue.push(registered(kind, &self.text(&named(&format!("data-{kind}js"))?)?)?);
            let program = self.bytes(&named(&format!("data-{kind}wasm"))?)?;
            data.push((format!("_{kind}wasm"), digest::base64(&program)));
        }
        Ok(Inside { css, glue, data })
    }

    /// Addresses of other files: those of the page's own content and icon hold them, other languages lie beside it.
    fn links(&self, lang: &str) -> Result<Vec<Change>, String> {
        let mut changes = Vec::new();
        for tag in html::tags(&self.html, "link") {
            match tag.get("rel") {
                Some("icon") => {
                    let icon = data_address("image/svg+xml", &self.bytes(value(&tag, "href")?)?);
                    changes.push((tag.place, format!("<link rel=icon href=\"{icon}\">")));
                }
                Some("alternate") => changes.push((tag.place, String::new())),
                _ => {}
            }
        }
        for tag in html::tags(&self.html, "a") {
            let Some(href) = tag.get("href") else { continue };
            let text = &self.html[tag.place.clone()];
            let changed = if let Some(other) = tag.get("data-lang-link") {
                replaced(text, href, &format!("{other}.html"))?
            } else if tag.get("data-download").is_some() {
                // An address that holds the file says no name: the attribute has to.
                let named = replaced(text, " download ", &format!(" download=\"{lang}.json\" "))?;
                replaced(&named, href, &data_address("application/json", &self.bytes(href)?))?
            } else {
                continue;
            };
            changes.push((tag.place, changed));
        }
        Ok(changes)
    }
}

fn is_app(tag: &Tag) -> bool {
    tag.get("id") == Some("app")
}

fn is_names(tag: &Tag) -> bool {
    tag.get("name") == Some("frise")
}

fn is_sheet(tag: &Tag) -> bool {
    tag.get("rel") == Some("stylesheet")
}

fn value<'a>(tag: &'a Tag, attribute: &str) -> Result<&'a str, String> {
    tag.get(attribute).ok_or_else(|| format!("a built page has no `{attribute}` where it should: {tag:?}"))
}

fn replaced(text: &str, what: &str, with: &str) -> Result<String, String> {
    if text.contains(what) { Ok(text.replacen(what, with, 1)) } else { Err(format!("`{text}` holds no `{what}`")) }
}

fn hash(text: &str) -> String {
    format!("'{}'", digest::integrity(text.as_bytes()))
}

fn data_address(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", digest::base64(bytes))
}

fn element(name: &str, attributes: &str, text: &str) -> Result<String, String> {
    Ok(format!("<{name}{attributes}>{}</{name}>", fitting(name, text)?))
}

/// A text that can stand in a script or style element: it must not end that, and has to reach its digest as it is, while
/// browsers make another sign of a carriage return and of NUL.
fn fitting<'a>(name: &str, text: &'a str) -> Result<&'a str, String> {
    let is_closed = text.to_ascii_lowercase().contains(&format!("</{name}"));
    if is_closed || text.contains("<!--") || text.contains(['\r', '\0']) {
        let start: String = text.chars().take(60).collect();
        return Err(format!(
            "this holds `</{name}`, `<!--`, a carriage return or NUL, and cannot stand in <{name}>: {start}"
        ));
    }
    Ok(text)
}

/// The glue, which leaves its start where the loader finds it.
fn registered(kind: &str, glue: &str) -> Result<String, String> {
    let start = glue.split(" as default").next().filter(|before| before.len() < glue.len());
    let start = start.and_then(|before| {
        before.rsplit(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '$'))).next()
    });
    let start = start.ok_or("the glue has no `export { … as default }`: is this another wasm-bindgen?")?;
    Ok(format!("{glue}(self.programs ||= {{}})[\"{kind}\"] = {start};\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_runs_what_is_in_the_page() -> Result<(), String> {
        let loader = loader()?;
        assert!(loader.contains("programs[") && !loader.contains("priority"), "{loader}");
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
        for text in ["a</STYLE >", "<!-- a", "a\r\n", "a\0"] {
            assert!(element("style", "", text).is_err(), "{text}");
        }
    }
}
