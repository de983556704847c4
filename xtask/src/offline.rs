//! The page without network: writes `offline.js` (src/offline.js) with the list of files that it keeps.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::html::{self, Tag};
use crate::scripts::{self, Kind};
use crate::{digest, project, size};

/// Never named by its content: browsers ask for it by this name, to see whether there is a new version.
pub const NAME: &str = "offline.js";

/// Where the script has its version, and where its list.
const MARKS: [&str; 2] = ["const VERSION = \"\";", "const FILES = [];"];

/// Makes the staged page name the script, so that the loader asks for it.
pub fn announce(staging: &Path) -> Result<(), String> {
    let page = staging.join("index.html");
    let mut html = project::read(&page)?;
    let names = html::tags(&html, "meta").into_iter().find(|tag| tag.get("name") == Some("frise"));
    let end = names.ok_or("the page has no <meta name=\"frise\">: see Trunk.toml")?.place.end - 1;
    html.insert_str(end, &format!(" data-offline={NAME}"));
    project::write(&page, html)
}

/// Writes the script into the folder of the finished pages.
pub fn write(staging: &Path) -> Result<(), String> {
    let source = project::read(&project::root().join("src/offline.js"))?;
    project::write(&staging.join(NAME), scripts::short(&filled(staging, source)?, Kind::Classic)?)
}

fn filled(staging: &Path, mut script: String) -> Result<String, String> {
    let mut listed = BTreeMap::new();
    // The version is another one for a word that changes on a page, and for a change of the script.
    let mut all = script.clone();
    for page in size::pages(staging)? {
        let text = project::read(&page)?;
        all.push_str(&digest::fingerprint(text.as_bytes()));
        list(staging, &page, &text, &mut listed)?;
    }
    let files: Vec<Value> = listed.into_values().collect();
    let files = serde_json::to_string(&files).map_err(|error| format!("the list of files: {error}"))?;
    let version = digest::fingerprint((all + &files).as_bytes());
    for (mark, value) in MARKS.iter().zip([format!("\"{version}\""), files]) {
        let (name, _) = mark.split_once('=').unwrap_or((mark, ""));
        if script.matches(mark).count() != 1 {
            return Err(format!("src/offline.js has to hold `{mark}` once: the build writes there"));
        }
        script = script.replace(mark, &format!("{name}= {value};"));
    }
    Ok(script)
}

/// A page, and every file that it names.
fn list(staging: &Path, page: &Path, text: &str, listed: &mut BTreeMap<String, Value>) -> Result<(), String> {
    let lang = html::tags(text, "html").first().and_then(|tag| tag.get("lang")).unwrap_or_default().to_owned();
    let folder = page.parent().unwrap_or(staging);
    let mut names = Vec::new();
    for (file, is_later) in named(text) {
        let file = size::normal(&folder.join(file));
        let path = size::relative(staging, &file);
        let bytes = std::fs::read(&file).map_err(|error| format!("{path} is named by a page: {error}"))?;
        let mut entry = json!({ "path": path, "digest": digest::integrity(&bytes), "lang": "" });
        if path.starts_with("bundle/") {
            entry["lang"] = json!(lang);
        } else if is_later {
            entry["later"] = json!(true);
        } else {
            names.push(path.clone());
        }
        listed.insert(path, entry);
    }
    let path = PathBuf::from(size::relative(staging, page));
    let path = path.parent().map(|folder| folder.to_string_lossy().into_owned()).filter(|folder| !folder.is_empty());
    let path = path.map(|folder| format!("{folder}/")).unwrap_or_default();
    listed.insert(path.clone(), json!({ "path": path, "lang": lang, "names": names }));
    Ok(())
}

