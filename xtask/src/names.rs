//! The names by which glue and WebAssembly call each other, made short: wasm-bindgen gives each a digest, which
//! stands in both files and does not compress. They are nobody else's, and wasm-bindgen has no option for it.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt::Display;
use std::path::Path;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{CustomSectionReader, Export, Import, ImportSectionReader, Parser, Payload};

use crate::{html, project};

/// How all names begin that wasm-bindgen makes.
const MADE: &str = "__w";

/// Shortens the names of all programs of the staged page.
pub fn shorten(staging: &Path) -> Result<(), String> {
    let html = project::read(&staging.join("index.html"))?;
    let meta = html::tags(&html, "meta").into_iter().find(|tag| tag.get("name") == Some("frise"));
    let meta = meta.ok_or("the page has no <meta name=\"frise\">: see Trunk.toml")?;
    for kind in ["", "other-", "room-"] {
        let file = |what: &str| {
            let path = meta.get(&format!("data-{kind}{what}"))?;
            Some(staging.join(path.rsplit('/').next().unwrap_or(path)))
        };
        let Some((glue, program)) = file("js").zip(file("wasm")) else { continue };
        let failed = |error: &dyn Display| format!("{}: {error}", program.display());
        let bytes = std::fs::read(&program).map_err(|error| failed(&error))?;
        let names = names(&bytes).map_err(|error| failed(&error))?;
        let short = renamed(&bytes, &names).map_err(|error| failed(&error))?;
        project::write(&glue, in_script(&project::read(&glue)?, &names))?;
        project::write(&program, short)?;
    }
    Ok(())
}

/// The short name of each that wasm-bindgen has made.
fn names(wasm: &[u8]) -> wasmparser::Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let found: Vec<&str> = match payload? {
            Payload::ImportSection(imports) => {
                imports.into_imports().map(|import| Ok(import?.name)).collect::<wasmparser::Result<_>>()?
            }
            Payload::ExportSection(exports) => {
                exports.into_iter().map(|export| Ok(export?.name)).collect::<wasmparser::Result<_>>()?
            }
            _ => continue,
        };
        names.extend(
            found.into_iter().filter(|name| name.starts_with(MADE)).map(|name| (name.to_owned(), String::new())),
        );
    }
    for (number, short) in names.values_mut().enumerate() {
        *short = format!("${number:x}");
    }
    Ok(names)
}

/// The WebAssembly with other names.
fn renamed(wasm: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>, Error<Infallible>> {
    let mut module = Module::new();
    Renamed(names).parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// The glue with other names: they stand there as names of properties, and begin as nothing else does.
fn in_script(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let mut short = String::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|letter| is_part(letter) != is_part(first)).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        short.push_str(names.get(token).map_or(token, String::as_str));
        rest = after;
    }
    short
}

struct Renamed<'a>(&'a BTreeMap<String, String>);

impl Renamed<'_> {
    fn name<'b>(&'b self, name: &'b str) -> &'b str {
        self.0.get(name).map_or(name, String::as_str)
    }
}

impl Reencode for Renamed<'_> {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let name = self.name(import.name).to_owned();
            utils::parse_import(self, imports, Import { name: &name, ..import })?;
        }
        Ok(())
    }

    /// What is written for people and other tools stays behind.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error> {
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error> {
        let name = self.name(export.name).to_owned();
        utils::parse_export(self, exports, Export { name: &name, ..export })
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, TypeSection};

    use super::*;

    #[test]
    fn both_sides_call_each_other_by_the_same_short_names() -> Result<(), String> {
        let wasm = program("__wbg_open_0123456789abcdef", "__wbindgen_export2");
        let names = names(&wasm).map_err(|error| error.to_string())?;
        let short = renamed(&wasm, &names).map_err(|error| error.to_string())?;
        assert_eq!(short, program("$0", "$1"));
        let glue = "const import0 = {\n__wbg_open_0123456789abcdef: () => wasm.__wbindgen_export2(wasm.memory),\n};";
        assert_eq!(in_script(glue, &names), "const import0 = {\n$0: () => wasm.$1(wasm.memory),\n};");
        Ok(())
    }

    /// A program that imports one function, and exports it beside its memory.
    fn program(import: &str, export: &str) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./glue.js", import, EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export(export, ExportKind::Func, 0);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        module.finish()
    }
}
