//! A plain request over TCP, without a client that would unpack or follow anything.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};

use e2e::nginx::Nginx;
use e2e::{Failure, Outcome};

/// What came.
pub struct Reply {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    /// The value of a header that is there once, or nothing where there is none.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found: Vec<_> = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name)).collect();
        assert!(found.len() < 2, "{name} is sent twice: {found:?}");
        found.first().map(|(_, value)| value.as_str())
    }
}

/// Asks for a path below the host's prefix.
pub fn get(host: &Nginx, path: &str, headers: &[(&str, &str)]) -> Outcome<Reply> {
    at(host, &format!("{}{path}", host.prefix()), headers)
}

/// Asks for a path of the host, whatever its prefix.
pub fn at(host: &Nginx, path: &str, headers: &[(&str, &str)]) -> Outcome<Reply> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, host.port()))?;
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n{more}\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.ok_or_else(|| Failure::new(format!("{path}: an answer without a head")))?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or_default();
    let headers =
        lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_owned(), value.to_owned()));
    Ok(Reply { status, headers: headers.collect(), body: bytes[end + 4..].to_vec() })
}
