//! Notes as they leave for people: a table in which nothing is a formula, a text in which nothing is markup.

use std::path::Path;

use frise::export::{Asked, Format, Sheet, Terms, write};
use frise::notes::{Note, NoteKey, Revision, read};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::notes::at;
use crate::notes_file::HOSTILE;

fn terms(separator: char) -> Terms {
    let text = str::to_owned;
    Terms {
        saved: text("Saved on {time} UTC"),
        number: text("No."),
        question: text("Question"),
        table: text("Table or author"),
        time: text("Date and time (UTC)"),
        version: text("Version"),
        note: text("Note"),
        version_of: text("version {n} of {total}, each written apart"),
        unnamed: text("No table named"),
        none: text("No notes."),
        elsewhere: text("Notes on questions that this page does not know"),
        separator,
    }
}

/// A note with a version for each text, all written apart.
fn note(id: &str, question: &str, versions: &[(&str, usize, &str)]) -> Note {
    let key = NoteKey { question: question.to_owned(), id: id.to_owned() };
    let mut note = Note::new(key.clone());
    for (label, second, text) in versions {
        let revision = Revision::new(&key, Vec::new(), at(*second), (*label).to_owned(), (*text).to_owned());
        note.add(revision);
    }
    note
}

fn sheet<'a>(notes: &'a [Note], separator: char) -> Sheet<'a> {
    let of = |question: &str| notes.iter().filter(|note| note.key.question == question).collect();
    Sheet {
        title: "Shaping migration partnerships – what role?",
        address: "https://example.org/en/",
        saved: "2017-09-21T16:30:00.000Z",
        terms: terms(separator),
        questions: vec![
            Asked { text: "What can be considered a real partnership?", notes: of("q1") },
            Asked { text: "What role?", notes: of("q2") },
            Asked { text: "What does the future hold?", notes: of("q3") },
        ],
        elsewhere: notes.iter().filter(|note| !["q1", "q2", "q3"].contains(&note.key.question.as_str())).collect(),
    }
}

fn example() -> Vec<Note> {
    vec![
        note("a", "q1", &[("Table 10", 5, "Shared goals,\nshared responsibility")]),
        note("b", "q1", &[("Table 2", 9, "Trust"), ("Table 2", 7, "Trust; and \"time\"")]),
        note("c", "q1", &[("", 1, "1. No list\n2. of mine\n\n    no code\n# no title")]),
        note("d", "q1", &[("Table 2", 3, "=HYPERLINK(\"https://example.org\";\"x\")")]),
        note("e", "q1", &[("Table 3", 3, " \n")]),
        note(
            "f",
            "q2",
            &[(
                "Table <1>",
                3,
                "*no stress*, [no link](https://example.org), <b>no tag</b> & R&D, 10:30, est-ce là ? Oui.",
            )],
        ),
        note("g", "q9", &[("Table 1", 3, "From another event")]),
    ]
}

#[test]
fn golden_files() {
    let notes = example();
    for (name, format, separator) in
        [("notes.md", Format::Markdown, ','), ("notes-en.csv", Format::Csv, ','), ("notes-fr.csv", Format::Csv, ';')]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/golden").join(name);
        let text = write(format, &sheet(&notes, separator));
        if std::env::var_os("FRISE_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "{name}: set FRISE_BLESS=1 if this is right");
    }
}

#[test]
fn json_is_what_other_devices_read() {
    let notes = example();
    let text = write(Format::Json, &sheet(&notes, ','));
    assert_eq!(read(text.as_bytes()), Ok(notes.into_iter().collect()));
    assert!(text.contains("\"saved\": \"2017-09-21T16:30:00.000Z\""));
}

#[test]
fn formats_are_named_as_the_page_names_them() {
    assert_eq!(Format::ALL.map(Format::hook), ["json", "md", "csv"]);
    assert_eq!(Format::ALL.map(Format::extension), ["json", "md", "csv"]);
    assert!(Format::ALL.iter().all(|format| format.media_type().contains('/')));
}

/// RFC 4180, and nothing outside of quotes.
fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut chars = text.strip_prefix('\u{feff}').expect("a byte order mark").chars().peekable();
    while chars.peek().is_some() {
        let mut row = Vec::new();
        loop {
            assert_eq!(chars.next(), Some('"'), "a cell begins with a quote");
            let mut cell = String::new();
            loop {
                match chars.next().expect("a cell ends") {
                    '"' if chars.next_if_eq(&'"').is_some() => cell.push('"'),
                    '"' => break,
                    c => cell.push(c),
                }
            }
            row.push(cell);
            match chars.next() {
                Some(c) if c == separator => {}
                Some('\r') => break assert_eq!(chars.next(), Some('\n')),
                other => panic!("{other:?} after a cell"),
            }
        }
        rows.push(row);
    }
    rows
}

/// What must not stand first in a cell.
fn is_formula(cell: &str) -> bool {
    cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || cell.starts_with(['\t', '\r', '\n', '\0'])
}

