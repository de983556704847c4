//! A folder for files that a test opens or saves.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own, gone with this value.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes one.
    pub fn new() -> std::io::Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("frise-files-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file in it.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> std::io::Result<PathBuf> {
        let file = self.0.join(name);
        std::fs::write(&file, content)?;
        Ok(file)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // The browser may still hold a file of it.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
