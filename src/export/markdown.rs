//! Notes for people, as Markdown in which nothing of a note is markup.

use super::sheet::{Row, Sheet, moment, rows};
use crate::i18n::fill;
use crate::notes::Note;

pub(super) fn write(sheet: &Sheet) -> String {
    let terms = &sheet.terms;
    let mut out = format!("# {}\n\n", heading(sheet.title));
    if !sheet.address.is_empty() {
        out.push_str(&format!("{}\n\n", address(sheet.address)));
    }
    out.push_str(&format!("{}\n", heading(&fill(&terms.saved, &[("time", &moment(sheet.saved))]))));
    for (number, question) in sheet.questions.iter().enumerate() {
        out.push_str(&format!("\n## {}. {}\n", number + 1, heading(question.text)));
        if !tables(sheet, &mut out, &question.notes, false) {
            out.push_str(&format!("\n{}\n", heading(&terms.none)));
        }
    }
    let mut elsewhere = String::new();
    if tables(sheet, &mut elsewhere, &sheet.elsewhere, true) {
        out.push_str(&format!("\n## {}\n{elsewhere}", heading(&terms.elsewhere)));
    }
    out
}

/// Notes table by table; false if there are none.
fn tables(sheet: &Sheet, out: &mut String, notes: &[&Note], names_question: bool) -> bool {
    let terms = &sheet.terms;
    let mut table = None;
    for Row { note, revision, version } in rows(notes) {
        if table != Some(revision.label.trim()) {
            table = Some(revision.label.trim());
            let name = table.filter(|name| !name.is_empty()).unwrap_or(&terms.unnamed);
            out.push_str(&format!("\n### {}\n", heading(name)));
        }
        let mut about = vec![format!("{} UTC", moment(&revision.at))];
        about.extend(names_question.then(|| note.key.question.clone()));
        about.extend(
            version.map(|(n, total)| fill(&terms.version_of, &[("n", &n.to_string()), ("total", &total.to_string())])),
        );
        out.push_str(&format!("\n{}\n", heading(&about.join(" · "))));
        quote(&revision.text, out);
    }
    table.is_some()
}

/// A text of one line, whatever it was.
fn heading(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    escape(&words.join(" "))
}

/// An address that can be followed, if it is one.
fn address(text: &str) -> String {
    let is_one = text.starts_with("https://") || text.starts_with("http://");
    let is_plain = text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '\\' | '`'));
    if is_one && is_plain { format!("<{text}>") } else { heading(text) }
}

/// A text as it is, set off from what is said of it. Lines stay lines; any number of blank ones is one.
fn quote(text: &str, out: &mut String) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut before = "\n";
    for line in text.split('\n') {
        if line.trim_matches([' ', '\t']).is_empty() {
            // Nothing before the first line, a new paragraph later.
            before = if before == "\\\n" { "\n>\n" } else { before };
            continue;
        }
        out.push_str(before);
        out.push_str("> ");
        out.push_str(&escape(line));
        before = "\\\n";
    }
    out.push('\n');
}

/// A line in which nothing is markup: CommonMark's, nor what GitHub, Pandoc and others add to it. Signs that
/// mean nothing where they stand are left as they are, so that the text can be read as it is.
fn escape(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let chars: Vec<char> = line.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| chars.get(index)).copied();
    for (index, &c) in chars.iter().enumerate() {
        let (before, after) = (at(index.checked_sub(1)), at(index.checked_add(1)));
        let follows_a_number = index > 0 && chars.iter().take(index).all(char::is_ascii_digit);
        match c {
            '\0' => out.push('\u{fffd}'),
            // Otherwise they would be dropped, or make code of the line.
            ' ' | '\t' if before.is_none() || after.is_none() => out.push_str(&format!("&#{};", u32::from(c))),
            '\t' => out.push(c),
            c if c.is_ascii_control() => out.push_str(&format!("&#{};", u32::from(c))),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '~' | '|' | '&' | '@' | '$' | '^' => {
                out.extend(['\\', c]);
            }
            // Lists, rules, underlined titles, smart dashes and dots.
            '-' | '+' | '=' | '.' if before.is_none() || before == Some(c) || after == Some(c) => out.extend(['\\', c]),
            '.' | ')' if follows_a_number => out.extend(['\\', c]),
            // Addresses become links where they stand (`www.`, `https:`), names signs (`:smile:`); `10:30` does not.
            '.' if before.is_some_and(|before| before.eq_ignore_ascii_case(&'w')) => out.extend(['\\', c]),
            ':' if before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit()) => {
                out.push(c)
            }
            ':' if before.is_none() || after.is_some_and(|c| !c.is_whitespace()) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
