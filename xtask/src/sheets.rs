//! Many style sheets while writing, two on the wire: a release build's links become a single one, and what
//! belongs to the conversation's tools a sheet that is loaded with them.

use std::path::Path;

use crate::html::{self, Tag};
use crate::{digest, project};

/// Joins the style sheets that the staged `index.html` links, in their order, into one file; those of the
/// conversation's tools into another, which `<meta name="frise" data-room-css>` names.
/// A sheet for one medium only (`media`) stays apart.
pub fn join(staging: &Path) -> Result<(), String> {
    let page = staging.join("index.html");
    let mut html = project::read(&page)?;
    let sheets: Vec<Tag> = html::tags(&html, "link")
        .into_iter()
        .filter(|tag| tag.get("rel") == Some("stylesheet") && tag.get("media").is_none())
        .collect();
    let (room, own): (Vec<&Tag>, Vec<&Tag>) = sheets.iter().partition(|tag| name(tag) >= FIRST_OF_ROOM);
    let Some(first) = own.first() else { return Ok(()) };

    let css = take(staging, &own)?;
    let joined = format!("style-{}.css", digest::fingerprint(css.as_bytes()));
    let base = first.get("href").and_then(|href| href.strip_suffix(name(first))).unwrap_or_default();
    let link = format!(
        "<link rel=\"stylesheet\" href=\"{base}{joined}\" integrity=\"{}\">",
        digest::integrity(css.as_bytes())
    );
    project::write(&staging.join(&joined), &css)?;
    for tag in sheets.iter().rev() {
        html.replace_range(tag.place.clone(), if tag.place == first.place { &link } else { "" });
    }
    if !room.is_empty() {
        let css = take(staging, &room)?;
        let joined = format!("room-{}.css", digest::fingerprint(css.as_bytes()));
        project::write(&staging.join(&joined), &css)?;
        let names = html::tags(&html, "meta").into_iter().find(|tag| tag.get("name") == Some("frise"));
        let end = names.ok_or("the page has no <meta name=\"frise\">: see Trunk.toml")?.place.end - 1;
        html.insert_str(end, &format!(" data-room-css=\"{joined}\""));
    }
    project::write(&page, html)
}

/// Sheets are numbered; from this number on they are those of the conversation's tools.
const FIRST_OF_ROOM: &str = "91";

/// The content of some sheets in their order; their files go.
fn take(staging: &Path, sheets: &[&Tag]) -> Result<String, String> {
    let mut css = String::new();
    for tag in sheets {
        let file = staging.join(name(tag));
        css.push_str(&project::read(&file)?);
        std::fs::remove_file(&file).map_err(|error| format!("{} could not be removed: {error}", file.display()))?;
    }
    Ok(css)
}

fn name(tag: &Tag) -> &str {
    tag.get("href").and_then(|href| href.rsplit('/').next()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_become_one_in_their_order() -> Result<(), String> {
        let staging = std::env::temp_dir().join(format!("frise-sheets-{}", std::process::id()));
        project::write(&staging.join("10-b.css"), "@layer a,b;")?;
        project::write(&staging.join("92-c.css"), "i{}")?;
        project::write(&staging.join("20-a.css"), "p{color:red}")?;
        let page = "<head><meta name=frise><link rel=icon href=i><link rel=stylesheet href=./10-b.css>\
                    <link rel=stylesheet href=./92-c.css><link href=\"./20-a.css\" rel=\"stylesheet\"/><body>";
        project::write(&staging.join("index.html"), page)?;
        join(&staging)?;
        let html = project::read(&staging.join("index.html"))?;
        let css = "@layer a,b;p{color:red}";
        let name = format!("style-{}.css", digest::fingerprint(css.as_bytes()));
        assert_eq!(project::read(&staging.join(&name))?, css);
        let integrity = digest::integrity(css.as_bytes());
        let link = format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{integrity}\">");
        let room = format!("room-{}.css", digest::fingerprint(b"i{}"));
        let meta = format!("<meta name=frise data-room-css=\"{room}\">");
        assert_eq!(html, format!("<head>{meta}<link rel=icon href=i>{link}<body>"));
        assert_eq!(project::read(&staging.join(&room))?, "i{}");
        assert!(!staging.join("10-b.css").exists());
        std::fs::remove_dir_all(&staging).map_err(|error| error.to_string())
    }
}
