//! Many style sheets while writing, one on the wire: a release build's links become a single one.

use std::path::Path;

use crate::html::{self, Tag};
use crate::{digest, project};

/// Joins the style sheets that the staged `index.html` links, in their order, into one file.
/// A sheet for one medium only (`media`) stays apart.
pub fn join(staging: &Path) -> Result<(), String> {
    let page = staging.join("index.html");
    let html = project::read(&page)?;
    let sheets: Vec<Tag> = html::tags(&html, "link")
        .into_iter()
        .filter(|tag| tag.get("rel") == Some("stylesheet") && tag.get("media").is_none())
        .collect();
    let [first, rest @ ..] = sheets.as_slice() else { return Ok(()) };

    let mut css = String::new();
    for tag in &sheets {
        let file = staging.join(name(tag));
        css.push_str(&project::read(&file)?);
        std::fs::remove_file(&file).map_err(|error| format!("{} could not be removed: {error}", file.display()))?;
    }
    let joined = format!("style-{}.css", digest::fingerprint(css.as_bytes()));
    let base = first.get("href").and_then(|href| href.strip_suffix(name(first))).unwrap_or_default();
    let link = format!(
        "<link rel=\"stylesheet\" href=\"{base}{joined}\" integrity=\"{}\">",
        digest::integrity(css.as_bytes())
    );
    project::write(&staging.join(&joined), &css)?;
    project::write(&page, replace(&html, first, rest, &link))
}

fn name(tag: &Tag) -> &str {
    tag.get("href").and_then(|href| href.rsplit('/').next()).unwrap_or_default()
}

/// The page with the first tag replaced and the others gone.
fn replace(html: &str, first: &Tag, rest: &[Tag], link: &str) -> String {
    let mut page = html.to_owned();
    for tag in rest.iter().rev() {
        page.replace_range(tag.place.clone(), "");
    }
    page.replace_range(first.place.clone(), link);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_become_one_in_their_order() -> Result<(), String> {
        let staging = std::env::temp_dir().join(format!("frise-sheets-{}", std::process::id()));
        project::write(&staging.join("b-1.css"), "@layer a,b;")?;
        project::write(&staging.join("a-2.css"), "p{color:red}")?;
        let page = "<head><link rel=icon href=i><link rel=stylesheet href=./b-1.css>\
                    <link href=\"./a-2.css\" rel=\"stylesheet\"/><body>";
        project::write(&staging.join("index.html"), page)?;
        join(&staging)?;
        let html = project::read(&staging.join("index.html"))?;
        let css = "@layer a,b;p{color:red}";
        let name = format!("style-{}.css", digest::fingerprint(css.as_bytes()));
        assert_eq!(project::read(&staging.join(&name))?, css);
        let integrity = digest::integrity(css.as_bytes());
        let link = format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{integrity}\">");
        assert_eq!(html, format!("<head><link rel=icon href=i>{link}<body>"));
        assert!(!staging.join("b-1.css").exists());
        std::fs::remove_dir_all(&staging).map_err(|error| error.to_string())
    }
}
