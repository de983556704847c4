//! The page as printed.

use std::io::Write;
use std::process::{Command, Stdio};

use e2e::{Failure, Outcome, Tab};

/// A PDF of what the page prints.
pub async fn print(tab: &Tab) -> Outcome<Vec<u8>> {
    let bytes = tab.printed().await?;
    assert!(bytes.starts_with(b"%PDF"), "a PDF is printed");
    Ok(bytes)
}

/// The text of each page, with what else `pdftotext` is told.
pub fn pages(pdf: Vec<u8>, options: &[&str]) -> Outcome<Vec<String>> {
    let mut reader = Command::new("pdftotext");
    let reader = reader.args(options).args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut reader = reader.map_err(|error| Failure::new(format!("pdftotext (of poppler-utils): {error}")))?;
    let Some(mut input) = reader.stdin.take() else { return Err(Failure::new("pdftotext has no input")) };
    let writer = std::thread::spawn(move || input.write_all(&pdf));
    let output = reader.wait_with_output()?;
    writer.join().map_err(|_| Failure::new("the PDF could not be written"))??;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    // A form feed ends each page.
    Ok(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

/// Without spaces, hyphens, line ends and ligatures, which printing moves about.
pub fn bare(text: &str) -> String {
    let text = text.replace('ﬁ', "fi").replace('ﬂ', "fl").replace('ﬀ', "ff").replace('ﬃ', "ffi");
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}')).collect()
}

/// Without the addresses that are written out behind links.
pub fn without_addresses(text: &str) -> String {
    let parts = text.split("<http").enumerate();
    // Before the first there is none to end.
    parts.map(|(at, part)| if at == 0 { part } else { part.split_once('>').map_or("", |(_, rest)| rest) }).collect()
}
