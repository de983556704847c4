//! Folding for search, against Unicode's own decomposition.

use frise::content::fold;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters that Unicode does not decompose, or not as a reader types them.
const EXCEPTIONS: &[(char, &str)] = &[
    ('Æ', "ae"),
    ('æ', "ae"),
    ('Œ', "oe"),
    ('œ', "oe"),
    ('ß', "ss"),
    ('Ĳ', "ij"),
    ('ĳ', "ij"),
    ('Þ', "th"),
    ('þ', "th"),
    ('Ð', "d"),
    ('ð', "d"),
    ('Đ', "d"),
    ('đ', "d"),
    ('Ø', "o"),
    ('ø', "o"),
    ('Ł', "l"),
    ('ł', "l"),
    ('Ŀ', "l"),
    ('ŀ', "l"),
    ('Ħ', "h"),
    ('ħ', "h"),
    ('Ŧ', "t"),
    ('ŧ', "t"),
    ('ı', "i"),
    ('Ŋ', "n"),
    ('ŋ', "n"),
    ('ĸ', "k"),
    ('ŉ', "n"),
    ('ſ', "s"),
    // Signs, not letters: they part words.
    ('×', ""),
    ('÷', ""),
];

/// Without accents and case, by the whole of Unicode's tables.
fn oracle(text: &str) -> String {
    text.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect()
}

#[test]
fn a_latin_letter_folds_to_what_unicode_decomposes_it_to() {
    for c in '\u{c0}'..='\u{17f}' {
        let expected = EXCEPTIONS.iter().find(|(letter, _)| *letter == c).map(|(_, folded)| (*folded).to_owned());
        let expected = expected.unwrap_or_else(|| oracle(&c.to_string()));
        assert_eq!(fold(&c.to_string()), expected, "{c} U+{:04X}", c as u32);
        assert!(expected.is_ascii(), "{c} {expected}");
    }
}

#[test]
fn an_exception_is_one() {
    for (letter, folded) in EXCEPTIONS {
        assert_ne!(oracle(&letter.to_string()), *folded, "{letter} needs no exception");
    }
}

#[test]
fn romanian_letters_fold_though_they_are_beyond_the_table() {
    assert_eq!(fold("Chișinău, Țara ȘI"), "chisinau tara si");
}

#[test]
fn decomposed_text_folds_as_composed() {
    for c in ('\u{c0}'..='\u{17f}').chain("șțȘȚأإآؤئيى".chars()) {
        let decomposed: String = c.nfd().collect();
        assert_eq!(fold(&decomposed), fold(&c.to_string()), "{c} U+{:04X}", c as u32);
    }
    assert_eq!(fold("Se\u{301}ne\u{301}gal"), "senegal");
}

#[test]
fn case_and_accents_make_no_difference() {
    for text in ["sénégal", "SÉNÉGAL", "Senegal", "SeNeGaL", "sénégal!", " « Sénégal » ", "sene\u{301}gal"] {
        assert_eq!(fold(text), "senegal", "{text}");
    }
    for text in ["cœur", "CŒUR", "coeur"] {
        assert_eq!(fold(text), "coeur", "{text}");
    }
    assert_eq!(fold("İstanbul, IŞIK"), "istanbul isik");
    assert_eq!(fold("STRASSE Straße STRAẞE"), "strasse strasse strasse");
}

