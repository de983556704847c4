//! The names by which glue and WebAssembly call each other, made short: wasm-bindgen gives each a digest, which
//! stands in both files and does not compress. They are nobody else's.
//!
//! A name stands in the WebAssembly's sections of imports and exports, each a count and then entries:
//!
//! ```text
//! import: module, name, descriptor      export: name, kind (a byte), index
//! ```
//!
//! Texts come after their length; all numbers are LEB128 (<https://webassembly.github.io/spec/core/binary/>).

use std::collections::BTreeMap;
use std::path::Path;

use crate::{html, project};

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// Shorter ones stay: `memory`, `main`.
const SHORT: usize = 8;

/// Shortens the names of all programs of the staged page.
pub fn shorten(staging: &Path) -> Result<(), String> {
    let page = staging.join("index.html");
    let html = project::read(&page)?;
    let meta = html::tags(&html, "meta").into_iter().find(|tag| tag.get("name") == Some("frise"));
    let meta = meta.ok_or("the page has no <meta name=\"frise\">: see Trunk.toml")?;
    for kind in ["", "other-", "room-"] {
        let file = |what: &str| {
            let path = meta.get(&format!("data-{kind}{what}"))?;
            Some(staging.join(path.rsplit('/').next().unwrap_or(path)))
        };
        let Some((glue, program)) = file("js").zip(file("wasm")) else { continue };
        let bytes = std::fs::read(&program).map_err(|error| format!("{}: {error}", program.display()))?;
        let short = short(&project::read(&glue)?, &bytes);
        let (short_glue, short) = short.map_err(|error| format!("{}: {error}", program.display()))?;
        project::write(&glue, short_glue)?;
        project::write(&program, short)?;
    }
    Ok(())
}

/// Glue and WebAssembly with short names.
fn short(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), String> {
    let mut names = BTreeMap::new();
    rewritten(wasm, |name| {
        names.insert(name.to_owned(), String::new());
        name.to_owned()
    })?;
    names.retain(|name, _| name.len() > SHORT);
    for (number, (_, short)) in names.iter_mut().enumerate() {
        *short = format!("${number:x}");
    }
    if let Some(taken) = tokens(glue).find(|token| names.values().any(|short| short == token)) {
        return Err(format!("the glue has a `{taken}` of its own"));
    }
    let known = |name: &str| names.get(name).map_or(name, String::as_str).to_owned();
    let short = tokens(glue).map(known).collect();
    Ok((short, rewritten(wasm, known)?))
}

/// Identifiers, and what stands between them.
fn tokens(script: &str) -> impl Iterator<Item = &str> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let mut rest = script;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|letter| is_part(letter) != is_part(first)).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        rest = after;
        Some(token)
    })
}

/// The WebAssembly with other names.
fn rewritten(wasm: &[u8], mut name: impl FnMut(&str) -> String) -> Result<Vec<u8>, String> {
    let mut from = Reader { bytes: wasm, at: 0 };
    let mut to = from.take(8)?.to_vec();
    while from.at < wasm.len() {
        let id = from.byte()?;
        let length = from.number()?;
        let section = from.take(length)?;
        let section = match id {
            IMPORTS | EXPORTS => renamed(id, section, &mut name)?,
            _ => section.to_vec(),
        };
        to.push(id);
        write_text(&mut to, &section);
    }
    Ok(to)
}

