//! Folding a text for search: no case, no accents, words apart by single spaces.

/// U+00C0 to U+017F without their accents; a space is a letter that [`fold`] writes out otherwise.
const LATIN: &[u8; 192] =
    b"aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy yaaaaaaccccccccdd  eeeeeeeeeegggg\
gggghh  iiiiiiiii   jjkk llllll    nnnnnn   oooooo  rrrrrrsssssssstttt  uuuuuuuuuuuuwwyyyzzzzzz ";

/// Folds a text: lower case, without accents or vowel marks, ligatures written out, punctuation and
/// symbols a space, no two spaces together, none at the ends. A folded text folds to itself.
///
/// Latin accents are dropped by a table of 192 bytes (a Unicode normalizer would cost the reader many
/// times that); combining accents are dropped wherever they stand, so decomposed Latin folds the same.
/// Upper case is known for Latin to U+017F, today's Greek, and Cyrillic; the standard library knows it for
/// all, in tables that are larger than the rest of the search. What parts words is known for ASCII, Latin-1,
/// Arabic, general and East Asian punctuation, and symbols with emoji; all else counts as a letter.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if is_mark(c) {
            continue;
        }
        let plain = unaccented(c);
        if plain.is_empty() && is_separator(c) {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        if plain.is_empty() {
            out.push(variant(c));
        } else {
            out.push_str(plain);
        }
    }
    out
}

/// Combining accents, the marks that Arabic writes above and below its letters, and what chooses between
/// two forms of a sign.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{fe00}'..='\u{fe0f}')
}

/// The plain letters of an accented one or of a ligature; empty where there is nothing to write out.
fn unaccented(c: char) -> &'static str {
    match c {
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ß' | 'ẞ' => "ss",
        'ø' | 'Ø' => "o",
        'đ' | 'ð' | 'Đ' | 'Ð' => "d",
        // Beyond the table: Romanian, as in Chișinău.
        'ș' | 'Ș' => "s",
        'ț' | 'Ț' => "t",
        'þ' | 'Þ' => "th",
        'ł' | 'Ł' => "l",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'ı' => "i",
        'ĳ' | 'Ĳ' => "ij",
        'ŋ' | 'Ŋ' => "n",
        'ĸ' => "k",
        'ŀ' | 'Ŀ' => "l",
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

/// Whether a character stands between words. Outside ASCII all but punctuation and symbols is taken for
/// a letter.
const fn is_separator(c: char) -> bool {
    match c {
        '\0'..='\x7f' => !c.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => false,
        '\u{80}'..='\u{bf}' | '×' | '÷' | '،' | '؛' | '؟' | '\u{66a}'..='\u{66d}' => true,
        // General punctuation, currencies, arrows to symbols, supplemental and East Asian punctuation.
        '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}' => true,
        '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' => true,
        // Emoji and the pictures around them.
        '\u{1f000}'..='\u{1faff}' => true,
        _ => false,
    }
}

/// Lower case, and letter variants that Arabic readers type interchangeably.
fn variant(c: char) -> char {
    let lower = |offset: u32| char::from_u32(c as u32 + offset).unwrap_or(c);
    match c {
        'A'..='Z' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => lower(32),
        // At the end of a word, where upper case has the same letter.
        'ς' => 'σ',
        'Ά' => 'ά',
        'Έ'..='Ί' => lower(37),
        'Ό' => 'ό',
        'Ύ' | 'Ώ' => lower(63),
        'Ѐ'..='Џ' => lower(80),
        // The Cyrillic of other languages: each letter's two cases side by side.
        'Ӏ' => 'ӏ',
        'Ӂ'..='ӎ' => lower(c as u32 % 2),
        'Ѡ'..='ѿ' | 'Ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => lower(1 - c as u32 % 2),
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ى' | 'ئ' => 'ي',
        'ة' => 'ه',
        other => other,
    }
}
