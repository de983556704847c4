//! Notes as a table for spreadsheets: RFC 4180, every cell in quotes.

use super::sheet::{Row, Sheet, moment, rows};
use crate::i18n::fill;
use crate::notes::Note;

pub(super) fn write(sheet: &Sheet) -> String {
    let terms = &sheet.terms;
    // Without a byte order mark Excel takes UTF-8 for the alphabet of the machine.
    let mut out = "\u{feff}".to_owned();
    let headings = [&terms.number, &terms.question, &terms.table, &terms.time, &terms.version, &terms.note];
    line(&mut out, terms.separator, headings.map(String::as_str));
    let mut write = |number: &str, question: Option<&str>, notes: &[&Note]| {
        for Row { note, revision, version } in rows(notes) {
            let version = version
                .map(|(n, total)| fill(&terms.version_of, &[("n", &n.to_string()), ("total", &total.to_string())]));
            let cells = [
                number,
                question.unwrap_or(&note.key.question),
                &revision.label,
                &moment(&revision.at),
                version.as_deref().unwrap_or_default(),
                &revision.text,
            ];
            line(&mut out, terms.separator, cells);
        }
    };
    for (number, question) in sheet.questions.iter().enumerate() {
        write(&(number + 1).to_string(), Some(question.text), &question.notes);
    }
    write("", None, &sheet.elsewhere);
    out
}

fn line<const N: usize>(out: &mut String, separator: char, cells: [&str; N]) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(separator);
        }
        out.push('"');
        if is_risky(cell) {
            out.push('\'');
        }
        for c in cell.chars() {
            match c {
                // Some readers end the text here.
                '\0' => out.push('\u{fffd}'),
                '"' => out.push_str("\"\""),
                c => out.push(c),
            }
        }
        out.push('"');
    }
    out.push_str("\r\n");
}

/// Spreadsheets run what looks like a formula, quotes or not: a note could send the others away, or start a
/// program. An apostrophe in front makes a text of it (OWASP, "CSV Injection"). So it is with whatever begins
/// with one of these signs, also in full width, also behind spaces and signs that nobody sees; and with what
/// begins with a control character, which some readers drop or take for the end of the cell.
fn is_risky(cell: &str) -> bool {
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let seen = cell.chars().find(|&c| !unseen(c));
    matches!(seen, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−'))
        || cell.starts_with(|c: char| c.is_control())
}
