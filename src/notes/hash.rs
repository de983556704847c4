//! Hashes of contents.

use std::fmt;

use sha2::{Digest, Sha256};

/// The first 128 bits of a SHA-256, written as 32 digits in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 16]);

impl Hash {
    /// The hash of a list of texts. Each is preceded by its length, so that none can pass for two.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part.as_bytes());
        }
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(digest.finalize()).for_each(|(byte, digested)| *byte = digested);
        Self(bytes)
    }

    /// Reads what `Display` writes, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let hash = Self(u128::from_str_radix(text, 16).ok()?.to_be_bytes());
        (hash.to_string() == text).then_some(hash)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// Enough of a hash to tell two versions of a file apart by name.
pub fn fingerprint(text: &str) -> String {
    Hash::of([text]).to_string().chars().take(16).collect()
}
