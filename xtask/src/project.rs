//! Where things are, and how another program is started: from the repository's root, with the
//! pinned tools first on the path and without what Cargo set for xtask alone.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The repository's root.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// What the pages say: `content/`, or the folder that `FRISE_CONTENT` names.
pub fn content() -> PathBuf {
    root().join(std::env::var_os("FRISE_CONTENT").unwrap_or_else(|| "content".into()))
}

/// The finished pages.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The pinned tools, out of version control's sight.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// One of the pinned tools.
pub fn tool(name: &str) -> PathBuf {
    tools().join("bin").join(name).with_extension(std::env::consts::EXE_EXTENSION)
}

/// A program to be started from the root.
///
/// `cargo run` describes xtask to its child (`CARGO_MANIFEST_DIR`, `CARGO_PKG_…`). Handed on to another
/// Cargo, build scripts that watch these variables would run again each time: they are taken out.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", path());
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text == "CARGO" || text.starts_with("CARGO_MANIFEST_") || text.starts_with("CARGO_PKG_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Cargo, with its arguments.
pub fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut cargo = command("cargo");
    cargo.args(arguments);
    cargo
}

fn path() -> OsString {
    let tools = tools().join("bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).filter(|folder| *folder != tools);
    // a folder whose name holds the separator cannot be on a path: then the path stays as it is
    std::env::join_paths(std::iter::once(tools.clone()).chain(folders)).unwrap_or_else(|_| path.clone())
}

/// Runs a program to its end; an error names what it was for.
pub fn succeed(what: &str, command: &mut Command) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{what} failed ({program}: {status})")),
        Err(error) => Err(format!("{what} failed: `{program}` could not be started ({error})")),
    }
}

/// What a program writes to its standard output, where it succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// Says what is being done, does it, says how long it took.
pub fn timed<T>(what: &str, act: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    println!("{what} …");
    let start = Instant::now();
    let done = act()?;
    println!("{what}: done in {}", duration(start.elapsed()));
    Ok(done)
}

/// A duration as a person says it.
pub fn duration(time: Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f32()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Writes a file, its folder included.
pub fn write(path: &Path, contents: impl AsRef<[u8]>) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, contents))
        .map_err(|error| format!("{} could not be written: {error}", path.display()))
}

/// Copies a file, or a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{} could not be copied: {error}", from.display());
    if from.is_dir() {
        return files(from)?.iter().try_for_each(|file| copy(file, &to.join(file.strip_prefix(from).unwrap_or(file))));
    }
    std::fs::create_dir_all(to.parent().unwrap_or(to)).map_err(failed)?;
    std::fs::copy(from, to).map(|_| ()).map_err(failed)
}

/// Every file in a folder and in those inside it.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error| format!("{} could not be read: {error}", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

/// Reads a text file.
pub fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{} could not be read: {error}", path.display()))
}
