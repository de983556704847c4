//! Keys as shortcuts mean them, whatever the keyboard's layout and script.

/// A key that went down, as a `KeyboardEvent` tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pressed {
    /// What it types, or its name (`key`).
    pub key: String,
    /// Its place on the keyboard (`code`), named after what a US keyboard has there.
    pub code: String,
    /// Shift is down with it.
    pub is_shifted: bool,
    /// Ctrl, Alt, AltGr or Meta is down with it: what it does is the browser's, or another character.
    pub is_modified: bool,
    /// An input method composes with it (`isComposing`, or key 229).
    pub is_composing: bool,
}

impl Pressed {
    /// Whether a shortcut may be meant: it is not the browser's own, nor an input method's.
    pub fn is_plain(&self) -> bool {
        !self.is_modified && !self.is_composing
    }

    /// What a shortcut may know it by, the likeliest first: a key's name (`Home`), a small letter, a digit, a mark.
    /// Nothing where it is not [plain](Pressed::is_plain).
    ///
    /// What is typed decides where it is Latin: on AZERTY the key that types `q` is Q, wherever it lies. Elsewhere the
    /// letter of its place stands for it, as on the second script that such keyboards have: У for E, Φ for F, and
    /// marks as well, such as the `;` on the Q of Greek ones. Digits count in every script.
    pub fn meanings(&self) -> Vec<String> {
        if !self.is_plain() || self.key.is_empty() {
            return Vec::new();
        }
        let typed = match single(&self.key) {
            Some(c) => String::from(digit(c).unwrap_or(c.to_ascii_lowercase())),
            None => self.key.clone(),
        };
        std::iter::once(typed).chain(self.place().map(String::from)).collect()
    }

    /// What a US keyboard has in its place, unless what it types is Latin.
    fn place(&self) -> Option<char> {
        let typed = self.key.chars().next()?;
        // A name such as `Dead` is several plain letters; some layouts type two of their own at once.
        if is_latin(typed) || typed.is_ascii() && single(&self.key).is_none() {
            return None;
        }
        if let Some(letter) = self.code.strip_prefix("Key").and_then(single) {
            return Some(letter.to_ascii_lowercase());
        }
        // Marks and signs of a Latin layout are what they are wherever they lie: `)` is on the 0 of a US keyboard.
        if typed.is_ascii() || is_sign(typed) {
            return None;
        }
        match (self.code.as_str(), self.is_shifted) {
            ("Equal", _) => Some('='),
            ("Minus", false) => Some('-'),
            ("Period", false) => Some('.'),
            ("Slash", true) => Some('?'),
            (code, false) => code.strip_prefix("Digit").and_then(single),
            _ => None,
        }
    }
}

/// The character of a text that has one only.
fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Letters of the Latin script, with the marks that lie among them.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{80}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}')
}

/// Punctuation and signs that belong to no script, such as € and №.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{2BFF}')
}

/// Where ten digits begin, in every script of Unicode's first plane that has some of its own.
const ZEROS: [u16; 36] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
    0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
];

/// The plain digit that a digit of any script stands for.
fn digit(c: char) -> Option<char> {
    let value = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10));
    char::from_digit(value?, 10)
}