fn renamed(id: u8, section: &[u8], name: &mut impl FnMut(&str) -> String) -> Result<Vec<u8>, String> {
    let mut from = Reader { bytes: section, at: 0 };
    let mut to = Vec::new();
    let count = from.number()?;
    write_number(&mut to, count);
    for _ in 0..count {
        if id == IMPORTS {
            write_text(&mut to, from.text()?.as_bytes());
        }
        write_text(&mut to, name(from.text()?).as_bytes());
        let start = from.at;
        match (id, from.byte()?) {
            // an export's index; a function's type
            (EXPORTS, _) | (IMPORTS, 0) => from.number().map(drop)?,
            (IMPORTS, 1) => {
                from.byte()?;
                from.limits()?;
            }
            (IMPORTS, 2) => from.limits()?,
            (IMPORTS, 3) => from.take(2).map(drop)?,
            (_, kind) => return Err(format!("an import of an unknown kind ({kind})")),
        }
        to.extend_from_slice(&section[start..from.at]);
    }
    Ok(to)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], String> {
        let end = self.at.checked_add(length);
        let taken = end.and_then(|end| self.bytes.get(self.at..end)).ok_or("the WebAssembly ends in the middle")?;
        self.at += length;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, String> {
        self.take(1).map(|bytes| bytes[0])
    }

    fn number(&mut self) -> Result<usize, String> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err("a number of the WebAssembly is too long".to_owned())
    }

    fn text(&mut self) -> Result<&'a str, String> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|error| error.to_string())
    }

    fn limits(&mut self) -> Result<(), String> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Ok(())
    }
}

fn write_number(to: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Bytes after their length.
fn write_text(to: &mut Vec<u8>, bytes: &[u8]) {
    write_number(to, bytes.len());
    to.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports a function, a memory and a global, and exports the function under two names.
    fn module(function: &str, exported: &str) -> Vec<u8> {
        let mut imports = vec![3];
        for (name, kind) in [(function, &[0, 0][..]), ("mem", &[2, 1, 1, 0x80, 1]), ("glo", &[3, 0x7f, 0])] {
            write_text(&mut imports, b"./x_bg.js");
            write_text(&mut imports, name.as_bytes());
            imports.extend_from_slice(kind);
        }
        let mut exports = vec![2];
        for name in [exported, "main"] {
            write_text(&mut exports, name.as_bytes());
            exports.extend_from_slice(&[0, 0]);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        for (id, section) in [(1, &[1, 0x60, 0, 0][..]), (IMPORTS, &imports), (EXPORTS, &exports)] {
            wasm.push(id);
            write_text(&mut wasm, section);
        }
        wasm
    }

    #[test]
    fn both_files_call_each_other_by_the_same_short_names() -> Result<(), String> {
        let long = "__wbg_querySelectorAll_9b6a612499ecb916";
        let glue = format!("const i = {{ {long}: function(a) {{}}, mem, glo }}; wasm.__wbindgen_start(); wasm.main();");
        let (glue, wasm) = short(&glue, &module(long, "__wbindgen_start"))?;
        assert_eq!(glue, "const i = { $0: function(a) {}, mem, glo }; wasm.$1(); wasm.main();");
        assert_eq!(wasm, module("$0", "$1"));
        Ok(())
    }

    #[test]
    fn a_name_that_is_part_of_another_stays() -> Result<(), String> {
        let (glue, _) = short("wasm.__wbindgen_export2(__wbindgen_export)", &module("__wbindgen_export", "b"))?;
        assert_eq!(glue, "wasm.__wbindgen_export2($0)");
        Ok(())
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        let wasm = module("__wbg_querySelectorAll", "b");
        let mut between = vec![8];
        while let Some(length) = wasm.get(between[between.len() - 1] + 1) {
            between.push(between[between.len() - 1] + 2 + usize::from(*length));
        }
        for end in 0..wasm.len() {
            assert_eq!(short("", &wasm[..end]).is_ok(), between.contains(&end), "{end}");
        }
        assert!(short("let $0;", &wasm).is_err());
    }

    #[test]
    fn numbers_are_written_as_they_are_read() -> Result<(), String> {
        for number in [0, 1, 127, 128, 300, 16_383, 16_384, 0x0fff_ffff] {
            let mut bytes = Vec::new();
            write_number(&mut bytes, number);
            assert_eq!(Reader { bytes: &bytes, at: 0 }.number()?, number);
        }
        Ok(())
    }
}
