//! `cargo xtask check` and `cargo xtask schema`: the content read whole, every problem named.

use std::path::Path;
use std::process::ExitCode;

use frise::content::check::{self, Report};
use frise::notes::{FILE_VERSION, NotesFile};

use crate::{Outcome, project, size};

/// Prints every problem and the summary; errors make it fail. `--record` first takes new ids into
/// `published-ids.json`, from where none may be lost any more.
pub fn run(arguments: &[String]) -> Outcome {
    let folder = project::content();
    if crate::flag(arguments, "--record")? {
        let name = size::relative(&project::root(), &folder);
        match check::record_ids(&folder) {
            Ok(new) => println!("{name}/published-ids.json: {new} new"),
            Err(error) => println!("{name}/published-ids.json: nothing recorded: {error}"),
        }
    }
    Ok(if read(&folder).errors() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A folder of content without errors, or an error that says where they were named.
pub fn pass(folder: &Path) -> Result<Report, String> {
    let report = read(folder);
    match report.errors() {
        0 => Ok(report),
        _ => Err("the content has errors, named above: nothing was built".to_owned()),
    }
}

fn read(folder: &Path) -> Report {
    let (name, report) = (size::relative(&project::root(), folder), check::read(folder));
    for problem in &report.problems {
        println!("{name}/{problem}");
    }
    println!("{name}: {}, {}", plural(report.errors(), "error"), plural(report.warnings(), "warning"));
    report
}

fn plural(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// Writes `content/schema/`, one file per shape, and the schema of notes, where they differ.
pub fn schema(arguments: &[String]) -> Outcome {
    crate::flag(arguments, "")?;
    let content = check::schemas().into_iter().map(|(name, schema)| (format!("content/schema/{name}"), schema));
    for (path, schema) in content.chain([(NOTES.to_owned(), notes_schema())]) {
        let file = project::root().join(&path);
        if project::read(&file).is_ok_and(|text| text == schema) {
            continue;
        }
        project::write(&file, schema)?;
        println!("{path}: written");
    }
    println!("content/schema, {NOTES}: up to date");
    Ok(ExitCode::SUCCESS)
}

/// Where the schema of files of notes stands.
const NOTES: &str = "docs/notes.schema.json";

/// The JSON Schema of files of notes.
pub fn notes_schema() -> String {
    check::schema_of::<NotesFile>(FILE_VERSION)
}