#[test]
fn words_are_apart_wherever_something_is_neither_letter_nor_digit() {
    for (text, folded) in [
        ("l’immigration", "l immigration"),
        ("l'immigration", "l immigration"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("EU-ICMPD/MIEUX (2009–2019)", "eu icmpd mieux 2009 2019"),
        ("1\u{a0}000\u{202f}000", "1 000 000"),
        ("  \t\n—…  ", ""),
        ("", ""),
        ("a×b÷c", "a b c"),
    ] {
        assert_eq!(fold(text), folded, "{text:?}");
    }
}

#[test]
fn arabic_folds_without_its_marks_and_letter_variants() {
    // With vowel marks and without; with a stretched line; the variants that readers type alike.
    assert_eq!(fold("الهِجْرَةُ"), fold("الهجرة"));
    assert_eq!(fold("الهجـــرة"), fold("الهجرة"));
    for (text, folded) in [("أ إ آ ٱ ا", "ا ا ا ا ا"), ("على علي", "علي علي"), ("هجرة هجره", "هجره هجره")]
    {
        assert_eq!(fold(text), folded, "{text}");
    }
    assert_eq!(fold("هذا\u{670}"), fold("هذا"));
    assert_eq!(fold("شؤون الهجرة، المغرب"), "شوون الهجره المغرب");
    assert_eq!(fold("لاجئ"), "لاجي");
}

#[test]
fn other_scripts_keep_their_letters() {
    assert_eq!(fold("Кишинёв"), "кишинёв");
    assert_eq!(fold("移民 2017"), "移民 2017");
}

#[test]
fn upper_case_folds_as_lower_case_in_greek_and_cyrillic() {
    for c in ('Ά'..='ώ').chain('\u{400}'..='\u{52f}').filter(|c| c.is_alphabetic() && !"ϏϘϚϜϞϠ".contains(*c)) {
        let lower: String = c.to_lowercase().collect();
        assert_eq!(fold(&c.to_string()), fold(&lower), "{c} U+{:04X}", c as u32);
    }
    assert_eq!(fold("ΟΔΟΣ"), fold("οδος"));
    assert_eq!(fold("Україна ҐРУНТ"), "україна ґрунт");
}

#[test]
fn emoji_part_words() {
    for c in '\u{1f000}'..='\u{1faff}' {
        assert_eq!(fold(&format!("a{c}b{c}")), "a b", "U+{:04X}", c as u32);
    }
    assert_eq!(fold("☀\u{fe0f} ❤\u{fe0f}\u{200d}🔥 Dakar 👩🏽\u{200d}⚕\u{fe0f}"), "dakar");
}

/// Whether a character may stand in a folded text, as the documentation of [`fold`] has it: no mark, no
/// upper case and no sign of those it knows. What other scripts hold is taken for letters.
fn may_remain(c: char) -> bool {
    let is_lower = match c {
        '\0'..='\u{17f}' | 'Ά'..='ώ' | '\u{400}'..='\u{52f}' => c.to_lowercase().eq([c]),
        _ => true,
    };
    let is_mark_or_sign = match c {
        '\0'..='\u{bf}' => !c.is_ascii_alphanumeric() && !"ªµº".contains(c),
        '×' | '÷' | '،' | '؛' | '؟' | '\u{66a}'..='\u{66d}' => true,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{fe00}'..='\u{fe0f}' => true,
        '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}' => true,
        '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' => true,
        '\u{1f000}'..='\u{1faff}' => true,
        _ => false,
    };
    is_lower && !is_mark_or_sign
}

/// Any characters, those of the scripts and signs that [`fold`] knows often enough to matter.
fn any_text() -> impl Strategy<Value = String> {
    let c = prop_oneof![
        4 => any::<char>(),
        1 => prop::char::range('\0', '\u{17f}'),
        1 => prop::char::range('\u{300}', '\u{6ff}'),
        1 => prop::char::range('\u{2000}', '\u{303f}'),
        1 => prop::char::range('\u{1f000}', '\u{1faff}'),
        1 => Just(' '),
    ];
    prop::collection::vec(c, 0..40).prop_map(|chars| chars.into_iter().collect())
}

fn is_tidy(text: &str) -> bool {
    text.split(' ').all(|word| !word.is_empty()) || text.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_folds_to_tidy_words(text in any_text()) {
        let folded = fold(&text);
        prop_assert!(is_tidy(&folded), "{folded:?}");
        prop_assert!(folded.chars().all(|c| c == ' ' || may_remain(c)), "{folded:?}");
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn any_text_of_the_pages_languages_folds_as_unicode_does(text in "[ '’A-Za-z0-9À-ÅÇ-ÏÑ-ÖÙ-Ýà-åç-ïñ-öù-ýÿăĂ-]{0,30}") {
        let words: Vec<_> = oracle(&text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        prop_assert_eq!(fold(&text), words.join(" "));
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(fold(&decomposed), fold(&text));
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
    }

    #[test]
    fn folding_a_part_of_words_is_part_of_the_fold(a in "[\\PC]{0,10}", b in "[\\PC]{0,10}") {
        let joined = fold(&format!("{a} {b}"));
        prop_assert_eq!(joined, format!("{} {}", fold(&a), fold(&b)).trim().to_owned());
    }
}
