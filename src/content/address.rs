//! What becomes part of a link: whatever else it is, a reader who follows it goes to a page and runs nothing.

/// Whether a text is an address that a reader can follow: http or https, and a host.
pub(super) fn is_address(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host_letters = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']' | '@' | '_');
    host.starts_with(|c: char| c.is_alphanumeric() || c == '[')
        && host.chars().all(host_letters)
        && !url.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// Whether a text has the form of a language tag, which names a page's folder: letters first, then groups of up to 8.
pub(super) fn is_tag(tag: &str) -> bool {
    let mut groups = tag.split('-');
    let language = groups.next().unwrap_or_default();
    (2..=8).contains(&language.len())
        && language.chars().all(|c| c.is_ascii_alphabetic())
        && groups.all(|group| (1..=8).contains(&group.len()) && group.chars().all(|c| c.is_ascii_alphanumeric()))
}
