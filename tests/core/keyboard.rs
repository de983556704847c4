//! Shortcuts on keyboards of other layouts and scripts.

use frise::keyboard::Pressed;
use frise::room::model::{Panel, PresenterCommand as Ask, presenter_key};
use frise::session::{FriezeKey, frieze_key};
use icu::properties::CodePointMapData;
use icu::properties::props::GeneralCategory;
use proptest::prelude::*;
use serde_json::Value;

/// What the presenter's letters type on some layouts, by the keys' places.
const LAYOUTS: &str = include_str!("layouts/keys-by-layout.json");
const LETTERS: [(char, Ask); 8] = [
    ('E', Ask::Toggle(Panel::Evidence)),
    ('S', Ask::Toggle(Panel::Stressed)),
    ('P', Ask::Toggle(Panel::Prompts)),
    ('D', Ask::Discussed),
    ('T', Ask::Timer),
    ('F', Ask::FullScreen),
    ('Q', Ask::Toggle(Panel::Code)),
    ('B', Ask::Blank),
];

fn pressed(code: &str, key: &str) -> Pressed {
    Pressed { key: key.to_owned(), code: code.to_owned(), ..Pressed::default() }
}

fn command_of(letter: char) -> Option<Ask> {
    LETTERS.iter().find(|(known, _)| *known == letter.to_ascii_uppercase()).map(|(_, command)| *command)
}

/// The table's rows: layout, place, what is typed there.
fn rows() -> Vec<(String, String, String)> {
    let table: Value = serde_json::from_str(LAYOUTS).unwrap();
    let rows = table["layouts"].as_object().unwrap().iter().flat_map(|(layout, keys)| {
        let keys = keys.as_object().unwrap().iter();
        keys.map(|(code, key)| (layout.clone(), code.clone(), key.as_str().unwrap().to_owned()))
    });
    rows.collect()
}

#[test]
fn letters_work_on_every_layout() {
    let rows = rows();
    assert_eq!(rows.len(), 49);
    for (layout, code, key) in rows {
        let typed = key.chars().next().unwrap();
        // Latin letters are what they say; others, and marks, are what a US keyboard has in their place.
        let letter = if typed.is_ascii_alphabetic() { typed } else { code.chars().last().unwrap() };
        assert_eq!(presenter_key(&pressed(&code, &key), false), command_of(letter), "{layout}: {key} on {code}");
        if let Some(upper) = key.chars().next().map(|c| c.to_uppercase().to_string()) {
            let shifted = Pressed { is_shifted: true, ..pressed(&code, &upper) };
            let wanted = if letter == 'P' || letter == 'p' { Some(Ask::FewerPrompts) } else { command_of(letter) };
            assert_eq!(presenter_key(&shifted, false), wanted, "{layout}: {upper} on {code}, with Shift");
        }
    }
}

#[test]
fn other_scripts_and_their_signs_work_too() {
    for (code, key, letter) in [
        // Hebrew has a mark there, Thai and Hindi signs that are written over others.
        ("KeyQ", "/", 'Q'),
        ("KeyE", "ק", 'E'),
        ("KeyB", "\u{e34}", 'B'),
        ("KeyD", "\u{94d}", 'D'),
        ("KeyS", "と", 'S'),
        ("KeyT", "ㅅ", 'T'),
    ] {
        assert_eq!(presenter_key(&pressed(code, key), false), command_of(letter), "{key:?} on {code}");
    }
}

#[test]
fn a_latin_letter_decides_wherever_it_lies() {
    for code in ["KeyA", "KeyE", "KeyQ", "Semicolon", "Slash", "Digit0", ""] {
        for letter in ('a'..='z').chain('A'..='Z') {
            let wanted = presenter_key(&pressed("", &letter.to_string()), false);
            assert_eq!(presenter_key(&pressed(code, &letter.to_string()), false), wanted, "{letter} on {code}");
        }
        for letter in ["é", "ß", "ı", "ł", "ơ", "ế", "§", "Dead", "Unidentified", "Process", "F5", "Tab"] {
            assert_eq!(presenter_key(&pressed(code, letter), false), None, "{letter} on {code}");
            assert_eq!(frieze_key(&pressed(code, letter), false), None, "{letter} on {code}");
        }
    }
    // Dvorak has a full stop there, which is a key of its own.
    assert_eq!(presenter_key(&pressed("KeyE", "."), false), Some(Ask::Blank));
}