/// The lines of a text that are not blank, in paragraphs.
fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
    let mut all = vec![Vec::new()];
    for line in text.split('\n') {
        if line.chars().all(|c| c == ' ' || c == '\t') {
            all.push(Vec::new());
        } else if let Some(last) = all.last_mut() {
            last.push(line.to_owned());
        }
    }
    all.retain(|paragraph| !paragraph.is_empty());
    all
}

/// What a reader of Markdown sees: headings, lines outside of quotes, and quotes in paragraphs and lines.
/// Nothing else may be there; `links` of our own are allowed.
#[derive(Debug, Default)]
struct Seen {
    headings: Vec<String>,
    lines: Vec<String>,
    quotes: Vec<Vec<Vec<String>>>,
    links: Vec<String>,
}

fn seen(markdown: &str, options: Options) -> Seen {
    let (mut seen, mut in_quote, mut text) = (Seen::default(), false, String::new());
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::SoftBreak => text.push_str("<soft break>"),
            Event::HardBreak => text.push('\n'),
            Event::Start(Tag::Heading { .. } | Tag::Paragraph) => text.clear(),
            Event::Start(Tag::BlockQuote(None)) if !in_quote => {
                in_quote = true;
                seen.quotes.push(Vec::new());
            }
            Event::End(TagEnd::BlockQuote(None)) => in_quote = false,
            Event::End(TagEnd::Heading(_)) if !in_quote => seen.headings.push(text.clone()),
            Event::End(TagEnd::Paragraph) if in_quote => {
                seen.quotes.last_mut().unwrap().push(text.split('\n').map(str::to_owned).collect());
            }
            Event::End(TagEnd::Paragraph) => seen.lines.push(text.clone()),
            Event::Start(Tag::Link { dest_url, .. }) if !in_quote => seen.links.push(dest_url.into_string()),
            Event::End(TagEnd::Link) if !in_quote => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    seen
}

/// Plain CommonMark, and all that others have added but the rounding of quotes and dashes.
fn dialects() -> [Options; 2] {
    [Options::empty(), Options::all().difference(Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_OLD_FOOTNOTES)]
}

/// Texts that Markdown, HTML and spreadsheets would like to make something of.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "# ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "* ",
        "- ",
        "-",
        "1. ",
        "12) ",
        "> ",
        "```",
        "`",
        "~~~",
        "~~",
        "---",
        "===",
        "***",
        "**",
        "_",
        "__",
        "[",
        "](",
        ")",
        "[^1]",
        "[^1]: ",
        "![",
        "<b>",
        "</b>",
        "<!--",
        "<https://e.org>",
        "&amp;",
        "&#65;",
        "\\",
        "|",
        ":-",
        "|-|\n",
        "+++\n",
        "---\n",
        "$",
        "$$",
        "^",
        ": ",
        ":smile:",
        "www.e.org",
        "https://e.org",
        "a@e.org",
        "[[a]]",
        "{#a}",
        "[x] ",
        "[!NOTE]\n",
        "=",
        "+",
        "@",
        "＝",
        "\"",
        "'",
        ";",
        ",",
        "\0",
        "a",
        "é",
        " ",
        "\u{202e}",
        "\u{301}",
        "\u{b}",
        "\u{c}",
        "\u{feff}",
        "\u{a0}",
    ]);
    prop_oneof![4 => prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_table_has_the_cells_and_no_formula(text in text(), label in text(), french in any::<bool>()) {
        let separator = if french { ';' } else { ',' };
        let notes = [note("a", "q1", &[(&label, 0, &text)])];
        let rows = cells(&write(Format::Csv, &sheet(&notes, separator)), separator);
        prop_assert!(rows.iter().all(|row| row.len() == 6));
        prop_assert!(rows.iter().flatten().all(|cell| !is_formula(cell) && !cell.contains('\0')), "{rows:?}");
        let expected = [&label, &text].map(|cell| cell.replace('\0', "\u{fffd}"));
        match rows.as_slice() {
            [_, row] => {
                let found = [&row[2], &row[5]];
                for (expected, found) in expected.iter().zip(found) {
                    prop_assert!(found == expected || *found == format!("'{expected}"), "{found:?}, not {expected:?}");
                }
                prop_assert_eq!(&row[..2], ["1", "What can be considered a real partnership?"]);
                prop_assert_eq!(&row[3..5], ["2017-09-21 10:00", ""]);
            }
            _ => prop_assert!(text.trim().is_empty() && rows.len() == 1, "{rows:?}"),
        }
    }

    #[test]
    fn titles_of_questions_are_text_too(question in text(), label in text(), french in any::<bool>()) {
        let separator = if french { ';' } else { ',' };
        let notes = [note("a", "q1", &[(&label, 0, "said")])];
        let all = sheet(&notes, separator);
        let questions = vec![Asked { text: &question, notes: notes.iter().collect() }];
        let all = Sheet { title: &question, address: &question, questions, elsewhere: Vec::new(), ..all };
        let rows = cells(&write(Format::Csv, &all), separator);
        prop_assert!(rows.len() == 2 && rows.iter().all(|row| row.len() == 6), "{rows:?}");
        prop_assert!(rows.iter().flatten().all(|cell| !is_formula(cell) && !cell.contains('\0')), "{rows:?}");
        let expected = question.replace('\0', "\u{fffd}");
        prop_assert!(rows[1][1] == expected || rows[1][1] == format!("'{expected}"), "{:?}, not {expected:?}", rows[1][1]);
        let markdown = write(Format::Markdown, &all);
        prop_assert!(!markdown.contains('\0'));
        for options in dialects() {
            // Nothing but headings, lines and the one quote; a line's text is one line.
            let seen = seen(&markdown, options);
            prop_assert_eq!(&seen.quotes, &[[["said"]]], "{}", markdown);
            prop_assert!(seen.links.iter().all(|link| link.starts_with("http")), "{markdown}");
            prop_assert!(seen.headings.len() <= 3 && seen.headings.iter().all(|heading| !heading.contains('\n')));
        }
        prop_assert_eq!(read(write(Format::Json, &all).as_bytes()), Ok(notes.into_iter().collect()));
    }

    #[test]
    fn a_text_has_the_notes_as_text(texts in prop::collection::vec(text(), 1..4), label in text(), title in text()) {
        let notes: Vec<_> =
            texts.iter().enumerate().map(|(n, text)| note(&n.to_string(), "q1", &[(&label, n, text)])).collect();
        let markdown = write(Format::Markdown, &Sheet { title: &title, address: "", ..sheet(&notes, ',') });
        prop_assert!(!markdown.contains('\0'));
        let expected: Vec<_> = texts.iter().filter(|text| !text.trim().is_empty()).map(|text| paragraphs(text)).collect();
        for options in dialects() {
            let seen = seen(&markdown, options);
            prop_assert_eq!(&seen.quotes, &expected, "{}", markdown);
            prop_assert_eq!(seen.headings.len(), if expected.is_empty() { 4 } else { 5 }, "{}", markdown);
            prop_assert!(seen.links.is_empty());
        }
    }
}

