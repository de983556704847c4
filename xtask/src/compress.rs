//! Beside every file of `dist/` but one the same compressed, as `.gz` and as `.br`: a host that sends what lies there
//! (docs/hosting.md) need not compress for every reader, and sends the smallest that either way can make.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{project, size};

/// A way to compress: what it adds to a file's name, and what it does.
type Way = (&'static str, fn(&[u8]) -> Result<Vec<u8>, String>);

const WAYS: [Way; 2] = [("br", |bytes| size::compressed(bytes, size::QUALITY)), ("gz", gzip)];

/// The service worker stays alone. Whoever wants to be rid of it deletes it, and a host must answer with 404 then; but
/// nginx sends a `.gz` or `.br` also where the plain file is gone.
const ALONE: &str = "offline.js";

/// Compresses every file of a folder but `ALONE`, on all cores.
pub fn all(folder: &Path) -> Result<(), String> {
    let mut files = project::files(folder)?;
    files.retain(|file| *file != folder.join(ALONE));
    // The longest last, which is where they are taken from: so no core is left alone with it at the end.
    files.sort_by_key(|file| file.metadata().map_or(0, |metadata| metadata.len()));
    let queue = Mutex::new(files);
    let next = || queue.lock().ok().and_then(|mut files| files.pop());
    let work = || std::iter::from_fn(next).try_for_each(|file| both(&file));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let panicked = |_| Err("a file could not be compressed".to_owned());
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or_else(panicked))
    })
}

fn both(file: &PathBuf) -> Result<(), String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{} could not be read: {error}", file.display()))?;
    WAYS.iter().try_for_each(|(ending, way)| project::write(&file.with_added_extension(ending), way(&bytes)?))
}

/// Without name and time, so that the same file gives the same bytes.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map_err(|error| format!("a file could not be compressed: {error}"))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn every_file_but_the_service_worker_lies_there_compressed_both_ways() -> Result<(), String> {
        let folder = std::env::temp_dir().join(format!("frise-compress-{}", std::process::id()));
        let text = "what is said again and again ".repeat(100);
        for name in ["index.html", "fr/index.html", "a.wasm", ALONE] {
            project::write(&folder.join(name), format!("{name} {text}"))?;
        }
        all(&folder)?;
        let mut names: Vec<_> = project::files(&folder)?.iter().map(|file| size::relative(&folder, file)).collect();
        names.sort();
        assert_eq!(names.len(), 10, "{names:?}");
        let of_the_worker: Vec<_> = names.iter().filter(|name| name.starts_with(ALONE)).collect();
        assert_eq!(of_the_worker, [ALONE]);
        let read = |name: &str| std::fs::read(folder.join(name)).map_err(|error| error.to_string());
        let mut unpacked = String::new();
        let gz = read("fr/index.html.gz")?;
        flate2::read::GzDecoder::new(&*gz).read_to_string(&mut unpacked).map_err(|error| error.to_string())?;
        assert_eq!(unpacked, format!("fr/index.html {text}"));
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*read("a.wasm.br")?, &mut unpacked).map_err(|error| error.to_string())?;
        assert_eq!(unpacked, read("a.wasm")?);
        std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())
    }
}