#[test]
fn the_zoom_has_its_keys_in_every_script() {
    let shifted = |code: &str, key: &str| Pressed { is_shifted: true, ..pressed(code, key) };
    for (key, wanted) in [
        (pressed("Digit0", "۰"), Some(FriezeKey::ZoomAll)),
        (pressed("Digit0", "٠"), Some(FriezeKey::ZoomAll)),
        (pressed("Numpad0", "०"), Some(FriezeKey::ZoomAll)),
        (pressed("Digit0", "จ"), Some(FriezeKey::ZoomAll)),
        (pressed("Minus", "ข"), Some(FriezeKey::ZoomOut)),
        (pressed("Equal", "ช"), Some(FriezeKey::ZoomIn)),
        (shifted("Equal", "฿"), Some(FriezeKey::ZoomIn)),
        (shifted("Slash", "؟"), Some(FriezeKey::Help)),
        (pressed("Slash", "ظ"), None),
        (pressed("Digit1", "۱"), None),
        // Marks of Latin layouts are what they are.
        (shifted("Digit0", ")"), None),
        (pressed("Digit0", "à"), None),
        (shifted("Slash", "§"), None),
        (pressed("Minus", "ß"), None),
        (shifted("Digit3", "№"), None),
        (pressed("Slash", "-"), Some(FriezeKey::ZoomOut)),
        (shifted("Digit0", "="), Some(FriezeKey::ZoomIn)),
    ] {
        assert_eq!(frieze_key(&key, false), wanted, "{key:?}");
    }
}

#[test]
fn digits_of_every_script_are_digits() {
    let category = CodePointMapData::<GeneralCategory>::new();
    let mut value = 0;
    for c in '\0'..='\u{ffff}' {
        let is_digit = category.get(c) == GeneralCategory::DecimalNumber;
        // Unicode has them ten by ten, from nought.
        let wanted = is_digit.then(|| char::from_digit(value % 10, 10).unwrap().to_string());
        value += u32::from(is_digit);
        let meaning = pressed("", &c.to_string())
            .meanings()
            .into_iter()
            .next()
            .filter(|m| m.starts_with(|c: char| c.is_ascii_digit()));
        assert_eq!(meaning, wanted, "{c:?}");
    }
    assert!(value >= 360);
}

prop_compose! {
    fn any_key()(
        key in prop_oneof![
            "\\PC", "[a-zA-Z0-9?.+=-]", "[а-яα-ωა-ჰ]", "(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down)|Escape)",
        ],
        code in "(Key[A-Z]|Digit[0-9]|Minus|Equal|Slash|Period|)", is_shifted in any::<bool>(),
    ) -> Pressed {
        Pressed { key, code, is_shifted, ..Pressed::default() }
    }
}

proptest! {
    #[test]
    fn no_key_with_a_modifier_or_of_an_input_method_does_anything(
        key in any_key(), (is_modified, is_composing) in prop_oneof![Just((true, false)), Just((false, true)), Just((true, true))],
        right_to_left in any::<bool>(),
    ) {
        let key = Pressed { is_modified, is_composing, ..key };
        prop_assert_eq!(presenter_key(&key, right_to_left), None);
        prop_assert_eq!(frieze_key(&key, right_to_left), None);
        prop_assert!(!key.is_plain() && key.meanings().is_empty());
    }

    #[test]
    fn what_is_typed_comes_before_its_place(key in any_key(), right_to_left in any::<bool>()) {
        let nowhere = Pressed { code: String::new(), ..key.clone() };
        if let Some(command) = presenter_key(&nowhere, right_to_left) {
            prop_assert_eq!(presenter_key(&key, right_to_left), Some(command));
        }
    }
}