#[test]
fn hostile_texts_are_texts() {
    let notes: Vec<_> =
        HOSTILE.iter().enumerate().map(|(n, text)| note(&format!("{n:02}"), "q1", &[("Table 1", n, text)])).collect();
    let shown = || HOSTILE.iter().filter(|text| !text.trim().is_empty());
    for options in dialects() {
        let seen = seen(&write(Format::Markdown, &sheet(&notes, ',')), options);
        assert_eq!(seen.quotes, shown().map(|text| paragraphs(text)).collect::<Vec<_>>());
        assert_eq!(seen.links, ["https://example.org/en/"]);
    }
    let rows = cells(&write(Format::Csv, &sheet(&notes, ';')), ';');
    assert_eq!(rows.len(), 1 + shown().count());
    assert!(rows.iter().flatten().all(|cell| !is_formula(cell)));
}

#[test]
fn an_address_that_is_none_is_a_text() {
    for address in ["javascript:alert(1)", "https://example.org/> <b>x</b>", "https://example.org/a b"] {
        let seen = seen(&write(Format::Markdown, &Sheet { address, ..sheet(&[], ',') }), Options::empty());
        assert!(seen.links.is_empty());
        assert_eq!(seen.lines[0], address);
    }
}

#[test]
fn tables_stand_in_the_order_people_count() {
    let labels = ["Table 10", "table 2", "", "Table 1", "Zoé", "Table 02"];
    let notes: Vec<_> =
        labels.iter().zip(0..).map(|(label, n)| note(&format!("{n}"), "q1", &[(label, n, "x")])).collect();
    let rows = cells(&write(Format::Csv, &sheet(&notes, ',')), ',');
    let found: Vec<_> = rows[1..].iter().map(|row| row[2].as_str()).collect();
    assert_eq!(found, ["Table 1", "Table 02", "table 2", "Table 10", "Zoé", ""]);
}

#[test]
fn a_time_that_is_none_stays_as_it_is() {
    let key = NoteKey { question: "q1".to_owned(), id: "n".to_owned() };
    for (at, shown) in [
        ("2017-09-21T10:05:59.123Z", "2017-09-21 10:05"),
        ("yesterday", "yesterday"),
        ("=T-Z", "'=T-Z"),
        ("2017-09-21T10Z", "2017-09-21T10Z"),
    ] {
        let mut note = Note::new(key.clone());
        note.add(Revision::new(&key, Vec::new(), at.to_owned(), String::new(), "x".to_owned()));
        let notes = [note];
        assert_eq!(cells(&write(Format::Csv, &sheet(&notes, ',')), ',')[1][3], shown);
    }
}
