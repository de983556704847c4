//! Folding a text for search: no case, no accents, words apart by single spaces.

/// U+00C0 to U+017F without their accents; a space is a letter that [`fold`] writes out otherwise.
const LATIN: &[u8; 192] =
    b"aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy yaaaaaaccccccccdd  eeeeeeeeeegggg\
gggghh  iiiiiiiii   jjkk llllll    nnnnnn   oooooo  rrrrrrsssssssstttt  uuuuuuuuuuuuwwyyyzzzzzz ";

/// Folds a text: lower case, without accents or vowel marks, ligatures written out, everything that
/// is neither letter nor digit a space, no two spaces together, none at the ends.
///
/// Latin accents are dropped by a table of 192 bytes (a Unicode normalizer would cost the reader many
/// times that); combining marks are dropped wherever they stand, so decomposed text folds the same.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        if is_mark(c) {
            continue;
        }
        let plain = unaccented(c);
        if plain.is_empty() && !c.is_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        if plain.is_empty() {
            out.push(arabic(c));
        } else {
            out.push_str(plain);
        }
    }
    out
}

/// Combining accents, and the marks that Arabic writes above and below its letters.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}')
}

/// The plain letters of an accented one or of a ligature; empty where there is nothing to write out.
fn unaccented(c: char) -> &'static str {
    match c {
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'ø' => "o",
        'đ' | 'ð' => "d",
        // Beyond the table: Romanian, as in Chișinău.
        'ș' => "s",
        'ț' => "t",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ĳ' => "ij",
        'ŋ' => "n",
        'ĸ' => "k",
        'ŀ' => "l",
        'ŉ' => "n",
        'ſ' => "s",
        '\u{c0}'..='\u{17f}' => {
            let at = c as usize - 0xc0;
            match LATIN.get(at..=at).map(std::str::from_utf8) {
                Some(Ok(" ")) | None | Some(Err(_)) => "",
                Some(Ok(letter)) => letter,
            }
        }
        _ => "",
    }
}

/// Letter variants that Arabic readers type interchangeably.
const fn arabic(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ى' | 'ئ' => 'ي',
        'ة' => 'ه',
        other => other,
    }
}
