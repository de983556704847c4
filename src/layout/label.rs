//! How wide a label will be, without asking a browser.

/// The frieze's label size in rem.
const SIZE: f64 = 0.8125;

/// An estimate of a label's width in rem, on the generous side of common sans-serif faces. The style
/// sheet enforces the room a label gets, so a wrong guess costs an ellipsis, never an overlap.
pub fn label_width(text: &str) -> f64 {
    let ems: f64 = text
        .chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '’' | '\'' | '|' | '!' => 0.28,
            ' ' | '\u{a0}' | 'f' | 'r' | 't' | '-' | '(' | ')' | 'I' => 0.37,
            'm' | 'w' | 'M' | 'W' | '—' => 0.9,
            c if c.is_uppercase() || c as u32 >= 0x2e80 => 0.7,
            _ => 0.57,
        })
        .sum();
    ems * SIZE
}
