//! Just enough HTML to find tags and their attributes in a page that this build wrote.

use std::ops::Range;

/// An opening tag: where it stands, and its attributes.
#[derive(Debug)]
pub struct Tag {
    /// From `<` to after `>`.
    pub place: Range<usize>,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's value; empty where it has none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Every opening tag of that name, in order. Names are taken to be in lower case, as Trunk writes them.
pub fn tags(html: &str, name: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|offset| at + offset) {
        at = start + 1;
        if html[start..].starts_with("<!--") {
            at = html[start..].find("-->").map_or(html.len(), |end| start + end);
            continue;
        }
        let Some(rest) = html[at..].strip_prefix(name) else { continue };
        if !rest.starts_with(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>') {
            continue;
        }
        let (attributes, length) = attributes(rest);
        at += name.len() + length;
        found.push(Tag { place: start..at, attributes });
    }
    found
}

/// The attributes up to the tag's end, and the length of it all.
fn attributes(text: &str) -> (Vec<(String, String)>, usize) {
    let mut attributes = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return (attributes, text.len());
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (attributes, text.len() - after.len());
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || "=/>".contains(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end.max(1).min(rest.len()));
        let (value, after) =
            after.trim_start().strip_prefix('=').map_or(("", after), |after| value(after.trim_start()));
        attributes.push((name.to_owned(), value.to_owned()));
        rest = after;
    }
}

/// A value, quoted or bare, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_quoted_bare_and_minified() {
        let html = "<!-- <link rel=old> --><link rel=\"a\" href='x y'/><linker><link disabled rel=b href=./c.css><p>";
        let found = tags(html, "link");
        assert_eq!(found.iter().map(|tag| tag.get("rel")).collect::<Vec<_>>(), [Some("a"), Some("b")]);
        assert_eq!(found.iter().map(|tag| tag.get("href")).collect::<Vec<_>>(), [Some("x y"), Some("./c.css")]);
        assert_eq!(found.last().and_then(|tag| tag.get("disabled")), Some(""));
        let places: Vec<&str> = found.into_iter().map(|tag| &html[tag.place]).collect();
        assert_eq!(places, ["<link rel=\"a\" href='x y'/>", "<link disabled rel=b href=./c.css>"]);
    }

    #[test]
    fn a_tag_cut_short_ends_with_the_text() {
        assert_eq!(tags("<link rel=", "link").len(), 1);
        assert_eq!(tags("<link", "link").len(), 0);
    }
}
