//! Plural categories of whole numbers, by CLDR's rules (tested against ICU4X).

/// The categories that the page's languages use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// "1 entry".
    One,
    /// Round millions in French: "1 000 000 d’entrées".
    Many,
    /// "2 entries".
    Other,
}

/// The category of `n` in a language; languages without a rule here use English's.
pub fn plural(lang: &str, n: usize) -> Plural {
    match lang.split('-').next() {
        Some("fr") if n <= 1 => Plural::One,
        Some("fr") if n.is_multiple_of(1_000_000) => Plural::Many,
        Some("fr") => Plural::Other,
        _ if n == 1 => Plural::One,
        _ => Plural::Other,
    }
}