/// The files that a page names, from its folder; and whether one is kept only once it was used: the program that
/// shows other files, which is as heavy as all the rest and of use to few.
fn named(text: &str) -> Vec<(String, bool)> {
    let mut named: Vec<_> = size::loads(text).into_iter().map(|(_, address)| (address, false)).collect();
    let loader = named.iter().find(|(address, _)| address.contains("loader"));
    let folder = loader.and_then(|(address, _)| address.rsplit_once('/')).map_or(".", |(folder, _)| folder).to_owned();
    let metas = html::tags(text, "meta");
    for (attribute, is_later) in [
        ("data-room-js", false),
        ("data-room-wasm", false),
        ("data-room-css", false),
        ("data-other-js", true),
        ("data-other-wasm", true),
    ] {
        named.extend(metas.iter().filter_map(|tag| Some((format!("{folder}/{}", tag.get(attribute)?), is_later))));
    }
    let with = |tag: &str, hook: &str, attribute: &str| -> Vec<String> {
        let is_hooked = |tag: &Tag| tag.get(hook).is_some();
        let tags = html::tags(text, tag).into_iter().filter(is_hooked);
        tags.filter_map(|tag| tag.get(attribute).map(str::to_owned)).collect()
    };
    let data = with("div", "data-words", "data-words").into_iter().chain(with("a", "data-download", "href"));
    named.extend(data.map(|address| (address, false)));
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "const VERSION = \"\";\nconst FILES = [];\n";

    fn staged(name: &str) -> Result<PathBuf, String> {
        let staging = std::env::temp_dir().join(format!("frise-offline-{name}-{}", std::process::id()));
        for file in ["style-1.css", "loader-1.js", "g.js", "g.wasm", "o.js", "r.js", "bundle/w.txt", "bundle/fr.json"] {
            project::write(&staging.join(file), file)?;
        }
        for (page, root) in [("index.html", "./"), ("fr/index.html", "../")] {
            let text = format!(
                "<html lang=fr><link rel=stylesheet href={root}style-1.css><script src={root}loader-1.js></script>\
                 <meta name=frise data-js=g.js data-wasm=g.wasm data-other-js=o.js data-room-js=r.js>\
                 <div data-words={root}bundle/w.txt><a data-download href={root}bundle/fr.json>"
            );
            project::write(&staging.join(page), text)?;
        }
        // No program runs there.
        let text = "<html lang=fr><link rel=stylesheet href=../../style-1.css><script src=../../loader-1.js></script>";
        project::write(&staging.join("fr/sources/index.html"), text)?;
        Ok(staging)
    }

    fn files(script: &str) -> Value {
        let list = script.lines().find_map(|line| line.strip_prefix("const FILES = ")).unwrap_or_default();
        serde_json::from_str(list.trim_end_matches(';')).unwrap_or_default()
    }

    #[test]
    fn every_page_and_what_it_names_is_listed_once() -> Result<(), String> {
        let staging = staged("list")?;
        let files = files(&filled(&staging, SCRIPT.to_owned())?);
        let texts = |key: &str| -> Vec<String> {
            files.as_array().into_iter().flatten().map(|file| file[key].to_string().replace('"', "")).collect()
        };
        let paths = [
            "",
            "bundle/fr.json",
            "bundle/w.txt",
            "fr/",
            "fr/sources/",
            "g.js",
            "g.wasm",
            "loader-1.js",
            "o.js",
            "r.js",
        ];
        assert_eq!(texts("path"), paths.iter().chain(&["style-1.css"]).copied().collect::<Vec<_>>());
        assert_eq!(texts("lang"), ["fr", "fr", "fr", "fr", "fr", "", "", "", "", "", ""]);
        assert_eq!(files[8]["later"], json!(true));
        assert_eq!(files[5]["digest"], json!(digest::integrity(b"g.js")));
        assert_eq!(files[4]["names"], json!(["style-1.css", "loader-1.js"]));
        assert_eq!(files[3]["names"], json!(["style-1.css", "loader-1.js", "g.js", "g.wasm", "r.js"]));
        std::fs::remove_dir_all(&staging).map_err(|error| error.to_string())
    }

    #[test]
    fn a_word_on_a_page_is_another_version() -> Result<(), String> {
        let staging = staged("version")?;
        let before = filled(&staging, SCRIPT.to_owned())?;
        assert_eq!(before, filled(&staging, SCRIPT.to_owned())?);
        let page = staging.join("fr/index.html");
        project::write(&page, project::read(&page)? + "a word")?;
        let after = filled(&staging, SCRIPT.to_owned())?;
        assert_eq!(files(&before), files(&after));
        assert_ne!(before, after);
        assert!(filled(&staging, "const VERSION = 1;".to_owned()).is_err());
        std::fs::remove_dir_all(&staging).map_err(|error| error.to_string())
    }

    #[test]
    fn the_script_has_its_marks() -> Result<(), String> {
        let script = project::read(&project::root().join("src/offline.js"))?;
        assert!(MARKS.iter().all(|mark| script.matches(mark).count() == 1));
        Ok(())
    }
}
