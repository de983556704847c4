//! What a host answers.

/// What an answer carries.
pub(crate) struct Answer {
    pub status: u16,
    pub kind: &'static str,
    /// A line of the head, where it is compressed.
    pub encoding: &'static str,
    pub length: Length,
    pub body: Vec<u8>,
}

impl Default for Answer {
    fn default() -> Self {
        Self { status: 404, kind: "text/plain", encoding: "", length: Length::True, body: Vec::new() }
    }
}

/// What the head of an answer says of its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    True,
    Claimed(usize),
    Unsaid,
}

impl Answer {
    /// Its head, with some lines more.
    pub fn head(&self, more: &str) -> String {
        let Self { status, kind, encoding, length, body } = self;
        let reason = if *status == 200 { "OK" } else { "Not Found" };
        let length = match length {
            Length::True => format!("Content-Length: {}\r\n", body.len()),
            Length::Claimed(length) => format!("Content-Length: {length}\r\n"),
            Length::Unsaid => String::new(),
        };
        format!(
            "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\n{length}{encoding}\
             Connection: close\r\n{more}X-Content-Type-Options: nosniff\r\n\r\n"
        )
    }
}

/// What a file is, by its name.
pub(crate) fn kind(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "ttf" => "font/ttf",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
